import Keeping
import Kernels
import Outputs
public import Tensors

/// One step of a network. The library's layers are the ones that there are.
public protocol Layer {
    /// As it stands in ``Sequential/summary()``.
    var name: String { get }
    /// What it learns; empty until the layer has met data or been told the shape of its inputs.
    var weights: [Tensor] { get }
    /// Takes over weights in the order of ``weights``.
    func setWeights(_ weights: [Tensor])
}

extension Layer {
    public var name: String { "\(type(of: self))" }
    public var weights: [Tensor] { [] }
    public func setWeights(_ weights: [Tensor]) {}
}

/// What all the library's layers have in common: a name, the shapes of one sample, and parameters.
public class LibraryLayer: Layer {
    /// Given when the layer is put into a network: `dense`, `dense_1`.
    public internal(set) var name: String
    /// The shape of one sample that the layer was told to expect.
    let declaredInput: [Int]?
    /// The shape of one sample; `nil` until the layer is built.
    private(set) var inputShape: [Int]?
    private(set) var parameters: [Parameter] = []
    /// Set before there was anything to set.
    private var pending: [Tensor]?

    init(inputShape: [Int]?) {
        declaredInput = inputShape
        name = ""
    }

    public var weights: [Tensor] { parameters.isEmpty ? pending ?? [] : parameters.map(\.tensor) }

    /// Errors: ``NetworkError/weightShapes(expected:found:)``, here or when the layer is built.
    public func setWeights(_ weights: [Tensor]) {
        Failure.guarded(()) {
            guard inputShape != nil else {
                pending = weights
                return
            }
            let expected = parameters.map(\.shape)
            guard weights.map(\.shape) == expected else {
                throw NetworkError.weightShapes(expected: expected, found: weights.map(\.shape))
            }
            for (parameter, tensor) in zip(parameters, weights) { parameter.set(tensor) }
        }
    }

    /// Makes the parameters for samples of a shape, if they are not there yet.
    func build(_ input: [Int], dtype: DType) throws {
        guard inputShape == nil else { return }
        _ = try outputShape(input)
        parameters = dtype == .float64 ? makeParameters(input, Double.self) : makeParameters(input, Float.self)
        inputShape = input
        if let pending {
            self.pending = nil
            let expected = parameters.map(\.shape)
            guard pending.map(\.shape) == expected else {
                throw NetworkError.weightShapes(expected: expected, found: pending.map(\.shape))
            }
            for (parameter, tensor) in zip(parameters, pending) { parameter.set(tensor) }
        }
    }

    // MARK: What each layer says of itself

    /// The name of the type: `Dense`.
    var kind: String { "\(type(of: self))" }
    /// What people count in it; `nil` for layers without units.
    var unitCount: Int? { nil }
    /// The function that makes its outputs; `nil` for layers that have none.
    var outputActivation: Activation? { nil }
    /// The shape of an output for an input of a shape. Throws ``LayerShapeError`` if it cannot take one.
    func outputShape(_ input: [Int]) throws -> [Int] { input }
    func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] { [] }
    /// How many numbers it learns, for inputs of a shape.
    func parameterCount(_ input: [Int]) -> Int { 0 }
    /// The part that computes, with memory for batches of `rows` samples.
    func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        preconditionFailure("\(kind) has no node")
    }
    /// Whether it works step by step, which asks for smaller blocks.
    var isRecurrent: Bool { false }
    /// Whether it draws random numbers while it trains.
    var drawsMasks: Bool { false }
    /// Whether it only changes the shape of its samples, wherever they stand.
    var isShapeOnly: Bool { false }
    /// Writes what the layer was made with, for ``LayerKeeping``.
    func keepOptions(in writer: KeptWriter) throws { throw KeepingError.unkeepable(kind) }
}

extension LibraryLayer {
    /// What the layer has become since it was made.
    func keepState(in writer: KeptWriter) throws {
        try writer.string(name)
        try writer.optional(inputShape, writer.array)
        try writer.list(parameters) { parameter in try writer.object(parameter) { try $0.keep(in: writer) } }
        try writer.optional(pending) { try writer.list($0, writer.value) }
    }

    func restoreState(from reader: KeptReader) throws {
        name = try reader.string()
        inputShape = try reader.optional { try reader.array() }
        parameters = try reader.list { try reader.object { try Parameter.restored(from: reader) } }
        pending = try reader.optional { try reader.list { try reader.value() } }
    }
}

/// Why a layer cannot take an input; the network says which layer it was.
enum LayerShapeError: Error {
    /// `expected` as people write shapes: `[steps, features]`.
    case rank(expected: String)
    case width(expected: Int)
    case reshape(to: [Int])
    /// For a layer inside another.
    case message(NetworkError)
}
