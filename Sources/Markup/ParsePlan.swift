import Diagnostics

/// A table whose cells are parsed as headings of their own, put before the text.
struct PlannedTable {
    var scan: TableScan
    /// The line of the edited text on which its first cell stands.
    var firstLine = 0
    /// The heading of its first cell.
    var firstNode: CMarkNode?
    /// Empty cells take no line.
    var lineCount: Int { scan.rows.reduce(0) { $0 + $1.count { !$0.isEmpty } } }
}

/// A formula within a paragraph, a heading or a table's cell.
struct PlannedFormula {
    /// In the file, dollars included.
    var range: SourceRange
    /// Between the dollars.
    var source: String
    var isDisplay: Bool
}

/// What stands for what in the text that libcmark reads. A first parse shows what of it is right: a footnote's
/// definition within code is none, and tables and formulas are found in paragraphs.
struct ParsePlan {
    private let bytes: [UInt8]
    private let start: Int
    private let scan: SourceScan
    private let extensions: MarkdownExtensions
    /// Those candidates that are taken for definitions of footnotes.
    private(set) var definitions: [SourceScan.Definition]
    /// The candidates for lines of divisions and for formulas on lines of their own; `nil` are those that are none.
    private(set) var tokens: [BlockScan.Token?]
    private var edits: [SourceScan.Edit]
    /// Those of the edits that are made in the cells of tables as well.
    private var cellEdits: [SourceScan.Edit] = []
    /// By the file's offset of their first byte.
    private(set) var tables: [Int: PlannedTable] = [:]
    private(set) var formulas: [PlannedFormula] = []
    /// `nil` if the text leaves no room for one.
    private(set) var placeholder: Placeholder?
    private var formulaRejections = 0

    init(
        _ bytes: [UInt8], from start: Int, _ scan: SourceScan, _ blocks: [BlockScan.Token], _ placeholder: Placeholder?,
        _ extensions: MarkdownExtensions
    ) {
        self.bytes = bytes
        self.start = start
        self.scan = scan
        self.extensions = extensions
        self.placeholder = placeholder
        definitions = scan.definitions
        tokens = blocks
        edits = []
        edits = allEdits()
    }

    private mutating func allEdits() -> [SourceScan.Edit] {
        let accepted = Set(definitions.map(\.range.lower))
        cellEdits = formulaEdits.merged(with: scan.edits)
        let tableEdits = tables.sorted { $0.key < $1.key }.map { place, table in
            // A heading ends the paragraph before it, needs no line of its own after it and keeps a list tight.
            SourceScan.Edit(range: SourceRange(place, table.scan.range.upper), replacement: [0x23])
        }
        var labelEdits: [SourceScan.Edit] = []
        for (definition, marks) in zip(scan.definitions, scan.definitionEdits) {
            if accepted.contains(definition.range.lower) {
                labelEdits.append(SourceScan.Edit(range: definition.range, replacement: scan.listMarker))
            } else {
                labelEdits += marks
            }
        }
        var tokenEdits: [SourceScan.Edit] = []
        for case let token? in tokens { tokenEdits += token.edits }
        // Of edits at one place the first wins: a table's.
        return tableEdits.merged(with: tokenEdits).merged(with: cellEdits).merged(with: labelEdits)
    }

    /// A placeholder for each formula. The markers around it are edits of their own, so that the text beside the
    /// formula ends where the formula begins.
    private var formulaEdits: [SourceScan.Edit] {
        guard let placeholder else { return [] }
        return formulas.enumerated().flatMap { number, formula in
            [
                SourceScan.Edit(range: SourceRange(at: formula.range.lower), replacement: placeholder.marker),
                SourceScan.Edit(range: formula.range, replacement: placeholder.image(number)),
                SourceScan.Edit(range: SourceRange(at: formula.range.upper), replacement: placeholder.marker),
            ]
        }
    }

