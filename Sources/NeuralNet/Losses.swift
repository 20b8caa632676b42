import Kernels
import Outputs
public import Tensors

/// What training makes smaller: one of the library's losses, or a ``CustomLoss``.
public protocol Loss {}

/// What training needs of a loss.
protocol LossRule: Loss {
    var title: String { get }
    /// Whether targets are probabilities.
    var needsProbabilities: Bool { get }
    /// Whether targets are class numbers.
    var isSparse: Bool { get }
    /// Whether outputs are probabilities.
    var readsProbabilities: Bool { get }
    /// Whether the loss is computed from the sums and not from the outputs after this activation, which loses no digits.
    func seesThrough(_ activation: ActivationFunction) -> Bool
    /// The sum over the rows; writes the gradient times `scale`, by the sums if `fromSums`.
    func sum<S: NetworkScalar>(
        _ outputs: Matrix<S>, fromSums: Bool, targets: Matrix<S>, weights: Matrix<S>?, gradient: Matrix<S>?,
        scale: Double
    ) -> Double
}

extension LossRule {
    var needsProbabilities: Bool { false }
    var isSparse: Bool { false }
    var readsProbabilities: Bool { false }
    func seesThrough(_ activation: ActivationFunction) -> Bool { false }
}

/// A loss whose formula is one of the kernels'.
protocol KernelLoss: LossRule {
    func function(fromSums: Bool) -> LossFunction
}

extension KernelLoss {
    func sum<S: NetworkScalar>(
        _ outputs: Matrix<S>, fromSums: Bool, targets: Matrix<S>, weights: Matrix<S>?, gradient: Matrix<S>?,
        scale: Double
    ) -> Double {
        S.loss(
            function(fromSums: fromSums), outputs: outputs, targets: targets, weights: weights, gradient: gradient,
            scale: scale)
    }

    /// The mean loss of predictions from a lesson; a vector is one number per sample. In single precision if the
    /// predictions are.
    func mean(_ yTrue: Tensor, _ yPred: Tensor) -> Double {
        Failure.guarded(.nan) {
            yPred.dtype == .float32
                ? try Pair(yTrue, yPred, title, isSparse: isSparse, Float.self).mean(function(fromSums: false))
                : try Pair(yTrue, yPred, title, isSparse: isSparse, Double.self).mean(function(fromSums: false))
        }
    }
}

/// Cross-entropy of yes-or-no answers: the mean of `−(t·log p + (1 − t)·log(1 − p))`.
///
/// Targets and predictions `[samples, outputs]` or `[samples]`, in 0...1. In a network that ends in a sigmoid it is
/// computed from the sums; as in Keras also if it ends in softmax, as if that were a sigmoid. Otherwise probabilities
/// are clipped to [1e-7, 1 − 1e-7]. With `fromLogits` the predictions are sums. Source: `keras.losses.BinaryCrossentropy`.
public struct BinaryCrossentropy: Loss {
    let fromLogits: Bool

    public init(fromLogits: Bool = false) { self.fromLogits = fromLogits }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension BinaryCrossentropy: KernelLoss {
    var title: String { "BinaryCrossentropy" }
    var needsProbabilities: Bool { true }
    var readsProbabilities: Bool { !fromLogits }
    func seesThrough(_ activation: ActivationFunction) -> Bool { !fromLogits && activation.isProbability }
    func function(fromSums: Bool) -> LossFunction { .binaryCrossentropy(fromLogits: fromLogits || fromSums) }
}

/// Cross-entropy of one answer among several: the mean over the samples of `−Σ t·log p`.
///
/// Targets (one-hot or probabilities) and predictions `[samples, classes]`. In a network that ends in softmax it is
/// computed from the sums; as in Keras also if it ends in a sigmoid, as if that were softmax. Otherwise rows are
/// divided by their sums and clipped. Source: `keras.losses.CategoricalCrossentropy`.
public struct CategoricalCrossentropy: Loss {
    let fromLogits: Bool

    public init(fromLogits: Bool = false) { self.fromLogits = fromLogits }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension CategoricalCrossentropy: KernelLoss {
    var title: String { "CategoricalCrossentropy" }
    var needsProbabilities: Bool { true }
    var readsProbabilities: Bool { !fromLogits }
    func seesThrough(_ activation: ActivationFunction) -> Bool { !fromLogits && activation.isProbability }
    func function(fromSums: Bool) -> LossFunction { .categoricalCrossentropy(fromLogits: fromLogits || fromSums) }
}

/// ``CategoricalCrossentropy`` with class numbers 0, 1, 2, … as targets, `[samples]`: no one-hot coding is needed.
/// Source: `keras.losses.SparseCategoricalCrossentropy`.
public struct SparseCategoricalCrossentropy: Loss {
    let fromLogits: Bool

