import Diagnostics

/// Builds the inlines of one paragraph, heading or table cell from libcmark's nodes.
///
/// libcmark's own columns of inlines are wrong after continuation lines, in nested blocks and around delimiters. But
/// its tree says in which order what was read, so a cursor can follow it through the text: every node takes from the
/// text exactly what CommonMark says it is written with.
struct InlineBuilder {
    /// Emphasis, links and images in one another beyond this are left out, their text is kept: the tree must be safe to
    /// walk and to free by recursion.
    static let deepest = 64

    private let content: LeafContent
    private let text: EditedText
    private let reading: Reading
    private var marker: [UInt8] { reading.marker }
    private let links: LinkSyntax
    private var bytes: [UInt8] { content.bytes }
    /// Where the cursor stands in the content.
    private var position: Int
    private var frames: [Frame] = [Frame(node: nil, start: 0)]
    /// How many nodes that got no frame are open.
    private var overflow = 0
    /// The last character that the reader sees before the cursor.
    private var lastScalar: Unicode.Scalar?
    /// Where attributes end that belong to the image before the cursor.
    private var pendingAttributes: Int?
    /// Where the last place was found, in the content and in the edited text.
    private var line = 0
    private var segment = 0

    private struct Frame {
        var node: CMarkNode?
        var start: Int
        var children: [Inline] = []
        var strikethrough = Strikethrough()
    }

    init(_ content: LeafContent, from start: Int, _ text: EditedText, _ reading: Reading) {
        self.content = content
        self.text = text
        self.reading = reading
        self.links = LinkSyntax(content.bytes)
        position = start
    }

    /// The inlines of `leaf`.
    mutating func build(_ leaf: CMarkNode, _ state: inout DocumentState) -> [Inline] {
        for event in CMarkWalk(below: leaf) {
            switch event {
            case .enter(let node): enter(node, leaf, &state)
            case .leave(let node): leave(node, &state)
            }
        }
        return struck(frames[0], &state)
    }

    private mutating func enter(_ node: CMarkNode, _ leaf: CMarkNode, _ state: inout DocumentState) {
        let start = position
        switch node.kind {
        case .text: addText(node, &state)
        case .softBreak, .lineBreak: addBreak(node, leaf, state)
        case .inlineCode:
            skipCode()
            add(.code(visible(node.literal)), from: start)
        case .inlineHTML:
            let literal = node.literal
            position += bytes.holds(literal, at: position) ? literal.count : 0
            add(.html(reading.text(literal)), from: start)
        case .emphasis: open(node, skipping: 1, &state)
        case .strong: open(node, skipping: 2, &state)
        case .link: open(node, skipping: 1, &state)
        case .image:
            if let formula = reading.formula(at: node.destination) {
                add(formula, &state)
            } else {
                open(node, skipping: 2, &state)
            }
        default: break
        }
    }

    /// The formula whose placeholder stands at the cursor.
    private mutating func add(_ formula: PlannedFormula, _ state: inout DocumentState) {
        let start = position
        while position < bytes.count, bytes[position] != 0x29 { position += 1 }
        position = min(position + 1, bytes.count)
        lastScalar = nil
        let place = range(start, position)
        let parsed = state.formula(formula.source, isDisplay: formula.isDisplay, at: place, in: reading.source)
        add(.formula(parsed), from: start)
    }

    private mutating func open(_ node: CMarkNode, skipping count: Int, _ state: inout DocumentState) {
        if overflow > 0 || frames.count > Self.deepest {
            if overflow == 0 { state.tooDeep(limit: Self.deepest, at: range(position, position + count)) }
            overflow += 1
        } else {
            frames.append(Frame(node: node, start: position))
        }
        position = min(position + count, bytes.count)
    }

    /// The children of a container, with what is struck through.
    private func struck(_ frame: Frame, _ state: inout DocumentState) -> [Inline] {
        frame.strikethrough.paired(frame.children, deepest: Self.deepest) {
            state.tooDeep(limit: Self.deepest, at: $0)
        }
    }

