import Foundation
import Outputs

extension Tensor {
    /// Whole numbers from `start` up to but not including `stop`, `step` apart, as int64. Source: `numpy.arange`.
    public static func arange(_ start: Int, _ stop: Int, step: Int = 1) -> Tensor {
        Failure.guarded(.fallback) {
            guard step != 0 else { throw TensorError.notPositive("step", 0) }
            return Tensor(Array(stride(from: start, to: stop, by: step)))
        }
    }

    /// 0, 1, … up to but not including `stop`, as int64.
    public static func arange(_ stop: Int) -> Tensor { arange(0, stop) }

    /// `count` numbers at equal distances, both ends included. Source: `numpy.linspace`.
    public static func linspace(_ start: Double, _ stop: Double, count: Int = 50) -> Tensor {
        Failure.guarded(.fallback) {
            guard count > 0 else { throw TensorError.notPositive("count", Double(count)) }
            let step = count > 1 ? (stop - start) / Double(count - 1) : 0
            var values = (0..<count).map { start + Double($0) * step }
            if count > 1 { values[count - 1] = stop }
            return Tensor(values)
        }
    }

    /// The identity matrix.
    public static func eye(_ count: Int, dtype: DType = .float64) -> Tensor {
        Failure.guarded(.fallback) {
            var result = try filled([count, count], 0, dtype)
            for place in 0..<count { result[place, place] = 1 }
            return result
        }
    }

    /// Uniform in [0, 1), drawn from the notebook's stream in row-major order.
    public static func random(_ shape: [Int], dtype: DType = .float64) -> Tensor {
        Failure.guarded(.fallback) {
            let count = try checkedCount(shape, dtype)
            var generator = RandomStream.split()
            let values = (0..<count).map { _ in generator.unit() }
            return Tensor(Elements.float64(values).converted(0..<count, to: dtype), shape: shape)
        }
    }

    /// Normal with mean 0 and deviation 1 (Box and Muller, 1958), drawn from the notebook's stream in row-major order.
    public static func randomNormal(_ shape: [Int], dtype: DType = .float64) -> Tensor {
        Failure.guarded(.fallback) {
            let count = try checkedCount(shape, dtype)
            var generator = RandomStream.split()
            var values: [Double] = []
            values.reserveCapacity(count + 1)
            while values.count < count {
                let radius = (-2 * Foundation.log(1 - generator.unit())).squareRoot()
                let angle = 2 * Double.pi * generator.unit()
                values.append(radius * Foundation.cos(angle))
                values.append(radius * Foundation.sin(angle))
            }
            return Tensor(Elements.float64(values).converted(0..<count, to: dtype), shape: shape)
        }
    }
}

/// Tensors one behind the other along an axis; all other axes must be equally long. Source: `numpy.concatenate`.
///
/// Errors: ``TensorError/cannotJoin(_:_:axis:)``, ``TensorError/nothingToJoin``, ``TensorError/axisOutOfRange(_:rank:)``.
public func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    Failure.guarded(.fallback) {
        guard let first = tensors.first else { throw TensorError.nothingToJoin }
        guard first.rank > 0, axis >= -first.rank, axis < first.rank else {
            throw TensorError.axisOutOfRange(axis, rank: first.rank)
        }
        let place = axis < 0 ? axis + first.rank : axis
        let dtype = tensors.reduce(first.dtype) { DType.promoted($0, $1.dtype) }
        var shape = first.shape
        shape[place] = 0
        for tensor in tensors {
            var others = tensor.shape
            guard tensor.rank == first.rank else { throw TensorError.cannotJoin(first.shape, others, axis: place) }
            shape[place] += others[place]
            others[place] = first.shape[place]
            guard others == first.shape else { throw TensorError.cannotJoin(first.shape, tensor.shape, axis: place) }
        }
        var result = try Tensor.filled(shape, 0, dtype)
        var start = 0
        var parts: [(Tensor, Range<Int>)] = []
        for tensor in tensors {
            let range = start..<start + tensor.shape[place]
            result[list: Array(repeating: AxisSelection.range(lower: nil, upper: nil), count: place) + [range]] =
                tensor.untraced
            parts.append((tensor, range))
            start = range.upperBound
        }
        guard tensors.contains(where: { $0.node != nil }) else { return result }
        let parents = parts.compactMap { tensor, range in
            tensor.node.map { node -> (GradientNode, @Sendable (Tensor) -> Tensor) in
                (
                    node,
                    { $0[list: Array(repeating: AxisSelection.range(lower: nil, upper: nil), count: place) + [range]] }
                )
            }
        }
        result.node = GradientNode(parents)
        return result
    }
}

/// Tensors of one shape along a new axis. Source: `numpy.stack`. Errors as ``concatenate(_:axis:)``.
public func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    concatenate(tensors.map { $0.expandedDims(axis: axis) }, axis: axis)
}

/// The different elements in rising order, and how often each occurs. Source: `numpy.unique`.
@_disfavoredOverload public func unique(_ x: Tensor) -> (values: Tensor, counts: [Int]) {
    Failure.guarded((values: Tensor.fallback, counts: [])) {
        var values: [Double] = []
        var counts: [Int] = []
        for value in try x.array(Double.self).sorted() {
            if values.last == value {
                counts[counts.count - 1] += 1
            } else {
                values.append(value)
                counts.append(1)
            }
        }
        let elements = Elements.float64(values).converted(0..<values.count, to: x.dtype)
        return (values: Tensor(elements, shape: [values.count]), counts: counts)
    }
}

/// The different numbers in rising order, and how often each occurs. Source: `numpy.unique`.
public func unique(_ values: [Int]) -> (values: [Int], counts: [Int]) {
    var tally: [Int: Int] = [:]
    for value in values { tally[value, default: 0] += 1 }
    let sorted = tally.sorted { $0.key < $1.key }
    return (values: sorted.map(\.key), counts: sorted.map(\.value))
}
