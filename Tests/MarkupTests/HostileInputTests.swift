import Diagnostics
import Markup
import Testing

/// Texts made to break a parser: none may, and none may take long.
@Suite struct HostileInputTests {
    private static let count = 10_000

    /// A text with a name; the parts are joined.
    struct Hostile: Sendable {
        var name: String
        var text: String

        init(_ name: String, _ parts: String...) {
            self.name = name
            text = parts.joined()
        }
    }

    private static func many(_ text: String, _ count: Int = count) -> String { String(repeating: text, count: count) }

    private static func each(_ range: Range<Int>, _ text: (Int) -> String) -> String { range.map(text).joined() }

    static let inputs: [Hostile] = [
        Hostile("quotes", many(">"), "a"),
        Hostile("quotes on lines", many("> > > > a\n")),
        Hostile("items", many("- "), "a"),
        Hostile("nested lists", each(0..<1_000) { many("  ", $0) + "- a\n" }),
        Hostile("brackets", many("["), "a"),
        Hostile("closed brackets", many("["), "a", many("]")),
        Hostile("links", many("[a](")),
        Hostile("images", many("!["), "a", many("](u)")),
        Hostile("stars", many("*"), "a", many("*")),
        Hostile("emphasis", many("*a "), "b", many("*")),
        Hostile("nested emphasis", many("*a _b "), many("_ *")),
        Hostile("east asian", many("가**(나)**다*「라」*")),
        Hostile("backticks", each(1..<400) { many("`", $0) + "a" }),
        Hostile("entities", many("&amp;&x1;&#1;")),
        Hostile("backslashes", many("\\")),
        Hostile("nul", many("\0*\0")),
        Hostile("carriage returns", many("\r> \r\n*a*")),
        Hostile("footnote references", many("[^a]")),
        Hostile("footnote definitions", each(0..<count) { "[^\($0)]: see [^\($0 + 1)]\n" }, "[^0]"),
        Hostile("unclosed labels", many("[^a")),
        Hostile("wide table", "|", many("a|", 2_000), "\n|", many("-|", 2_000), many("\n|", 2_000)),
        Hostile("many tables", many("|a|\n|-|\n\n")),
        Hostile("definitions", each(0..<count) { "[a\($0)]: /u\n" }),
        Hostile("one heading", many("# a\n")),
        Hostile("html", many("<!-- <? <![CDATA[ <!A ", 300)),
        Hostile("fences", many("> ```\n- ~~~\n")),
        Hostile("line breaks", many("日\n")),
        Hostile("tabs", many(">\t-\ta\n\t\tb\n")),
        Hostile("combining", "a", many("\u{301}")),
        Hostile("marks", many("\u{FEFF}\u{2E0E}*")),
    ]

    /// The limit catches what does not end; how fast it ends is for a benchmark to say.
    @Test(.timeLimit(.minutes(2)), arguments: inputs.indices) func survives(_ index: Int) {
        let input = Self.inputs[index]
        let source = SourceText(path: "a.md", text: input.text)
        let document = MarkdownParser.parse(source)
        // Walking the tree by recursion is safe.
        #expect(RoundTrip(document, in: source).nodes >= 0)
        #expect(
            !Dump.of(document.blocks).isEmpty || !document.diagnostics.isEmpty || input.name == "definitions",
            "\(input.name)")
    }

    @Test func saysWhatIsTooDeep() {
        let document = Dump.parse(String(repeating: "> ", count: 100) + "가**나**")
        #expect(document.diagnostics.map(\.message.id) == ["too-deeply-nested"])
        #expect(Dump.of(document.blocks).hasSuffix("strong('나'))" + String(repeating: ")", count: 64)))
        let inlines = Dump.parse(Self.many("*a ", 100) + "b" + Self.many("*", 100))
        #expect(inlines.diagnostics.map(\.message.id) == ["too-deeply-nested"])
        let text = Dump.of(inlines.blocks)
        #expect(text.hasSuffix("'a b'" + Self.many(")", 65)))
        let struck = Dump.parse(Self.many("~~a ", 100) + "b" + Self.many(" c~~", 100))
        #expect(struck.diagnostics.map(\.message.id) == ["too-deeply-nested"])
        #expect(Dump.of(struck.blocks).split(separator: "del(").count == 1 + 64)
    }

    /// Every way to cut a document that has everything in two is a document.
    @Test func prefixes() {
        let text =
            "---\n# **가(나)**다 [^1]\n> - | a | `b` |\n>   |---|:-:|\n>   | [c](d \"e\") | <f> |\n\n```swift {#a}\n//| x: y\n```\n\n[^1]: 日\n    本\n\n&#44032;\\*\r\n"
        let scalars = Array(text.unicodeScalars)
        var faults: [String] = []
        for start in 0..<scalars.count {
            for end in stride(from: start, through: scalars.count, by: 3) {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[start..<end])
                let source = SourceText(path: "a.md", text: String(view))
                faults += RoundTrip(MarkdownParser.parse(source), in: source).faults.prefix(1).map {
                    "\($0) in \(source.text.debugDescription)"
                }
            }
        }
        #expect(faults.prefix(3) == [])
    }
}
