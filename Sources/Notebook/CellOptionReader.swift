import Diagnostics

/// Makes the options of a cell of its attributes and option lines.
struct CellOptionReader {
    private(set) var options = CellOptions()
    /// A label that is well formed, and its range with the mark.
    private(set) var label: (name: String, range: SourceRange)?
    private(set) var diagnostics: [Diagnostic] = []
    /// What was given, by name as messages show it.
    private var given: [String: SourceRange] = [:]

    static let longestLabel = 64
    private static let classes = [
        "noeval", "hide-input", "hide-output", "remove-input", "remove-output", "remove-cell", "raises-exception",
        "fails-check",
    ]
    private static let names = [
        "timeout", "rtol", "atol", "compare", "normalize", "fig-cap", "fig-alt", "fig-width", "tbl-cap", "lst-cap",
    ]
    /// Those of which one at most can be meant.
    private static let exclusive = [
        [".noeval", ".raises-exception", ".fails-check"], [".hide-input", ".remove-input"],
        [".hide-output", ".remove-output"],
    ]

    init(_ entries: [OptionEntry]) {
        for entry in entries { read(entry) }
        findContradictions()
    }

    private mutating func report(
        _ message: NotebookMessage, at range: SourceRange, notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
    ) {
        diagnostics.append(Diagnostic(.error, message, at: range, notes: notes, fixIts: fixIts))
    }

    private mutating func read(_ entry: OptionEntry) {
        switch entry.kind {
        case .label: readLabel(entry)
        case .class: readClass(entry)
        case .value: readValue(entry)
        case .bare: readBare(entry)
        }
    }

    /// Whether this is the first of its name.
    private mutating func isFirst(_ name: String, _ range: SourceRange) -> Bool {
        guard let first = given[name] else {
            given[name] = range
            return true
        }
        let note = DiagnosticNote(NotebookMessage.firstOption(name), at: first)
        report(.duplicateOption(name), at: range, notes: [note])
        return false
    }

    // MARK: Labels and classes

    private mutating func readLabel(_ entry: OptionEntry) {
        guard !entry.name.isEmpty else { return report(.emptyLabel, at: entry.nameRange) }
        if let label {
            let note = DiagnosticNote(NotebookMessage.firstLabel(label.name), at: label.range)
            return report(.secondLabel(entry.name), at: entry.nameRange, notes: [note])
        }
        guard entry.name.unicodeScalars.allSatisfy(Self.isLabelCharacter) else {
            return report(.illegalLabel(entry.name), at: entry.nameRange, fixIts: legalLabel(for: entry))
        }
        guard entry.name.utf8.count <= Self.longestLabel else {
            return report(.labelTooLong(limit: Self.longestLabel), at: entry.nameRange)
        }
        label = (entry.name, entry.nameRange)
    }

