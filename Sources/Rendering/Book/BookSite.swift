package import Diagnostics
import Digest
import Foundation
package import Notebook
package import Records

/// A book as a set of files, made of notebooks and records. Reads and writes nothing itself.
package struct BookSite: Sendable {
    package let plan: BookPlan
    package let assets: BookAssets
    /// The files that all pages share, by path.
    package let shared: [String: [UInt8]]
    private let renderer: PageRenderer

    package init(_ chapters: [BookChapter], settings: BookSettings, options: PageOptions) throws {
        let plan = BookPlan(chapters, settings: settings)
        let byPath = Dictionary(uniqueKeysWithValues: chapters.map { ($0.path, $0.notebook) })
        var files: [String: [UInt8]] = [:]
        func asset(_ name: String, _ suffix: String, _ text: String) -> String {
            let path = Self.assetPath(name, suffix, Array(text.utf8))
            files[path] = Array(text.utf8)
            return path
        }
        var styles: [Language: String] = [:]
        var indices: [Language: String] = [:]
        for language in plan.languages {
            let tag = language.rawValue
            styles[language] = asset("style-\(tag)", "css", StyleSheet.text(for: language))
            var index = SearchIndex()
            for page in plan.pages where page.language == language {
                if let notebook = byPath[page.source] {
                    index.add(notebook, title: page.title, path: RelativeAddress.encoded(page.path))
                }
            }
            indices[language] = asset("search-\(tag)", "js", index.script)
        }
        let script = asset("page", "js", PageScript.page + "\n" + BookScript.search)
        assets = BookAssets(styleSheets: styles, script: script, searchIndices: indices)
        if let site = settings.site { files["sitemap.xml"] = Array(Self.siteMap(plan, site: site).utf8) }
        self.plan = plan
        renderer = try PageRenderer(options: options)
        // A page of that name is the book's own beginning.
        if !plan.pages.contains(where: { $0.path == "index.html" }) {
            files["index.html"] = Array(Self.entrance(plan, assets).utf8)
        }
        shared = files
    }

    /// `assets/page.0123456789ab.js`
    package static func assetPath(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> String {
        "assets/\(name).\(Digest.sha256(bytes).prefix(12)).\(suffix)"
    }

    /// A page of the book.
    ///
    /// - Parameter picture: The picture that the page's notebook names, relative to itself.
    package func render(
        _ chapter: BookChapter, record: Record?, diagnostics: [Diagnostic] = [],
        picture: @escaping @Sendable (String) -> PageImage?
    ) -> RenderedPage? {
        guard let page = plan.page(source: chapter.path) else { return nil }
        let place = plan.place(of: page, assets: assets, summary: NotebookSummary.of(chapter.notebook))
        let plan = plan
        let surroundings = PageSurroundings(
            picture: picture,
            link: { address in
                let (path, anchor) = NotebookLinks.divided(address)
                guard !path.isEmpty, let target = RelativeAddress.resolve(path, from: page.source),
                    let linked = plan.page(source: target)
                else { return nil }
                return RelativeAddress.link(from: page.path, to: linked.path) + (anchor.map { "#" + $0 } ?? "")
            }, book: place)
        return renderer.render(
            chapter.notebook, record: record, diagnostics: diagnostics, surroundings: surroundings)
    }

    // MARK: Files beside the pages

    private static func siteMap(_ plan: BookPlan, site: String) -> String {
        let entries = plan.pages.map { page -> String in
            let twins = plan.pages.filter { $0.key == page.key }
            let links =
                twins.count < 2
                ? []
                : twins.map {
                    "<xhtml:link rel=\"alternate\" hreflang=\"\($0.language.rawValue)\" href=\"\(address($0.path))\"/>"
                }
            return "<url><loc>\(address(page.path))</loc>\(links.joined())</url>"
        }
        func address(_ path: String) -> String {
            let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
            return HTML.escape(site + encoded)
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(entries.joined(separator: "\n"))
            </urlset>

            """
    }

    /// The page at the site's root: the languages of the book, or the way to its first page.
    private static func entrance(_ plan: BookPlan, _ assets: BookAssets) -> String {
        let language = plan.languages.first ?? .english
        let items = plan.languages.map { language -> HTML in
            let first = plan.pages.first { $0.language == language }
            let tag = language.rawValue
            return """
                <li lang="\(tag)"><a hreflang="\(tag)" href="\(first.map { RelativeAddress.encoded($0.path) } ?? "")">\(plan.title(in: language))</a> \
                <small>\(PageText.name(of: language))</small></li>
                """
        }
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>\(plan.title(in: language))</title>
            <link rel="stylesheet" href="\(assets.styleSheets[language] ?? "")">
            </head>
            <body>
            <div class="page"><main class="column body">
            <h1>\(plan.title(in: language))</h1>
            <ul>
            \(items.joined(separator: "\n"))
            </ul>
            </main></div>
            </body>
            </html>

            """
        return page.markup
    }
}
