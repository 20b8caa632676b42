/// A penalty on large weights, added to the loss: `l1·Σ|w| + l2·Σw²`. Source: `keras.regularizers`.
public struct Regularizer: Hashable, Sendable {
    let l1: Double
    let l2: Double

    /// Σ|w| times `factor`: drives weights to zero.
    public static func l1(_ factor: Double = 0.01) -> Regularizer { Regularizer(l1: factor, l2: 0) }

    /// Σw² times `factor`: keeps weights small, also known as weight decay.
    public static func l2(_ factor: Double = 0.01) -> Regularizer { Regularizer(l1: 0, l2: factor) }

    /// Both.
    public static func l1l2(l1: Double = 0.01, l2: Double = 0.01) -> Regularizer { Regularizer(l1: l1, l2: l2) }
}
