/// Matrix products too small to be worth packing. Sixteen columns at a time, the inner dimension in order.
enum SmallProduct {
    static func multiply<S: NetworkScalar>(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ a: UnsafePointer<S>, _ lda: Int, _ b: UnsafePointer<S>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<S>, _ ldc: Int
    ) {
        if transposeB {
            withUnsafeTemporaryAllocation(of: S.self, capacity: max(k * n, 1)) { packed in
                guard let start = packed.baseAddress else { return }
                for column in 0..<n {
                    for inner in 0..<k { start[inner * n + column] = b[column * ldb + inner] }
                }
                multiply(transposeA, m, n, k, a, lda, start, n, accumulate, c, ldc)
            }
        } else {
            multiply(transposeA, m, n, k, a, lda, b, ldb, accumulate, c, ldc)
        }
    }

    private static func multiply<S: NetworkScalar>(
        _ transposeA: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ a: UnsafePointer<S>, _ lda: Int, _ b: UnsafePointer<S>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<S>, _ ldc: Int
    ) {
        // From one element of op(A) to the next along the inner dimension, and from row to row.
        let (step, rowStep) = transposeA ? (lda, 1) : (1, lda)
        var column = 0
        // Several rows at once hide each other's latency; each element's terms are added in the same order all the same.
        while column + 16 <= n {
            var row = 0
            while row + 2 <= m {
                twoRows(
                    SIMD16<S>.self, k, a + row * rowStep, rowStep, step, b + column, ldb, accumulate,
                    c + row * ldc + column, ldc)
                row += 2
            }
            if row < m {
                block(
                    SIMD16<S>.self, k, a + row * rowStep, step, b + column, ldb, accumulate, c + row * ldc + column)
            }
            column += 16
        }
        while column + 4 <= n {
            fourRows(SIMD4<S>.self, m, k, a, rowStep, step, b + column, ldb, accumulate, c + column, ldc)
            column += 4
        }
        if column + 2 <= n {
            fourRows(SIMD2<S>.self, m, k, a, rowStep, step, b + column, ldb, accumulate, c + column, ldc)
            column += 2
        }
        while column < n {
            if transposeA {
                tallColumn(m, k, a, lda, b + column, ldb, accumulate, c + column, ldc)
            } else {
                for row in 0..<m {
                    let sum = dot(k, a + row * lda, b + column, ldb)
                    let target = c + row * ldc + column
                    target.pointee = accumulate ? target.pointee + sum : sum
                }
            }
            column += 1
        }
    }

    @inline(__always)
    private static func twoRows<S: NetworkScalar, V: SIMD>(
        _ type: V.Type, _ k: Int, _ a: UnsafePointer<S>, _ rowStep: Int, _ step: Int, _ b: UnsafePointer<S>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<S>, _ ldc: Int
    ) where V.Scalar == S {
        var (first, second) = (V(), V())
        for inner in 0..<k {
            let factors = UnsafeRawPointer(b + inner * ldb).loadUnaligned(as: V.self)
            first += a[inner * step] * factors
            second += a[inner * step + rowStep] * factors
        }
        store(first, accumulate, c)
        store(second, accumulate, c + ldc)
    }

    /// All rows, four at once.
    @inline(__always)
    private static func fourRows<S: NetworkScalar, V: SIMD>(
        _ type: V.Type, _ m: Int, _ k: Int, _ a: UnsafePointer<S>, _ rowStep: Int, _ step: Int, _ b: UnsafePointer<S>,
        _ ldb: Int, _ accumulate: Bool, _ c: UnsafeMutablePointer<S>, _ ldc: Int
    ) where V.Scalar == S {
        var row = 0
        while row + 4 <= m {
            let place = a + row * rowStep
            var (first, second, third, fourth) = (V(), V(), V(), V())
            for inner in 0..<k {
                let factors = UnsafeRawPointer(b + inner * ldb).loadUnaligned(as: V.self)
                let element = place + inner * step
                first += element[0] * factors
                second += element[rowStep] * factors
                third += element[2 * rowStep] * factors
                fourth += element[3 * rowStep] * factors
            }
            let target = c + row * ldc
            store(first, accumulate, target)
            store(second, accumulate, target + ldc)
            store(third, accumulate, target + 2 * ldc)
            store(fourth, accumulate, target + 3 * ldc)
            row += 4
        }
        while row < m {
            block(type, k, a + row * rowStep, step, b, ldb, accumulate, c + row * ldc)
            row += 1
        }
    }

    @inline(__always)
    private static func store<S: NetworkScalar, V: SIMD>(
        _ sum: V, _ accumulate: Bool, _ c: UnsafeMutablePointer<S>
    ) where V.Scalar == S {
        let total = accumulate ? sum + UnsafeRawPointer(c).loadUnaligned(as: V.self) : sum
        UnsafeMutableRawPointer(c).storeBytes(of: total, as: V.self)
    }

    /// One row of op(A) times as many columns of B as `V` has lanes.
    @inline(__always)
    private static func block<S: NetworkScalar, V: SIMD>(
        _ type: V.Type, _ k: Int, _ a: UnsafePointer<S>, _ step: Int, _ b: UnsafePointer<S>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<S>
    ) where V.Scalar == S {
        var sum = V()
        for inner in 0..<k {
            sum += a[inner * step] * UnsafeRawPointer(b + inner * ldb).loadUnaligned(as: V.self)
        }
        store(sum, accumulate, c)
    }

    /// One column of Aᵀ·B, sixteen rows at a time.
    private static func tallColumn<S: NetworkScalar>(
        _ m: Int, _ k: Int, _ a: UnsafePointer<S>, _ lda: Int, _ b: UnsafePointer<S>, _ ldb: Int,
        _ accumulate: Bool, _ c: UnsafeMutablePointer<S>, _ ldc: Int
    ) {
        var row = 0
        while row + 16 <= m {
            var sum = SIMD16<S>()
            for inner in 0..<k {
                sum += b[inner * ldb] * UnsafeRawPointer(a + inner * lda + row).loadUnaligned(as: SIMD16<S>.self)
            }
            for lane in 0..<16 {
                let target = c + (row + lane) * ldc
                target.pointee = accumulate ? target.pointee + sum[lane] : sum[lane]
            }
            row += 16
        }
        while row < m {
            var sum: S = 0
            for inner in 0..<k { sum += a[inner * lda + row] * b[inner * ldb] }
            let target = c + row * ldc
            target.pointee = accumulate ? target.pointee + sum : sum
            row += 1
        }
    }

    /// Σ a[i]·b[i·step], in eight running sums that are added at the end in order.
    private static func dot<S: NetworkScalar>(_ k: Int, _ a: UnsafePointer<S>, _ b: UnsafePointer<S>, _ step: Int) -> S
    {
        var sums = SIMD8<S>()
        var inner = 0
        if step == 1 {
            while inner + 8 <= k {
                sums +=
                    UnsafeRawPointer(a + inner).loadUnaligned(as: SIMD8<S>.self)
                    * UnsafeRawPointer(b + inner).loadUnaligned(as: SIMD8<S>.self)
                inner += 8
            }
        }
        var sum: S = 0
        for lane in 0..<8 { sum += sums[lane] }
        while inner < k {
            sum += a[inner] * b[inner * step]
            inner += 1
        }
        return sum
    }
}
