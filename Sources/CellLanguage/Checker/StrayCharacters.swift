import Diagnostics
import SwiftSyntax

/// Characters that Swift's grammar has no use for: control characters, and the wide and unbreakable spaces that come with
/// an input method or a copied page; and form feeds and vertical tabs beside an `=`, which for Swift are no space there.
///
/// They are reported here and the text is parsed once more without them. The parser's own report cannot be asked for: of
/// one beside an `=` it makes a correction without a change and stops the process (swift-syntax 603.0.1).
enum StrayCharacters {
    struct Found {
        /// From the beginning of the cell, in UTF-8 bytes.
        var range: Range<Int>
        var words: String
    }

    static func all(in tree: SourceFileSyntax) -> [Found] {
        guard tree.hasError else { return [] }
        var found: [Found] = []
        // What stands between two tokens, and whether the first of them is an `=`.
        var gap: [(piece: TriviaPiece, place: Int)] = []
        var isAfterEqual = false
        for token in tree.tokens(viewMode: .sourceAccurate) {
            gap += placed(token.leadingTrivia, at: token.position.utf8Offset)
            let isEqual = token.tokenKind == .equal
            for (index, (piece, place)) in gap.enumerated() {
                add(piece, at: place, to: &found)
                if isAfterEqual && index == 0 || isEqual && index == gap.count - 1, isFeed(piece) {
                    let words = "'=' must have consistent whitespace on both sides"
                    found.append(Found(range: place..<place + piece.sourceLength.utf8Length, words: words))
                }
            }
            gap = placed(token.trailingTrivia, at: token.endPositionBeforeTrailingTrivia.utf8Offset)
            isAfterEqual = isEqual
        }
        for (piece, place) in gap { add(piece, at: place, to: &found) }
        return found
    }

    private static func placed(_ trivia: Trivia, at start: Int) -> [(piece: TriviaPiece, place: Int)] {
        var place = start
        return trivia.map { piece in
            defer { place += piece.sourceLength.utf8Length }
            return (piece, place)
        }
    }

    private static func isFeed(_ piece: TriviaPiece) -> Bool {
        switch piece {
        case .formfeeds, .verticalTabs: true
        default: false
        }
    }

    private static func add(_ piece: TriviaPiece, at place: Int, to found: inout [Found]) {
        guard case .unexpectedText(let text) = piece else { return }
        let words =
            text.unicodeScalars.allSatisfy { $0 == "\u{A0}" }
            ? "non-breaking space (U+00A0) used instead of regular space" : "invalid character in source file"
        found.append(Found(range: place..<place + text.utf8.count, words: words))
    }

    /// The text with spaces in their places, byte for byte.
    static func blanked(_ text: String, _ found: [Found]) -> String {
        var bytes = Array(text.utf8)
        for one in found {
            for place in one.range.clamped(to: bytes.indices) { bytes[place] = UInt8(ascii: " ") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
