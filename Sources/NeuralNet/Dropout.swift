import Keeping
import Kernels
import Outputs
package import Tensors

/// While training, sets each number to zero with probability `rate` and divides the others by 1 − rate; does nothing
/// otherwise. What is dropped is drawn from the notebook's stream. Source: `keras.layers.Dropout`; Srivastava et al. (2014).
public final class Dropout: LibraryLayer {
    /// The share that is dropped.
    public let rate: Double
    /// For tests: what to multiply the samples of a batch with instead of drawing, `[samples, …]`.
    package var injectedMask: Tensor?

    /// Errors: ``NetworkError/shareOutOfRange(_:_:)`` unless `0 <= rate < 1`.
    public init(_ rate: Double) {
        let isRight = rate >= 0 && rate < 1
        if !isRight { Failure.raise(NetworkError.shareOutOfRange("rate", rate), ()) }
        self.rate = isRight ? rate : 0
        super.init(inputShape: nil)
    }

    override func keepOptions(in writer: KeptWriter) throws {
        guard injectedMask == nil else { throw KeepingError.unkeepable("injected mask") }
        try writer.double(rate)
    }
    override var drawsMasks: Bool { true }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        DropoutNode(self, input: input, rows: rows)
    }
}

final class DropoutNode<S: NetworkScalar>: Node<S> {
    private let layer: Dropout
    private let factors: Matrix<S>
    private var seed: UInt64 = 0

    init(_ layer: Dropout, input: [Int], rows: Int) {
        self.layer = layer
        let steps = SampleShape.steps(input)
        factors = Matrix(rows: layer.rate == 0 ? 0 : rows * steps, columns: SampleShape.width(input))
        super.init(input: input, output: input, rows: rows)
    }

    private var isActive: Bool { factors.rows > 0 }

    override func begin(training: Bool, _ generator: inout Xoshiro256) {
        if training, isActive { seed = generator.next() }
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        let y = self.block(block)
        guard training, isActive else { return S.combine(.copy, x, x, into: y) }
        let factors = block.rows(factors, outputSteps)
        if let injected = layer.injectedMask {
            let size = input.reduce(1, *)
            let source = Matrix<S>(rows: block.samples.count, columns: size)
            injected.copyElements(
                block.samples.lowerBound * size..<block.samples.upperBound * size, to: source, at: 0)
            S.transpose(source, steps: 1, to: factors, steps: outputSteps, samples: block.samples.count)
        } else {
            // A stream for each block: the order of the threads does not matter.
            var generator = Xoshiro256(seed: seed &+ UInt64(block.number))
            S.drawMask(&generator, rate: layer.rate, into: factors)
        }
        S.combine(.multiply, x, factors, into: y)
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        guard let inputDelta else { return }
        if isActive {
            S.combine(.multiply, delta, block.rows(factors, outputSteps), into: inputDelta)
        } else {
            S.combine(.copy, delta, delta, into: inputDelta)
        }
    }
}
