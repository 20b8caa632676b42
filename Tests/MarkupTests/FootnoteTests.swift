import Diagnostics
import Markup
import Testing

@Suite struct FootnoteTests {
    private func dump(_ text: String) -> String {
        let document = Dump.parse(text)
        let notes = document.footnotes.map { "\($0.number)[\($0.label)]x\($0.references)(\(Dump.of($0.blocks)))" }
        return ([Dump.of(document.blocks)] + notes).joined(separator: " | ")
    }

    private func diagnostics(_ text: String) -> [String] {
        let source = SourceText(path: "a.md", text: text)
        return MarkdownParser.parse(source).diagnostics.map {
            let place = source.position(at: $0.range.lower)
            return "\(place.line):\(place.column) \($0.severity) \($0.message.id) \(source.slice($0.range))"
        }
    }

    static let treesCases: [MarkupCase] = [
        MarkupCase("가[^1]\n\n[^1]: 脚注です。", "p('가' ^1.1.1) | 1[1]x1(p('脚注です。'))"),
        MarkupCase(
            "a[^b] c[^a] d[^b]\n\n[^a]: A\n[^b]: B",
            "p('a' ^b.1.1 ' c' ^a.2.1 ' d' ^b.1.2) | 1[b]x2(p('B')) | 2[a]x1(p('A'))"),
        MarkupCase(
            "a[^1]\n\n[^1]: one\n\n    two\n\n        code\n\nend",
            "p('a' ^1.1.1) p('end') | 1[1]x1(p('one') p('two') indented\"code\\n\")"),
        MarkupCase(
            "a[^1]\n\n[^1]: one\nlazy\n    more\n\nend", "p('a' ^1.1.1) p('end') | 1[1]x1(p('one' ~ 'lazy' ~ 'more'))"),
        MarkupCase("[^1]: first\n\na[^1]", "p('a' ^1.1.1) | 1[1]x1(p('first'))"),
        MarkupCase("a[^1]\n[^1]: directly after", "p('a' ^1.1.1) | 1[1]x1(p('directly after'))"),
        MarkupCase("a[^1]\n\n   [^1]: indented", "p('a' ^1.1.1) | 1[1]x1(p('indented'))"),
        MarkupCase("a[^1]\n\n[^1]:\n    below", "p('a' ^1.1.1) | 1[1]x1(p('below'))"),
        MarkupCase("a[^1]\n\n[^1]: - x\n    - y", "p('a' ^1.1.1) | 1[1]x1(ul(li(p('x')) li(p('y'))))"),
        MarkupCase("a[^1]\n\n[^1]: ```swift\n    let x\n    ```", "p('a' ^1.1.1) | 1[1]x1(code[swift]\"let x\\n\")"),
        MarkupCase(
            "a[^1]\n\n[^1]: see[^2]\n[^2]: and[^1]", "p('a' ^1.1.1) | 1[1]x2(p('see' ^2.2.1)) | 2[2]x1(p('and' ^1.1.2))"
        ),
        MarkupCase("a[^각주] b[^각주]\n\n[^각주]: 글", "p('a' ^각주.1.1 ' b' ^각주.1.2) | 1[각주]x2(p('글'))"),
        MarkupCase("a[^Note]\n\n[^note]: n", "p('a' ^Note.1.1) | 1[note]x1(p('n'))"),
        MarkupCase(
            "\\[^1] `[^1]` <b title='[^1]'>[^1]\n\n[^1]: n",
            "p('[^1] ' `[^1]` ' ' html\"<b title='[^1]'>\" ^1.1.1) | 1[1]x1(p('n'))"),
        MarkupCase("**강조(b)**[^1]는\n\n[^1]: n", "p(strong('강조(b)') ^1.1.1 '는') | 1[1]x1(p('n'))"),
        MarkupCase("日本[^1]\n語\n\n[^1]: n", "p('日本' ^1.1.1 '語') | 1[1]x1(p('n'))"),
        MarkupCase("日本\n[^1]語\n\n[^1]: n", "p('日本' ^1.1.1 '語') | 1[1]x1(p('n'))"),
        MarkupCase("![^1] [x][^1]\n\n[^1]: n", "p('!' ^1.1.1 ' [x]' ^1.1.2) | 1[1]x2(p('n'))"),
        MarkupCase("> - *a[^1]*\n\n[^1]: n", "quote(ul(li(p(em('a' ^1.1.1))))) | 1[1]x1(p('n'))"),
        MarkupCase("a[^1]\n\n[^1]: [l]\n\n[l]: /u", "p('a' ^1.1.1) | 1[1]x1(p(a</u>('l')))"),
        MarkupCase("- x\n[^1]: n\n\n[^1]", "ul(li(p('x'))) p(^1.1.1) | 1[1]x1(p('n'))"),
        MarkupCase("+ x\n\n[^1]: n\n\n+ y[^1]", "ul(li(p('x'))) ul(li(p('y' ^1.1.1))) | 1[1]x1(p('n'))"),
        MarkupCase("```\n[^1]: code\n```\n[^1]\n\n[^1]: n", "code[]\"[^1]: code\\n\" p(^1.1.1) | 1[1]x1(p('n'))"),
        MarkupCase("<div>\n[^1]: html\n</div>\n\na", "html\"<div>\\n[^1]: html\\n</div>\\n\" p('a')"),
        MarkupCase("[^1]: | a |\n    |---|\n    | b |\n\n[^1]", "p(^1.1.1) | 1[1]x1(table[-]('a' / 'b'))"),
    ]

    @Test(arguments: treesCases) func trees(_ example: MarkupCase) { #expect(dump(example.source) == example.tree) }

    @Test func diagnostics() {
        #expect(diagnostics("가 [^없음]") == ["1:3 warning undefined-footnote [^없음]"])
        #expect(diagnostics("a\n\n[^x]: y") == ["3:1 warning unused-footnote [^x]"])
        #expect(diagnostics("a[^x]\n\n[^x]: y\n\n[^X]: z") == ["5:1 warning duplicate-footnote [^X]"])
        #expect(diagnostics("> [^x]: y") == ["1:3 warning nested-footnote [^x]"])
        #expect(diagnostics("`[^x]` \\[^x] [a](b[^x])\n\n    [^x]: y") == [])
        #expect(diagnostics("a[^nota]\n\n[^note]: y").first == "1:2 warning undefined-footnote [^nota]")
    }

    @Test func suggestsTheNearestLabel() {
        let message = Dump.parse("a[^nota]\n\n[^note]: y").diagnostics[0].message
        #expect(message.text(in: .english) == "footnote [^nota] is not defined; did you mean [^note]?")
        #expect(message.text(in: .korean) == "각주 [^nota]의 정의가 없습니다. [^note]을(를) 뜻했습니까?")
        #expect(message.text(in: .japanese) == "脚注 [^nota] は定義されていません。[^note] のことですか?")
    }

    /// What is taken for no footnote stays on the page.
    @Test func literalText() {
        #expect(dump("> [^x]: y") == "quote(p('[^x]: y'))")
        #expect(dump("a [^x] b") == "p('a [^x] b')")
        #expect(dump("[^ x] [^] [^a b]") == "p('[^ x] [^] [^a b]')")
    }

    @Test func ranges() {
        let source = SourceText(path: "a.md", text: "가[^1]나\n\n[^1]: 하나\n\n    둘\n\n끝\n")
        let note = MarkdownParser.parse(source).footnotes[0]
        #expect(source.slice(note.range) == "[^1]: 하나\n\n    둘")
        #expect(note.blocks.map { source.slice($0.range) } == ["하나", "둘"])
    }
}
