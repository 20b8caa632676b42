import Diagnostics

/// Replacements and insertions in a file's text.
struct SourceEdits {
    private var edits: [(range: SourceRange, text: String)] = []

    /// At one place, what is inserted later stands later.
    mutating func insert(_ text: String, at offset: Int) { edits.append((SourceRange(at: offset), text)) }

    mutating func replace(_ range: SourceRange, with text: String) { edits.append((range, text)) }

    mutating func remove(in range: SourceRange) { edits.removeAll { range.contains($0.range) } }

    /// The part of the source in `range` after all edits inside it.
    func applied(to source: SourceText, in range: SourceRange) -> String {
        var result = ""
        var position = range.lower
        let inside = edits.enumerated().filter { range.contains($0.element.range) }
            .sorted { ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset) }
        for (_, edit) in inside where edit.range.lower >= position {
            result += source.slice(SourceRange(position, edit.range.lower)) + edit.text
            position = edit.range.upper
        }
        return result + source.slice(SourceRange(position, range.upper))
    }
}
