import Foundation

/// The ids of headings on the page, unique in the document.
struct HeadingAnchors {
    /// How often each text was met, and each id that was given out.
    private var counts: [String: Int] = [:]

    /// NFC, lower case, punctuation and symbols out, white space to `-`; `-1`, `-2` for repeats. As GitHub's, in raw
    /// UTF-8: `34-데이터-준비`.
    mutating func anchor(for text: String) -> String {
        var base = ""
        for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == "-" || scalar == "_" {
                base.unicodeScalars.append(scalar)
            } else if CharacterClass.isSpace(scalar) {
                base += "-"
            } else if Self.isWordCharacter(scalar) {
                base.unicodeScalars.append(scalar)
            }
        }
        if base.isEmpty { base = "section" }
        guard var count = counts[base] else {
            counts[base] = 0
            return base
        }
        var anchor: String
        repeat {
            count += 1
            anchor = "\(base)-\(count)"
        } while counts[anchor] != nil
        counts[base] = count
        counts[anchor] = 0
        return anchor
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
            !CharacterClass.isVariationSelector(scalar)
        default: false
        }
    }
}