    private mutating func leave(_ node: CMarkNode, _ state: inout DocumentState) {
        switch node.kind {
        case .emphasis: position += 1
        case .strong: position += 2
        case .link, .image:
            if node.kind == .image, reading.formula(at: node.destination) != nil { return }
            // An autolink ends with `>`, others with `]` and a tail.
            position += 1
            if position <= bytes.count, bytes[position - 1] == 0x5D { position = links.endOfTail(at: position) }
        default: return
        }
        position = min(position, bytes.count)
        if overflow > 0 {
            overflow -= 1
            return
        }
        guard frames.count > 1, let frame = frames.popLast() else { return }
        let children = struck(frame, &state)
        let kind: Inline.Kind =
            switch node.kind {
            case .emphasis: .emphasis(children)
            case .strong: .strong(children)
            case .link:
                .link(destination: reading.text(node.destination), title: reading.text(node.title), children)
            default:
                .image(
                    source: reading.text(node.destination), title: reading.text(node.title), alt: children.plainText)
            }
        add(kind, from: frame.start)
        if node.kind == .image { finishImage(&state) }
    }

    /// An image takes the attributes that follow it, and must have a text for those who do not see it.
    private mutating func finishImage(_ state: inout DocumentState) {
        lastScalar = nil
        let last = frames[frames.count - 1].children.count - 1
        guard case .image(let source, let title, let alt, _) = frames[frames.count - 1].children[last].kind else {
            return
        }
        var range = frames[frames.count - 1].children[last].range
        if reading.extensions.contains(.attributes) {
            if alt.allSatisfy(\.isWhitespace) { state.report(.missingAlternativeText(source: source), at: range) }
            if let (attributes, end) = Attributes.parse(bytes, at: position),
                // Nothing that libcmark would read otherwise, so that the text behind the image begins with it, and no
                // line break, which is a node of its own.
                !bytes[position..<end].contains(where: {
                    [0x0A, 0x0D, 0x5C, 0x26, 0x2A, 0x3C, 0x5B, 0x60].contains($0)
                })
            {
                range.upper = max(range.upper, self.range(position, end).upper)
                // libcmark has the braces in the text that follows.
                pendingAttributes = end
                frames[frames.count - 1].children[last] = Inline(
                    .image(source: source, title: title, alt: alt, attributes: attributes), at: range)
            }
        }
    }

    private mutating func add(_ kind: Inline.Kind, from start: Int) {
        let place = range(start, position)
        frames[frames.count - 1].children.append(Inline(kind, at: place))
    }

    private mutating func range(_ lower: Int, _ upper: Int) -> SourceRange {
        let edited = content.editedRange(lower, upper, near: &line)
        return text.range(edited.lower, edited.upper, near: &segment)
    }

    /// What the reader sees of a literal, remembered for the line breaks around it.
    private mutating func visible(_ literal: [UInt8]) -> String {
        let string = reading.text(literal)
        remember(string)
        return string
    }

    private mutating func remember(_ string: String) {
        if let last = string.unicodeScalars.last(where: { !CharacterClass.isVariationSelector($0) }) {
            lastScalar = last
        }
    }

    private mutating func skipCode() {
        var ticks = 0
        while position < bytes.count, bytes[position] == 0x60 {
            position += 1
            ticks += 1
        }
        while position < bytes.count {
            var run = 0
            while position < bytes.count, bytes[position] == 0x60 {
                position += 1
                run += 1
            }
            if run == ticks { return }
            if run == 0 { position += 1 }
        }
    }

    // MARK: Text

