package import Diagnostics
import Markup
package import Notebook
package import Records

/// Makes a page of a lesson and its record. Runs nothing and reads nothing.
package struct PageRenderer {
    private let options: PageOptions
    private let template: PageTemplate

    /// Throws only when the template in this product does not parse.
    package init(options: PageOptions = PageOptions()) throws {
        self.options = options
        template = try PageTemplate()
    }

    package func render(
        _ notebook: Notebook, record: Record?, diagnostics: [Diagnostic] = [],
        surroundings: PageSurroundings = PageSurroundings()
    ) -> RenderedPage {
        let freshness = Freshness(of: notebook, record: record)
        let text = PageText(language: notebook.frontMatter.language)
        var body = PageBody(notebook: notebook, freshness: freshness, text: text)
        body.diagnostics = (notebook.diagnostics + diagnostics).sortedByPlace()
        body.surroundings = surroundings
        body.surroundings.allowsRawHTML = options.allowsRawHTML
        let written = body.write()

        let path = notebook.source.path
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let title = notebook.frontMatter.title ?? body.firstHeading ?? (name.isEmpty ? text.untitled : Self.stem(name))
        let provenance = Provenance(text: text, run: record?.run, fileName: name, generator: options.generator)
        let notices = PageNotices(
            notebook: notebook, fileName: name, freshness: freshness, diagnostics: body.diagnostics, text: text)
        let content = PageContent(
            text: text, title: title, heading: body.firstHeading == title ? nil : title, generator: options.generator,
            facts: provenance.facts,
            tableOfContents: options.showsTableOfContents ? Outline(notebook).html : "",
            notices: [notices.html, provenance.sampleNotice].filter { !$0.isEmpty }.joined(separator: "\n"),
            body: written.html, notes: written.notes, footer: provenance.footer, book: surroundings.book)
        return RenderedPage(
            html: template.render(content), fileName: Self.stem(name) + ".html", title: title, freshness: freshness,
            refused: written.refused)
    }

    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name.isEmpty ? "index" : name }
        return String(name[..<dot])
    }
}
