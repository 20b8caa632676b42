import Diagnostics

/// Divisions: what stands between a line that opens one and the line that closes it, in one and the same container.
extension BlockBuilder {
    /// A line of a division, or a formula on lines of its own, in the container that holds `node`.
    func take(
        _ token: BlockScan.Token, in node: CMarkNode, _ frames: inout [Frame], isTooDeep: Bool,
        _ state: inout DocumentState
    ) {
        let last = frames.count - 1
        switch token.kind {
        case .formula(let place):
            append(formula(place, node, token.range, &state), to: &frames[last])
        case .opening(let head):
            if isTooDeep || frames.count > Self.deepest {
                state.tooDeep(limit: Self.deepest, at: token.range)
                frames[last].ignoredDivisions += 1
            } else {
                var frame = Frame(node: frames[last].node)
                frame.division = (head, token.range)
                frame.range = token.range
                frames.append(frame)
            }
        case .closing:
            if frames[last].ignoredDivisions > 0 {
                frames[last].ignoredDivisions -= 1
            } else if frames[last].division != nil, let frame = frames.popLast() {
                close(frame, at: token.range, into: &frames[last - 1], &state)
            } else {
                state.report(.strayDivisionEnd, at: token.range)
                let text = Inline(.text(String(decoding: source(token.range), as: UTF8.self)), at: token.range)
                append(Block(.paragraph([text]), at: token.range), to: &frames[last])
            }
        }
    }

    private func source(_ range: SourceRange) -> ArraySlice<UInt8> { reading.source[range.lower..<range.upper] }

    /// Closes the divisions that the end of their container leaves open.
    func closeDivisions(in node: CMarkNode, _ frames: inout [Frame], _ state: inout DocumentState) {
        while frames.count > 1, let division = frames[frames.count - 1].division, frames[frames.count - 1].node == node
        {
            state.report(.unclosedDivision(name: division.head.name), at: division.range)
            let frame = frames.removeLast()
            close(frame, at: nil, into: &frames[frames.count - 1], &state)
        }
    }

    private func close(_ frame: Frame, at end: SourceRange?, into parent: inout Frame, _ state: inout DocumentState) {
        guard let (head, headRange) = frame.division else { return }
        var kind = Division.Kind(name: head.name)
        if kind == nil, !head.name.isEmpty {
            let known = Division.Kind.names.values.joined().sorted()
            state.report(
                .unknownDivision(head.name, nearest: Spelling.nearest(to: head.name, among: known)), at: headRange)
        }
        if kind == nil { kind = head.isFolded == true ? .fold : .other }
        let title = head.title.isEmpty ? [] : [Inline(.text(head.title), at: head.titleRange)]
        let division = Division(
            kind: kind ?? .other, title: title, isFolded: head.isFolded ?? kind?.isFolded ?? false,
            label: head.attributes.label, blocks: frame.blocks, headRange: headRange)
        let range = (frame.range ?? headRange).union(end ?? headRange)
        append(Block(.division(division), at: range), to: &parent)
    }

    /// The division that a quote is if it begins with a line `[!NOTE] title`; `-` after the bracket folds it.
    func alert(_ blocks: [Block], _ range: SourceRange) -> Division? {
        guard case .paragraph(let inlines)? = blocks.first?.kind, case .text(let text)? = inlines.first?.kind,
            text.hasPrefix("[!"), let bracket = text.firstIndex(of: "]"),
            let kind = Division.Kind(name: String(text[text.index(text.startIndex, offsetBy: 2)..<bracket]))
        else { return nil }
        let lower = inlines[0].range.lower
        var head = text[...bracket]
        var isFolded = kind.isFolded
        if let sign = text[head.endIndex...].first, sign == "-" || sign == "+" {
            isFolded = sign == "-"
            head = text[...head.endIndex]
        }
        let tail = text[head.endIndex...].drop { $0 == " " }
        head = text[..<tail.startIndex]
        guard tail.isEmpty || head.last == " ", reading.holds(head, at: lower) else { return nil }

        let bytes = reading.source
        let lineEnd = bytes[lower...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        var title = Array(inlines.prefix { $0.range.lower < lineEnd })
        var rest = Array(inlines[title.count...])
        // The line break itself belongs to neither. One that the author asked for makes the line a part of the text.
        if case .softBreak? = title.last?.kind { title.removeLast() }
        while case .softBreak? = rest.first?.kind { rest.removeFirst() }
        guard title.allSatisfy({ $0.range.upper <= lineEnd }) else { return nil }
        if case .lineBreak? = title.last?.kind { return nil }
        if case .lineBreak? = rest.first?.kind { return nil }
        let headRange = SourceRange(lower, title.last?.range.upper ?? lower + head.utf8.count)
        title[0] = Inline(.text(String(tail)), at: SourceRange(lower + head.utf8.count, title[0].range.upper))
        if tail.isEmpty { title.removeFirst() }
        var body = Array(blocks.dropFirst())
        if let first = rest.first, let last = rest.last {
            body.insert(Block(.paragraph(rest), at: SourceRange(first.range.lower, last.range.upper)), at: 0)
        }
        return Division(kind: kind, title: title, isFolded: isFolded, blocks: body, headRange: headRange)
    }

    /// A formula between two lines: what the file has there, without the part of quotes and lists.
    private func formula(
        _ place: BlockScan.FormulaPlace, _ node: CMarkNode, _ range: SourceRange, _ state: inout DocumentState
    ) -> Block {
        var source = String(decoding: self.source(place.text), as: UTF8.self)
        if node.parent?.kind != .document, let first = node.literal.firstIndex(of: 0x3C) {
            // libcmark has taken the containers' part away; what stands for the dollars goes too.
            let literal = node.literal[first...].dropFirst(2 + reading.marker.count).drop { 0x30...0x39 ~= $0 }
            let end = literal.lastIndex(of: 0x3F) ?? literal.endIndex
            source = reading.text(Array(literal[..<end]))
        }
        let formula = state.formula(source, isDisplay: true, at: range, in: reading.source)
        return Block(.formula(formula, label: place.label), at: range)
    }

    /// The formula that a paragraph is if it has nothing but one in double dollars, and perhaps its `{#label}`.
    func formulaBlock(_ inlines: [Inline], _ range: SourceRange) -> Block? {
        guard 1...2 ~= inlines.count, case .formula(let formula) = inlines[0].kind, formula.isDisplay else {
            return nil
        }
        guard inlines.count == 2 else { return Block(.formula(formula, label: nil), at: range) }
        guard case .text(let text) = inlines[1].kind, reading.holds(text, at: inlines[1].range.lower),
            let label = Attributes.parse(text)?.label
        else { return nil }
        return Block(.formula(formula, label: label), at: range)
    }
}
