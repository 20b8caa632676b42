import Foundation
import Kernels
import Outputs
public import Tensors

/// The losses of ``SGDClassifier``.
public enum LinearLoss: String, Equatable, Sendable {
    /// A linear support vector machine.
    case hinge
    /// Logistic regression.
    case logLoss
}

/// Linear classifiers trained by stochastic gradient descent, one against all others for each class, with an L2 penalty
/// and scikit-learn's "optimal" schedule: step t has the rate 1 / (α·(t₀ + t)).
///
/// Samples are shuffled before each pass, by `randomState` or by the notebook's stream; all classes see them in the same
/// order. Source: `sklearn.linear_model.SGDClassifier`; Bottou (2012).
public final class SGDClassifier: Classifier {
    private let loss: LinearLoss
    private let alpha: Double
    private let maxIterations: Int
    private let tolerance: Double?
    private let iterationsWithoutChange: Int
    private let randomState: Int?
    private var classes: [Int] = []
    private var weights: Matrix<Float>?
    private var intercepts: [Double] = []

    /// A class stops when its loss has not sunk by `tolerance` for `iterationsWithoutChange` passes.
    public init(
        loss: LinearLoss = .hinge, alpha: Double = 0.0001, maxIterations: Int = 1000, tolerance: Double? = 0.001,
        iterationsWithoutChange: Int = 5, randomState: Int? = nil
    ) {
        self.loss = loss
        self.alpha = alpha
        self.maxIterations = maxIterations
        self.tolerance = tolerance
        self.iterationsWithoutChange = iterationsWithoutChange
        self.randomState = randomState
        if alpha <= 0 { Failure.raise(NetworkError.notPositiveNumber("alpha", alpha), ()) }
        if maxIterations < 1 { Failure.raise(NetworkError.notPositive("maxIterations", maxIterations), ()) }
    }

    /// Errors: those of shapes, and ``NetworkError/oneClass(_:)``.
    public func fit(_ x: Tensor, _ y: Tensor) {
        Failure.guarded(()) {
            let data = try ClassifierData(x, y)
            try learn(data, data.rows, seed: seed ?? RandomStream.next())
        }
    }

    /// Errors: ``NetworkError/notFitted(_:)``, and those of shapes.
    public func predict(_ x: Tensor) -> Tensor {
        Failure.guarded(Tensor([Int]())) {
            let data = try ClassifierData(x, nil, known: classes)
            return Tensor(try classify(data, data.rows).map { classes[Int($0)] })
        }
    }

    /// Errors as ``predict(_:)``.
    public func score(_ x: Tensor, _ y: Tensor) -> Double {
        let (predicted, truth) = (predict(x).doubles(), y.doubles())
        let right = zip(predicted, truth).count { $0 == $1 }
        return Double(right) / Double(max(truth.count, 1))
    }

    /// The distance of each sample from each class's plane: `[samples, classes]`, or `[samples]` for two classes.
    public func decisionFunction(_ x: Tensor) -> Tensor {
        Failure.guarded(Tensor([Double]())) {
            let data = try ClassifierData(x, nil, known: classes)
            let decisions = try decide(data, data.rows)
            return Tensor(decisions.array.map { Double($0) })
                .reshaped(decisions.columns == 1 ? [decisions.rows] : [decisions.rows, decisions.columns])
        }
    }

    /// `[classes, features]`, or `[1, features]` for two classes.
    public var coefficients: Tensor {
        guard let weights else { return Tensor.zeros([0, 0]) }
        return Tensor(weights.array.map { Double($0) }).reshaped([weights.rows, weights.columns])
    }

    /// By class.
    public var intercept: Tensor { Tensor(intercepts) }
}

extension SGDClassifier: ClassifierRule {
    var seed: UInt64? { randomState.map { UInt64(bitPattern: Int64($0)) } }

    func fresh() -> any ClassifierRule {
        SGDClassifier(
            loss: loss, alpha: alpha, maxIterations: maxIterations, tolerance: tolerance,
            iterationsWithoutChange: iterationsWithoutChange, randomState: randomState)
    }

    func learn(_ data: ClassifierData, _ rows: [Int32], seed: UInt64) throws {
        classes = data.classes
        // Of two classes one plane is enough; its positive side is the second class.
        let isBinary = classes.count == 2
        let margin: MarginLoss = loss == .hinge ? .hinge : .log
        let trainer = LinearTrainer(
            classes: isBinary ? 1 : classes.count, features: data.x.columns, loss: margin, alpha: alpha)
        let answers = isBinary ? data.answers.map { 1 - $0 } : data.answers
        // Where the schedule begins: so that the first steps are of the size of typical weights.
        let typical = (1 / alpha.squareRoot()).squareRoot()
        let start = 1 / (typical / max(1, margin.slope(-typical, 1)) * alpha)
        var generator = Xoshiro256(seed: seed)
        var order = rows
        var best = [Double](repeating: .infinity, count: classes.count)
        var waits = [Int](repeating: 0, count: classes.count)
        for pass in 0..<maxIterations {
            for last in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(last, Int(generator.next() % UInt64(last + 1)))
            }
            let sums = try trainer.pass(
                data.x, answers, order, firstStep: 1 + pass * order.count, start: start)
            guard let tolerance else { continue }
            for (number, sum) in sums.enumerated() {
                waits[number] = sum > best[number] - tolerance * Double(order.count) ? waits[number] + 1 : 0
                best[number] = min(best[number], sum)
                if waits[number] >= iterationsWithoutChange { trainer.stop(number) }
            }
            if trainer.isDone { break }
        }
        (weights, intercepts) = trainer.weights
    }

    private func decide(_ data: ClassifierData, _ rows: [Int32]) throws -> Matrix<Float> {
        guard let weights else { throw NetworkError.notFitted("SGDClassifier") }
        guard data.x.columns == weights.columns else {
            throw NetworkError.featureCount("SGDClassifier", weights.columns, data.x.columns)
        }
        let result = Matrix<Float>(rows: rows.count, columns: weights.rows)
        let start = Buffer(intercepts.map { Float($0) })
        let block = Matrix<Float>(rows: 256, columns: data.x.columns)
        for first in stride(from: 0, to: rows.count, by: 256) {
            try Interruption.check()
            let count = min(256, rows.count - first)
            let (part, target) = (block.rows(0..<count), result.rows(first..<first + count))
            for place in 0..<count {
                let row = Int(rows[first + place])
                Float.combine(
                    .copy, data.x.rows(row..<row + 1), data.x.rows(row..<row + 1), into: part.rows(place..<place + 1))
            }
            Float.fillRows(of: target, with: start)
            Float.multiply(part, weights, transposeA: false, transposeB: true, into: target, accumulate: true)
        }
        return result
    }

    func classify(_ data: ClassifierData, _ rows: [Int32]) throws -> [Int32] {
        let decisions = try decide(data, rows)
        let values = decisions.array
        return (0..<decisions.rows).map { row in
            if decisions.columns == 1 { return values[row] > 0 ? 1 : 0 }
            let part = values[row * decisions.columns..<(row + 1) * decisions.columns]
            return Int32((part.indices.max { part[$0] < part[$1] } ?? part.startIndex) - part.startIndex)
        }
    }
}