    /// A text node: its literal and the source are gone through side by side, since escapes and character references
    /// are longer in the source. Where a footnote is referred to, the node is divided.
    private mutating func addText(_ node: CMarkNode, _ state: inout DocumentState) {
        let literal = node.literal
        // An autolink's text has no escapes.
        let isVerbatim = node.parent?.kind == .link && position > 0 && bytes[position - 1] == 0x3C
        var piece: [UInt8] = []
        var start = position
        var index = 0
        // libcmark leaves a lazy line its indentation where link definitions before it were taken away.
        while frames.count == 1, frames[0].children.isEmpty, index < literal.count, position < bytes.count,
            literal[index] == bytes[position], literal[index] == 0x20 || literal[index] == 0x09
        {
            index += 1
            position += 1
            start = position
        }
        if let end = pendingAttributes {
            pendingAttributes = nil
            index += skipAttributes(to: end, in: literal)
            start = position
        }
        while index < literal.count, position < bytes.count {
            let byte = literal[index]
            if byte == bytes[position], !Self.isSpecial(byte), byte != marker.first {
                // The common case, on its own for speed.
                piece.append(byte)
                index += 1
                position += 1
            } else if !marker.isEmpty, literal.holds(marker, at: index), bytes.holds(marker, at: position) {
                index += marker.count
                position += marker.count
            } else if !isVerbatim, let label = reference(in: literal, at: index) {
                let referenceStart = position
                let length = label.utf8.count + marker.count + 3
                let isNested = isAtLineStart(referenceStart) && isFollowedByDefinition(referenceStart + length)
                let place = range(referenceStart, referenceStart + length)
                if let note = state.footnotes.refer(to: label, at: place, isNestedDefinition: isNested) {
                    flush(&piece, from: start)
                    position = referenceStart + length
                    add(.footnote(label: label, number: note.number, occurrence: note.occurrence), from: referenceStart)
                    start = position
                } else {
                    piece += Array("[^\(label)]".utf8)
                    position = referenceStart + length
                }
                index += length
            } else if byte == 0x7E, bytes[position] == 0x7E, let run = tildes(), literal.holds(run, at: index) {
                let count = run.count
                if count == 2, !isVerbatim, reading.extensions.contains(.strikethrough) {
                    flush(&piece, from: start)
                    addStrikethroughMark()
                    start = position
                } else {
                    piece += run
                    position += count
                }
                index += count
            } else if byte == 0x7B, !isVerbatim, reading.extensions.contains(.ruby),
                let (groups, end) = Ruby.parse(bytes, at: position),
                literal.holds(Array(bytes[position..<end]), at: index)
            {
                flush(&piece, from: start)
                let rubyStart = position
                index += end - position
                position = end
                remember(groups.map(\.base).joined())
                add(.ruby(groups), from: rubyStart)
                start = position
            } else {
                let (taken, given) = step(literal, index, isVerbatim, &state)
                piece += literal[index..<index + given]
                position += taken
                index += given
            }
        }
        flush(&piece, from: start)
    }