    public init(fromLogits: Bool = false) { self.fromLogits = fromLogits }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension SparseCategoricalCrossentropy: KernelLoss {
    var title: String { "SparseCategoricalCrossentropy" }
    var isSparse: Bool { true }
    var readsProbabilities: Bool { !fromLogits }
    func seesThrough(_ activation: ActivationFunction) -> Bool { !fromLogits && activation.isProbability }
    func function(fromSums: Bool) -> LossFunction { .sparseCategoricalCrossentropy(fromLogits: fromLogits || fromSums) }
}

/// The mean of squared differences, over outputs and samples. Source: `keras.losses.MeanSquaredError`.
public struct MeanSquaredError: Loss {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension MeanSquaredError: KernelLoss {
    var title: String { "MeanSquaredError" }
    func function(fromSums: Bool) -> LossFunction { .meanSquaredError }
}

/// The mean of absolute differences; a loss and a metric. Source: `keras.losses.MeanAbsoluteError`.
public struct MeanAbsoluteError: Loss {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension MeanAbsoluteError: KernelLoss {
    var title: String { "MeanAbsoluteError" }
    func function(fromSums: Bool) -> LossFunction { .meanAbsoluteError }
}

/// Half the square of small differences, and `delta` times the rest of large ones (Huber, 1964): outliers pull less.
/// Source: `keras.losses.Huber`.
public struct Huber: Loss {
    let delta: Double

    public init(delta: Double = 1) { self.delta = delta }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension Huber: KernelLoss {
    var title: String { "Huber" }
    func function(fromSums: Bool) -> LossFunction { .huber(delta: delta) }
}

extension Loss where Self == BinaryCrossentropy {
    public static var binaryCrossentropy: BinaryCrossentropy { BinaryCrossentropy() }
}

extension Loss where Self == CategoricalCrossentropy {
    public static var categoricalCrossentropy: CategoricalCrossentropy { CategoricalCrossentropy() }
}

extension Loss where Self == SparseCategoricalCrossentropy {
    public static var sparseCategoricalCrossentropy: SparseCategoricalCrossentropy { SparseCategoricalCrossentropy() }
}

extension Loss where Self == MeanSquaredError {
    public static var mse: MeanSquaredError { MeanSquaredError() }
    public static var meanSquaredError: MeanSquaredError { MeanSquaredError() }
}

extension Loss where Self == MeanAbsoluteError {
    public static var mae: MeanAbsoluteError { MeanAbsoluteError() }
    public static var meanAbsoluteError: MeanAbsoluteError { MeanAbsoluteError() }
}

extension Loss where Self == Huber {
    public static var huber: Huber { Huber() }
    public static func huber(delta: Double) -> Huber { Huber(delta: delta) }
}

extension ActivationFunction {
    /// Whether it makes probabilities, which cross-entropies see through to the sums.
    var isProbability: Bool { self == .sigmoid || self == .softmax }
}

/// Targets and predictions that a lesson hands to a loss or metric itself: matrices with a sample a row.
struct Pair<S: NetworkScalar> {
    let targets, outputs: Matrix<S>

    /// A vector goes with a vector or with one column. Class numbers go with rows of classes.
    init(_ yTrue: Tensor, _ yPred: Tensor, _ title: String, isSparse: Bool, _ type: S.Type) throws {
        let left = yTrue.shape.count == 1 ? yTrue.shape + [1] : yTrue.shape
        let right = yPred.shape.count == 1 ? yPred.shape + [1] : yPred.shape
        let expected = isSparse ? right.dropLast() + [1] : right
        let isRight = left == expected || (isSparse && yTrue.shape == right.dropLast())
        guard !left.isEmpty, !right.isEmpty, isRight, yPred.count > 0 else {
            throw NetworkError.pairShapes(title: title, yTrue: yTrue.shape, yPred: yPred.shape)
        }
        let width = right[right.count - 1]
        outputs = Matrix(rows: yPred.count / width, columns: width)
        targets = Matrix(rows: outputs.rows, columns: isSparse ? 1 : width)
        yPred.copyElements(0..<yPred.count, to: outputs, at: 0)
        yTrue.copyElements(0..<yTrue.count, to: targets, at: 0)
    }

    func mean(_ loss: LossFunction) -> Double {
        S.loss(loss, outputs: outputs, targets: targets, weights: nil, gradient: nil, scale: 1) / Double(outputs.rows)
    }

    func value(_ metric: MetricFunction, _ result: ([Double]) -> Double) -> Double {
        let sums = Results(count: metric.sums)
        S.add(metric, outputs: outputs, targets: targets, weights: nil, to: sums, at: 0)
        return result((0..<metric.sums).map { sums[$0] })
    }
}
