/// Products of dense matrices: ``FusedProduct`` for large ones, plain loops where packing would cost more.
package enum MatrixProduct {
    /// Products of fewer multiplications than this stay in ``SmallProduct``.
    static let smallest = 64 * 1024
    /// So do thin ones, whose two shorter sides span no more than 32 × 32: the small layers of a first lesson. There
    /// nothing is gained by packing.
    static let thinnest = 32 * 32

    /// Whether a product of single precision goes to ``FusedProduct``.
    static func isFused(_ m: Int, _ n: Int, _ k: Int) -> Bool {
        k > 0 && n >= 4 && m * n * k >= smallest && m * n * k / max(m, n, k) > thinnest
    }

    /// `C = op(A)·op(B)`, or `C += op(A)·op(B)` if `accumulate`; `op` transposes if asked. One thread, always the same
    /// order of summation.
    package static func multiply<S: NetworkScalar>(
        _ a: Matrix<S>, _ b: Matrix<S>, transposeA: Bool = false, transposeB: Bool = false, into c: Matrix<S>,
        accumulate: Bool = false
    ) {
        let m = transposeA ? a.columns : a.rows
        let k = transposeA ? a.rows : a.columns
        let n = transposeB ? b.rows : b.columns
        precondition(k == (transposeB ? b.columns : b.rows) && c.rows == m && c.columns == n)
        guard m > 0, n > 0 else { return }
        if isFused(m, n, k), let left = a as? Matrix<Float>, let right = b as? Matrix<Float>,
            let result = c as? Matrix<Float>
        {
            FusedProduct.multiply(
                transposeA, transposeB, m, n, k, left.pointer, a.stride, right.pointer, b.stride, accumulate,
                result.pointer, c.stride)
        } else {
            SmallProduct.multiply(
                transposeA, transposeB, m, n, k, a.pointer, a.stride, b.pointer, b.stride, accumulate, c.pointer,
                c.stride)
        }
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
        // Sixteen columns' sums stay in registers.
        for column in stride(from: 0, to: y.columns / 16 * 16, by: 16) {
            var sum = SIMD16<S>()
            for row in 0..<y.rows { sum += UnsafeRawPointer(y.row(row) + column).loadUnaligned(as: SIMD16<S>.self) }
            UnsafeMutableRawPointer(target + column).storeBytes(of: sum, as: SIMD16<S>.self)
        }
        for row in 0..<y.rows {
            let source = y.row(row)
            for column in y.columns / 16 * 16..<y.columns { target[column] += source[column] }
        }
    }
}
