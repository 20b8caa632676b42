/// Metrics on a block of samples (rows): the sum over the samples of each one's value, added in order.
package enum MetricKernels {
    /// The share of a sample's outputs that lie on the right side of the threshold (`y > threshold` says 1).
    package static func binaryMatches(outputs y: Matrix, targets t: Matrix, threshold: Float) -> Double {
        sum(y, t) { output, target in (output > threshold ? 1 : 0) == target ? 1 : 0 }
    }

    package static func absoluteErrors(outputs y: Matrix, targets t: Matrix) -> Double {
        sum(y, t) { output, target in Double(abs(output - target)) }
    }

    /// Samples whose largest output stands where the largest target does; the first of equals counts.
    package static func categoricalMatches(outputs y: Matrix, targets t: Matrix) -> Double {
        precondition(y.rows == t.rows && y.columns == t.columns)
        var matches = 0
        for row in 0..<y.rows where largest(y.row(row), y.columns) == largest(t.row(row), t.columns) { matches += 1 }
        return Double(matches)
    }

    private static func largest(_ values: UnsafeMutablePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for index in 0..<count where values[index] > values[best] { best = index }
        return best
    }

    @inline(__always)
    private static func sum(_ y: Matrix, _ t: Matrix, _ function: (Float, Float) -> Double) -> Double {
        precondition(y.rows == t.rows && y.columns == t.columns)
        var total = 0.0
        for row in 0..<y.rows {
            let (outputs, targets) = (y.row(row), t.row(row))
            var sum = 0.0
            for column in 0..<y.columns { sum += function(outputs[column], targets[column]) }
            total += sum / Double(max(y.columns, 1))
        }
        return total
    }
}
