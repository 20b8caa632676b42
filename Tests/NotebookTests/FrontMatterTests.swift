import Diagnostics
import Notebook
import Testing

@Suite struct FrontMatterTests {
    @Test func readsWhatIsThere() {
        let notebook = Reading.read("---\ntitle: 영화 리뷰 분류\nlang: ko   # 말\nseed: 42\n---\n\n# 제목\n")
        #expect(notebook.diagnostics.isEmpty)
        #expect(notebook.frontMatter.title == "영화 리뷰 분류")
        #expect(notebook.frontMatter.language == .korean && notebook.frontMatter.namesLanguage)
        #expect(notebook.frontMatter.seed == 42)
        #expect(notebook.frontMatter.range.map { notebook.source.slice($0) }?.hasSuffix("seed: 42\n---") == true)
        #expect(notebook.parts.count == 1)
    }

    @Test func missingIsDefault() {
        for text in ["", "글", "---\n---\n", "---\n# nothing\n---\n글"] {
            let notebook = Reading.read(text)
            #expect(notebook.diagnostics.isEmpty, "\(text)")
            #expect(notebook.frontMatter.language == .english && !notebook.frontMatter.namesLanguage)
            #expect(notebook.frontMatter.seed == 0 && notebook.frontMatter.title == nil)
        }
        #expect(Reading.read("글").frontMatter.range == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"]) func lineBreaks(_ lineBreak: String, _ mark: String) {
        let text = mark + ["---", "title: \"따옴표: 안\"", "lang: ja-JP", "---", "글"].joined(separator: lineBreak)
        let notebook = Reading.read(text)
        #expect(notebook.diagnostics.isEmpty)
        #expect(notebook.frontMatter.title == "따옴표: 안" && notebook.frontMatter.language == .japanese)
        guard case .prose(let prose)? = notebook.parts.first else {
            Issue.record("no prose")
            return
        }
        #expect(prose.text == "글")
    }

    @Test func optionsForAllCells() {
        let notebook = Reading.read(
            """
            ---
            rtol: 1e-3
            atol: 0
            compare: exact
            normalize: [durations, paths]
            timeout: 5
            notebook-timeout: 60.5
            ---
            """)
        #expect(notebook.diagnostics.isEmpty)
        #expect(
            notebook.frontMatter.comparison
                == ComparisonOptions(mode: .exact, rtol: 1e-3, atol: 0, normalizers: [.durations, .paths]))
        #expect(notebook.frontMatter.timeout == 5 && notebook.frontMatter.notebookTimeout == 60.5)
        #expect(
            Reading.read("---\nnormalize: lines, ansi\n---").frontMatter.comparison.normalizers == [.ansi, .lines])
    }

    @Test func largestSeed() {
        #expect(Reading.read("---\nseed: 18446744073709551615\n---").frontMatter.seed == .max)
    }

    @Test(arguments: [
        ("---\ntitle: x", ["1:1 unclosed-front-matter ---"]),
        ("---\n\ntext", []),
        ("---\nlang: kr\n---", ["2:7 bad-language kr"]),
        ("---\nlang: [ko]\n---", ["2:7 bad-language [ko]"]),
        ("---\nseed: -1\n---", ["2:7 bad-seed -1"]),
        ("---\nseed: 1.5\n---", ["2:7 bad-seed 1.5"]),
        ("---\nseed: 많이 # 글\n---", ["2:7 bad-seed 많이"]),
        ("---\nseed: 18446744073709551616\n---", ["2:7 bad-seed 18446744073709551616"]),
        ("---\nrtol: -1\n---", ["2:7 bad-option-value -1"]),
        ("---\ncompare: fuzzy\n---", ["2:10 bad-option-value fuzzy"]),
        ("---\nnormalize: times\n---", ["2:12 bad-option-value times"]),
        ("---\ntimeout: 0\n---", ["2:10 bad-option-value 0"]),
        ("---\nnotebook-timeout: inf\n---", ["2:19 bad-option-value inf"]),
        ("---\ntitle:\n---", ["2:7 bad-title "]),
        ("---\ntitle: {a: b}\n---", ["2:8 bad-title {a"]),
        ("---\n# 글\ntitel: x\n---", ["3:1 warning unknown-front-matter-key titel"]),
        (
            "---\n저자: x\n\"seeds\": 1\n---",
            ["2:1 warning unknown-front-matter-key 저자", "3:1 warning unknown-front-matter-key \"seeds\""]
        ),
        ("---\ntitle: 가: 나\n---", ["2:9 broken-yaml :"]),
        ("---\nlang: ko\ntitle: \"가\n---", ["3:8 broken-yaml \"가"]),
        ("---\nlang: ko\n\t- x\n---", ["3:1 broken-yaml \t- x"]),
        ("---\n- a\n---", ["2:1 front-matter-not-mapping - a"]),
        ("---\nlang: ko\nseed: 1\nlang: ja\n---", ["4:1 duplicate-front-matter-key lang"]),
        (
            "---\ntitle: &a x\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n---",
            ["1:1 front-matter-too-complex ---"]
        ),
    ]) func mistakes(_ text: String, _ expected: [String]) {
        let found = Reading.diagnostics(text)
        #expect(found == expected)
    }

    @Test func nearestName() {
        #expect(Reading.mended("---\ntitel: x\n---").contains("\ntitle: x"))
    }

    /// However deep or long: a diagnostic, no crash.
    static let hostileTexts = [
        String(repeating: "[", count: 50_000), String(repeating: "- ", count: 30_000),
        String(repeating: "? ", count: 30_000), deepMapping, String(repeating: "x", count: 100_000), "\u{0}",
        "\u{1}: x", "%YAML 9.9", "a: !!binary x", "!!set {a}", "--- x", "a: 1\n...\nb: 2", "\u{2028}a: *b",
    ]
    private static let deepMapping = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()

    @Test(arguments: hostileTexts.indices) func hostile(_ index: Int) {
        let notebook = Reading.read("---\n\(Self.hostileTexts[index])\n---\n끝\n")
        #expect(!notebook.diagnostics.isEmpty)
        #expect(notebook.frontMatter.title == nil)
    }
}