    /// What begins something, or is written otherwise than it is read.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x5B || byte == 0x5C || byte == 0x26 || byte == 0x7E || byte == 0x7B
    }

    /// The run of tildes at the cursor; `nil` where a tilde before it is part of the same one.
    private func tildes() -> [UInt8]? {
        if position > 0, bytes[position - 1] == 0x7E, !(position > 1 && bytes[position - 2] == 0x5C) { return nil }
        return Array(bytes[position...].prefix { $0 == 0x7E })
    }

    private mutating func addStrikethroughMark() {
        let flanking = EmphasisFlanking(of: position..<position + 2, in: bytes, from: 0)
        let frame = frames.count - 1
        frames[frame].strikethrough.add(
            Strikethrough.Delimiter(
                index: frames[frame].children.count, opens: flanking.opens, closes: flanking.closes))
        position += 2
        add(.text("~~"), from: position - 2)
    }

    /// Goes over attributes in the text behind an image. Says how many bytes of the literal they take.
    private mutating func skipAttributes(to end: Int, in literal: [UInt8]) -> Int {
        let count = end - position
        guard count > 0, literal.holds(Array(bytes[position..<end]), at: 0) else { return 0 }
        position = end
        return count
    }

    /// How many bytes of the source the next bytes of the literal were written with.
    private func step(
        _ literal: [UInt8], _ index: Int, _ isVerbatim: Bool, _ state: inout DocumentState
    ) -> (taken: Int, given: Int) {
        let byte = bytes[position]
        if byte == 0x5C, !isVerbatim, position + 1 < bytes.count, CharacterClass.isASCIIPunctuation(bytes[position + 1])
        {
            return (2, 1)
        }
        if byte == 0x26, let (count, decoded) = state.entities.decode(bytes, at: position),
            literal.holds(decoded, at: index)
        {
            return (count, decoded.count)
        }
        return (1, 1)
    }

    private mutating func flush(_ piece: inout [UInt8], from start: Int) {
        guard !piece.isEmpty else { return }
        let string = String(decoding: piece, as: UTF8.self)
        remember(string)
        add(.text(string), from: start)
        piece = []
    }

    /// The label of `[^label]` at `index` of a literal, where the scan before parsing marked it in the source.
    private func reference(in literal: [UInt8], at index: Int) -> String? {
        guard !marker.isEmpty, literal[index] == 0x5B, bytes[position] == 0x5B else { return nil }
        let labelStart = index + marker.count + 2
        guard literal.holds(marker, at: index + 1), labelStart < literal.count, literal[labelStart - 1] == 0x5E,
            bytes.holds(marker, at: position + 1),
            let end = literal[labelStart...].firstIndex(of: 0x5D),
            bytes.holds(Array(literal[index...end]), at: position)
        else { return nil }
        return String(decoding: literal[labelStart..<end], as: UTF8.self)
    }

    private func isAtLineStart(_ position: Int) -> Bool { position == 0 || bytes[position - 1] == 0x0A }

    private func isFollowedByDefinition(_ position: Int) -> Bool {
        bytes.holds(marker + [0x3A], at: position)
    }

    // MARK: Line breaks

    /// The white space around a line break, and what it means: nothing between two East Asian letters other than
    /// Hangul, which are written without spaces; else a space, or a break that the author asked for.
    private mutating func addBreak(_ node: CMarkNode, _ leaf: CMarkNode, _ state: DocumentState) {
        let start = position
        if node.kind == .lineBreak, position < bytes.count, bytes[position] == 0x5C { position += 1 }
        while position < bytes.count, bytes[position] != 0x0A, CharacterClass.isASCIISpace(bytes[position]) {
            position += 1
        }
        // The break itself belongs to the range; the containers' part of the next line does not.
        let lineEnd = content.edited(position, near: &line)
        let end = text.upper(lineEnd + (text.bytes.holds([0x0D, 0x0A], at: lineEnd) ? 2 : 1))
        let isEscaped = position > start && bytes[position - 1] == 0x5C
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        while !isEscaped, position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        let lower = range(start, start).lower
        let place = SourceRange(lower, max(lower, end))
        if node.kind == .lineBreak {
            lastScalar = nil
            frames[frames.count - 1].children.append(Inline(.lineBreak, at: place))
        } else if !reading.extensions.contains(.eastAsian)
            || !Self.joins(lastScalar, scalar(after: node, in: leaf, state))
        {
            lastScalar = nil
            frames[frames.count - 1].children.append(Inline(.softBreak, at: place))
        }
    }

    /// Whether lines that end and begin so are one text without a blank: East Asian characters on both sides, or
    /// punctuation that brings its own white space on one.
    private static func joins(_ last: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        guard let last, let next else { return false }
        return isUnspaced(last) && isUnspaced(next) || CharacterClass.isFullWidthPunctuation(last)
            || CharacterClass.isFullWidthPunctuation(next)
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        CharacterClass.isEastAsianWide(scalar) && !CharacterClass.isHangul(scalar)
    }

    /// The first character that the reader sees after a line break, within whatever inlines.
    private func scalar(after node: CMarkNode, in leaf: CMarkNode, _ state: DocumentState) -> Unicode.Scalar? {
        var walk = CMarkWalk(below: leaf, after: node)
        while let event = walk.next() {
            guard case .enter(let next) = event else { continue }
            switch next.kind {
            case .softBreak, .lineBreak, .image: return nil
            case .inlineHTML: continue
            case .inlineCode, .text:
                if let scalar = Self.firstScalar(next.literal, marker, state.footnotes) { return scalar }
            default: continue
            }
        }
        return nil
    }

    /// Of a literal, references to footnotes at its beginning left out.
    private static func firstScalar(_ literal: [UInt8], _ marker: [UInt8], _ notes: FootnoteRegister) -> Unicode.Scalar?
    {
        var index = 0
        while let (scalar, _) = literal.scalar(at: index) {
            if !marker.isEmpty, literal.holds(marker, at: index) {
                index += marker.count
            } else if scalar == "~", literal.holds([0x7E, 0x7E], at: index) {
                index += 2
            } else if scalar == "{", let (groups, _) = Ruby.parse(literal, at: index) {
                return groups.first?.base.unicodeScalars.first
            } else if scalar == "[", !marker.isEmpty, literal.holds(marker, at: index + 1),
                let end = literal[index...].firstIndex(of: 0x5D), end > index + marker.count + 2,
                notes.isDefined(String(decoding: literal[(index + marker.count + 2)..<end], as: UTF8.self))
            {
                index = end + 1
            } else {
                return scalar
            }
        }
        return nil
    }
}

extension [Inline] {
    /// The text alone, as an image's alternative text and a heading's anchor need it.
    package var plainText: String {
        reduce(into: "") { text, inline in
            switch inline.kind {
            case .text(let string), .code(let string): text += string
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                text += children.plainText
            case .image(_, _, let alt, _): text += alt
            case .formula(let formula): text += formula.source
            case .ruby(let groups): text += groups.map(\.base).joined()
            case .softBreak, .lineBreak: text += " "
            case .html, .footnote, .task: break
            }
        }
    }
}