    /// The text for libcmark: the cells of the tables, a heading each, then the text itself.
    func editedText() -> EditedText {
        var text = EditedText()
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            for cell in table.scan.rows.joined() where !cell.isEmpty {
                text.insert([0x23, 0x20], for: SourceRange(at: cell.lower))
                copyCell(cell, to: &text)
                text.insert([0x20, 0x23, 0x0A], for: SourceRange(at: cell.upper))
            }
        }
        copy(start..<bytes.count, with: edits[...], to: &text)
        return text
    }

    private func copy(_ range: Range<Int>, with edits: ArraySlice<SourceScan.Edit>, to text: inout EditedText) {
        var position = range.lowerBound
        // Edits within one that was made already (a table's, a label's) are left out.
        for edit in edits where edit.range.lower >= position {
            text.copy(position..<edit.range.lower, of: bytes)
            text.insert(edit.replacement, for: edit.range)
            position = edit.range.upper
        }
        text.copy(position..<range.upperBound, of: bytes)
    }

    /// A cell's text; a pipe loses the backslash before it.
    private func copyCell(_ cell: SourceRange, to text: inout EditedText) {
        var taken: [SourceScan.Edit] = []
        var index = firstEdit(from: cell.lower)
        while index < cellEdits.count, cellEdits[index].range.lower <= cell.upper {
            if cellEdits[index].range.upper <= cell.upper { taken.append(cellEdits[index]) }
            index += 1
        }
        var backslashes: [SourceScan.Edit] = []
        for offset in cell.lower..<cell.upper
        where bytes[offset] == 0x5C && offset + 1 < cell.upper && bytes[offset + 1] == 0x7C {
            backslashes.append(SourceScan.Edit(range: SourceRange(offset, offset + 1), replacement: []))
        }
        copy(cell.lower..<cell.upper, with: taken.merged(with: backslashes)[...], to: &text)
    }

    private func firstEdit(from offset: Int) -> Int {
        var low = 0
        var high = cellEdits.count
        while low < high {
            let middle = (low + high) / 2
            if cellEdits[middle].range.lower < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Learns from a parse. Says whether the text must be parsed again.
    mutating func revise(after parsed: ParsedText) -> Bool {
        let standing = standingTokens(in: parsed)
        let fallen = tokens.indices.filter { tokens[$0] != nil && !standing[$0] }
        if fallen.contains(where: { tokens[$0]?.isFormula == true }) {
            // What was thought a formula hid what follows it: nothing of this parse is to be trusted. The second time
            // all go, so that the number of parses has a bound.
            formulaRejections += 1
            for number in tokens.indices
            where tokens[number]?.isFormula == true && (formulaRejections > 1 || !standing[number]) {
                tokens[number] = nil
            }
            edits = allEdits()
            _ = revise(after: ParsedText(editedText(), inPlaceOf: parsed))
            return true
        }
        let accepted = acceptedDefinitions(in: parsed)
        findInLeaves(of: parsed)
        let isRevised =
            accepted.count < definitions.count || !tables.isEmpty || !fallen.isEmpty || !formulas.isEmpty
        definitions = definitions.filter { accepted.contains($0.range.lower) }
        for number in fallen { tokens[number] = nil }
        placeholder?.originals = formulas.map { Array(bytes[$0.range.lower..<$0.range.upper]) }
        if isRevised { edits = allEdits() }
        return isRevised
    }

    /// Of each token whether it has become a block of its own.
    private func standingTokens(in parsed: ParsedText) -> [Bool] {
        var standing = Array(repeating: false, count: tokens.count)
        guard let marker = placeholder?.marker, !tokens.isEmpty else { return standing }
        for case .enter(let node) in CMarkWalk(below: parsed.tree.root) where node.kind == .html {
            if let number = BlockScan.number(of: node.literal, marker: marker), number < tokens.count {
                standing[number] = true
            }
        }
        return standing
    }

    /// The offsets of those definitions that have become items of a list at the margin.
    private func acceptedDefinitions(in parsed: ParsedText) -> Set<Int> {
        guard !definitions.isEmpty else { return [] }
        let candidates = Set(definitions.map(\.range.lower))
        var accepted: Set<Int> = []
        var block = parsed.tree.root.firstChild
        while let node = block {
            var item = node.kind == .list ? node.firstChild : nil
            while let current = item {
                let start = parsed.text.lower(parsed.lines.start(current.startLine))
                if candidates.contains(start) { accepted.insert(start) }
                item = current.next
            }
            block = node.next
        }
        return accepted
    }

    /// Finds tables and formulas in paragraphs and headings.
    private mutating func findInLeaves(of parsed: ParsedText) {
        let wantsTables = extensions.contains(.tables) && bytes[start...].contains(0x7C)
        let wantsFormulas = placeholder != nil && extensions.contains(.math) && bytes[start...].contains(0x24)
        guard wantsTables || wantsFormulas else { return }
        var stack = parsed.containers
        var walk = CMarkWalk(below: parsed.tree.root)
        while let event = walk.next() {
            switch event {
            case .enter(let node):
                switch node.kind {
                case .quote: stack.pushQuote(node)
                case .item: stack.pushItem(node)
                case .list: break
                case .paragraph, .heading:
                    walk.skipChildren(of: node)
                    let mayBeTable = wantsTables && node.endLine > node.startLine
                    guard mayBeTable || wantsFormulas else { continue }
                    let (content, start) = parsed.content(of: node, stack)
                    var end = content.bytes.count
                    if mayBeTable, let scan = TableScan(in: content, from: start, parsed.text) {
                        tables[scan.range.lower] = PlannedTable(scan: scan)
                        let header = content.lines.first { parsed.text.lower($0.edited) >= scan.range.lower }
                        end = header?.start ?? end
                        if wantsFormulas { findFormulas(in: scan) }
                    }
                    if wantsFormulas { findFormulas(in: content, start..<max(start, end), parsed) }
                default: walk.skipChildren(of: node)
                }
            case .leave(let node):
                if node.kind == .quote || node.kind == .item { stack.pop() }
            }
        }
        formulas.sort { $0.range.lower < $1.range.lower }
    }

    private mutating func findFormulas(in content: LeafContent, _ range: Range<Int>, _ parsed: ParsedText) {
        for formula in FormulaScan(content.bytes, in: range).formulas {
            let edited = content.editedRange(formula.range.lowerBound, formula.range.upperBound)
            let dollars = formula.isDisplay ? 2 : 1
            let inner = Array(content.bytes[formula.range].dropFirst(dollars).dropLast(dollars))
            formulas.append(
                PlannedFormula(
                    range: parsed.text.range(edited.lower, edited.upper), source: inner.text(without: scan.marker),
                    isDisplay: formula.isDisplay))
        }
    }

    private mutating func findFormulas(in table: TableScan) {
        for cell in table.rows.joined() where !cell.isEmpty {
            for formula in FormulaScan(bytes, in: cell.lower..<cell.upper).formulas {
                let dollars = formula.isDisplay ? 2 : 1
                let inner = formula.range.dropFirst(dollars).dropLast(dollars)
                let source = String(decoding: bytes[inner], as: UTF8.self).replacing("\\|", with: "|")
                formulas.append(
                    PlannedFormula(
                        range: SourceRange(formula.range.lowerBound, formula.range.upperBound), source: source,
                        isDisplay: formula.isDisplay))
            }
        }
    }

    /// Where the tables' cells have come to stand.
    mutating func findCells(in parsed: ParsedText) {
        var line = 1
        var node = parsed.tree.root.firstChild
        for place in tables.keys.sorted() {
            guard var table = tables[place] else { continue }
            table.firstLine = line
            table.firstNode = node
            tables[place] = table
            for _ in 0..<table.lineCount { node = node?.next }
            line += table.lineCount
        }
    }
}
