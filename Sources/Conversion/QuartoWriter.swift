import Diagnostics
import Markup
package import Notebook
import Outputs
package import Records

/// A notebook with its outputs as Quarto's Markdown: Quarto shows it and runs nothing, because it knows no Swift.
package struct QuartoWriter {
    private let notebook: Notebook
    /// What each cell shows, by where its fence begins. Fences of other languages are cells of a Jupyter notebook.
    private let outputs: [Int: Shown]
    /// The values of expressions in prose, by where these begin.
    private let inlineValues: [Int: String]
    private let stem: String
    private var files: [String: [UInt8]]
    private var leftOut: LeftOut
    /// Labels as Quarto wants them, which says by their beginning what they name.
    private var labels: [String: String] = [:]

    private struct Shown {
        var id: CellID
        var outputs: [Output]
    }

    /// A Markdown notebook. Cells that have changed since the record was made show nothing.
    package static func write(_ notebook: Notebook, record: Record?, stem: String) -> MarkdownWriter.Result {
        let match = record?.matched(to: notebook)
        let kept = match.map { RecordBuilder.kept(in: $0, for: notebook) } ?? [:]
        var writer = QuartoWriter(
            notebook,
            outputs: notebook.cells.reduce(into: [:]) { shown, cell in
                if let outputs = kept[cell.id] { shown[cell.range.lower] = Shown(id: cell.id, outputs: outputs) }
            }, inlineValues: match?.inlineValues ?? [:], stem)
        return writer.write()
    }

    /// A Jupyter notebook, ours or another's: its pictures are among the files.
    package static func write(_ record: Record, stem: String) -> MarkdownWriter.Result {
        let written = MarkdownWriter.write(record, stem: stem)
        let notebook = NotebookReader.read(SourceText(path: "", text: written.text))
        var writer = QuartoWriter(
            notebook,
            outputs: written.cells.compactMapValues { code in
                code.options.output == .removed ? nil : Shown(id: code.id, outputs: code.outputs)
            }, inlineValues: record.matched(to: notebook).inlineValues, stem)
        writer.files = written.files
        writer.leftOut.tags = written.leftOut.tags
        return writer.write()
    }

    private init(
        _ notebook: Notebook, outputs: [Int: Shown], inlineValues: [Int: String], _ stem: String
    ) {
        self.notebook = notebook
        self.outputs = outputs
        self.inlineValues = inlineValues
        self.stem = stem
        files = [:]
        leftOut = LeftOut()
        for cell in notebook.cells {
            guard let label = cell.label else { continue }
            let options = cell.options
            let kind =
                options.figureCaption != nil
                ? "fig" : options.tableCaption != nil ? "tbl" : options.listingCaption != nil ? "lst" : nil
            if let kind { labels[label] = label.hasPrefix(kind + "-") ? label : "\(kind)-\(label)" }
        }
    }

    private mutating func write() -> MarkdownWriter.Result {
        let edits = edits()
        var parts = [frontMatter]
        for part in notebook.parts {
            switch part {
            case .prose(let prose): parts.append(TextEdit.apply(edits, to: notebook.source, in: prose.range))
            case .cell(let cell): parts.append(contentsOf: written(cell))
            }
        }
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
        return MarkdownWriter.Result(text: text, files: files, leftOut: leftOut)
    }

    private var frontMatter: String {
        var lines: [String] = []
        if let title = notebook.frontMatter.title { lines.append("title: \(MarkdownWriter.quoted(title))") }
        lines.append("lang: \(notebook.frontMatter.language.rawValue)")
        lines.append("format: html")
        return "---\n\(lines.joined(separator: "\n"))\n---"
    }

    // MARK: Prose

    /// What changes in the author's text: the heads of divisions become Quarto's callouts, references get Quarto's
    /// labels, expressions their values, and fences of other languages their outputs. A division is a block of the
    /// prose in which it begins, but what stands in it may belong to the prose below one of its cells.
    private mutating func edits() -> [TextEdit] {
        var edits: [TextEdit] = []
        for case .prose(let prose) in notebook.parts { collect(prose.blocks, &edits) }
        for expression in notebook.expressions {
            guard let value = inlineValues[expression.range.lower] else { continue }
            edits.append(TextEdit(range: expression.range, text: Self.escaped(value)))
        }
        return edits
    }

    /// Text that means itself in Pandoc's Markdown, on one line.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if character.isNewline {
                result += " "
            } else {
                if "\\`*_{}[]<>#$@^~|&!\"'".contains(character) { result += "\\" }
                result.append(character)
            }
        }
    }

    private mutating func collect(_ blocks: [Block], _ edits: inout [TextEdit]) {
        for block in blocks {
            switch block.kind {
            case .heading(_, _, let inlines), .paragraph(let inlines): collect(inlines, &edits)
            case .quote(let blocks): collect(blocks, &edits)
            case .list(_, _, let items): for item in items { collect(item, &edits) }
            case .table(let table):
                for cell in table.header + table.rows.joined() { collect(cell, &edits) }
            case .division(let division):
                if let head = head(of: division) { edits.append(TextEdit(range: division.headRange, text: head)) }
                collect(division.blocks, &edits)
            case .code(let code):
                // A cell in a division is written with its outputs where it stands.
                guard code.language != "swift", let shown = outputs[block.range.lower] else { continue }
                let text = written(shown).map { "\n\n" + $0 }.joined()
                edits.append(TextEdit(range: SourceRange(at: block.range.upper), text: text))
            case .html, .thematicBreak, .formula: continue
            }
        }
    }

    /// `nil` for a division that is written as a quote, whose lines Quarto would need otherwise.
    private func head(of division: Division) -> String? {
        guard notebook.source.slice(division.headRange).hasPrefix(":::") else { return nil }
        let callout: String? =
            switch division.kind {
            case .note, .fold, .exercise, .answer: "callout-note"
            case .tip: "callout-tip"
            case .important: "callout-important"
            case .warning: "callout-warning"
            case .caution: "callout-caution"
            case .other: nil
            }
        guard let callout else { return nil }
        var words = ["." + callout]
        if let label = division.label { words.insert("#" + label, at: 0) }
        if division.isFolded { words.append("collapse=\"true\"") }
        let title = division.title.plainText
        if !title.isEmpty { words.append("title=\(MarkdownWriter.quoted(title))") }
        return "::: {\(words.joined(separator: " "))}"
    }

    private func collect(_ inlines: [Inline], _ edits: inout [TextEdit]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text) where notebook.source.slice(inline.range) == text && text.contains("@"):
                var written = text
                for (label, quarto) in labels.sorted(by: { $0.key.count > $1.key.count }) where label != quarto {
                    written = Self.replacing("@" + label, with: "@" + quarto, in: written)
                }
                if written != text { edits.append(TextEdit(range: inline.range, text: written)) }
            case .ruby(let groups):
                let ruby = groups.map { "\($0.base)<rt>\($0.reading)</rt>" }.joined()
                edits.append(TextEdit(range: inline.range, text: "<ruby>\(ruby)</ruby>"))
            case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content):
                collect(content, &edits)
            default: continue
            }
        }
    }

    /// Where the label ends with the word.
    private static func replacing(_ word: String, with other: String, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            let next = rest[found.upperBound...].first
            let isWhole = !(next.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") } ?? false)
            result += rest[..<found.lowerBound] + (isWhole ? other : word)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    // MARK: Cells

    private mutating func written(_ cell: Cell) -> [String] {
        let options = cell.options
        guard !options.isRemoved else { return [] }
        var parts: [String] = []
        if options.input != .removed {
            var attributes = [".swift"]
            if let caption = options.listingCaption {
                if let label = cell.label, labels[label]?.hasPrefix("lst-") ?? false {
                    attributes.insert("#" + (labels[label] ?? label), at: 0)
                }
                attributes.append("lst-cap=\(MarkdownWriter.quoted(caption))")
            }
            if options.input == .folded { attributes.append("code-fold=\"true\"") }
            parts.append(Fence.around(cell.code, info: "{\(attributes.joined(separator: " "))}"))
        }
        guard options.output != .removed, options.evaluation != .none else { return parts }
        if let shown = outputs[cell.range.lower] { parts += written(shown, of: cell) }
        return parts
    }

    /// - Parameter cell: `nil` for a cell of another language.
    private mutating func written(_ shown: Shown, of cell: Cell? = nil) -> [String] {
        shown.outputs.enumerated().compactMap { number, output in
            let text = written(output, named: "\(shown.id.rawValue)-\(number)", of: cell)
            if text == nil { leftOut.outputs += 1 }
            return text
        }
    }

    private mutating func written(_ output: Output, named name: String, of cell: Cell?) -> String? {
        switch output {
        case .stream(let stream, let text):
            return "::: {.cell-output .cell-output-\(stream.rawValue)}\n\(Fence.around(text, info: ""))\n:::"
        case .display(let bundle), .result(let bundle):
            if let (suffix, bytes) = Attachments.picture(in: bundle.data) {
                let path = "\(stem)_files/\(name).\(suffix)"
                files[path] = bytes
                let label = cell?.label.flatMap { labels[$0] }.map { "{#\($0)}" } ?? ""
                let alt = cell?.options.figureAlt.map { "{fig-alt=\(MarkdownWriter.quoted($0))}" } ?? ""
                let caption = cell?.options.figureCaption ?? ""
                return "![\(caption)](\(Attachments.address(path)))\(label.isEmpty ? alt : label)"
            }
            guard let text = bundle.text else { return nil }
            return "::: {.cell-output}\n\(Fence.around(text, info: ""))\n:::"
        case .error(let error):
            let text = "\(error.name): \(error.message)"
            return "::: {.cell-output .cell-output-error}\n\(Fence.around(text, info: ""))\n:::"
        case .progress: return nil
        }
    }
}
