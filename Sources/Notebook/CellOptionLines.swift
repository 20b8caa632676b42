import Diagnostics
import Yams

/// Reads the `//| name: value` lines at the top of a cell. Values are YAML scalars, plain or quoted, on one line.
struct CellOptionLines {
    private(set) var entries: [OptionEntry] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// How many lines at the top of the cell are option lines.
    private(set) var count = 0

    private let source: SourceText

    init(_ source: SourceText, textRange: SourceRange) {
        self.source = source
        guard !textRange.isEmpty else { return }
        var isTop = true
        for line in source.line(at: textRange.lower)...source.line(at: textRange.upper - 1) {
            let range = source.range(ofLine: line)
            let text = source.slice(range)
            let indent = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
            guard text.utf8.dropFirst(indent).starts(with: "//|".utf8) else {
                isTop = false
                continue
            }
            if isTop {
                count += 1
                read(SourceRange(range.lower + indent + 3, range.upper))
            } else if range.lower + indent + 3 <= range.upper {
                report(.warning, .lateOptionLine, SourceRange(range.lower + indent, range.upper))
            }
        }
    }

    private mutating func report(_ severity: Severity = .error, _ message: NotebookMessage, _ range: SourceRange) {
        diagnostics.append(Diagnostic(severity, message, at: range))
    }

    /// What stands after `//|`.
    private mutating func read(_ line: SourceRange) {
        let bytes = source.utf8
        let content = trimmed(line)
        guard let colon = (content.lower..<content.upper).first(where: { bytes[$0] == 0x3A }),
            colon + 1 == content.upper || bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0x09,
            bytes[content.lower..<colon].allSatisfy({ $0 > 0x20 }), colon > content.lower
        else {
            // An empty option line is a line of air.
            if !content.isEmpty { report(.error, .malformedOptionLine, content) }
            return
        }
        let nameRange = SourceRange(content.lower, colon)
        let valueRange = trimmed(SourceRange(colon + 1, content.upper))
        let name = source.slice(nameRange)
        guard let value = scalar(source.slice(valueRange)) else {
            report(.error, .unquotedValue(option: name), valueRange)
            return
        }
        entries.append(
            OptionEntry(kind: .value, name: name, nameRange: nameRange, value: value, valueRange: valueRange))
    }

    private func trimmed(_ range: SourceRange) -> SourceRange {
        var range = range
        while !range.isEmpty, [0x20, 0x09].contains(source.utf8[range.lower]) { range.lower += 1 }
        while !range.isEmpty, [0x20, 0x09].contains(source.utf8[range.upper - 1]) { range.upper -= 1 }
        return range
    }

    /// A plain scalar is what it says, as long as YAML has no other meaning for it; a quoted one is left to the reader.
    private func scalar(_ text: String) -> String? {
        guard let first = text.first else { return "" }
        if first == "\"" || first == "'" {
            // The comment keeps Yams from reading a short string from memory that may be gone.
            let node = try? Parser(yaml: text + "\n# The end of the option's value.\n", resolver: .basic).singleRoot()
            return node?.scalar?.string
        }
        let isPlain =
            !"[]{},&*!|>%@`#".contains(first) && !["- ", "? ", ": "].contains(where: text.hasPrefix)
            && !text.hasSuffix(":")
            && !zip(text.utf8, text.utf8.dropFirst()).contains { pair in
                pair == (UInt8(ascii: ":"), UInt8(ascii: " ")) || pair == (UInt8(ascii: " "), UInt8(ascii: "#"))
            }
        return isPlain ? text : nil
    }
}
