import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite("What a comparison says")
struct FindingReportTests {
    private static let tolerance = Tolerance(rtol: 5e-4, atol: 1e-5)
    private static let place = CellReference(id: CellID("loss-curve"), label: "loss-curve", number: 3)

    private static let finding = Finding(
        cell: place, output: 1,
        .historyValue(metric: "loss", epoch: 4, expected: "0.2179", got: "0.3179", count: 3, tolerance))

    @Test("one sentence in each language")
    func sentence() {
        #expect(
            Self.finding.text(in: .korean)
                == "셀 3 (loss-curve), 출력 1: 4번째 에포크의 loss 값이 다릅니다 (기대: 0.2179, 실제: 0.3179)")
        #expect(
            Self.finding.text(in: .japanese)
                == "セル 3 (loss-curve)、出力 1: エポック 4 の loss が違います (期待: 0.2179、実際: 0.3179)")
        #expect(
            Self.finding.text(in: .english)
                == "cell 3 (loss-curve), output 1: loss at epoch 4 differs (expected 0.2179, got 0.3179)")
    }

    @Test("a report is aligned by the columns of a terminal")
    func report() {
        let stale = Finding(cell: Self.place, .sourceChanged(line: 1, expected: "a", got: nil))
        let report = FindingReport(language: .english).render(.different([Self.finding, stale]), lesson: "lesson.md")
        #expect(
            report == """
                lesson.md: 2 differences from the record
                  cell 3 (loss-curve), output 1: loss at epoch 4 differs
                    expected  0.2179
                    got       0.3179
                    note      2 more differ; tolerance rtol=0.0005, atol=1e-05
                  cell 3 (loss-curve): line 1 of the code has changed since it was recorded
                    expected  a
                  = the record is stale; hanji run records the lesson anew

                """)
        let korean = FindingReport(language: .korean).render(.different([Self.finding]), lesson: "수업.md")
        #expect(korean.contains("    기대  0.2179\n    실제  0.3179\n    참고  2개가 더 다릅니다. 허용 오차"))
    }

    @Test("colour only when asked for")
    func colour() {
        let verdict = RecordComparison.Verdict.different([Self.finding])
        #expect(!FindingReport(language: .english).render(verdict, lesson: "a").contains("\u{1B}"))
        #expect(
            FindingReport(language: .english, colour: true).render(verdict, lesson: "a").contains(
                "\u{1B}[31m0.\u{1B}[1m3\u{1B}[22m179\u{1B}[0m"))
    }

    @Test("an output cannot write control sequences, and long lines show where they differ")
    func hostileText() {
        let long = String(repeating: "가", count: 300)
        let findings = [
            Finding(cell: Self.place, .text(mime: nil, line: 1, expected: "\u{1B}[2J\u{202E}", got: "a\u{2028}b")),
            Finding(cell: Self.place, .text(mime: nil, line: 1, expected: long + "x" + long, got: long + "y" + long)),
        ]
        let report = FindingReport(language: .english).render(.different(findings), lesson: "a\nb.md")
        #expect(report.hasPrefix("a\\nb.md: "))
        #expect(report.contains("expected  \\u{1b}[2J\\u{202e}\n"))
        #expect(report.contains("got       a\\u{2028}b\n"))
        #expect(report.contains("가x가"))
        #expect(report.split(separator: "\n").allSatisfy { $0.count < 130 })
    }

    @Test("same and skipped")
    func others() {
        let mismatch = DatasetMismatch(
            name: "imdb", recorded: [Sample.dataset("imdb", "a")], present: [Sample.dataset("imdb", "b", sample: true)])
        let report = FindingReport(language: .english)
        #expect(report.render(.same, lesson: "a.md") == "a.md: as recorded\n")
        #expect(
            report.render(.skipped([mismatch]), lesson: "a.md") == """
                a.md: skipped
                  imdb: the record was made with the real data, but the embedded sample was read now
                  = name the folder of the real data with --data or HANJI_DATA

                """)
    }

    @Test("every difference has an id of its own and wording of its own in each language", arguments: Language.allCases)
    func wording(language: Language) {
        #expect(Set(Self.all.map(\.id)).count == Self.all.count)
        for difference in Self.all {
            let finding = Finding(cell: Self.place, output: 2, difference)
            let text = finding.text(in: language)
            #expect(text.hasPrefix(finding.place(in: language) + ": " + difference.summary(in: language)))
            for value in [difference.expected, difference.got].compactMap({ $0 }) { #expect(text.contains(value)) }
            #expect(language == .english || difference.summary(in: language) != difference.summary(in: .english))
        }
    }

    static let all: [Difference] = [
        .cellMissing, .cellAdded, .sourceChanged(line: 1, expected: "e", got: "g"),
        .evaluationChanged(expected: .run, got: .raisesException), .notRun, .notRecorded,
        .outputMissing(.stdout, excerpt: "e"), .outputAdded(.display, excerpt: "g"),
        .outputKind(expected: .stderr, got: .result), .unexpectedError(name: "E", message: "m"),
        .errorName(expected: "e", got: "g"), .errorMessage(expected: "e", got: "g"), .formMissing(mime: "m"),
        .formAdded(mime: "m"), .text(mime: nil, line: 1, expected: nil, got: "g"),
        .number(mime: "text/html", line: 1, expected: "1", got: "2", count: 1, tolerance),
        .arrayDType(expected: "float32", got: "int64"), .arrayShape(expected: [1], got: [2, 3]),
        .arrayElement(
            ElementDeviation(index: [1, 2], expected: "1", got: "2"), first: [], count: 2, of: 6, tolerance),
        .arrayStatistic(name: "mean", expected: "1", got: "2", tolerance), .historyEpochs(expected: 1, got: 2),
        .historySamples(field: "samples", expected: "1", got: "2"), .historyMetrics(expected: ["loss"], got: ["acc"]),
        .historyValue(metric: "loss", epoch: 1, expected: "1", got: "2", count: 1, tolerance),
        .figureField(name: "title", expected: "e", got: "g"), .figureSeriesCount(expected: 1, got: 2),
        .figureSeriesField(series: "s", name: "kind", expected: "e", got: "g"),
        .figurePointCount(series: "s", axis: "x", expected: 1, got: 2),
        .figurePoint(series: "s", axis: "y", index: 1, expected: "1", got: "2", count: 1, tolerance),
        .drawing(place: "svg/path[1]/@d", expected: "e", got: "g"), .diagnostic(index: 1, expected: "e", got: nil),
        .data(mime: "m", place: "a[0]", expected: "1", got: "2"),
        .inline(expression: "a", expected: "1", got: "2"),
    ]
}
