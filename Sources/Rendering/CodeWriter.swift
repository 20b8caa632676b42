import CellLanguage
import Diagnostics

/// Code as a page shows it.
enum CodeWriter {
    /// Swift in colour: the content of a `code` element.
    static func highlighted(_ code: String) -> HTML {
        let bytes = Array(code.utf8)
        func text(_ range: Range<Int>) -> HTML { HTML(text: String(decoding: bytes[range], as: UTF8.self)) }
        var html: HTML = ""
        var offset = 0
        for span in Highlighter.spans(of: code) where span.range.lowerBound >= offset {
            html += text(offset..<span.range.lowerBound)
            if let name = className(of: span.kind) {
                html += "<span class=\"\(name)\">\(text(span.range))</span>"
            } else {
                html += text(span.range)
            }
            offset = span.range.upperBound
        }
        html += text(offset..<bytes.count)
        return html
    }

    /// Plain names and labels keep the colour of text.
    private static func className(of kind: HighlightSpan.Kind) -> String? {
        kind == .identifier ? nil : "hl-" + kind.rawValue
    }

    /// A whole block. `language` is the first word of the info string.
    static func block(_ code: String, language: String) -> HTML {
        let code = code.last == "\n" || code.last == "\r\n" ? String(code.dropLast()) : code
        let content = language == "swift" ? highlighted(code) : HTML(text: code)
        let name = language.isEmpty ? nil : "language-" + language
        return
            "<pre class=\"code\"\(attribute: "tabindex", focusable(code))><code\(attribute: "class", name)>\(content)</code></pre>"
    }

    /// A block that a narrow screen cannot show whole must be reachable by keyboard to be scrolled.
    static func focusable(_ text: String) -> String? {
        let most = 36
        // No character takes more columns than bytes.
        let isWide = text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains {
            $0.count > most && DisplayWidth.of(Substring($0)) > most
        }
        return isWide ? "0" : nil
    }
}
