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
    private let marker: [UInt8]
    private let links: LinkSyntax
    private var bytes: [UInt8] { content.bytes }
    /// Where the cursor stands in the content.
    private var position: Int
    private var frames: [Frame] = [Frame(node: nil, start: 0)]
    /// How many nodes that got no frame are open.
    private var overflow = 0
    /// The last character that the reader sees before the cursor.
    private var lastScalar: Unicode.Scalar?

    private struct Frame {
        var node: CMarkNode?
        var start: Int
        var children: [Inline] = []
    }

    init(_ content: LeafContent, from start: Int, _ text: EditedText, marker: [UInt8]?) {
        self.content = content
        self.text = text
        self.marker = marker ?? []
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
        return frames[0].children
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
            add(.html(literal.text(without: marker)), from: start)
        case .emphasis: open(node, skipping: 1, &state)
        case .strong: open(node, skipping: 2, &state)
        case .link: open(node, skipping: 1, &state)
        case .image: open(node, skipping: 2, &state)
        default: break
        }
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

    private mutating func leave(_ node: CMarkNode, _ state: inout DocumentState) {
        switch node.kind {
        case .emphasis: position += 1
        case .strong: position += 2
        case .link, .image:
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
        let children = frame.children
        let kind: Inline.Kind =
            switch node.kind {
            case .emphasis: .emphasis(children)
            case .strong: .strong(children)
            case .link:
                .link(
                    destination: node.destination.text(without: marker), title: node.title.text(without: marker),
                    children)
            default:
                .image(
                    source: node.destination.text(without: marker), title: node.title.text(without: marker),
                    alt: children.plainText)
            }
        if node.kind == .image { lastScalar = nil }
        add(kind, from: frame.start)
    }

    private mutating func add(_ kind: Inline.Kind, from start: Int) {
        frames[frames.count - 1].children.append(Inline(kind, at: range(start, position)))
    }

    private func range(_ lower: Int, _ upper: Int) -> SourceRange {
        let edited = content.editedRange(lower, upper)
        return text.range(edited.lower, edited.upper)
    }

    /// What the reader sees of a literal, remembered for the line breaks around it.
    private mutating func visible(_ literal: [UInt8]) -> String {
        let string = literal.text(without: marker)
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
        while index < literal.count, position < bytes.count {
            let byte = literal[index]
            if byte == bytes[position], byte != 0x5B, byte != 0x5C, byte != 0x26, byte != marker.first {
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
            } else {
                let (taken, given) = step(literal, index, isVerbatim, &state)
                piece += literal[index..<index + given]
                position += taken
                index += given
            }
        }
        flush(&piece, from: start)
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
        let lineEnd = content.edited(position)
        let end = text.upper(lineEnd + (text.bytes.holds([0x0D, 0x0A], at: lineEnd) ? 2 : 1))
        let isEscaped = position > start && bytes[position - 1] == 0x5C
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        while !isEscaped, position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        let lower = range(start, start).lower
        let place = SourceRange(lower, max(lower, end))
        if node.kind == .lineBreak {
            lastScalar = nil
            frames[frames.count - 1].children.append(Inline(.lineBreak, at: place))
        } else if !(lastScalar.map(Self.isUnspaced) ?? false)
            || !(scalar(after: node, in: leaf, state).map(Self.isUnspaced) ?? false)
        {
            lastScalar = nil
            frames[frames.count - 1].children.append(Inline(.softBreak, at: place))
        }
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
            case .emphasis(let children), .strong(let children), .link(_, _, let children): text += children.plainText
            case .image(_, _, let alt): text += alt
            case .softBreak, .lineBreak: text += " "
            case .html, .footnote: break
            }
        }
    }
}
