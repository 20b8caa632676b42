import Keeping
import Kernels
import Outputs
import Tensors

/// Says the shape of one sample before there is data. Source: `keras.Input`.
public final class Input: LibraryLayer {
    /// `Input([28, 28])`: samples of 28 × 28 numbers.
    public init(_ shape: [Int]) { super.init(inputShape: shape) }

    override func keepOptions(in writer: KeptWriter) {}
    override var kind: String { "InputLayer" }
    override var isShapeOnly: Bool { true }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        guard let declaredInput, declaredInput == input else {
            throw LayerShapeError.rank(expected: (declaredInput ?? []).map(String.init).joined(separator: ", "))
        }
        return input
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        ReshapeNode(input: input, output: input, rows: rows)
    }
}

/// All axes of a sample in one: `[samples, 28, 28]` becomes `[samples, 784]`. Source: `keras.layers.Flatten`.
public final class Flatten: LibraryLayer {
    public override init(inputShape: [Int]? = nil) { super.init(inputShape: inputShape) }

    override func keepOptions(in writer: KeptWriter) {}
    override var isShapeOnly: Bool { true }
    override func outputShape(_ input: [Int]) throws -> [Int] { [input.reduce(1, *)] }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        ReshapeNode(input: input, output: [input.reduce(1, *)], rows: rows)
    }
}

/// The same numbers of a sample under another shape; one length may be -1. Source: `keras.layers.Reshape`.
public final class Reshape: LibraryLayer {
    private let target: [Int]

    /// `Reshape([110, 1])`: 110 steps of one number.
    public init(_ targetShape: [Int], inputShape: [Int]? = nil) {
        target = targetShape
        super.init(inputShape: inputShape)
    }

    override func keepOptions(in writer: KeptWriter) throws { try writer.array(target) }

    override var isShapeOnly: Bool { true }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        let count = input.reduce(1, *)
        let known = target.filter { $0 != -1 }
        let product = known.reduce(1, *)
        guard known.allSatisfy({ $0 > 0 }), target.count - known.count <= 1, product > 0, count % product == 0,
            known.count < target.count || product == count
        else { throw LayerShapeError.reshape(to: target) }
        return target.map { $0 == -1 ? count / product : $0 }
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        ReshapeNode(input: input, output: (try? outputShape(input)) ?? input, rows: rows)
    }
}

final class ReshapeNode<S: NetworkScalar>: Node<S> {
    override func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { input == output ? inputMask : nil }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        S.transpose(x, steps: inputSteps, to: self.block(block), steps: outputSteps, samples: block.samples.count)
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        guard let inputDelta else { return }
        S.transpose(delta, steps: outputSteps, to: inputDelta, steps: inputSteps, samples: block.samples.count)
    }
}
