import Keeping
import Kernels
import Outputs
import Tensors

/// ``Activation`` as a member of a network.
final class ActivationLayer: LibraryLayer {
    let activation: Activation

    init(_ activation: Activation) {
        self.activation = activation
        super.init(inputShape: nil)
    }

    override func keepOptions(in writer: KeptWriter) throws { try writer.plain(activation) }
    override var outputActivation: Activation? { activation }
    override var kind: String { "Activation" }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        ActivationNode(activation.function, input: input, rows: rows)
    }
}

/// x, or `negativeSlope`·x below zero. Source: `keras.layers.LeakyReLU`.
public final class LeakyReLU: LibraryLayer {
    private let negativeSlope: Double

    public init(negativeSlope: Double = 0.3) {
        self.negativeSlope = negativeSlope
        super.init(inputShape: nil)
    }

    override func keepOptions(in writer: KeptWriter) throws { try writer.double(negativeSlope) }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        ActivationNode(.leakyRelu(slope: negativeSlope), input: input, rows: rows)
    }
}

final class ActivationNode<S: NetworkScalar>: Node<S> {
    private let function: ActivationFunction
    private let lastLength: Int
    private var keptSums: Matrix<S>?

    init(_ function: ActivationFunction, input: [Int], rows: Int) {
        self.function = function
        lastLength = max(1, input.last ?? 1)
        super.init(input: input, output: input, rows: rows)
    }

    override var sums: Matrix<S>? { keptSums }
    override var lastActivation: ActivationFunction? { function }
    override func keepSums() { keptSums = Matrix(rows: outputs.rows, columns: outputs.columns) }

    /// Softmax is taken along the last axis.
    private func flat(_ matrix: Matrix<S>) -> Matrix<S> {
        matrix.reshaped(rows: matrix.rows * matrix.columns / lastLength, columns: lastLength)
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        if let keptSums { S.combine(.copy, x, x, into: block.rows(keptSums, outputSteps)) }
        S.apply(function, flat(x), into: flat(self.block(block)))
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        if keptSums == nil {
            S.applyGradient(function, inputs: flat(x), outputs: flat(self.block(block)), flat(delta))
        }
        if let inputDelta { S.combine(.copy, delta, delta, into: inputDelta) }
    }
}

/// x, or α·x below zero with an α for every number of a sample that is learned, from zero on (He et al., 2015).
/// Source: `keras.layers.PReLU`.
public final class PReLU: LibraryLayer {
    private let alphaInitializer: Initializer

    public init(alphaInitializer: Initializer = .zeros) {
        self.alphaInitializer = alphaInitializer
        super.init(inputShape: nil)
    }

    override func keepOptions(in writer: KeptWriter) throws { try writer.plain(alphaInitializer) }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        if let built = parameters.first, built.shape != input {
            throw LayerShapeError.rank(expected: built.shape.map(String.init).joined(separator: ", "))
        }
        return input
    }

    override func parameterCount(_ input: [Int]) -> Int { input.reduce(1, *) }

    override func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] {
        [Parameter("alpha", shape: input, alphaInitializer.values(input, type) as Buffer<S>)]
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        PReLUNode(parameters[0], input: input, rows: rows)
    }
}

final class PReLUNode<S: NetworkScalar>: Node<S> {
    private let alpha: Parameter
    /// `[steps, width]`.
    private let slopes: Matrix<S>
    private let blockDelta: Matrix<S>

    init(_ alpha: Parameter, input: [Int], rows: Int) {
        self.alpha = alpha
        slopes = Matrix(alpha.value(), rows: SampleShape.steps(input), columns: SampleShape.width(input))
        blockDelta = Matrix(rows: rows * SampleShape.steps(input), columns: SampleShape.width(input))
        super.init(input: input, output: input, rows: rows, parameters: [alpha])
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        S.prelu(x, slopes, samples: block.samples.count, into: self.block(block))
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        // What each sample gives to the slopes' gradient is kept for the sum over the batch.
        S.preluGradient(
            x, slopes, samples: block.samples.count, delta, own: block.rows(blockDelta, outputSteps))
        if let inputDelta { S.combine(.copy, delta, delta, into: inputDelta) }
    }

    override func gradientPieces(_ x: BatchInput<S>) -> Int { 1 }

    override func gradient(
        piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>
    ) -> [GradientPart] {
        let target = Matrix(alpha.gradient(S.self), rows: slopes.rows, columns: slopes.columns)
        target.fill(0)
        for block in Block.all(of: samples, size: blockRows) {
            S.addSamples(block.rows(blockDelta, outputSteps), samples: block.samples.count, to: target)
        }
        return [GradientPart(alpha, 0..<alpha.count)]
    }
}
