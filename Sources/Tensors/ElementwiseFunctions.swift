import Foundation
import Outputs

// These and other functions of tensors are `@_disfavoredOverload`: a literal can be a tensor too, and where a notebook
// calls its own `sigmoid(0)` of numbers, or Foundation's `exp(1)`, the compiler would find both as good.

/// Element by element; float32 stays float32, everything else becomes float64. `slope` is the derivative, from what goes
/// in and what comes out.
private func mapped(
    _ x: Tensor, _ function: (Double) -> Double, slope: @escaping @Sendable (_ x: Double, _ y: Double) -> Double
) -> Tensor {
    Failure.guarded(.fallback) {
        let dtype: DType = x.dtype == .float32 ? .float32 : .float64
        let values = try x.array(Double.self)
        let results = values.map(function)
        let result = Tensor(Elements.float64(results).converted(0..<results.count, to: dtype), shape: x.shape)
        guard x.node != nil else { return result }
        let slopes = Swift.zip(values, results).map { slope($0, $1) }
        let factors = Tensor(Elements.float64(slopes).converted(0..<slopes.count, to: dtype), shape: x.shape)
        return result.traced((x, { $0 * factors }))
    }
}

/// e^x, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func exp(_ x: Tensor) -> Tensor { mapped(x, { Foundation.exp($0) }, slope: { $1 }) }

/// The natural logarithm, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func log(_ x: Tensor) -> Tensor {
    mapped(x, { Foundation.log($0) }, slope: { x, _ in 1 / x })
}

/// log(1 + x), exact for small x too.
@_disfavoredOverload public func log1p(_ x: Tensor) -> Tensor {
    mapped(x, { Foundation.log1p($0) }, slope: { x, _ in 1 / (1 + x) })
}

/// The square root, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func sqrt(_ x: Tensor) -> Tensor { mapped(x, { $0.squareRoot() }, slope: { 0.5 / $1 }) }

/// x·x, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func square(_ x: Tensor) -> Tensor { mapped(x, { $0 * $0 }, slope: { x, _ in 2 * x }) }

/// |x|, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func abs(_ x: Tensor) -> Tensor {
    mapped(x, { Swift.abs($0) }, slope: { x, _ in x > 0 ? 1 : x < 0 ? -1 : 0 })
}

/// x to a power, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func pow(_ x: Tensor, _ exponent: Double) -> Tensor {
    mapped(
        x, { Foundation.pow($0, exponent) }, slope: { x, _ in exponent * Foundation.pow(x, exponent - 1) })
}

@_disfavoredOverload public func sin(_ x: Tensor) -> Tensor {
    mapped(x, { Foundation.sin($0) }, slope: { x, _ in Foundation.cos(x) })
}

@_disfavoredOverload public func cos(_ x: Tensor) -> Tensor {
    mapped(x, { Foundation.cos($0) }, slope: { x, _ in -Foundation.sin(x) })
}

/// The hyperbolic tangent, element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func tanh(_ x: Tensor) -> Tensor {
    mapped(x, { Foundation.tanh($0) }, slope: { 1 - $1 * $1 })
}

/// 1 / (1 + e^−x), element by element. Keeps the shape; float32 stays float32, everything else becomes float64.
@_disfavoredOverload public func sigmoid(_ x: Tensor) -> Tensor {
    mapped(
        x,
        { value in
            let e = Foundation.exp(-Swift.abs(value))
            return value >= 0 ? 1 / (1 + e) : e / (1 + e)
        }, slope: { $1 * (1 - $1) })
}

/// log(1 + e^x), element by element. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func softplus(_ x: Tensor) -> Tensor {
    mapped(
        x, { Swift.max($0, 0) + Foundation.log1p(Foundation.exp(-Swift.abs($0))) },
        slope: { x, _ in 1 / (1 + Foundation.exp(-x)) })
}

/// max(x, 0), element by element. Keeps shape and type.
@_disfavoredOverload public func relu(_ x: Tensor) -> Tensor {
    if x.node != nil { return mapped(x, { $0 < 0 ? 0 : $0 }, slope: { x, _ in x > 0 ? 1 : 0 }) }
    return Failure.guarded(.fallback) {
        if case .sparse(let rows) = x.storage {
            return Tensor(.sparse(rows.mapped { $0 < 0 ? 0 : $0 }), shape: x.shape, dtype: x.dtype)
        }
        if x.dtype == .int64 {
            return Tensor(.int64(try x.array(Int64.self).map { Swift.max($0, 0) }), shape: x.shape)
        }
        let values = try x.array(Double.self).map { $0 < 0 ? 0 : $0 }
        return Tensor(Elements.float64(values).converted(0..<values.count, to: x.dtype), shape: x.shape)
    }
}

