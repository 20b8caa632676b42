import Markup
import Notebook

/// The headings of a lesson.
struct Outline {
    struct Entry {
        var level: Int
        var anchor: String
        var title: String
    }

    private(set) var entries: [Entry] = []
    /// The ids of all headings, those within quotes and divisions too.
    private(set) var anchors: [String] = []

    init(_ notebook: Notebook) {
        for part in notebook.parts {
            guard case .prose(let prose) = part else { continue }
            for block in prose.blocks {
                guard case .heading(let level, let anchor, let content) = block.kind else { continue }
                let title = InlineWriter.plainText(content)
                entries.append(Entry(level: level, anchor: anchor, title: title))
            }
        }
        anchors = notebook.parts.flatMap { part -> [String] in
            if case .prose(let prose) = part { Self.anchors(in: prose.blocks) } else { [] }
        }
    }

    private static func anchors(in blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block.kind {
            case .heading(_, let anchor, _): [anchor]
            case .quote(let blocks): anchors(in: blocks)
            case .division(let division): anchors(in: division.blocks)
            case .list(_, _, let items): items.flatMap { anchors(in: $0) }
            default: []
            }
        }
    }

    /// The two highest levels in use. A single heading at the top is the page's title and no entry.
    var html: HTML {
        var entries = entries.filter { !$0.title.allSatisfy(\.isWhitespace) }
        if let top = entries.map(\.level).min(), entries.count(where: { $0.level == top }) == 1, entries.count > 1 {
            entries.removeAll { $0.level == top }
        }
        guard entries.count > 1, let top = entries.map(\.level).min() else { return "" }
        let items = entries.filter { $0.level <= top + 1 }.map { entry -> HTML in
            "<li\(attribute: "class", entry.level > top ? "deeper" : nil)><a href=\"#\(entry.anchor)\">\(entry.title)</a></li>"
        }
        return "<ul class=\"toc\">\n\(items.joined(separator: "\n"))\n</ul>"
    }
}
