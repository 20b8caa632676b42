import Diagnostics

/// Builds our blocks from libcmark's tree, without recursion: a text may be nested as deep as it is long.
struct BlockBuilder {
    /// Quotes and lists in one another beyond this are left out, what is in them is kept.
    static let deepest = 64

    let parsed: ParsedText
    let reading: Reading
    /// By the file's offset of the table's first byte, where a heading stands for it.
    private let tables: [Int: PlannedTable]
    /// The file's offsets at which footnotes are defined, where list items stand for them.
    private let definitions: Set<Int>
    /// How many headings before the text stand for the cells of its tables.
    private let cellCount: Int

    init(
        _ parsed: ParsedText, _ reading: Reading, tables: [Int: PlannedTable], definitions: Set<Int>
    ) {
        self.parsed = parsed
        self.reading = reading
        self.tables = tables
        self.definitions = definitions
        cellCount = tables.values.reduce(0) { $0 + $1.lineCount }
    }

    struct Frame {
        /// The container; of a division the container that it lies in.
        var node: CMarkNode
        var division: (head: BlockScan.DivisionHead, range: SourceRange)?
        /// Divisions within this one that are too deep to be kept.
        var ignoredDivisions = 0
        var blocks: [Block] = []
        var items: [[Block]] = []
        /// The union of the children's ranges.
        var range: SourceRange?
        /// The first item of a list that is no footnote.
        var firstItem: CMarkNode?
    }

    /// The blocks below `root`; definitions of footnotes are left out unless `root` is one.
    func blocks(below root: CMarkNode, _ state: inout DocumentState) -> [Block] {
        var stack = parsed.containers
        if root.kind == .item { stack.pushItem(root) }
        var frames = [Frame(node: root)]
        var overflow = 0
        var walk = CMarkWalk(below: root)
        while let event = walk.next() {
            switch event {
            case .enter(let node):
                switch node.kind {
                case .quote, .list, .item:
                    if node.kind == .item, isDefinition(node) {
                        walk.skipChildren(of: node)
                        continue
                    }
                    if node.kind == .quote { stack.pushQuote(node) }
                    if node.kind == .item { stack.pushItem(node) }
                    if overflow > 0 || (frames.count > Self.deepest && node.kind != .item) {
                        if overflow == 0 { state.tooDeep(limit: Self.deepest, at: range(of: node)) }
                        overflow += 1
                    } else {
                        frames.append(Frame(node: node))
                    }
                default:
                    if node.kind == .html, let token = reading.token(in: node.literal) {
                        take(token, in: node, &frames, isTooDeep: overflow > 0, &state)
                    } else if !isTableCell(node), let block = leaf(node, stack, &state) {
                        append(block, to: &frames[frames.count - 1])
                    }
                    walk.skipChildren(of: node)
                }
            case .leave(let node):
                guard [.quote, .list, .item].contains(node.kind), !(node.kind == .item && isDefinition(node)) else {
                    continue
                }
                if node.kind != .list { stack.pop() }
                if overflow > 0 {
                    overflow -= 1
                } else if frames.count > 1 {
                    closeDivisions(in: node, &frames, &state)
                    if let frame = frames.popLast() { close(frame, into: &frames[frames.count - 1]) }
                }
            }
        }
        closeDivisions(in: root, &frames, &state)
        return frames[0].blocks
    }

    /// The list items that stand for footnotes, by the file's offset of their first byte.
    func definitionItems() -> [Int: CMarkNode] {
        var items: [Int: CMarkNode] = [:]
        var block = parsed.tree.root.firstChild
        while let node = block {
            var item = node.kind == .list ? node.firstChild : nil
            while let current = item {
                if isDefinition(current) { items[parsed.text.lower(parsed.lines.start(current.startLine))] = current }
                item = current.next
            }
            block = node.next
        }
        return items
    }

    func append(_ block: Block, to frame: inout Frame) {
        frame.range = frame.range?.union(block.range) ?? block.range
        if let captioned = captioned(frame.blocks.last, by: block) {
            frame.blocks[frame.blocks.count - 1] = captioned
        } else {
            frame.blocks.append(block)
        }
    }

