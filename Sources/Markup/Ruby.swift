/// `{漢字|かんじ}`, or `{東京|とう|きょう}` with a reading for each character.
enum Ruby {
    /// Longer ones are none: an opening brace alone must not cost the rest of the text.
    private static let longest = 400

    /// The groups of the ruby that begins with the brace at `start`, and where it ends. The base must have a wide
    /// character or a Korean one, so that `{a|b}` stays what it is in mathematics and in code.
    static func parse(_ bytes: [UInt8], at start: Int) -> (groups: [RubyGroup], end: Int)? {
        var parts: [ArraySlice<UInt8>] = []
        var partStart = start + 1
        var index = partStart
        let limit = min(bytes.count, start + longest)
        while index < limit {
            switch bytes[index] {
            case 0x7C, 0x7D:
                parts.append(bytes[partStart..<index])
                partStart = index + 1
                if bytes[index] == 0x7D { return groups(parts).map { ($0, index + 1) } }
            case 0x7B, 0x0A, 0x0D: return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func groups(_ parts: [ArraySlice<UInt8>]) -> [RubyGroup]? {
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        guard let base = texts.first, texts.count > 1, texts.dropFirst().allSatisfy({ !isBlank($0) }), !isBlank(base),
            base.unicodeScalars.contains(where: CharacterClass.isCJK)
        else { return nil }
        let readings = texts.dropFirst()
        if readings.count == 1 { return [RubyGroup(base: base, reading: texts[1])] }
        guard readings.count == base.count else { return nil }
        return zip(base, readings).map { RubyGroup(base: String($0), reading: $1) }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
