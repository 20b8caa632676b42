import Kernels
import Outputs
public import Tensors

/// A loss that sees whole batches and knows its own gradient.
protocol BatchLoss: LossRule {
    func value(_ yTrue: Tensor, _ yPred: Tensor) throws -> Double
    func valueAndGradient(_ yTrue: Tensor, _ yPred: Tensor) throws -> (Double, Tensor)
}

/// A loss written in the notebook: called with the targets and the predictions of each batch, both of shape
/// `[samples, outputs]`. What it gives, one number or one for each sample, is averaged; its gradient follows by automatic
/// differentiation (see ``valueAndGradient(of:at:)``).
///
///     CustomLoss("cubic") { yTrue, yPred in mean(pow(abs(yTrue - yPred), 3)) }
public struct CustomLoss: Loss {
    let name: String
    let function: (Tensor, Tensor) -> Tensor

    public init(_ name: String, _ function: @escaping (_ yTrue: Tensor, _ yPred: Tensor) -> Tensor) {
        self.name = name
        self.function = function
    }

    /// The mean loss. Errors: ``NetworkError/lossResult(name:shape:)``, and those of the function itself.
    public func callAsFunction(_ yTrue: Tensor, _ yPred: Tensor) -> Double {
        Failure.guarded(.nan) { try value(yTrue, yPred) }
    }
}

extension CustomLoss: BatchLoss {
    var title: String { name }

    func sum<S: NetworkScalar>(
        _ outputs: Matrix<S>, fromSums: Bool, targets: Matrix<S>, weights: Matrix<S>?, gradient: Matrix<S>?,
        scale: Double
    ) -> Double {
        preconditionFailure("a loss of the notebook's own sees whole batches")
    }

    func value(_ yTrue: Tensor, _ yPred: Tensor) throws -> Double {
        let result = function(yTrue, yPred)
        if let error = Failure.take() { throw error }
        return try checked(result, yPred).mean()
    }

    func valueAndGradient(_ yTrue: Tensor, _ yPred: Tensor) throws -> (Double, Tensor) {
        let (value, gradient) = Tensors.valueAndGradient(of: { mean(function(yTrue, $0)) }, at: yPred)
        if let error = Failure.take() { throw error }
        return (try checked(value, yPred).mean(), gradient)
    }

    private func checked(_ result: Tensor, _ yPred: Tensor) throws -> Tensor {
        guard result.count == 1 || result.shape.first == yPred.shape.first else {
            throw NetworkError.lossResult(name: name, shape: result.shape)
        }
        return result
    }
}
