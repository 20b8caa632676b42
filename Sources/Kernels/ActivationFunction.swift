/// The functions that layers apply to their sums, as `keras.activations` defines them.
package enum ActivationFunction: Hashable, Sendable {
    case linear, relu, sigmoid, tanh, softmax
    case elu(alpha: Double)
    case selu
    case leakyRelu(slope: Double)
    case gelu, softplus, softsign, silu, exponential, hardSigmoid

    /// Whether the gradient needs what went in; of the others what came out is enough.
    package var needsInputs: Bool {
        switch self {
        case .gelu, .silu, .softplus: true
        default: false
        }
    }

    /// The constants of Klambauer et al. (2017).
    static let seluAlpha = 1.673_263_242_354_377_2
    static let seluScale = 1.050_700_987_355_480_5
}
