import Foundation
import Kernels
import Outputs
public import Tensors

/// Logistic regression with an L2 penalty: the one minimum of `Σ log loss + |w|² / (2·C)`, found by L-BFGS in double
/// precision. Several classes are one softmax. Source: `sklearn.linear_model.LogisticRegression` with its default solver;
/// Liu and Nocedal (1989).
public final class LogisticRegression: Classifier {
    private let c: Double
    private let maxIterations: Int
    private let tolerance: Double
    private var classes: [Int] = []
    private var features = 0
    /// A row for each class (one for two classes): the weights, then the intercept.
    private var weights: [Double] = []
    /// How many steps the last `fit` took.
    public private(set) var iterations = 0

    /// `c` is the inverse strength of the penalty.
    public init(c: Double = 1, maxIterations: Int = 100, tolerance: Double = 0.0001) {
        self.c = c
        self.maxIterations = maxIterations
        self.tolerance = tolerance
        if c <= 0 { Failure.raise(NetworkError.notPositiveNumber("c", c), ()) }
        if maxIterations < 1 { Failure.raise(NetworkError.notPositive("maxIterations", maxIterations), ()) }
    }

    /// Errors: those of shapes, and ``NetworkError/oneClass(_:)``.
    public func fit(_ x: Tensor, _ y: Tensor) {
        Failure.guarded(()) {
            let data = try ClassifierData(x, y)
            try learn(data, data.rows, seed: 0)
        }
    }

    /// Errors: ``NetworkError/notFitted(_:)``, and those of shapes.
    public func predict(_ x: Tensor) -> Tensor {
        Failure.guarded(Tensor([Int]())) {
            let data = try ClassifierData(x, nil, known: classes)
            return Tensor(try classify(data, data.rows).map { classes[Int($0)] })
        }
    }

    /// The probability of each class: `[samples, classes]`. Errors as ``predict(_:)``.
    public func predictProbabilities(_ x: Tensor) -> Tensor {
        Failure.guarded(Tensor.zeros([0, 0])) {
            let data = try ClassifierData(x, nil, known: classes)
            let rows = try probabilities(data, data.rows)
            return Tensor(rows.flatMap { $0 }).reshaped([rows.count, classes.count])
        }
    }

    /// Errors as ``predict(_:)``.
    public func score(_ x: Tensor, _ y: Tensor) -> Double {
        let (predicted, truth) = (predict(x).doubles(), y.doubles())
        return Double(zip(predicted, truth).count { $0 == $1 }) / Double(max(truth.count, 1))
    }

    /// `[classes, features]`, or `[1, features]` for two classes.
    public var coefficients: Tensor {
        let width = features + 1
        let rows = features == 0 ? 0 : weights.count / width
        return Tensor((0..<rows).flatMap { weights[$0 * width..<$0 * width + features] }).reshaped([rows, features])
    }

    /// By class.
    public var intercept: Tensor {
        features == 0
            ? Tensor([Double]())
            : Tensor(stride(from: features, to: weights.count, by: features + 1).map { weights[$0] })
    }
}

extension LogisticRegression: ClassifierRule {
    func fresh() -> any ClassifierRule {
        LogisticRegression(c: c, maxIterations: maxIterations, tolerance: tolerance)
    }

    func learn(_ data: ClassifierData, _ rows: [Int32], seed: UInt64) throws {
        classes = data.classes
        features = data.x.columns
        let outputs = classes.count == 2 ? 1 : classes.count
        let width = features + 1
        let samples = rows.map { row in data.x.rows(Int(row)..<Int(row) + 1).array.map { Double($0) } }
        let answers = rows.map { Int(data.answers[Int($0)]) }
        let scale = 1 / Double(rows.count)
        let penalty = scale / c
        // The mean loss and its gradient.
        func evaluate(_ w: [Double]) throws -> (Double, [Double]) {
            try Interruption.check()
            var loss = 0.0
            var gradient = [Double](repeating: 0, count: w.count)
            for (sample, answer) in zip(samples, answers) {
                let (value, slopes) = Self.lossAndSlopes(Self.sums(w, sample, outputs), answer)
                loss += value
                for output in 0..<outputs {
                    let start = output * width
                    for feature in 0..<features { gradient[start + feature] += slopes[output] * sample[feature] }
                    gradient[start + features] += slopes[output]
                }
            }
            loss *= scale
            for place in w.indices {
                gradient[place] *= scale
                guard place % width < features else { continue }
                loss += 0.5 * penalty * w[place] * w[place]
                gradient[place] += penalty * w[place]
            }
            return (loss, gradient)
        }
        let start = [Double](repeating: 0, count: outputs * width)
        (weights, iterations) = try LBFGS(maxIterations: maxIterations, tolerance: tolerance)
            .minimum(from: start, evaluate)
    }

