import Notebook
import Outputs

/// What a cell showed, as HTML. Foreign markup in a record is never taken over: figures are checked and written anew,
/// everything else is text.
struct OutputWriter {
    var text: PageText
    var cell: Cell
    var ids: PageIDs
    private(set) var problems: [SVGProblem] = []

    init(text: PageText, cell: Cell, ids: PageIDs) {
        self.text = text
        self.cell = cell
        self.ids = ids
    }

    /// One piece of output.
    struct Piece {
        enum Kind { case figure, table, other }
        var kind: Kind
        var html: HTML
    }

    mutating func write(_ outputs: [Output]) -> [Piece] { outputs.compactMap { write($0) } }

    private mutating func write(_ output: Output) -> Piece? {
        switch output {
        case .stream(let stream, let content): Piece(kind: .other, html: Self.stream(content, stream, text))
        case .display(let bundle): self.bundle(bundle, isResult: false)
        case .result(let bundle): self.bundle(bundle, isResult: true)
        case .error(let error): Piece(kind: .other, html: self.error(error))
        case .progress: nil
        }
    }

    private static func stream(_ content: String, _ stream: Output.Stream, _ text: PageText) -> HTML {
        let name = stream == .stdout ? "stream" : "stream stderr"
        return pre(
            PlainText.readable(content), className: name, label: stream == .stdout ? text.output : text.standardError)
    }

    private mutating func bundle(_ bundle: MIMEBundle, isResult: Bool) -> Piece? {
        let plain = bundle.text.map(PlainText.readable)
        if let svg = bundle.data[MIME.svg]?.asString { return Piece(kind: .figure, html: figure(svg, plain)) }
        if let payload = bundle.data[MIME.diagnostics], let found = RecordedDiagnostics(payload) {
            return Piece(kind: .other, html: found.html(cell: cell, text: text))
        }
        if let payload = bundle.data[MIME.history], let log = EpochLog(payload) {
            return Piece(kind: .table, html: log.html(log: plain, text: text))
        }
        if let payload = bundle.data[MIME.table], let table = DataTable(payload) {
            return Piece(kind: .table, html: table.html(text: text))
        }
        guard let plain else { return nil }
        let badges = bundle.data[MIME.array].flatMap(Self.badges)
        // An array's text is columns, however few its lines.
        let content = Self.pre(
            plain, className: isResult ? "result" : "display", label: text.output, keepsLines: badges != nil)
        guard let badges else { return Piece(kind: .table, html: content) }
        return Piece(kind: .table, html: "<div class=\"array\">\(badges)\(content)</div>")
    }

    /// The element type and the shape of an array.
    private static func badges(_ payload: JSON) -> HTML? {
        guard let dtype = payload["dtype"]?.asString, let shape = payload["shape"]?.asArray?.map(\.asInt),
            !shape.contains(nil)
        else { return nil }
        let sizes = shape.compactMap { $0 }.map(NumberFormat.grouped)
        let tuple = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
        return "<div class=\"badges\"><span class=\"badge\">\(dtype)</span><span class=\"badge\">\(tuple)</span></div>"
    }

    private mutating func figure(_ svg: String, _ plain: String?) -> HTML {
        switch SVGReader.read(svg) {
        case .success(var root):
            root.renameIDs { ids.claim($0) }
            if let alt = cell.options.figureAlt {
                root["aria-label"] = alt
                root["aria-labelledby"] = nil
            } else if root["aria-labelledby"] == nil, root["aria-label"] == nil {
                root["aria-label"] = cell.options.figureCaption ?? plain ?? text.picture
            }
            root["role"] = "img"
            return "<div class=\"drawing\">\(root.html)</div>"
        case .failure(let problem):
            problems.append(problem)
            let content: HTML? = plain.map { Self.pre($0, className: "display", label: text.output) }
            return "<p class=\"notice warning\">\(text.refusedFigure(problem.text(in: text.language)))</p>\(content)"
        }
    }

    private func error(_ error: OutputError) -> HTML {
        let isMeant = cell.options.evaluation == .raisesException
        let trace = PlainText.readable(error.traceback.joined(separator: "\n"))
        let excerpt: HTML = trace.isEmpty ? "" : Self.pre(trace, className: "traceback", label: text.excerpt)
        let tag: HTML = isMeant ? "<span class=\"badge words\">\(text.meantError)</span>" : ""
        return """
            <div class="failure\(isMeant ? " meant" : "")"><p class="failure-message">\
            <strong>\(PlainText.readable(error.name))</strong> \(PlainText.readable(error.message))\(tag)</p>\(excerpt)</div>
            """
    }

    /// Text in columns. Lines of a value that fills one long line are wrapped, those of a table are not; what is very
    /// long gets a box of its own to scroll in.
    static func pre(_ content: String, className: String, label: String, keepsLines: Bool = false) -> HTML {
        let content = content.last == "\n" ? String(content.dropLast()) : content
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        let isLong = lines.count > 24 || content.utf8.count > 2400
        let wraps = !keepsLines && (lines.count <= 2 || className.hasPrefix("stream"))
        let names = className + (wraps ? " wraps" : "") + (isLong ? " long" : "")
        let scrolls = isLong || (!wraps && CodeWriter.focusable(content) != nil)
        guard scrolls else { return "<pre class=\"\(names)\"><samp>\(content)</samp></pre>" }
        return """
            <pre class="\(names)" tabindex="0" role="group" aria-label="\(label)"><samp>\(content)</samp></pre>
            """
    }
}
