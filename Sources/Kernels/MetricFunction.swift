/// What a metric adds up over rows. The sums of several blocks are added; what they mean is said once at the end.
package enum MetricFunction: Hashable, Sendable {
    /// Sums: the values, and the rows (weighted).
    case binaryAccuracy(threshold: Double)
    case categoricalAccuracy, sparseCategoricalAccuracy
    case topCategoricalAccuracy(Int)
    case sparseTopCategoricalAccuracy(Int)
    case mean(LossFunction)
    /// Sums: true positives, false positives, false negatives.
    case confusion(threshold: Double)
    /// Sums: for each of so many thresholds the positives above it, then the negatives; then all of both.
    case curve(thresholds: Int)

    package var sums: Int {
        switch self {
        case .confusion: 3
        case .curve(let thresholds): 2 * thresholds + 2
        default: 2
        }
    }
}