    private func close(_ frame: Frame, into parent: inout Frame) {
        let own = range(of: frame.node)
        let range = frame.range?.union(own) ?? own
        switch frame.node.kind {
        case .quote:
            let alert = reading.extensions.contains(.divisions) ? alert(frame.blocks, range) : nil
            append(Block(alert.map { .division($0) } ?? .quote(frame.blocks), at: range), to: &parent)
        case .item:
            parent.items.append(withTask(frame.blocks))
            if parent.firstItem == nil { parent.firstItem = frame.node }
            parent.range = parent.range?.union(range) ?? range
        default:
            // A list of nothing but footnotes is none.
            guard !frame.items.isEmpty else { return }
            let kind = Block.Kind.list(start: listStart(frame), isTight: frame.node.isTight, items: frame.items)
            append(Block(kind, at: frame.range ?? range), to: &parent)
        }
    }

    /// The number of a list's first item, which libcmark knows of its first item only, even if that is a footnote.
    private func listStart(_ list: Frame) -> Int? {
        guard let start = list.node.listStart, let item = list.firstItem, item != list.node.firstChild else {
            return list.node.listStart
        }
        let digits = parsed.text.bytes[parsed.start(of: item)...].prefix { 0x30...0x39 ~= $0 }
        return Int(String(decoding: digits, as: UTF8.self)) ?? start
    }

    /// From a block's first byte to its last that is not white space.
    private func range(of node: CMarkNode, to line: Int? = nil) -> SourceRange {
        let start = parsed.start(of: node)
        return parsed.text.range(start, max(start, parsed.lines.inkEnd(line ?? node.endLine)))
    }

    private func isDefinition(_ item: CMarkNode) -> Bool {
        guard !definitions.isEmpty, item.parent?.parent == parsed.tree.root else { return false }
        return definitions.contains(parsed.text.lower(parsed.lines.start(item.startLine)))
    }

    private func isTableCell(_ node: CMarkNode) -> Bool {
        node.kind == .heading && node.startLine <= cellCount
    }

    // MARK: Leaves

    private func leaf(_ node: CMarkNode, _ stack: ContainerStack, _ state: inout DocumentState) -> Block? {
        switch node.kind {
        case .paragraph:
            let inlines = inlines(of: node, stack, &state)
            // A paragraph of which everything was markers does not occur; one of link definitions is no node at all.
            return formulaBlock(inlines.inlines, inlines.range) ?? Block(.paragraph(inlines.inlines), at: inlines.range)
        case .heading:
            if let table = tables[parsed.text.lower(parsed.start(of: node))] { return block(for: table, &state) }
            var inlines = inlines(of: node, stack, &state).inlines
            let anchor = anchor(takenFrom: &inlines, &state)
            let last = parsed.isATX(node) ? node.startLine : parsed.underline(of: node, stack)
            return Block(.heading(level: node.headingLevel, anchor: anchor, inlines), at: range(of: node, to: last))
        case .code: return code(node, stack)
        case .html:
            let literal = node.literal
            // libcmark's last line is one short where the block's own end closed it.
            let last = node.startLine + max(0, literal.count { $0 == 0x0A } - 1)
            return Block(.html(reading.text(literal)), at: range(of: node, to: last))
        case .thematicBreak: return Block(.thematicBreak, at: range(of: node, to: node.startLine))
        default: return nil
        }
    }

    /// The inlines of a paragraph or heading, and its range without link definitions before it.
    private func inlines(
        of node: CMarkNode, _ stack: ContainerStack, _ state: inout DocumentState
    ) -> (inlines: [Inline], range: SourceRange) {
        let (content, start) = parsed.content(of: node, stack)
        var builder = InlineBuilder(content, from: start, parsed.text, reading)
        let inlines = builder.build(node, &state)
        let lower = content.edited(start)
        let range = parsed.text.range(lower, max(lower, parsed.lines.inkEnd(node.endLine)))
        return (inlines, SourceRange(max(range.lower, inlines.first?.range.lower ?? 0), range.upper))
    }

