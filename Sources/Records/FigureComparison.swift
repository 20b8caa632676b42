import Outputs

extension PayloadComparison {
    func compareFigures(_ expected: JSON, _ got: JSON) -> [Difference]? {
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

    func compareSeries(_ series: String, _ expected: [String: JSON], _ got: [String: JSON]) -> [Difference] {
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
                        series: series, axis: field, index: worst.index, expected: leftPoints[worst.index].numeral,
                        got: rightPoints[worst.index].numeral, count: worst.count, tolerances.figure))
            }
        }
        return differences
    }

    private func areSame(_ expected: JSON, _ got: JSON) -> Bool {
        if shapeOnly, expected.asDouble != nil, got.asDouble != nil { return true }
        return JSONComparison(tolerance: tolerances.figure, integersAreExact: false).firstDifference(expected, got)
            == nil
    }
}