/// e^x over its sum along the last axis: numbers that are positive and add up to 1. Types as ``sigmoid(_:)``.
@_disfavoredOverload public func softmax(_ x: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
        let dtype: DType = x.dtype == .float32 ? .float32 : .float64
        var values = try x.array(Double.self)
        let length = x.shape.last ?? 1
        for start in stride(from: 0, to: values.count, by: Swift.max(length, 1)) {
            let range = start..<start + length
            let most = values[range].max() ?? 0
            for place in range { values[place] = Foundation.exp(values[place] - most) }
            let sum = values[range].reduce(0, +)
            for place in range { values[place] /= sum }
        }
        let result = Tensor(Elements.float64(values).converted(0..<values.count, to: dtype), shape: x.shape)
        guard x.node != nil, x.rank > 0 else { return result }
        // dx = y·(dy − Σ dy·y)
        return result.traced(
            (
                x,
                { delta in
                    result * (delta - (delta * result).sum(axis: -1, keepDims: true))
                }
            ))
    }
}

/// The larger of two, element by element; shapes broadcast. Where they are equal each takes half of a gradient.
@_disfavoredOverload public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { chosen(a, b) { $0 > $1 || $0.isNaN } }

/// The smaller of two, element by element; shapes broadcast.
@_disfavoredOverload public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { chosen(a, b) { $0 < $1 || $0.isNaN } }

/// x held within bounds, element by element.
@_disfavoredOverload public func clip(_ x: Tensor, min low: Double, max high: Double) -> Tensor {
    mapped(x, { Swift.min(Swift.max($0, low), high) }, slope: { x, _ in x >= low && x <= high ? 1 : 0 })
}

private func chosen(_ a: Tensor, _ b: Tensor, _ isFirst: (Double, Double) -> Bool) -> Tensor {
    Failure.guarded(.fallback) {
        // The sum brings shapes and types together by NumPy's rules.
        let frame = a.untraced * 0 + b.untraced * 0
        let (left, right) = (try a.spread(to: frame.shape), try b.spread(to: frame.shape))
        let shares = Swift.zip(left, right).map { $0 == $1 ? 0.5 : isFirst($0, $1) ? 1 : 0 }
        let values = Swift.zip(left, right).map { isFirst($0, $1) ? $0 : $1 }
        let dtype = frame.dtype
        let result = Tensor(Elements.float64(values).converted(0..<values.count, to: dtype), shape: frame.shape)
        let share = Tensor(Elements.float64(shares), shape: frame.shape)
        let (shapeA, shapeB) = (a.shape, b.shape)
        return result.traced(
            (a, { ($0 * share).summed(to: shapeA) }), (b, { ($0 * (1 - share)).summed(to: shapeB) }))
    }
}

/// `a` where `condition` is true, else `b`, element by element; shapes broadcast. Source: `numpy.where`.
@_disfavoredOverload public func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
        let frame = a.untraced * 0 + b.untraced * 0
        let shape = try Broadcasting.shape(frame.shape, condition.shape)
        let flags = try condition.untraced.spread(to: shape).map { $0 != 0 }
        let (left, right) = (try a.spread(to: shape), try b.spread(to: shape))
        let values = flags.indices.map { flags[$0] ? left[$0] : right[$0] }
        let result = Tensor(Elements.float64(values).converted(0..<values.count, to: frame.dtype), shape: shape)
        let mask = Tensor(Elements.float64(flags.map { $0 ? 1 : 0 }), shape: shape)
        let (shapeA, shapeB) = (a.shape, b.shape)
        return result.traced(
            (a, { ($0 * mask).summed(to: shapeA) }), (b, { ($0 * (1 - mask)).summed(to: shapeB) }))
    }
}

extension Tensor {
    /// The elements repeated to a shape.
    func spread(to shape: [Int]) throws -> [Double] {
        let values = try array(Double.self)
        if self.shape == shape { return values }
        return Broadcasting.places(of: self.shape, in: shape).map { values[$0] }
    }
}
