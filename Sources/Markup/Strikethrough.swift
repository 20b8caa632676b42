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
        var stack: [(start: Inline?, children: [Inline])] = [(nil, [])]
        for (index, inline) in inlines.enumerated() {
            guard let partner = partners[index] else {
                Self.append(inline, to: &stack[stack.count - 1].children, joins: marks.contains(index))
                continue
            }
            if partner > index {
                stack.append((inline, []))
            } else if let (start, children) = stack.popLast(), let start {
                let range = SourceRange(start.range.lower, inline.range.upper)
                stack[stack.count - 1].children.append(Inline(.strikethrough(children), at: range))
            }
        }
        return stack[0].children
    }

    /// Text that was divided for tildes that turned out to be text is one again.
    private static func append(_ inline: Inline, to children: inout [Inline], joins: Bool) {
        guard case .text(let text) = inline.kind, let last = children.last, case .text(let before) = last.kind,
            last.range.upper == inline.range.lower, joins || before.hasSuffix("~~")
        else {
            children.append(inline)
            return
        }
        children[children.count - 1] = Inline(.text(before + text), at: last.range.union(inline.range))
    }
}
