package import Kernels

/// What a network computes with.
extension Tensor {
    /// The rows as the sparse kernels read them; `nil` if the tensor is dense.
    package func sparseMatrix() -> SparseMatrix? {
        if case .sparse(let rows) = storage { rows.matrix() } else { nil }
    }

    /// The elements in row-major order, and where they begin.
    ///
    /// Errors: ``TensorError/tooLarge(shape:dtype:)`` for a sparse tensor that cannot be spelled out.
    package func numberSource() throws -> (source: NumberSource, offset: Int) {
        let (elements, offset) = try dense()
        return switch elements {
        case .float64(let values): (.float64(values), offset)
        case .float32(let values): (.float32(values), offset)
        case .int64(let values): (.int64(values), offset)
        case .int32(let values): (.int32(values), offset)
        case .uint8(let values): (.uint8(values), offset)
        case .bool(let values): (.bool(values), offset)
        }
    }

    /// Copies some elements (places in row-major order) to a matrix without gaps, from its element `offset` on.
    package func copyElements<S: NetworkScalar>(_ places: Range<Int>, to target: Matrix<S>, at offset: Int) {
        guard let (source, start) = try? numberSource() else { return }
        Conversions.copy(source, from: start + places.lowerBound, count: places.count, to: target, at: offset)
    }

    /// A matrix's elements under a shape, float32 or float64 as the matrix is.
    package init<S: NetworkScalar>(_ matrix: Matrix<S>, shape: [Int]) {
        let values = matrix.array
        precondition(values.count == shape.reduce(1, *))
        if let doubles = values as? [Double] {
            self.init(.float64(doubles), shape: shape)
        } else {
            self.init(.float32(values as? [Float] ?? values.map { Float($0) }), shape: shape)
        }
    }

    /// Parts one below the other, whose rows have one shape; float32 or float64.
    package init(joining parts: [Tensor], rowShape: [Int], dtype: DType) {
        let count = parts.reduce(0) { $0 + ($1.shape.first ?? 0) }
        if dtype == .float64 {
            self.init(.float64(parts.flatMap { (try? $0.array(Double.self)) ?? [] }), shape: [count] + rowShape)
        } else {
            self.init(.float32(parts.flatMap { (try? $0.array(Float.self)) ?? [] }), shape: [count] + rowShape)
        }
    }

    /// A float32 tensor of these elements in row-major order.
    package init(float32 values: [Float], shape: [Int]) {
        precondition(values.count == shape.reduce(1, *))
        self.init(.float32(values), shape: shape)
    }
}

extension Tensor {
    /// The elements as class numbers, in row-major order.
    ///
    /// Errors: ``TensorError/notWhole(value:place:)``.
    package func classNumbers() throws -> [Int] {
        try doubles().enumerated().map { place, value in
            guard let number = Int(exactly: value) else { throw TensorError.notWhole(value: value, place: place) }
            return number
        }
    }

    /// An int32 tensor of these elements in row-major order.
    package init(int32 values: [Int32], shape: [Int]) {
        precondition(values.count == shape.reduce(1, *))
        self.init(.int32(values), shape: shape)
    }

    /// A uint8 tensor of these elements in row-major order.
    package init(uint8 values: [UInt8], shape: [Int]) {
        precondition(values.count == shape.reduce(1, *))
        self.init(.uint8(values), shape: shape)
    }
}
