import Diagnostics
import Markup

/// Prose as HTML.
struct BlockWriter {
    var inline: InlineWriter
    var text: PageText
    var captions: Captions
    /// The ids of labelled blocks of prose, by the blocks' offsets in the file.
    var anchors: [Int: String]
    /// The cells by their offsets in the file.
    var cells: [Int: HTML] = [:]

    func write(_ blocks: [Block]) -> HTML { blocks.map(write).joined(separator: "\n") }

    private func write(_ block: Block) -> HTML {
        switch block.kind {
        case .heading(let level, let anchor, let content): return heading(min(max(level, 1), 6), anchor, content)
        case .paragraph(let content): return figure(content, block) ?? "<p>\(inline.write(content))</p>"
        case .quote(let blocks): return "<blockquote>\n\(write(blocks))\n</blockquote>"
        case .list(let start, let isTight, let items): return list(start, isTight, items)
        case .code(let code): return cells[block.range.lower] ?? self.code(code, block)
        case .table(let table): return self.table(table, block)
        case .division(let division): return self.division(division, block)
        case .formula(let formula, _): return self.formula(formula, block)
        case .html(let html):
            if inline.allowsRawHTML { return HTML(trusted: html) }
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
        var hasTasks = false
        let items = items.map { blocks -> HTML in
            var isTask = false
            if case .paragraph(let content)? = blocks.first?.kind, case .task? = content.first?.kind { isTask = true }
            hasTasks = hasTasks || isTask
            return "<li\(attribute: "class", isTask ? "task" : nil)>\(isTight ? tight(blocks) : write(blocks))</li>"
        }.joined(separator: "\n")
        guard let start else { return "<ul\(attribute: "class", hasTasks ? "tasks" : nil)>\n\(items)\n</ul>" }
        return "<ol\(attribute: "start", start == 1 ? nil : String(start))>\n\(items)\n</ol>"
    }

    /// Paragraphs of a tight list have no element of their own.
    private func tight(_ blocks: [Block]) -> HTML {
        blocks.map { block -> HTML in
            if case .paragraph(let content) = block.kind { inline.write(content) } else { write(block) }
        }.joined(separator: "\n")
    }

    private func code(_ code: CodeBlock, _ block: Block) -> HTML {
        if code.language == "math" {
            return formula(Formula(reading: code.text), block)
        }
        let content = CodeWriter.block(code.text, language: code.language)
        guard let caption = code.attributes["lst-cap"] else { return content }
        let head = self.caption(.listing, block, HTML(text: caption))
        return "<figure class=\"listing\"\(attribute: "id", anchors[block.range.lower])>\(head)\n\(content)</figure>"
    }

    // MARK: Figures, formulas, divisions

    private func caption(_ kind: Captions.Kind, _ block: Block, _ content: HTML) -> HTML {
        let number: HTML? = captions.number(of: kind, at: block).map {
            "<span class=\"caption-number\">\(text.captionLabel(kind, $0))</span> "
        }
        return "<figcaption>\(number)\(content)</figcaption>"
    }

    /// A paragraph of one image; `nil` for any other.
    private func figure(_ content: [Inline], _ block: Block) -> HTML? {
        guard let figure = ProseFigure(content), figure.isNumbered else { return nil }
        let image = inline.image(figure.source, title: "", alt: figure.alt, figure.attributes)
        let caption = caption(.figure, block, HTML(text: figure.caption))
        return """
            <figure class="plot"\(attribute: "id", anchors[block.range.lower])><div class="drawing">\(image)</div>\
            \(caption)</figure>
            """
    }

    private func formula(_ formula: Formula, _ block: Block) -> HTML {
        let number: HTML? = captions.number(of: .equation, at: block).map {
            "<span class=\"equation-number\">(\($0))</span>"
        }
        return """
            <div class="equation"\(attribute: "id", anchors[block.range.lower])>\
            <div class="equation-scroll" role="group" aria-label="\(text.formula)" tabindex="0">\
            \(MathWriter.html(formula))</div>\(number)</div>
            """
    }

    private func division(_ division: Division, _ block: Block) -> HTML {
        var label: HTML? = text.divisionLabel(division.kind).map { HTML(text: $0) }
        if let number = captions.number(of: .exercise, at: block) {
            label = HTML(text: text.captionLabel(.exercise, number))
        }
        let title = inline.write(division.title)
        let separator: HTML = label != nil && !title.isEmpty ? " " : ""
        // A fold's name says nothing that its title does not.
        let isNamed = division.kind != .fold || title.isEmpty
        let head: HTML = isNamed ? "<span class=\"division-label\">\(label)</span>\(separator)\(title)" : title
        let id = anchors[block.range.lower]
        let content = write(division.blocks)
        // `fold` is the class of a cell's folded code.
        let name = "division \(division.kind == .fold ? "aside" : division.kind.rawValue)"
        if division.isFolded || [.answer, .fold].contains(division.kind) {
            return """
                <details class="\(name)"\(attribute: "id", id)\(division.isFolded ? "" : " open")>\
                <summary>\(head)</summary>
                <div class="division-body">
                \(content)
                </div></details>
                """
        }
        guard label != nil || !title.isEmpty else {
            return "<div class=\"\(name)\"\(attribute: "id", id)>\n\(content)\n</div>"
        }
        // A note within a text is not a landmark of the page, but it has a name.
        let words = [label == nil ? "" : text.divisionLabel(division.kind) ?? "", division.title.plainText]
        return """
            <div class="\(name)"\(attribute: "id", id) role="note" \
            aria-label="\(words.filter { !$0.isEmpty }.joined(separator: " "))">
            <p class="division-title">\(head)</p>
            \(content)
            </div>
            """
    }

    private func table(_ table: Table, _ block: Block) -> HTML {
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
        let number = captions.number(of: .table, at: block)
        let name = number.map { text.captionLabel(.table, $0) } ?? text.table
        let content: HTML = """
            <div class="table-scroll" role="group" aria-label="\(name)" tabindex="0"><table>
            <thead><tr>\(header)</tr></thead>
            \(body)</table></div>
            """
        guard let caption = table.caption else { return content }
        let head = self.caption(.table, block, inline.write(caption))
        return "<figure class=\"table\"\(attribute: "id", anchors[block.range.lower])>\(head)\n\(content)</figure>"
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
