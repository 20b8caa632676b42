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
    /// How it is computed for outputs of a length, with targets that are class numbers or not.
    func measure(outputs: Int, isSparse: Bool) -> Measure
}

/// How a metric is computed once the network is known.
enum Measure {
    /// Sums over blocks, and what they mean.
    case sums(MetricFunction, ([Double]) -> Double)
    /// One value for a whole batch; batches are averaged by their numbers of samples.
    case batch((Tensor, Tensor) -> Double)

    static func mean(_ function: MetricFunction) -> Measure { .sums(function) { $0[0] / max($0[1], 1) } }
}

/// A metric that lessons also call on targets and predictions.
protocol CallableMetric: MetricRule {
    var title: String { get }
}

extension CallableMetric {
    func value(_ yTrue: Tensor, _ yPred: Tensor) -> Double {
        Failure.guarded(.nan) {
            let width = yPred.rank < 2 ? 1 : yPred.shape[yPred.rank - 1]
            let isSparse = yTrue.rank < yPred.rank || yTrue.shape.last == 1
            guard case .sums(let function, let result) = measure(outputs: width, isSparse: isSparse && width > 1) else {
                return .nan
            }
            let takesNumbers =
                switch function {
                case .sparseCategoricalAccuracy, .sparseTopCategoricalAccuracy: true
                default: false
                }
            return try Pair(yTrue, yPred, title, isSparse: takesNumbers, Double.self).value(function, result)
        }
    }
}

/// The share of right answers: of outputs over 0.5 (one output), or of the largest of several.
///
/// Targets `[samples]` or `[samples, 1]` for one output, `[samples, outputs]` or class numbers `[samples]` for several.
/// Its key is the name by which it was asked for: `.accuracy` or `.acc`. Source: `keras.metrics`, "accuracy".
public struct Accuracy: Metric {
    let key: String

    public init() { key = "accuracy" }

    init(key: String) { self.key = key }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension Accuracy: CallableMetric {
    var title: String { "Accuracy" }

    func measure(outputs: Int, isSparse: Bool) -> Measure {
        if outputs == 1 { return .mean(.binaryAccuracy(threshold: 0.5)) }
        return .mean(isSparse ? .sparseCategoricalAccuracy : .categoricalAccuracy)
    }
}

/// The share of outputs that lie on their target's side of `threshold`; an output equal to it counts as 0.
/// Source: `keras.metrics.BinaryAccuracy`.
public struct BinaryAccuracy: Metric {
    let threshold: Double

    public init(threshold: Double = 0.5) { self.threshold = threshold }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension BinaryAccuracy: CallableMetric {
    var key: String { "binary_accuracy" }
    var title: String { "BinaryAccuracy" }
    func measure(outputs: Int, isSparse: Bool) -> Measure { .mean(.binaryAccuracy(threshold: threshold)) }
}

/// The share of samples whose largest output stands where the largest target does.
/// Source: `keras.metrics.CategoricalAccuracy`.
public struct CategoricalAccuracy: Metric {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension CategoricalAccuracy: CallableMetric {
    var key: String { "categorical_accuracy" }
    var title: String { "CategoricalAccuracy" }
    func measure(outputs: Int, isSparse: Bool) -> Measure { .mean(.categoricalAccuracy) }
}

/// The share of samples whose largest output stands at the number that is the target.
/// Source: `keras.metrics.SparseCategoricalAccuracy`.
public struct SparseCategoricalAccuracy: Metric {
    public init() {}

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension SparseCategoricalAccuracy: CallableMetric {
    var key: String { "sparse_categorical_accuracy" }
    var title: String { "SparseCategoricalAccuracy" }
    func measure(outputs: Int, isSparse: Bool) -> Measure { .mean(.sparseCategoricalAccuracy) }
}

/// Of what was said to be positive, the share that is: TP / (TP + FP), 0 if nothing was. Source: `keras.metrics.Precision`.
public struct Precision: Metric {
    let threshold: Double

    public init(threshold: Double = 0.5) { self.threshold = threshold }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension Precision: CallableMetric {
    var key: String { "precision" }
    var title: String { "Precision" }
    func measure(outputs: Int, isSparse: Bool) -> Measure {
        .sums(.confusion(threshold: threshold)) { $0[0] == 0 ? 0 : $0[0] / ($0[0] + $0[1]) }
    }
}

/// Of what is positive, the share that was found: TP / (TP + FN), 0 if nothing is. Source: `keras.metrics.Recall`.
public struct Recall: Metric {
    let threshold: Double

    public init(threshold: Double = 0.5) { self.threshold = threshold }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension Recall: CallableMetric {
    var key: String { "recall" }
    var title: String { "Recall" }
    func measure(outputs: Int, isSparse: Bool) -> Measure {
        .sums(.confusion(threshold: threshold)) { $0[0] == 0 ? 0 : $0[0] / ($0[0] + $0[2]) }
    }
}

/// The area under the ROC curve: how likely a positive sample gets a higher output than a negative one, from 200
/// thresholds by trapezoids. Source: `keras.metrics.AUC`.
public struct AUC: Metric {
    let thresholds: Int

    public init(thresholds: Int = 200) { self.thresholds = max(2, thresholds) }

    /// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double { value(yTrue, yPred) }
}

extension AUC: CallableMetric {
    var key: String { "auc" }
    var title: String { "AUC" }
    func measure(outputs: Int, isSparse: Bool) -> Measure {
        let count = thresholds
        return .sums(.curve(thresholds: count)) { sums in
            let (positives, negatives) = (sums[2 * count], sums[2 * count + 1])
            guard positives > 0, negatives > 0 else { return 0 }
            var area = 0.0
            for number in 0..<count - 1 {
                let width = (sums[count + number] - sums[count + number + 1]) / negatives
                area += width * (sums[number] + sums[number + 1]) / (2 * positives)
            }
            return area
        }
    }
}

extension MeanAbsoluteError: Metric, MetricRule {
    var key: String { "mae" }
    func measure(outputs: Int, isSparse: Bool) -> Measure { .mean(.mean(.meanAbsoluteError)) }
}

extension MeanSquaredError: Metric, MetricRule {
    var key: String { "mse" }
    func measure(outputs: Int, isSparse: Bool) -> Measure { .mean(.mean(.meanSquaredError)) }
}

/// A metric written in the notebook: called with the targets and the predictions of each batch, both of shape
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
    func measure(outputs: Int, isSparse: Bool) -> Measure { .batch(function) }
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

extension Metric where Self == CategoricalAccuracy {
    public static var categoricalAccuracy: CategoricalAccuracy { CategoricalAccuracy() }
}

extension Metric where Self == SparseCategoricalAccuracy {
    public static var sparseCategoricalAccuracy: SparseCategoricalAccuracy { SparseCategoricalAccuracy() }
}

extension Metric where Self == Precision {
    public static var precision: Precision { Precision() }
}

extension Metric where Self == Recall {
    public static var recall: Recall { Recall() }
}

extension Metric where Self == AUC {
    public static var auc: AUC { AUC() }
}

extension Metric where Self == MeanAbsoluteError {
    public static var mae: MeanAbsoluteError { MeanAbsoluteError() }
}

extension Metric where Self == MeanSquaredError {
    public static var mse: MeanSquaredError { MeanSquaredError() }
}
