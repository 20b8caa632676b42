package import Diagnostics
import Foundation
import Markup
package import Notebook

/// What is wrong with the links and pictures of a page.
package enum BookLinkMessage: Hashable, Sendable {
    /// No page and no file of the book has this address.
    case brokenLink(String, nearest: String?)
    /// The page has nothing of that name.
    case brokenAnchor(String, nearest: String?)
    case missingPicture(String)
    case unreadablePicture(String)
}

extension BookLinkMessage: DiagnosticMessage {
    package var id: String {
        switch self {
        case .brokenLink: "broken-link"
        case .brokenAnchor: "broken-anchor"
        case .missingPicture: "missing-picture"
        case .unreadablePicture: "unreadable-picture"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .brokenLink(let address, let nearest?):
            language.choose(
                ko: "`\(address)`(이)라는 파일이 없습니다. `\(nearest)`을(를) 뜻했습니까?",
                ja: "`\(address)` というファイルはありません。`\(nearest)` のことですか?",
                en: "there is no file `\(address)`; did you mean `\(nearest)`?")
        case .brokenLink(let address, nil):
            language.choose(
                ko: "`\(address)`(이)라는 파일이 없습니다", ja: "`\(address)` というファイルはありません",
                en: "there is no file `\(address)`")
        case .brokenAnchor(let anchor, let nearest?):
            language.choose(
                ko: "그 페이지에 `#\(anchor)`이(가) 없습니다. `#\(nearest)`을(를) 뜻했습니까?",
                ja: "そのページに `#\(anchor)` はありません。`#\(nearest)` のことですか?",
                en: "the page has no `#\(anchor)`; did you mean `#\(nearest)`?")
        case .brokenAnchor(let anchor, nil):
            language.choose(
                ko: "그 페이지에 `#\(anchor)`이(가) 없습니다", ja: "そのページに `#\(anchor)` はありません",
                en: "the page has no `#\(anchor)`")
        case .missingPicture(let path):
            language.choose(
                ko: "그림 파일 `\(path)`이(가) 없습니다", ja: "画像ファイル `\(path)` がありません",
                en: "there is no picture `\(path)`")
        case .unreadablePicture(let path):
            language.choose(
                ko: "`\(path)`은(는) 페이지에 넣을 수 있는 그림이 아닙니다(PNG, JPEG, GIF, WebP, AVIF, SVG)",
                ja: "`\(path)` はページに載せられる画像ではありません(PNG、JPEG、GIF、WebP、AVIF、SVG)",
                en: "`\(path)` is no picture that a page can hold (PNG, JPEG, GIF, WebP, AVIF, SVG)")
        }
    }
}

/// The links and the pictures that a notebook's prose names, with their places.
package struct NotebookLinks: Sendable {
    package struct Link: Sendable {
        package var address: String
        package var range: SourceRange
    }
    package private(set) var links: [Link] = []
    package private(set) var pictures: [Link] = []

    package init(_ notebook: Notebook) {
        for case .prose(let prose) in notebook.parts { add(prose.blocks) }
        for footnote in notebook.footnotes { add(footnote.blocks) }
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block.kind {
            case .heading(_, _, let inlines), .paragraph(let inlines): add(inlines)
            case .quote(let blocks): add(blocks)
            case .list(_, _, let items): for item in items { add(item) }
            case .table(let table):
                for cell in (table.header + table.rows.joined() + [table.caption ?? []]) { add(cell) }
            case .division(let division):
                add(division.title)
                add(division.blocks)
            case .code, .html, .thematicBreak, .formula: continue
            }
        }
    }

    private mutating func add(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.kind {
            case .link(let destination, _, let content):
                if Self.isWithinBook(destination) { links.append(Link(address: destination, range: inline.range)) }
                add(content)
            case .image(let source, _, _, _):
                if Self.isWithinBook(source) { pictures.append(Link(address: source, range: inline.range)) }
            case .emphasis(let content), .strong(let content), .strikethrough(let content): add(content)
            case .text, .code, .softBreak, .lineBreak, .html, .footnote, .formula, .ruby, .task: continue
            }
        }
    }

    /// No scheme, and no host.
    private static func isWithinBook(_ address: String) -> Bool {
        SafeURL.localImage(address) != nil && !address.hasPrefix("/")
    }

    /// An address without its query and its anchor, and the anchor, percent-encoding undone.
    package static func divided(_ address: String) -> (path: String, anchor: String?) {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].prefix { $0 != "?" }
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        return (String(path).removingPercentEncoding ?? String(path), anchor.map { $0.removingPercentEncoding ?? $0 })
    }
}

