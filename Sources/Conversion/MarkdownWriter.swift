import Diagnostics
import Notebook
import Outputs
package import Records

/// A recorded notebook as Markdown, ours or another's. Cells of other languages and Swift in Markdown cells become
/// fences that are shown and not run; outputs stay in the record.
package struct MarkdownWriter {
    /// The Markdown, and the pictures that a foreign notebook held inside itself, by their paths beside the file.
    package struct Result: Sendable {
        package var text: String
        package var files: [String: [UInt8]]
        package var leftOut: LeftOut
        /// The notebook's code cells, by where their fences begin in the text.
        var cells: [Int: Record.Code] = [:]
    }

    private let record: Record
    private let stem: String
    private var result = Result(text: "", files: [:], leftOut: LeftOut())

    /// - Parameter stem: The result's name without its extension: pictures go into the folder `stem_files`.
    package static func write(_ record: Record, stem: String) -> Result {
        var writer = MarkdownWriter(record: record, stem: stem)
        writer.write()
        return writer.result
    }

    private init(record: Record, stem: String) {
        self.record = record
        self.stem = stem
    }

    private mutating func write() {
        add(frontMatter)
        for part in record.parts {
            switch part {
            case .prose(let prose):
                leaveOut(tags: prose.metadata)
                add(prose.isRaw ? Fence.around(prose.text, info: "raw {.noeval}") : text(of: prose))
            case .code(let code):
                leaveOut(tags: code.metadata)
                add(cell(code), of: code)
            }
        }
        result.text += "\n"
    }

    private mutating func add(_ part: String, of code: Record.Code? = nil) {
        guard !part.isEmpty else { return }
        if !result.text.isEmpty { result.text += "\n\n" }
        if let code { result.cells[result.text.utf8.count] = code }
        result.text += part
    }

    /// Those of a cell's tags that are no options of ours.
    private mutating func leaveOut(tags metadata: [String: JSON]) {
        result.leftOut.tags.formUnion((metadata["tags"]?.asArray ?? []).compactMap(\.asString))
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
        var addresses: [String: String] = [:]
        for (name, bundle) in prose.attachments {
            guard let bytes = Attachments.content(of: bundle) else { continue }
            let path = "\(stem)_files/\(prose.id.rawValue)-\(name.replacing("/", with: "-"))"
            result.files[path] = bytes
            addresses[name] = Attachments.address(path)
        }
        return MarkdownCell.standingAlone(Attachments.resolve(prose.text, addresses))
    }

    /// The language of the notebook's cells.
    private var language: String {
        if record.run != nil { return "swift" }
        let info = record.metadata["language_info"]?["name"]?.asString
        return info ?? record.metadata["kernelspec"]?["language"]?.asString ?? "python"
    }

    private mutating func cell(_ code: Record.Code) -> String {
        let own = code.metadata["vscode"]?["languageId"]?.asString ?? language
        // A word alone can stand after a fence.
        let name = own.allSatisfy { $0.isLetter || $0.isNumber || "+-#._".contains($0) } ? own : "text"
        if name != "swift" {
            result.leftOut.outputs += code.outputs.count
            result.leftOut.tags.formUnion(CellAttributesWriter.classes(of: code.options))
            result.leftOut.tags.remove("noeval")
        }
        if name != "swift" || code.options.evaluation == .none, let info = code.metadata[Fence.infoKey]?.asString,
            Fence.isShown(info, as: name)
        {
            return Fence.around(code.source, info: info)
        }
        guard name == "swift" else { return Fence.around(code.source, info: "\(name) {.noeval}") }
        let attributes = CellAttributesWriter.attributes(of: code)
        let options = CellAttributesWriter.optionLines(of: code)
        return Fence.around(options + code.source, info: "swift" + (attributes.isEmpty ? "" : " {\(attributes)}"))
    }
}
