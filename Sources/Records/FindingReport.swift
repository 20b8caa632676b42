package import Diagnostics

/// The outcome of a comparison as a terminal shows it.
package struct FindingReport: Sendable {
    package var language: Language
    package var colour: Bool

    package init(language: Language, colour: Bool = false) {
        self.language = language
        self.colour = colour
    }

    /// Lines about one lesson, each ended by a line break.
    ///
    /// - Parameter lesson: The file as the user named it.
    package func render(_ verdict: RecordComparison.Verdict, lesson: String) -> String {
        let name = Printable.text(lesson)
        switch verdict {
        case .same:
            return "\(bold(name)): "
                + paint(language.choose(ko: "기록과 같습니다", ja: "記録と同じです", en: "as recorded"), green) + "\n"
        case .skipped(let mismatches):
            return "\(bold(name)): "
                + paint(language.choose(ko: "건너뜀", ja: "スキップ", en: "skipped"), yellow) + "\n"
                + mismatches.map(render).joined()
        case .different(let findings):
            let count = findings.count
            return "\(bold(name)): "
                + paint(
                    language.choose(
                        ko: "기록과 다른 곳 \(count)개", ja: "記録と違うところ \(count) か所",
                        en: count == 1 ? "1 difference from the record" : "\(count) differences from the record"), red)
                + "\n" + findings.map(render).joined() + advice(findings)
        }
    }

    private func render(_ mismatch: DatasetMismatch) -> String {
        var text = "  \(Printable.text(mismatch.text(in: language)))\n"
        if let advice = mismatch.advice(in: language) { text += "  = \(Printable.text(advice))\n" }
        return text
    }

    private func render(_ finding: Finding) -> String {
        let summary = Printable.text(finding.difference.summary(in: language))
        var text = "  \(bold(finding.place(in: language))): \(summary)\n"
        let labels = language.choose(
            ko: ("기대", "실제", "참고"), ja: ("期待", "実際", "補足"), en: ("expected", "got", "note"))
        let width = [labels.0, labels.1, labels.2].map { DisplayWidth.of($0) }.max() ?? 0
        func row(_ label: String, _ value: String, _ colour: String) -> String {
            let padding = String(repeating: " ", count: width - DisplayWidth.of(label))
            return "    \(label)\(padding)  \(paint(value, colour))\n"
        }
        let (expected, got) = Printable.pair(finding.difference.expected, finding.difference.got)
        if let expected { text += row(labels.0, expected, green) }
        if let got { text += row(labels.1, got, red) }
        if let note = finding.note(in: language) { text += row(labels.2, note, cyan) }
        return text
    }

    /// Each piece of advice once, below all findings.
    private func advice(_ findings: [Finding]) -> String {
        var said: [String] = []
        for advice in findings.compactMap({ $0.advice(in: language) }) where !said.contains(advice) {
            said.append(advice)
        }
        return said.map { "  = \($0)\n" }.joined()
    }

    private var red: String { "31" }
    private var green: String { "32" }
    private var yellow: String { "33" }
    private var cyan: String { "36" }

    private func bold(_ text: String) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func paint(_ text: String, _ code: String) -> String {
        colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Text from a record or a cell made fit for one line of a terminal.
enum Printable {
    private static let limit = 100

    /// Control characters as escapes, so that an output can neither move the cursor nor colour the report.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                result += scalar == "\t" ? "\\t" : scalar == "\n" ? "\\n" : "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Two lines cut, where they are long, to the part where they begin to differ.
    static func pair(_ expected: String?, _ got: String?) -> (String?, String?) {
        let (left, right) = (expected.map(text), got.map(text))
        let common = left.flatMap { left in right.map { left.sharedPrefixCount(with: $0) } } ?? 0
        let start = max(0, common - 20)
        func cut(_ line: String) -> String {
            guard line.count > limit else { return line }
            let begin = min(start, line.count - limit / 2)
            let window = line.dropFirst(begin).prefix(limit)
            return (begin > 0 ? "…" : "") + window + (begin + window.count < line.count ? "…" : "")
        }
        return (left.map(cut), right.map(cut))
    }
}

extension String {
    fileprivate func sharedPrefixCount(with other: String) -> Int {
        zip(self, other).prefix { $0 == $1 }.count
    }
}
