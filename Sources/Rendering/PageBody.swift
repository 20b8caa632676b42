import Diagnostics
import Markup
import Notebook
import Outputs
import Records

/// The prose and the cells of a page, and the notes at its end.
struct PageBody {
    var notebook: Notebook
    var freshness: Freshness
    var text: PageText
    var diagnostics: [Diagnostic] = []
    var surroundings = PageSurroundings()

    struct Written {
        var html: HTML
        var notes: HTML
        var refused: [RefusedOutput]
    }

    /// What the first heading says, if the lesson begins with one of the first level.
    var firstHeading: String? { Self.firstHeading(of: notebook) }

    static func firstHeading(of notebook: Notebook) -> String? {
        guard case .prose(let prose)? = notebook.parts.first, let block = prose.blocks.first,
            case .heading(1, _, let content) = block.kind
        else { return nil }
        return InlineWriter.plainText(content)
    }

    /// What headings say, by their ids.
    private var headings: [String: String] {
        Outline(notebook).entries.reduce(into: [:]) { $0[$1.anchor] = $1.title }
    }

    func write() -> Written {
        let headings = headings
        var ids = PageIDs()
        for id in PageFrame.ids { _ = ids.claim(id) }
        // Headings keep the ids that links in the text expect; cells come after them.
        for anchor in Outline(notebook).anchors { _ = ids.claim(anchor) }
        let anchors = anchors(&ids)
        let captions = Captions(notebook)
        let proseAnchors = captions.labels.reduce(into: [:]) { $0[$1.offset] = ids.claim($1.label) }
        let notesHeading = ids.claim("hanji-notes")
        let noteIDs = FootnoteIDs(notebook.footnotes, &ids)
        var inline = InlineWriter(
            text: text,
            crossReference: { self.reference(to: $0, isLink: $1, captions, anchors, proseAnchors, headings) },
            noteIDs: noteIDs,
            inlineValues: freshness.inlineValues)
        inline.picture = surroundings.picture
        inline.link = surroundings.link
        inline.allowsRawHTML = surroundings.allowsRawHTML
        var cells = CellWriter(
            text: text, captions: captions, anchors: anchors, source: notebook.source, ids: ids)
        let written = notebook.cells.map { cell in
            (
                cell,
                cells.write(
                    cell, outputs: freshness.recordedCell(cell.id)?.outputs ?? [], freshness: freshness[cell.id],
                    diagnostics: findings(in: cell))
            )
        }
        let places = Dictionary(written.map { ($0.0.range.lower, $0.1) }) { first, _ in first }
        let blocks = BlockWriter(
            inline: inline, text: text, captions: captions, anchors: proseAnchors, cells: places)
        let parts = notebook.parts.map { part -> HTML in
            switch part {
            case .prose(let prose): blocks.write(prose.blocks)
            // A cell in a division is written with the division.
            case .cell(let cell): cell.isNested ? "" : places[cell.range.lower] ?? ""
            }
        }
        return Written(
            html: parts.filter { !$0.isEmpty }.joined(separator: "\n"),
            notes: blocks.notes(notebook.footnotes, headingID: notesHeading), refused: cells.refused)
    }

    /// A labelled cell has its label as id, another one its number.
    private func anchors(_ ids: inout PageIDs) -> [CellID: String] {
        var anchors: [CellID: String] = [:]
        for cell in notebook.cells where !cell.options.isRemoved {
            if let wanted = cell.label ?? cell.number.map({ "cell-\($0)" }) { anchors[cell.id] = ids.claim(wanted) }
        }
        return anchors
    }

    /// “그림 3” with a link to it; a heading is named by its text.
    private func reference(
        to label: Substring, isLink: Bool, _ captions: Captions, _ anchors: [CellID: String],
        _ proseAnchors: [Int: String], _ headings: [String: String]
    ) -> HTML? {
        guard let target = captions.target(of: label) else {
            guard let heading = headings[String(label)] else { return nil }
            guard isLink else { return HTML(text: heading) }
            return "<a class=\"reference\" href=\"#\(String(label))\">\(heading)</a>"
        }
        let anchor =
            switch target.place {
            case .cell(let cell): anchors[cell]
            case .prose(let offset): proseAnchors[offset]
            }
        guard let anchor else { return nil }
        guard isLink else { return HTML(text: text.captionLabel(target.kind, target.number)) }
        return "<a class=\"reference joined\" href=\"#\(anchor)\">\(text.captionLabel(target.kind, target.number))</a>"
    }

    /// What a cell that is meant to fail its check says stands in its output.
    private func findings(in cell: Cell) -> [Diagnostic] {
        guard cell.options.evaluation != .failsCheck else { return [] }
        return diagnostics.filter { cell.range.contains($0.range) }
    }
}
