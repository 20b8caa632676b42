/// The numbers of table rows that a batch asks for. Shared as ``Buffer`` is.
package final class IndexBuffer: @unchecked Sendable {
    package let count: Int
    let base: UnsafeMutablePointer<Int32>

    package init(count: Int) {
        self.count = count
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { base.deallocate() }
}

/// The rows of a table that a list of row numbers names: what an embedding is.
enum TableRows {
    /// Reads row numbers from the rows of `x` (samples), step by step of all samples, and looks them up. Steps of number
    /// 0 are marked as not real in `mask`. Numbers outside the table have been reported before; here they are held in.
    static func gather<S: NetworkScalar>(
        _ table: Matrix<S>, _ x: Matrix<S>, _ indices: IndexBuffer, at offset: Int, mask: ByteBuffer?, into y: Matrix<S>
    ) {
        precondition(y.rows == x.rows * x.columns && y.columns == table.columns)
        precondition(offset >= 0 && offset + y.rows <= min(indices.count, mask?.count ?? .max))
        for step in 0..<x.columns {
            for sample in 0..<x.rows {
                let place = step * x.rows + sample
                let value = x.row(sample)[step]
                let index = value >= 0 && value < S(table.rows) ? Int(value) : 0
                indices.base[offset + place] = Int32(truncatingIfNeeded: index)
                mask?.base[offset + place] = index == 0 ? 0 : 1
                y.row(place).update(from: table.row(index), count: table.columns)
            }
        }
    }

    /// Rows `rows` of the gradient: the sum of all `delta[i]` with that number, in order. Rows that no number names
    /// become zero.
    static func scatter<S: NetworkScalar>(
        _ delta: Matrix<S>, _ indices: IndexBuffer, rows: Range<Int>, into gradient: Matrix<S>
    ) {
        precondition(delta.rows <= indices.count && delta.columns == gradient.columns)
        let part = gradient.rows(rows)
        part.fill(0)
        for position in 0..<delta.rows {
            let index = Int(indices.base[position])
            guard rows.contains(index) else { continue }
            let (source, target) = (delta.row(position), gradient.row(index))
            for column in 0..<delta.columns { target[column] += source[column] }
        }
    }
}
