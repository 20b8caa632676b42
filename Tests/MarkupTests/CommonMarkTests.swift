import Diagnostics
import Markup
import Testing

@Suite struct CommonMarkTests {
    static let blocksCases: [MarkupCase] = [
        MarkupCase("", ""),
        MarkupCase("a\n\nb", "p('a') p('b')"),
        MarkupCase("a\nb", "p('a' ~ 'b')"),
        MarkupCase("a  \nb\\\nc", "p('a' \\ 'b' \\ 'c')"),
        MarkupCase("# One\n## Two #\n###### Six", "h1#one('One') h2#two('Two') h6#six('Six')"),
        MarkupCase("#no\n\n####### seven", "p('#no') p('####### seven')"),
        MarkupCase("One\n===\nTwo\n---", "h1#one('One') h2#two('Two')"),
        MarkupCase("a\nb\n===", "h1#a-b('a' ~ 'b')"),
        MarkupCase("***\n- - -\n___", "hr hr hr"),
        MarkupCase("> a\n> b\nc", "quote(p('a' ~ 'b' ~ 'c'))"),
        MarkupCase("> a\n>\n> > b", "quote(p('a') quote(p('b')))"),
        MarkupCase("- a\n- b", "ul(li(p('a')) li(p('b')))"),
        MarkupCase("- a\n\n- b", "ul*(li(p('a')) li(p('b')))"),
        MarkupCase("3. a\n4. b", "ol3(li(p('a')) li(p('b')))"),
        MarkupCase("- a\n  - b\n\n    c", "ul(li(p('a') ul*(li(p('b') p('c')))))"),
        MarkupCase("- a\n+ b", "ul(li(p('a'))) ul(li(p('b')))"),
        MarkupCase("-\n-  x", "ul(li() li(p('x')))"),
        MarkupCase("    let a = 1\n\n    let b", "indented\"let a = 1\\n\\nlet b\\n\""),
        MarkupCase("```swift {#a}\nlet a = 1\n```", "code[swift {#a}]\"let a = 1\\n\""),
        MarkupCase("~~~~\n~~~\n~~~~", "code[]\"~~~\\n\""),
        MarkupCase("```\na", "code[]!\"a\\n\""),
        MarkupCase("  ```\n  a\n b\n   c\n  ```", "code[]\"a\\nb\\n c\\n\""),
        MarkupCase("> ```x\n> a\n\nb", "quote(code[x]!\"a\\n\") p('b')"),
        MarkupCase("- ```\n  a\n  ```\n- b", "ul(li(code[]\"a\\n\") li(p('b')))"),
        MarkupCase("<div>\n*a*\n\n*b*", "html\"<div>\\n*a*\\n\" p(em('b'))"),
        MarkupCase("<!-- a\n\nb -->\nc", "html\"<!-- a\\n\\nb -->\\n\" p('c')"),
        MarkupCase("[a]: /u 't'\n\n[a] [b][a] [a][]", "p(a</u|t>('a') ' ' a</u|t>('b') ' ' a</u|t>('a'))"),
        MarkupCase("[a]: /u\nb", "p('b')"),
        MarkupCase("\u{FEFF}# a", "h1#a('a')"),
        MarkupCase("a\r\nb\rc", "p('a' ~ 'b' ~ 'c')"),
        MarkupCase("a\0b", "p('a\u{FFFD}b')"),
    ]

    static let inlinesCases: [MarkupCase] = [
        MarkupCase("*a* **b** ***c***", "em('a') ' ' strong('b') ' ' em(strong('c'))"),
        MarkupCase("_a_ __b__ a_b_c", "em('a') ' ' strong('b') ' a_b_c'"),
        MarkupCase("*a **b** c*", "em('a ' strong('b') ' c')"),
        MarkupCase("**a*", "'*' em('a')"),
        MarkupCase("* a*", "ul"),
        MarkupCase("\\*a\\* \\a", "'*a* \\a'"),
        MarkupCase("`a` ``b`c`` `", "`a` ' ' `b`c` ' `'"),
        MarkupCase("` a `` b `", "`a `` b`"),
        MarkupCase("`a\nb`", "`a b`"),
        MarkupCase("&amp; &#44032; &#xAC00; &copy; &nope; &", "'& 가 가 © &nope; &'"),
        MarkupCase("[a](/u) [b](<x y> \"t\")", "a</u>('a') ' ' a<x y|t>('b')"),
        MarkupCase("[a *b*](u 'x\ny')z", "a<u|x\ny>('a ' em('b')) 'z'"),
        MarkupCase("[a](u", "'[a](u'"),
        MarkupCase("[a]", "'[a]'"),
        MarkupCase("![a *b* `c`](/u \"t\")", "img</u|t>(a b c)"),
        MarkupCase("[![a](i)](u)", "a<u>(img<i>(a))"),
        MarkupCase(
            "<https://a.b/?c&d> <a@b.c>", "a<https://a.b/?c&d>('https://a.b/?c&d') ' ' a<mailto:a@b.c>('a@b.c')"),
        MarkupCase("a <b c='*d*'>e</b> <!-- x -->", "'a ' html\"<b c='*d*'>\" 'e' html\"</b>\" ' ' html\"<!-- x -->\""),
        MarkupCase("a < b > c", "'a < b > c'"),
    ]

