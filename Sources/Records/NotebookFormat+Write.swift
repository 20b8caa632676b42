import Diagnostics
import Notebook
import Outputs

extension NotebookFormat {
    /// The bytes of the `.ipynb` file: indent 1, keys sorted, text as lists of lines, a line break at the end.
    package static func encode(_ record: Record) -> [UInt8] {
        let notebook: JSON = .object([
            "cells": .array(record.parts.map(cell)),
            "metadata": .object(metadata(record)),
            "nbformat": .int(major),
            "nbformat_minor": .int(minor),
        ])
        return JSONWriter.write(notebook) + [0x0A]
    }

    private static func metadata(_ record: Record) -> [String: JSON] {
        var metadata = record.metadata
        for key in Key.transient { metadata[key] = nil }
        if let title = record.title { metadata[Key.title] = .string(title) }
        guard let run = record.run else { return metadata }
        metadata[Key.kernel] = kernel
        metadata[Key.language] = language
        var hanji: [String: JSON] = [
            "datasets": .array(
                run.datasets.map {
                    .object(["name": .string($0.name), "sample": .bool($0.isSample), "sha256": .string($0.sha256)])
                }),
            "engine": .string(run.engine),
            "format": .int(run.format),
            "instructions": .string(run.instructionSet),
            "lang": .string(run.language.rawValue),
            // A seed beyond 2^63 is no integer that every JSON reader keeps.
            "seed": Int(exactly: run.seed).map(JSON.int) ?? .string(String(run.seed)),
        ]
        let options = run.comparison.attributes
        if !options.isEmpty { hanji["options"] = .object(options) }
        metadata[Key.hanji] = .object(hanji)
        return metadata
    }

    private static func cell(_ part: Record.Part) -> JSON {
        switch part {
        case .prose(let prose): .object(proseCell(prose))
        case .code(let code): .object(codeCell(code))
        }
    }

    private static func proseCell(_ prose: Record.Prose) -> [String: JSON] {
        var metadata = cellMetadata(prose.metadata)
        if !prose.inline.isEmpty {
            let values = prose.inline.map { value -> JSON in
                .object(["expression": .string(value.expression), "text": .string(value.text)])
            }
            metadata[Key.hanji] = ["inline": .array(values)]
        }
        var cell: [String: JSON] = [
            "cell_type": prose.isRaw ? "raw" : "markdown",
            "id": .string(prose.id.rawValue),
            "metadata": .object(metadata),
            "source": lines(prose.text),
        ]
        if !prose.attachments.isEmpty {
            cell["attachments"] = .object(prose.attachments.mapValues { .object(bundle($0)) })
        }
        return cell
    }

    private static func codeCell(_ code: Record.Code) -> [String: JSON] {
        var metadata = cellMetadata(code.metadata)
        var hanji: [String: JSON] = [:]
        if let label = code.label { hanji["label"] = .string(label) }
        let attributes = code.options.attributes
        if !attributes.isEmpty { hanji["options"] = .object(attributes) }
        if !hanji.isEmpty { metadata[Key.hanji] = .object(hanji) }
        let tags = code.options.tags.map(JSON.string) + (metadata[Key.tags]?.asArray ?? [])
        if !tags.isEmpty { metadata[Key.tags] = .array(tags) }

        let count = code.number.map(JSON.int) ?? .null
        return [
            "cell_type": "code",
            "execution_count": count,
            "id": .string(code.id.rawValue),
            "metadata": .object(metadata),
            "outputs": .array(code.outputs.compactMap { output($0, count: count) }.map(JSON.object)),
            "source": lines(code.source),
        ]
    }

    private static func cellMetadata(_ metadata: [String: JSON]) -> [String: JSON] {
        metadata.filter { !Key.transientInCell.contains($0.key) }
    }

    private static func output(_ output: Output, count: JSON) -> [String: JSON]? {
        switch output {
        case .progress:
            nil
        case .stream(let stream, let text):
            ["name": .string(stream.rawValue), "output_type": "stream", "text": lines(text)]
        case .display(let value):
            [
                "data": .object(bundle(value.data)), "metadata": .object(value.metadata),
                "output_type": "display_data",
            ]
        case .result(let value):
            [
                "data": .object(bundle(value.data)), "execution_count": count, "metadata": .object(value.metadata),
                "output_type": "execute_result",
            ]
        case .error(let error):
            [
                "ename": .string(error.name), "evalue": .string(error.message), "output_type": "error",
                "traceback": .array(error.traceback.map(JSON.string)),
            ]
        }
    }

    private static func bundle(_ data: [String: JSON]) -> [String: JSON] {
        Dictionary(
            uniqueKeysWithValues: data.map { mime, value in
                guard let text = value.asString, isSplit(mime) else { return (mime, value) }
                return (mime, lines(text))
            })
    }

    private static func lines(_ text: String) -> JSON { .array(PythonText.splitLines(text).map(JSON.string)) }
}
