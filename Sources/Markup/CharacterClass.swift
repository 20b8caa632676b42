/// The classes of characters that the rules of emphasis and of line breaking ask for.
enum CharacterClass {
    /// East Asian Width Wide, Fullwidth or Halfwidth.
    static func isEastAsianWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && contains(scalar.value, in: EastAsianRanges.wide)
    }

    /// Stops, commas and brackets as wide as an ideograph, half of it blank.
    static func isFullWidthPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
            0xFF1F, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D:
            true
        default: false
        }
    }

    static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && contains(scalar.value, in: EastAsianRanges.hangul)
    }

    /// A Chinese, Japanese or Korean character as the amended rule of emphasis has it: wide, and not an emoji.
    static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return isHangul(scalar) || (isEastAsianWide(scalar) && !scalar.properties.isEmojiPresentation)
    }

    /// What CommonMark 0.30 calls Unicode punctuation: ASCII's, and the general categories P*.
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isASCIIPunctuation(UInt8(scalar.value)) }
        return switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    /// What CommonMark calls Unicode white space.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        0xFE00...0xFE0F ~= scalar.value || isIdeographicVariationSelector(scalar)
    }

    static func isIdeographicVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        0xE0100...0xE01EF ~= scalar.value
    }

    static func isASCIIPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// The white space of C's `isspace`, as libcmark trims it.
    static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    private static func contains(_ value: UInt32, in ranges: [(lower: UInt32, upper: UInt32)]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upper < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lower <= value
    }
}

/// Scalars of UTF-8 bytes that are known to be well formed.
extension [UInt8] {
    /// The scalar that begins at `offset`, and how many bytes it takes; `nil` at the end.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, count: Int)? {
        guard offset < count else { return nil }
        let first = self[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, offset + length <= count else { return (Unicode.Scalar(first), 1) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) } ?? (Unicode.Scalar(first), 1)
    }

    /// The scalar that ends before `offset`, no further back than `limit`.
    func scalar(before offset: Int, notBefore limit: Int = 0) -> (scalar: Unicode.Scalar, count: Int)? {
        guard offset > limit else { return nil }
        var start = offset - 1
        while start > limit, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start).map { ($0.scalar, offset - start) }
    }

    /// Whether `other` stands at `offset`.
    func holds(_ other: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + other.count <= count else { return false }
        for index in 0..<other.count where self[offset + index] != other[index] { return false }
        return true
    }

    /// Without the occurrences of `pattern`, as a string.
    func text(without pattern: [UInt8]) -> String {
        guard let first = pattern.first, contains(first) else { return String(decoding: self, as: UTF8.self) }
        var rest: [UInt8] = []
        rest.reserveCapacity(count)
        var index = 0
        while index < count {
            if self[index] == first, holds(pattern, at: index) {
                index += pattern.count
            } else {
                rest.append(self[index])
                index += 1
            }
        }
        return String(decoding: rest, as: UTF8.self)
    }
}
