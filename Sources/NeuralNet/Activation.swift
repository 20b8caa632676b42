import Kernels

/// The function that a layer applies to its sums. Names and definitions as in `keras.activations`.
public enum Activation: String, Equatable, Sendable {
    case linear, relu, sigmoid, softmax, tanh
}

extension Activation {
    /// In place, row by row.
    func apply(_ y: Matrix) {
        switch self {
        case .linear: break
        case .relu: Activations.relu(y)
        case .sigmoid: Activations.sigmoid(y)
        case .softmax: Activations.softmax(y)
        case .tanh: Activations.tanh(y)
        }
    }

    /// Turns the gradient by the outputs `y` into the gradient by the sums, in place.
    func applyGradient(outputs y: Matrix, _ gradient: Matrix) {
        switch self {
        case .linear: break
        case .relu: Activations.reluGradient(outputs: y, gradient)
        case .sigmoid: Activations.sigmoidGradient(outputs: y, gradient)
        case .softmax: Activations.softmaxGradient(outputs: y, gradient)
        case .tanh: Activations.tanhGradient(outputs: y, gradient)
        }
    }
}
