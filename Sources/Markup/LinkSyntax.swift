/// The parts of links as libcmark scans them, needed to know where in the text they end: libcmark's own columns are
/// wrong after a title that spans lines, and it does not say how many lines definitions took from a paragraph.
struct LinkSyntax {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Where the definitions at the beginning of a paragraph end.
    func endOfDefinitions() -> Int {
        var position = 0
        while byte(position) == 0x5B, let end = endOfDefinition(at: position) { position = end }
        return position
    }

    /// The end of a link's tail: `(…)`, `[label]`, `[]` or nothing, after the `]` before `position`.
    func endOfTail(at position: Int) -> Int {
        if byte(position) == 0x28, let end = endOfResource(at: position) { return end }
        return endOfLabel(at: position)?.end ?? position
    }

    /// `(destination "title")`
    private func endOfResource(at position: Int) -> Int? {
        let start = skipWhiteSpace(position + 1)
        guard let destinationEnd = endOfDestination(at: start) else { return nil }
        let titleStart = skipWhiteSpace(destinationEnd)
        let titleEnd = titleStart == destinationEnd ? titleStart : endOfTitle(at: titleStart) ?? titleStart
        let end = skipWhiteSpace(titleEnd)
        return byte(end) == 0x29 ? end + 1 : nil
    }

    /// `[label]: destination "title"` and its line break.
    private func endOfDefinition(at start: Int) -> Int? {
        guard let label = endOfLabel(at: start), !label.isBlank, byte(label.end) == 0x3A,
            let destinationEnd = endOfDestination(at: skipSpacesAndLineBreak(label.end + 1))
        else { return nil }
        let titleStart = skipSpacesAndLineBreak(destinationEnd)
        if titleStart > destinationEnd, let titleEnd = endOfTitle(at: titleStart), let end = endOfLine(titleEnd) {
            return end
        }
        return endOfLine(destinationEnd)
    }

    private func endOfLabel(at start: Int) -> (end: Int, isBlank: Bool)? {
        guard byte(start) == 0x5B else { return nil }
        var position = start + 1
        var isBlank = true
        while let next = byte(position), next != 0x5B, next != 0x5D {
            if !CharacterClass.isASCIISpace(next) { isBlank = false }
            position += 1
            if next == 0x5C, let escaped = byte(position), CharacterClass.isASCIIPunctuation(escaped) { position += 1 }
            if position - start - 1 > 1000 { return nil }
        }
        return byte(position) == 0x5D ? (position + 1, isBlank) : nil
    }

    private func endOfDestination(at start: Int) -> Int? {
        byte(start) == 0x3C ? endOfPointyDestination(at: start) : endOfBareDestination(at: start)
    }

    private func endOfPointyDestination(at start: Int) -> Int? {
        var position = start + 1
        while let next = byte(position) {
            switch next {
            case 0x3E: return position + 1 < bytes.count ? position + 1 : nil
            case 0x5C: position += 2
            case 0x0A, 0x3C: return nil
            default: position += 1
            }
        }
        return nil
    }

    private func endOfBareDestination(at start: Int) -> Int? {
        var position = start
        var depth = 0
        while let next = byte(position) {
            if next == 0x5C, let escaped = byte(position + 1), CharacterClass.isASCIIPunctuation(escaped) {
                position += 2
            } else if next == 0x28 {
                depth += 1
                position += 1
                if depth > 32 { return nil }
            } else if next == 0x29 {
                if depth == 0 { break }
                depth -= 1
                position += 1
            } else if CharacterClass.isASCIISpace(next) {
                if position == start { return nil }
                break
            } else {
                position += 1
            }
        }
        return position < bytes.count && depth == 0 ? position : nil
    }

    private func endOfTitle(at start: Int) -> Int? {
        let close: UInt8
        switch byte(start) {
        case 0x22: close = 0x22
        case 0x27: close = 0x27
        case 0x28: close = 0x29
        default: return nil
        }
        var position = start + 1
        while let next = byte(position) {
            if next == 0x5C, let escaped = byte(position + 1), CharacterClass.isASCIIPunctuation(escaped) {
                position += 2
            } else if next == close {
                return position + 1
            } else if close == 0x29, next == 0x28 {
                return nil
            } else {
                position += 1
            }
        }
        return nil
    }

    private func skipWhiteSpace(_ start: Int) -> Int {
        var position = start
        while let next = byte(position), CharacterClass.isASCIISpace(next) { position += 1 }
        return position
    }

    private func skipSpaces(_ start: Int) -> Int {
        var position = start
        while let next = byte(position), next == 0x20 || next == 0x09 { position += 1 }
        return position
    }

    /// White space with at most one line break.
    private func skipSpacesAndLineBreak(_ start: Int) -> Int {
        let position = skipSpaces(start)
        return byte(position) == 0x0A ? skipSpaces(position + 1) : position
    }

    /// After the line break, if only spaces stand before it.
    private func endOfLine(_ start: Int) -> Int? {
        let position = skipSpaces(start)
        guard let next = byte(position) else { return position }
        return next == 0x0A ? position + 1 : nil
    }
}
