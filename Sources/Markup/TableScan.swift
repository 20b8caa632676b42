import Diagnostics

/// A GitHub table found in a paragraph: libcmark knows none, so the paragraph's lines are read here.
struct TableScan {
    var alignments: [Table.Alignment]
    /// The cells' ranges in the file; the header first, then as many in every row as the header has.
    var rows: [[SourceRange]]
    /// From the header to the last row.
    var range: SourceRange

    /// How many cells are added to the short rows of a table: else a wide header over many rows would cost their product.
    private static let mostPadding = 100_000

    /// The first table in the lines of `content` from `start` on.
    init?(in content: LeafContent, from start: Int, _ text: EditedText) {
        let lines = content.lines.filter { $0.start >= start && $0.count > 0 }
        for index in lines.indices.dropFirst() {
            let header = lines[index - 1]
            let delimiter = lines[index]
            guard Self.mayDelimit(delimiter, content.bytes), !delimiter.isLazy, !header.isLazy,
                !delimiter.isIndented, !header.isIndented,
                let alignments = Self.alignments(delimiter, content.bytes)
            else { continue }
            let cells = Self.cells(header, content.bytes)
            guard cells.count == alignments.count,
                Self.holdsPipe(header, content.bytes) || Self.holdsPipe(delimiter, content.bytes)
            else { continue }
            let rows = [cells] + lines[(index + 1)...].map { Self.cells($0, content.bytes) }
            let last = lines[lines.count - 1]
            self.alignments = alignments
            range = text.range(header.edited, last.edited + last.count)
            let end = SourceRange(at: range.upper)
            var padding = Self.mostPadding
            self.rows = rows.map { row in
                let missing = min(max(0, alignments.count - row.count), padding)
                padding -= missing
                return row.prefix(alignments.count).map {
                    text.range(content.edited($0.lowerBound), content.editedEnd($0.upperBound))
                } + Array(repeating: end, count: missing)
            }
            return
        }
        return nil
    }

    private static func holdsPipe(_ line: LeafContent.Line, _ bytes: [UInt8]) -> Bool {
        bytes[line.start..<line.start + line.count].contains(0x7C)
    }

    /// Whether the line has nothing but what a delimiter row is made of.
    private static func mayDelimit(_ line: LeafContent.Line, _ bytes: [UInt8]) -> Bool {
        bytes[line.start..<line.start + line.count].allSatisfy {
            $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09
        }
    }

    private static func alignments(_ line: LeafContent.Line, _ bytes: [UInt8]) -> [Table.Alignment]? {
        var result: [Table.Alignment] = []
        for cell in cells(line, bytes) {
            var inner = cell
            let isLeft = bytes[inner].first == 0x3A
            if isLeft { inner = inner.dropFirst() }
            let isRight = bytes[inner].last == 0x3A
            if isRight { inner = inner.dropLast() }
            guard !inner.isEmpty, bytes[inner].allSatisfy({ $0 == 0x2D }) else { return nil }
            result.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
        }
        return result.isEmpty ? nil : result
    }

    /// The cells of a row without the space around them; a pipe after a backslash divides nothing.
    private static func cells(_ line: LeafContent.Line, _ bytes: [UInt8]) -> [Range<Int>] {
        var range = trimmed(line.start..<line.start + line.count, bytes)
        if bytes[range].first == 0x7C { range = range.dropFirst() }
        if bytes[range].last == 0x7C, !(range.count > 1 && bytes[range.upperBound - 2] == 0x5C) {
            range = range.dropLast()
        }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where bytes[index] == 0x7C && !(index > range.lowerBound && bytes[index - 1] == 0x5C) {
            cells.append(trimmed(start..<index, bytes))
            start = index + 1
        }
        return cells + [trimmed(start..<range.upperBound, bytes)]
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var range = range
        while let first = bytes[range].first, CharacterClass.isASCIISpace(first) { range = range.dropFirst() }
        while let last = bytes[range].last, CharacterClass.isASCIISpace(last) { range = range.dropLast() }
        return range
    }
}
