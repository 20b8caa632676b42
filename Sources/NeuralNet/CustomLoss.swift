import Outputs
import Tensors

/// A loss that sees whole batches and knows its own gradient.
protocol BatchLoss: LossRule {
    func value(_ yTrue: Tensor, _ yPred: Tensor) throws -> Double
    func valueAndGradient(_ yTrue: Tensor, _ yPred: Tensor) throws -> (Double, Tensor)
}
