import Foundation

/// Loss functions on a block of rows. Each returns the sum over the rows of their losses, added in order in double
/// precision, and, if asked, writes the gradient times `scale` (one over the number of rows that count). With `weights`
/// (one column) each row's loss and gradient is multiplied by its weight.
package enum LossKernels {
    package static func sum<S: NetworkScalar>(
        _ loss: LossFunction, outputs: Matrix<S>, targets: Matrix<S>, weights: Matrix<S>? = nil,
        gradient: Matrix<S>? = nil, scale: Double = 1
    ) -> Double {
        precondition(outputs.rows == targets.rows && outputs.columns > 0)
        let width = if case .sparseCategoricalCrossentropy = loss { 1 } else { outputs.columns }
        precondition(targets.columns == width && (weights.map { $0.rows == outputs.rows } ?? true))
        switch loss {
        case .binaryCrossentropy(true): return sigmoidCrossentropy(outputs, targets, weights, gradient, scale)
        case .binaryCrossentropy(false): return binaryCrossentropy(outputs, targets, weights, gradient, scale)
        case .categoricalCrossentropy(true), .sparseCategoricalCrossentropy(true):
            return softmaxCrossentropy(outputs, targets, weights, gradient, scale)
        case .categoricalCrossentropy(false): return categoricalCrossentropy(outputs, targets, weights, gradient, scale)
        case .sparseCategoricalCrossentropy(false):
            return sparseCrossentropy(outputs, targets, weights, gradient, scale)
        case .meanSquaredError:
            return elementwise(outputs, targets, weights, gradient, scale) { output, target in
                let difference = output - target
                return (Double(difference) * Double(difference), Double(difference) * 2)
            }
        case .meanAbsoluteError:
            return elementwise(outputs, targets, weights, gradient, scale) { output, target in
                let difference = Double(output) - Double(target)
                return (abs(difference), difference > 0 ? 1 : difference < 0 ? -1 : 0)
            }
        case .huber(let delta):
            return elementwise(outputs, targets, weights, gradient, scale) { output, target in
                let difference = Double(output) - Double(target)
                return abs(difference) <= delta
                    ? (0.5 * difference * difference, difference)
                    : (delta * abs(difference) - 0.5 * delta * delta, difference > 0 ? delta : -delta)
            }
        }
    }

    /// Binary cross-entropy from logits z: max(z, 0) − z·t + log(1 + e^−|z|), the mean over a row's outputs.
    private static func sigmoidCrossentropy<S: NetworkScalar>(
        _ z: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double
    ) -> Double {
        elementwise(z, t, weights, gradient, scale) { z, t in
            let e = Foundation.exp(-abs(Double(z)))
            let probability = z >= 0 ? 1 / (1 + e) : e / (1 + e)
            return (max(Double(z), 0) - Double(z) * Double(t) + log1p(e), probability - Double(t))
        }
    }

    /// Categorical cross-entropy from logits: Σ t·(log Σ e^z − z). The gradient is softmax(z)·Σt − t.
    private static func softmaxCrossentropy<S: NetworkScalar>(
        _ z: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double
    ) -> Double {
        let isSparse = t.columns == 1 && z.columns > 1
        let columns = z.columns
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { powers in
            var total = 0.0
            for row in 0..<z.rows {
                let (logits, targets) = (z.row(row), t.row(row))
                var most = logits[0]
                for column in 1..<max(columns, 1) where logits[column] > most { most = logits[column] }
                var partition = 0.0
                for column in 0..<columns {
                    powers[column] = Foundation.exp(Double(logits[column] - most))
                    partition += powers[column]
                }
                let logPartition = log(partition) + Double(most)
                var (mass, sum) = (0.0, 0.0)
                if isSparse {
                    mass = 1
                    sum = logPartition - Double(logits[label(targets[0], columns)])
                } else {
                    for column in 0..<columns where targets[column] != 0 {
                        mass += Double(targets[column])
                        sum += Double(targets[column]) * (logPartition - Double(logits[column]))
                    }
                }
                // A logit that is not a number must not hide behind a target of zero.
                if !logPartition.isFinite { sum += logPartition }
                let weight = weights.map { Double($0.row(row)[0]) } ?? 1
                total += sum * weight
                guard let place = gradient?.row(row) else { continue }
                let share = S(S(scale) * S(weight))
                if isSparse {
                    for column in 0..<columns { place[column] = S(powers[column] / partition) * share }
                    let answer = label(targets[0], columns)
                    place[answer] = S(powers[answer] / partition - 1) * share
                } else {
                    for column in 0..<columns {
                        place[column] = S(powers[column] / partition * mass - Double(targets[column])) * share
                    }
                }
            }
            return total
        }
    }

    /// A class number, which has been checked before the training.
    @inline(__always)
    private static func label<S: NetworkScalar>(_ target: S, _ columns: Int) -> Int {
        min(max(Int(target), 0), columns - 1)
    }

    /// Keras's guard against log 0, and its counterpart below 1, which in single precision is 1 − 1.19e-7.
    @inline(__always)
    private static func bounds<S: NetworkScalar>(_ type: S.Type) -> (least: S, most: S) { (1e-7, 1 - 1e-7) }

    /// Binary cross-entropy from probabilities, clipped to [1e-7, 1 − 1e-7]; the gradient is zero where clipped.
    private static func binaryCrossentropy<S: NetworkScalar>(
        _ p: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double
    ) -> Double {
        let (least, most) = bounds(S.self)
        return elementwise(p, t, weights, gradient, scale) { p, t in
            let (clipped, target) = (Double(min(max(p, least), most)), Double(t))
            let loss = -(target * log(clipped) + (1 - target) * log(1 - clipped))
            let slope = clipped == Double(p) ? (clipped - target) / (clipped * (1 - clipped)) : 0
            return (p.isNaN ? .nan : loss, slope)
        }
    }

    /// Categorical cross-entropy from probabilities: each row divided by its sum, clipped, then −Σ t·log p.
    private static func categoricalCrossentropy<S: NetworkScalar>(
        _ p: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double
    ) -> Double {
        let (least, most) = bounds(S.self)
        var total = 0.0
        for row in 0..<p.rows {
            let (outputs, targets) = (p.row(row), t.row(row))
            let weight = weights.map { Double($0.row(row)[0]) } ?? 1
            var mass = 0.0
            for column in 0..<p.columns { mass += Double(outputs[column]) }
            // The slope by the divided outputs, then through the division: (g_i − Σ g_j·q_j) / mass.
            var weighted = 0.0
            for column in 0..<p.columns {
                let (q, target) = (Double(outputs[column]) / mass, Double(targets[column]))
                let clipped = min(max(q, Double(least)), Double(most))
                total += weight * (q.isNaN ? .nan : -target * log(clipped))
                if clipped == q { weighted -= target }
            }
            guard let place = gradient?.row(row) else { continue }
            for column in 0..<p.columns {
                let (q, target) = (Double(outputs[column]) / mass, Double(targets[column]))
                let isClipped = q < Double(least) || q > Double(most)
                place[column] = S(((isClipped ? 0 : -target / q) - weighted) / mass * scale * weight)
            }
        }
        return total
    }

    /// The same for class numbers, in the order in which Keras has it: clipped first, then log softmax of the logarithms,
    /// which divides by the sum of what was clipped.
    private static func sparseCrossentropy<S: NetworkScalar>(
        _ p: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double
    ) -> Double {
        let (least, most) = bounds(S.self)
        var total = 0.0
        for row in 0..<p.rows {
            let (outputs, answer) = (p.row(row), label(t.row(row)[0], p.columns))
            let weight = weights.map { Double($0.row(row)[0]) } ?? 1
            var mass = 0.0
            var isNumber = true
            for column in 0..<p.columns {
                mass += Double(min(max(outputs[column], least), most))
                isNumber = isNumber && !outputs[column].isNaN
            }
            let right = Double(min(max(outputs[answer], least), most))
            total += weight * (isNumber ? log(mass) - log(right) : .nan)
            guard let place = gradient?.row(row) else { continue }
            for column in 0..<p.columns {
                let isClipped = outputs[column] < least || outputs[column] > most
                let slope = isClipped ? 0 : 1 / mass - (column == answer ? 1 / right : 0)
                place[column] = S(slope * scale * weight)
            }
        }
        return total
    }

    /// The mean over a row's outputs of a function that gives loss and slope.
    @inline(__always)
    private static func elementwise<S: NetworkScalar>(
        _ y: Matrix<S>, _ t: Matrix<S>, _ weights: Matrix<S>?, _ gradient: Matrix<S>?, _ scale: Double,
        _ function: (S, S) -> (Double, Double)
    ) -> Double {
        var total = 0.0
        let width = Double(max(y.columns, 1))
        for row in 0..<y.rows {
            let (outputs, targets) = (y.row(row), t.row(row))
            let weight = weights.map { Double($0.row(row)[0]) } ?? 1
            let share = S(S(scale) / S(width) * S(weight))
            let place = gradient?.row(row)
            var sum = 0.0
            for column in 0..<y.columns {
                let (loss, slope) = function(outputs[column], targets[column])
                sum += loss
                place?[column] = S(slope) * share
            }
            total += sum / width * weight
        }
        return total
    }
}
