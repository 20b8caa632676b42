import Diagnostics
import Notebook
import Outputs
package import Records

/// A recorded notebook as Markdown, ours or another's. Cells of other languages become fences that are shown and not
/// run; outputs stay in the record.
package struct MarkdownWriter {
    /// The Markdown, and the pictures that a foreign notebook held inside itself, by their paths beside the file.
    package struct Result: Sendable {
        package var text: String
        package var files: [String: [UInt8]]
    }

    private let record: Record
    private let stem: String
    private var files: [String: [UInt8]] = [:]

    /// - Parameter stem: The result's name without its extension: pictures go into the folder `stem_files`.
    package static func write(_ record: Record, stem: String) -> Result {
        var writer = MarkdownWriter(record: record, stem: stem)
        return writer.write()
    }

    private init(record: Record, stem: String) {
        self.record = record
        self.stem = stem
    }

    private mutating func write() -> Result {
        var parts = [frontMatter].filter { !$0.isEmpty }
        for part in record.parts {
            switch part {
            case .prose(let prose) where prose.isRaw: parts.append(fence("raw {.noeval}", prose.text))
            case .prose(let prose): parts.append(text(of: prose))
            case .code(let code): parts.append(cell(code))
            }
        }
        return Result(text: parts.joined(separator: "\n\n") + "\n", files: files)
    }

    private var frontMatter: String {
        var lines: [String] = []
        if let title = record.title { lines.append("title: \(Self.quoted(title))") }
        if let run = record.run {
            lines.append("lang: \(run.language.rawValue)")
            if run.seed != 0 { lines.append("seed: \(run.seed)") }
        }
        return lines.isEmpty ? "" : "---\n\(lines.joined(separator: "\n"))\n---"
    }

    /// A YAML scalar in double quotes, which can hold anything.
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }

    /// Prose, its pictures put into files.
    private mutating func text(of prose: Record.Prose) -> String {
        var text = prose.text
        for (name, bundle) in prose.attachments.sorted(by: { $0.key < $1.key }) {
            guard let encoded = bundle.sorted(by: { $0.key < $1.key }).first?.value.asString,
                let bytes = Base64.decode(encoded)
            else { continue }
            let path = "\(stem)_files/\(prose.id.rawValue)-\(name.replacing("/", with: "-"))"
            files[path] = bytes
            text = text.replacing("attachment:\(name)", with: path)
        }
        return text
    }

    /// The language of the notebook's cells.
    private var language: String {
        if record.run != nil { return "swift" }
        let info = record.metadata["language_info"]?["name"]?.asString
        return info ?? record.metadata["kernelspec"]?["language"]?.asString ?? "python"
    }

    private func cell(_ code: Record.Code) -> String {
        let own = code.metadata["vscode"]?["languageId"]?.asString ?? language
        // A word alone can stand after a fence.
        let name = own.allSatisfy { $0.isLetter || $0.isNumber || "+-#._".contains($0) } ? own : "text"
        guard name == "swift" else { return fence("\(name) {.noeval}", code.source) }
        let attributes = CellAttributesWriter.attributes(of: code)
        let options = CellAttributesWriter.optionLines(of: code)
        return fence("swift" + (attributes.isEmpty ? "" : " {\(attributes)}"), options + code.source)
    }

    /// A fence longer than any in the text.
    private func fence(_ info: String, _ text: String) -> String {
        var longest = 2
        for line in text.split(separator: "\n") {
            longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)\(info)\n\(text)\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }
}

/// The options of a recorded cell as the author writes them.
enum CellAttributesWriter {
    /// `#label .hide-input rtol=0.001`
    static func attributes(of code: Record.Code) -> String {
        let options = code.options
        var words: [String] = []
        if let label = code.label { words.append("#" + label) }
        switch options.evaluation {
        case .run: break
        case .none: words.append(".noeval")
        case .raisesException: words.append(".raises-exception")
        case .failsCheck: words.append(".fails-check")
        }
        if options.input != .shown { words.append(options.input == .folded ? ".hide-input" : ".remove-input") }
        if options.output != .shown { words.append(options.output == .folded ? ".hide-output" : ".remove-output") }
        if options.isRemoved { words.append(".remove-cell") }
        // The record's source has the option lines, and so says all that stands in them.
        let lines = optionNames(in: code.source)
        for (name, value) in [("timeout", options.timeout), ("rtol", options.rtol), ("atol", options.atol)] {
            if let value, !lines.contains(name) { words.append("\(name)=\(Self.number(value))") }
        }
        if let compare = options.compare, !lines.contains("compare") {
            words.append("compare=\(compare.rawValue)")
        }
        return words.joined(separator: " ")
    }

    /// The captions that a notebook from elsewhere has in its metadata alone.
    static func optionLines(of code: Record.Code) -> String {
        let lines = optionNames(in: code.source)
        let options = code.options
        let texts = [
            ("fig-cap", options.figureCaption), ("fig-alt", options.figureAlt), ("fig-width", options.figureWidth),
            ("tbl-cap", options.tableCaption), ("lst-cap", options.listingCaption),
        ]
        return texts.compactMap { name, text in
            guard let text, !lines.contains(name) else { return nil }
            return "//| \(name): \(MarkdownWriter.quoted(text))\n"
        }.joined()
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }

    private static func optionNames(in source: String) -> Set<String> {
        var names: Set<String> = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard line.hasPrefix("//|") else { break }
            names.insert(String(line.dropFirst(3).prefix { $0 != ":" }).filter { !$0.isWhitespace })
        }
        return names
    }
}
