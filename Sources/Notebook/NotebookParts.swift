import Diagnostics
import Markup

/// Divides a document into cells and the prose between them.
struct NotebookParts {
    private let source: SourceText
    private let start: Int
    private let document: Document
    private(set) var parts: [Notebook.Part] = []
    private(set) var diagnostics: [Diagnostic] = []

    private var ids = CellIDs(labels: [])
    private var labels: [String: SourceRange] = [:]
    private var number = 0
    /// Those of the whole document.
    private var expressions: [InlineExpression] = []

    init(_ source: SourceText, _ start: Int, _ document: Document) {
        self.source = source
        self.start = start
        self.document = document
    }

    /// A cell whose options are read and which has no id yet.
    private struct Draft {
        var isNested: Bool
        var code: CodeBlock
        var range: SourceRange
        var options: CellOptionReader
        var optionLines: Int
    }

    mutating func build() {
        let found = document.blocks.map { drafts(in: $0) }
        ids = CellIDs(labels: found.joined().compactMap { $0.options.label?.name })
        expressions = InlineExpression.all(in: document, of: source)
        var prose: [Block] = []
        var proseStart = start
        for (block, drafts) in zip(document.blocks, found) {
            if drafts.first?.isNested ?? true { prose.append(block) }
            for draft in drafts {
                addProse(prose, SourceRange(proseStart, max(proseStart, draft.range.lower)))
                parts.append(.cell(cell(draft)))
                prose = []
                proseStart = draft.range.upper
            }
        }
        addProse(prose, SourceRange(proseStart, max(proseStart, source.utf8.count)))
        for block in document.blocks { checkFences(in: block) }
        for block in document.footnotes.flatMap(\.blocks) { checkNested(block) }
    }

    private mutating func report(
        _ severity: Severity = .error, _ message: NotebookMessage, at range: SourceRange, notes: [DiagnosticNote] = []
    ) {
        diagnostics.append(Diagnostic(severity, message, at: range, notes: notes))
    }

    // MARK: Prose

    /// The prose in a region: all that is written there, link definitions and notes too, without the empty lines
    /// around it.
    private mutating func addProse(_ blocks: [Block], _ region: SourceRange) {
        let bytes = source.utf8
        var lower = region.lower
        var ink = lower
        while ink < region.upper, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[ink]) {
            if bytes[ink] == 0x0A || bytes[ink] == 0x0D { lower = ink + 1 }
            ink += 1
        }
        guard ink < region.upper else { return }
        var upper = region.upper
        while upper > ink, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[upper - 1]) { upper -= 1 }
        let range = SourceRange(lower, upper)
        let text = source.slice(range)
        var prose = Prose(id: ids.id(forProse: text), blocks: blocks, text: text, range: range)
        prose.expressions = expressions.filter { range.contains($0.range) }
        for index in prose.expressions.indices {
            // No cell has a `#` in its id.
            prose.expressions[index].id = CellID("\(prose.id)#\(index + 1)")
        }
        parts.append(.prose(prose))
    }

    // MARK: Cells

    /// The cell that a block is, or those within a division.
    private mutating func drafts(in block: Block) -> [Draft] {
        if case .division(let division) = block.kind {
            return division.blocks.flatMap { drafts(in: $0) }.map { draft in
                var draft = draft
                draft.isNested = true
                return draft
            }
        }
        return [draft(block)].compactMap(\.self)
    }

    private mutating func draft(_ block: Block) -> Draft? {
        guard case .code(let code) = block.kind, code.isFenced else { return nil }
        if code.isUnclosed { report(.unclosedFence, at: openingFence(block)) }
        guard CellAttributes.isCell(code.info) else {
            if CellAttributes.looksLikeCell(code.info) {
                report(.warning, .notACell(info: code.info), at: code.infoRange)
            }
            return nil
        }
        let attributes = CellAttributes(source, infoRange: code.infoRange)
        let lines = CellOptionLines(source, textRange: code.textRange)
        let options = CellOptionReader(attributes.entries + lines.entries)
        diagnostics += attributes.diagnostics + lines.diagnostics + options.diagnostics
        return Draft(isNested: false, code: code, range: block.range, options: options, optionLines: lines.count)
    }

    private mutating func report(_ message: NotebookMessage, at range: SourceRange) {
        report(.error, message, at: range)
    }

    /// The fence characters and the info string.
    private func openingFence(_ block: Block) -> SourceRange {
        let line = source.range(ofLine: source.line(at: block.range.lower))
        return SourceRange(block.range.lower, max(block.range.lower, line.upper))
    }

    private mutating func cell(_ draft: Draft) -> Cell {
        let code = reader(draft)
        var label = draft.options.label?.name
        if let (name, range) = draft.options.label {
            if let first = labels[name] {
                let note = DiagnosticNote(NotebookMessage.firstLabel(name), at: first)
                report(.error, .duplicateLabel(name), at: range, notes: [note])
                label = nil
            } else {
                labels[name] = range
            }
        }
        let isNumbered = draft.options.options.evaluation != .none
        if isNumbered { number += 1 }
        return Cell(
            id: label.map { ids.id(forLabel: $0) } ?? ids.id(forCell: code), label: label,
            number: isNumbered ? number : nil, code: code, text: source.slice(draft.code.textRange),
            textRange: draft.code.textRange, range: draft.range, options: draft.options.options,
            isNested: draft.isNested)
    }

    /// The code as the reader sees it: without option lines, the fence's indentation and the last line break.
    private func reader(_ draft: Draft) -> String {
        let text = draft.code.text.withLineFeeds
        var rest = Substring(text).utf8
        for _ in 0..<draft.optionLines {
            rest = rest.firstIndex(of: 0x0A).map { rest[$0...].dropFirst() } ?? rest[rest.endIndex...]
        }
        return String(Substring(rest.last == 0x0A ? rest.dropLast() : rest))
    }

    // MARK: Fences that are no cells

    private mutating func checkFences(in block: Block) {
        switch block.kind {
        case .quote(let blocks): for inner in blocks { checkNested(inner) }
        case .list(_, _, let items): for inner in items.joined() { checkNested(inner) }
        case .division(let division): for inner in division.blocks { checkFences(in: inner) }
        default: break
        }
    }

    private mutating func checkNested(_ block: Block) {
        guard case .code(let code) = block.kind else { return checkFences(in: block) }
        if code.isFenced, CellAttributes.isCell(code.info) { report(.warning, .nestedCell, at: code.infoRange) }
    }
}
