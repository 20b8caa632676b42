import Outputs

/// Compares the data behind what is seen, by what it is. What does not have the shape that its MIME type promises is
/// compared as plain JSON.
struct PayloadComparison {
    var tolerances: Tolerances
    /// Whether the cell itself names a tolerance, which then holds for integers too.
    var isExplicit: Bool
    /// Leave values aside: dtype, shape, keys, labels and counts alone.
    var shapeOnly: Bool

    func compare(_ mime: String, expected: JSON, got: JSON) -> [Difference] {
        let known: [Difference]? =
            switch mime {
            case MIME.array: compareArrays(expected, got)
            case MIME.history: compareHistories(expected, got)
            case MIME.figure: compareFigures(expected, got)
            case MIME.diagnostics: compareDiagnostics(expected, got)
            default: nil
            }
        if let known { return known }
        if shapeOnly { return [] }
        let comparison = JSONComparison(tolerance: tolerances.array, integersAreExact: !isExplicit)
        return comparison.firstDifference(expected, got).map {
            [.data(mime: mime, place: $0.place, expected: $0.expected, got: $0.got)]
        } ?? []
    }

    // MARK: Lists of numbers

    private struct Worst {
        var index: Int
        var count: Int
    }

    /// The element that is farthest off, if any is; the lists are of one length.
    private func worst(_ expected: [JSON], _ got: [JSON], _ tolerance: Tolerance, isInteger: Bool = false) -> Worst? {
        var worst: (index: Int, excess: Double)?
        var count = 0
        for index in expected.indices {
            let excess = JSONComparison.excess(
                expected[index], got[index], tolerance, integersAreExact: isInteger && !isExplicit)
            guard excess > 1 else { continue }
            count += 1
            if excess > worst?.excess ?? 0 { worst = (index, excess) }
        }
        return worst.map { Worst(index: $0.index, count: count) }
    }
}

// MARK: - Arrays

extension PayloadComparison {
    private struct ArrayData {
        var dtype: String
        var shape: [Int]
        /// Flat positions of the recorded elements; `nil` when all are recorded.
        var indices: [JSON]?
        var values: [JSON]
        var statistics: [(name: String, value: JSON)] = []

        init?(_ json: JSON) {
            guard let dtype = json["dtype"]?.asString, let shape = json["shape"]?.asArray else { return nil }
            self.dtype = dtype
            self.shape = shape.compactMap(\.asInt)
            guard self.shape.count == shape.count else { return nil }
            if let data = json["data"]?.asArray {
                values = data
            } else if let sample = json["sample"], let indices = sample["indices"]?.asArray,
                let values = sample["values"]?.asArray, indices.count == values.count
            {
                self.indices = indices
                self.values = values
                for name in ["min", "max", "mean", "std"] {
                    if let value = json[name] { statistics.append((name, value)) }
                }
            } else {
                return nil
            }
        }

        func position(_ index: Int) -> [Int] {
            var rest = indices.flatMap { $0[index].asInt } ?? index
            var position: [Int] = []
            for size in shape.reversed() where size > 0 {
                position.insert(rest % size, at: 0)
                rest /= size
            }
            return position
        }
    }

    private func compareArrays(_ expectedJSON: JSON, _ gotJSON: JSON) -> [Difference]? {
        guard let expected = ArrayData(expectedJSON), let got = ArrayData(gotJSON) else { return nil }
        if expected.dtype != got.dtype { return [.arrayDType(expected: expected.dtype, got: got.dtype)] }
        if expected.shape != got.shape { return [.arrayShape(expected: expected.shape, got: got.shape)] }
        if shapeOnly { return [] }
        guard expected.indices == got.indices, expected.values.count == got.values.count,
            expected.statistics.map(\.name) == got.statistics.map(\.name)
        else { return nil }
        let tolerance = tolerances.array
        let isInteger = !expected.dtype.hasPrefix("float")
        var differences: [Difference] = []
        if let worst = worst(expected.values, got.values, tolerance, isInteger: isInteger) {
            differences.append(
                .arrayElement(
                    index: expected.position(worst.index), expected: expected.values[worst.index].excerpt,
                    got: got.values[worst.index].excerpt, count: worst.count, tolerance))
        }
        for (expected, got) in zip(expected.statistics, got.statistics)
        where JSONComparison.excess(expected.value, got.value, tolerance, integersAreExact: isInteger && !isExplicit)
            > 1
        {
            differences.append(
                .arrayStatistic(
                    name: expected.name, expected: expected.value.excerpt, got: got.value.excerpt, tolerance))
        }
        return differences
    }
}

