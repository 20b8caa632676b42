/// The text of a paragraph or heading as libcmark reads inlines from it: its lines without the containers' part and
/// without their indentation, joined by line feeds. Able to say where each byte stands in the edited text.
struct LeafContent {
    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []

    struct Line {
        /// Where the line begins in the content and in the edited text.
        var start: Int
        var edited: Int
        /// In the content.
        var count: Int
        var isLazy: Bool
        /// By four columns or more, as a code block is that does not go on with a paragraph.
        var isIndented = false
        /// How many spaces at its beginning stand for the rest of a tab.
        var tabSpaces = 0
    }

    /// The lines `numbers` of a paragraph within the containers on `stack`; the first begins at `start`.
    init(
        paragraphAt start: Int, lines numbers: ClosedRange<Int>, _ text: [UInt8], _ index: LineIndex,
        _ stack: ContainerStack
    ) {
        for number in numbers {
            var (cursor, isLazy) = (LineCursor(offset: start), false)
            var isIndented = false
            if number > numbers.lowerBound {
                (cursor, isLazy) = stack.content(of: number)
                isIndented = cursor.indentation(in: text).columns > 3
                // libcmark leaves a lazy line its indentation, which shows after a backslash and within code.
                if !isLazy { cursor = LineCursor(offset: cursor.indentation(in: text).end) }
                bytes.append(0x0A)
            }
            append(from: cursor, to: max(cursor.offset, index.end(number)), isLazy: isLazy, text)
            lines[lines.count - 1].isIndented = isIndented
        }
    }

    /// A heading's line, its mark of `#` left out.
    init(headingAt start: Int, line: Int, _ text: [UInt8], _ index: LineIndex) {
        let end = index.end(line)
        var offset = start
        while offset < end, text[offset] == 0x23 { offset += 1 }
        while offset < end, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
        append(from: LineCursor(offset: offset), to: max(offset, end), isLazy: false, text)
    }

    private mutating func append(from cursor: LineCursor, to end: Int, isLazy: Bool, _ text: [UInt8]) {
        let spaces = cursor.restOfTab
        let start = bytes.count
        bytes += Array(repeating: 0x20, count: spaces)
        bytes += text[(spaces > 0 ? cursor.offset + 1 : cursor.offset)..<end]
        lines.append(
            Line(start: start, edited: cursor.offset, count: bytes.count - start, isLazy: isLazy, tabSpaces: spaces))
    }

    /// The offset in the edited text of the content's byte at `position`, or of the end of its line.
    func edited(_ position: Int) -> Int {
        var hint = 0
        return edited(position, near: &hint)
    }

    /// The same, looked for first at the line that was found last: most who ask go through the text.
    func edited(_ position: Int, near hint: inout Int) -> Int {
        guard !lines.isEmpty else { return 0 }
        if !holds(position, hint) {
            if holds(position, hint + 1) {
                hint += 1
            } else {
                var low = 0
                var high = lines.count
                while low + 1 < high {
                    let middle = (low + high) / 2
                    if lines[middle].start <= position { low = middle } else { high = middle }
                }
                hint = low
            }
        }
        let line = lines[hint]
        let offset = min(max(position - line.start, 0), line.count)
        return line.edited + (offset < line.tabSpaces ? 0 : offset - max(0, line.tabSpaces - 1))
    }

    private func holds(_ position: Int, _ line: Int) -> Bool {
        guard line < lines.count, lines[line].start <= position else { return false }
        return line + 1 == lines.count || position < lines[line + 1].start
    }

    /// The offset in the edited text after the content's byte before `position`.
    func editedEnd(_ position: Int) -> Int { position > 0 ? edited(position - 1) + 1 : edited(0) }

    /// The range in the edited text of a range of the content.
    func editedRange(_ lower: Int, _ upper: Int) -> (lower: Int, upper: Int) {
        var hint = 0
        return editedRange(lower, upper, near: &hint)
    }

    func editedRange(_ lower: Int, _ upper: Int, near hint: inout Int) -> (lower: Int, upper: Int) {
        let start = edited(lower, near: &hint)
        return (start, upper > lower ? edited(upper - 1, near: &hint) + 1 : start)
    }
}
