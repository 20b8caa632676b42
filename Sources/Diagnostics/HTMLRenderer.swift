/// Diagnostics as a page shows them: the sentence, and the source line with the fault marked.
package struct HTMLRenderer {
    package var language: Language

    package init(language: Language) { self.language = language }

    package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
        diagnostics.map { render($0, in: source) }.joined()
    }

    private func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
        let lineRange = source.range(ofLine: source.line(at: diagnostic.range.lower))
        let lower = min(diagnostic.range.lower, lineRange.upper)
        let upper = min(max(diagnostic.range.upper, lower), lineRange.upper)
        let place = source.position(at: diagnostic.range.lower)
        let before = Self.escape(source.slice(SourceRange(lineRange.lower, lower)))
        let marked = Self.escape(source.slice(SourceRange(lower, upper)))
        let after = Self.escape(source.slice(SourceRange(upper, lineRange.upper)))
        let advice = diagnostic.message.advice(in: language).map { "<p class=\"advice\">\(Self.escape($0))</p>" } ?? ""
        return """
            <div class="diagnostic \(diagnostic.severity.rawValue)"><p>\(place.line):\(place.column) \
            \(Self.escape(diagnostic.message.text(in: language)))</p>\
            <pre><code>\(before)<mark>\(marked)</mark>\(after)</code></pre>\(advice)</div>
            """
    }

    /// Text made safe for HTML content and quoted attributes.
    package static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
