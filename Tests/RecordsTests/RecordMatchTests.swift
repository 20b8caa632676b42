import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite("Stale cells, paths, stream text")
struct RecordMatchTests {
    private static let lesson = Sample.notebook([
        Sample.cell("1-1", "let a = 1\n", number: 1),
        Sample.cell("plot", "//| fig-cap: 가\nplot(a)\n", number: 2, label: "plot"),
        Sample.cell("3-1", "shown()\n", number: nil, options: Sample.options { $0.evaluation = .none }),
        Sample.cell("4-1", "print(a)\n", number: 3),
    ])

    private static func record(
        _ outputs: [CellID: [Output]] = Dictionary(uniqueKeysWithValues: lesson.cells.map { ($0.id, []) })
    )
        -> Record
    {
        Record(of: lesson, outputs: outputs, engine: "0", instructionSet: "avx2")
    }

    @Test("a fresh record is not stale")
    func fresh() {
        #expect(!Self.record().isStale(for: Self.lesson))
    }

    @Test("captions, folding, tolerances and line ends do not make a cell stale")
    func harmless() {
        var lesson = Self.lesson
        lesson.parts[1] = Sample.cell(
            "plot", "//| fig-cap: 나\r\nplot(a)\r\n", number: 2, label: "plot",
            options: Sample.options {
                $0.input = .folded
                $0.rtol = 1
            })
        #expect(!Self.record().isStale(for: lesson))
    }

