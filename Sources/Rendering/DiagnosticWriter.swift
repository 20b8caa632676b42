import Diagnostics

/// Diagnostics as a page shows them: what is wrong, the source line with the fault marked, what to do.
enum DiagnosticWriter {
    static func html(_ diagnostics: [Diagnostic], in source: SourceText, text: PageText) -> HTML {
        diagnostics.map { diagnostic -> HTML in
            let position = source.position(at: diagnostic.range.lower)
            return html(
                severity: diagnostic.severity, place: text.place(line: position.line, column: position.column),
                message: diagnostic.message.text(in: text.language), excerpt: excerpt(diagnostic.range, in: source),
                advice: diagnostic.message.advice(in: text.language),
                notes: diagnostic.notes.map { $0.message.text(in: text.language) }, text: text)
        }.joined(separator: "\n")
    }

    static func html(
        severity: Severity, place: String?, message: String, excerpt: HTML?, advice: String?, notes: [String],
        text: PageText
    ) -> HTML {
        let place: HTML? = place.map { "<span class=\"place\">\($0)</span> " }
        let advice: HTML? = advice.map { "<p class=\"advice\">\($0)</p>" }
        let notes = notes.map { "<p class=\"advice\">\(text.severity(.note)): \($0)</p>" as HTML }.joined()
        return """
            <div class="diagnostic \(severity.rawValue)"><p><strong>\(text.severity(severity))</strong> \(place)\
            \(message)</p>\(excerpt)\(advice)\(notes)</div>
            """
    }

    /// The line of the fault's beginning with the fault marked as far as it reaches on that line.
    static func excerpt(_ range: SourceRange, in source: SourceText) -> HTML {
        let line = source.range(ofLine: source.line(at: range.lower))
        let lower = min(max(range.lower, line.lower), line.upper)
        let upper = min(max(range.upper, lower), line.upper)
        let before = source.slice(SourceRange(line.lower, lower))
        let marked = source.slice(SourceRange(lower, upper))
        let after = source.slice(SourceRange(upper, line.upper))
        let mark: HTML = marked.isEmpty ? "" : "<mark>\(marked)</mark>"
        return """
            <pre class="excerpt"\(attribute: "tabindex", CodeWriter.focusable(before + marked + after))><code>\(before)\
            \(mark)\(after)</code></pre>
            """
    }
}
