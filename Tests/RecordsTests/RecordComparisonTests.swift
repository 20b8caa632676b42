import Diagnostics
import Foundation
import Notebook
import Outputs
import Records
import Testing

extension String {
    /// NFD.
    var decomposed: String { decomposedStringWithCanonicalMapping }
}

@Suite("Comparison of records")
struct RecordComparisonTests {
    private func found(_ expected: [Record.Code], _ got: [Record.Code]) -> [String] {
        RecordComparison().compare(expected: Sample.record(expected), got: Sample.record(got)).map {
            "\($0.cell?.id.rawValue ?? "-") \($0.id)"
        }
    }

    @Test("cells that only one side has")
    func missingAndAdded() {
        let (a, b, c) = (Sample.code("a", "1"), Sample.code("b", "2"), Sample.code("c", "3"))
        #expect(found([a, b, c], [a, c]) == ["b cell-missing"])
        #expect(found([a, c], [a, b, c]) == ["b cell-added"])
        #expect(found([], [a, b]) == ["a cell-added", "b cell-added"])
        #expect(found([a, b], []) == ["a cell-missing", "b cell-missing"])
        #expect(found([a, b], [b, a]).isEmpty)
    }

    @Test("a cell whose id changed with its number is found by its source")
    func bySource() {
        let old = [Sample.code("x-1", "load()"), Sample.code("y-1", "fit()", [.stream(.stdout, "0.5")])]
        let new = [
            Sample.code("z-1", "new()"), Sample.code("y-2", "fit()", [.stream(.stdout, "0.9")]),
            Sample.code("x-1", "load()"),
        ]
        #expect(found(old, new) == ["z-1 cell-added", "y-2 number"])
    }

    @Test("a changed cell between two known ones is the same cell")
    func changedSource() throws {
        let old = [Sample.code("a", "1"), Sample.code("b-1", "x\ny\nz"), Sample.code("c", "3")]
        let new = [Sample.code("a", "1"), Sample.code("q-1", "x\nY\nz"), Sample.code("c", "3")]
        let findings = RecordComparison().compare(expected: Sample.record(old), got: Sample.record(new))
        #expect(findings.map(\.difference) == [.sourceChanged(line: 2, expected: "y", got: "Y")])
    }

    @Test("option lines and options of the page are no difference; the way a cell is run is")
    func options() {
        let old = Sample.code("a", "//| fig-cap: 가\nplot()")
        #expect(found([old], [Sample.code("a", "plot()", options: Sample.options { $0.input = .folded })]).isEmpty)
        let raises = Sample.options { $0.evaluation = .raisesException }
        #expect(found([old], [Sample.code("a", "plot()", options: raises)]) == ["a evaluation-changed"])
    }

    @Test("cells that did not run")
    func notRun() {
        let (ran, not) = (Sample.code("a", [.stream(.stdout, "1")]), Sample.code("a", number: nil))
        #expect(found([ran], [not]) == ["a cell-not-run"])
        #expect(found([not], [ran]) == ["a cell-not-recorded"])
        #expect(found([not], [not]).isEmpty)
    }

