import CKernels

/// Products of a ``SparseMatrix`` with dense ones. Work is proportional to the entries that are not zero.
package enum SparseProduct {
    /// `y[i] = x[order[i]]·W + b` for `i` in `range`, which are the rows of `y`. Entries are added in a fixed order.
    package static func forward(
        _ x: SparseMatrix, order: [Int], range: Range<Int>, weights w: Matrix<Float>, bias: FloatBuffer,
        into y: Matrix<Float>
    ) {
        precondition(w.rows == x.columns && y.columns == w.columns && bias.count == w.columns && y.rows == range.count)
        switch x.indices {
        case .narrow(let indices): forwardAll(x, indices, order, range, w, bias, y)
        case .wide(let indices): forwardAll(x, indices, order, range, w, bias, y)
        }
    }

    /// The rows `columns` of the gradient `dW = xᵀ·dy`, where row `i` of `dy` belongs to row `order[first + i]` of `x`:
    /// range number `piece` of the matrix's cut. Samples are added in order.
    package static func gradient(
        _ x: SparseMatrix, _ cut: ColumnCut, order: [Int], first: Int, _ dy: Matrix<Float>, piece: Int,
        into dw: Matrix<Float>
    ) {
        precondition(dw.rows == x.columns && dw.columns == dy.columns && first + dy.rows <= order.count)
        let columns = cut.columns(of: piece)
        for row in columns { dw.row(row).update(repeating: 0, count: dw.columns) }
        switch x.indices {
        case .narrow(let indices): gradientAll(x, indices, cut, order, first, dy, piece, dw)
        case .wide(let indices): gradientAll(x, indices, cut, order, first, dy, piece, dw)
        }
    }

    private typealias Index = UnsignedInteger & FixedWidthInteger

    @inline(__always)
    private static func forwardAll(
        _ x: SparseMatrix, _ indices: [some Index], _ order: [Int], _ range: Range<Int>, _ w: Matrix<Float>,
        _ bias: FloatBuffer, _ y: Matrix<Float>
    ) {
        var column = 0
        while column < w.columns {
            let left = w.columns - column
            if left >= 16 {
                if x.values == nil, let rows = indices as? [UInt16] {
                    ones(x, rows, order, range, w, bias, column, y)
                } else {
                    forward(SIMD16<Float>.self, x, indices, order, range, w, bias, column, y)
                }
                column += 16
            } else if left >= 4 {
                forward(SIMD4<Float>.self, x, indices, order, range, w, bias, column, y)
                column += 4
            } else {
                forward(SIMD1.self, x, indices, order, range, w, bias, column, y)
                column += 1
            }
        }
    }

    @inline(__always)
    private static func gradientAll(
        _ x: SparseMatrix, _ indices: [some Index], _ cut: ColumnCut, _ order: [Int], _ first: Int, _ dy: Matrix<Float>,
        _ piece: Int, _ dw: Matrix<Float>
    ) {
        var column = 0
        while column < dw.columns {
            let left = dw.columns - column
            if left >= 16 {
                if x.values == nil, let rows = indices as? [UInt16] {
                    gradientOfOnes(x, rows, cut, order, first, dy, piece, column, dw)
                } else {
                    gradient(SIMD16<Float>.self, x, indices, cut, order, first, dy, piece, column, dw)
                }
                column += 16
            } else if left >= 4 {
                gradient(SIMD4<Float>.self, x, indices, cut, order, first, dy, piece, column, dw)
                column += 4
            } else {
                gradient(SIMD1.self, x, indices, cut, order, first, dy, piece, column, dw)
                column += 1
            }
        }
    }

    // MARK: Zeros and ones, as words are encoded

    private static func ones(
        _ x: SparseMatrix, _ indices: [UInt16], _ order: [Int], _ range: Range<Int>, _ w: Matrix<Float>,
        _ bias: FloatBuffer, _ column: Int, _ y: Matrix<Float>
    ) {
        let kernels = InstructionSet.current.kernels
        indices.withUnsafeBufferPointer { indices in
            for (position, sample) in range.enumerated() {
                let (start, end) = (x.offsets[order[sample]], x.offsets[order[sample] + 1])
                kernels.gather(
                    end - start, indices.baseAddress.map { $0 + start }, w.pointer + column, w.stride,
                    bias.base + column,
                    y.row(position) + column)
            }
        }
    }

    private static func gradientOfOnes(
        _ x: SparseMatrix, _ indices: [UInt16], _ cut: ColumnCut, _ order: [Int], _ first: Int, _ dy: Matrix<Float>,
        _ piece: Int, _ column: Int, _ dw: Matrix<Float>
    ) {
        let kernels = InstructionSet.current.kernels
        indices.withUnsafeBufferPointer { indices in
            guard let entries = indices.baseAddress else { return }
            for position in 0..<dy.rows {
                let part = cut.entries(of: x, row: order[first + position], piece: piece)
                kernels.scatter(
                    part.count, entries + part.lowerBound, dy.row(position) + column, dw.pointer + column, dw.stride)
            }
        }
    }

    // MARK: All others

    @inline(__always)
    private static func forward<V: Lanes>(
        _ type: V.Type, _ x: SparseMatrix, _ indices: [some Index], _ order: [Int], _ range: Range<Int>,
        _ w: Matrix<Float>,
        _ bias: FloatBuffer, _ column: Int, _ y: Matrix<Float>
    ) {
        let weights = UnsafeRawPointer(w.pointer + column)
        let step = w.stride * MemoryLayout<Float>.stride
        let start = V.load(UnsafeRawPointer(bias.base + column))
        indices.withUnsafeBufferPointer { indices in
            for (position, sample) in range.enumerated() {
                let row = order[sample]
                var sum = start
                if let values = x.values {
                    for entry in x.offsets[row]..<x.offsets[row + 1] {
                        sum = sum + V.load(weights + Int(indices[entry]) &* step) * values[entry]
                    }
                } else {
                    // Two sums, of every other entry, hide each other's latency.
                    var other = V.zero
                    var entry = x.offsets[row]
                    let end = x.offsets[row + 1]
                    while entry + 1 < end {
                        sum = sum + V.load(weights + Int(indices[entry]) &* step)
                        other = other + V.load(weights + Int(indices[entry + 1]) &* step)
                        entry += 2
                    }
                    if entry < end { sum = sum + V.load(weights + Int(indices[entry]) &* step) }
                    sum = sum + other
                }
                sum.store(UnsafeMutableRawPointer(y.row(position) + column))
            }
        }
    }

    @inline(__always)
    private static func gradient<V: Lanes>(
        _ type: V.Type, _ x: SparseMatrix, _ indices: [some Index], _ cut: ColumnCut, _ order: [Int], _ first: Int,
        _ dy: Matrix<Float>, _ piece: Int, _ column: Int, _ dw: Matrix<Float>
    ) {
        let target = UnsafeMutableRawPointer(dw.pointer + column)
        let step = dw.stride * MemoryLayout<Float>.stride
        indices.withUnsafeBufferPointer { indices in
            for position in 0..<dy.rows {
                let row = order[first + position]
                let delta = V.load(UnsafeRawPointer(dy.row(position) + column))
                let part = cut.entries(of: x, row: row, piece: piece)
                if let values = x.values {
                    for entry in part {
                        let place = target + Int(indices[entry]) &* step
                        (V.load(UnsafeRawPointer(place)) + delta * values[entry]).store(place)
                    }
                } else {
                    for entry in part {
                        let place = target + Int(indices[entry]) &* step
                        (V.load(UnsafeRawPointer(place)) + delta).store(place)
                    }
                }
            }
        }
    }
}

