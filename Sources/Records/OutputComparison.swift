import Notebook
import Outputs

/// Compares the outputs of one cell by what each of them is.
struct OutputComparison {
    struct Deviation {
        /// From 1.
        var output: Int
        var difference: Difference
    }

    private let tolerances: Tolerances
    private let mode: CellOptions.Comparison
    /// Whether the cell names a tolerance itself; it then holds for integers too.
    private let isExplicit: Bool

    init(tolerances: Tolerances, options: CellOptions) {
        mode = options.compare
        isExplicit = options.rtol != nil || options.atol != nil
        var own = tolerances
        for path in [\Tolerances.text, \.array, \.history, \.figure] {
            if let rtol = options.rtol { own[keyPath: path].rtol = rtol }
            if let atol = options.atol { own[keyPath: path].atol = atol }
        }
        if options.atol != nil { own.decimalsForLastPlace = .max }
        self.tolerances = own
    }

    func compare(_ expected: [Output], _ got: [Output]) -> [Deviation] {
        var (expected, got) = (StreamText.merged(expected), StreamText.merged(got))
        if mode == .none {
            // Whether the cell fails is compared even so.
            expected = expected.filter { $0.kind == .error }
            got = got.filter { $0.kind == .error }
        }
        return rows(expected, got).flatMap { row -> [Deviation] in
            let number = (row.got ?? row.expected ?? 0) + 1
            return differences(row.expected.map { expected[$0] }, row.got.map { got[$0] }).map {
                Deviation(output: number, difference: $0)
            }
        }
    }

    /// Outputs in pairs: one by one when there are equally many, else by kind in order.
    private func rows(_ expected: [Output], _ got: [Output]) -> [CellAlignment.Row] {
        if expected.count == got.count { return expected.indices.map { CellAlignment.Row(expected: $0, got: $0) } }
        let pairs = SequenceAlignment.pairs(expected.map(\.signature), got.map(\.signature))
        var rows: [CellAlignment.Row] = []
        var (left, right) = (0, 0)
        for (one, other) in pairs + [(expected.count, got.count)] {
            rows += (left..<one).map { CellAlignment.Row(expected: $0, got: nil) }
            rows += (right..<other).map { CellAlignment.Row(expected: nil, got: $0) }
            if one < expected.count { rows.append(CellAlignment.Row(expected: one, got: other)) }
            (left, right) = (one + 1, other + 1)
        }
        return rows
    }

    private func differences(_ expected: Output?, _ got: Output?) -> [Difference] {
        switch (expected, got) {
        case (.stream(let one, let left)?, .stream(let other, let right)?) where one == other:
            text(left, right, mime: nil).map { [$0] } ?? []
        case (.display(let left)?, .display(let right)?), (.result(let left)?, .result(let right)?):
            bundles(left.data, right.data)
        case (.error(let left)?, .error(let right)?):
            errors(left, right)
        case (_, .error(let error)?):
            [.unexpectedError(name: error.name, message: error.message)]
                + (expected.map { [.outputMissing($0.kind, excerpt: $0.excerpt)] } ?? [])
        case (let expected?, let got?):
            [.outputKind(expected: expected.kind, got: got.kind)]
        case (let expected?, nil):
            [.outputMissing(expected.kind, excerpt: expected.excerpt)]
        case (nil, let got?):
            [.outputAdded(got.kind, excerpt: got.excerpt)]
        case (nil, nil):
            []
        }
    }

    private func errors(_ expected: OutputError, _ got: OutputError) -> [Difference] {
        if expected.name != got.name { return [.errorName(expected: expected.name, got: got.name)] }
        guard mode != .shape, mode != .none, textDeviation(expected.message, got.message) != nil else { return [] }
        return [.errorMessage(expected: expected.message, got: got.message)]
    }

    // MARK: Forms of a value

    private func bundles(_ expected: [String: JSON], _ got: [String: JSON]) -> [Difference] {
        if mode == .exact { return exactBundles(expected, got) }
        func payloads(_ data: [String: JSON]) -> Set<String> { Set(data.keys.filter(NotebookFormat.isJSON)) }
        let (left, right) = (payloads(expected), payloads(got))
        // The data behind a value stand for the value; how they are drawn and printed follows from them.
        let hasPayload = !left.isEmpty || !right.isEmpty
        let (known, found) = hasPayload ? (left, right) : (Set(expected.keys), Set(got.keys))
        var differences = forms(known, found)
        let comparison = PayloadComparison(
            tolerances: tolerances, isExplicit: isExplicit, shapeOnly: mode == .shape)
        for mime in known.intersection(found).sorted() {
            guard let one = expected[mime], let other = got[mime] else { continue }
            if hasPayload {
                differences += comparison.compare(mime, expected: one, got: other)
            } else if let left = one.asString, let right = other.asString {
                differences += text(left, right, mime: mime).map { [$0] } ?? []
            }
        }
        return differences
    }

    private func exactBundles(_ expected: [String: JSON], _ got: [String: JSON]) -> [Difference] {
        var differences = forms(Set(expected.keys), Set(got.keys))
        let comparison = JSONComparison(tolerance: .exact, integersAreExact: true)
        for mime in Set(expected.keys).intersection(got.keys).sorted() {
            guard let one = expected[mime], let other = got[mime] else { continue }
            if let left = one.asString, let right = other.asString {
                differences += text(left, right, mime: mime).map { [$0] } ?? []
            } else if let found = comparison.firstDifference(one, other) {
                differences.append(.data(mime: mime, place: found.place, expected: found.expected, got: found.got))
            }
        }
        return differences
    }

    private func forms(_ expected: Set<String>, _ got: Set<String>) -> [Difference] {
        expected.subtracting(got).sorted().map { .formMissing(mime: $0) }
            + got.subtracting(expected).sorted().map { .formAdded(mime: $0) }
    }

    // MARK: Text

    private func text(_ expected: String, _ got: String, mime: String?) -> Difference? {
        switch textDeviation(expected, got) {
        case nil: nil
        case .line(let line, let expected, let got): .text(mime: mime, line: line, expected: expected, got: got)
        case .number(let line, let expected, let got, let count):
            .number(mime: mime, line: line, expected: expected, got: got, count: count, tolerances.text)
        }
    }

    private func textDeviation(_ expected: String, _ got: String) -> TextComparison.Deviation? {
        switch mode {
        case .shape, .none: nil
        case .exact: TextComparison.compareExactly(expected: expected, got: got)
        case .numeric:
            TextComparison(
                tolerance: tolerances.text, decimalsForLastPlace: tolerances.decimalsForLastPlace,
                integersAreExact: !isExplicit
            ).compare(expected: expected, got: got)
        }
    }
}

extension Output {
    package var kind: OutputKind {
        switch self {
        case .stream(.stdout, _): .stdout
        case .stream(.stderr, _), .progress: .stderr
        case .display: .display
        case .result: .result
        case .error: .error
        }
    }

    /// What makes two outputs comparable: the kind, and for values the data behind them.
    fileprivate var signature: [String] {
        switch self {
        case .display(let value), .result(let value):
            [kind.rawValue] + value.data.keys.filter(NotebookFormat.isJSON).sorted()
        default: [kind.rawValue]
        }
    }

    /// The first line of what the output says.
    fileprivate var excerpt: String {
        let text =
            switch self {
            case .stream(_, let text): text
            case .display(let value), .result(let value): value.text ?? value.data.keys.sorted().joined(separator: ", ")
            case .error(let error): "\(error.name): \(error.message)"
            case .progress(let progress): progress.label
            }
        return text.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
    }
}
