/// Products of dense matrices: oneDNN for large ones, loops of our own where calling it would cost more.
package enum MatrixProduct {
    /// Products of fewer multiplications than this stay in ``SmallProduct``.
    static let smallest = 64 * 1024
    /// So do thin ones, whose two shorter sides span no more than 32 × 32: the small layers of a first lesson. There
    /// oneDNN gains nothing, and our loops give the same bits on every instruction set, while its sums differ in the
    /// last place, which twenty epochs of overfitting grow into the second digit.
    static let thinnest = 32 * 32

    /// `C = op(A)·op(B)`, or `C += op(A)·op(B)` if `accumulate`; `op` transposes if asked. One thread, always the same
    /// order of summation for the same shapes. Callers split large work into pieces fixed by shape. `staysThin` keeps
    /// thin products in our own loops; recurrent layers, which take one at every step, do without.
    package static func multiply<S: NetworkScalar>(
        _ a: Matrix<S>, _ b: Matrix<S>, transposeA: Bool = false, transposeB: Bool = false, into c: Matrix<S>,
        accumulate: Bool = false, staysThin: Bool = true
    ) {
        let m = transposeA ? a.columns : a.rows
        let k = transposeA ? a.rows : a.columns
        let n = transposeB ? b.rows : b.columns
        precondition(k == (transposeB ? b.columns : b.rows) && c.rows == m && c.columns == n)
        guard m > 0, n > 0 else { return }
        if k > 0, m * n * k >= smallest, !staysThin || m * n * k / max(m, n, k) > thinnest, n >= 4,
            let left = a as? Matrix<Float>, let right = b as? Matrix<Float>, let result = c as? Matrix<Float>,
            OneDNN.sgemm(
                transposeA, transposeB, m, n, k, left.pointer, a.stride, right.pointer, b.stride, accumulate ? 1 : 0,
                result.pointer, c.stride)
        {
            return
        }
        SmallProduct.multiply(
            transposeA, transposeB, m, n, k, a.pointer, a.stride, b.pointer, b.stride, accumulate, c.pointer, c.stride)
    }

    /// Sets every row of `c` to `bias`.
    package static func fillRows<S: NetworkScalar>(of c: Matrix<S>, with bias: Buffer<S>) {
        precondition(bias.count == c.columns)
        for row in 0..<c.rows { c.row(row).update(from: bias.base, count: c.columns) }
    }

    /// `sums[offset + j] = Σ rows of y[·, j]`, rows in order: the gradient of a bias.
    package static func sumRows<S: NetworkScalar>(of y: Matrix<S>, into sums: Buffer<S>, at offset: Int = 0) {
        precondition(offset >= 0 && sums.count >= offset + y.columns)
        sums.fill(offset..<offset + y.columns, 0)
        let target = sums.base + offset
        for row in 0..<y.rows {
            let source = y.row(row)
            for column in 0..<y.columns { target[column] += source[column] }
        }
    }
}
