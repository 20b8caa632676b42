import Foundation
import Kernels
import Outputs

/// The product of vectors and matrices, as `numpy.dot` has it: the inner product of two vectors, the matrix product of
/// two matrices, and over the last axis of `a` and the first of `b` otherwise; with a number, the plain product.
///
/// Shapes: `[…, k]` and `[k]` or `[k, n]`, giving `[…]` or `[…, n]`. float32 stays float32.
///
/// Errors: ``TensorError/cannotMultiply(_:_:)``.
public func dot(_ a: Tensor, _ b: Tensor) -> Tensor {
    if a.rank == 0 || b.rank == 0 { return a * b }
    return Failure.guarded(.fallback) {
        guard b.rank <= 2, a.shape[a.rank - 1] == b.shape[0] else { throw TensorError.cannotMultiply(a.shape, b.shape) }
        let (k, n) = (b.shape[0], b.rank == 2 ? b.shape[1] : 1)
        let shape = a.shape.dropLast() + b.shape.dropFirst()
        let m = a.shape.dropLast().reduce(1, *)
        let dtype = DType.promoted(a.dtype, b.dtype)
        _ = try Tensor.checkedCount(Array(shape), dtype)
        if case .sparse(let rows) = a.storage {
            return try sparseProduct(rows, b, n, dtype).reshaped(Array(shape))
        }
        let elements: Elements
        switch dtype {
        case .float32:
            let c = Matrix(rows: m, columns: n)
            MatrixProduct.multiply(
                Matrix(FloatBuffer(try a.array(Float.self)), rows: m, columns: k),
                Matrix(FloatBuffer(try b.array(Float.self)), rows: k, columns: n), into: c)
            elements = .float32(c.array)
        case .float64:
            let (left, right) = (try a.array(Double.self), try b.array(Double.self))
            elements = .float64(try ArrayProduct.multiply(m, n, k, left[...], right[...]) { $0 + $1 * $2 })
        case .int64, .int32, .uint8:
            let sum = try ArrayProduct.multiply(m, n, k, a.array(Int64.self)[...], b.array(Int64.self)[...]) {
                $0 &+ $1 &* $2
            }
            elements = Elements.int64(sum).converted(0..<m * n, to: dtype)
        case .bool:
            let sum = try ArrayProduct.multiply(m, n, k, a.array(Int64.self)[...], b.array(Int64.self)[...]) {
                $0 | ($1 & $2)
            }
            elements = Elements.int64(sum).converted(0..<m * n, to: .bool)
        }
        return Tensor(elements, shape: Array(shape))
    }
}

/// Sparse rows times a dense matrix, in double precision, each sum in the order of the columns.
private func sparseProduct(_ rows: SparseRows, _ b: Tensor, _ n: Int, _ dtype: DType) throws -> Tensor {
    let factors = try b.array(Double.self)
    var result = [Double](repeating: 0, count: rows.count * n)
    for row in 0..<rows.count {
        if row & 1023 == 0 { try Interruption.check() }
        rows.forEachEntry(ofRow: row) { inner, value in
            for column in 0..<n { result[row * n + column] += value * factors[inner * n + column] }
        }
    }
    return Tensor(Elements.float64(result).converted(0..<result.count, to: dtype), shape: [rows.count, n])
}

/// max(x, 0), element by element. Keeps shape and type.
public func relu(_ x: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
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

/// 1 / (1 + e^−x), element by element. Keeps the shape; float32 stays float32, everything else becomes float64.
public func sigmoid(_ x: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
        let values = try x.array(Double.self).map { value in
            let e = exp(-abs(value))
            return value >= 0 ? 1 / (1 + e) : e / (1 + e)
        }
        return floating(values, like: x)
    }
}

/// e^x over its sum along the last axis: numbers that are positive and add up to 1. Types as ``sigmoid(_:)``.
public func softmax(_ x: Tensor) -> Tensor {
    Failure.guarded(.fallback) {
        var values = try x.array(Double.self)
        let length = x.shape.last ?? 1
        for start in stride(from: 0, to: values.count, by: Swift.max(length, 1)) {
            let range = start..<start + length
            let most = values[range].max() ?? 0
            for place in range { values[place] = exp(values[place] - most) }
            let sum = values[range].reduce(0, +)
            for place in range { values[place] /= sum }
        }
        return floating(values, like: x)
    }
}

private func floating(_ values: [Double], like x: Tensor) -> Tensor {
    let dtype: DType = x.dtype == .float32 ? .float32 : .float64
    return Tensor(Elements.float64(values).converted(0..<values.count, to: dtype), shape: x.shape)
}
