/// The one module that a compiled lesson imports: what cells see, and nothing else.
@_exported public import Datasets
@_exported public import NeuralNet
@_exported public import Outputs
@_exported public import Plotting
@_exported public import Tensors

/// The version of the engine, as records name it.
public let hanjiVersion = "0.1.0"
