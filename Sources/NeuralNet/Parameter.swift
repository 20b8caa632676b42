import Kernels
import Tensors

/// Weights that are learned, with room for their gradient, in single or double precision.
final class Parameter {
    let name: String
    let shape: [Int]
    let regularizer: Regularizer?
    private let value: AnyObject
    private var gradient: AnyObject?
    let dtype: DType

    init<S: NetworkScalar>(_ name: String, shape: [Int], _ value: Buffer<S>, regularizer: Regularizer? = nil) {
        precondition(value.count == shape.reduce(1, *))
        self.name = name
        self.shape = shape
        self.value = value
        self.regularizer = regularizer
        dtype = S.self == Double.self ? .float64 : .float32
    }

    var count: Int { shape.reduce(1, *) }

    func value<S: NetworkScalar>(_ type: S.Type = S.self) -> Buffer<S> {
        guard let value = value as? Buffer<S> else { preconditionFailure("a network computes in one precision") }
        return value
    }

    /// Made when training first asks for it.
    func gradient<S: NetworkScalar>(_ type: S.Type = S.self) -> Buffer<S> {
        if let gradient = gradient as? Buffer<S> { return gradient }
        let new = Buffer<S>(count: count)
        gradient = new
        return new
    }

    /// A vector is one row.
    func matrix<S: NetworkScalar>(_ type: S.Type = S.self) -> Matrix<S> { matrix(of: value(type)) }
    func gradientMatrix<S: NetworkScalar>(_ type: S.Type = S.self) -> Matrix<S> { matrix(of: gradient(type)) }

    private func matrix<S: NetworkScalar>(of buffer: Buffer<S>) -> Matrix<S> {
        let columns = shape.last ?? 1
        return Matrix(buffer, rows: columns == 0 ? 0 : buffer.count / columns, columns: columns)
    }

    var tensor: Tensor {
        dtype == .float64
            ? Tensor(matrix(of: value(Double.self)), shape: shape) : Tensor(matrix(of: value(Float.self)), shape: shape)
    }

    var gradientTensor: Tensor {
        dtype == .float64
            ? Tensor(matrix(of: gradient(Double.self)), shape: shape)
            : Tensor(matrix(of: gradient(Float.self)), shape: shape)
    }

    /// Takes over the elements of a tensor of the same shape.
    func set(_ tensor: Tensor) {
        if dtype == .float64 {
            value(Double.self).copy(tensor.doubles(), at: 0)
        } else {
            value(Float.self).copy(tensor.doubles().map { Float($0) }, at: 0)
        }
    }
}
