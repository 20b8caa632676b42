/// Unicode's mathematical alphabets, which MathML Core uses in the place of fonts: `\mathbb{R}` is the letter ℝ.
enum MathAlphabet: String, CaseIterable {
    case bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace

    static let commands: [String: MathAlphabet] = [
        "mathbf": .bold, "textbf": .bold, "bm": .boldItalic, "boldsymbol": .boldItalic, "mathbb": .doubleStruck,
        "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur, "mathsf": .sansSerif, "mathtt": .monospace,
    ]

    /// The first code point of the capital, small and Greek small letters and of the digits; 0 for none.
    private var starts: (capitals: UInt32, small: UInt32, greek: UInt32, digits: UInt32) {
        switch self {
        case .bold: (0x1D400, 0x1D41A, 0x1D6C2, 0x1D7CE)
        case .boldItalic: (0x1D468, 0x1D482, 0x1D736, 0x1D7CE)
        case .doubleStruck: (0x1D538, 0x1D552, 0, 0x1D7D8)
        case .script: (0x1D49C, 0x1D4B6, 0, 0)
        case .fraktur: (0x1D504, 0x1D51E, 0, 0)
        case .sansSerif: (0x1D5A0, 0x1D5BA, 0, 0x1D7E2)
        case .monospace: (0x1D670, 0x1D68A, 0, 0x1D7F6)
        }
    }

    /// Letters that Unicode had before the alphabets, whose places there are empty.
    private static let exceptions: [MathAlphabet: [Unicode.Scalar: String]] = [
        .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
        .script: [
            "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
            "o": "ℴ",
        ],
        .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    ]

    /// The text in this alphabet; characters that it lacks stay as they are.
    func mapped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let exception = Self.exceptions[self]?[scalar] {
                result += exception
            } else if let start = start(for: scalar), let letter = Unicode.Scalar(start.base + start.offset) {
                result.unicodeScalars.append(letter)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func start(for scalar: Unicode.Scalar) -> (base: UInt32, offset: UInt32)? {
        let starts = starts
        let found: (UInt32, UInt32) =
            switch scalar.value {
            case 0x41...0x5A: (starts.capitals, scalar.value - 0x41)
            case 0x61...0x7A: (starts.small, scalar.value - 0x61)
            case 0x3B1...0x3C9: (starts.greek, scalar.value - 0x3B1)
            case 0x30...0x39: (starts.digits, scalar.value - 0x30)
            default: (0, 0)
            }
        return found.0 == 0 ? nil : found
    }
}
