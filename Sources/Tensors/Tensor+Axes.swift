import Foundation
import Outputs

extension Tensor {
    /// Sums along an axis, which goes away unless `keepDims`; negative axes count from the last. Sums of floating-point
    /// numbers are added in double precision; small integers add up as int64.
    ///
    /// Errors: ``TensorError/axisOutOfRange(_:rank:)``.
    public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
        Failure.guarded(.fallback) {
            let result = try folded(axis, keepDims, dtype.isFloat ? dtype : .int64) { values, places in
                var sum = 0.0
                for place in places { sum += values[place] }
                return sum
            }
            return try traced(result, axis) { gradient, _ in gradient }
        }
    }

    /// Means along an axis; of integers too they are floating-point. Errors as ``sum(axis:keepDims:)``.
    public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
        Failure.guarded(.fallback) {
            let length = Double(shape[try checked(axis)])
            let result = try folded(axis, keepDims, dtype == .float32 ? .float32 : .float64) { values, places in
                var sum = 0.0
                for place in places { sum += values[place] }
                return sum / length
            }
            return try traced(result, axis) { gradient, _ in gradient / Tensor(length, dtype: gradient.dtype) }
        }
    }

    /// Standard deviations along an axis (of all, not of a sample). Errors as ``sum(axis:keepDims:)``.
    public func std(axis: Int, keepDims: Bool = false) -> Tensor {
        Failure.guarded(.fallback) {
            try requireUntraced("std(axis:)")
            let length = Double(shape[try checked(axis)])
            return try folded(axis, keepDims, dtype == .float32 ? .float32 : .float64) { values, places in
                let mean = places.reduce(0.0) { $0 + values[$1] } / length
                let squares = places.reduce(0.0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
                return (squares / length).squareRoot()
            }
        }
    }

    /// The largest along an axis. Errors as ``sum(axis:keepDims:)``, and ``TensorError/isEmpty(operation:)``.
    public func max(axis: Int, keepDims: Bool = false) -> Tensor { extreme(axis, keepDims, "max") { $0 > $1 } }

    /// The least along an axis. Errors as ``max(axis:keepDims:)``.
    public func min(axis: Int, keepDims: Bool = false) -> Tensor { extreme(axis, keepDims, "min") { $0 < $1 } }

    /// The place of the largest element in row-major order, the first of equals. Errors: ``TensorError/isEmpty(operation:)``.
    public func argmax() -> Int { Failure.guarded(0) { try place("argmax") { $0 > $1 } } }

    /// The place of the least element in row-major order, the first of equals. Errors: ``TensorError/isEmpty(operation:)``.
    public func argmin() -> Int { Failure.guarded(0) { try place("argmin") { $0 < $1 } } }

    /// The positions of the largest along an axis, as int64. Errors as ``max(axis:keepDims:)``.
    public func argmax(axis: Int) -> Tensor { positions(axis, "argmax") { $0 > $1 } }

    /// The positions of the least along an axis, as int64. Errors as ``max(axis:keepDims:)``.
    public func argmin(axis: Int) -> Tensor { positions(axis, "argmin") { $0 < $1 } }

    private func extreme(
        _ axis: Int, _ keepDims: Bool, _ name: String, _ isBetter: @escaping @Sendable (Double, Double) -> Bool
    ) -> Tensor {
        Failure.guarded(.fallback) {
            guard shape[try checked(axis)] > 0 else { throw TensorError.isEmpty(operation: name) }
            let result = try folded(axis, keepDims, dtype) { values, places in
                values[Self.best(values, places, isBetter)]
            }
            let source = untraced
            return try traced(result, axis) { gradient, axis in
                // All of the gradient goes to the first of the best.
                let best = source.positions(axis, name, isBetter)
                let row = Tensor((0..<source.shape[axis]).map { $0 })
                var lengths = [Int](repeating: 1, count: source.rank)
                lengths[axis] = source.shape[axis]
                var kept = source.shape
                kept[axis] = 1
                return gradient * (best.reshaped(kept) .== row.reshaped(lengths)).cast(to: gradient.dtype)
            }
        }
    }

    /// NaN counts as the best, as in NumPy.
    private static func best(
        _ values: [Double], _ places: StrideTo<Int>, _ isBetter: (Double, Double) -> Bool
    ) -> Int {
        var best: Int?
        for place in places {
            guard let current = best else {
                best = place
                continue
            }
            if !values[current].isNaN, values[place].isNaN || isBetter(values[place], values[current]) { best = place }
        }
        return best ?? 0
    }

    private func place(_ name: String, _ isBetter: (Double, Double) -> Bool) throws -> Int {
        guard count > 0 else { throw TensorError.isEmpty(operation: name) }
        return Self.best(try array(Double.self), stride(from: 0, to: count, by: 1), isBetter)
    }

    private func positions(_ axis: Int, _ name: String, _ isBetter: (Double, Double) -> Bool) -> Tensor {
        Failure.guarded(.fallback) {
            let axis = try checked(axis)
            guard shape[axis] > 0 else { throw TensorError.isEmpty(operation: name) }
            let inner = shape[(axis + 1)...].reduce(1, *)
            let length = shape[axis]
            return try untraced.folded(axis, false, .int64) { values, places in
                Double(Self.best(values, places, isBetter) / inner % length)
            }
        }
    }

    private func checked(_ axis: Int) throws -> Int {
        guard axis >= -rank, axis < rank else { throw TensorError.axisOutOfRange(axis, rank: rank) }
        return axis < 0 ? axis + rank : axis
    }

    /// One number for each run of elements along an axis.
    private func folded(
        _ axis: Int, _ keepDims: Bool, _ dtype: DType, _ function: ([Double], StrideTo<Int>) -> Double
    ) throws -> Tensor {
        let axis = try checked(axis)
        let values = try array(Double.self)
        let inner = shape[(axis + 1)...].reduce(1, *)
        let length = shape[axis]
        let outer = shape[..<axis].reduce(1, *)
        var results: [Double] = []
        results.reserveCapacity(outer * inner)
        for row in 0..<outer {
            if row & 4095 == 0 { try Interruption.check() }
            for column in 0..<inner {
                let start = row * length * inner + column
                results.append(function(values, stride(from: start, to: start + length * inner, by: inner)))
            }
        }
        var target = shape
        if keepDims { target[axis] = 1 } else { target.remove(at: axis) }
        return Tensor(Elements.float64(results).converted(0..<results.count, to: dtype), shape: target)
    }

    /// Gradients along the axis are repeated, after `share` has said what part each element gets.
    private func traced(
        _ result: Tensor, _ axis: Int, _ share: @escaping @Sendable (Tensor, Int) -> Tensor
    ) throws -> Tensor {
        guard node != nil else { return result }
        let axis = try checked(axis)
        let own = shape
        var kept = shape
        kept[axis] = 1
        return result.traced(
            (
                self,
                { [kept] gradient in
                    let part = share(gradient.reshaped(kept), axis)
                    return part + Tensor.zeros(own, dtype: part.dtype).densified()
                }
            ))
    }

    /// Running sums along an axis.
    public func cumsum(axis: Int = 0) -> Tensor {
        Failure.guarded(.fallback) {
            try requireUntraced("cumsum")
            let axis = try checked(axis)
            var values = try array(Double.self)
            let inner = shape[(axis + 1)...].reduce(1, *)
            for place in values.indices where place / inner % shape[axis] > 0 { values[place] += values[place - inner] }
            return Tensor(
                Elements.float64(values).converted(0..<values.count, to: dtype.isFloat ? dtype : .int64), shape: shape)
        }
    }

    /// The axes in another order: `transposed([1, 0, 2])` exchanges the first two.
    ///
    /// Errors: ``TensorError/notAPermutation(_:rank:)``.
    public func transposed(_ axes: [Int]) -> Tensor {
        Failure.guarded(.fallback) {
            let order = axes.map { $0 < 0 ? $0 + rank : $0 }
            guard order.sorted() == Array(0..<rank) else { throw TensorError.notAPermutation(axes, rank: rank) }
            let (elements, offset) = try dense()
            let strides = Selection.strides(of: shape)
            var places = [offset]
            for axis in order.reversed() {
                let inner = places
                places = []
                places.reserveCapacity(inner.count * shape[axis])
                for position in 0..<shape[axis] {
                    for place in inner { places.append(place + position * strides[axis]) }
                }
            }
            var back = order
            for (place, axis) in order.enumerated() { back[axis] = place }
            return Tensor(elements.gathered(places), shape: order.map { shape[$0] })
                .traced((self, { [back] in $0.transposed(back) }))
        }
    }

    /// With an axis of length one at a place. Errors: ``TensorError/axisOutOfRange(_:rank:)``.
    public func expandedDims(axis: Int) -> Tensor {
        Failure.guarded(.fallback) {
            guard axis >= -rank - 1, axis <= rank else { throw TensorError.axisOutOfRange(axis, rank: rank + 1) }
            var target = shape
            target.insert(1, at: axis < 0 ? axis + rank + 1 : axis)
            return reshaped(target)
        }
    }

    /// Without axes of length one.
    public func squeezed() -> Tensor { reshaped(shape.filter { $0 != 1 }) }

    /// All elements in one axis.
    public func flattened() -> Tensor { reshaped([count]) }
}

/// The sum of all elements as a tensor of shape `[]`, which can be differentiated.
@_disfavoredOverload public func sum(_ x: Tensor) -> Tensor { x.flattened().sum(axis: 0) }

/// The mean of all elements as a tensor of shape `[]`, which can be differentiated.
///
/// Errors: ``TensorError/isEmpty(operation:)``.
@_disfavoredOverload public func mean(_ x: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
        guard x.count > 0 else { throw TensorError.isEmpty(operation: "mean") }
        return x.flattened().mean(axis: 0)
    }
}
