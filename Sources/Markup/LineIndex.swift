/// Where the lines of a text begin and end, as libcmark counts them. Lines are 1-based.
struct LineIndex {
    /// The offset at which each line begins; the empty line after a final line break is none.
    private var starts: [Int] = []
    /// The offset of each line's break.
    private var ends: [Int] = []
    /// For each line, the offset after the last byte up to that line's end that is not white space.
    private var inkEnds: [Int] = []

    var count: Int { starts.count }

    init(_ bytes: [UInt8]) {
        var start = 0
        var ink = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                append(start, index, ink)
                if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            } else if byte != 0x20, byte != 0x09 {
                ink = index + 1
            }
            index += 1
        }
        if start < bytes.count { append(start, bytes.count, ink) }
    }

    private mutating func append(_ start: Int, _ end: Int, _ ink: Int) {
        starts.append(start)
        ends.append(end)
        inkEnds.append(ink)
    }

    /// Clamped to the text: a line before the first begins where the first does, one after the last where the text ends.
    func start(_ line: Int) -> Int {
        if line > count { return ends.last ?? 0 }
        return starts.isEmpty ? 0 : starts[max(line - 1, 0)]
    }

    func end(_ line: Int) -> Int { ends.isEmpty ? 0 : ends[min(max(line - 1, 0), count - 1)] }

    /// The end of the ink on this line or, if it is blank, on an earlier one.
    func inkEnd(_ line: Int) -> Int { inkEnds.isEmpty ? 0 : inkEnds[min(max(line - 1, 0), count - 1)] }

    /// The offset at which the line after this one begins.
    func next(after line: Int, of bytes: [UInt8]) -> Int { line < count ? start(line + 1) : bytes.count }
}

extension LineIndex {
    /// The line that holds `offset`.
    func line(at offset: Int) -> Int {
        var low = 1
        var high = count + 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if start(middle) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
