import Foundation
import Kernels

/// How weights follow their gradients. The library's optimizers are the ones that there are.
public protocol Optimizer {}

/// What training needs of an optimizer.
protocol UpdateRule: Optimizer, Sendable {
    /// The rate it begins with.
    var startRate: Double { get }
    /// How many numbers it keeps for every weight, and what they begin with.
    var slots: Int { get }
    var slotStart: Double { get }
    /// Step number `step` (from 1) at a learning rate.
    func step(_ step: Int, rate: Double) -> UpdateStep
}

extension UpdateRule {
    var slotStart: Double { 0 }
}

/// RMSprop: each weight's step is divided by the root of a running mean of its squared gradients.
///
/// `v ← ρ·v + (1 − ρ)·g²`, `w ← w − learningRate·g / √(v + ε)`. Defaults and form of `keras.optimizers.RMSprop`
/// (Tieleman and Hinton, 2012).
public struct RMSprop: Optimizer {
    let learningRate: Double
    let rho: Double
    let momentum: Double
    let epsilon: Double

    public init(learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7) {
        self.learningRate = learningRate
        self.rho = rho
        self.momentum = momentum
        self.epsilon = epsilon
    }
}

extension RMSprop: UpdateRule {
    var startRate: Double { learningRate }
    var slots: Int { momentum > 0 ? 2 : 1 }
    func step(_ step: Int, rate: Double) -> UpdateStep {
        .rmsprop(rate: rate, rho: rho, epsilon: epsilon, momentum: momentum)
    }
}

/// Stochastic gradient descent: `w ← w − learningRate·g`, or with momentum `v ← momentum·v − learningRate·g` and
/// `w ← w + v`; Nesterov's form looks one step ahead. Source: `keras.optimizers.SGD`.
public struct SGD: Optimizer {
    let learningRate: Double
    let momentum: Double
    let nesterov: Bool

    public init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
        self.learningRate = learningRate
        self.momentum = momentum
        self.nesterov = nesterov
    }
}

extension SGD: UpdateRule {
    var startRate: Double { learningRate }
    var slots: Int { momentum == 0 ? 0 : 1 }
    func step(_ step: Int, rate: Double) -> UpdateStep {
        momentum == 0 ? .sgd(rate: rate) : .momentum(rate: rate, momentum: momentum, nesterov: nesterov)
    }
}

/// Adam: steps by running means of gradients and of their squares, both freed of their bias towards zero.
/// Source: `keras.optimizers.Adam`; Kingma and Ba (2014).
public struct Adam: Optimizer {
    let learningRate, beta1, beta2, epsilon: Double
    let weightDecay: Double

    public init(learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7) {
        self.init(learningRate, beta1, beta2, epsilon, weightDecay: 0)
    }

    init(_ learningRate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double, weightDecay: Double) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }
}

extension Adam: UpdateRule {
    var startRate: Double { learningRate }
    var slots: Int { 2 }
    func step(_ step: Int, rate: Double) -> UpdateStep {
        // Keras on TensorFlow rounds the decay rates to single precision here, in double precision too: 1 − 0.999 then
        // differs in the fifth digit, and steps of a learning rate of 0.02 in the sixth.
        let power = { (rate: Double) in pow(Double(Float(rate)), Double(step)) }
        let correction = (1 - power(beta2)).squareRoot() / (1 - power(beta1))
        return .adam(
            rate: rate * correction, beta1: beta1, beta2: beta2, epsilon: epsilon, decay: rate * weightDecay)
    }
}

/// ``Adam`` that also takes a share of each weight away at every step. Source: `keras.optimizers.AdamW`; Loshchilov and
/// Hutter (2017).
public struct AdamW: Optimizer {
    let adam: Adam

    public init(
        learningRate: Double = 0.001, weightDecay: Double = 0.004, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-7
    ) {
        adam = Adam(learningRate, beta1, beta2, epsilon, weightDecay: weightDecay)
    }
}

extension AdamW: UpdateRule {
    var startRate: Double { adam.learningRate }
    var slots: Int { 2 }
    func step(_ step: Int, rate: Double) -> UpdateStep { adam.step(step, rate: rate) }
}

/// Steps divided by the root of all squared gradients so far: `w ← w − learningRate·g / √(Σg² + ε)`.
/// Source: `keras.optimizers.Adagrad`; Duchi et al. (2011).
public struct Adagrad: Optimizer {
    let learningRate, initialAccumulatorValue, epsilon: Double

    public init(learningRate: Double = 0.001, initialAccumulatorValue: Double = 0.1, epsilon: Double = 1e-7) {
        self.learningRate = learningRate
        self.initialAccumulatorValue = initialAccumulatorValue
        self.epsilon = epsilon
    }
}

extension Adagrad: UpdateRule {
    var startRate: Double { learningRate }
    var slots: Int { 1 }
    var slotStart: Double { initialAccumulatorValue }
    func step(_ step: Int, rate: Double) -> UpdateStep { .adagrad(rate: rate, epsilon: epsilon) }
}

extension Optimizer where Self == RMSprop {
    /// RMSprop with its defaults.
    public static var rmsprop: RMSprop { RMSprop() }
    public static func rmsprop(
        learningRate: Double, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7
    ) -> RMSprop {
        RMSprop(learningRate: learningRate, rho: rho, momentum: momentum, epsilon: epsilon)
    }
}

extension Optimizer where Self == SGD {
    /// Stochastic gradient descent with its defaults.
    public static var sgd: SGD { SGD() }
    public static func sgd(learningRate: Double, momentum: Double = 0, nesterov: Bool = false) -> SGD {
        SGD(learningRate: learningRate, momentum: momentum, nesterov: nesterov)
    }
}

extension Optimizer where Self == Adam {
    /// Adam with its defaults.
    public static var adam: Adam { Adam() }
    public static func adam(
        learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7
    ) -> Adam {
        Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    }
}

extension Optimizer where Self == AdamW {
    /// AdamW with its defaults.
    public static var adamW: AdamW { AdamW() }
    public static func adamW(learningRate: Double, weightDecay: Double = 0.004) -> AdamW {
        AdamW(learningRate: learningRate, weightDecay: weightDecay)
    }
}

extension Optimizer where Self == Adagrad {
    /// Adagrad with its defaults.
    public static var adagrad: Adagrad { Adagrad() }
    public static func adagrad(learningRate: Double, initialAccumulatorValue: Double = 0.1) -> Adagrad {
        Adagrad(learningRate: learningRate, initialAccumulatorValue: initialAccumulatorValue)
    }
}
