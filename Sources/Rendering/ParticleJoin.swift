/// Keeps a Korean particle with what it belongs to. Browsers keep Korean words whole (`word-break: keep-all`), but they
/// take a sign at a word's end for its end: `85%` and `로`, `fit()` and `를` would stand on two lines.
enum ParticleJoin {
    /// What is longer, in characters, may be parted from its particle: it must fit on a narrow screen.
    static let longest = 24

    static func span(_ html: HTML) -> HTML { "<span class=\"joined\">\(html)</span>" }

    /// Whether no line may end between two characters.
    static func binds(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        isHangul(second) && endings.contains(first)
    }

    /// The text, with every sign in one element with the letter after it.
    static func text(_ text: String) -> HTML {
        let scalars = text.unicodeScalars
        var html: HTML = ""
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if next < scalars.endIndex, binds(scalars[index], scalars[next]) {
                let end = text.index(after: next)
                html += HTML(text: String(text[start..<index]))
                html += span(HTML(text: String(text[index..<end])))
                (start, index) = (end, end)
            } else {
                index = next
            }
        }
        return start == scalars.startIndex ? HTML(text: text) : "\(html)\(HTML(text: String(text[start...])))"
    }

    /// Units, closing brackets, closing quotation marks, and what ends a quoted sentence.
    private static let endings: Set<Unicode.Scalar> = Set("%％‰°℃℉)]}）］」』】》〉”’\"'!?…".unicodeScalars)

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
