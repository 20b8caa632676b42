/// One step of an optimizer on some weights. Running means are kept in slots, one number for every weight each.
package enum UpdateStep: Sendable {
    case sgd(rate: Double)
    /// Slots: velocity.
    case momentum(rate: Double, momentum: Double, nesterov: Bool)
    /// Slots: mean of squares; velocity too if there is momentum.
    case rmsprop(rate: Double, rho: Double, epsilon: Double, momentum: Double)
    /// `rate` has the bias correction in it, `decay` is the share of each weight that is taken away. Slots: mean, mean of
    /// squares.
    case adam(rate: Double, beta1: Double, beta2: Double, epsilon: Double, decay: Double)
    /// Slots: sum of squares.
    case adagrad(rate: Double, epsilon: Double)
}
