/// A matrix in a ``FloatBuffer``: row-major, `stride` elements from one row to the next.
package struct Matrix: Sendable {
    package let buffer: FloatBuffer
    package let offset: Int
    package let rows: Int
    package let columns: Int
    package let stride: Int

    package init(_ buffer: FloatBuffer, offset: Int = 0, rows: Int, columns: Int, stride: Int? = nil) {
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
        self.init(FloatBuffer(count: rows * columns), rows: rows, columns: columns)
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

    /// The elements in row-major order.
    package var array: [Float] {
        (0..<rows).flatMap { buffer.array(offset + $0 * stride..<offset + $0 * stride + columns) }
    }

    var pointer: UnsafeMutablePointer<Float> { buffer.base + offset }
    func row(_ index: Int) -> UnsafeMutablePointer<Float> { buffer.base + (offset + index * stride) }
}
