package import Diagnostics
package import Notebook

/// A notebook of a book with the file it comes from.
package struct BookChapter: Sendable {
    /// From the book's root: `ko/03-4-reviews.md`.
    package var path: String
    package var notebook: Notebook

    package init(path: String, notebook: Notebook) {
        self.path = path
        self.notebook = notebook
    }
}

/// How the pages of a book stand to each other: their order, their parts, which are translations of each other. It
/// follows from folders, names and front matters alone.
package struct BookPlan: Sendable {
    package struct Page: Sendable {
        package var source: String
        /// `ko/03-4-reviews.html`
        package var path: String
        package var title: String
        package var language: Language
        /// The folders above it, the language's apart.
        package var folders: [String]
        /// What is the same in all languages.
        var key: String
    }

    package let settings: BookSettings
    /// In the order of reading, language by language.
    package let pages: [Page]
    private let indices: [String: Int]

    package init(_ chapters: [BookChapter], settings: BookSettings) {
        self.settings = settings
        let order = Dictionary(settings.chapters.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        let pages = chapters.map { Self.page($0) }.sorted { a, b in
            if a.language != b.language { return Self.rank(a.language) < Self.rank(b.language) }
            let (first, second) = (order[a.key] ?? .max, order[b.key] ?? .max)
            if first != second { return first < second }
            return NaturalOrder.precedes(a.key, b.key)
        }
        self.pages = pages
        indices = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($0.element.source, $0.offset) })
    }

    private static func rank(_ language: Language) -> Int { Language.allCases.firstIndex(of: language) ?? 0 }

    private static func page(_ chapter: BookChapter) -> Page {
        var folders = chapter.path.split(separator: "/").map(String.init)
        let name = folders.removeLast()
        var language = chapter.notebook.frontMatter.language
        var key = folders
        // A folder named for a language says it where the front matter does not.
        if let first = folders.first, let named = Language(rawValue: first) {
            if !chapter.notebook.frontMatter.namesLanguage { language = named }
            key.removeFirst()
        }
        let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        let title =
            chapter.notebook.frontMatter.title ?? PageBody.firstHeading(of: chapter.notebook) ?? stem
        return Page(
            source: chapter.path, path: (folders + [stem + ".html"]).joined(separator: "/"), title: title,
            language: language, folders: key, key: (key + [stem]).joined(separator: "/"))
    }

    package var languages: [Language] {
        Language.allCases.filter { language in pages.contains { $0.language == language } }
    }

    package func title(in language: Language) -> String {
        settings.titles[language] ?? settings.title ?? PageText(language: language).book
    }

    package func page(source: String) -> Page? { indices[source].map { pages[$0] } }

    /// The pages in a page's language.
    private func siblings(of page: Page) -> [Page] { pages.filter { $0.language == page.language } }

    /// What stands around a page.
    package func place(of page: Page, assets: BookAssets, summary: String) -> BookPlace {
        let siblings = siblings(of: page)
        let index = siblings.firstIndex { $0.source == page.source } ?? 0
        func address(_ path: String) -> String { RelativeAddress.link(from: page.path, to: path) }
        func link(_ page: Page) -> BookPlace.Link { BookPlace.Link(title: page.title, address: address(page.path)) }
        let title = title(in: page.language)
        let home = siblings.first.map { address($0.path) } ?? ""
        var place = BookPlace(
            title: title, home: home, styleSheet: address(assets.styleSheets[page.language] ?? ""),
            script: address(assets.script), searchIndex: address(assets.searchIndices[page.language] ?? ""),
            path: page.path, summary: summary)
        place.site = settings.site
        place.entries = entries(siblings, current: page)
        place.breadcrumbs = [BookPlace.Link(title: title, address: home)]
        if let part = part(of: page.folders, siblings), part.source != page.source {
            place.breadcrumbs.append(link(part))
        }
        place.previous = index > 0 ? link(siblings[index - 1]) : nil
        place.next = index + 1 < siblings.count ? link(siblings[index + 1]) : nil
        place.translations = pages.filter { $0.key == page.key }.map {
            BookPlace.Translation(language: $0.language, address: address($0.path))
        }
        return place
    }

    /// The page that stands for a folder: its `index`, or its first one.
    private func part(of folders: [String], _ siblings: [Page]) -> Page? {
        guard !folders.isEmpty else { return nil }
        let inside = siblings.filter { $0.folders == folders }
        return inside.first { $0.key.hasSuffix("/index") } ?? inside.first
    }

    private func entries(_ siblings: [Page], current: Page) -> [BookPlace.Entry] {
        var entries: [BookPlace.Entry] = []
        var open: [String] = []
        for page in siblings {
            if page.folders != open {
                open = page.folders
                if let name = open.last, !page.key.hasSuffix("/index") {
                    entries.append(
                        BookPlace.Entry(title: name, address: nil, depth: min(open.count - 1, 2), isCurrent: false))
                }
            }
            entries.append(
                BookPlace.Entry(
                    title: page.title, address: RelativeAddress.link(from: current.path, to: page.path),
                    depth: min(open.count, 2), isCurrent: page.source == current.source))
        }
        return entries
    }
}

/// The files that all pages of a book share, by their paths from its root. Their names hold a digest of what is in
/// them: a browser may keep them for ever.
package struct BookAssets: Sendable {
    package var styleSheets: [Language: String]
    package var script: String
    package var searchIndices: [Language: String]
}

/// Names as people number them: `2-intro` before `10-end`.
enum NaturalOrder {
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            let (first, nextI) = number(a, i)
            let (second, nextJ) = number(b, j)
            if let first, let second {
                if first != second {
                    return first.count != second.count
                        ? first.count < second.count : first.lexicographicallyPrecedes(second)
                }
                (i, j) = (nextI, nextJ)
            } else {
                if a[i] != b[j] { return a[i] < b[j] }
                i += 1
                j += 1
            }
        }
        return a.count - i < b.count - j
    }

    /// The digits at `start` without leading zeros.
    private static func number(_ text: [UInt8], _ start: Int) -> (digits: ArraySlice<UInt8>?, end: Int) {
        let digits = text[start...].prefix { 0x30...0x39 ~= $0 }
        return digits.isEmpty ? (nil, start) : (digits.drop { $0 == 0x30 }, digits.endIndex)
    }
}

/// Addresses within a site.
package enum RelativeAddress {
    /// From the page at one path to the file at another: `../ja/a.html`.
    package static func from(_ page: String, to target: String) -> String {
        var base = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var rest = target.split(separator: "/", omittingEmptySubsequences: false)[...]
        while let first = base.first, first == rest.first, rest.count > 1 {
            base = base.dropFirst()
            rest = rest.dropFirst()
        }
        return (Array(repeating: "..", count: base.count) + rest.map(String.init)).joined(separator: "/")
    }

    /// The same as a page's links write it: what would end a path in an address is percent-encoded.
    package static func link(from page: String, to target: String) -> String { encoded(from(page, to: target)) }

    /// A path as an address. Letters of all scripts stay readable.
    static func encoded(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "#": result += "%23"
            case "?": result += "%3F"
            case " ": result += "%20"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The path that an address on the page at `page` names, `nil` for one outside the site.
    package static func resolve(_ address: String, from page: String) -> String? {
        var parts = address.hasPrefix("/") ? [] : Array(page.split(separator: "/").dropLast())
        for part in address.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
