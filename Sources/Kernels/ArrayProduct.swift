import Outputs

/// Products in double precision and of integers, for `dot` on arrays that never enter a network.
package enum ArrayProduct {
    /// C (m × n) = A (m × k)·B (k × n), row-major; each element's terms are added in order.
    package static func multiply<T: Numeric>(
        _ m: Int, _ n: Int, _ k: Int, _ a: ArraySlice<T>, _ b: ArraySlice<T>, multiplyAdd: (T, T, T) -> T
    ) throws -> [T] {
        precondition(a.count == m * k && b.count == k * n)
        var c = [T](repeating: 0, count: m * n)
        try a.withUnsafeBufferPointer { a in
            try b.withUnsafeBufferPointer { b in
                try c.withUnsafeMutableBufferPointer { c in
                    for row in 0..<m {
                        // A row of a large product may take a millisecond.
                        if row & 31 == 0 { try Interruption.check() }
                        for inner in 0..<k {
                            let factor = a[row * k + inner]
                            for column in 0..<n {
                                c[row * n + column] = multiplyAdd(c[row * n + column], factor, b[inner * n + column])
                            }
                        }
                    }
                }
            }
        }
        return c
    }
}
