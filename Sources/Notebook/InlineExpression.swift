package import Diagnostics
import Markup

/// `` `{swift} expression` `` in prose: run after the cells above it, shown as its value.
package struct InlineExpression: Hashable, Sendable {
    /// Unique among the cells and expressions of the notebook.
    package var id: CellID
    package var expression: String
    /// The code span in the file, from its first backtick on.
    package var range: SourceRange
    /// Where the expression's own text begins.
    package var textOffset: Int

    private static let mark = "{swift} "

    /// The expressions of a document by their places, still without ids.
    static func all(in document: Document, of source: SourceText) -> [InlineExpression] {
        let spans = document.blocks.flatMap(spans) + document.footnotes.flatMap(\.blocks).flatMap(spans)
        return spans.sorted { $0.range.lower < $1.range.lower }.compactMap { span in
            guard case .code(let code) = span.kind, code.hasPrefix(mark) else { return nil }
            let written = source.slice(span.range)
            let skipped = written.firstRange(of: mark).map { written[..<$0.upperBound].utf8.count } ?? 0
            return InlineExpression(
                id: CellID(""), expression: String(code.dropFirst(mark.count)), range: span.range,
                textOffset: span.range.lower + skipped)
        }
    }

    private static func spans(in block: Block) -> [Inline] {
        switch block.kind {
        case .heading(_, _, let content), .paragraph(let content): content.flatMap(spans)
        case .quote(let blocks): blocks.flatMap(spans)
        case .list(_, _, let items): items.joined().flatMap(spans)
        case .table(let table): (table.header + table.rows.joined() + [table.caption ?? []]).joined().flatMap(spans)
        case .division(let division): division.title.flatMap(spans) + division.blocks.flatMap(spans)
        case .code, .html, .thematicBreak, .formula: []
        }
    }

    private static func spans(in inline: Inline) -> [Inline] {
        switch inline.kind {
        case .code: [inline]
        case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content):
            content.flatMap(spans)
        case .text, .image, .softBreak, .lineBreak, .html, .footnote, .formula, .ruby, .task: []
        }
    }
}
