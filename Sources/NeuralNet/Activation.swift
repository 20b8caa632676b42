import Kernels
import Outputs
public import Tensors

/// The function that a layer applies to its sums: `Dense(16, activation: .relu)`. Itself a layer too, which applies it to
/// what comes in: `Activation(.relu)`. Names and definitions as in `keras.activations`.
public struct Activation: Layer, Hashable, Sendable {
    let function: ActivationFunction

    init(_ function: ActivationFunction) { self.function = function }

    /// As a layer of its own.
    public init(_ activation: Activation) { self = activation }

    public static let linear = Activation(.linear as ActivationFunction)
    /// max(x, 0).
    public static let relu = Activation(.relu as ActivationFunction)
    /// 1 / (1 + e^−x).
    public static let sigmoid = Activation(.sigmoid as ActivationFunction)
    /// e^x over its sum along the last axis.
    public static let softmax = Activation(.softmax as ActivationFunction)
    public static let tanh = Activation(.tanh as ActivationFunction)
    /// x, or e^x − 1 below zero (Clevert et al., 2015).
    public static let elu = Activation(.elu(alpha: 1) as ActivationFunction)
    /// A scaled ELU that keeps means and variances (Klambauer et al., 2017).
    public static let selu = Activation(.selu as ActivationFunction)
    /// x, or 0.2·x below zero.
    public static let leakyRelu = leakyRelu(0.2)
    /// x·Φ(x), with the normal distribution Φ itself and not its approximation (Hendrycks and Gimpel, 2016).
    public static let gelu = Activation(.gelu as ActivationFunction)
    /// log(1 + e^x).
    public static let softplus = Activation(.softplus as ActivationFunction)
    /// x / (1 + |x|).
    public static let softsign = Activation(.softsign as ActivationFunction)
    /// x / (1 + e^−x), also known as swish.
    public static let silu = Activation(.silu as ActivationFunction)
    public static let exponential = Activation(.exponential as ActivationFunction)
    /// x/6 + 1/2 within 0...1.
    public static let hardSigmoid = Activation(.hardSigmoid as ActivationFunction)

    /// x, or `negativeSlope`·x below zero (Maas et al., 2013).
    public static func leakyRelu(_ negativeSlope: Double) -> Activation {
        Activation(.leakyRelu(slope: negativeSlope) as ActivationFunction)
    }

    /// x, or alpha·(e^x − 1) below zero.
    public static func elu(_ alpha: Double) -> Activation { Activation(.elu(alpha: alpha) as ActivationFunction) }

    /// The function's values, element by element (softmax: along the last axis); the shape stays. float32 stays float32,
    /// everything else becomes float64.
    public func callAsFunction(_ x: Tensor) -> Tensor {
        x.dtype == .float32 ? values(x, Float.self) : values(x, Double.self)
    }

    private func values<S: NetworkScalar>(_ x: Tensor, _ type: S.Type) -> Tensor {
        let width = x.rank == 0 ? 1 : max(1, x.shape[x.rank - 1])
        let matrix = Matrix<S>(rows: x.count / width, columns: width)
        x.copyElements(0..<x.count, to: matrix, at: 0)
        S.apply(function, matrix, into: matrix)
        return Tensor(matrix, shape: x.shape)
    }
}

extension Activation: CustomStringConvertible {
    /// As it is written: `relu`.
    public var description: String {
        switch function {
        case .elu(let alpha) where alpha != 1: "elu(\(alpha))"
        case .elu: "elu"
        case .leakyRelu(let slope) where slope != 0.2: "leakyRelu(\(slope))"
        case .leakyRelu: "leakyRelu"
        default: "\(function)"
        }
    }
}

extension Activation {
    /// All that have no parameter, by name; for tests against other libraries.
    package static let named: [String: Activation] = Dictionary(
        uniqueKeysWithValues: [
            linear, relu, sigmoid, softmax, tanh, elu, selu, leakyRelu, gelu, softplus, softsign, silu, exponential,
            hardSigmoid,
        ].map { ($0.description, $0) })
}
