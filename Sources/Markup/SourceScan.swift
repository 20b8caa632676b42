import Diagnostics

/// What a first look at the text finds, without knowing its blocks: where libcmark needs a marker to read it as we do,
/// and what may be a footnote's definition.
struct SourceScan {
    /// A change that is made wherever the text is copied, in code too: there it is undone afterwards.
    struct Edit {
        var range: SourceRange
        var replacement: [UInt8]
    }
    /// `[^label]:` at the margin.
    struct Definition {
        var label: String
        var labelRange: SourceRange
        /// From the beginning of the line to the first character of the note.
        var range: SourceRange
    }

    /// By place.
    private(set) var edits: [Edit] = []
    private(set) var definitions: [Definition] = []
    /// For each definition, the mark that keeps libcmark from taking it for a link's, should it be no footnote's.
    private(set) var definitionEdits: [[Edit]] = []
    /// The list marker that stands for a definition's label while libcmark parses: a kind that the text does not use.
    private(set) var listMarker: [UInt8] = []
    /// Empty without one.
    let marker: [UInt8]

    /// How long a label may be, in bytes.
    private static let longestLabel = 200

    init(_ bytes: [UInt8], from start: Int, marker: [UInt8]?, _ extensions: MarkdownExtensions) {
        self.marker = marker ?? []
        let emphasisMarker = extensions.contains(.eastAsian) ? marker : nil
        let labelMarker = extensions.contains(.footnotes) ? marker : nil
        var lineStart = start
        var usesPlus = false
        var usesParenthesis = false
        var isAtMargin = true
        var isInNumber = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x00:
                // libcmark replaces it as well, but would not tell of the two bytes more.
                edits.append(Edit(range: SourceRange(index, index + 1), replacement: [0xEF, 0xBF, 0xBD]))
                index += 1
            case 0x5C:
                index += index + 1 < bytes.count && CharacterClass.isASCIIPunctuation(bytes[index + 1]) ? 2 : 1
            case 0x2A:
                let run = index
                while index < bytes.count, bytes[index] == 0x2A { index += 1 }
                if let emphasisMarker { mark(run..<index, in: bytes, from: start, with: emphasisMarker) }
            case 0x5B:
                if let marker = labelMarker, let end = Self.endOfLabel(bytes, at: index) {
                    let indent = isAtMargin ? index - lineStart : .max
                    foundLabel(in: bytes, at: index, to: end, lineStart: lineStart, indent: indent, marker: marker)
                    index = end
                } else {
                    index += 1
                }
            default:
                if byte == 0x2B, isAtMargin { usesPlus = true }
                if byte == 0x29, isInNumber { usesParenthesis = true }
                index += 1
            }
            if byte == 0x0A || byte == 0x0D {
                lineStart = index
                isAtMargin = true
                isInNumber = false
            } else if byte != 0x20 {
                isInNumber = (isAtMargin || isInNumber) && 0x30...0x39 ~= byte
                isAtMargin = false
            }
        }
        if let marker { edits = edits.merged(with: DepthGuard(bytes, from: start, marker: marker).edits) }
        listMarker = Array((!usesPlus ? "+   " : !usesParenthesis ? "1)  " : "1.  ").utf8)
    }

    private mutating func mark(_ run: Range<Int>, in bytes: [UInt8], from start: Int, with marker: [UInt8]) {
        let flanking = EmphasisFlanking(of: run, in: bytes, from: start)
        if flanking.opensAsAmended { edits.append(Edit(range: SourceRange(at: run.lowerBound), replacement: marker)) }
        if flanking.closesAsAmended { edits.append(Edit(range: SourceRange(at: run.upperBound), replacement: marker)) }
    }

    /// `[^label]` from `start` to `end`.
    private mutating func foundLabel(
        in bytes: [UInt8], at start: Int, to end: Int, lineStart: Int, indent: Int, marker: [UInt8]
    ) {
        let isDefinition = end < bytes.count && bytes[end] == 0x3A
        var marks = [Edit(range: SourceRange(at: start + 1), replacement: marker)]
        // Or libcmark would swallow it as a link's definition.
        if isDefinition { marks.append(Edit(range: SourceRange(at: end), replacement: marker)) }
        guard isDefinition, indent <= 3 else {
            edits += marks
            return
        }
        var text = end + 1
        while text < bytes.count, bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
        definitions.append(
            Definition(
                label: String(decoding: bytes[start + 2..<end - 1], as: UTF8.self), labelRange: SourceRange(start, end),
                range: SourceRange(lineStart, text)))
        definitionEdits.append(marks)
    }

    /// Where the `[^label]` ends that begins at `start`. A label has no white space, no brackets, and nothing that
    /// Markdown would read otherwise.
    private static func endOfLabel(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start + 1] == 0x5E else { return nil }
        var index = start + 2
        while index < bytes.count, index - start <= longestLabel {
            switch bytes[index] {
            case 0x5D: return index > start + 2 ? index + 1 : nil
            case 0x00...0x20, 0x21, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x60, 0x7F: return nil
            default: index += 1
            }
        }
        return nil
    }
}

extension [SourceScan.Edit] {
    /// Both, by place, which each is already; at one place the receiver's come first.
    func merged(with others: [SourceScan.Edit]) -> [SourceScan.Edit] {
        if others.isEmpty { return self }
        if isEmpty { return others }
        var result: [SourceScan.Edit] = []
        result.reserveCapacity(count + others.count)
        var index = 0
        for edit in self {
            while index < others.count, others[index].range.lower < edit.range.lower {
                result.append(others[index])
                index += 1
            }
            result.append(edit)
        }
        result += others[index...]
        return result
    }
}
