import Diagnostics
import Markup
package import Notebook
import Outputs
package import Records

/// A notebook with its outputs as Quarto's Markdown: Quarto shows it and runs nothing, because it knows no Swift.
package struct QuartoWriter {
    private let notebook: Notebook
    private let outputs: [CellID: [Output]]
    private let stem: String
    private var files: [String: [UInt8]] = [:]
    /// Labels as Quarto wants them, which says by their beginning what they name.
    private var labels: [String: String] = [:]

    package static func write(_ notebook: Notebook, record: Record?, stem: String) -> MarkdownWriter.Result {
        var writer = QuartoWriter(notebook, record, stem)
        let text = writer.write()
        return MarkdownWriter.Result(text: text, files: writer.files)
    }

    private init(_ notebook: Notebook, _ record: Record?, _ stem: String) {
        self.notebook = notebook
        self.stem = stem
        let match = record?.matched(to: notebook)
        outputs = notebook.cells.reduce(into: [:]) { outputs, cell in
            if let entry = match?[cell.id], let known = entry.recorded { outputs[cell.id] = known.outputs }
        }
        for cell in notebook.cells {
            guard let label = cell.label else { continue }
            let options = cell.options
            let kind =
                options.figureCaption != nil
                ? "fig" : options.tableCaption != nil ? "tbl" : options.listingCaption != nil ? "lst" : nil
            if let kind { labels[label] = label.hasPrefix(kind + "-") ? label : "\(kind)-\(label)" }
        }
    }

    private mutating func write() -> String {
        var parts = [frontMatter]
        for part in notebook.parts {
            switch part {
            case .prose(let prose): parts.append(text(of: prose))
            case .cell(let cell): parts.append(contentsOf: written(cell))
            }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var frontMatter: String {
        var lines: [String] = []
        if let title = notebook.frontMatter.title { lines.append("title: \(MarkdownWriter.quoted(title))") }
        lines.append("lang: \(notebook.frontMatter.language.rawValue)")
        lines.append("format: html")
        return "---\n\(lines.joined(separator: "\n"))\n---"
    }

    // MARK: Prose

    /// The author's text, the heads of divisions written as Quarto's callouts and references with Quarto's labels.
    private func text(of prose: Prose) -> String {
        var edits: [(range: SourceRange, text: String)] = []
        collect(prose.blocks, &edits)
        var text = ""
        var position = prose.range.lower
        for edit in edits.sorted(by: { $0.range.lower < $1.range.lower }) where edit.range.lower >= position {
            text += notebook.source.slice(SourceRange(position, edit.range.lower)) + edit.text
            position = edit.range.upper
        }
        return text + notebook.source.slice(SourceRange(position, max(position, prose.range.upper)))
    }

    private func collect(_ blocks: [Block], _ edits: inout [(range: SourceRange, text: String)]) {
        for block in blocks {
            switch block.kind {
            case .heading(_, _, let inlines), .paragraph(let inlines): collect(inlines, &edits)
            case .quote(let blocks): collect(blocks, &edits)
            case .list(_, _, let items): for item in items { collect(item, &edits) }
            case .table(let table):
                for cell in table.header + table.rows.joined() { collect(cell, &edits) }
            case .division(let division):
                if let head = head(of: division) { edits.append((division.headRange, head)) }
                collect(division.blocks, &edits)
            case .code, .html, .thematicBreak, .formula: continue
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

    private func collect(_ inlines: [Inline], _ edits: inout [(range: SourceRange, text: String)]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text) where notebook.source.slice(inline.range) == text && text.contains("@"):
                var written = text
                for (label, quarto) in labels.sorted(by: { $0.key.count > $1.key.count }) where label != quarto {
                    written = Self.replacing("@" + label, with: "@" + quarto, in: written)
                }
                if written != text { edits.append((inline.range, written)) }
            case .ruby(let groups):
                let ruby = groups.map { "\($0.base)<rt>\($0.reading)</rt>" }.joined()
                edits.append((inline.range, "<ruby>\(ruby)</ruby>"))
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
            parts.append(fence("{\(attributes.joined(separator: " "))}", cell.code))
        }
        guard options.output != .removed, options.evaluation != .none else { return parts }
        for (number, output) in (outputs[cell.id] ?? []).enumerated() {
            if let text = written(output, of: cell, number) { parts.append(text) }
        }
        return parts
    }

    private mutating func written(_ output: Output, of cell: Cell, _ number: Int) -> String? {
        switch output {
        case .stream(let stream, let text):
            return "::: {.cell-output .cell-output-\(stream.rawValue)}\n\(fence("", text))\n:::"
        case .display(let bundle), .result(let bundle):
            if let svg = bundle.data[MIME.svg]?.asString {
                let path = "\(stem)_files/\(cell.id.rawValue)-\(number).svg"
                files[path] = Array(svg.utf8)
                let label = cell.label.flatMap { labels[$0] }.map { "{#\($0)}" } ?? ""
                let alt = cell.options.figureAlt.map { "{fig-alt=\(MarkdownWriter.quoted($0))}" } ?? ""
                return "![\(cell.options.figureCaption ?? "")](\(path))\(label.isEmpty ? alt : label)"
            }
            guard let text = bundle.text else { return nil }
            return "::: {.cell-output}\n\(fence("", text))\n:::"
        case .error(let error):
            return "::: {.cell-output .cell-output-error}\n\(fence("", "\(error.name): \(error.message)"))\n:::"
        case .progress: return nil
        }
    }

    private func fence(_ info: String, _ text: String) -> String {
        var longest = 2
        for line in text.split(separator: "\n") {
            longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)\(info)\n\(text)\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }
}
