import Diagnostics
import Markup

/// Text within a block as HTML.
struct InlineWriter {
    var text: PageText
    /// Where a reference to a captioned cell leads; `nil` for an unknown label.
    var crossReference: (Substring) -> HTML?
    var noteIDs: FootnoteIDs
    /// The recorded values of `` `{swift} expression` ``, by the expression's place in the file.
    var inlineValues: [Int: String] = [:]

    func write(_ inlines: [Inline]) -> HTML { inlines.map(write).joined() }

    private func write(_ inline: Inline) -> HTML {
        switch inline.kind {
        case .text(let string): return withReferences(string)
        case .code(let code):
            if let value = inlineValues[inline.range.lower] {
                return "<output class=\"inline-value\" title=\"\(code)\">\(value)</output>"
            }
            return "<code>\(code)</code>"
        case .emphasis(let content): return "<em>\(write(content))</em>"
        case .strong(let content): return "<strong>\(write(content))</strong>"
        case .link(let destination, let title, let content):
            guard let address = SafeURL.link(destination) else { return write(content) }
            return "<a href=\"\(address)\"\(attribute: "title", title.isEmpty ? nil : title)>\(write(content))</a>"
        case .image(let source, let title, let alt): return image(source, title: title, alt: alt)
        case .softBreak: return "\n"
        case .lineBreak: return "<br>\n"
        case .html(let html): return Self.isComment(html) ? "" : "<code class=\"raw-html\">\(html)</code>"
        case .footnote(_, let number, let occurrence):
            return """
                <sup class="note-ref"><a id="\(noteIDs.reference(number, occurrence))" \
                href="#\(noteIDs.note(number))" role="doc-noteref" \
                aria-label="\(text.footnote(number))">\(number)</a></sup>
                """
        }
    }

    /// A picture from elsewhere becomes a link: the page needs nothing from the network.
    private func image(_ source: String, title: String, alt: String) -> HTML {
        let title = title.isEmpty ? nil : title
        if let source = SafeURL.localImage(source) {
            return "<img src=\"\(source)\" alt=\"\(alt)\"\(attribute: "title", title) loading=\"lazy\">"
        }
        let name = alt.isEmpty ? text.picture : alt
        guard let address = SafeURL.link(source) else { return HTML(text: name) }
        return "<a class=\"remote-image\" href=\"\(address)\"\(attribute: "title", title)>\(name)</a>"
    }

    static func isComment(_ html: String) -> Bool {
        let html = html.drop { $0.isWhitespace }
        guard html.hasPrefix("<!--"), let end = html.firstRange(of: "-->") else { return false }
        return html[end.upperBound...].allSatisfy(\.isWhitespace)
    }

    /// `@loss-curve` becomes “그림 3” where a captioned cell has that label; other words with the sign stay as they are.
    private func withReferences(_ string: String) -> HTML {
        guard string.utf8.contains(UInt8(ascii: "@")) else { return HTML(text: string) }
        var html: HTML = ""
        var rest = string[...]
        while let sign = rest.firstIndex(of: "@") {
            let before = rest[..<sign]
            let after = rest[rest.index(after: sign)...]
            var label = after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            // Not within an address: someone@example.
            let standsAlone = !(before.last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false)
            var reference = standsAlone ? crossReference(label) : nil
            while reference == nil, standsAlone, let last = label.last, last == "-" || last == "_" {
                label.removeLast()
                reference = crossReference(label)
            }
            html += HTML(text: String(before))
            html += reference ?? "@\(label)"
            rest = after[label.endIndex...]
        }
        html += HTML(text: String(rest))
        return html
    }

    /// What a heading says, for the table of contents and the page's title.
    static func plainText(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .text(let text), .code(let text): text
            case .emphasis(let content), .strong(let content), .link(_, _, let content): plainText(content)
            case .image(_, _, let alt): alt
            case .softBreak, .lineBreak: " "
            case .html, .footnote: ""
            }
        }.joined()
    }
}
