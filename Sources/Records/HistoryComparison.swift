import Outputs

extension PayloadComparison {
    func compareHistories(_ expected: JSON, _ got: JSON) -> [Difference]? {
        guard let expectedEpochs = expected["epochs"]?.asInt, let gotEpochs = got["epochs"]?.asInt,
            let expectedMetrics = metrics(expected), let gotMetrics = metrics(got)
        else { return nil }
        var differences: [Difference] = []
        for field in ["samples", "validationSamples"] where expected[field] != got[field] && !shapeOnly {
            differences.append(
                .historySamples(
                    field: field, expected: (expected[field] ?? .null).excerpt, got: (got[field] ?? .null).excerpt))
        }
        let names = (expectedMetrics.map(\.name), gotMetrics.map(\.name))
        if names.0 != names.1 { differences.append(.historyMetrics(expected: names.0, got: names.1)) }
        if expectedEpochs != gotEpochs {
            return [.historyEpochs(expected: expectedEpochs, got: gotEpochs)] + differences
        }
        if shapeOnly { return differences }
        for metric in expectedMetrics {
            guard let other = gotMetrics.first(where: { $0.name == metric.name })?.values else { continue }
            guard other.count == metric.values.count else { return nil }
            guard let worst = worst(metric.values, other, tolerances.history) else { continue }
            differences.append(
                .historyValue(
                    metric: metric.name, epoch: worst.index + 1, expected: metric.values[worst.index].numeral,
                    got: other[worst.index].numeral, count: worst.count, tolerances.history))
        }
        return differences
    }

    /// The metrics in the order of the history's keys.
    private func metrics(_ history: JSON) -> [(name: String, values: [JSON])]? {
        guard let keys = history["keys"]?.asArray, let values = history["values"]?.asObject else { return nil }
        var metrics: [(name: String, values: [JSON])] = []
        for key in keys {
            guard let name = key.asString, let list = values[name]?.asArray else { return nil }
            metrics.append((name, list))
        }
        return metrics.count == values.count ? metrics : nil
    }
}
