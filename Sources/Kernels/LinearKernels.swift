import Foundation
import Outputs

/// How wrong a linear classifier's margin is, as scikit-learn's stochastic gradient descent has it.
package enum MarginLoss: Sendable {
    case hinge
    case log

    /// The loss of a decision `p` for the answer `y`, which is 1 or −1.
    @inline(__always)
    func value(_ p: Double, _ y: Double) -> Double {
        let z = p * y
        switch self {
        case .hinge: return max(0, 1 - z)
        case .log: return z > 18 ? Foundation.exp(-z) : z < -18 ? -z : log1p(Foundation.exp(-z))
        }
    }

    /// Its derivative by `p`.
    @inline(__always)
    package func slope(_ p: Double, _ y: Double) -> Double {
        let z = p * y
        switch self {
        case .hinge: return z <= 1 ? -y : 0
        case .log: return z > 18 ? -y * Foundation.exp(-z) : z < -18 ? -y : -y / (Foundation.exp(z) + 1)
        }
    }
}

/// Linear classifiers, one against all others for each class, trained sample by sample. All classes take a sample while
/// it is in the cache.
package final class LinearTrainer {
    /// Weights are `scales[class]` times these, so that shrinking them costs one multiplication.
    private let vectors: Matrix<Float>
    private var scales: [Double]
    private var intercepts: [Double]
    private let loss: MarginLoss
    private let alpha: Double
    /// The classes that have not stopped yet.
    private var active: [Int]

    package init(classes: Int, features: Int, loss: MarginLoss, alpha: Double) {
        vectors = Matrix(rows: classes, columns: features)
        scales = [Double](repeating: 1, count: classes)
        intercepts = [Double](repeating: 0, count: classes)
        active = Array(0..<classes)
        self.loss = loss
        self.alpha = alpha
    }

    package func stop(_ number: Int) { active.removeAll { $0 == number } }
    package var isDone: Bool { active.isEmpty }

    /// One pass over the rows `order` of `x`; `answers` are class numbers by row. Step `t` (from 1 on at the first pass)
    /// has the rate 1 / (α·(start + t − 1)). Returns the sum of the losses by class.
    package func pass(
        _ x: Matrix<Float>, _ answers: [Int32], _ order: [Int32], firstStep: Int, start: Double
    ) throws -> [Double] {
        precondition(x.columns == vectors.columns && answers.count == x.rows)
        var sums = [Double](repeating: 0, count: scales.count)
        let columns = x.columns
        for (position, row) in order.enumerated() {
            if position & 1023 == 0 { try Interruption.check() }
            precondition(row >= 0 && Int(row) < x.rows)
            let sample = x.row(Int(row))
            let rate = 1 / (alpha * (start + Double(firstStep + position) - 1))
            for number in active {
                let vector = vectors.row(number)
                let decision = Double(Self.dot(vector, sample, columns)) * scales[number] + intercepts[number]
                let answer = Int(answers[Int(row)]) == number ? 1.0 : -1.0
                sums[number] += loss.value(decision, answer)
                let slope = min(max(loss.slope(decision, answer), -1e12), 1e12)
                scales[number] *= max(0, 1 - rate * alpha)
                if scales[number] < 1e-9 { normalize(number) }
                guard slope != 0 else { continue }
                Self.add(vector, sample, Float(-rate * slope / scales[number]), columns)
                intercepts[number] -= rate * slope
            }
        }
        return sums
    }

    private func normalize(_ number: Int) {
        let (vector, scale) = (vectors.row(number), Float(scales[number]))
        for column in 0..<vectors.columns { vector[column] *= scale }
        scales[number] = 1
    }

    @inline(__always)
    private static func dot(_ a: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
        var (first, second) = (SIMD16<Float>(), SIMD16<Float>())
        var index = 0
        while index + 32 <= count {
            first +=
                UnsafeRawPointer(a + index).loadUnaligned(as: SIMD16<Float>.self)
                * UnsafeRawPointer(b + index).loadUnaligned(as: SIMD16<Float>.self)
            second +=
                UnsafeRawPointer(a + index + 16).loadUnaligned(as: SIMD16<Float>.self)
                * UnsafeRawPointer(b + index + 16).loadUnaligned(as: SIMD16<Float>.self)
            index += 32
        }
        var sum: Float = (first + second).sum()
        while index < count {
            sum += a[index] * b[index]
            index += 1
        }
        return sum
    }

    @inline(__always)
    private static func add(
        _ a: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>, _ factor: Float, _ count: Int
    ) {
        var index = 0
        while index + 16 <= count {
            let sum =
                UnsafeRawPointer(a + index).loadUnaligned(as: SIMD16<Float>.self)
                + UnsafeRawPointer(b + index).loadUnaligned(as: SIMD16<Float>.self) * factor
            UnsafeMutableRawPointer(a + index).storeBytes(of: sum, as: SIMD16<Float>.self)
            index += 16
        }
        while index < count {
            a[index] += b[index] * factor
            index += 1
        }
    }

    /// `[classes, features]` and `[classes]`.
    package var weights: (coefficients: Matrix<Float>, intercepts: [Double]) {
        for number in 0..<vectors.rows { normalize(number) }
        return (vectors, intercepts)
    }
}
