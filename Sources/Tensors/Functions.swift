import Foundation
import Kernels
import Outputs

/// The product of vectors and matrices, as `numpy.dot` has it: the inner product of two vectors, the matrix product of
/// two matrices, and over the last axis of `a` and the first of `b` otherwise; with a number, the plain product.
///
/// Shapes: `[…, k]` and `[k]` or `[k, n]`, giving `[…]` or `[…, n]`. float32 stays float32.
///
/// Errors: ``TensorError/cannotMultiply(_:_:)``.
@_disfavoredOverload public func dot(_ a: Tensor, _ b: Tensor) -> Tensor {
    if a.rank == 0 || b.rank == 0 { return a * b }
    return Failure.guarded(.fallback) {
        if a.node != nil || b.node != nil { return try tracedDot(a, b) }
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
            let c = Matrix<Float>(rows: m, columns: n)
            Float.multiply(
                Matrix(FloatBuffer(try a.array(Float.self)), rows: m, columns: k),
                Matrix(FloatBuffer(try b.array(Float.self)), rows: k, columns: n), transposeA: false, transposeB: false,
                into: c, accumulate: false)
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

/// ``dot(_:_:)`` of at most two axes each, with its gradients.
private func tracedDot(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    guard a.rank <= 2, b.rank <= 2 else { throw TensorError.notDifferentiable(operation: "dot \(a.shape) \(b.shape)") }
    let (left, right) = (a.untraced, b.untraced)
    let result = dot(left, right)
    let rows = a.rank == 2 ? left : left.reshaped([1, a.count])
    let columns = b.rank == 2 ? right : right.reshaped([b.count, 1])
    let shape = [rows.shape[0], columns.shape[1]]
    return result.traced(
        (a, { dot($0.reshaped(shape), columns.transposed()).reshaped(left.shape) }),
        (b, { dot(rows.transposed(), $0.reshaped(shape)).reshaped(right.shape) }))
}
