/// A rare punctuation character that the text does not use, put beside what libcmark must see otherwise than it
/// stands, and taken out of all that libcmark gives back.
enum MarkerCharacter {
    /// Punctuation of scripts and notations that no lesson uses; every one takes three bytes, stands in the oldest
    /// Unicode that libcmark knows, and has no named entity. A text that uses all of them gets no marker: it is read
    /// as plain CommonMark without footnotes.
    static let candidates: [Unicode.Scalar] = [
        "\u{2E0E}", "\u{2E0F}", "\u{2E10}", "\u{2E11}", "\u{2E12}", "\u{2E13}", "\u{2E16}", "\u{2CF9}", "\u{2CFA}",
        "\u{2CFB}", "\u{2CFC}", "\u{2CFE}", "\u{2CFF}", "\u{1800}", "\u{1801}", "\u{1805}", "\u{180A}", "\u{1944}",
        "\u{1945}", "\u{1A1E}", "\u{1A1F}", "\u{A874}", "\u{A875}", "\u{A876}", "\u{A8CE}", "\u{A8CF}",
    ]

    /// The UTF-8 of the first candidate that neither stands in `bytes` nor is spelt there by a numeric entity.
    static func unused(in bytes: some Collection<UInt8>) -> [UInt8]? {
        let bytes = Array(bytes)
        var used: Set<UInt32> = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0xE1 || byte == 0xE2 || byte == 0xEA, let (scalar, count) = bytes.scalar(at: index) {
                used.insert(scalar.value)
                index += count
            } else {
                if byte == 0x26, let value = Entity.numeric(in: bytes, at: index)?.scalar { used.insert(value.value) }
                index += 1
            }
        }
        return candidates.first { !used.contains($0.value) }.map { Array(String($0).utf8) }
    }
}
