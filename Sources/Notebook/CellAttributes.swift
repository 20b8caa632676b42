import Diagnostics

/// Reads what stands after `swift` on a cell's opening fence: Pandoc's attributes, `{#label .class name="value"}`.
struct CellAttributes {
    private(set) var entries: [OptionEntry] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let source: SourceText
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int
    /// A quotation reached to the end of the line.
    private var isCutShort = false

    /// Whether an info string's first word says that the block is a cell.
    static func isCell(_ info: String) -> Bool {
        info.prefix { !$0.isWhitespace && $0 != "{" } == "swift"
    }

    /// Whether an info string looks as if its author meant a cell: another case, or the language in braces.
    static func looksLikeCell(_ info: String) -> Bool {
        let word = info.prefix { !$0.isWhitespace && $0 != "}" && $0 != "," }.lowercased()
        return !isCell(info) && ["swift", "{swift", "{.swift"].contains(word)
    }

    init(_ source: SourceText, infoRange: SourceRange) {
        self.source = source
        bytes = source.utf8
        position = infoRange.lower + "swift".utf8.count
        end = infoRange.upper
        read()
    }

    private mutating func report(
        _ severity: Severity = .error, _ message: NotebookMessage, _ lower: Int, _ upper: Int, fixIts: [FixIt] = []
    ) {
        diagnostics.append(Diagnostic(severity, message, at: SourceRange(lower, max(lower, upper)), fixIts: fixIts))
    }

    private var byte: UInt8? { position < end ? bytes[position] : nil }

    /// Control characters part words as white space does.
    private mutating func skipSpace() {
        while let next = byte, next <= 0x20 { position += 1 }
    }

    private func text(_ lower: Int, _ upper: Int) -> String { source.slice(SourceRange(lower, max(lower, upper))) }

    private mutating func read() {
        if byte == 0x7B {
            let fixIt = FixIt(replace: SourceRange(at: position), with: " ")
            report(.warning, .noSpaceBeforeAttributes, position, position + 1, fixIts: [fixIt])
        }
        skipSpace()
        guard position < end else { return }
        guard byte == 0x7B else { return report(.textAfterLanguage(text(position, end)), position, end) }
        let opening = position
        position += 1
        skipSpace()
        while let next = byte, next != 0x7D {
            readAttribute(first: next)
            skipSpace()
        }
        guard byte == 0x7D else {
            // The brace is within the quotation; one complaint is enough.
            if isCutShort { return }
            return report(
                .error, .unclosedAttributes, opening, opening + 1,
                fixIts: [FixIt(replace: SourceRange(at: end), with: "}")])
        }
        position += 1
        skipSpace()
        if position < end { report(.textAfterAttributes(text(position, end)), position, end) }
    }

    private mutating func report(_ message: NotebookMessage, _ lower: Int, _ upper: Int) {
        report(.error, message, lower, upper)
    }

    private mutating func readAttribute(first: UInt8) {
        let start = position
        // A label, a class or a name ends at white space, `=` or the closing brace.
        if first == 0x23 || first == 0x2E { position += 1 }
        let nameStart = position
        while let next = byte, next > 0x20, next != 0x7D, next != 0x3D || position == nameStart { position += 1 }
        let name = text(nameStart, position)
        let nameRange = SourceRange(start, position)
        if byte == 0x3D {
            position += 1
            guard let (value, range) = readValue() else { return }
            if first == 0x23 || first == 0x2E {
                return report(.unexpectedAttribute(text(start, range.upper)), start, range.upper)
            }
            entries.append(OptionEntry(kind: .value, name: name, nameRange: nameRange, value: value, valueRange: range))
        } else {
            let kind: OptionEntry.Kind = first == 0x23 ? .label : first == 0x2E ? .class : .bare
            entries.append(
                OptionEntry(
                    kind: kind, name: name, nameRange: nameRange, value: "", valueRange: SourceRange(at: position)))
        }
    }

    /// A word, or text in quotation marks in which a backslash keeps the next character from meaning anything.
    private mutating func readValue() -> (value: String, range: SourceRange)? {
        let start = position
        guard let quote = byte, quote == 0x22 || quote == 0x27 else {
            while let next = byte, next > 0x20, next != 0x7D { position += 1 }
            return (text(start, position), SourceRange(start, position))
        }
        position += 1
        var value: [UInt8] = []
        while let next = byte, next != quote {
            if next == 0x5C, position + 1 < end, bytes[position + 1] == quote || bytes[position + 1] == 0x5C {
                position += 1
            }
            value.append(bytes[position])
            position += 1
        }
        guard byte == quote else {
            report(.unclosedQuote, start, start + 1)
            position = end
            isCutShort = true
            return nil
        }
        position += 1
        return (String(decoding: value, as: UTF8.self), SourceRange(start, position))
    }
}
