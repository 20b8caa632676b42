import Outputs

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

    func compareArrays(_ expectedJSON: JSON, _ gotJSON: JSON) -> [Difference]? {
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
            func element(_ index: Int) -> ElementDeviation {
                ElementDeviation(
                    index: expected.position(index), expected: expected.values[index].numeral,
                    got: got.values[index].numeral)
            }
            differences.append(
                .arrayElement(
                    element(worst.index), first: worst.first.map(element), count: worst.count,
                    of: expected.values.count, tolerance))
        }
        for (expected, got) in zip(expected.statistics, got.statistics)
        where JSONComparison.excess(expected.value, got.value, tolerance, integersAreExact: isInteger && !isExplicit)
            > 1
        {
            differences.append(
                .arrayStatistic(
                    name: expected.name, expected: expected.value.numeral, got: got.value.numeral, tolerance))
        }
        return differences
    }
}
