import Kernels

/// How weights follow their gradients. The library's optimizers are the ones that there are.
public protocol Optimizer {}

/// What training needs of an optimizer.
protocol UpdateRule: Optimizer, Sendable {
    /// Whether it keeps a number for every weight.
    var keepsMean: Bool { get }
    /// One step on a range of a parameter's elements. `mean` begins at zero and is kept from step to step.
    func update(_ parameter: Parameter, mean: FloatBuffer?, _ range: Range<Int>)
}

/// RMSprop: each weight's step is divided by the root of a running mean of its squared gradients.
///
/// `v ← ρ·v + (1 − ρ)·g²`, `w ← w − learningRate·g / √(v + ε)`. Defaults and form of `keras.optimizers.RMSprop`
/// (Tieleman and Hinton, 2012).
public struct RMSprop: Optimizer {
    let learningRate: Double
    let rho: Double
    let epsilon: Double

    public init(learningRate: Double = 0.001, rho: Double = 0.9, epsilon: Double = 1e-7) {
        self.learningRate = learningRate
        self.rho = rho
        self.epsilon = epsilon
    }
}

extension RMSprop: UpdateRule {
    var keepsMean: Bool { true }

    func update(_ parameter: Parameter, mean: FloatBuffer?, _ range: Range<Int>) {
        guard let mean else { return }
        Updates.rmsprop(
            parameter.value, parameter.gradient, mean: mean, range, rate: Float(learningRate), rho: Float(rho),
            rest: Float(1 - rho), epsilon: Float(epsilon))
    }
}

/// Stochastic gradient descent: `w ← w − learningRate·g`. Source: `keras.optimizers.SGD`, without momentum.
public struct SGD: Optimizer {
    let learningRate: Double

    public init(learningRate: Double = 0.01) { self.learningRate = learningRate }
}

extension SGD: UpdateRule {
    var keepsMean: Bool { false }

    func update(_ parameter: Parameter, mean: FloatBuffer?, _ range: Range<Int>) {
        Updates.sgd(parameter.value, parameter.gradient, range, rate: Float(learningRate))
    }
}

extension Optimizer where Self == RMSprop {
    /// RMSprop with its defaults.
    public static var rmsprop: RMSprop { RMSprop() }
}

extension Optimizer where Self == SGD {
    /// Stochastic gradient descent with its defaults.
    public static var sgd: SGD { SGD() }
}
