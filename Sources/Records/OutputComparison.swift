import Notebook
import Outputs

/// Compares the outputs of one cell by what each of them is.
struct OutputComparison {
    struct Deviation {
        /// From 1.
        var output: Int
        var difference: Difference
        var outputs: OutputPair
    }

    private let rules: ComparisonRules

    init(_ rules: ComparisonRules) { self.rules = rules }

    func compare(_ expected: [Output], _ got: [Output]) -> [Deviation] {
        var (expected, got) = (Self.gathered(expected), Self.gathered(got))
        if rules.mode == .ignored {
            // Whether the cell fails is compared even so.
            expected = expected.filter { $0.kind == .error }
            got = got.filter { $0.kind == .error }
        }
        return rows(expected, got).flatMap { row -> [Deviation] in
            let number = (row.got ?? row.expected ?? 0) + 1
            let pair = OutputPair(
                expected: row.expected.map { expected[$0] }, got: row.got.map { got[$0] }, rules: rules)
            return differences(pair.expected, pair.got).map {
                Deviation(output: number, difference: $0, outputs: pair)
            }
        }
    }

    /// Outputs as they are recorded, and of the pieces that stand between two values all of standard output before all
    /// of standard error: how the two are interleaved depends on buffers.
    private static func gathered(_ outputs: [Output]) -> [Output] {
        var gathered: [Output] = []
        var errors: [Output] = []
        for output in outputs {
            switch output {
            case .stream(.stderr, _): errors.append(output)
            case .stream(.stdout, _): gathered.append(output)
            case .progress: continue
            case .display, .result, .error:
                gathered += errors + [output]
                errors = []
            }
        }
        return StreamText.merged(gathered + errors)
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
            TextForms(rules).difference(left, right, mime: nil).map { [$0] } ?? []
        case (.display(let left)?, .display(let right)?), (.result(let left)?, .result(let right)?):
            BundleComparison(rules).compare(left.data, right.data)
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
        guard rules.mode != .shape, rules.mode != .ignored,
            TextForms(rules).difference(expected.message, got.message, mime: nil) != nil
        else { return [] }
        return [.errorMessage(expected: expected.message, got: got.message)]
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
