/// A matrix in a ``Buffer``: row-major, `stride` elements from one row to the next.
package struct Matrix<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
    package let buffer: Buffer<Scalar>
    package let offset: Int
    package let rows: Int
    package let columns: Int
    package let stride: Int

    package init(_ buffer: Buffer<Scalar>, offset: Int = 0, rows: Int, columns: Int, stride: Int? = nil) {
        let stride = stride ?? columns
        let end = rows == 0 || columns == 0 ? offset : offset + (rows - 1) * stride + columns
        precondition(rows >= 0 && columns >= 0 && stride >= columns && offset >= 0 && end <= buffer.count)
        self.buffer = buffer
        self.offset = offset
        self.rows = rows
        self.columns = columns
        self.stride = stride
    }

    package init(rows: Int, columns: Int) {
        self.init(Buffer(count: rows * columns), rows: rows, columns: columns)
    }

    /// The rows of `range`, sharing memory.
    package func rows(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= rows)
        return Matrix(
            buffer, offset: range.isEmpty ? offset : offset + range.lowerBound * stride, rows: range.count,
            columns: columns, stride: stride)
    }

    /// The columns of `range`, sharing memory.
    package func columns(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= columns)
        return Matrix(
            buffer, offset: rows == 0 ? offset : offset + range.lowerBound, rows: rows, columns: range.count,
            stride: stride)
    }

    /// The same elements, without gaps, under other sides.
    package func reshaped(rows: Int, columns: Int) -> Matrix {
        precondition(rows * columns == self.rows * self.columns && isContiguous)
        return Matrix(buffer, offset: offset, rows: rows, columns: columns)
    }

    package var isContiguous: Bool { stride == columns || rows <= 1 }

    /// The elements in row-major order.
    package var array: [Scalar] {
        (0..<rows).flatMap { buffer.array(offset + $0 * stride..<offset + $0 * stride + columns) }
    }

    package func fill(_ value: Scalar) {
        for row in 0..<rows { self.row(row).update(repeating: value, count: columns) }
    }

    var pointer: UnsafeMutablePointer<Scalar> { buffer.base + offset }
    func row(_ index: Int) -> UnsafeMutablePointer<Scalar> { buffer.base + (offset + index * stride) }
}
