/// Diagnostics as a terminal shows them: place, sentence, the source line with the fault underlined, notes, fix-its.
package struct TerminalRenderer {
    package var language: Language
    package var colour: Bool

    package init(language: Language, colour: Bool = false) {
        self.language = language
        self.colour = colour
    }

    /// The first of them; nobody reads thousands, and of a line of a megabyte each would take as long as all of them.
    package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
        var texts = diagnostics.prefix(Self.most).map { render($0, in: source) }
        let more = diagnostics.count - Self.most
        if more > 0 {
            texts.append(language.choose(ko: "그 밖에 \(more)개", ja: "ほかに\(more)件", en: "and \(more) more") + "\n")
        }
        return texts.joined(separator: "\n")
    }

    private static let most = 500

    package func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
        var text = headline(diagnostic.severity, diagnostic.message, at: diagnostic.range, in: source)
        text += excerpt(diagnostic.range, fixIt: diagnostic.fixIts.first, in: source)
        if let advice = diagnostic.message.advice(in: language) { text += "  = \(advice)\n" }
        for note in diagnostic.notes {
            if let range = note.range {
                text += headline(.note, note.message, at: range, in: source) + excerpt(range, fixIt: nil, in: source)
            } else {
                text += "  = \(label(.note)): \(note.message.text(in: language))\n"
            }
        }
        return text
    }

    private func headline(
        _ severity: Severity, _ message: any DiagnosticMessage, at range: SourceRange, in source: SourceText
    ) -> String {
        let place = source.position(at: range.lower)
        let head = "\(source.path):\(place.line):\(place.column): "
        return bold(head) + paint(label(severity) + ": ", severity) + bold(message.text(in: language)) + "\n"
    }

    /// The line of the fault's first character, underlined as far as the fault reaches on it.
    package func excerpt(_ range: SourceRange, fixIt: FixIt? = nil, in source: SourceText) -> String {
        let line = source.line(at: range.lower)
        let lineRange = shown(of: source.range(ofLine: line), around: range.lower, in: source)
        let number = String(line)
        let gutter = String(repeating: " ", count: number.count)
        let before = source.slice(SourceRange(lineRange.lower, max(lineRange.lower, min(range.lower, lineRange.upper))))
        let end = min(max(range.upper, range.lower), lineRange.upper)
        let marked = range.lower <= end ? source.slice(SourceRange(range.lower, end)) : ""
        // A tab in the source stays a tab in the padding, so that the mark stands under its character.
        let padding = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(String($0))) }
            .joined()
        let underline = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
        var text = "\(number) | \(source.slice(lineRange))\n\(gutter) | \(padding)\(paint(underline, .note))\n"
        if let fixIt, !fixIt.replacement.contains("\n") {
            text += "\(gutter) | \(padding)\(fixIt.replacement)\n"
        }
        return text
    }

    /// A line, or of a very long one what stands about the place, in whole characters of UTF-8.
    private func shown(of line: SourceRange, around place: Int, in source: SourceText) -> SourceRange {
        guard line.count > 1_000 else { return line }
        func boundary(_ offset: Int) -> Int {
            var offset = min(max(offset, line.lower), line.upper)
            while offset > line.lower, offset < line.upper, source.utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
            return offset
        }
        let place = min(max(place, line.lower), line.upper)
        return SourceRange(boundary(place - 120), boundary(place + 240))
    }

    private func label(_ severity: Severity) -> String {
        switch severity {
        case .error: language.choose(ko: "오류", ja: "エラー", en: "error")
        case .warning: language.choose(ko: "경고", ja: "警告", en: "warning")
        case .note: language.choose(ko: "참고", ja: "補足", en: "note")
        }
    }

    private func bold(_ text: String) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func paint(_ text: String, _ severity: Severity) -> String {
        guard colour else { return text }
        let code =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
    }
}

/// How many columns of a terminal a text takes: East Asian wide characters take two.
package enum DisplayWidth {
    package static func of(_ text: some StringProtocol) -> Int {
        // A line break of two bytes is one character.
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.utf8.count }
        return text.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.generalCategory == .nonspacingMark { return 0 }
        return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }

    /// The blocks with East Asian Width W or F that text in Korean and Japanese meets.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