    @Test("cells that are only shown are prose here")
    func shownOnly() {
        let shown = Sample.options { $0.evaluation = .none }
        #expect(
            found(
                [Sample.code("a", "1", number: nil, options: shown)],
                [Sample.code("b", "2", number: nil, options: shown)]
            ).isEmpty)
        #expect(found([], [Sample.code("b", "2", number: nil, options: shown)]).isEmpty)
    }

    @Test("the cell's own options, as they are now, decide")
    func ownOptions() {
        let wide = Sample.options { $0.rtol = 0.5 }
        let old = Sample.code("a", [.stream(.stdout, "1.0")])
        let new = [Output.stream(.stdout, "1.2")]
        #expect(found([old], [Sample.code("a", options: wide, new)]).isEmpty)
        #expect(found([Sample.code("a", options: wide, old.outputs)], [Sample.code("a", new)]) == ["a number"])
    }

    @Test("comments and layout of a cell's code are no difference; strings and names are")
    func sourceLayout() {
        let old = #"""
            let a = 1 // eins
            /* two /* nested */
               lines */
            print("a // b", "\("x" + ")")",   a)

            let text = """
              indented
            """
            """#
        let relaid = #"""

                let a = 1
            print("a // b", "\("x" + ")")", a) // now
            let text = """
              indented
            """

            """#
        #expect(found([Sample.code("a", old)], [Sample.code("a", relaid)]).isEmpty)
        for (one, other) in [("a = 1", "a = 2"), (" // b", " // c"), ("  indented", " indented"), ("1 // ", "1+0 // ")]
        {
            let changed = old.replacing(one, with: other)
            #expect(changed != old)
            #expect(found([Sample.code("a", old)], [Sample.code("a", changed)]) == ["a source-changed"], "\(one)")
        }
    }

    @Test("the cell's word goes before the notebook's and that before the command's; normalisers add up")
    func layers() {
        func found(cell: ComparisonOptions, notebook: ComparisonOptions, command: ComparisonOptions) -> [String] {
            let options = Sample.options {
                ($0.compare, $0.rtol, $0.atol) = (cell.mode, cell.rtol, cell.atol)
                $0.normalizers = cell.normalizers
            }
            let old = Sample.record([Sample.code("a", options: options, [.stream(.stdout, "loss 0.50 in 1s")])])
            var new = Sample.record([Sample.code("a", options: options, [.stream(.stdout, "loss 0.52 in 2s")])])
            new.run?.comparison = notebook
            return RecordComparison(options: command).compare(expected: old, got: new).map(\.id)
        }
        let (wide, narrow) = (ComparisonOptions(rtol: 0.1), ComparisonOptions(rtol: 1e-3))
        let (none, time) = (ComparisonOptions(), ComparisonOptions(normalizers: [.durations]))
        #expect(found(cell: none, notebook: none, command: none) == ["text"])
        #expect(found(cell: time, notebook: none, command: none) == ["number"])
        #expect(found(cell: time, notebook: wide, command: none).isEmpty)
        #expect(found(cell: wide, notebook: time, command: narrow).isEmpty)
        #expect(found(cell: narrow, notebook: wide, command: time) == ["number"])
        #expect(found(cell: none, notebook: time, command: wide).isEmpty)
        #expect(found(cell: ComparisonOptions(mode: .shape), notebook: none, command: none).isEmpty)
        #expect(found(cell: none, notebook: none, command: ComparisonOptions(mode: .ignored)).isEmpty)
    }

    @Test("inline values")
    func inline() {
        func record(_ values: [(String, String)]) -> Record {
            let inline = values.map { Record.InlineValue(expression: $0.0, text: $0.1) }
            return Record(
                title: nil, run: Sample.run(), parts: [.prose(.init(id: CellID("p"), text: "", inline: inline))])
        }
        func found(_ old: [(String, String)], _ new: [(String, String)]) -> [Difference] {
            RecordComparison().compare(expected: record(old), got: record(new)).map(\.difference)
        }
        #expect(found([("a", "0.87521")], [("a", "0.87522")]).isEmpty)
        #expect(found([("a", "0.87")], [("a", "0.97")]) == [.inline(expression: "a", expected: "0.87", got: "0.97")])
        #expect(
            found([("a", "1"), ("b", "2")], [("b", "2"), ("c", "3")]) == [
                .inline(expression: "a", expected: "1", got: nil), .inline(expression: "c", expected: nil, got: "3"),
            ])
    }

    @Test("the worst element, epoch and point are named, with how many are off")
    func worst() throws {
        func difference(_ mime: String, _ expected: JSON, _ got: JSON) throws -> Difference {
            let cells = [expected, got].map { Sample.code("a", [.result(MIMEBundle([MIME.text: "t", mime: $0]))]) }
            let findings = RecordComparison().compare(
                expected: Sample.record([cells[0]]), got: Sample.record([cells[1]]))
            #expect(findings.first?.output == 1)
            return try #require(findings.first).difference
        }
        let standard = Tolerances.standard
        #expect(
            try difference(
                MIME.array, OutputComparisonTests.array([1, 2, 3, 4, 5, 6], shape: [2, 3]),
                OutputComparisonTests.array([1.01, 2, 3, 4, 5.5, 6], shape: [2, 3]))
                == .arrayElement(
                    ElementDeviation(index: [1, 1], expected: "5.0", got: "5.5"),
                    first: [
                        ElementDeviation(index: [0, 0], expected: "1.0", got: "1.01"),
                        ElementDeviation(index: [1, 1], expected: "5.0", got: "5.5"),
                    ], count: 2, of: 6, standard.array))
        #expect(
            try difference(
                MIME.history, OutputComparisonTests.history([0.5, 0.4, 0.3]),
                OutputComparisonTests.history([0.51, 0.4, 0.9]))
                == .historyValue(metric: "loss", epoch: 3, expected: "0.3", got: "0.9", count: 2, standard.history))
        #expect(
            try difference(
                MIME.figure, OutputComparisonTests.figure([0.5, 0.4]), OutputComparisonTests.figure([0.5, 0.6]))
                == .figurePoint(
                    series: "훈련 손실", axis: "y", index: 1, expected: "0.4", got: "0.6", count: 1, standard.figure))
        #expect(
            try difference("application/x+json", ["a": [1, ["b": 2]]], ["a": [1, ["b": "2"]]])
                == .data(mime: "application/x+json", place: "a[1].b", expected: "2", got: "\"2\""))
    }

    @Test("the line and the count of numbers that are off")
    func numberPlace() {
        let old = Sample.record([Sample.code("a", [.stream(.stdout, "a 0.5\nb 1.5\nc 2.5\n")])])
        let new = Sample.record([Sample.code("a", [.stream(.stdout, "a 0.51\nb 1.5\nc 9.5\n")])])
        #expect(
            RecordComparison().compare(expected: old, got: new).map(\.difference) == [
                .number(mime: nil, line: 3, expected: "2.5", got: "9.5", count: 2, Tolerances.standard.text)
            ])
    }

    @Test("a record made with other data is skipped, whatever its outputs")
    func otherData() {
        let cell = Sample.code("a", [.stream(.stdout, "1")])
        let changed = Sample.code("a", [.stream(.stdout, "2")])
        func verdict(_ old: [DatasetUse], _ new: [DatasetUse]) -> RecordComparison.Verdict {
            RecordComparison().verdict(
                expected: Sample.record([cell], datasets: old), got: Sample.record([changed], datasets: new))
        }
        let (real, other) = (Sample.dataset("imdb", "a"), Sample.dataset("imdb", "b"))
        let sample = Sample.dataset("imdb", "c", sample: true)
        #expect(
            verdict([real], [sample]) == .skipped([DatasetMismatch(name: "imdb", recorded: [real], present: [sample])]))
        #expect(
            verdict([real], [other]) == .skipped([DatasetMismatch(name: "imdb", recorded: [real], present: [other])]))
        #expect(verdict([real], [real]).findings.map(\.id) == ["number"])
        #expect(verdict([real, other], [real]).findings.map(\.id) == ["number"])
        #expect(verdict([real], []).findings.map(\.id) == ["number"])
        #expect(verdict([], [real]).findings.map(\.id) == ["number"])
        #expect(verdict([real], [Sample.dataset("nsmc", "b")]).findings.map(\.id) == ["number"])
    }

    @Test("hundreds of changed cells are compared in reasonable time")
    func many() {
        let old = (0..<2000).map { Sample.code("o\($0)", "cell \($0)") }
        let new = (0..<2000).map { Sample.code("n\($0)", "cell \($0 * 2)") }
        // Cells 0, 2 … 1998 are found by their source; 1999 and 2000 stand behind the last of them; the others have no
        // partner.
        #expect(found(old, new).count == 999 + 1 + 999)
    }

    @Test(
        "tolerances",
        arguments: [
            (1.0, 1.0005, true), (1.0, 1.0006, false), (0.0, 1e-8, true), (0, 1e-7, false), (-1, 1, false),
            (.nan, .nan, true), (.nan, 1, false), (1, .nan, false), (.infinity, .infinity, true),
            (.infinity, -.infinity, false), (1, .infinity, false), (0.0, -0.0, true), (1e308, -1e308, false),
        ])
    func tolerance(expected: Double, got: Double, accepted: Bool) {
        #expect(Tolerance(rtol: 5e-4, atol: 1e-8).accepts(got, for: expected) == accepted)
    }

    @Test("no tolerance at all accepts the same value only")
    func exact() {
        #expect(Tolerance.exact.accepts(0.1, for: 0.1))
        #expect(!Tolerance.exact.accepts((0.1).nextUp, for: 0.1))
    }
}
