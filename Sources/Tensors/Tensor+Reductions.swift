import Foundation
import Outputs

extension Tensor {
    /// The sum of all elements, added in order in double precision; 0 if there are none.
    public func sum() -> Double { Failure.guarded(.nan) { try total { $0 } } }

    /// The arithmetic mean of all elements. Errors: ``TensorError/isEmpty(operation:)``.
    public func mean() -> Double {
        Failure.guarded(.nan) {
            guard count > 0 else { throw TensorError.isEmpty(operation: "mean") }
            return try total { $0 } / Double(count)
        }
    }

    /// The largest element, NaN if there is one. Errors: ``TensorError/isEmpty(operation:)``.
    public func max() -> Double { Failure.guarded(.nan) { try extreme("max") { $0 > $1 } } }

    /// The least element, NaN if there is one. Errors: ``TensorError/isEmpty(operation:)``.
    public func min() -> Double { Failure.guarded(.nan) { try extreme("min") { $0 < $1 } } }

    /// The standard deviation over all elements (not of a sample), as `numpy.std` has it.
    public func std() -> Double {
        Failure.guarded(.nan) {
            guard count > 0 else { throw TensorError.isEmpty(operation: "std") }
            let mean = try total { $0 } / Double(count)
            return (try total { ($0 - mean) * ($0 - mean) } / Double(count)).squareRoot()
        }
    }

    /// Σ f(element); of a sparse tensor's zeros f is taken once and multiplied.
    private func total(_ function: (Double) -> Double) throws -> Double {
        try requireUntraced("sum(), mean()")
        switch storage {
        case .sparse(let rows):
            var (sum, entries) = (0.0, 0)
            rows.forEachEntry { _, _, value in
                sum += function(value)
                entries += 1
            }
            return entries < count ? sum + function(0) * Double(count - entries) : sum
        case .dense(let elements, let offset):
            var sum = 0.0
            switch elements {
            case .float64(let values): for value in values[offset..<offset + count] { sum += function(value) }
            case .float32(let values): for value in values[offset..<offset + count] { sum += function(Double(value)) }
            default: for place in offset..<offset + count { sum += function(elements.double(at: place)) }
            }
            return sum
        }
    }

    private func extreme(_ name: String, _ isBetter: (Double, Double) -> Bool) throws -> Double {
        guard count > 0 else { throw TensorError.isEmpty(operation: name) }
        try requireUntraced(name + "()")
        var best: Double?
        func offer(_ value: Double) {
            guard let current = best else {
                best = value
                return
            }
            if !current.isNaN, value.isNaN || isBetter(value, current) { best = value }
        }
        if case .sparse(let rows) = storage {
            var entries = 0
            rows.forEachEntry { _, _, value in
                offer(value)
                entries += 1
            }
            if entries < count { offer(0) }
        } else {
            for place in 0..<count { offer(double(at: place)) }
        }
        return best ?? .nan
    }
}
