import Outputs

/// The arithmetic mean. Errors: ``TensorError/isEmpty(operation:)``.
public func mean(_ values: [Double]) -> Double {
    Failure.guarded(.nan) {
        guard !values.isEmpty else { throw TensorError.isEmpty(operation: "mean") }
        return values.reduce(0, +) / Double(values.count)
    }
}

/// The arithmetic mean. Errors: ``TensorError/isEmpty(operation:)``.
public func mean(_ values: [Int]) -> Double { mean(values.map { Double($0) }) }

/// The middle of the sorted values, or the mean of the two in the middle. Errors: ``TensorError/isEmpty(operation:)``.
public func median(_ values: [Double]) -> Double {
    Failure.guarded(.nan) {
        guard !values.isEmpty else { throw TensorError.isEmpty(operation: "median") }
        if values.contains(where: \.isNaN) { return .nan }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// The middle of the sorted values, or the mean of the two in the middle. Errors: ``TensorError/isEmpty(operation:)``.
public func median(_ values: [Int]) -> Double { median(values.map { Double($0) }) }

/// The standard deviation over all values (not of a sample). Source: `numpy.std`. Errors: ``TensorError/isEmpty(operation:)``.
public func std(_ values: [Double]) -> Double {
    Failure.guarded(.nan) {
        guard !values.isEmpty else { throw TensorError.isEmpty(operation: "std") }
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }
}

/// The value below which a share (0...100 percent) of the values lies, between neighbours in proportion.
/// Source: `numpy.percentile`. Errors: ``TensorError/isEmpty(operation:)``.
public func percentile(_ values: [Double], _ percent: Double) -> Double {
    Failure.guarded(.nan) {
        guard !values.isEmpty else { throw TensorError.isEmpty(operation: "percentile") }
        let sorted = values.sorted()
        let place = Swift.min(Swift.max(percent, 0), 100) / 100 * Double(sorted.count - 1)
        let low = Int(place)
        let high = Swift.min(low + 1, sorted.count - 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}
