import Diagnostics
import Markup

/// Text within a block as HTML.
struct InlineWriter {
    var text: PageText
    /// What a reference says, as a link if it is to be one; `nil` for an unknown label.
    var crossReference: (Substring, _ isLink: Bool) -> HTML?
    var noteIDs: FootnoteIDs
    /// The recorded values of `` `{swift} expression` ``, by the expression's place in the file.
    var inlineValues: [Int: String] = [:]
    /// The picture at an address beside the page.
    var picture: (String) -> PageImage? = { _ in nil }
    /// Whether HTML in the text is taken over as it is.
    var allowsRawHTML = false
    /// Whether a link is around the text: then what would be one within it is its text alone.
    var isWithinLink = false
    /// Where another page of the book is, for a link to its source; `nil` leaves a link as it is.
    var link: (String) -> String? = { _ in nil }

    func write(_ inlines: [Inline]) -> HTML {
        var html: HTML = ""
        // How many characters of the next text are written already.
        var taken = 0
        for (index, inline) in inlines.enumerated() {
            var inline = inline
            if taken > 0, case .text(let text) = inline.kind { inline.kind = .text(String(text.dropFirst(taken))) }
            taken = 0
            if index + 1 < inlines.count, case .text(let next) = inlines[index + 1].kind, let first = next.first,
                let letter = next.unicodeScalars.first, let end = shortEnd(of: inline),
                ParticleJoin.binds(end, letter)
            {
                html += ParticleJoin.span("\(write(inline))\(String(first))")
                taken = 1
            } else {
                html += write(inline)
            }
        }
        return html
    }

    /// The last character of what is short enough to be kept on one line with what follows it.
    private func shortEnd(of inline: Inline) -> Unicode.Scalar? {
        let text: String
        switch inline.kind {
        case .code(let code): text = inlineValues[inline.range.lower] ?? code
        case .emphasis(let content), .strong(let content), .link(_, _, let content): text = content.plainText
        default: return nil
        }
        return text.utf8.count <= 4 * ParticleJoin.longest && text.count <= ParticleJoin.longest
            ? text.unicodeScalars.last : nil
    }

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
        case .strikethrough(let content): return "<del>\(write(content))</del>"
        case .formula(let formula): return MathWriter.html(formula)
        case .ruby(let groups): return ruby(groups)
        case .task(let isDone):
            return """
                <input type="checkbox" disabled\(isDone ? " checked" : "") \
                aria-label="\(isDone ? text.taskDone : text.taskOpen)">
                """
        case .link(let destination, let title, let content):
            guard !isWithinLink, let address = SafeURL.link(link(destination) ?? destination) else {
                return write(content)
            }
            var inner = self
            inner.isWithinLink = true
            return
                "<a href=\"\(address)\"\(attribute: "title", title.isEmpty ? nil : title)>\(inner.write(content))</a>"
        case .image(let source, let title, let alt, let attributes):
            return image(source, title: title, alt: alt, attributes)
        case .softBreak: return "\n"
        case .lineBreak: return "<br>\n"
        case .html(let html):
            if Self.isComment(html) { return "" }
            return allowsRawHTML ? HTML(trusted: html) : "<code class=\"raw-html\">\(html)</code>"
        case .footnote(_, let number, let occurrence):
            if isWithinLink {
                return "<sup class=\"note-ref\" id=\"\(noteIDs.reference(number, occurrence))\">\(number)</sup>"
            }
            return """
                <sup class="note-ref"><a id="\(noteIDs.reference(number, occurrence))" \
                href="#\(noteIDs.note(number))" role="doc-noteref" \
                aria-label="\(text.footnote(number))">\(number)</a></sup>
                """
        }
    }

    private func ruby(_ groups: [RubyGroup]) -> HTML {
        let content = groups.map { "\($0.base)<rp>(</rp><rt>\($0.reading)</rt><rp>)</rp>" as HTML }.joined()
        return "<ruby>\(content)</ruby>"
    }

    /// A picture from elsewhere becomes a link: the page needs nothing from the network.
    func image(_ source: String, title: String, alt: String, _ attributes: Attributes) -> HTML {
        let title = title.isEmpty ? nil : title
        let width = attributes["width"].flatMap(CellWriter.cssLength).map { "width:\($0)" }
        if let local = SafeURL.localImage(source) {
            let picture = picture(source)
            return """
                <img src="\(picture?.address ?? local)" alt="\(alt)"\(attribute: "title", title)\
                \(attribute: "width", picture?.size.map { String($0.width) })\
                \(attribute: "height", picture?.size.map { String($0.height) })\(attribute: "style", width) \
                loading="lazy" decoding="async">
                """
        }
        let name = alt.isEmpty ? text.picture : alt
        guard !isWithinLink, let address = SafeURL.link(source) else { return HTML(text: name) }
        return "<a class=\"remote-image\" href=\"\(address)\"\(attribute: "title", title)>\(name)</a>"
    }

    static func isComment(_ html: String) -> Bool {
        let html = html.drop { $0.isWhitespace }
        guard html.hasPrefix("<!--"), let end = html.firstRange(of: "-->") else { return false }
        return html[end.upperBound...].allSatisfy(\.isWhitespace)
    }

    /// `@loss-curve` becomes “그림 3” where a captioned cell has that label; other words with the sign stay as they are.
    private func withReferences(_ string: String) -> HTML {
        guard string.utf8.contains(UInt8(ascii: "@")) else { return ParticleJoin.text(string) }
        return CrossReference.parts(of: string).map { part -> HTML in
            switch part {
            case .text(let text): return ParticleJoin.text(String(text))
            case .label(let label):
                guard let known = CrossReference.known(label, where: { crossReference($0, false) != nil }),
                    let reference = crossReference(known, !isWithinLink)
                else { return "@\(label)" }
                return "\(reference)\(ParticleJoin.text(String(label[known.endIndex...])))"
            }
        }.joined()
    }

    /// What a heading says, for the table of contents and the page's title.
    static func plainText(_ inlines: [Inline]) -> String { inlines.plainText }
}
