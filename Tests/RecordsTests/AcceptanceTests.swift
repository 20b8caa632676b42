import Foundation
import Notebook
import Outputs
import Records
import Testing

@Suite("Taking outputs into a record")
struct AcceptanceTests {
    private func code(_ id: String, _ text: String, source: String? = nil, number: Int? = 1) -> Record.Code {
        Record.Code(
            id: CellID(id), label: id, number: number, source: source ?? id, outputs: [.stream(.stdout, text)])
    }

    private func texts(_ record: Record) -> [String] {
        record.codeCells.map { $0.outputs.compactMap { $0.text(of: nil) }.joined() }
    }

    @Test("all cells, without a record and with one")
    func all() throws {
        let (old, new) = (Sample.record([code("a", "1")]), Sample.record([code("a", "2")]))
        #expect(try Acceptance.record(old: nil, new: new, accepted: nil) == new)
        #expect(try Acceptance.record(old: old, new: new, accepted: nil) == new)
    }

    @Test("some cells; the others keep what is recorded of the same code")
    func some() throws {
        let old = Sample.record([code("a", "1"), code("b", "1"), code("c", "1")])
        let new = Sample.record([code("a", "2"), code("b", "2"), code("c", "2", source: "c + 1"), code("d", "2")])
        #expect(texts(try Acceptance.record(old: old, new: new, accepted: [CellID("b")])) == ["1", "2", "2", "2"])
    }

    @Test("not some cells when the data are others")
    func otherData() throws {
        let old = Sample.record([code("a", "1")], datasets: [Sample.dataset("imdb", "a")])
        let new = Sample.record([code("a", "2")], datasets: [Sample.dataset("imdb", "b")])
        #expect(throws: Acceptance.Refusal.self) {
            try Acceptance.record(old: old, new: new, accepted: [CellID("a")])
        }
        #expect(try Acceptance.record(old: old, new: new, accepted: nil) == new)
    }

    @Test("cells are named by label, id or number")
    func names() throws {
        let record = Sample.record([
            code("loss", "1", number: 1), code("7", "1", number: 2), code("x", "1", number: 7),
            code("shown", "", number: nil),
        ])
        #expect(try Acceptance.cells(named: ["loss"], in: record) == [CellID("loss")])
        #expect(try Acceptance.cells(named: ["#loss", "2"], in: record) == [CellID("loss"), CellID("7")])
        #expect(try Acceptance.cells(named: ["7"], in: record) == [CellID("7")], "a label goes before a number")
        #expect(throws: Acceptance.Refusal.unknownCell("lost", nearest: "loss")) {
            try Acceptance.cells(named: ["lost"], in: record)
        }
        #expect(throws: Acceptance.Refusal.self) { try Acceptance.cells(named: ["shown"], in: record) }
    }
}

@Suite("The last check")
struct LastCheckTests {
    private static let finding = Finding(
        cell: CellReference(id: CellID("fig"), label: "fig", number: 1), output: 1,
        .figureField(name: "title", expected: "a", got: "b"),
        outputs: OutputPair(
            expected: .display(MIMEBundle([MIME.svg: "<svg>1</svg>"])),
            got: .display(MIMEBundle([MIME.svg: "<svg>2</svg>"]))))

    @Test("kept beside the lesson, with the drawings that differ, out of version control")
    func save() throws {
        let folder = try TemporaryFolder()
        let check = LastCheck(ofLesson: folder.file("lesson.md"))
        #expect(try check.load() == nil)
        let record = Sample.record([Sample.code("fig", [.stream(.stdout, "1")])])
        try check.save(record, findings: [Self.finding])
        #expect(try check.load() == record)
        let paths = try #require(check.pictures(of: Self.finding))
        #expect(try String(contentsOfFile: paths.expected, encoding: .utf8) == "<svg>1</svg>")
        #expect(try String(contentsOfFile: paths.got, encoding: .utf8) == "<svg>2</svg>")
        #expect(try String(contentsOfFile: folder.file(".hanji/.gitignore"), encoding: .utf8) == "*\n")

        try check.save(record, findings: [])
        #expect(!FileManager.default.fileExists(atPath: paths.got), "drawings of an earlier check are gone")
        check.remove()
        #expect(try check.load() == nil)
    }
}

@Suite("Two runs of one notebook")
struct DeterminismTests {
    private func difference(_ one: [Record.Code], _ other: [Record.Code]) -> Finding? {
        Determinism.firstDifference(Sample.record(one), Sample.record(other))
    }

    @Test("the first cell that is not the same is named, whatever its tolerance")
    func first() {
        let wide = Sample.options { $0.rtol = 0.5 }
        let one = ["a", "b", "c"].map { Sample.code($0, options: wide, [.stream(.stdout, "0.5")]) }
        #expect(difference(one, one) == nil)
        var other = one
        other[1].outputs = [.stream(.stdout, "0.50000001")]
        other[2].outputs = [.stream(.stdout, "9")]
        #expect(difference(one, other)?.cell?.id == CellID("b"))
        #expect(difference(one, other)?.id == "text")
    }

    @Test("the last bit of data counts")
    func bits() {
        func code(_ value: Double) -> Record.Code {
            Sample.code("a", [.result(MIMEBundle([MIME.text: "0.1", MIME.array: ["data": [.double(value)]]]))])
        }
        #expect(difference([code(0.1)], [code((0.1).nextUp)])?.id == "data")
    }

    @Test("a cell that ran once only")
    func notRun() {
        #expect(difference([Sample.code("a")], [Sample.code("a", number: nil)])?.id == "cell-not-run")
    }
}