    @Test(arguments: blocksCases) func blocks(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == example.tree)
    }

    @Test(arguments: inlinesCases) func inlines(_ example: MarkupCase) {
        let tree = Dump.of(example.source)
        #expect(example.tree == "ul" ? tree.hasPrefix("ul(") : tree == "p(\(example.tree))")
    }

    /// Headings of one text get ids of their own; letters of every script stay.
    @Test func headingIDs() {
        let source = """
            # 3.4 데이터 준비!
            ## 데이터 준비
            ## 데이터 준비
            ## 데이터 준비-1
            ## `print()` & *Über* C++
            ## 機械　学習
            ## ?!
            ## \u{1112}\u{1161}\u{11AB}
            ## 🎉 snake_case-kebab
            """
        let anchors = Dump.parse(source).blocks.map { block -> String in
            if case .heading(_, let anchor, _) = block.kind { anchor } else { "" }
        }
        #expect(
            anchors == [
                "34-데이터-준비", "데이터-준비", "데이터-준비-1", "데이터-준비-1-1", "print--über-c", "機械-学習", "section", "한",
                "-snake_case-kebab",
            ])
        #expect(anchors[7].unicodeScalars.count == 1)
    }

    /// Found by the fuzzer: the text reached a line break further than the block.
    @Test(arguments: ["```swift\nlet a = 1\n", "```swift\n", "```swift", "가\n\n~~~\n\n\n"])
    func theTextOfAnUnclosedFenceLiesWithinTheBlock(text: String) throws {
        let block = try #require(MarkdownParser.parse(SourceText(path: "a.md", text: text)).blocks.last)
        guard case .code(let code) = block.kind else {
            Issue.record("no code block")
            return
        }
        #expect(code.isUnclosed && block.range.contains(code.textRange) && block.range.contains(code.infoRange))
    }

    /// A fence at the margin maps to the file byte by byte, whatever its line breaks.
    @Test(arguments: ["\n", "\r\n", "\r"]) func verbatimCode(lineBreak: String) {
        let text = ["가나", "```swift {#a .b}", "let x = \"日\\(1)\"", "", "  x", "```", "z"].joined(separator: lineBreak)
        let source = SourceText(path: "a.md", text: text)
        let document = MarkdownParser.parse(source)
        guard case .code(let code) = document.blocks[1].kind else {
            Issue.record("no code block")
            return
        }
        #expect(code.isVerbatim && !code.isUnclosed)
        #expect(code.info == "swift {#a .b}" && source.slice(code.infoRange) == code.info)
        #expect(source.slice(code.textRange) == code.text)
        #expect(code.text == ["let x = \"日\\(1)\"", "", "  x", ""].joined(separator: lineBreak))
        #expect(source.slice(document.blocks[1].range).hasSuffix("```"))
        #expect(source.position(at: code.textRange.lower).line == 3)
    }

    @Test func parsesFromAnOffset() {
        let source = SourceText(path: "a.md", text: "---\ntitle: *x*\n---\n# 제목\n")
        let document = MarkdownParser.parse(source, from: 19)
        #expect(Dump.of(document.blocks) == "h1#제목('제목')")
        #expect(document.blocks[0].range == SourceRange(19, 27))
    }

    @Test func placesInListsAndQuotes() {
        let source = SourceText(path: "a.md", text: "> - 가 **나\n>   다** `라`\nlazy *마*\n")
        let document = MarkdownParser.parse(source)
        #expect(Dump.of(document.blocks) == "quote(ul(li(p('가 ' strong('나' ~ '다') ' ' `라` ~ 'lazy ' em('마')))))")
        guard case .quote(let blocks) = document.blocks[0].kind, case .list(_, _, let items) = blocks[0].kind,
            case .paragraph(let inlines) = items[0][0].kind
        else {
            Issue.record("another tree")
            return
        }
        let slices = inlines.map { source.slice($0.range) }
        #expect(slices == ["가 ", "**나\n>   다**", " ", "`라`", "\n", "lazy ", "*마*"])
    }
}
