/// A matrix that is mostly zeros, by rows (compressed sparse rows): of each row the sorted, unique columns that hold
/// something, and their values, or no values at all when every one is 1, as in one-hot data.
package final class SparseMatrix: Sendable {
    package let rows: Int
    package let columns: Int
    /// Where each row begins among the entries; one more than rows.
    package let offsets: [Int]
    /// The column of each entry, in the smallest type that holds them: reading them is most of a product's traffic.
    let indices: Indices
    /// The value of each entry; `nil` when all are 1.
    package let values: [Float]?

    enum Indices: Sendable {
        case narrow([UInt16])
        case wide([UInt32])
    }

    /// The number of entries.
    package var entries: Int { offsets[rows] }

    /// `offsets` rise from 0 to the number of indices; the indices of a row rise and are less than `columns`. They come
    /// in parts one behind the other, which are rows or several rows.
    package init(columns: Int, offsets: [Int], indices parts: [ArraySlice<UInt32>], values: [Float]?) {
        let entries = offsets.last ?? 0
        if columns <= 1 << 16 {
            indices = .narrow(Self.joined(parts, entries, columns))
        } else {
            indices = .wide(Self.joined(parts, entries, columns))
        }
        precondition(offsets.first == 0 && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
        precondition(values == nil || values?.count == entries)
        rows = offsets.count - 1
        self.columns = columns
        self.offsets = offsets
        self.values = values
    }

    @inline(__always)
    private static func joined<T: UnsignedInteger & FixedWidthInteger>(
        _ parts: [ArraySlice<UInt32>], _ entries: Int, _ columns: Int
    ) -> [T] {
        [T](unsafeUninitializedCapacity: entries) { buffer, count in
            var most: UInt32 = 0
            for part in parts {
                precondition(count + part.count <= entries)
                part.withUnsafeBufferPointer { part in
                    for place in 0..<part.count {
                        most = max(most, part[place])
                        buffer[count + place] = T(truncatingIfNeeded: part[place])
                    }
                }
                count += part.count
            }
            precondition(count == entries && (count == 0 || Int(most) < columns))
        }
    }
}

/// A cut of a sparse matrix's columns into consecutive ranges with about the same number of entries each. It depends
/// on the matrix alone. Every sum of a gradient lies within one range, so the cut does not change its bits.
package struct ColumnCut: Sendable {
    /// The first column of each range, and the number of columns at the end.
    package let bounds: [Int]
    /// For each row, how many of its entries stand before each range but the first.
    let starts: [UInt32]

    package var ranges: Int { bounds.count - 1 }
    package func columns(of range: Int) -> Range<Int> { bounds[range]..<bounds[range + 1] }

    /// The entries of a row in one of the ranges.
    @inline(__always)
    func entries(of matrix: SparseMatrix, row: Int, piece: Int) -> Range<Int> {
        let cuts = ranges - 1
        let start = matrix.offsets[row]
        let begin = piece == 0 ? start : start + Int(starts[row * cuts + piece - 1])
        let end = piece == cuts ? matrix.offsets[row + 1] : start + Int(starts[row * cuts + piece])
        return begin..<end
    }

    private static let most = 4

    package init(_ matrix: SparseMatrix) {
        switch matrix.indices {
        case .narrow(let indices): self.init(columns: matrix.columns, offsets: matrix.offsets, indices: indices)
        case .wide(let indices): self.init(columns: matrix.columns, offsets: matrix.offsets, indices: indices)
        }
    }

    @inline(__always)
    private init(columns: Int, offsets: [Int], indices: [some UnsignedInteger & FixedWidthInteger]) {
        // A column costs its entries and, for the optimizer's pass over the weights, something of its own.
        var work = [Int](repeating: 1 + indices.count / max(8 * columns, 1), count: columns)
        for index in indices { work[Int(index)] += 1 }
        let total = work.reduce(0, +)
        var bounds = [0]
        var sum = 0
        for column in 0..<columns {
            sum += work[column]
            if sum * Self.most >= total * bounds.count, column + 1 < columns { bounds.append(column + 1) }
        }
        bounds.append(columns)
        self.bounds = bounds
        var starts: [UInt32] = []
        starts.reserveCapacity((offsets.count - 1) * max(bounds.count - 2, 0))
        for row in 0..<offsets.count - 1 {
            var low = offsets[row]
            for bound in bounds.dropFirst().dropLast() {
                var high = offsets[row + 1]
                while low < high {
                    let middle = (low + high) / 2
                    if Int(indices[middle]) < bound { low = middle + 1 } else { high = middle }
                }
                starts.append(UInt32(low - offsets[row]))
            }
        }
        self.starts = starts
    }
}
