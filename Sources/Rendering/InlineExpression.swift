import Diagnostics
import Markup

/// `` `{swift} expression` `` in prose.
struct InlineExpression {
    var expression: String
    /// Where the code span begins in the file.
    var offset: Int

    static func all(in blocks: [Block]) -> [InlineExpression] { blocks.flatMap(all) }

    private static func all(in block: Block) -> [InlineExpression] {
        switch block.kind {
        case .heading(_, _, let content), .paragraph(let content): all(in: content)
        case .quote(let blocks): all(in: blocks)
        case .list(_, _, let items): items.flatMap { all(in: $0) }
        case .table(let table): (table.header + table.rows.joined() + [table.caption ?? []]).flatMap { all(in: $0) }
        case .division(let division): all(in: division.title) + all(in: division.blocks)
        case .code, .html, .thematicBreak, .formula: []
        }
    }

    private static func all(in inlines: [Inline]) -> [InlineExpression] {
        inlines.flatMap { inline -> [InlineExpression] in
            switch inline.kind {
            case .code(let code):
                guard code.hasPrefix("{swift} ") else { return [] }
                return [InlineExpression(expression: String(code.dropFirst(8)), offset: inline.range.lower)]
            case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content):
                return all(in: content)
            case .text, .image, .softBreak, .lineBreak, .html, .footnote, .formula, .ruby, .task: return []
            }
        }
    }
}
