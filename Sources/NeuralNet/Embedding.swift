import Keeping
import Kernels
import Outputs
import Tensors

/// Looks up a vector for every number: `[samples, steps]` of numbers 0..<`inputDimension` become
/// `[samples, steps, outputDimension]`.
///
/// The table begins uniform in ±0.05. With `maskZero`, number 0 is padding: layers above pass over such steps. The
/// gradient of a word that a batch holds several times is summed before the optimizer sees it.
/// Source: `keras.layers.Embedding`.
public final class Embedding: LibraryLayer {
    /// How many numbers there are.
    public let inputDimension: Int
    /// The length of a vector.
    public let outputDimension: Int
    let maskZero: Bool
    private let initializer: Initializer
    private let regularizer: Regularizer?

    /// Errors: ``NetworkError/notPositive(_:_:)``.
    public init(
        _ inputDimension: Int, _ outputDimension: Int, maskZero: Bool = false,
        embeddingsInitializer: Initializer = .randomUniform(), embeddingsRegularizer: Regularizer? = nil,
        inputLength: Int? = nil
    ) {
        for (name, value) in [("inputDimension", inputDimension), ("outputDimension", outputDimension)] where value < 1
        {
            Failure.raise(NetworkError.notPositive(name, value), ())
        }
        self.inputDimension = max(1, inputDimension)
        self.outputDimension = max(1, outputDimension)
        self.maskZero = maskZero
        initializer = embeddingsInitializer
        regularizer = embeddingsRegularizer
        super.init(inputShape: inputLength.map { [$0] })
    }

    override func keepOptions(in writer: KeptWriter) throws {
        try writer.plain((inputDimension, outputDimension, maskZero, initializer, regularizer))
    }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let options = try reader.plain((Int, Int, Bool, Initializer, Regularizer?).self)
        return Embedding(
            options.0, options.1, maskZero: options.2, embeddingsInitializer: options.3,
            embeddingsRegularizer: options.4, inputLength: inputShape?.first)
    }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        guard input.count == 1, input[0] > 0 else { throw LayerShapeError.rank(expected: "steps") }
        return input + [outputDimension]
    }

    override func parameterCount(_ input: [Int]) -> Int { inputDimension * outputDimension }

    override func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] {
        let shape = [inputDimension, outputDimension]
        return [
            Parameter(
                "embeddings", shape: shape, initializer.values(shape, type) as Buffer<S>, regularizer: regularizer)
        ]
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        EmbeddingNode(self, input: input, rows: rows)
    }
}

final class EmbeddingNode<S: NetworkScalar>: Node<S> {
    private let table: Parameter
    private let vectors: Matrix<S>
    private let indices: IndexBuffer
    private let mask: ByteBuffer?

    init(_ layer: Embedding, input: [Int], rows: Int) {
        table = layer.parameters[0]
        vectors = layer.parameters[0].matrix()
        indices = IndexBuffer(count: rows * input[0])
        mask = layer.maskZero ? ByteBuffer(count: rows * input[0]) : nil
        super.init(input: input, output: input + [layer.outputDimension], rows: rows, parameters: layer.parameters)
    }

    override func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { mask }

    override func forward(_ block: Block, _ x: Matrix<S>, _ inputMask: ByteBuffer?, training: Bool) {
        S.gather(
            vectors, x, indices, at: block.samples.lowerBound * outputSteps, mask: mask, into: self.block(block))
    }

    /// Numbers have no gradient.
    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        inputDelta?.fill(0)
    }

    /// By shape alone: some tens of thousands of numbers each.
    override func gradientPieces(_ x: BatchInput<S>) -> Int { min(16, max(1, table.count >> 14)) }

    override func gradient(
        piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>
    ) -> [GradientPart] {
        let pieces = gradientPieces(x)
        let rows = piece * vectors.rows / pieces..<(piece + 1) * vectors.rows / pieces
        S.scatter(delta, indices, rows: rows, into: table.gradientMatrix())
        return [GradientPart(table, rows.lowerBound * vectors.columns..<rows.upperBound * vectors.columns)]
    }
}