    private static func sums(_ w: [Double], _ sample: [Double], _ outputs: Int) -> [Double] {
        let width = sample.count + 1
        return (0..<outputs).map { output in
            var sum = w[output * width + sample.count]
            for feature in sample.indices { sum += w[output * width + feature] * sample[feature] }
            return sum
        }
    }

    private static func lossAndSlopes(_ sums: [Double], _ answer: Int) -> (Double, [Double]) {
        if sums.count == 1 {
            let e = exp(-abs(sums[0]))
            let probability = sums[0] >= 0 ? 1 / (1 + e) : e / (1 + e)
            return (max(sums[0], 0) - sums[0] * Double(answer) + log1p(e), [probability - Double(answer)])
        }
        let most = sums.max() ?? 0
        let powers = sums.map { exp($0 - most) }
        let partition = powers.reduce(0, +)
        var slopes = powers.map { $0 / partition }
        slopes[answer] -= 1
        return (log(partition) + most - sums[answer], slopes)
    }

    private func probabilities(_ data: ClassifierData, _ rows: [Int32]) throws -> [[Double]] {
        guard features > 0 else { throw NetworkError.notFitted("LogisticRegression") }
        guard data.x.columns == features else {
            throw NetworkError.featureCount("LogisticRegression", features, data.x.columns)
        }
        let outputs = weights.count / (features + 1)
        return rows.map { row in
            let sample = data.x.rows(Int(row)..<Int(row) + 1).array.map { Double($0) }
            let sums = Self.sums(weights, sample, outputs)
            if outputs == 1 {
                let probability = 1 / (1 + exp(-sums[0]))
                return [1 - probability, probability]
            }
            let most = sums.max() ?? 0
            let powers = sums.map { exp($0 - most) }
            let partition = powers.reduce(0, +)
            return powers.map { $0 / partition }
        }
    }

    func classify(_ data: ClassifierData, _ rows: [Int32]) throws -> [Int32] {
        try probabilities(data, rows).map { part in Int32(part.indices.max { part[$0] < part[$1] } ?? 0) }
    }
}

/// The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno: steps by the curvature that the last steps showed.
struct LBFGS {
    var maxIterations: Int
    /// Ends when no part of the gradient is larger.
    var tolerance: Double
    var memory = 10

    func minimum(
        from start: [Double], _ evaluate: ([Double]) throws -> (Double, [Double])
    ) rethrows -> (point: [Double], iterations: Int) {
        var x = start
        var (value, gradient) = try evaluate(x)
        var pairs: [(s: [Double], y: [Double], rho: Double)] = []
        for iteration in 0..<maxIterations {
            if (gradient.map { abs($0) }.max() ?? 0) <= tolerance { return (x, iteration) }
            var direction = gradient.map { -$0 }
            var factors: [Double] = []
            for pair in pairs.reversed() {
                let factor = pair.rho * Self.dot(pair.s, direction)
                factors.append(factor)
                for place in direction.indices { direction[place] -= factor * pair.y[place] }
            }
            if let last = pairs.last {
                let scale = Self.dot(last.s, last.y) / Self.dot(last.y, last.y)
                for place in direction.indices { direction[place] *= scale }
            }
            for (pair, factor) in zip(pairs, factors.reversed()) {
                let rest = factor - pair.rho * Self.dot(pair.y, direction)
                for place in direction.indices { direction[place] += rest * pair.s[place] }
            }
            var slope = Self.dot(gradient, direction)
            if slope >= 0 {
                direction = gradient.map { -$0 }
                slope = -Self.dot(gradient, gradient)
                pairs = []
            }
            // Half the step until the value sinks as far as the slope promises, in part (Armijo).
            var step = pairs.isEmpty ? min(1, 1 / max(gradient.reduce(0) { $0 + abs($1) }, 1e-12)) : 1.0
            var next = x
            var (nextValue, nextGradient) = (value, gradient)
            var isFound = false
            for _ in 0..<40 {
                for place in x.indices { next[place] = x[place] + step * direction[place] }
                (nextValue, nextGradient) = try evaluate(next)
                if nextValue <= value + 1e-4 * step * slope {
                    isFound = true
                    break
                }
                step *= 0.5
            }
            guard isFound else { return (x, iteration) }
            let s = x.indices.map { next[$0] - x[$0] }
            let y = x.indices.map { nextGradient[$0] - gradient[$0] }
            let product = Self.dot(s, y)
            if product > 1e-14 {
                pairs.append((s, y, 1 / product))
                if pairs.count > memory { pairs.removeFirst() }
            }
            (x, value, gradient) = (next, nextValue, nextGradient)
        }
        return (x, maxIterations)
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for place in a.indices { sum += a[place] * b[place] }
        return sum
    }
}
