/// Finds the formulas in the text of a paragraph, a heading or a table's cell: `$x$` and `$$x$$`.
///
/// Formulas, code spans, autolinks and tags bind alike: whatever opens first is what it is, and nothing within it means
/// anything. libcmark must not see formulas: it would take their stars, underscores and backslashes for its own.
struct FormulaScan {
    struct Formula {
        /// In the content, dollars included.
        var range: Range<Int>
        var isDisplay: Bool
    }

    private(set) var formulas: [Formula] = []

    private let bytes: [UInt8]
    /// For each length of a run of backticks the places of such runs, ascending.
    private var ticks: [Int: [Int]] = [:]
    private var ticksUsed: [Int: Int] = [:]

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        guard bytes[range].contains(0x24) else { return }
        findTicks(range)
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case 0x5C: index += 2
            case 0x60: index = endOfCode(at: index, range.upperBound)
            case 0x3C: index = endOfTag(at: index, range.upperBound)
            case 0x24:
                if let formula = formula(at: index, range) {
                    formulas.append(formula)
                    index = formula.range.upperBound
                } else {
                    while index < range.upperBound, bytes[index] == 0x24 { index += 1 }
                }
            default: index += 1
            }
        }
    }

    private mutating func findTicks(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, bytes[index] == 0x60 { index += 1 }
            if index > start { ticks[index - start, default: []].append(start) } else { index += 1 }
        }
    }

    /// The end of the code span that begins at `start`, or of its backticks if it is none.
    private mutating func endOfCode(at start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == 0x60 { index += 1 }
        let length = index - start
        let places = ticks[length] ?? []
        // Runs are asked for in ascending order.
        var next = ticksUsed[length] ?? 0
        while next < places.count, places[next] < index { next += 1 }
        ticksUsed[length] = next
        return next < places.count ? places[next] + length : index
    }

    /// The end of what may be an autolink or a tag; else after the `<`.
    private func endOfTag(at start: Int, _ end: Int) -> Int {
        guard start + 1 < end, bytes[start + 1] > 0x20, bytes[start + 1] != 0x24 else { return start + 1 }
        // No tag in a lesson is as long; many that do not end must not cost more than their length.
        let limit = min(end, start + 500)
        var quote: UInt8?
        for index in start + 1..<limit {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x3E {
                return index + 1
            } else if byte == 0x3C {
                return start + 1
            } else if (byte == 0x22 || byte == 0x27) && bytes[index - 1] == 0x3D {
                quote = byte
            }
        }
        return start + 1
    }

    private func formula(at start: Int, _ range: Range<Int>) -> Formula? {
        let count = bytes[start..<range.upperBound].prefix { $0 == 0x24 }.count
        guard count <= 2 else { return nil }
        var index = start + count
        guard index < range.upperBound, count == 2 || !CharacterClass.isASCIISpace(bytes[index]) else { return nil }
        while index < range.upperBound {
            if bytes[index] == 0x5C {
                index += 2
            } else if bytes[index] == 0x24 {
                return close(Formula(range: start..<index + count, isDisplay: count == 2), range)
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The first dollar after the opening one decides.
    private func close(_ formula: Formula, _ range: Range<Int>) -> Formula? {
        let end = formula.range.upperBound
        let count = formula.isDisplay ? 2 : 1
        guard end <= range.upperBound, bytes[end - 1] == 0x24 else { return nil }
        if formula.isDisplay {
            let isBlank = bytes[formula.range.lowerBound + 2..<end - 2].allSatisfy(CharacterClass.isASCIISpace)
            return isBlank ? nil : formula
        }
        guard end - formula.range.lowerBound > 2 * count, !CharacterClass.isASCIISpace(bytes[end - 2]) else {
            return nil
        }
        if end < range.upperBound, 0x30...0x39 ~= bytes[end] || bytes[end] == 0x24 { return nil }
        return formula
    }
}
