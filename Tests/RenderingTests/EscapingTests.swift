import Notebook
import Outputs
import Rendering
import Testing

/// Hostile text in every position comes out as text: the page has the same elements as with harmless text.
@Suite struct EscapingTests {
    static let hostile =
        "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;/style></code></pre></title>{{title}}{{{x}}}"

    /// As Markdown text that says `hostile` and is no raw HTML.
    private static func inProse(_ text: String) -> String {
        text.unicodeScalars.map { $0.isASCII && !$0.properties.isAlphabetic ? "&#\($0.value);" : String($0) }.joined()
    }

    private func page(_ text: String) throws -> String {
        let prose = Self.inProse(text)
        let yaml = text.replacing("'", with: "''")
        var page = SamplePage(
            """
            ---
            title: '\(yaml)'
            lang: ko
            ---

            ## \(prose)

            ## \(prose)

            \(prose) *\(prose)* [\(prose)](https://example.org "\(prose)") ![\(prose)](a.png "\(prose)") [^n]

            [^n]: \(prose)

            | \(prose) |
            |---|
            | \(prose) |

            ~~~\(prose)
            \(text)
            ~~~

            ```swift {#a}
            //| lst-cap: '\(yaml)'
            //| fig-cap: '\(yaml)'
            //| fig-alt: '\(yaml)'
            //| tbl-cap: '\(yaml)'
            let a = 1 // \(text)
            ```

            ```swift {#b .raises-exception}
            b
            ```

            ```swift {#c .fails-check}
            c
            ```
            """)
        page.outputs = [
            "a": [
                .stream(.stdout, text), .stream(.stderr, text), SamplePage.result(text),
                .result(MIMEBundle([MIME.text: .string(text), MIME.html: .string(text)])),
                .result(MIMEBundle([MIME.text: .string(text), MIME.array: ["dtype": .string(text), "shape": [1]]])),
                SamplePage.figure(
                    SamplePage.drawing.replacing("<path", with: "<title>\(Self.inProse(text))</title><path")),
                SamplePage.history([text: [1, 2]], keys: [text]),
            ],
            "b": [.error(OutputError(name: text, message: text, traceback: [text, text]))],
            "c": [
                .display(
                    MIMEBundle([
                        MIME.diagnostics: [
                            ["message": .string(text), "advice": .string(text), "notes": [["message": .string(text)]]]
                        ]
                    ]))
            ],
        ]
        page.engine = text
        page.datasets = [DatasetUse(name: text, sha256: text, isSample: true)]
        return try page.render().html
    }

    @Test func hostileTextMakesNoElements() throws {
        let harmless = try page("harmless")
        let attacked = try page(Self.hostile)
        #expect(
            PageTag.skeleton(of: attacked).filter { $0 != "span" && $0 != "/span" }
                == PageTag.skeleton(of: harmless).filter { $0 != "span" && $0 != "/span" })
        #expect(PageTag.firstMisnested(in: attacked) == nil)
        for tag in PageTag.all(in: attacked) {
            #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(tag)")
        }
    }

    @Test func rawHTMLIsShownAsText() throws {
        let body = try SamplePage(
            "<script>alert(1)</script>\n\ntext <b onclick=\"x()\">bold</b> <!-- inline -->\n\n<!-- a comment -->\n\n<div>block</div>\n"
        ).body()
        let names = Set(PageTag.all(in: body).map(\.name))
        #expect(names == ["pre", "code", "p"])
        #expect(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!body.contains("comment"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "&#106;avascript:alert(1)", "java&#9;script:alert(1)",
        "&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x",
    ])
    func anAddressThatRunsSomethingIsNoLink(_ address: String) throws {
        let body = try SamplePage("[label](<\(address)>)").body()
        #expect(body == "<p>label</p>")
    }

    @Test(arguments: [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"), ("#절", "#절"), ("b/c.html", "b/c.html"),
        ("mailto:a@example.org", "mailto:a@example.org"), ("a b", "a%20b"), ("./a:b", "./a:b"),
    ])
    func otherAddressesAreLinks(_ address: String, _ expected: String) throws {
        let body = try SamplePage("[label](<\(address)>)").body()
        #expect(body == "<p><a href=\"\(expected)\">label</a></p>")
    }

    @Test(arguments: ["https://example.org/x.png", "//example.org/x.png", "http:x.png"])
    func aPictureFromElsewhereBecomesALink(_ source: String) throws {
        let tags = PageTag.all(in: try SamplePage("![그림](\(source))").body())
        #expect(tags.map(\.name) == ["p", "a", "a", "p"])
        #expect(tags[1].attributes["href"] == source)
    }

    @Test(arguments: ["data:image/svg+xml,x", "javascript:x"])
    func aPictureThatIsNoFileIsItsText(_ source: String) throws {
        #expect(try SamplePage("![그림](\(source))").body() == "<p>그림</p>")
    }

    @Test func controlCharactersAndEscapeSequencesDoNotReachThePage() throws {
        let text = "a\u{1B}[31mred\u{1B}[0m\u{0}\u{7}\u{FFFE}b\r\nc"
        let html = try SamplePage("```swift {#a}\nx\n```", outputs: ["a": [.stream(.stderr, text)]]).render().html
        #expect(html.contains("ared\u{FFFD}\u{FFFD}\u{FFFD}b\nc"))
        #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }
}
