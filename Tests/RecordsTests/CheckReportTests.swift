import Diagnostics
import Foundation
import Notebook
import Outputs
import Records
import Testing

@Suite("Reports for other tools")
struct CheckReportTests {
    private static let cell = CellReference(id: CellID("loss"), label: "loss", number: 1)
    private static let hostile = "a \"b\" <c> & 'd'\n\u{1B}[2J % , :"

    private static func svg(_ path: String) -> Output {
        .display(MIMEBundle([MIME.svg: .string("<svg><path d=\"\(path)\"/><script>alert(1)</script></svg>")]))
    }

    private static let lessons = [
        CheckSummary(
            path: "a/첫 수업.md", language: .korean, outcome: .different,
            cells: [.init(id: "loss", name: "loss", line: 5), .init(id: "x-1", name: "2", line: 9)],
            problems: [
                .init(
                    cell: "loss", line: 5, id: "text", message: "셀 1: \(hostile)", detail: "- old\n+ new",
                    finding: Finding(
                        cell: cell, output: 1, .text(mime: nil, line: 2, expected: "<old>", got: "<new>"),
                        outputs: OutputPair(
                            expected: .stream(.stdout, "first\n<old>\n"), got: .stream(.stdout, "first\n<new>\n")))),
                .init(
                    cell: "loss", line: 5, id: "drawing", message: "figure",
                    finding: Finding(
                        cell: cell, output: 2, .drawing(place: "svg", expected: "a", got: "b"),
                        outputs: OutputPair(expected: svg("M0,0"), got: svg("M9,9")))),
                .init(cell: "gone", line: 0, id: "cell-missing", message: "a cell is gone"),
                .init(cell: nil, line: 3, isWarning: true, id: "unused", message: "a warning"),
            ]),
        CheckSummary(
            path: "b.md", language: .english, outcome: .skipped, cells: [.init(id: "c", name: "c", line: 2)],
            reason: "other data"),
        CheckSummary(path: "c.md", language: .english, outcome: .same, cells: [.init(id: "d", name: "d", line: 2)]),
        CheckSummary(
            path: "d.md", language: .english, outcome: .typeError,
            problems: [.init(cell: nil, line: 4, column: 7, id: "type", message: "wrong type")]),
    ]

    @Test("JUnit: a suite for a lesson, a case for a cell, well-formed whatever the outputs say")
    func junit() throws {
        let xml = JUnitReport.render(Self.lessons)
        #expect(xml.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        #expect(xml.contains("<testsuites name=\"hanji check\" tests=\"6\" failures=\"2\" errors=\"1\">"))
        #expect(
            xml.contains("<testsuite name=\"a/첫 수업.md\" tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"0\">"))
        #expect(xml.contains("<testcase classname=\"a/첫 수업.md\" name=\"2\" file=\"a/첫 수업.md\" line=\"9\"/>"))
        #expect(xml.contains("message=\"셀 1: a &quot;b&quot; &lt;c&gt; &amp; &#39;d&#39;&#10;\u{FFFD}[2J % , :\""))
        #expect(xml.contains("- old\n+ new"))
        #expect(xml.contains("<skipped message=\"other data\"/>"))
        #expect(xml.contains("<error type=\"type\" message=\"wrong type\">"))
        #expect(!xml.contains("a warning"), "warnings fail nothing")
        // One failure in a case, all that was found in it.
        #expect(xml.components(separatedBy: "<failure ").count - 1 == 2)
        #expect(xml.contains("figure</failure>"))
    }

    @Test("GitHub: one line for each problem, at its place")
    func gitHub() {
        let lines = GitHubReport.render(Self.lessons).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7 && lines.last == "")
        #expect(
            lines[0]
                == "::error file=a/첫 수업.md,line=5,col=1,title=text::셀 1: a \"b\" <c> & 'd'%0A\u{1B}[2J %25 , :%0A- old%0A+ new"
        )
        #expect(lines[2] == "::error file=a/첫 수업.md,title=cell-missing::a cell is gone")
        #expect(lines[3] == "::warning file=a/첫 수업.md,line=3,col=1,title=unused::a warning")
        #expect(lines[4] == "::notice file=b.md,title=skipped::other data")
        #expect(lines[5] == "::error file=d.md,line=4,col=7,title=type::wrong type")
    }

    @Test("HTML: nothing of an output is markup, drawings are pictures, nothing is fetched")
    func html() {
        let page = HTMLReport(language: .korean).render(Self.lessons)
        #expect(page.contains("<html lang=\"ko\">"))
        #expect(page.contains("&lt;old&gt;") && page.contains("&lt;new&gt;"))
        #expect(!page.contains("<old>") && !page.contains("alert(1)") && !page.contains("\u{1B}"))
        #expect(page.components(separatedBy: "data:image/svg+xml;base64,").count - 1 == 4)
        #expect(page.contains("type=\"range\""))
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(page.contains("기록과 다름 (3)") && page.contains("건너뜀") && page.contains("기록과 같음"))
        // Every place that a link goes to is there.
        for link in page.matches(of: /href="#([^"]+)"/) { #expect(page.contains("id=\"\(link.output.1)\"")) }
    }
}

@Suite("Lines that differ")
struct LineDifferenceTests {
    private func rows(_ expected: String, _ got: String, context: Int = 1, limit: Int = 40) -> [String] {
        LineDifference(
            expected: expected, got: got, rules: ComparisonRules(), context: context, limit: limit
        ).rows.map { row in
            switch row {
            case .same(let line, let text): " \(line) \(text)"
            case .removed(let line, let text): "-\(line) \(text)"
            case .added(let line, let text): "+\(line) \(text)"
            case .gap(let count): "~\(count)"
            }
        }
    }

    @Test("a change has the lines around it")
    func context() {
        #expect(
            rows("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nD\ne\nf\n") == ["~2", " 3 c", "-4 d", "+4 D", " 5 e", "~1"])
    }

    @Test("lines that are added or lost move the others")
    func moved() {
        #expect(rows("a\nb\n", "x\na\nb\n") == ["+1 x", " 1 a", "~1"])
        #expect(rows("x\na\nb\n", "a\nb\n") == ["-1 x", " 2 a", "~1"])
        #expect(rows("a\n", "") == ["-1 a"])
        #expect(rows("", "a\n") == ["+1 a"])
    }

    @Test("lines within tolerance are the same")
    func tolerance() {
        #expect(rows("loss 0.50001\nb\n", "loss 0.50002\nc\n") == [" 1 loss 0.50001", "-2 b", "+2 c"])
    }

    @Test("a long difference is cut, a very long one is not aligned")
    func long() {
        let (old, new) = ((0..<100).map { "a\($0)" }, (0..<100).map { "b\($0)" })
        #expect(rows(old.joined(separator: "\n"), new.joined(separator: "\n"), limit: 10).count == 11)
        let many = (0..<5000).map { "x\($0)" }.joined(separator: "\n")
        let others = (0..<5000).map { "y\($0)" }.joined(separator: "\n")
        #expect(rows(many, others, limit: 10).first == "-1 x0")
    }
}
