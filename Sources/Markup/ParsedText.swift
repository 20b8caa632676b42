import Diagnostics

/// One reading of the text by libcmark: the edited text, its lines, the tree.
struct ParsedText {
    let text: EditedText
    let lines: LineIndex
    let tree: CMarkTree

    /// `previous` is a reading whose nodes are no longer needed.
    init(_ text: EditedText, inPlaceOf previous: ParsedText? = nil) {
        self.text = text
        lines = LineIndex(text.bytes)
        tree = CMarkTree(text.bytes, inPlaceOf: previous?.tree)
    }

    var containers: ContainerStack { ContainerStack(text.bytes, lines) }

    /// The offset in the edited text at which a block begins.
    func start(of node: CMarkNode) -> Int {
        min(lines.start(node.startLine) + max(node.startColumn - 1, 0), text.bytes.count)
    }

    /// The content of a paragraph or of a heading, and where in it the inlines begin, link definitions left out.
    func content(of node: CMarkNode, _ stack: ContainerStack) -> (content: LeafContent, start: Int) {
        let start = start(of: node)
        if isATX(node) { return (LeafContent(headingAt: start, line: node.startLine, text.bytes, lines), 0) }
        let last = node.kind == .heading ? underline(of: node, stack) - 1 : node.endLine
        let content = content(from: start, lines: node.startLine, last, stack)
        return (content, endOfDefinitions(in: content))
    }

    func isATX(_ heading: CMarkNode) -> Bool {
        guard heading.kind == .heading else { return false }
        let rest = text.bytes[start(of: heading)...].drop { $0 == 0x23 }
        let count = rest.startIndex - start(of: heading)
        return 1...6 ~= count && (rest.first.map { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? true)
    }

    /// The line of `===` or `---` under a heading. libcmark says it is the heading's last line, or, if the heading was
    /// closed by a line after it, the line before that.
    func underline(of heading: CMarkNode, _ stack: ContainerStack) -> Int {
        let line = min(heading.endLine, lines.count)
        guard line - 1 > heading.startLine, isUnderline(line - 1, stack) else { return line }
        // Under nothing but link definitions it is text.
        let content = content(from: start(of: heading), lines: heading.startLine, line - 2, stack)
        return endOfDefinitions(in: content) < content.bytes.count ? line - 1 : line
    }

    private func isUnderline(_ line: Int, _ stack: ContainerStack) -> Bool {
        let (cursor, isLazy) = stack.content(of: line)
        let (ink, indent) = cursor.indentation(in: text.bytes)
        let row = text.bytes[min(ink, lines.end(line))..<lines.end(line)]
        guard !isLazy, indent <= 3, let mark = row.first, mark == 0x3D || mark == 0x2D else { return false }
        return row.drop { $0 == mark }.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private func content(from start: Int, lines first: Int, _ last: Int, _ stack: ContainerStack) -> LeafContent {
        LeafContent(
            paragraphAt: start, lines: first...max(first, min(last, lines.count)), text.bytes, lines, stack)
    }

    private func endOfDefinitions(in content: LeafContent) -> Int {
        guard content.bytes.first == 0x5B else { return 0 }
        return min(LinkSyntax(content.bytes + [0x0A]).endOfDefinitions(), content.bytes.count)
    }
}
