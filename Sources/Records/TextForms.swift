import Notebook

/// Compares text as the rules say: normalised first, then line by line.
struct TextForms {
    private let rules: ComparisonRules
    private let comparison: TextComparison

    /// - Parameter tolerance: Of the data that the text stands beside.
    init(_ rules: ComparisonRules, tolerance: Tolerance? = nil) {
        self.rules = rules
        comparison = rules.text(tolerance)
    }

    /// - Parameter mime: `nil` for a stream.
    func difference(_ expected: String, _ got: String, mime: String?) -> Difference? {
        let deviation: TextComparison.Deviation?
        switch rules.mode {
        case .shape, .ignored: return nil
        case .exact: deviation = TextComparison.compareExactly(expected: normalized(expected), got: normalized(got))
        case .numeric: deviation = comparison.compare(expected: normalized(expected), got: normalized(got))
        }
        switch deviation {
        case nil: return nil
        case .line(let line, let expected, let got):
            return .text(mime: mime, line: line, expected: expected, got: got)
        case .number(_, let expected, let got, let count, let metric?):
            return .historyValue(
                metric: metric.name, epoch: metric.epoch, expected: expected, got: got, count: count,
                comparison.tolerance)
        case .number(let line, let expected, let got, let count, nil):
            return .number(
                mime: mime, line: line, expected: expected, got: got, count: count, comparison.tolerance)
        }
    }

    private func normalized(_ text: String) -> String { NormalizedText.text(text, rules.normalizers) }
}
