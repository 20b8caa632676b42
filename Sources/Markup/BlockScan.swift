import Diagnostics

/// Lines that libcmark is to see as blocks of their own: where divisions open and close, and formulas that take several
/// lines. In the text for libcmark a processing instruction of HTML stands for each: it ends a paragraph, needs no empty
/// lines around it, lies in whatever quote or list its line lies in, and changes nothing within code.
struct BlockScan {
    struct Token {
        enum Kind {
            case opening(DivisionHead)
            case closing
            /// A formula between two lines.
            case formula(FormulaPlace)
        }
        var kind: Kind
        /// From the first colon or dollar to the last character.
        var range: SourceRange
        var edits: [SourceScan.Edit]

        var isFormula: Bool { if case .formula = kind { true } else { false } }
    }
    struct DivisionHead {
        /// As written; empty if there is none but a class.
        var name: String
        var title: String
        var titleRange: SourceRange
        var attributes: Attributes
        /// `nil` if nothing is said of it.
        var isFolded: Bool?
    }
    struct FormulaPlace {
        /// Between the dollars.
        var text: SourceRange
        var label: String?
    }

    private(set) var tokens: [Token] = []

    private let bytes: [UInt8]
    private let marker: [UInt8]
    private let lines: LineIndex

    /// Looks at the lines of `bytes[start...]`.
    init(_ bytes: [UInt8], from start: Int, marker: [UInt8], _ extensions: MarkdownExtensions) {
        self.bytes = bytes
        self.marker = marker
        lines = LineIndex(bytes)
        let hasDivisions = extensions.contains(.divisions)
        let hasMath = extensions.contains(.math)
        var line = lines.line(at: start)
        // Up to here no line ends a formula.
        var hopeless = 0
        while line <= lines.count {
            defer { line += 1 }
            let (ink, end) = ink(of: line, from: start)
            guard ink + 1 < end else { continue }
            if hasDivisions, bytes[ink] == 0x3A, let token = division(ink, end) {
                tokens.append(token)
            } else if hasMath, bytes[ink] == 0x24, bytes[ink + 1] == 0x24, line > hopeless {
                switch formula(from: line, ink, end) {
                case .found(let token, let last):
                    tokens.append(token)
                    line = last
                case .none(let upTo): hopeless = upTo
                case .oneLine: break
                }
            }
        }
    }

