import Foundation

/// Loss functions on a block of samples (rows). Each returns the sum over the samples of their losses, added in order
/// in double precision, and, if asked, writes the gradient times `scale` (one over the batch's samples).
package enum LossKernels {
    /// Binary cross-entropy from logits z: max(z, 0) − z·t + log(1 + e^−|z|), the mean over a sample's outputs.
    package static func sigmoidCrossentropy(
        logits z: Matrix, targets t: Matrix, gradient: Matrix? = nil, scale: Float = 1
    ) -> Double {
        let share = scale / Float(max(z.columns, 1))
        return sum(z, t, gradient) { z, t in
            let e = Foundation.exp(-abs(Double(z)))
            let probability = z >= 0 ? 1 / (1 + e) : e / (1 + e)
            return (max(Double(z), 0) - Double(z) * Double(t) + log1p(e), Float(probability - Double(t)) * share)
        }
    }

    /// Categorical cross-entropy from logits: Σ t·(log Σ e^z − z). The gradient is softmax(z)·Σt − t.
    package static func softmaxCrossentropy(
        logits z: Matrix, targets t: Matrix, gradient: Matrix? = nil, scale: Float = 1
    ) -> Double {
        precondition(z.rows == t.rows && z.columns == t.columns && z.columns > 0)
        var total = 0.0
        for row in 0..<z.rows {
            let (logits, targets) = (z.row(row), t.row(row))
            var most = logits[0]
            for column in 1..<max(z.columns, 1) where logits[column] > most { most = logits[column] }
            var (partition, mass) = (0.0, 0.0)
            for column in 0..<z.columns {
                partition += Foundation.exp(Double(logits[column] - most))
                mass += Double(targets[column])
            }
            let logPartition = log(partition) + Double(most)
            for column in 0..<z.columns where targets[column] != 0 {
                total += Double(targets[column]) * (logPartition - Double(logits[column]))
            }
            // A logit that is not a number must not hide behind a target of zero.
            if !logPartition.isFinite { total += logPartition }
            guard let place = gradient?.row(row) else { continue }
            for column in 0..<z.columns {
                let probability = Foundation.exp(Double(logits[column] - most)) / partition
                place[column] = Float(probability * mass - Double(targets[column])) * scale
            }
        }
        return total
    }

    /// Keras's guard against log 0, and its counterpart below 1, which in single precision is 1 − 1.19e-7.
    private static let least: Float = 1e-7
    private static let most: Float = 1 - 1e-7

    /// Binary cross-entropy from probabilities, clipped to [1e-7, 1 − 1e-7]; the gradient is zero where clipped.
    package static func binaryCrossentropy(
        probabilities p: Matrix, targets t: Matrix, gradient: Matrix? = nil, scale: Float = 1
    ) -> Double {
        let share = Double(scale) / Double(max(p.columns, 1))
        return sum(p, t, gradient) { p, t in
            let (clipped, target) = (Double(min(max(p, least), most)), Double(t))
            let loss = -(target * log(clipped) + (1 - target) * log(1 - clipped))
            let slope = clipped == Double(p) ? (clipped - target) / (clipped * (1 - clipped)) : 0
            return (p.isNaN ? .nan : loss, Float(slope * share))
        }
    }

    /// Categorical cross-entropy from probabilities: each row divided by its sum, clipped, then −Σ t·log p.
    package static func categoricalCrossentropy(
        probabilities p: Matrix, targets t: Matrix, gradient: Matrix? = nil, scale: Float = 1
    ) -> Double {
        precondition(p.rows == t.rows && p.columns == t.columns)
        var total = 0.0
        for row in 0..<p.rows {
            let (outputs, targets) = (p.row(row), t.row(row))
            var mass = 0.0
            for column in 0..<p.columns { mass += Double(outputs[column]) }
            // The slope by the divided outputs, then through the division: (g_i − Σ g_j·q_j) / mass.
            var weighted = 0.0
            for column in 0..<p.columns {
                let (q, target) = (Double(outputs[column]) / mass, Double(targets[column]))
                let clipped = min(max(q, Double(least)), Double(most))
                total += q.isNaN ? .nan : -target * log(clipped)
                if clipped == q { weighted -= target }
            }
            guard let place = gradient?.row(row) else { continue }
            for column in 0..<p.columns {
                let (q, target) = (Double(outputs[column]) / mass, Double(targets[column]))
                let isInside = q >= Double(least) && q <= Double(most)
                let slope = isInside ? -target / q : 0
                place[column] = Float((slope - weighted) / mass) * scale
            }
        }
        return total
    }

    package static func meanSquaredError(
        outputs y: Matrix, targets t: Matrix, gradient: Matrix? = nil, scale: Float = 1
    ) -> Double {
        let share = 2 * scale / Float(max(y.columns, 1))
        return sum(y, t, gradient) { output, target in
            let difference = output - target
            return (Double(difference) * Double(difference), difference * share)
        }
    }

    @inline(__always)
    private static func sum(
        _ y: Matrix, _ t: Matrix, _ gradient: Matrix?, _ function: (Float, Float) -> (Double, Float)
    ) -> Double {
        precondition(y.rows == t.rows && y.columns == t.columns)
        var total = 0.0
        for row in 0..<y.rows {
            let (outputs, targets) = (y.row(row), t.row(row))
            let place = gradient?.row(row)
            var sum = 0.0
            for column in 0..<y.columns {
                let (loss, slope) = function(outputs[column], targets[column])
                sum += loss
                place?[column] = slope
            }
            total += sum / Double(max(y.columns, 1))
        }
        return total
    }
}
