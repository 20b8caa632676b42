package import Diagnostics

/// The outcome of a comparison as a terminal shows it.
package struct FindingReport: Sendable {
    package var language: Language
    package var colour: Bool
    /// Where the old and the new drawing of a finding have been put, to be looked at side by side.
    package var pictures: @Sendable (Finding) -> (expected: String, got: String)?

    package init(
        language: Language, colour: Bool = false,
        pictures: @escaping @Sendable (Finding) -> (expected: String, got: String)? = { _ in nil }
    ) {
        self.language = language
        self.colour = colour
        self.pictures = pictures
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

    /// What one finding says, in lines that are indented.
    package func render(_ finding: Finding) -> String {
        let summary = Printable.text(finding.difference.summary(in: language))
        return "  \(bold(finding.place(in: language))): \(summary)\n" + details(of: finding)
    }

    /// The lines below the one that says where and what.
    package func details(of finding: Finding) -> String {
        var text = ""
        let labels = language.choose(
            ko: ["기대", "실제", "처음 몇 개", "그림", "참고"], ja: ["期待", "実際", "最初の数個", "図", "補足"],
            en: ["expected", "got", "first", "pictures", "note"])
        var rows: [(label: String, value: String)] = []
        if let texts = finding.texts {
            text += lines(of: texts, finding.outputs?.rules ?? ComparisonRules())
        } else {
            let (expected, got) = Printable.pair(finding.difference.expected, finding.difference.got)
            let (left, right) = emphasized(expected, got)
            if let left { rows.append((labels[0], paint(left, green))) }
            if let right { rows.append((labels[1], paint(right, red))) }
        }
        if case .arrayElement(_, let first, let count, _, _) = finding.difference, count > 1 {
            let shown = first.map { "\($0.index) \(Printable.text($0.expected)) → \(Printable.text($0.got))" }
            rows.append((labels[2], (shown + (count > first.count ? ["…"] : [])).joined(separator: ", ")))
        }
        if let (expected, got) = pictures(finding) {
            rows.append((labels[3], "\(Printable.text(expected)) | \(Printable.text(got))"))
        }
        if let note = finding.note(in: language) { rows.append((labels[4], paint(note, cyan))) }
        let width = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
        for row in rows {
            let padding = String(repeating: " ", count: width - DisplayWidth.of(row.label))
            text += "    \(row.label)\(padding)  \(row.value)\n"
        }
        return text
    }

    /// The lines around each change, numbered.
    private func lines(of texts: (expected: String, got: String), _ rules: ComparisonRules) -> String {
        let rows = LineDifference(expected: texts.expected, got: texts.got, rules: rules, limit: 24).rows
        let width = rows.map(\.lineNumber).max().map { String($0).count } ?? 1
        func numbered(_ mark: String, _ line: Int, _ text: String) -> String {
            let number = String(line)
            let padding = String(repeating: " ", count: width - number.count)
            return "    \(mark) \(padding)\(number)  \(Printable.pair(text, nil).0 ?? "")"
        }
        return rows.map { row in
            switch row {
            case .same(let line, let text): numbered(" ", line, text) + "\n"
            case .removed(let line, let text): paint(numbered("-", line, text), green) + "\n"
            case .added(let line, let text): paint(numbered("+", line, text), red) + "\n"
            case .gap(let count):
                paint(
                    "      "
                        + language.choose(
                            ko: "… \(count)줄", ja: "… \(count) 行", en: count == 1 ? "… 1 line" : "… \(count) lines"),
                    cyan) + "\n"
            }
        }.joined()
    }

    /// The part in which two values differ, where it is a small part of them, in bold.
    private func emphasized(_ expected: String?, _ got: String?) -> (String?, String?) {
        func named(_ text: String) -> String { text.isEmpty ? Finding.emptyLine(in: language) : text }
        guard colour, let expected, let got, !expected.isEmpty, !got.isEmpty else {
            return (expected.map(named), got.map(named))
        }
        let prefix = expected.sharedPrefixCount(with: got)
        let rest = (expected.dropFirst(prefix), got.dropFirst(prefix))
        let suffix = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
        guard prefix + suffix > 0 else { return (expected, got) }
        func marked(_ text: String) -> String {
            let middle = text.dropFirst(prefix).dropLast(suffix)
            return text.prefix(prefix) + "\u{1B}[1m\(middle)\u{1B}[22m" + text.suffix(suffix)
        }
        return (marked(expected), marked(got))
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

extension LineDifference.Row {
    fileprivate var lineNumber: Int {
        switch self {
        case .same(let line, _), .removed(let line, _), .added(let line, _): line
        case .gap: 0
        }
    }
}
