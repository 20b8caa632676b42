import Diagnostics
import Notebook
import Outputs
import Records

/// A cell with what it showed.
struct CellWriter {
    var text: PageText
    var captions: Captions
    /// The id of each cell's element.
    var anchors: [CellID: String]
    var source: SourceText
    var ids: PageIDs
    private(set) var refused: [RefusedOutput] = []

    init(text: PageText, captions: Captions, anchors: [CellID: String], source: SourceText, ids: PageIDs) {
        self.text = text
        self.captions = captions
        self.anchors = anchors
        self.source = source
        self.ids = ids
    }

    /// - Parameters:
    ///   - outputs: What was recorded.
    ///   - diagnostics: What a check has found in the cell.
    mutating func write(
        _ cell: Cell, outputs: [Output], freshness: CellFreshness, diagnostics: [Diagnostic]
    ) -> HTML {
        guard !cell.options.isRemoved else { return "" }
        let number = number(of: cell)
        // The number stands beside the code, or where nothing of that is to be seen at the top.
        let isShown = cell.options.input == .shown
        let input = input(of: cell, number: isShown ? number : "")
        let found = DiagnosticWriter.html(diagnostics, in: source, text: text)
        let output = output(of: cell, outputs, freshness)
        guard !input.isEmpty || !output.isEmpty || !found.isEmpty else { return "" }
        let content = [isShown ? "" : number, input, found, output].filter { !$0.isEmpty }
        return """
            <div class="cell\(cell.number == nil ? " noeval" : "")"\(attribute: "id", anchors[cell.id]) role="group" \
            aria-label="\(cell.number.map(text.cell) ?? text.sampleCode)">
            \(content.joined(separator: "\n"))
            </div>
            """
    }

    private func number(of cell: Cell) -> HTML {
        guard let number = cell.number else { return "" }
        let anchor = anchors[cell.id] ?? "cell-\(number)"
        return "<a class=\"cell-number\" href=\"#\(anchor)\" aria-label=\"\(text.cell(number))\">[\(number)]</a>"
    }

    // MARK: Input

    private func input(of cell: Cell, number: HTML) -> HTML {
        guard cell.options.input != .removed else { return "" }
        var code = CodeWriter.block(cell.code, language: "swift")
        if cell.options.evaluation == .failsCheck {
            code = "\(code)<p class=\"cell-tag\"><span class=\"badge words\">\(text.failsCheck)</span></p>"
        }
        var content: HTML = "<div class=\"input\">\(number)\(code)</div>"
        if let caption = caption(cell, .listing, cell.options.listingCaption) {
            content = "<figure class=\"listing\">\(caption)\n\(content)</figure>"
        }
        guard cell.options.input == .folded else { return content }
        return "<details class=\"fold\"><summary>\(text.showCode)</summary>\n\(content)</details>"
    }

    // MARK: Output

    private mutating func output(
        of cell: Cell, _ outputs: [Output], _ freshness: CellFreshness
    ) -> HTML {
        guard cell.options.evaluation != .none else { return "" }
        let isShown = cell.options.output != .removed
        let notice = notice(freshness, showsOutputs: isShown && !outputs.isEmpty) ?? ""
        guard isShown else { return notice }
        var writer = OutputWriter(text: text, cell: cell, ids: ids)
        let pieces = captioned(writer.write(outputs), cell)
        ids = writer.ids
        refused += writer.problems.map { RefusedOutput(cell: cell.id, reason: $0) }
        guard !pieces.isEmpty else { return notice }
        let isStale = freshness == .changed || freshness == .afterChange
        var content: HTML = """
            <div class="outputs\(isStale ? " stale" : "")">
            \(pieces.joined(separator: "\n"))
            </div>
            """
        if cell.options.output == .folded {
            content = "<details class=\"fold\"><summary>\(text.showOutput)</summary>\n\(content)</details>"
        }
        return notice.isEmpty ? content : "\(notice)\n\(content)"
    }

    private func notice(_ freshness: CellFreshness, showsOutputs: Bool) -> HTML? {
        let sentence: String? =
            switch freshness {
            case .current: nil
            case .changed: showsOutputs ? text.cellChanged : text.cellChangedWithoutOutput
            case .afterChange: showsOutputs ? text.cellAfterChange : nil
            case .notRecorded: text.cellNotRecorded
            case .notRun: text.cellNotRun
            }
        return sentence.map { "<p class=\"notice stale-notice\">\($0)</p>" }
    }

    /// The figures with their caption below, the tables with theirs above; the number stands even where there is
    /// nothing to show yet.
    private func captioned(_ pieces: [OutputWriter.Piece], _ cell: Cell) -> [HTML] {
        let figureCaption = caption(cell, .figure, cell.options.figureCaption)
        let tableCaption = caption(cell, .table, cell.options.tableCaption)
        let lastFigure = pieces.lastIndex { $0.kind == .figure }
        let firstTable = pieces.firstIndex { $0.kind == .table }
        var parts: [HTML] = []
        if firstTable == nil, let tableCaption { parts.append("<figure class=\"table\">\(tableCaption)</figure>") }
        for (index, piece) in pieces.enumerated() {
            if piece.kind == .figure {
                let width = cell.options.figureWidth.flatMap(Self.cssLength)
                let style = width.map { "--hanji-fig-width:\($0);--figure-width:\($0)" }
                let caption = index == lastFigure ? figureCaption : nil
                parts.append("<figure class=\"plot\"\(attribute: "style", style)>\(piece.html)\(caption)</figure>")
            } else if index == firstTable, let tableCaption {
                parts.append("<figure class=\"table\">\(tableCaption)\n\(piece.html)</figure>")
            } else {
                parts.append(piece.html)
            }
        }
        if lastFigure == nil, let figureCaption { parts.append("<figure class=\"plot\">\(figureCaption)</figure>") }
        return parts
    }

    private func caption(_ cell: Cell, _ kind: Captions.Kind, _ caption: String?) -> HTML? {
        guard let caption, let number = captions.number(of: kind, in: cell.id) else { return nil }
        return
            "<figcaption><span class=\"caption-number\">\(text.captionLabel(kind, number))</span> \(caption)</figcaption>"
    }

    /// `60%`, `480px`, `30em`, `20rem`, or a bare number of pixels.
    static func cssLength(_ text: String) -> String? {
        let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        guard let value = Double(digits), value > 0, value < 10_000 else { return nil }
        let unit = text.dropFirst(digits.count)
        guard ["", "px", "%", "em", "rem"].contains(unit) else { return nil }
        return String(digits) + (unit.isEmpty ? "px" : String(unit))
    }
}
