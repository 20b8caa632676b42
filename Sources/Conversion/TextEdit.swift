import Diagnostics

/// A piece of a text and what is to stand in its place.
struct TextEdit {
    var range: SourceRange
    var text: String

    /// A region of the text with those edits that lie in it. Of two that overlap, the first counts.
    static func apply(_ edits: [TextEdit], to source: SourceText, in region: SourceRange) -> String {
        var text = ""
        var position = region.lower
        for edit in edits.sorted(by: { $0.range.lower < $1.range.lower })
        where region.contains(edit.range) && edit.range.lower >= position {
            text += source.slice(SourceRange(position, edit.range.lower)) + edit.text
            position = edit.range.upper
        }
        return text + source.slice(SourceRange(position, max(position, region.upper)))
    }
}
