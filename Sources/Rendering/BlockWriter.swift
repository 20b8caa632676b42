import Markup

/// Prose as HTML.
struct BlockWriter {
    var inline: InlineWriter
    var text: PageText

    func write(_ blocks: [Block]) -> HTML { blocks.map(write).joined(separator: "\n") }

    private func write(_ block: Block) -> HTML {
        switch block.kind {
        case .heading(let level, let anchor, let content): return heading(min(max(level, 1), 6), anchor, content)
        case .paragraph(let content): return "<p>\(inline.write(content))</p>"
        case .quote(let blocks): return "<blockquote>\n\(write(blocks))\n</blockquote>"
        case .list(let start, let isTight, let items): return list(start, isTight, items)
        case .code(let code): return Self.code(code)
        case .table(let table): return self.table(table)
        case .html(let html):
            return InlineWriter.isComment(html)
                ? ""
                : "<pre class=\"code raw-html\"\(attribute: "tabindex", CodeWriter.focusable(html))><code>\(html)</code></pre>"
        case .thematicBreak: return "<hr>"
        }
    }

    private func heading(_ level: Int, _ anchor: String, _ content: [Inline]) -> HTML {
        """
        <h\(level) id="\(anchor)">\(inline.write(content))<a class="anchor" href="#\(anchor)" \
        aria-label="\(text.linkToSection(InlineWriter.plainText(content)))"></a></h\(level)>
        """
    }

    private func list(_ start: Int?, _ isTight: Bool, _ items: [[Block]]) -> HTML {
        let items = items.map { blocks -> HTML in "<li>\(isTight ? tight(blocks) : write(blocks))</li>" }
            .joined(separator: "\n")
        guard let start else { return "<ul>\n\(items)\n</ul>" }
        return "<ol\(attribute: "start", start == 1 ? nil : String(start))>\n\(items)\n</ol>"
    }

    /// Paragraphs of a tight list have no element of their own.
    private func tight(_ blocks: [Block]) -> HTML {
        blocks.map { block -> HTML in
            if case .paragraph(let content) = block.kind { inline.write(content) } else { write(block) }
        }.joined(separator: "\n")
    }

    private static func code(_ block: CodeBlock) -> HTML {
        let language = block.info.prefix { !$0.isWhitespace && $0 != "{" }
        return CodeWriter.block(block.text, language: String(language))
    }

    private func table(_ table: Table) -> HTML {
        func cells(_ cells: [[Inline]], _ open: (String?) -> HTML, _ close: HTML) -> HTML {
            cells.enumerated().map { column, content -> HTML in
                let alignment = column < table.alignments.count ? table.alignments[column] : .none
                return "\(open(Self.className(of: alignment)))\(inline.write(content))\(close)"
            }.joined()
        }
        let header = cells(table.header, { "<th scope=\"col\"\(attribute: "class", $0)>" }, "</th>")
        let rows = table.rows.map { row -> HTML in
            "<tr>\(cells(row, { "<td\(attribute: "class", $0)>" }, "</td>"))</tr>"
        }.joined(separator: "\n")
        let body: HTML = table.rows.isEmpty ? "" : "<tbody>\n\(rows)\n</tbody>\n"
        return """
            <div class="table-scroll" role="region" aria-label="\(text.table)" tabindex="0"><table>
            <thead><tr>\(header)</tr></thead>
            \(body)</table></div>
            """
    }

    private static func className(of alignment: Table.Alignment) -> String? {
        switch alignment {
        case .none: nil
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
    }

    /// The notes at the end, each with a way back to every place that refers to it.
    func notes(_ footnotes: [Footnote], headingID: String) -> HTML {
        guard !footnotes.isEmpty else { return "" }
        let items = footnotes.map { footnote -> HTML in
            let back = backLinks(of: footnote)
            // The way back stands at the end of the note's last paragraph.
            if case .paragraph(let last)? = footnote.blocks.last?.kind {
                let before = write(Array(footnote.blocks.dropLast()))
                return
                    "<li id=\"\(inline.noteIDs.note(footnote.number))\" value=\"\(footnote.number)\">\(before)<p>\(inline.write(last)) \(back)</p></li>"
            }
            return
                "<li id=\"\(inline.noteIDs.note(footnote.number))\" value=\"\(footnote.number)\">\(write(footnote.blocks))<p>\(back)</p></li>"
        }.joined(separator: "\n")
        return """
            <section class="notes" role="doc-endnotes" aria-labelledby="\(headingID)">
            <h2 id="\(headingID)">\(text.footnotes)</h2>
            <ol>
            \(items)
            </ol>
            </section>
            """
    }

    private func backLinks(of footnote: Footnote) -> HTML {
        let ids = inline.noteIDs.references(to: footnote.number)
        return ids.enumerated().map { index, id -> HTML in
            let mark: HTML = ids.count > 1 ? "↩\u{FE0E}<sup>\(index + 1)</sup>" : "↩\u{FE0E}"
            return """
                <a class="back" href="#\(id)" role="doc-backlink" \
                aria-label="\(text.backToText(footnote.number, occurrence: ids.count > 1 ? index + 1 : nil))">\(mark)</a>
                """
        }.joined(separator: " ")
    }
}
