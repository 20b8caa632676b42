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

    /// The inlines with what is between two delimiters put into one; those without a partner are text again. Pairs within
    /// more than `deepest` others are left out, as other containers are; `tooDeep` is told where.
    func paired(_ inlines: [Inline], deepest: Int, tooDeep: (SourceRange) -> Void) -> [Inline] {
        guard !delimiters.isEmpty else { return inlines }
        // Of each inline the other tildes, itself for tildes without a partner; nothing for all that is no mark.
        var partners = [Int?](repeating: nil, count: inlines.count)
        var open: [Int] = []
        for delimiter in delimiters {
            partners[delimiter.index] = delimiter.index
            if delimiter.closes, let opening = open.popLast() {
                partners[opening] = delimiter.index
                partners[delimiter.index] = opening
            } else if delimiter.opens {
                open.append(delimiter.index)
            }
        }
        var stack = [Level()]
        var overflow = 0
        for (index, inline) in inlines.enumerated() {
            guard let partner = partners[index], partner != index else {
                stack[stack.count - 1].append(inline, joins: partners[index] != nil)
                continue
            }
            if partner > index, overflow > 0 || stack.count > deepest {
                if overflow == 0 { tooDeep(inline.range) }
                overflow += 1
            } else if partner > index {
                stack.append(Level(start: inline.range.lower))
            } else if overflow > 0 {
                overflow -= 1
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