    private static func isLabelCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) || scalar == "-"
            || scalar == "_"
    }

    /// The label with `-` for what it may not have, if enough of it is left.
    private func legalLabel(for entry: OptionEntry) -> [FixIt] {
        let words = entry.name.unicodeScalars.split { !Self.isLabelCharacter($0) }.map(String.init)
        guard entry.name.unicodeScalars.allSatisfy(\.isASCII), !words.isEmpty else { return [] }
        return [FixIt(replace: entry.nameRange, with: "#" + words.joined(separator: "-"))]
    }

    private mutating func readClass(_ entry: OptionEntry) {
        let name = entry.name
        guard Self.classes.contains(name) else {
            if Self.names.contains(name) { return report(.missingValue(option: name), at: entry.nameRange) }
            let nearest = Spelling.nearest(to: name, among: Self.classes)
            return report(
                .unknownClass(name, nearest: nearest), at: entry.nameRange,
                fixIts: nearest.map { [FixIt(replace: entry.nameRange, with: "." + $0)] } ?? [])
        }
        guard isFirst("." + name, entry.nameRange) else { return }
        switch name {
        case "noeval": options.evaluation = .none
        case "raises-exception": options.evaluation = .raisesException
        case "fails-check": options.evaluation = .failsCheck
        case "hide-input": options.input = .folded
        case "remove-input": options.input = .removed
        case "hide-output": options.output = .folded
        case "remove-output": options.output = .removed
        default: options.isRemoved = true
        }
    }

    /// A word without a mark: a class that lacks its dot, an option that lacks its value, or nothing we know.
    private mutating func readBare(_ entry: OptionEntry) {
        let name = entry.name
        if Self.classes.contains(name) {
            let fixIt = FixIt(replace: entry.nameRange, with: "." + name)
            report(.classWithoutDot(name), at: entry.nameRange, fixIts: [fixIt])
        } else if Self.names.contains(name) {
            report(.missingValue(option: name), at: entry.nameRange)
        } else if let nearest = Spelling.nearest(to: name, among: Self.names + Self.classes) {
            let replacement = Self.classes.contains(nearest) ? "." + nearest : nearest + "="
            report(
                .unknownOption(name, nearest: replacement), at: entry.nameRange,
                fixIts: [FixIt(replace: entry.nameRange, with: replacement)])
        } else {
            report(.unexpectedAttribute(name), at: entry.nameRange)
        }
    }

    // MARK: Values

    private mutating func readValue(_ entry: OptionEntry) {
        let name = entry.name
        guard Self.names.contains(name) else {
            if Self.classes.contains(name) { return report(.classAsOption(name), at: entry.range) }
            let nearest = Spelling.nearest(to: name, among: Self.names)
            return report(
                .unknownOption(name, nearest: nearest), at: entry.nameRange,
                fixIts: nearest.map { [FixIt(replace: entry.nameRange, with: $0)] } ?? [])
        }
        guard isFirst(name, entry.nameRange) else { return }
        switch name {
        case "timeout": options.timeout = number(entry, .seconds) { $0 > 0 }
        case "rtol": options.rtol = number(entry, .tolerance) { $0 >= 0 }
        case "atol": options.atol = number(entry, .tolerance) { $0 >= 0 }
        case "compare": readComparison(entry)
        case "normalize": readNormalizers(entry)
        case "fig-cap": options.figureCaption = text(entry)
        case "fig-alt": options.figureAlt = text(entry)
        case "fig-width": options.figureWidth = width(entry)
        case "tbl-cap": options.tableCaption = text(entry)
        default: options.listingCaption = text(entry)
        }
    }

    private mutating func number(
        _ entry: OptionEntry, _ expected: NotebookMessage.Expectation, _ holds: (Double) -> Bool
    ) -> Double? {
        guard let number = OptionValue.number(entry.value), holds(number) else {
            badValue(entry, expected)
            return nil
        }
        return number
    }

    private mutating func readComparison(_ entry: OptionEntry) {
        if let comparison = CellOptions.Comparison(rawValue: entry.value) {
            options.compare = comparison
            return
        }
        let names = CellOptions.Comparison.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: entry.value, among: names)
        report(
            .badValue(option: entry.name, value: entry.value, expected: .oneOf(names)), at: entry.valueRange,
            fixIts: nearest.map { [FixIt(replace: entry.valueRange, with: $0)] } ?? [])
    }

    private mutating func readNormalizers(_ entry: OptionEntry) {
        switch OptionValue.normalizers(entry.value) {
        case .success(let normalizers): options.normalizers = normalizers
        case .failure(let unknown):
            // Of several names, only the one that is wrong can be mended.
            let fixIts =
                unknown.name == entry.value
                ? unknown.nearest.map { [FixIt(replace: entry.valueRange, with: $0)] } ?? [] : []
            report(
                .badValue(option: entry.name, value: unknown.name, expected: .someOf(OptionValue.normalizerNames)),
                at: entry.valueRange.isEmpty ? entry.range : entry.valueRange, fixIts: fixIts)
        }
    }

    private mutating func text(_ entry: OptionEntry) -> String? {
        guard entry.value.contains(where: { !$0.isWhitespace }) else {
            badValue(entry, .text)
            return nil
        }
        return entry.value
    }

    /// A CSS length or a percentage: it is written into the page, so nothing else passes.
    private mutating func width(_ entry: OptionEntry) -> String? {
        let digits = entry.value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = entry.value.dropFirst(digits.count)
        guard let number = Double(digits), number > 0, number.isFinite,
            ["", "%", "px", "em", "rem", "cm", "mm", "in", "pt"].contains(unit)
        else {
            badValue(entry, .width)
            return nil
        }
        return unit.isEmpty ? entry.value + "px" : entry.value
    }

    private mutating func badValue(_ entry: OptionEntry, _ expected: NotebookMessage.Expectation) {
        let range = entry.valueRange.isEmpty ? entry.range : entry.valueRange
        report(.badValue(option: entry.name, value: entry.value, expected: expected), at: range)
    }

    // MARK: Contradictions

    private mutating func findContradictions() {
        for group in Self.exclusive {
            let found = group.compactMap { name in given[name].map { (name: name, range: $0) } }
                .sorted { $0.range.lower < $1.range.lower }
            guard found.count > 1 else { continue }
            contradiction(found[0], found[1])
        }
        guard let mode = options.compare, mode != .numeric, let comparison = given["compare"] else { return }
        for name in ["rtol", "atol"] {
            guard let range = given[name] else { continue }
            let pair = [(name: "compare=\(mode.rawValue)", range: comparison), (name: name, range: range)]
                .sorted { $0.range.lower < $1.range.lower }
            contradiction(pair[0], pair[1])
        }
    }

    private mutating func contradiction(
        _ first: (name: String, range: SourceRange), _ second: (name: String, range: SourceRange)
    ) {
        let note = DiagnosticNote(NotebookMessage.firstOption(first.name), at: first.range)
        report(.contradictoryOptions(first.name, second.name), at: second.range, notes: [note])
    }
}