    @Test("inline values stay with their expression when the words around it change; a new one makes the record stale")
    func inlineValues() throws {
        func lesson(_ prose: String) -> Notebook {
            NotebookReader.read(SourceText(path: "a.md", text: "```swift\nlet a = 1\n```\n\n\(prose)\n"))
        }
        let before = lesson("값은 `{swift} a`입니다.")
        let prose = try #require(
            before.parts.compactMap { if case .prose(let prose) = $0 { prose.id } else { nil } }.last)
        let record = Record(
            of: before, outputs: [before.cells[0].id: []],
            inline: [prose: [Record.InlineValue(expression: "a", text: "1")]], engine: "0", instructionSet: "avx2")
        let reworded = record.matched(to: lesson("구한 값은 `{swift} a`이고, 끝입니다."))
        #expect(!reworded.isStale)
        #expect(Array(reworded.inlineValues.values) == ["1"])
        let extended = record.matched(to: lesson("값은 `{swift} a`와 `{swift} a + 1`입니다."))
        #expect(extended.isStale && extended.missesInlineValues)
        #expect(Array(extended.inlineValues.values) == ["1"])
    }

    @Test("a cell that is only shown may change freely")
    func shownOnly() {
        var lesson = Self.lesson
        lesson.parts[2] = Sample.cell(
            "9-1", "other()\n", number: nil, options: Sample.options { $0.evaluation = .none })
        #expect(!Self.record().isStale(for: lesson))
        lesson.parts.remove(at: 2)
        #expect(!Self.record().isStale(for: lesson))
    }

    @Test("a changed cell is stale, labelled or not, and keeps its recorded outputs")
    func changed() throws {
        var lesson = Self.lesson
        lesson.parts[0] = Sample.cell("5-1", "let a = 2\n", number: 1)
        lesson.parts[1] = Sample.cell("plot", "plot(a, a)\n", number: 2, label: "plot")
        let match = Self.record().matched(to: lesson)
        #expect(match.isStale)
        #expect(match[CellID("5-1")]?.staleness == .changed)
        #expect(match[CellID("5-1")]?.recorded?.id == CellID("1-1"))
        #expect(match[CellID("plot")]?.staleness == .changed)
        #expect(match[CellID("4-1")]?.staleness == nil)
        #expect(match[CellID("4-1")]?.recorded != nil)
    }

    @Test("the way a cell is run counts")
    func evaluation() {
        var lesson = Self.lesson
        lesson.parts[3] = Sample.cell(
            "4-1", "print(a)\n", number: 3, options: Sample.options { $0.evaluation = .raisesException })
        #expect(Self.record().matched(to: lesson)[CellID("4-1")]?.staleness == .changed)
        lesson.parts[3] = Sample.cell(
            "4-1", "print(a)\n", number: nil, options: Sample.options { $0.evaluation = .none })
        #expect(Self.record().matched(to: lesson)[CellID("4-1")]?.staleness == .changed)
    }

    @Test("new, removed and unrun cells, another seed and another language")
    func others() {
        var lesson = Self.lesson
        lesson.parts.append(Sample.cell("6-1", "new()\n", number: 4))
        #expect(Self.record().matched(to: lesson)[CellID("6-1")]?.staleness == .missing)
        lesson = Self.lesson
        lesson.parts.removeLast()
        #expect(Self.record().matched(to: lesson).removed.map(\.id) == [CellID("4-1")])
        #expect(Self.record().isStale(for: lesson))
        #expect(Self.record([CellID("1-1"): []]).matched(to: Self.lesson)[CellID("4-1")]?.staleness == .notRun)
        lesson = Self.lesson
        lesson.frontMatter.seed = 7
        #expect(Self.record().matched(to: lesson).seedChanged)
        #expect(Self.record().isStale(for: lesson))
        lesson = Self.lesson
        lesson.frontMatter.language = .japanese
        #expect(Self.record().isStale(for: lesson))
    }

    @Test(
        "where the record stands",
        arguments: [
            ("lesson.md", nil, "lesson.ipynb"), ("a/b/lesson.md", nil, "a/b/lesson.ipynb"),
            ("/lesson.md", nil, "/lesson.ipynb"), ("a.b/lesson", nil, "a.b/lesson.ipynb"),
            ("lesson.ko.md", nil, "lesson.ko.ipynb"), (".md", nil, ".md.ipynb"), ("a/수업.qmd", "out", "out/수업.ipynb"),
            ("../lesson.md", "out/", "out/lesson.ipynb"), ("a/lesson.md", ".", "lesson.ipynb"),
        ] as [(String, String?, String)])
    func path(lesson: String, output: String?, record: String) {
        #expect(RecordPath.record(ofLesson: lesson, in: output) == record)
    }

    @Test("lessons that would share a record are found")
    func collisions() {
        #expect(RecordPath.collisions(among: ["a/x.md", "b/x.md", "a/y.md"]).isEmpty)
        #expect(RecordPath.collisions(among: ["a/x.md", "b/x.md", "a/y.md"], in: "o") == [["a/x.md", "b/x.md"]])
        #expect(RecordPath.collisions(among: ["x.md", "x.qmd", "x.md"]) == [["x.md", "x.qmd"]])
        // Two files for the system, one name for people.
        let forms = ["\u{AC00}.md", "\u{1100}\u{1161}.md"]
        #expect(RecordPath.collisions(among: forms).map { $0.map { Array($0.utf8) } } == [forms.map { Array($0.utf8) }])
    }

    @Test(
        "carriage returns",
        arguments: [
            ("a\rb", "b"), ("abc\rx", "xbc"), ("10%\r100%\r", "100%"), ("a\r\nb\r\n", "a\nb\n"), ("한글\r가", "가글"),
            ("a\n12\r3\nb", "a\n32\nb"), ("\r\r\n", "\n"), ("plain", "plain"), ("", ""),
        ])
    func carriageReturns(text: String, shown: String) {
        #expect(StreamText.applyingCarriageReturns(text) == shown)
    }

    @Test("pieces of one stream are merged, others are kept apart")
    func merging() {
        let outputs: [Output] = [
            .stream(.stdout, "a"), .progress(Progress(label: "p", done: 1, total: 1, detail: "")),
            .stream(.stdout, "b"),
            .stream(.stderr, "c"), .stream(.stdout, "d"), .stream(.stdout, ""), .stream(.stderr, ""),
        ]
        #expect(StreamText.merged(outputs) == [.stream(.stdout, "ab"), .stream(.stderr, "c"), .stream(.stdout, "d")])
    }
}