/// The ids that links may lead to on a page.
package enum PageAnchors {
    package static func all(of notebook: Notebook) -> Set<String> {
        var ids = Set(Outline(notebook).anchors)
        for cell in notebook.cells where !cell.options.isRemoved {
            if let label = cell.label ?? cell.number.map({ "cell-\($0)" }) { ids.insert(label) }
        }
        ids.formUnion(Captions(notebook).labels.map(\.label))
        ids.formUnion(notebook.footnotes.map { "fn-\($0.number)" })
        return ids
    }
}

/// Finds links that lead nowhere.
package struct BookLinkCheck {
    /// The anchors of each notebook by its path.
    private let anchors: [String: Set<String>]
    private let exists: (String) -> Bool

    /// - Parameter exists: Whether there is a file with this path from the book's root.
    package init(_ chapters: [BookChapter], exists: @escaping (String) -> Bool) {
        anchors = Dictionary(uniqueKeysWithValues: chapters.map { ($0.path, PageAnchors.all(of: $0.notebook)) })
        self.exists = exists
    }

    package func diagnostics(of chapter: BookChapter) -> [Diagnostic] {
        let found = NotebookLinks(chapter.notebook)
        var diagnostics = found.links.compactMap { link -> Diagnostic? in
            problem(with: link.address, on: chapter.path).map { Diagnostic(.error, $0, at: link.range) }
        }
        for picture in found.pictures {
            let (path, _) = NotebookLinks.divided(picture.address)
            if let file = RelativeAddress.resolve(path, from: chapter.path), exists(file) { continue }
            diagnostics.append(Diagnostic(.error, BookLinkMessage.missingPicture(path), at: picture.range))
        }
        return diagnostics
    }

    /// Links of a page to itself that lead nowhere, for which no other page need be known.
    package static func brokenAnchors(within notebook: Notebook) -> [Diagnostic] {
        let links = NotebookLinks(notebook).links.filter { $0.address.hasPrefix("#") }
        guard !links.isEmpty else { return [] }
        let known = PageAnchors.all(of: notebook)
        return links.compactMap { link in
            brokenAnchor(NotebookLinks.divided(link.address).anchor, among: known).map {
                Diagnostic(.error, $0, at: link.range)
            }
        }
    }

    private static func brokenAnchor(_ anchor: String?, among known: Set<String>) -> BookLinkMessage? {
        guard let anchor, !anchor.isEmpty, !known.contains(anchor) else { return nil }
        return .brokenAnchor(anchor, nearest: Spelling.nearest(to: anchor, among: known.sorted()))
    }

    private func problem(with address: String, on page: String) -> BookLinkMessage? {
        let (path, anchor) = NotebookLinks.divided(address)
        var target = path.isEmpty ? page : RelativeAddress.resolve(path, from: page)
        // A link may name the page that a notebook becomes.
        if let html = target, html.hasSuffix(".html"), anchors[String(html.dropLast(5)) + ".md"] != nil {
            target = String(html.dropLast(5)) + ".md"
        }
        guard let target else { return .brokenLink(path, nearest: nil) }
        guard let known = anchors[target] else {
            if exists(target) { return nil }
            let all = anchors.keys.map { RelativeAddress.from(page, to: $0) }.sorted()
            return .brokenLink(path, nearest: Spelling.nearest(to: path, among: all))
        }
        return Self.brokenAnchor(anchor, among: known)
    }
}
