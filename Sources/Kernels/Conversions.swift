/// Copies between arrays of other types and float32 memory.
package enum Conversions {
    /// Writes the elements `source` of `values` to `target` from `offset` on, rounded to single precision.
    package static func copy(_ values: [Double], _ source: Range<Int>, to target: FloatBuffer, at offset: Int) {
        convert(values, source, target, offset) { Float($0) }
    }

    package static func copy(_ values: [Float], _ source: Range<Int>, to target: FloatBuffer, at offset: Int) {
        convert(values, source, target, offset) { $0 }
    }

    package static func copy<T: FixedWidthInteger>(
        _ values: [T], _ source: Range<Int>, to target: FloatBuffer, at offset: Int
    ) {
        convert(values, source, target, offset) { Float($0) }
    }

    package static func copy(_ values: [Bool], _ source: Range<Int>, to target: FloatBuffer, at offset: Int) {
        convert(values, source, target, offset) { $0 ? 1 : 0 }
    }

    @inline(__always)
    private static func convert<T>(
        _ values: [T], _ source: Range<Int>, _ target: FloatBuffer, _ offset: Int, _ function: (T) -> Float
    ) {
        precondition(source.lowerBound >= 0 && source.upperBound <= values.count)
        precondition(offset >= 0 && offset + source.count <= target.count)
        let place = target.base + offset
        values.withUnsafeBufferPointer { values in
            for (position, index) in source.enumerated() { place[position] = function(values[index]) }
        }
    }

    /// Copies a matrix of one shape into another.
    package static func copy(_ source: Matrix, to target: Matrix) {
        precondition(target.rows == source.rows && target.columns == source.columns)
        for row in 0..<source.rows { target.row(row).update(from: source.row(row), count: source.columns) }
    }

    /// Copies the listed rows of a matrix, in the list's order.
    package static func gather(_ source: Matrix, rows: ArraySlice<Int>, to target: Matrix) {
        precondition(target.rows == rows.count && target.columns == source.columns)
        for (position, row) in rows.enumerated() {
            precondition(row >= 0 && row < source.rows)
            target.row(position).update(from: source.row(row), count: source.columns)
        }
    }
}
