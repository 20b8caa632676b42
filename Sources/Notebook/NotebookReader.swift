package import Diagnostics
import Markup

/// Reads a notebook. Every text is one: mistakes are diagnostics, and what they concern is left out or taken as text.
package enum NotebookReader {
    package static func read(_ source: SourceText) -> Notebook {
        let front = FrontMatterReader(source)
        let document = MarkdownParser.parse(source, from: front.end)
        var parts = NotebookParts(source, front.end, document)
        parts.build()
        let diagnostics = front.diagnostics + document.diagnostics + parts.diagnostics
        return Notebook(
            source: source, frontMatter: front.frontMatter, parts: parts.parts, footnotes: document.footnotes,
            diagnostics: diagnostics.sortedByPlace())
    }
}
