import Diagnostics
import Markup
import Notebook
import Records

/// The text of a Jupyter notebook's Markdown cell as a piece of a Markdown file, where it could change what stands
/// below it, and where its examples could run.
enum MarkdownCell {
    /// The text with its Swift fences marked `.noeval`, because in Jupyter only code cells run, and with what it leaves
    /// open closed, as every cell's end does there.
    static func standingAlone(_ text: String) -> String { withoutCells(closed(text)) }

    private static func withoutCells(_ text: String) -> String {
        // Below an empty line nothing is a front matter.
        let source = SourceText(path: "", text: "\n" + text)
        let edits = NotebookReader.read(source).cells.filter { $0.options.evaluation != .none }.map { cell in
            let line = source.range(ofLine: source.line(at: cell.range.lower))
            let opening = SourceRange(cell.range.lower, max(cell.range.lower, line.upper))
            let fence = source.slice(opening).prefix { " `~".contains($0) }
            var shown = Record.Code(
                id: cell.id, label: cell.label, number: nil, source: cell.text, options: cell.options)
            shown.options.evaluation = .none
            return TextEdit(range: opening, text: "\(fence)swift {\(CellAttributesWriter.attributes(of: shown))}")
        }
        return TextEdit.apply(edits, to: source, in: SourceRange(1, source.utf8.count))
    }

    private static func closed(_ text: String) -> String {
        let source = SourceText(path: "", text: text)
        guard let end = missingEnd(of: MarkdownParser.parse(source).blocks, in: source) else { return text }
        return text + (text.hasSuffix("\n") ? "" : "\n") + end
    }

    /// What closes the last block; `nil` when nothing is open. Lists and quotes end by themselves at the next line
    /// without their marks.
    private static func missingEnd(of blocks: [Block], in source: SourceText) -> String? {
        guard let block = blocks.last else { return nil }
        switch block.kind {
        case .code(let code) where code.isUnclosed:
            let fence = source.slice(block.range).drop { $0 == " " }
            return String(fence.prefix { $0 == fence.first })
        case .html(let html): return missingEnd(ofHTML: html)
        case .division(let division) where source.slice(division.headRange).hasPrefix(":::"):
            return missingEnd(of: division.blocks, in: source)
        default: return nil
        }
    }

    /// Other HTML ends at an empty line.
    private static func missingEnd(ofHTML html: String) -> String? {
        let html = html.lowercased().drop { $0.isWhitespace }
        if html.hasPrefix("<!--") { return html.contains("-->") ? nil : "-->" }
        let tag = html.dropFirst().prefix { $0.isLetter }
        guard ["pre", "script", "style", "textarea"].contains(tag), !html.contains("</\(tag)>") else { return nil }
        return "</\(tag)>"
    }
}
