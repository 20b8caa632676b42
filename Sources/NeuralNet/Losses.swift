import Kernels
import Outputs
public import Tensors

/// What training makes smaller. The library's losses are the ones that there are.
public protocol Loss {}

/// What training needs of a loss.
protocol LossRule: Loss, Sendable {
    var title: String { get }
    /// Activations after which the loss is computed from the sums, not from the outputs, which loses no digits.
    var fusedActivations: [Activation] { get }
    /// Whether targets are probabilities.
    var needsProbabilities: Bool { get }
    /// The sum over the samples (rows); writes the gradient times `scale`, by the sums if `fromSums`.
    func sum(_ outputs: Matrix, fromSums: Bool, targets: Matrix, gradient: Matrix?, scale: Float) -> Double
}

extension LossRule {
    /// The mean loss of predictions from a lesson; a vector is one number per sample.
    func mean(_ yTrue: Tensor, _ yPred: Tensor) -> Double {
        Failure.guarded(.nan) {
            let (targets, outputs) = try Pair.matrices(yTrue, yPred, title)
            return sum(outputs, fromSums: false, targets: targets, gradient: nil, scale: 1) / Double(outputs.rows)
        }
    }
}

/// Cross-entropy of yes-or-no answers: the mean of `−(t·log p + (1 − t)·log(1 − p))`.
///
/// Targets and predictions `[samples, outputs]` or `[samples]`, in 0...1. In a network that ends in a sigmoid it is
/// computed from the sums; as in Keras also if it ends in softmax, as if that were a sigmoid. Otherwise probabilities
/// are clipped to [1e-7, 1 − 1e-7]. Source: `keras.losses.BinaryCrossentropy`.
public struct BinaryCrossentropy: Loss {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension BinaryCrossentropy: LossRule {
    var title: String { "BinaryCrossentropy" }
    var fusedActivations: [Activation] { [.sigmoid, .softmax] }
    var needsProbabilities: Bool { true }

    func sum(_ outputs: Matrix, fromSums: Bool, targets: Matrix, gradient: Matrix?, scale: Float) -> Double {
        fromSums
            ? LossKernels.sigmoidCrossentropy(logits: outputs, targets: targets, gradient: gradient, scale: scale)
            : LossKernels.binaryCrossentropy(probabilities: outputs, targets: targets, gradient: gradient, scale: scale)
    }
}

/// Cross-entropy of one answer among several: the mean over the samples of `−Σ t·log p`.
///
/// Targets (one-hot or probabilities) and predictions `[samples, classes]`. In a network that ends in softmax it is
/// computed from the sums; as in Keras also if it ends in a sigmoid, as if that were softmax. Otherwise rows are
/// divided by their sums and clipped. Source: `keras.losses.CategoricalCrossentropy`.
public struct CategoricalCrossentropy: Loss {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension CategoricalCrossentropy: LossRule {
    var title: String { "CategoricalCrossentropy" }
    var fusedActivations: [Activation] { [.sigmoid, .softmax] }
    var needsProbabilities: Bool { true }

    func sum(_ outputs: Matrix, fromSums: Bool, targets: Matrix, gradient: Matrix?, scale: Float) -> Double {
        fromSums
            ? LossKernels.softmaxCrossentropy(logits: outputs, targets: targets, gradient: gradient, scale: scale)
            : LossKernels.categoricalCrossentropy(
                probabilities: outputs, targets: targets, gradient: gradient, scale: scale)
    }
}

/// The mean of squared differences, over outputs and samples. Source: `keras.losses.MeanSquaredError`.
public struct MeanSquaredError: Loss {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { mean(yTrue, yPred) }
}

extension MeanSquaredError: LossRule {
    var title: String { "MeanSquaredError" }
    var fusedActivations: [Activation] { [] }
    var needsProbabilities: Bool { false }

    func sum(_ outputs: Matrix, fromSums: Bool, targets: Matrix, gradient: Matrix?, scale: Float) -> Double {
        LossKernels.meanSquaredError(outputs: outputs, targets: targets, gradient: gradient, scale: scale)
    }
}

extension Loss where Self == BinaryCrossentropy {
    public static var binaryCrossentropy: BinaryCrossentropy { BinaryCrossentropy() }
}

extension Loss where Self == CategoricalCrossentropy {
    public static var categoricalCrossentropy: CategoricalCrossentropy { CategoricalCrossentropy() }
}

extension Loss where Self == MeanSquaredError {
    public static var mse: MeanSquaredError { MeanSquaredError() }
}

/// Targets and predictions that a lesson hands to a loss or metric itself.
enum Pair {
    /// Both as matrices of one shape, a sample a row. A vector goes with a vector or with one column.
    static func matrices(_ yTrue: Tensor, _ yPred: Tensor, _ title: String) throws -> (targets: Matrix, outputs: Matrix)
    {
        let (left, right) = (columns(yTrue.shape), columns(yPred.shape))
        guard !left.isEmpty, left == right, yPred.count > 0 else {
            throw NetworkError.pairShapes(title: title, yTrue: yTrue.shape, yPred: yPred.shape)
        }
        let width = right.dropFirst().reduce(1, *)
        let matrices = [yTrue, yPred].map { tensor in
            let matrix = Matrix(rows: right[0], columns: width)
            tensor.copyRows(Array(0..<right[0])[...], to: matrix)
            return matrix
        }
        return (matrices[0], matrices[1])
    }

    private static func columns(_ shape: [Int]) -> [Int] { shape.count == 1 ? shape + [1] : shape }
}
