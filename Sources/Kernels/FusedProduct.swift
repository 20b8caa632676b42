import CKernels

/// Products of float32 matrices, for all but the smallest.
///
/// Each sum is one chain of fused multiplications and additions in the order of the inner dimension. So its bits depend
/// neither on the shapes of the matrices, nor on how they are cut into blocks, nor on the width of the vectors.
package enum FusedProduct {
    /// Of the inner dimension: a panel of the packed right side stays in the first cache,
    private static let innerBlock = 128
    /// of the columns: all its panels stay in the second,
    private static let columnBlock = 512
    /// and of the rows: as do these of the left side.
    private static let rowBlock = 256
    /// So few rows are done before packing would pay: the right side is read where it stands.
    private static let fewRows = 64

    /// `C = op(A)·op(B)`, `m × n`, or `C += …` if `accumulate`; `k` is the inner dimension and `lda`, `ldb`, `ldc` are the
    /// distances of rows.
    static func multiply(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ a: UnsafePointer<Float>, _ lda: Int, _ b: UnsafePointer<Float>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<Float>, _ ldc: Int,
        on set: InstructionSet = .current
    ) {
        let kernels = set.kernels
        let (row, step) = transposeA ? (1, lda) : (lda, 1)
        let (bRow, bColumn) = transposeB ? (1, ldb) : (ldb, 1)
        let inPlace = m <= fewRows && !transposeB ? n / kernels.lanes * kernels.lanes : 0
        for inner in stride(from: 0, to: inPlace > 0 ? k : 0, by: innerBlock) {
            kernels.multiply(
                m, inPlace, min(innerBlock, k - inner), a + inner * step, row, step, b + inner * ldb, ldb,
                accumulate || inner > 0, c, ldc)
        }
        guard inPlace < n else { return }
        let room = kernels.packed_size(min(k, innerBlock), min(n - inPlace, columnBlock))
        withUnsafeTemporaryAllocation(byteCount: room * MemoryLayout<Float>.stride, alignment: 64) { memory in
            guard let packed = memory.bindMemory(to: Float.self).baseAddress else { return }
            for column in stride(from: inPlace, to: n, by: columnBlock) {
                let columns = min(columnBlock, n - column)
                for inner in stride(from: 0, to: k, by: innerBlock) {
                    let terms = min(innerBlock, k - inner)
                    kernels.pack(terms, columns, b + inner * bRow + column * bColumn, bRow, bColumn, packed)
                    for first in stride(from: 0, to: m, by: rowBlock) {
                        kernels.multiply(
                            min(rowBlock, m - first), columns, terms, a + first * row + inner * step, row, step, packed,
                            0, accumulate || inner > 0, c + first * ldc + column, ldc)
                    }
                }
            }
        }
    }

    /// The same for matrices, on a set of one's choice: for comparing them.
    package static func multiply(
        _ a: Matrix<Float>, _ b: Matrix<Float>, transposeA: Bool = false, transposeB: Bool = false,
        into c: Matrix<Float>, accumulate: Bool = false, on set: InstructionSet
    ) {
        let k = transposeA ? a.rows : a.columns
        precondition(c.rows == (transposeA ? a.columns : a.rows) && c.columns == (transposeB ? b.rows : b.columns))
        precondition(k == (transposeB ? b.columns : b.rows) && k > 0)
        multiply(
            transposeA, transposeB, c.rows, c.columns, k, a.pointer, a.stride, b.pointer, b.stride, accumulate,
            c.pointer, c.stride, on: set)
    }
}

/// The right side of products that are taken again and again, as recurrent layers do at every step.
struct PackedMatrix {
    private let rows, columns: Int
    private let panels: FloatBuffer
    private let kernels: hanji_kernels

    /// `matrix`, or the one with its sides exchanged.
    init(_ matrix: Matrix<Float>, transposed: Bool, on set: InstructionSet = .current) {
        (rows, columns) = transposed ? (matrix.columns, matrix.rows) : (matrix.rows, matrix.columns)
        kernels = set.kernels
        panels = FloatBuffer(count: kernels.packed_size(rows, columns))
        let (row, column) = transposed ? (1, matrix.stride) : (matrix.stride, 1)
        kernels.pack(rows, columns, matrix.pointer, row, column, panels.base)
    }

    /// `C = A·B`, or `C += A·B` if `accumulate`, where this is B.
    func multiply(_ a: Matrix<Float>, into c: Matrix<Float>, accumulate: Bool) {
        precondition(a.columns == rows && c.columns == columns && c.rows == a.rows)
        kernels.multiply(
            c.rows, columns, rows, a.pointer, a.stride, 1, panels.base, 0, accumulate, c.pointer, c.stride)
    }
}