    private func block(for table: PlannedTable, _ state: inout DocumentState) -> Block {
        var line = table.firstLine
        var node = table.firstNode
        let rows = table.scan.rows.map { row in
            row.map { cell -> [Inline] in
                guard !cell.isEmpty else { return [] }
                defer {
                    line += 1
                    node = node?.next
                }
                guard let heading = node else { return [] }
                let content = LeafContent(
                    headingAt: parsed.lines.start(line), line: line, parsed.text.bytes, parsed.lines)
                var builder = InlineBuilder(content, from: 0, parsed.text, reading)
                return builder.build(heading, &state)
            }
        }
        return Block(
            .table(Table(alignments: table.scan.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))),
            at: table.scan.range)
    }

    private func code(_ node: CMarkNode, _ stack: ContainerStack) -> Block {
        let bytes = parsed.text.bytes
        let start = parsed.start(of: node)
        let fence = bytes[start...].first
        let isFenced = (fence == 0x60 || fence == 0x7E) && bytes[start...].prefix(3).allSatisfy { $0 == fence }
        let fenceLength = bytes[start...].prefix { $0 == fence }.count
        let literal = node.literal.text(without: reading.marker)
        guard isFenced, isOpeningFence(node, at: start, stack) else {
            let range = range(of: node)
            let code = CodeBlock(
                info: "", infoRange: SourceRange(at: range.lower), text: literal, textRange: range, isVerbatim: false,
                isFenced: false)
            return Block(.code(code), at: range)
        }
        let end = lastLine(of: node, stack, fence: bytes[start], length: fenceLength)
        let textStart = parsed.lines.next(after: node.startLine, of: bytes)
        // Like any block, one that nobody closes ends before the line break.
        let textEnd = end.isClosed ? parsed.lines.start(end.line) : parsed.lines.end(end.line)
        let textRange = parsed.text.range(min(textStart, textEnd), textEnd)
        let infoRange = info(from: start + fenceLength, on: node.startLine)
        let isVerbatim = end.isClosed && stack.isEmpty && start == parsed.lines.start(node.startLine)
        let text =
            isVerbatim ? String(decoding: reading.source[textRange.lower..<textRange.upper], as: UTF8.self) : literal
        var code = CodeBlock(
            info: String(decoding: reading.source[infoRange.lower..<infoRange.upper], as: UTF8.self),
            infoRange: infoRange, text: text, textRange: textRange, isVerbatim: isVerbatim, isUnclosed: !end.isClosed)
        (code.language, code.attributes) = language(node.fenceInfo.text(without: reading.marker))
        let blockEnd = end.isClosed ? parsed.lines.inkEnd(end.line) : parsed.lines.end(end.line)
        return Block(.code(code), at: parsed.text.range(start, max(start, blockEnd)))
    }

    /// Whether the fence characters at `start` are indented by less than a code block is.
    private func isOpeningFence(_ node: CMarkNode, at start: Int, _ stack: ContainerStack) -> Bool {
        // An indented code block begins after its four columns, wherever its first line begins to have ink.
        stack.indentation(before: start, on: node.startLine) <= 3
    }

    /// The fence that closes a code block, or the last line of its text.
    private func lastLine(
        of node: CMarkNode, _ stack: ContainerStack, fence: UInt8, length: Int
    ) -> (line: Int, isClosed: Bool) {
        let bytes = parsed.text.bytes
        let line = min(node.endLine, parsed.lines.count)
        guard line > node.startLine else { return (node.startLine, false) }
        let (cursor, isLazy) = stack.content(of: line)
        // libcmark counts the line after the containers' end as the block's.
        if isLazy { return (line - 1, false) }
        let (ink, indent) = cursor.indentation(in: bytes)
        let end = parsed.lines.end(line)
        var index = ink
        while index < end, bytes[index] == fence { index += 1 }
        let isFence = indent <= 3 && index - ink >= length
        return (line, isFence && bytes[index..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 })
    }

    private func info(from start: Int, on line: Int) -> SourceRange {
        var lower = start
        var upper = parsed.lines.end(line)
        let bytes = parsed.text.bytes
        while lower < upper, CharacterClass.isASCIISpace(bytes[lower]) { lower += 1 }
        while upper > lower, CharacterClass.isASCIISpace(bytes[upper - 1]) { upper -= 1 }
        return parsed.text.range(lower, max(lower, upper))
    }
}
