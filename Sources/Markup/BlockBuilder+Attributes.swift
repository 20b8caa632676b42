import Diagnostics

/// Labels, captions and tasks: what stands in the text of blocks and belongs to the blocks.
extension BlockBuilder {
    /// A heading's id: the one that its text ends with, `{#id}`, or one made of its text.
    func anchor(takenFrom inlines: inout [Inline], _ state: inout DocumentState) -> String {
        guard reading.extensions.contains(.attributes), let (text, attributes) = trailingAttributes(of: inlines),
            let label = attributes.label
        else { return state.anchors.anchor(for: inlines.plainText) }
        let last = inlines[inlines.count - 1]
        inlines[inlines.count - 1] = text
        if case .text("") = text.kind { inlines.removeLast() }
        if state.anchors.claim(label) { return label }
        state.report(.duplicateAnchor(label), at: last.range)
        return state.anchors.anchor(for: label)
    }

    /// The last inline without the attributes that it ends with.
    private func trailingAttributes(of inlines: [Inline]) -> (text: Inline, attributes: Attributes)? {
        guard let last = inlines.last, case .text(let string) = last.kind else { return nil }
        let bytes = Array(string.utf8)
        guard let start = Attributes.startOfTrailing(in: bytes), let parsed = Attributes.parse(bytes, at: start),
            reading.holds(string.utf8Suffix(from: start), at: last.range.upper - (bytes.count - start)),
            last.range.upper - (bytes.count - start) == last.range.lower
                || reading.source[last.range.upper - (bytes.count - start) - 1] != 0x5C
        else { return nil }
        var end = start
        while end > 0, CharacterClass.isASCIISpace(bytes[end - 1]) { end -= 1 }
        let upper = last.range.upper - (bytes.count - end)
        let text = Inline(
            .text(String(decoding: bytes[..<end], as: UTF8.self)),
            at: SourceRange(last.range.lower, max(last.range.lower, upper)))
        return (text, parsed.attributes)
    }

    /// The table `block` with its caption, if `caption` is a paragraph that begins with a colon.
    func captioned(_ block: Block?, by caption: Block) -> Block? {
        guard reading.extensions.contains(.tables), let block, case .table(var table) = block.kind,
            table.caption == nil, case .paragraph(var inlines) = caption.kind, let first = inlines.first,
            case .text(let text) = first.kind, text.hasPrefix(": "), reading.holds(": ", at: first.range.lower)
        else { return nil }
        if let (last, attributes) = trailingAttributes(of: inlines) {
            inlines[inlines.count - 1] = last
            table.label = attributes.label
        }
        guard case .text(let start) = inlines[0].kind else { return nil }
        inlines[0] = Inline(
            .text(String(start.dropFirst(2))),
            at: SourceRange(min(first.range.lower + 2, inlines[0].range.upper), inlines[0].range.upper))
        table.caption = inlines.filter { if case .text("") = $0.kind { false } else { true } }
        return Block(.table(table), at: block.range.union(caption.range))
    }

    /// An item with a box in the place of its first `[ ]` or `[x]`.
    func withTask(_ blocks: [Block]) -> [Block] {
        guard reading.extensions.contains(.taskLists), case .paragraph(var inlines)? = blocks.first?.kind,
            let first = inlines.first, case .text(let text) = first.kind, text.utf8.count >= 4,
            ["[ ] ", "[x] ", "[X] "].contains(text.prefix(4)), reading.holds(text.prefix(4), at: first.range.lower)
        else { return blocks }
        let rest = text.dropFirst(4)
        let lower = first.range.lower
        inlines[0] = Inline(.text(String(rest)), at: SourceRange(lower + 4, first.range.upper))
        if rest.isEmpty { inlines.removeFirst() }
        let isDone = text.dropFirst().first != " "
        inlines.insert(Inline(.task(isDone: isDone), at: SourceRange(lower, lower + 3)), at: 0)
        var blocks = blocks
        blocks[0] = Block(.paragraph(inlines), at: blocks[0].range)
        return blocks
    }

    /// The language of a fence and the attributes behind it.
    func language(_ info: String) -> (language: String, attributes: Attributes) {
        guard reading.extensions.contains(.attributes), let brace = info.firstIndex(of: "{") else {
            return (String(info.prefix { !$0.isWhitespace }), Attributes())
        }
        let attributes = Attributes.parse(String(info[brace...])) ?? Attributes()
        let word = info[..<brace].prefix { !$0.isWhitespace }
        return (word.isEmpty ? attributes.classes.first ?? "" : String(word), attributes)
    }
}

extension String {
    fileprivate func utf8Suffix(from offset: Int) -> String { String(decoding: Array(utf8)[offset...], as: UTF8.self) }
}
