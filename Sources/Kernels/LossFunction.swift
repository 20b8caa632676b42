/// The losses, as `keras.losses` defines them, on rows: one row is a sample, or one step of a sample.
package enum LossFunction: Hashable, Sendable {
    case binaryCrossentropy(fromLogits: Bool)
    case categoricalCrossentropy(fromLogits: Bool)
    /// Targets are class numbers in one column.
    case sparseCategoricalCrossentropy(fromLogits: Bool)
    case meanSquaredError, meanAbsoluteError
    case huber(delta: Double)
}
