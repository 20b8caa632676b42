import Diagnostics

/// `~~text~~`: two tildes, no more and no fewer, that flank words as the stars of emphasis must. Pairs are found among
/// the inlines of one parent, so that what lies within them is whole.
struct Strikethrough {
    struct Delimiter {
        /// Of the tildes among the parent's inlines.
        var index: Int
        var opens: Bool
        var closes: Bool
    }

    private(set) var delimiters: [Delimiter] = []

    mutating func add(_ delimiter: Delimiter) { delimiters.append(delimiter) }

    /// The inlines with what is between two delimiters put into one; those without a partner are text again.
    func paired(_ inlines: [Inline]) -> [Inline] {
        guard !delimiters.isEmpty else { return inlines }
        var partners: [Int: Int] = [:]
        var open: [Int] = []
        for delimiter in delimiters {
            if delimiter.closes, let opening = open.popLast() {
                partners[opening] = delimiter.index
                partners[delimiter.index] = opening
            } else if delimiter.opens {
                open.append(delimiter.index)
            }
        }
        let marks = Set(delimiters.map(\.index))
        var stack = [Level()]
        for (index, inline) in inlines.enumerated() {
            guard let partner = partners[index] else {
                stack[stack.count - 1].append(inline, joins: marks.contains(index))
                continue
            }
            if partner > index {
                stack.append(Level(start: inline.range.lower))
            } else if var level = stack.popLast() {
                let kind = Inline.Kind.strikethrough(level.finished())
                stack[stack.count - 1].append(
                    Inline(kind, at: SourceRange(level.start, inline.range.upper)), joins: false)
            }
        }
        return stack[0].finished()
    }

    /// The inlines between two delimiters.
    private struct Level {
        var start = 0
        private var children: [Inline] = []
        /// Text at the end, apart so that it grows where it stands.
        private var text = ""
        private var range: SourceRange?

        init(start: Int = 0) { self.start = start }

        /// Text that was divided for tildes that turned out to be text is one again.
        mutating func append(_ inline: Inline, joins: Bool) {
            guard case .text(let string) = inline.kind else {
                flush()
                children.append(inline)
                return
            }
            if let before = range, before.upper == inline.range.lower, joins || text.hasSuffix("~~") {
                text += string
                range = before.union(inline.range)
            } else {
                flush()
                text = string
                range = inline.range
            }
        }

        mutating func finished() -> [Inline] {
            flush()
            return children
        }

        private mutating func flush() {
            guard let place = range else { return }
            children.append(Inline(.text(text), at: place))
            range = nil
        }
    }
}
