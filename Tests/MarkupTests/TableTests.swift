import Diagnostics
import Markup
import Testing

@Suite struct TableTests {
    static let treesCases: [MarkupCase] = [
        MarkupCase("| a | b |\n|---|---|\n| 1 | 2 |", "table[--]('a'|'b' / '1'|'2')"),
        MarkupCase("a | b\n--- | ---\n1 | 2", "table[--]('a'|'b' / '1'|'2')"),
        MarkupCase("|a|b|c|d|\n|:-|:-:|-:|-|", "table[lcr-]('a'|'b'|'c'|'d')"),
        MarkupCase("| a |\n| - |\n| 1 | 2 |\n|", "table[-]('a' / '1' / )"),
        MarkupCase("| a | b |\n|---|---|\n| 1 |", "table[--]('a'|'b' / '1'|)"),
        MarkupCase("| a\\|b | `c\\|d` |\n|---|---|", "table[--]('a|b'|`c|d`)"),
        MarkupCase("| *a | b* |\n|---|---|", "table[--]('*a'|'b*')"),
        MarkupCase("| **가(나)**는 | [l] |\n|---|---|\n\n[l]: /u", "table[--](strong('가(나)') '는'|a</u>('l'))"),
        MarkupCase("text\n| a | b |\n|---|---|\n| 1 | 2 |\n\nend", "p('text') table[--]('a'|'b' / '1'|'2') p('end')"),
        MarkupCase("| a |\n|---|\n> q", "table[-]('a') quote(p('q'))"),
        MarkupCase("| a |\n|---|\nplain", "table[-]('a' / 'plain')"),
        MarkupCase("> | a | b |\n> |---|---|\n> | 1 | 2 |", "quote(table[--]('a'|'b' / '1'|'2'))"),
        MarkupCase("- | a |\n  |---|\n- b", "ul(li(table[-]('a')) li(p('b')))"),
        MarkupCase("| a | b |\n|---|", "p('| a | b |' ~ '|---|')"),
        MarkupCase("a\n:-", "p('a' ~ ':-')"),
        MarkupCase("| a |\n| x |", "p('| a |' ~ '| x |')"),
        MarkupCase("| a |\n|---|\n| # |\n| \\ |\n|  |", "table[-]('a' / '#' / '\\' / )"),
        MarkupCase("| a[^1] |\n|---|\n| b[^1] |\n\n[^1]: n", "table[-]('a' ^1.1.1 / 'b' ^1.1.2)"),
        MarkupCase("[l]: /u\n| [l] |\n|---|", "table[-](a</u>('l'))"),
        MarkupCase("| a |\n|---|\n| b |\n---", "table[-]('a' / 'b') hr"),
        MarkupCase("```\n| a |\n|---|\n```", "code[]\"| a |\\n|---|\\n\""),
        MarkupCase("# x\n| 가 |\r\n|---|\r\n| 나 |", "h1#x('x') table[-]('가' / '나')"),
        MarkupCase("| # a # |\n|---|\n| - b |\n| > c |", "table[-]('# a #' / '- b' / '> c')"),
    ]

    @Test(arguments: treesCases) func trees(_ example: MarkupCase) { #expect(Dump.of(example.source) == example.tree) }

    @Test func ranges() {
        let source = SourceText(path: "a.md", text: "글\n\n> | 가 | `a\\|b` |\n> |---|---|\n> | **나(1)**는 | 다 |\n\n끝")
        let document = MarkdownParser.parse(source)
        guard case .quote(let blocks) = document.blocks[1].kind, case .table(let table) = blocks[0].kind else {
            Issue.record("no table")
            return
        }
        #expect(source.slice(blocks[0].range) == "| 가 | `a\\|b` |\n> |---|---|\n> | **나(1)**는 | 다 |")
        #expect(source.slice(document.blocks[1].range).hasSuffix("| 다 |"))
        let cells = (table.header + table.rows[0]).map { $0.map { source.slice($0.range) } }
        #expect(cells == [["가"], ["`a\\|b`"], ["**나(1)**", "는"], ["다"]])
    }
}