    /// Where the line's own text begins, behind what may be quotes and list markers, and where it ends.
    private func ink(of line: Int, from start: Int) -> (lower: Int, upper: Int) {
        var index = max(lines.start(line), start)
        var end = lines.end(line)
        while end > index, CharacterClass.isASCIISpace(bytes[end - 1]) { end -= 1 }
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x3E: index += 1
            case 0x2A, 0x2B, 0x2D:
                guard index + 1 < end, bytes[index + 1] == 0x20 else { return (index, end) }
                index += 2
            case 0x30...0x39:
                var digit = index
                while digit < end, 0x30...0x39 ~= bytes[digit] { digit += 1 }
                guard digit + 1 < end, bytes[digit] == 0x2E || bytes[digit] == 0x29, bytes[digit + 1] == 0x20 else {
                    return (index, end)
                }
                index = digit + 2
            default: return (index, end)
            }
        }
        return (index, end)
    }

    /// The number in the literal of an HTML block that stands for a token, if it is whole.
    static func number(of literal: [UInt8], marker: [UInt8]) -> Int? {
        let start = literal.prefix { $0 == 0x20 }.count
        guard literal.holds(Array("<?".utf8) + marker, at: start),
            let last = literal.lastIndex(where: { !CharacterClass.isASCIISpace($0) }), last > 0,
            literal[last] == 0x3E, literal[last - 1] == 0x3F
        else { return nil }
        let digits = literal[(start + 2 + marker.count)...].prefix { 0x30...0x39 ~= $0 }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private func placeholder(_ suffix: String) -> [UInt8] {
        Array("<?".utf8) + marker + Array("\(tokens.count)\(suffix)".utf8)
    }

    // MARK: Divisions

    private func division(_ start: Int, _ end: Int) -> Token? {
        var index = start
        while index < end, bytes[index] == 0x3A { index += 1 }
        guard index - start >= 3 else { return nil }
        let range = SourceRange(start, end)
        let edits = [SourceScan.Edit(range: range, replacement: placeholder("?>"))]
        while index < end, CharacterClass.isASCIISpace(bytes[index]) { index += 1 }
        if index == end { return Token(kind: .closing, range: range, edits: edits) }
        guard let head = head(index, end) else { return nil }
        return Token(kind: .opening(head), range: range, edits: edits)
    }

    /// `note 제목 {.folded}`, `{.note title="제목"}`, `{note} 제목`.
    private func head(_ start: Int, _ end: Int) -> DivisionHead? {
        var index = start
        var upper = end
        // Pandoc lets colons end the line.
        while upper > index, bytes[upper - 1] == 0x3A { upper -= 1 }
        while upper > index, CharacterClass.isASCIISpace(bytes[upper - 1]) { upper -= 1 }
        var head = DivisionHead(
            name: "", title: "", titleRange: SourceRange(at: upper), attributes: Attributes(), isFolded: nil)
        func takeAttributes(_ attributes: Attributes) {
            head.attributes.label = head.attributes.label ?? attributes.label
            head.attributes.classes += attributes.classes
            head.attributes.values += attributes.values
        }
        if bytes[index] == 0x7B {
            if let (attributes, next) = Attributes.parse(bytes, at: index), next <= upper {
                takeAttributes(attributes)
                index = next
            } else if let close = bytes[index..<upper].firstIndex(of: 0x7D), close > index + 1 {
                head.name = String(decoding: bytes[index + 1..<close], as: UTF8.self)
                index = close + 1
            } else {
                return nil
            }
        } else {
            let name = bytes[index..<upper].prefix { $0 > 0x20 && $0 != 0x7B && $0 != 0x3A }
            guard !name.isEmpty else { return nil }
            head.name = String(decoding: name, as: UTF8.self)
            index = name.endIndex
        }
        if let brace = bytes[index..<upper].lastIndex(of: 0x7B),
            let (attributes, next) = Attributes.parse(bytes, at: brace), next == upper
        {
            takeAttributes(attributes)
            upper = brace
        }
        while index < upper, CharacterClass.isASCIISpace(bytes[index]) { index += 1 }
        while upper > index, CharacterClass.isASCIISpace(bytes[upper - 1]) { upper -= 1 }
        head.titleRange = SourceRange(index, upper)
        head.title = String(decoding: bytes[index..<upper], as: UTF8.self)
        if head.title.isEmpty, let title = head.attributes["title"] {
            head.title = title
            // Where it is written out; else, with escapes in it, the whole line.
            let line = Array(bytes[start..<end])
            let offset = (0..<line.count).first { line.holds(Array(title.utf8), at: $0) }
            head.titleRange =
                offset.map { SourceRange(start + $0, start + $0 + title.utf8.count) } ?? SourceRange(start, end)
        }
        if head.name.isEmpty {
            // The class that says what it is; else the first one.
            let classes = head.attributes.classes
            head.name = classes.first { Division.Kind(name: $0) != nil } ?? classes.first ?? ""
        }
        switch (head.attributes["collapse"], head.attributes.classes) {
        case ("true"?, _): head.isFolded = true
        case ("false"?, _): head.isFolded = false
        case (_, let classes) where classes.contains("folded"): head.isFolded = true
        case (_, let classes) where classes.contains("open"): head.isFolded = false
        default: break
        }
        return head
    }

    // MARK: Formulas

    private enum FormulaSearch {
        case found(Token, lastLine: Int)
        /// No line up to this one ends a formula.
        case none(upTo: Int)
        /// The line closes what it opens: that is found in the paragraph's text.
        case oneLine
    }

    /// The formula that the two dollars at `start` open.
    private func formula(from line: Int, _ start: Int, _ end: Int) -> FormulaSearch {
        if let second = firstDollars(start + 2, end), second >= start + 2 { return .oneLine }
        guard !holdsEnd(start + 2, end) else { return .none(upTo: line) }
        var last = line + 1
        while last <= lines.count {
            let (ink, upper) = ink(of: last, from: start)
            guard ink < upper else { return .none(upTo: last) }
            if let (close, label) = closing(ink, upper) {
                let text = SourceRange(start + 2, close)
                let edits = [
                    SourceScan.Edit(range: SourceRange(start, start + 2), replacement: placeholder(" ")),
                    SourceScan.Edit(range: SourceRange(close, upper), replacement: Array("?>".utf8)),
                ]
                let kind = Token.Kind.formula(FormulaPlace(text: text, label: label))
                return .found(Token(kind: kind, range: SourceRange(start, upper), edits: edits), lastLine: last)
            }
            // It would end the placeholder.
            if holdsEnd(ink, upper) { return .none(upTo: last) }
            last += 1
        }
        return .none(upTo: lines.count)
    }

    private func firstDollars(_ lower: Int, _ upper: Int) -> Int? {
        guard lower + 1 < upper else { return nil }
        return (lower..<upper - 1).first { bytes[$0] == 0x24 && bytes[$0 + 1] == 0x24 }
    }

    private func holdsEnd(_ lower: Int, _ upper: Int) -> Bool {
        guard lower + 1 < upper else { return false }
        return (lower..<upper - 1).contains { bytes[$0] == 0x3F && bytes[$0 + 1] == 0x3E }
    }

    /// `$$` or `$$ {#label}` at the end of a line: where it begins.
    private func closing(_ lower: Int, _ upper: Int) -> (start: Int, label: String?)? {
        var end = upper
        var label: String?
        if bytes[upper - 1] == 0x7D, let brace = bytes[lower..<upper].lastIndex(of: 0x7B),
            let (attributes, next) = Attributes.parse(bytes, at: brace), next == upper
        {
            label = attributes.label
            end = brace
            while end > lower, CharacterClass.isASCIISpace(bytes[end - 1]) { end -= 1 }
        }
        guard end - 2 >= lower, bytes[end - 1] == 0x24, bytes[end - 2] == 0x24 else { return nil }
        return (end - 2, label)
    }
}
