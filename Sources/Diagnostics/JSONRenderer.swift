import Foundation

/// Diagnostics for tools: one JSON array, positions in characters and in UTF-8 bytes.
package struct JSONRenderer {
    package var language: Language

    package init(language: Language) { self.language = language }

    private struct Place: Encodable {
        var line: Int
        var column: Int
        var utf8Column: Int
        var lower: Int
        var upper: Int
    }
    private struct Item: Encodable {
        var file: String
        var severity: String
        var id: String
        var message: String
        var advice: String?
        var place: Place?
        var notes: [Item]?
        var fixIts: [Replacement]?
    }
    private struct Replacement: Encodable {
        var place: Place
        var replacement: String
    }

    /// The diagnostics of one file as an array; keys sorted, so that equal input gives equal bytes.
    package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let items = diagnostics.map { diagnostic in
            Item(
                file: source.path, severity: diagnostic.severity.rawValue, id: diagnostic.message.id,
                message: diagnostic.message.text(in: language), advice: diagnostic.message.advice(in: language),
                place: place(diagnostic.range, source),
                notes: diagnostic.notes.map { note in
                    Item(
                        file: source.path, severity: Severity.note.rawValue, id: note.message.id,
                        message: note.message.text(in: language), place: note.range.map { place($0, source) })
                },
                fixIts: diagnostic.fixIts.map {
                    Replacement(place: place($0.range, source), replacement: $0.replacement)
                })
        }
        guard let data = try? encoder.encode(items) else { return "[]" }  // strings and integers always encode
        return String(decoding: data, as: UTF8.self)
    }

    private func place(_ range: SourceRange, _ source: SourceText) -> Place {
        let position = source.position(at: range.lower)
        return Place(
            line: position.line, column: position.column, utf8Column: position.utf8Column, lower: range.lower,
            upper: range.upper)
    }
}