/// Some neighbouring columns at once.
private protocol Lanes {
    static var zero: Self { get }
    static func load(_ place: UnsafeRawPointer) -> Self
    func store(_ place: UnsafeMutableRawPointer)
    static func + (_ a: Self, _ b: Self) -> Self
    static func * (_ a: Self, _ b: Float) -> Self
}

extension SIMD16<Float>: Lanes {}
extension SIMD4<Float>: Lanes {}

extension SIMD where Scalar == Float {
    @inline(__always) fileprivate static func load(_ place: UnsafeRawPointer) -> Self {
        place.loadUnaligned(as: Self.self)
    }
    @inline(__always) fileprivate func store(_ place: UnsafeMutableRawPointer) {
        place.storeBytes(of: self, as: Self.self)
    }
}

/// The one lane of the columns that are left over.
private struct SIMD1: Lanes {
    var value: Float
    static var zero: SIMD1 { SIMD1(value: 0) }
    @inline(__always) static func load(_ place: UnsafeRawPointer) -> SIMD1 { SIMD1(value: place.load(as: Float.self)) }
    @inline(__always) func store(_ place: UnsafeMutableRawPointer) { place.storeBytes(of: value, as: Float.self) }
    @inline(__always) static func + (_ a: SIMD1, _ b: SIMD1) -> SIMD1 { SIMD1(value: a.value + b.value) }
    @inline(__always) static func * (_ a: SIMD1, _ b: Float) -> SIMD1 { SIMD1(value: a.value * b) }
}
