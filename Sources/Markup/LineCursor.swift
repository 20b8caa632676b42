/// A place on a line as CommonMark counts it: tabs reach to the next multiple of four columns, and may be used in part.
struct LineCursor {
    var offset: Int
    var column = 0
    /// The tab at `offset` is used up to `column`.
    private(set) var isWithinTab = false

    init(offset: Int) { self.offset = offset }

    /// Goes over `count` columns of white space or bytes of text.
    mutating func advance(columns count: Int, in bytes: [UInt8]) {
        var count = count
        while count > 0, offset < bytes.count {
            if bytes[offset] == 0x09 {
                let toStop = 4 - column % 4
                let step = min(count, toStop)
                column += step
                isWithinTab = toStop > count
                if !isWithinTab { offset += 1 }
                count -= step
            } else {
                isWithinTab = false
                offset += 1
                column += 1
                count -= 1
            }
        }
    }

    /// How many columns of the tab at `offset` are left.
    var restOfTab: Int { isWithinTab ? 4 - column % 4 : 0 }

    /// Where the white space from here on ends, and in which column.
    func ink(in bytes: [UInt8]) -> (offset: Int, column: Int) {
        var (offset, column) = (offset, column)
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 {
            column += bytes[offset] == 0x09 ? 4 - column % 4 : 1
            offset += 1
        }
        return (offset, column)
    }

    /// The white space from here on: where it ends, and how many columns it is wide.
    func indentation(in bytes: [UInt8]) -> (end: Int, columns: Int) {
        let (end, column) = ink(in: bytes)
        return (end, column - self.column)
    }
}

/// The quotes and list items around a block, able to say where their part of a line ends.
struct ContainerStack {
    private enum Prefix {
        case quote
        /// Columns by which the lines of an item are indented.
        case item(Int)
    }
    private struct Container {
        var prefix: Prefix
        var openingLine: Int
        /// After the marker, on the opening line.
        var opened: LineCursor
    }

    private let bytes: [UInt8]
    private let lines: LineIndex
    private var containers: [Container] = []

    init(_ bytes: [UInt8], _ lines: LineIndex) {
        self.bytes = bytes
        self.lines = lines
    }

    var isEmpty: Bool { containers.isEmpty }

    /// Puts a quote on the stack.
    mutating func pushQuote(_ node: CMarkNode) {
        var cursor = cursor(onOpeningLine: node.startLine)
        skipQuoteMark(&cursor)
        containers.append(Container(prefix: .quote, openingLine: node.startLine, opened: cursor))
    }

    /// Puts a list item on the stack.
    mutating func pushItem(_ node: CMarkNode) {
        var cursor = cursor(onOpeningLine: node.startLine)
        let (marker, indent) = cursor.indentation(in: bytes)
        var end = marker
        while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
        let length = end + 1 - marker
        cursor.advance(columns: indent + length, in: bytes)
        let (text, space) = cursor.indentation(in: bytes)
        let isBlank = text >= lines.end(node.startLine)
        // Five columns or more are one, and an indented code block; so is the rest of a line that is blank.
        let padding = isBlank || !(1...4 ~= space) ? 1 : space
        cursor.advance(columns: min(padding, space), in: bytes)
        containers.append(
            Container(prefix: .item(indent + length + padding), openingLine: node.startLine, opened: cursor))
    }

    mutating func pop() { containers.removeLast() }

    /// Where the containers' part of `line` ends, a line after those that opened them; `isLazy` if some do not reach
    /// it, so that only an open paragraph holds it.
    func content(of line: Int) -> (cursor: LineCursor, isLazy: Bool) {
        var cursor = LineCursor(offset: lines.start(line))
        let end = lines.end(line)
        // White space is looked through once, not for each item that takes a part of it.
        var (ink, inkColumn) = cursor.ink(in: bytes)
        for container in containers {
            let indent = inkColumn - cursor.column
            switch container.prefix {
            case .quote:
                guard indent <= 3, ink < end, bytes[ink] == 0x3E else { return (cursor, true) }
                skipQuoteMark(&cursor)
                (ink, inkColumn) = cursor.ink(in: bytes)
            case .item(let width):
                if indent >= width {
                    cursor.advance(columns: width, in: bytes)
                } else if ink >= end {
                    cursor.advance(columns: indent, in: bytes)
                } else {
                    return (cursor, true)
                }
            }
        }
        return (cursor, false)
    }

    /// The columns between the containers' part of a line, on which a block begins at `start`, and the block.
    func indentation(before start: Int, on line: Int) -> Int {
        var cursor = cursor(onOpeningLine: line)
        let column = cursor.column
        while cursor.offset < start { cursor.advance(columns: 1, in: bytes) }
        return cursor.column - column
    }

    private func cursor(onOpeningLine line: Int) -> LineCursor {
        if let last = containers.last, last.openingLine == line { return last.opened }
        return content(of: line).cursor
    }

    private func skipQuoteMark(_ cursor: inout LineCursor) {
        cursor.advance(columns: cursor.indentation(in: bytes).columns + 1, in: bytes)
        if cursor.offset < bytes.count, bytes[cursor.offset] == 0x20 || bytes[cursor.offset] == 0x09 {
            cursor.advance(columns: 1, in: bytes)
        }
    }
}
