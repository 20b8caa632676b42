import Kernels
import Outputs

/// A block of the samples of a batch. A block runs through all layers on one thread and writes rows of its own, so that
/// neither the number of threads nor their speed touches a bit of the result.
struct Block {
    /// Samples of the batch.
    let samples: Range<Int>
    /// Its number in the batch.
    let number: Int

    static func count(of samples: Int, size: Int) -> Int { (samples + size - 1) / size }

    init(_ number: Int, of samples: Int, size: Int) {
        self.number = number
        self.samples = number * size..<min((number + 1) * size, samples)
    }

    static func all(of samples: Int, size: Int) -> [Block] {
        (0..<count(of: samples, size: size)).map { Block($0, of: samples, size: size) }
    }

    /// The rows of a matrix that has `steps` rows for each sample.
    func rows<S>(_ matrix: Matrix<S>, _ steps: Int) -> Matrix<S> {
        matrix.rows(samples.lowerBound * steps..<samples.upperBound * steps)
    }
}

/// Shapes of one sample as the nodes keep them: a sample of several axes is so many steps of a width.
enum SampleShape {
    static func steps(_ shape: [Int]) -> Int { shape.count > 1 ? shape[0] : 1 }
    static func width(_ shape: [Int]) -> Int { shape.count > 1 ? shape[1...].reduce(1, *) : shape.first ?? 1 }
}

/// What one layer does with batches: the layer's parameters, and memory for as many samples as a batch has at most.
///
/// `forward` and `backward` are called with blocks, from several threads at once; they write to nothing but their
/// block's rows. `gradient` is called once the whole batch has gone back, piece by piece.
class Node<S: NetworkScalar> {
    let input: [Int]
    let output: [Int]
    let inputSteps, outputSteps: Int
    let outputs: Matrix<S>
    let parameters: [Parameter]
    /// Samples in a block, the last of a batch apart. Set by the network.
    var blockRows = 64

    init(input: [Int], output: [Int], rows: Int, parameters: [Parameter] = []) {
        self.input = input
        self.output = output
        inputSteps = SampleShape.steps(input)
        outputSteps = SampleShape.steps(output)
        outputs = Matrix(rows: rows * outputSteps, columns: SampleShape.width(output))
        self.parameters = parameters
    }

    /// The mask on the outputs, for a mask on the inputs.
    func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { inputMask }

    /// Before the blocks of a batch: what must be drawn from the random stream in one order.
    func begin(training: Bool, _ generator: inout Xoshiro256) {}

    /// `x` holds the block's inputs. The node's rows of `outputs` are written.
    func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        preconditionFailure("a node has a way forward")
    }

    /// From the gradient by the block's outputs, which may be overwritten, to the one by its inputs, if asked for.
    func backward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?)
    {
        preconditionFailure("a node has a way back")
    }

    /// Into how many pieces the gradient by the parameters is cut, by shape alone.
    func gradientPieces(_ x: BatchInput<S>) -> Int { 0 }

    /// Computes one piece for a batch of so many samples; returns what it wrote of which parameter's gradient.
    func gradient(piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>) -> [GradientPart] { [] }

    /// Multiplications for one sample on its way forward.
    var work: Int { outputs.columns * outputSteps }

    /// The sums before the last activation, if the loss is to be computed from them: see ``keepSums()``.
    var sums: Matrix<S>? { nil }
    /// The function that makes the outputs, if it is one that a loss can see through.
    var lastActivation: ActivationFunction? { nil }
    /// From now on keeps ``sums``, and takes the gradient by them.
    func keepSums() {}

    final func block(_ block: Block) -> Matrix<S> { block.rows(outputs, outputSteps) }
}

/// What a piece of work has computed of a parameter's gradient: runs of elements, one after the other or a row apart.
struct GradientPart {
    let parameter: Parameter
    let first: Range<Int>
    let runs, stride: Int

    init(_ parameter: Parameter, _ range: Range<Int>) {
        (self.parameter, first, runs, stride) = (parameter, range, 1, 0)
    }

    /// These columns of all rows.
    init(_ parameter: Parameter, columns: Range<Int>) {
        let width = parameter.shape[parameter.shape.count - 1]
        (self.parameter, first, runs, stride) = (parameter, columns, parameter.count / width, width)
    }

    var ranges: some Sequence<Range<Int>> {
        (0..<runs).lazy.map { first.lowerBound + $0 * stride..<first.upperBound + $0 * stride }
    }
}

/// What a layer gets for a batch, as its gradient needs it.
enum BatchInput<S: NetworkScalar> {
    /// So many rows for each sample.
    case dense(Matrix<S>)
    /// The samples `order[first...]`.
    case sparse(SparseMatrix, ColumnCut, order: [Int], first: Int)

    var matrix: Matrix<S> {
        guard case .dense(let matrix) = self else { preconditionFailure("only a first layer reads sparse rows") }
        return matrix
    }
}
