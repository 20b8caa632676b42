import Keeping
import Kernels

/// Some consecutive rows of a sparse tensor: the unit of copying on write.
///
/// The rows' column numbers lie one behind the other in one array. A row that changes is written anew at the end, and
/// the gaps are closed when they have grown too large.
final class SparseBlock: @unchecked Sendable {
    // Written to only by an owner that has made sure that it is the only one.

    /// One row: where its columns are, and their values, if they are not all the same.
    struct Row {
        var start = 0
        var count = 0
        /// What every column holds, unless `values` is set.
        var value = 0.0
        /// Where the values begin in the block's ``SparseBlock/values``.
        var values: Int?
    }

    private(set) var rows: [Row]
    /// Sorted and unique within each row.
    private(set) var columns: [UInt32] = []
    private(set) var values: [Double] = []
    /// Entries of `columns` that belong to no row any more.
    private var gaps = 0

    init(rows: Int) { self.rows = [Row](repeating: Row(), count: rows) }

    func copy() -> SparseBlock {
        let copy = SparseBlock(rows: 0)
        copy.rows = rows
        copy.columns = columns
        copy.values = values
        copy.gaps = gaps
        return copy
    }

    func keep(in writer: KeptWriter) throws {
        try writer.list(rows, writer.plain)
        try writer.array(columns)
        try writer.array(values)
        try writer.int(gaps)
    }

    init(from reader: KeptReader) throws {
        rows = try reader.list { try reader.plain() }
        columns = try reader.array()
        values = try reader.array()
        gaps = try reader.int()
    }

    var storedBytes: Int {
        rows.count * MemoryLayout<Row>.stride + columns.capacity * 4 + values.capacity * 8
    }

    func columns(of row: Int) -> ArraySlice<UInt32> { columns[rows[row].start..<rows[row].start + rows[row].count] }

    /// The value at the `index`-th entry of a row.
    func value(_ index: Int, of row: Row) -> Double { row.values.map { values[$0 + index] } ?? row.value }

    /// Sets `value` at `indices` (any order, repeats allowed) of a row. Returns the first index that is no column.
    func assign(_ value: Double, at indices: [Int], row index: Int, width: Int) -> Int? {
        var row = rows[index]
        if row.count == 0 || (row.values == nil && row.value == value) {
            let start = columns.count
            let existing = row.start..<row.start + row.count
            if let wrong = SortedIndices.appendUnion(of: indices, existing: existing, columns: width, to: &columns) {
                return wrong
            }
            gaps += row.count
            row = Row(start: start, count: columns.count - start, value: value)
        } else {
            if let wrong = indices.first(where: { $0 < 0 || $0 >= width }) { return wrong }
            row = merged(row, with: value, at: indices)
        }
        rows[index] = row
        if gaps > columns.count / 2 + 1024 {
            compact()
        } else if index == rows.count - 1, columns.capacity > columns.count + columns.count / 4 {
            // Usually rows are written in order: the block is complete, and its spare room goes.
            columns = columns.trimmed()
        }
        return nil
    }

    /// Sets one element; cheap when columns come in rising order.
    func assign(_ value: Double, at column: Int, row index: Int, width: Int) -> Int? {
        guard column >= 0, column < width else { return column }
        let row = rows[index]
        let isLast = row.count > 0 && row.start + row.count == columns.count
        if isLast, row.values == nil, row.value == value, Int(columns[columns.count - 1]) < column {
            columns.append(UInt32(column))
            rows[index].count += 1
            return nil
        }
        if let place = place(of: column, in: row) {
            if let start = row.values {
                values[start + place] = value
                return nil
            }
            if row.value == value { return nil }
        }
        return assign(value, at: [column], row: index, width: width)
    }

    /// Where a column stands among a row's entries.
    func place(of column: Int, in row: Row) -> Int? {
        var (low, high) = (row.start, row.start + row.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
        }
        return low < row.start + row.count && Int(columns[low]) == column ? low - row.start : nil
    }

    /// A row with values of its own for every entry, appended.
    private func merged(_ row: Row, with value: Double, at indices: [Int]) -> Row {
        let new = Set(indices.map { UInt32($0) }).sorted()
        let start = columns.count
        let valuesStart = values.count
        var next = 0
        for entry in 0..<row.count {
            let column = columns[row.start + entry]
            while next < new.count, new[next] < column {
                columns.append(new[next])
                values.append(value)
                next += 1
            }
            let isReplaced = next < new.count && new[next] == column
            if isReplaced { next += 1 }
            columns.append(column)
            values.append(isReplaced ? value : self.value(entry, of: row))
        }
        for column in new[next...] {
            columns.append(column)
            values.append(value)
        }
        gaps += row.count
        return Row(start: start, count: columns.count - start, value: 0, values: valuesStart)
    }

    private func compact() {
        var (newColumns, newValues): ([UInt32], [Double]) = ([], [])
        newColumns.reserveCapacity(columns.count - gaps)
        for index in rows.indices {
            let row = rows[index]
            rows[index].start = newColumns.count
            newColumns.append(contentsOf: columns[row.start..<row.start + row.count])
            if let start = row.values {
                rows[index].values = newValues.count
                newValues.append(contentsOf: values[start..<start + row.count])
            }
        }
        (columns, values, gaps) = (newColumns, newValues, 0)
    }

    /// Every value replaced by what `function` makes of it. Entries that are not there stay zero.
    func mapped(_ function: (Double) -> Double) -> SparseBlock {
        let copy = copy()
        for index in copy.rows.indices { copy.rows[index].value = function(copy.rows[index].value) }
        copy.values = copy.values.map(function)
        return copy
    }

    /// Takes over a row of another block.
    func take(_ row: Row, of other: SparseBlock, to index: Int) {
        var new = row
        new.start = columns.count
        columns.append(contentsOf: other.columns[row.start..<row.start + row.count])
        if let start = row.values {
            new.values = values.count
            values.append(contentsOf: other.values[start..<start + row.count])
        }
        rows[index] = new
    }
}

extension Array {
    /// A copy whose room is its length.
    fileprivate func trimmed() -> [Element] {
        var copy: [Element] = []
        copy.reserveCapacity(count)
        copy.append(contentsOf: self)
        return copy
    }
}
