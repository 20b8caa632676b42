import Keeping
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

extension Parameter {
    func keep(in writer: KeptWriter) throws {
        try writer.string(name)
        try writer.array(shape)
        try writer.plain(regularizer)
        try writer.plain(dtype)
        try dtype == .float64 ? keepBuffers(Double.self, in: writer) : keepBuffers(Float.self, in: writer)
    }

    private func keepBuffers<S: NetworkScalar>(_ type: S.Type, in writer: KeptWriter) throws {
        try writer.buffer(value(type))
        try writer.optional(gradient as? Buffer<S>, writer.buffer)
    }

    static func restored(from reader: KeptReader) throws -> Parameter {
        let name = try reader.string()
        let shape = try reader.array(Int.self)
        let regularizer = try reader.plain(Regularizer?.self)
        func restored<S: NetworkScalar>(_ type: S.Type) throws -> Parameter {
            let value = try reader.buffer(S.self)
            guard value.count == shape.reduce(1, *) else { throw KeepingError.damaged }
            let parameter = Parameter(name, shape: shape, value, regularizer: regularizer)
            parameter.gradient = try reader.optional { try reader.buffer(S.self) }
            return parameter
        }
        return try reader.plain(DType.self) == .float64 ? restored(Double.self) : restored(Float.self)
    }
}

extension KeptWriter {
    func buffer<S: NetworkScalar>(_ buffer: Buffer<S>) throws {
        try int(buffer.count)
        try bytes(UnsafeRawBufferPointer(buffer.bytes))
    }
}

extension KeptReader {
    func buffer<S: NetworkScalar>(_ type: S.Type) throws -> Buffer<S> {
        let count = try count(of: MemoryLayout<S>.stride)
        let buffer = Buffer<S>(count: count)
        buffer.bytes.copyMemory(from: try raw(buffer.bytes.count))
        return buffer
    }
}
