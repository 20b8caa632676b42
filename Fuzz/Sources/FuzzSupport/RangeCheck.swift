package import Diagnostics
package import Markup

/// Holds the places of nodes to the text: each lies in its parent and cuts no character in two.
package struct RangeCheck {
    private let source: SourceText

    package init(_ source: SourceText) { self.source = source }

    package func check(_ document: Document) {
        let whole = SourceRange(0, source.utf8.count)
        check(document.blocks, in: whole)
        for note in document.footnotes {
            check(note.range, in: whole, "footnote")
            check(note.blocks, in: note.range)
        }
        for diagnostic in document.diagnostics { check(diagnostic.range, in: whole, "diagnostic") }
    }

    package func check(_ diagnostics: [Diagnostic]) {
        let whole = SourceRange(0, source.utf8.count)
        for diagnostic in diagnostics { check(diagnostic.range, in: whole, "\(diagnostic.message)") }
    }

    private func check(_ range: SourceRange, in parent: SourceRange, _ what: String) {
        if !parent.contains(range) { found("\(what) at \(range) is outside \(parent)") }
        if !isBoundary(range.lower) || !isBoundary(range.upper) { found("\(what) at \(range) cuts a character") }
    }

    private func isBoundary(_ offset: Int) -> Bool {
        offset == source.utf8.count || source.utf8[offset] & 0xC0 != 0x80
    }

    private func check(_ blocks: [Block], in parent: SourceRange) {
        var end = parent.lower
        for block in blocks {
            check(block.range, in: parent, "block")
            if block.range.lower < end { found("block at \(block.range) begins before \(end)") }
            end = block.range.upper
            check(block)
        }
    }

    private func check(_ block: Block) {
        switch block.kind {
        case .heading(_, _, let inlines), .paragraph(let inlines): check(inlines, in: block.range)
        case .quote(let blocks): check(blocks, in: block.range)
        case .list(_, _, let items): for item in items { check(item, in: block.range) }
        case .code(let code):
            check(code.infoRange, in: block.range, "info")
            check(code.textRange, in: block.range, "code")
            if code.isVerbatim, source.slice(code.textRange) != code.text { found("code at \(code.textRange) differs") }
        case .table(let table):
            for cell in ([table.header] + table.rows).joined() { check(cell, in: block.range) }
            check(table.caption ?? [], in: block.range)
        case .division(let division):
            check(division.headRange, in: block.range, "head of a division")
            check(division.title, in: division.headRange)
            check(division.blocks, in: block.range)
        case .formula, .html, .thematicBreak: break
        }
    }

    private func check(_ inlines: [Inline], in parent: SourceRange) {
        var end = parent.lower
        for inline in inlines {
            check(inline.range, in: parent, "inline")
            if inline.range.lower < end { found("inline at \(inline.range) begins before \(end)") }
            end = inline.range.upper
            switch inline.kind {
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                check(children, in: inline.range)
            default: break
            }
        }
    }
}
