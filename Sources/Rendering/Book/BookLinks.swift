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
    /// `@label`, which nothing has.
    case unknownReference(String, nearest: String?)
}

extension BookLinkMessage: DiagnosticMessage {
    package var id: String {
        switch self {
        case .brokenLink: "broken-link"
        case .brokenAnchor: "broken-anchor"
        case .missingPicture: "missing-picture"
        case .unreadablePicture: "unreadable-picture"
        case .unknownReference: "unknown-reference"
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
        case .unknownReference(let label, let nearest?):
            language.choose(
                ko: "`@\(label)`이(가) 가리키는 것이 없습니다. `@\(nearest)`을(를) 뜻했습니까?",
                ja: "`@\(label)` が指すものはありません。`@\(nearest)` のことですか?",
                en: "nothing is labelled `\(label)`; did you mean `@\(nearest)`?")
        case .unknownReference(let label, nil):
            language.choose(
                ko: "`@\(label)`이(가) 가리키는 것이 없습니다. 셀이나 표, 식에 `{#\(label)}`을 붙이십시오",
                ja: "`@\(label)` が指すものはありません。セルや表、式に `{#\(label)}` を付けてください",
                en: "nothing is labelled `\(label)`; give a cell, a table or a formula `{#\(label)}`")
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
    /// The texts in which an `@` stands.
    private(set) var textsWithSigns: [Link] = []

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
            case .text(let text):
                if text.utf8.contains(UInt8(ascii: "@")) {
                    textsWithSigns.append(Link(address: text, range: inline.range))
                }
            case .code, .softBreak, .lineBreak, .html, .footnote, .formula, .ruby, .task: continue
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
        return diagnostics + Self.unknownReferences(in: chapter.notebook)
    }

    /// The files of the book that a page's links lead to and that are no pages, by their paths from its root: they go
    /// where the page goes.
    package func linkedFiles(of chapter: BookChapter) -> Set<String> {
        Set(
            NotebookLinks(chapter.notebook).links.compactMap { link in
                let (path, _) = NotebookLinks.divided(link.address)
                guard !path.isEmpty, let target = target(of: path, on: chapter.path) else { return nil }
                return anchors[target] == nil && exists(target) ? target : nil
            })
    }

    /// References that stay as they are written because nothing has their label: warnings, and only where a label is
    /// meant, since people have such names too.
    package static func unknownReferences(in notebook: Notebook) -> [Diagnostic] {
        let texts = NotebookLinks(notebook).textsWithSigns
        guard !texts.isEmpty else { return [] }
        let known = CrossReference.labels(of: notebook)
        return texts.flatMap { text in
            CrossReference.all(in: text.address).compactMap { label in
                guard CrossReference.known(label, where: { known.contains(String($0)) }) == nil else { return nil }
                let nearest = Spelling.nearest(to: String(label), among: known.sorted())
                guard nearest != nil || CrossReference.isMeant(label) else { return nil }
                let bytes = Array("@\(label)".utf8)
                let source = notebook.source.utf8
                let start = (text.range.lower..<text.range.upper).first { source[$0...].starts(with: bytes) }
                return Diagnostic(
                    .warning, BookLinkMessage.unknownReference(String(label), nearest: nearest),
                    at: start.map { SourceRange($0, $0 + bytes.count) } ?? text.range)
            }
        }
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

    /// The file that a link names: a notebook for the page that it becomes, too.
    private func target(of path: String, on page: String) -> String? {
        guard let target = path.isEmpty ? page : RelativeAddress.resolve(path, from: page) else { return nil }
        guard target.hasSuffix(".html") else { return target }
        let source = target.dropLast(5) + ".md"
        return anchors[String(source)] == nil ? target : String(source)
    }

    private func problem(with address: String, on page: String) -> BookLinkMessage? {
        let (path, anchor) = NotebookLinks.divided(address)
        guard let target = target(of: path, on: page) else { return .brokenLink(path, nearest: nil) }
        guard let known = anchors[target] else {
            if exists(target) { return nil }
            let all = anchors.keys.map { RelativeAddress.from(page, to: $0) }.sorted()
            return .brokenLink(path, nearest: Spelling.nearest(to: path, among: all))
        }
        return Self.brokenAnchor(anchor, among: known)
    }
}
