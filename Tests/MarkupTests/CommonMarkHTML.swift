import Markup

/// HTML as the CommonMark specification's examples show it, of our tree.
enum CommonMarkHTML {
    static func of(_ blocks: [Block], isTight: Bool = false) -> String {
        var html = ""
        for block in blocks {
            if case .paragraph(let inlines) = block.kind, isTight {
                // A tight item's text stands between its tags; blocks after it begin a line.
                html += html.hasSuffix("\n") || html.isEmpty ? of(inlines) : "\n" + of(inlines)
            } else {
                if !html.isEmpty, !html.hasSuffix("\n") { html += "\n" }
                html += of(block)
            }
        }
        return html
    }

    private static func of(_ block: Block) -> String {
        switch block.kind {
        case .heading(let level, _, let inlines): "<h\(level)>\(of(inlines))</h\(level)>\n"
        case .paragraph(let inlines): "<p>\(of(inlines))</p>\n"
        case .quote(let blocks): "<blockquote>\n\(of(blocks))</blockquote>\n"
        case .list(let start, let isTight, let items):
            list(start, items.map { item(of($0, isTight: isTight), $0, isTight) }.joined())
        case .code(let code):
            "<pre><code\(code.language.isEmpty ? "" : " class=\"language-\(escaped(code.language))\"")>"
                + "\(escaped(code.text))</code></pre>\n"
        case .html(let html): html.hasSuffix("\n") ? html : html + "\n"
        case .thematicBreak: "<hr />\n"
        case .table, .division, .formula: "<extension>"
        }
    }

    private static func list(_ start: Int?, _ items: String) -> String {
        guard let start else { return "<ul>\n\(items)</ul>\n" }
        return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\n\(items)</ol>\n"
    }

    private static func item(_ html: String, _ blocks: [Block], _ isTight: Bool) -> String {
        guard let first = blocks.first else { return "<li></li>\n" }
        var isText = false
        if isTight, case .paragraph = first.kind { isText = true }
        return "<li>\(isText ? "" : "\n")\(html)</li>\n"
    }

    private static func of(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .text(let text): escaped(text)
            case .code(let code): "<code>\(escaped(code))</code>"
            case .emphasis(let children): "<em>\(of(children))</em>"
            case .strong(let children): "<strong>\(of(children))</strong>"
            case .link(let destination, let title, let children):
                "<a href=\"\(address(destination))\"\(attribute("title", title))>\(of(children))</a>"
            case .image(let source, let title, let alt, _):
                "<img src=\"\(address(source))\" alt=\"\(escaped(alt))\"\(attribute("title", title)) />"
            case .softBreak: "\n"
            case .lineBreak: "<br />\n"
            case .html(let html): html
            case .strikethrough, .formula, .ruby, .task, .footnote: "<extension>"
            }
        }.joined()
    }

    private static func attribute(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : " \(name)=\"\(escaped(value))\""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }

    /// Percent-encoded as the specification's examples are.
    private static func address(_ text: String) -> String {
        let safe = Set("-_.+!*(),%#@?=;:/,+$~'&".utf8)
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "'"): "&#x27;"
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            case _ where safe.contains(byte): String(UnicodeScalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }
}