// MARK: - Histories

extension PayloadComparison {
    private func compareHistories(_ expected: JSON, _ got: JSON) -> [Difference]? {
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
                    metric: metric.name, epoch: worst.index + 1, expected: metric.values[worst.index].excerpt,
                    got: other[worst.index].excerpt, count: worst.count, tolerances.history))
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

// MARK: - Figures and diagnostics

extension PayloadComparison {
    private func compareFigures(_ expected: JSON, _ got: JSON) -> [Difference]? {
        guard let expectedFields = expected.asObject, let gotFields = got.asObject,
            let expectedSeries = expected["series"]?.asArray, let gotSeries = got["series"]?.asArray
        else { return nil }
        var differences: [Difference] = []
        for name in Set(expectedFields.keys).union(gotFields.keys).subtracting(["series"]).sorted() {
            let (left, right) = (expectedFields[name] ?? .null, gotFields[name] ?? .null)
            guard !areSame(left, right) else { continue }
            differences.append(.figureField(name: name, expected: left.excerpt, got: right.excerpt))
        }
        guard expectedSeries.count == gotSeries.count else {
            return differences + [.figureSeriesCount(expected: expectedSeries.count, got: gotSeries.count)]
        }
        for (index, (left, right)) in zip(expectedSeries, gotSeries).enumerated() {
            guard let left = left.asObject, let right = right.asObject else { return nil }
            let name = left["label"]?.asString.flatMap { $0.isEmpty ? nil : $0 } ?? "\(index + 1)"
            differences += compareSeries(name, left, right)
        }
        return differences
    }

    private func compareSeries(_ series: String, _ expected: [String: JSON], _ got: [String: JSON]) -> [Difference] {
        var differences: [Difference] = []
        for field in Set(expected.keys).union(got.keys).sorted() {
            let (left, right) = (expected[field] ?? .null, got[field] ?? .null)
            guard let leftPoints = left.asArray, let rightPoints = right.asArray else {
                if !areSame(left, right) {
                    differences.append(
                        .figureSeriesField(series: series, name: field, expected: left.excerpt, got: right.excerpt))
                }
                continue
            }
            if leftPoints.count != rightPoints.count {
                differences.append(
                    .figurePointCount(
                        series: series, axis: field, expected: leftPoints.count, got: rightPoints.count))
            } else if !shapeOnly, let worst = worst(leftPoints, rightPoints, tolerances.figure) {
                differences.append(
                    .figurePoint(
                        series: series, axis: field, index: worst.index, expected: leftPoints[worst.index].excerpt,
                        got: rightPoints[worst.index].excerpt, count: worst.count, tolerances.figure))
            }
        }
        return differences
    }

    private func areSame(_ expected: JSON, _ got: JSON) -> Bool {
        if shapeOnly, expected.asDouble != nil, got.asDouble != nil { return true }
        return JSONComparison(tolerance: tolerances.figure, integersAreExact: false).firstDifference(expected, got)
            == nil
    }

    /// Diagnostics by what they say. Their places move with every line written above the cell.
    private func compareDiagnostics(_ expected: JSON, _ got: JSON) -> [Difference]? {
        guard let expected = expected.asArray, let got = got.asArray else { return nil }
        func text(_ list: [JSON], _ index: Int) -> String? {
            guard index < list.count else { return nil }
            return list[index]["message"]?.asString ?? list[index].excerpt
        }
        for index in 0..<max(expected.count, got.count) {
            let (left, right) = (text(expected, index), text(got, index))
            if left != right { return [.diagnostic(index: index + 1, expected: left, got: right)] }
        }
        return []
    }
}
