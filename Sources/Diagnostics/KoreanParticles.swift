/// Particles of Korean depend on the sound before them, which a message with names in it does not know: `을(를)`. Where
/// it is known after all, behind a syllable of Hangul or a figure, the right one is chosen; behind a name in Latin
/// letters both stay, as Korean documentation writes them.
enum KoreanParticles {
    /// What is written, behind a final consonant, behind a vowel.
    private static let pairs: [(written: String, consonant: String, vowel: String)] = [
        ("은(는)", "은", "는"), ("이(가)", "이", "가"), ("을(를)", "을", "를"), ("와(과)", "과", "와"),
        ("(으)로", "으로", "로"), ("(이)라", "이라", "라"),
    ]

    static func settled(_ text: String) -> String {
        guard text.contains("(") else { return text }
        var (result, rest) = ("", text[...])
        while let place = rest.firstIndex(where: { "은이을와(".contains($0) }) {
            result += rest[..<place]
            rest = rest[place...]
            if let pair = pairs.first(where: { rest.hasPrefix($0.written) }), let final = final(of: result) {
                let isConsonant = pair.written == "(으)로" ? final != .vowel && final != .rieul : final != .vowel
                result += isConsonant ? pair.consonant : pair.vowel
                rest = rest.dropFirst(pair.written.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    private enum Final { case vowel, rieul, other }

    /// The final consonant of the last syllable, quotes and brackets apart; `nil` where nobody knows how it is read.
    private static func final(of text: String) -> Final? {
        guard let last = text.unicodeScalars.last(where: { !"'\"`)]}’”」』".unicodeScalars.contains($0) }) else {
            return nil
        }
        switch last.value {
        case 0xAC00...0xD7A3:
            let number = (last.value - 0xAC00) % 28
            return number == 0 ? Final.vowel : number == 8 ? .rieul : .other
        case 0x30...0x39:
            return [.other, .rieul, .vowel, .other, .vowel, .vowel, .other, .rieul, .rieul, .vowel][
                Int(last.value) - 0x30]
        default: return nil
        }
    }
}
