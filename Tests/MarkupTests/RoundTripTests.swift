import Diagnostics
import Markup
import Testing

/// SplitMix64 (Steele, Lea, Flood 2014): the same documents on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Documents that look like what people write, and like what they mistype.
struct DocumentGenerator {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    private static let pieces = [
        "가", "한국어", "日本", "語。", "「引用」", "a", "word", "é", "👩‍👩‍👧", "葛󠄀", " ", " ", "  ", "*", "**", "***", "_", "__", "`",
        "``", "[", "]",
        "](u)", "](<a b> \"t\")", "](u 'x\ny')", "[^1]", "[^n]", "[^?]", "![", "!", "\\*", "\\[", "\\\\", "\\", "&amp;",
        "&", "&#44032;",
        "&ngE;", "&bogus;", "<b>", "</b>", "<!-- * -->", "<a\ntitle='*'>", "<http://x.y/*>", "<", ">", "(", ")",
        "[ref]", "[x][ref]",
        "|", "\\|", "\t", ":", ".", "。", "（", "）", "-", "+", "#", "=", "1.", "~~~", "```", "\u{0}", "~~", "~~", "$x$",
        "$", "$$", "$a_b$", "{漢字|かんじ}", "{", "|", "}", "{#id}",
        "![가](u){#f .c}", "[!NOTE]", "[ ] ", "@a",
    ]
    private static let lineStarts = [
        "", "", "", "", "", "> ", ">", "> > ", "- ", "* ", "+ ", "1. ", "12) ", "    ", "  ", "\t", " ", "# ", "## ",
        "```", "```swift {#a}",
        "~~~", "---", "===", "| a | b |", "| --- | :-: |", "|-|", "[^1]: ", "[^n]:", "   [^1]: ", "[ref]: /u ",
        "[ref]: <u>\n\"t\"", "<div>",
        "<!--", "-->", "-\t", "10.  ", "- - ", "> - ", "- > ", ">\t", "  - ", "    - ",
        "::: note 제목", ":::", "::: {.tip}", "> [!NOTE] 제목", "$$", "$$ {#e}", "- [ ] ", "- [x] ", ": ", "> $$", "- :::",
    ]
    private static let breaks = ["\n", "\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", " \n"]

    mutating func document() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            for _ in 0..<Int.random(in: 1...2, using: &random) { text += pick(Self.lineStarts) }
            for _ in 0..<Int.random(in: 0...8, using: &random) { text += pick(Self.pieces) }
            text += pick(Self.breaks)
        }
        return text
    }

    private mutating func pick(_ list: [String]) -> String { list[Int.random(in: list.indices, using: &random)] }
}

@Suite struct RoundTripTests {
    @Test(arguments: 0..<8) func everyNodeStandsWhereItSays(part: Int) {
        var generator = DocumentGenerator(seed: UInt64(part) &* 7919 &+ 1)
        var nodes = 0
        var faulty = 0
        for _ in 0..<3_000 where faulty < 5 {
            let source = SourceText(path: "random.md", text: generator.document())
            let check = RoundTrip(MarkdownParser.parse(source), in: source)
            nodes += check.nodes
            if let fault = check.faults.first {
                faulty += 1
                Issue.record("\(fault) in \(source.text.debugDescription)")
            }
        }
        #expect(nodes > 100_000)
    }

    /// An image's attributes over a line break, which is a node between two texts.
    @Test(arguments: ["![가](u){width=3\n} 나 `x`\n", "![가](u \"t\"){width=3dth\r\n} 나 <b>\n", "```\n가\n"])
    func foundByTheFuzzer(text: String) {
        let source = SourceText(path: "found.md", text: text)
        #expect(RoundTrip(MarkdownParser.parse(source), in: source).faults.isEmpty)
    }
}
