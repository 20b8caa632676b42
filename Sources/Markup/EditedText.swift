import Diagnostics

/// The text that libcmark reads in place of the file's, and the way from its offsets back to the file's.
struct EditedText {
    private(set) var bytes: [UInt8] = []
    private var segments: [Segment] = []

    /// A stretch of edited text: a copy of the file's, or something put in the place of `original`.
    private struct Segment {
        var start: Int
        var original: SourceRange
        var isCopy: Bool
    }

    /// Appends the file's text at `range`.
    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        if let last = segments.last, last.isCopy, last.original.upper == range.lowerBound {
            segments[segments.count - 1].original.upper = range.upperBound
        } else {
            segments.append(
                Segment(start: bytes.count, original: SourceRange(range.lowerBound, range.upperBound), isCopy: true))
        }
        bytes.append(contentsOf: source[range])
    }

    /// Appends what is not in the file, or stands there for something else.
    mutating func insert(_ text: [UInt8], for original: SourceRange) {
        guard !text.isEmpty else { return }
        segments.append(Segment(start: bytes.count, original: original, isCopy: false))
        bytes.append(contentsOf: text)
    }

    /// The file's offset of the byte at `offset`, for the lower end of a range.
    func lower(_ offset: Int) -> Int {
        var hint = 0
        return lower(offset, near: &hint)
    }

    /// The file's offset after the byte before `offset`, for the upper end of a range.
    func upper(_ offset: Int) -> Int {
        var hint = 0
        return upper(offset, near: &hint)
    }

    /// The file's range of a range of the edited text.
    func range(_ lower: Int, _ upper: Int) -> SourceRange {
        var hint = 0
        return range(lower, upper, near: &hint)
    }

    /// The same, looked for first at the segment that was found last: most who ask go through the text.
    func range(_ lower: Int, _ upper: Int, near hint: inout Int) -> SourceRange {
        let start = self.lower(lower, near: &hint)
        return SourceRange(start, upper <= lower ? start : max(start, self.upper(upper, near: &hint)))
    }

    private func lower(_ offset: Int, near hint: inout Int) -> Int {
        guard let segment = segment(holding: offset, near: &hint) else { return 0 }
        guard segment.isCopy else { return segment.original.lower }
        return min(segment.original.lower + offset - segment.start, segment.original.upper)
    }

    private func upper(_ offset: Int, near hint: inout Int) -> Int {
        guard offset > 0, let segment = segment(holding: offset - 1, near: &hint) else {
            return lower(offset, near: &hint)
        }
        guard segment.isCopy else { return segment.original.upper }
        return min(segment.original.lower + offset - segment.start, segment.original.upper)
    }

    private func segment(holding offset: Int, near hint: inout Int) -> Segment? {
        guard !segments.isEmpty else { return nil }
        for index in hint..<min(hint + 4, segments.count) where holds(offset, index) {
            hint = index
            return segments[index]
        }
        var low = 0
        var high = segments.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle } else { high = middle }
        }
        hint = low
        return segments[low]
    }

    private func holds(_ offset: Int, _ index: Int) -> Bool {
        guard segments[index].start <= offset else { return false }
        return index + 1 == segments.count || offset < segments[index + 1].start
    }
}
