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

/// What stands for what in the text that libcmark reads. A first parse shows what of it is right: a footnote's
/// definition within code is none, and tables are found in paragraphs.
struct ParsePlan {
    private let bytes: [UInt8]
    private let start: Int
    private let scan: SourceScan
    /// Those candidates that are taken for definitions of footnotes.
    private(set) var definitions: [SourceScan.Definition]
    private var edits: [SourceScan.Edit]
    /// By the file's offset of their first byte.
    private(set) var tables: [Int: PlannedTable] = [:]

    init(_ bytes: [UInt8], from start: Int, _ scan: SourceScan) {
        self.bytes = bytes
        self.start = start
        self.scan = scan
        definitions = scan.definitions
        edits = []
        edits = allEdits()
    }

    private func allEdits() -> [SourceScan.Edit] {
        let accepted = Set(definitions.map(\.range.lower))
        // Of edits at one place the first wins: a table's.
        var edits = tables.map { place, table in
            // A heading ends the paragraph before it, needs no line of its own after it and keeps a list tight.
            SourceScan.Edit(range: SourceRange(place, table.scan.range.upper), replacement: [0x23])
        }
        edits += scan.edits
        for (definition, marks) in zip(scan.definitions, scan.definitionEdits) {
            if accepted.contains(definition.range.lower) {
                edits.append(SourceScan.Edit(range: definition.range, replacement: scan.listMarker))
            } else {
                edits += marks
            }
        }
        return edits.enumerated().sorted {
            ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset)
        }.map(\.element)
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
        var index = firstEdit(from: cell.lower)
        var position = cell.lower
        func copy(to end: Int, including: Bool) {
            var taken: [SourceScan.Edit] = []
            while index < scan.edits.count,
                scan.edits[index].range.lower < end || (including && scan.edits[index].range.upper <= end)
            {
                taken.append(scan.edits[index])
                index += 1
            }
            self.copy(position..<end, with: taken[...], to: &text)
        }
        for offset in cell.lower..<cell.upper
        where bytes[offset] == 0x5C && offset + 1 < cell.upper && bytes[offset + 1] == 0x7C {
            copy(to: offset, including: false)
            position = offset + 1
        }
        copy(to: cell.upper, including: true)
    }

    private func firstEdit(from offset: Int) -> Int {
        var low = 0
        var high = scan.edits.count
        while low < high {
            let middle = (low + high) / 2
            if scan.edits[middle].range.lower < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Learns from a parse. Says whether the text must be parsed again.
    mutating func revise(after parsed: ParsedText) -> Bool {
        let accepted = acceptedDefinitions(in: parsed)
        findTables(in: parsed)
        let isRevised = accepted.count < definitions.count || !tables.isEmpty
        definitions = definitions.filter { accepted.contains($0.range.lower) }
        if isRevised { edits = allEdits() }
        return isRevised
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

    private mutating func findTables(in parsed: ParsedText) {
        guard bytes[start...].contains(0x7C) else { return }
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
                    guard node.endLine > node.startLine else { continue }
                    let (content, start) = parsed.content(of: node, stack)
                    if let scan = TableScan(in: content, from: start, parsed.text) {
                        tables[scan.range.lower] = PlannedTable(scan: scan)
                    }
                default: walk.skipChildren(of: node)
                }
            case .leave(let node):
                if node.kind == .quote || node.kind == .item { stack.pop() }
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
