package import Kernels

/// What a network computes with.
extension Tensor {
    /// The rows as the sparse kernels read them; `nil` if the tensor is dense.
    package func sparseMatrix() -> SparseMatrix? {
        if case .sparse(let rows) = storage { rows.matrix() } else { nil }
    }

    /// Copies the elements of some rows (positions on the first axis) to `target`, one row of it each, as float32.
    package func copyRows(_ rows: ArraySlice<Int>, to target: Matrix) {
        let width = shape.dropFirst().reduce(1, *)
        precondition(target.columns == width && target.stride == width && target.rows >= rows.count)
        for (position, row) in rows.enumerated() {
            let place = target.offset + position * width
            switch storage {
            case .dense(let elements, let offset):
                let range = offset + row * width..<offset + (row + 1) * width
                switch elements {
                case .float64(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                case .float32(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                case .int64(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                case .int32(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                case .uint8(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                case .bool(let values): Conversions.copy(values, range, to: target.buffer, at: place)
                }
            case .sparse(let sparse):
                target.buffer.fill(place..<place + width, 0)
                sparse.forEachEntry(ofRow: row) { target.buffer[place + $0] = Float($1) }
            }
        }
    }

    /// A float32 tensor of these elements in row-major order.
    package init(float32 values: [Float], shape: [Int]) {
        precondition(values.count == shape.reduce(1, *))
        self.init(.float32(values), shape: shape)
    }
}
