import Diagnostics
import SwiftSyntax

/// Characters that Swift's grammar has no use for: control characters, and the wide and unbreakable spaces that come with
/// an input method or a copied page.
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
        for token in tree.tokens(viewMode: .sourceAccurate) {
            var place = token.position.utf8Offset
            for piece in token.leadingTrivia {
                add(piece, at: place, to: &found)
                place += piece.sourceLength.utf8Length
            }
            place = token.endPositionBeforeTrailingTrivia.utf8Offset
            for piece in token.trailingTrivia {
                add(piece, at: place, to: &found)
                place += piece.sourceLength.utf8Length
            }
        }
        return found
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
