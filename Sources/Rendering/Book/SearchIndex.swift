import Diagnostics
import Foundation
import Markup
package import Notebook

/// What the search of a book looks through: the sections of its pages in one language. The index is a script and not a
/// file of data, because a page that was opened from a disk may load scripts but fetch nothing.
package struct SearchIndex: Sendable {
    private struct Section: Encodable {
        var page: Int
        var anchor: String
        var heading: String
        var text: String
    }
    private struct Page: Encodable {
        var title: String
        var path: String
    }
    private struct Content: Encodable {
        var pages: [Page]
        var sections: [Section]
    }

    private var pages: [Page] = []
    private var sections: [Section] = []

    package init() {}

    /// Adds the prose of a page, divided at its headings. Code is left out: words are looked for, not symbols.
    package mutating func add(_ notebook: Notebook, title: String, path: String) {
        let page = pages.count
        pages.append(Page(title: title, path: path))
        var section = Section(page: page, anchor: "", heading: "", text: "")
        for case .prose(let prose) in notebook.parts {
            for block in prose.blocks {
                if case .heading(_, let anchor, let content) = block.kind {
                    add(section)
                    section = Section(page: page, anchor: anchor, heading: content.plainText, text: "")
                } else {
                    Self.append(block, to: &section.text)
                }
            }
        }
        add(section)
    }

    private mutating func add(_ section: Section) {
        if !section.text.isEmpty || !section.heading.isEmpty { sections.append(section) }
    }

    private static func append(_ block: Block, to text: inout String) {
        func add(_ inlines: [Inline]) {
            let words = inlines.plainText
            if !words.isEmpty { text += text.isEmpty ? words : " " + words }
        }
        switch block.kind {
        case .heading(_, _, let inlines), .paragraph(let inlines): add(inlines)
        case .quote(let blocks): for block in blocks { append(block, to: &text) }
        case .list(_, _, let items): for block in items.joined() { append(block, to: &text) }
        case .table(let table): for cell in table.header + table.rows.joined() { add(cell) }
        case .division(let division):
            add(division.title)
            for block in division.blocks { append(block, to: &text) }
        case .code, .html, .thematicBreak, .formula: return
        }
    }

    /// `hanjiSearch({…})`
    package var script: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Content(pages: pages, sections: sections)) else { return "" }
        // Strings always encode. The separators are line ends to old readers of JavaScript.
        let json = String(decoding: Self.withoutSeparators(Array(data)), as: UTF8.self)
        return "hanjiSearch(\(json));\n"
    }

    /// U+2028 and U+2029, which are E2 80 A8 and E2 80 A9 in UTF-8, as escapes.
    private static func withoutSeparators(_ bytes: [UInt8]) -> [UInt8] {
        var (result, start, index) = ([UInt8](), 0, 0)
        result.reserveCapacity(bytes.count)
        while index + 2 < bytes.count {
            if bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
                result += bytes[start..<index]
                result += (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
                index += 3
                start = index
            } else {
                index += 1
            }
        }
        return start == 0 ? bytes : result + bytes[start...]
    }
}

extension NotebookSummary {
    /// The first words of a text, for lists and cards.
    package static func of(_ notebook: Notebook, length: Int = 160) -> String {
        for case .prose(let prose) in notebook.parts {
            for block in prose.blocks {
                guard case .paragraph(let inlines) = block.kind else { continue }
                let text = inlines.plainText
                return text.count > length ? text.prefix(length - 1) + "…" : text
            }
        }
        return ""
    }
}

/// What is said of a notebook in a sentence.
package enum NotebookSummary {}
