/// Character references: `&amp;`, `&#44032;`, `&#xAC00;`.
struct Entity {
    /// Names that were looked up before; `nil` for what is no name.
    private var names: [[UInt8]: [UInt8]?] = [:]

    /// The reference at `offset`, where an ampersand stands: how long it is and what it stands for.
    mutating func decode(_ bytes: [UInt8], at offset: Int) -> (count: Int, text: [UInt8])? {
        if let (scalar, count) = Self.numeric(in: bytes, at: offset) { return (count, Array(String(scalar).utf8)) }
        var end = offset + 1
        while end < bytes.count, end - offset <= 40, CharacterClass.isASCIIAlphanumeric(bytes[end]) { end += 1 }
        guard end > offset + 1, end < bytes.count, bytes[end] == 0x3B else { return nil }
        let reference = Array(bytes[offset...end])
        if let known = names[reference] { return known.map { (reference.count, $0) } }
        // The list of names is libcmark's: it is asked, once a name.
        let tree = CMarkTree(reference)
        let text = withExtendedLifetime(tree) { tree.root.firstChild?.firstChild?.literal }
        let decoded = text == reference ? nil : text
        names[reference] = .some(decoded)
        return decoded.map { (reference.count, $0) }
    }

    /// A numeric reference at `offset`: at most seven decimal or six hexadecimal digits.
    static func numeric(in bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, count: Int)? {
        guard offset + 3 < bytes.count, bytes[offset] == 0x26, bytes[offset + 1] == 0x23 else { return nil }
        let isHexadecimal = bytes[offset + 2] | 0x20 == 0x78
        let start = offset + (isHexadecimal ? 3 : 2)
        var end = start
        var value: UInt32 = 0
        while end < bytes.count, end - start < 8, let digit = digit(bytes[end], isHexadecimal) {
            value = min(value, 0x110000) * (isHexadecimal ? 16 : 10) + digit
            end += 1
        }
        guard 1...(isHexadecimal ? 6 : 7) ~= end - start, end < bytes.count, bytes[end] == 0x3B else { return nil }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (scalar ?? "\u{FFFD}", end + 1 - offset)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: isHexadecimal ? UInt32((byte | 0x20) - 0x61 + 10) : nil
        default: nil
        }
    }
}
