/// Metrics on a block of rows: what they add up, added in order.
package enum MetricKernels {
    /// Adds to the sums from `place` on. Rows of weight zero (masked steps) count for nothing.
    package static func add<S: NetworkScalar>(
        _ metric: MetricFunction, outputs y: Matrix<S>, targets t: Matrix<S>, weights: Matrix<S>? = nil,
        to sums: Results, at place: Int
    ) {
        precondition(y.rows == t.rows)
        switch metric {
        case .binaryAccuracy(let threshold):
            let bound = S(threshold)
            mean(y, weights, sums, place) { row in
                precondition(t.columns == y.columns)
                let (outputs, targets) = (y.row(row), t.row(row))
                var matches = 0.0
                for column in 0..<y.columns where (outputs[column] > bound ? 1 : 0) == targets[column] { matches += 1 }
                return matches / Double(max(y.columns, 1))
            }
        case .categoricalAccuracy:
            precondition(t.columns == y.columns)
            mean(y, weights, sums, place) { largest(y.row($0), y.columns) == largest(t.row($0), y.columns) ? 1 : 0 }
        case .sparseCategoricalAccuracy:
            mean(y, weights, sums, place) { S(largest(y.row($0), y.columns)) == t.row($0)[0] ? 1 : 0 }
        case .topCategoricalAccuracy(let count):
            precondition(t.columns == y.columns)
            mean(y, weights, sums, place) { isAmongTop(count, largest(t.row($0), t.columns), y.row($0), y.columns) }
        case .sparseTopCategoricalAccuracy(let count):
            mean(y, weights, sums, place) { isAmongTop(count, Int(t.row($0)[0]), y.row($0), y.columns) }
        case .mean(let loss):
            mean(y, weights, sums, place) { row in
                LossKernels.sum(loss, outputs: y.rows(row..<row + 1), targets: t.rows(row..<row + 1))
            }
        case .confusion(let threshold):
            let bound = S(threshold)
            each(y, t, weights) { output, isPositive, weight in
                if output > bound {
                    sums[place + (isPositive ? 0 : 1)] += weight
                } else if isPositive {
                    sums[place + 2] += weight
                }
            }
        case .curve(let thresholds):
            each(y, t, weights) { output, isPositive, weight in
                // Threshold number k is k / (thresholds − 1), the first a little below 0 and the last a little above 1.
                let above = (Double(output) * Double(thresholds - 1)).rounded(.up)
                let count = min(max(Int(above), 1), thresholds - 1)
                let start = place + (isPositive ? 0 : thresholds)
                for number in 0..<count { sums[start + number] += weight }
                sums[place + 2 * thresholds + (isPositive ? 0 : 1)] += weight
            }
        }
    }

    @inline(__always)
    private static func mean<S: NetworkScalar>(
        _ y: Matrix<S>, _ weights: Matrix<S>?, _ sums: Results, _ place: Int, _ value: (Int) -> Double
    ) {
        var (total, count) = (0.0, 0.0)
        for row in 0..<y.rows {
            let weight = weights.map { Double($0.row(row)[0]) } ?? 1
            if weight == 0 { continue }
            total += value(row) * weight
            count += weight
        }
        sums[place] += total
        sums[place + 1] += count
    }

    @inline(__always)
    private static func each<S: NetworkScalar>(
        _ y: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ body: (S, Bool, Double) -> Void
    ) {
        precondition(t.columns == y.columns)
        for row in 0..<y.rows {
            let weight = weights.map { Double($0.row(row)[0]) } ?? 1
            let (outputs, targets) = (y.row(row), t.row(row))
            for column in 0..<y.columns { body(outputs[column], targets[column] != 0, weight) }
        }
    }

    /// The first of equals counts.
    @inline(__always)
    private static func largest<S: NetworkScalar>(_ values: UnsafeMutablePointer<S>, _ count: Int) -> Int {
        var best = 0
        for index in 0..<count where values[index] > values[best] { best = index }
        return best
    }

    private static func isAmongTop<S: NetworkScalar>(
        _ count: Int, _ answer: Int, _ values: UnsafeMutablePointer<S>, _ columns: Int
    ) -> Double {
        guard answer >= 0, answer < columns, !values[answer].isNaN else { return 0 }
        var better = 0
        for index in 0..<columns where values[index] > values[answer] { better += 1 }
        return better < count ? 1 : 0
    }
}
