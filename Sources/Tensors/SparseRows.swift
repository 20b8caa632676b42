import Keeping
import Kernels

/// A matrix of mostly zeros, kept by blocks of rows. A slice of rows shares its blocks.
struct SparseRows: Sendable {
    private static let blockRows = 64
    /// Beyond these lengths a matrix is not kept sparse.
    private static let mostRows = 1 << 26
    private static let mostColumns = 1 << 26

    private var blocks: [SparseBlock]
    /// The first row of the slice, counted from the first row of the first block.
    private var first: Int
    private(set) var count: Int
    let columns: Int

    /// Zeros; `nil` if the shape is not one that is kept sparse.
    init?(shape: [Int]) throws {
        guard shape.allSatisfy({ $0 >= 0 }) else { throw TensorError.negativeLength(shape: shape) }
        guard shape.count == 2, shape[0] > 0, shape[1] > 0, shape[0] <= Self.mostRows, shape[1] <= Self.mostColumns
        else { return nil }
        self.init(count: shape[0], columns: shape[1])
    }

    private init(count: Int, columns: Int) {
        // All blocks are one empty block until they are written to.
        let empty = SparseBlock(rows: Self.blockRows)
        blocks = Array(repeating: empty, count: (count + Self.blockRows - 1) / Self.blockRows)
        first = 0
        self.count = count
        self.columns = columns
    }

    /// Bytes of the blocks that are this value's, each counted once.
    var storedBytes: Int {
        var seen: Set<ObjectIdentifier> = []
        return blocks.reduce(blocks.count * 8) { sum, block in
            seen.insert(ObjectIdentifier(block)).inserted ? sum + block.storedBytes : sum
        }
    }

    private func locate(_ row: Int) -> (block: Int, row: Int) {
        ((first + row) / Self.blockRows, (first + row) % Self.blockRows)
    }

    // MARK: Keeping

    /// Blocks that several tensors share are written once.
    func keep(in writer: KeptWriter) throws {
        for number in [first, count, columns] { try writer.int(number) }
        try writer.list(blocks) { block in try writer.object(block) { try $0.keep(in: writer) } }
    }

    init(from reader: KeptReader) throws {
        (first, count, columns) = (try reader.int(), try reader.int(), try reader.int())
        blocks = try reader.list { try reader.object { try SparseBlock(from: reader) } }
    }

    // MARK: Reading

    func value(row: Int, column: Int) -> Double {
        let (block, index) = locate(row)
        let row = blocks[block].rows[index]
        return blocks[block].place(of: column, in: row).map { blocks[block].value($0, of: row) } ?? 0
    }

    /// Calls `body` for every entry in row-major order; entries may hold zero.
    func forEachEntry(_ body: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
        for row in 0..<count { forEachEntry(ofRow: row) { body(row, $0, $1) } }
    }

    func forEachEntry(ofRow row: Int, _ body: (_ column: Int, _ value: Double) -> Void) {
        let (block, index) = locate(row)
        let head = blocks[block].rows[index]
        for (entry, column) in blocks[block].columns(of: index).enumerated() {
            body(Int(column), blocks[block].value(entry, of: head))
        }
    }

    /// The number of entries.
    var entries: Int { (0..<count).reduce(0) { $0 + entries(ofRow: $1) } }

    private func entries(ofRow row: Int) -> Int {
        let (block, index) = locate(row)
        return blocks[block].rows[index].count
    }

    /// All elements, zeros included.
    func elements(_ dtype: DType) -> Elements {
        switch dtype {
        case .float64: .float64(array())
        case .float32: .float32(array())
        case .int64: .int64(array())
        case .int32: .int32(array())
        case .uint8: .uint8(array())
        case .bool: .bool(array())
        }
    }

    private func array<T: Element>() -> [T] {
        var result = [T](repeating: .from(0.0), count: count * columns)
        forEachEntry { row, column, value in result[row * columns + column] = .from(value) }
        return result
    }

    /// The form that the kernels multiply with.
    func matrix() -> SparseMatrix {
        var offsets = [0]
        offsets.reserveCapacity(count + 1)
        for row in 0..<count { offsets.append(offsets[row] + entries(ofRow: row)) }
        let indices = (0..<count).map { row in
            let (block, index) = locate(row)
            return blocks[block].columns(of: index)
        }
        let isOneHot = (0..<count).allSatisfy { row in
            let (block, index) = locate(row)
            let head = blocks[block].rows[index]
            return head.count == 0 || (head.values == nil && head.value == 1)
        }
        var values: [Float]?
        if !isOneHot {
            var all: [Float] = []
            all.reserveCapacity(offsets[count])
            forEachEntry { _, _, value in all.append(Float(value)) }
            values = all
        }
        return SparseMatrix(columns: columns, offsets: offsets, indices: indices, values: values)
    }

    // MARK: Parts

    /// The rows of `range`, sharing storage.
    func slice(_ range: Range<Int>) -> SparseRows {
        var result = self
        let low = (first + range.lowerBound) / Self.blockRows
        let high = (first + range.upperBound + Self.blockRows - 1) / Self.blockRows
        result.blocks = Array(blocks[low..<max(low, high)])
        result.first = first + range.lowerBound - low * Self.blockRows
        result.count = range.count
        return result
    }

    /// The listed rows, in the list's order.
    func rows(_ list: [Int]) -> SparseRows {
        var result = SparseRows(count: list.count, columns: columns)
        for (position, row) in list.enumerated() {
            let (block, index) = locate(row)
            let (target, place) = result.locate(position)
            if place == 0 { result.blocks[target] = SparseBlock(rows: Self.blockRows) }
            result.blocks[target].take(blocks[block].rows[index], of: blocks[block], to: place)
        }
        return result
    }

    /// `function` at every entry; it must map zero to zero.
    func mapped(_ function: (Double) -> Double) -> SparseRows {
        var result = self
        var done: [ObjectIdentifier: SparseBlock] = [:]
        result.blocks = blocks.map { block in
            if let block = done[ObjectIdentifier(block)] { return block }
            let new = block.mapped(function)
            done[ObjectIdentifier(block)] = new
            return new
        }
        return result
    }

    // MARK: Writing

    /// Sets `value` at the columns `indices` of a row. Returns the first index that is no column.
    mutating func assign(_ value: Double, row: Int, columns indices: [Int]) -> Int? {
        let (block, index) = locate(row)
        own(block)
        return blocks[block].assign(value, at: indices, row: index, width: columns)
    }

    mutating func assign(_ value: Double, row: Int, column: Int) -> Int? {
        let (block, index) = locate(row)
        own(block)
        return blocks[block].assign(value, at: column, row: index, width: columns)
    }

    private mutating func own(_ block: Int) {
        if !isKnownUniquelyReferenced(&blocks[block]) { blocks[block] = blocks[block].copy() }
    }
}
