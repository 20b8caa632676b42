import Foundation

/// What a page has around its text.
package enum PageFrame {
    /// The ids that it needs for itself: the text's, that of the contents.
    package static let ids = ["hanji-main", "hanji-toc"]
}

/// The ids of headings on the page, unique in the document.
struct HeadingAnchors {
    /// How often each text was met, and each id that was given out.
    private var counts = Dictionary(uniqueKeysWithValues: PageFrame.ids.map { ($0, 0) })

    /// NFC, lower case, punctuation and symbols out, white space to `-`; `-1`, `-2` for repeats. As GitHub's, in raw
    /// UTF-8: `34-데이터-준비`.
    mutating func anchor(for text: String) -> String {
        var base = ""
        for scalar in Self.normalised(text.lowercased()).unicodeScalars {
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

    /// An id that the author chose; `false` if it is taken.
    mutating func claim(_ anchor: String) -> Bool {
        guard counts[anchor] == nil else { return false }
        counts[anchor] = 0
        return true
    }

    /// In NFC. What is so already, as nearly every heading is, is not given to Foundation, which takes its time.
    private static func normalised(_ text: String) -> String {
        let isNormal = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x2010...0x2027, 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF,
                0xAC00...0xD7A3, 0xFF01...0xFF60:
                true
            default: false
            }
        }
        return isNormal ? text : text.precomposedStringWithCanonicalMapping
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
