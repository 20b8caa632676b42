import Kernels
import Outputs
public import Tensors

/// What training and evaluation report beside the loss. The library's metrics are the ones that there are; a measure of
/// one's own is a ``CustomMetric``.
public protocol Metric {}

/// What training needs of a metric.
protocol MetricRule: Metric {
    /// The name under which a history keeps it.
    var key: String { get }
    func measure(outputs: Int) -> Measure
}

/// How a metric is computed once the number of outputs is known.
enum Measure {
    /// The sum over the samples (rows) of targets and outputs; blocks are added up.
    case samples(@Sendable (_ targets: Matrix, _ outputs: Matrix) -> Double)
    /// One value for a whole batch; batches are averaged by their numbers of samples.
    case batch((Tensor, Tensor) -> Double)
}

/// The share of right answers: of outputs over 0.5 (one output), or of the largest of several.
///
/// Targets `[samples]` or `[samples, 1]` for one output, `[samples, outputs]` for several. Its key is the name by which
/// it was asked for: `.accuracy` or `.acc`. Source: `keras.metrics`, "accuracy".
public struct Accuracy: Metric {
    let key: String

    public init() { key = "accuracy" }

    init(key: String) { self.key = key }
}

extension Accuracy: MetricRule {
    func measure(outputs: Int) -> Measure {
        outputs == 1
            ? .samples { MetricKernels.binaryMatches(outputs: $1, targets: $0, threshold: 0.5) }
            : .samples { MetricKernels.categoricalMatches(outputs: $1, targets: $0) }
    }
}

/// The share of outputs that lie on their target's side of `threshold`; an output equal to it counts as 0.
/// Source: `keras.metrics.BinaryAccuracy`.
public struct BinaryAccuracy: Metric {
    let threshold: Double

    public init(threshold: Double = 0.5) { self.threshold = threshold }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double {
        Failure.guarded(.nan) {
            let (targets, outputs) = try Pair.matrices(yTrue, yPred, "BinaryAccuracy")
            return MetricKernels.binaryMatches(outputs: outputs, targets: targets, threshold: Float(threshold))
                / Double(outputs.rows)
        }
    }
}

extension BinaryAccuracy: MetricRule {
    var key: String { "binary_accuracy" }

    func measure(outputs: Int) -> Measure {
        let threshold = Float(threshold)
        return .samples { MetricKernels.binaryMatches(outputs: $1, targets: $0, threshold: threshold) }
    }
}

/// The mean of absolute differences. Source: `keras.metrics.MeanAbsoluteError`.
public struct MeanAbsoluteError: Metric {
    public init() {}
}

extension MeanAbsoluteError: MetricRule {
    var key: String { "mae" }

    func measure(outputs: Int) -> Measure {
        .samples { MetricKernels.absoluteErrors(outputs: $1, targets: $0) }
    }
}

/// A metric written in the notebook: called with the targets and the predictions of each batch, both float32 of shape
/// `[samples, outputs]`; the mean over all batches, weighted by their samples.
public struct CustomMetric: Metric {
    let name: String
    let function: (Tensor, Tensor) -> Double

    public init(_ name: String, _ function: @escaping (Tensor, Tensor) -> Double) {
        self.name = name
        self.function = function
    }
}

extension CustomMetric: MetricRule {
    var key: String { name }

    func measure(outputs: Int) -> Measure { .batch(function) }
}

extension Metric where Self == Accuracy {
    /// Recorded as `accuracy`.
    public static var accuracy: Accuracy { Accuracy() }
    /// Recorded as `acc`.
    public static var acc: Accuracy { Accuracy(key: "acc") }
}

extension Metric where Self == BinaryAccuracy {
    public static var binaryAccuracy: BinaryAccuracy { BinaryAccuracy() }
}

extension Metric where Self == MeanAbsoluteError {
    public static var mae: MeanAbsoluteError { MeanAbsoluteError() }
}
