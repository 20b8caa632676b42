import Diagnostics
import Markup
package import Notebook
import Outputs
package import Records

/// A Markdown notebook as a record, ready to be written as `.ipynb`.
package enum RecordBuilder {
    /// Cells keep the outputs of `recorded` as far as they are still theirs. Fences of other languages that are marked
    /// `.noeval` become code cells of their languages: what came in as such goes out as such.
    package static func record(of notebook: Notebook, recorded: Record?, engine: String) -> Record {
        let outputs = recorded.map { kept(in: $0.matched(to: notebook), for: notebook) } ?? [:]
        let inline = (recorded?.proseCells ?? []).reduce(into: [:]) { $0[$1.id] = $1.inline }
        var record = Record(
            of: notebook, outputs: outputs, inline: inline, engine: recorded?.run?.engine ?? engine,
            instructionSet: recorded?.run?.instructionSet ?? "", datasets: recorded?.run?.datasets ?? [])
        record.metadata = recorded?.metadata ?? [:]
        let blocks = notebook.parts.reduce(into: [CellID: Prose]()) { blocks, part in
            if case .prose(let prose) = part { blocks[prose.id] = prose }
        }
        var languages: Set<String> = []
        record.parts = record.parts.flatMap { part -> [Record.Part] in
            guard case .prose(let prose) = part, let source = blocks[prose.id] else { return [part] }
            return divided(prose, source, in: notebook.source, &languages)
        }
        // A notebook of another language alone is that language's notebook, which its own tools can run.
        if notebook.cells.isEmpty, languages.count == 1, let language = languages.first {
            record.run = nil
            record.metadata["language_info"] = ["name": .string(language)]
        }
        return record
    }

    /// The recorded outputs that are still their cells'.
    static func kept(in match: RecordMatch, for notebook: Notebook) -> [CellID: [Output]] {
        var outputs: [CellID: [Output]] = [:]
        for cell in notebook.cells {
            guard let entry = match[cell.id], entry.staleness == nil, let known = entry.recorded else { continue }
            if known.number != nil { outputs[cell.id] = known.outputs }
        }
        return outputs
    }

    private static func divided(
        _ prose: Record.Prose, _ source: Prose, in file: SourceText, _ languages: inout Set<String>
    ) -> [Record.Part] {
        let fences = source.blocks.compactMap { block -> (CodeBlock, SourceRange)? in
            guard case .code(let code) = block.kind, code.attributes.classes.contains("noeval"), !code.language.isEmpty
            else { return nil }
            return (code, block.range)
        }
        guard !fences.isEmpty else { return [.prose(prose)] }
        var parts: [Record.Part] = []
        var start = source.range.lower
        func add(_ upper: Int) {
            guard upper > start else { return }
            let text = trimmed(file.slice(SourceRange(start, upper)))
            guard !text.isEmpty else { return }
            parts.append(.prose(Record.Prose(id: id(prose, parts.count), text: text)))
        }
        for (code, range) in fences {
            add(range.lower)
            start = range.upper
            var text = code.text
            if text.hasSuffix("\n") { text.removeLast() }
            if code.language == "raw" {
                parts.append(.prose(Record.Prose(id: id(prose, parts.count), text: text, isRaw: true)))
                continue
            }
            var cell = Record.Code(
                id: id(prose, parts.count), number: nil, source: text,
                metadata: ["vscode": ["languageId": .string(code.language)]])
            if code.language == "swift" {
                // Only the mark keeps it from running.
                cell.options.evaluation = .none
            } else {
                languages.insert(code.language)
            }
            if code.info != "\(code.language) {.noeval}" { cell.metadata[Fence.infoKey] = .string(code.info) }
            parts.append(.code(cell))
        }
        add(source.range.upper)
        return parts
    }

    private static func id(_ prose: Record.Prose, _ number: Int) -> CellID {
        CellID("\(prose.id.rawValue.prefix(56))-p\(number)")
    }

    private static func trimmed(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
