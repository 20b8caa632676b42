/// A file's text with its name, able to say which line and column an offset stands in.
package final class SourceText: Sendable {
    /// As the user named it; shown in messages.
    package let path: String
    package let text: String
    package let utf8: [UInt8]
    /// The offset at which each line begins; a line ends at `\n`, `\r\n` or `\r`.
    private let lineStarts: [Int]

    package init(path: String, text: String) {
        self.path = path
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        let utf8 = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in utf8.enumerated() {
            let endsLine = byte == 0x0A || (byte == 0x0D && !(offset + 1 < utf8.count && utf8[offset + 1] == 0x0A))
            if endsLine { starts.append(offset + 1) }
        }
        self.utf8 = utf8
        self.lineStarts = starts
    }

    package var lineCount: Int { lineStarts.count }

    /// The text at a range of UTF-8 offsets; offsets beyond the end are cut.
    package func slice(_ range: SourceRange) -> String {
        let upper = min(range.upper, utf8.count)
        let lower = min(range.lower, upper)
        return String(decoding: utf8[lower..<upper], as: UTF8.self)
    }

    /// The 1-based line that holds `offset`.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The offset at which the 1-based `line` begins.
    package func start(ofLine line: Int) -> Int { lineStarts[min(max(line - 1, 0), lineStarts.count - 1)] }

    /// The range of the 1-based `line`, without its line break.
    package func range(ofLine line: Int) -> SourceRange {
        let start = start(ofLine: line)
        var end = line < lineStarts.count ? lineStarts[line] : utf8.count
        while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
        return SourceRange(start, max(start, end))
    }

    package func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), utf8.count)
        let line = line(at: offset)
        let start = start(ofLine: line)
        let before = String(decoding: utf8[start..<offset], as: UTF8.self)
        return SourcePosition(line: line, column: before.count + 1, utf8Column: offset - start + 1)
    }
}
