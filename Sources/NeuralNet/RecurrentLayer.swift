import Keeping
import Kernels
import Outputs
package import Tensors

/// What SimpleRNN, LSTM and GRU have in common. Input `[samples, steps, features]`; output the last state
/// `[samples, units]`, or with `returnSequences` all states `[samples, steps, units]`.
///
/// Kernels begin Glorot-uniform, recurrent kernels orthogonal, biases zero. Masked steps (see ``Embedding``) keep the
/// state. While training, `dropout` is the share of each sample's features that are dropped, the same ones at all of its
/// steps. Source: `keras.layers`.
public class RecurrentLayer: LibraryLayer {
    /// The length of the state.
    public let units: Int
    public let returnSequences: Bool
    /// Whether the steps are gone through from the last to the first; sequences then come out in that order, while their
    /// mask, as in Keras, keeps the order of time.
    public let goBackwards: Bool
    let activation: Activation
    let recurrentActivation: Activation
    let options: Options
    /// For tests: what to multiply the inputs of a batch with instead of drawing, `[samples, features]`.
    package var injectedMask: Tensor?

    struct Options {
        var useBias: Bool
        var dropout: Double
        var kernelInitializer: Initializer
        var recurrentInitializer: Initializer
        var biasInitializer: Initializer
        var kernelRegularizer: Regularizer?
        var recurrentRegularizer: Regularizer?
        var biasRegularizer: Regularizer?
    }

    init(
        _ units: Int, activation: Activation, recurrentActivation: Activation, returnSequences: Bool, goBackwards: Bool,
        options: Options, inputShape: [Int]?
    ) {
        if units < 1 { Failure.raise(NetworkError.noUnits(units), ()) }
        for function in [activation, recurrentActivation] where !function.function.isRecurrent {
            Failure.raise(NetworkError.notRecurrent("\(function)"), ())
        }
        var options = options
        if !(options.dropout >= 0 && options.dropout < 1) {
            Failure.raise(NetworkError.shareOutOfRange("dropout", options.dropout), ())
            options.dropout = 0
        }
        self.units = max(1, units)
        self.returnSequences = returnSequences
        self.goBackwards = goBackwards
        self.activation = activation
        self.recurrentActivation = recurrentActivation
        self.options = options
        super.init(inputShape: inputShape)
    }

    override func keepOptions(in writer: KeptWriter) throws {
        try writer.plain((units, returnSequences, goBackwards))
        try writer.plain((activation, recurrentActivation))
        try writer.plain(options)
    }

    /// Sums for each unit.
    var gates: Int { 1 }
    /// The shape of the bias.
    var biasShape: [Int] { [gates * units] }
    func startBias<S: NetworkScalar>(_ type: S.Type) -> Buffer<S> { options.biasInitializer.values(biasShape, type) }
    /// One like it with weights of its own, for the other direction.
    func reversed(returnSequences: Bool) -> RecurrentLayer { preconditionFailure("\(kind) has no other direction") }

    override var outputActivation: Activation? { activation }
    override var unitCount: Int? { units }
    override var isRecurrent: Bool { true }
    override var drawsMasks: Bool { options.dropout > 0 }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        guard input.count == 2, input.allSatisfy({ $0 > 0 }) else {
            throw LayerShapeError.rank(expected: "steps, features")
        }
        if let built = parameters.first, built.shape[0] != input[1] {
            throw LayerShapeError.width(expected: built.shape[0])
        }
        return returnSequences ? [input[0], units] : [units]
    }

    override func parameterCount(_ input: [Int]) -> Int {
        let features = input.count == 2 ? input[1] : 0
        return gates * units * (features + units) + (options.useBias ? biasShape.reduce(1, *) : 0)
    }

    override func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] {
        let shapes = [[input[1], gates * units], [units, gates * units]]
        let parameters = [
            Parameter(
                "kernel", shape: shapes[0], options.kernelInitializer.values(shapes[0], type) as Buffer<S>,
                regularizer: options.kernelRegularizer),
            Parameter(
                "recurrent_kernel", shape: shapes[1],
                options.recurrentInitializer.values(shapes[1], type) as Buffer<S>,
                regularizer: options.recurrentRegularizer),
        ]
        guard options.useBias else { return parameters }
        return parameters
            + [Parameter("bias", shape: biasShape, startBias(type), regularizer: options.biasRegularizer)]
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        let node = recurrentNode(input, rows: rows, type)
        return returnSequences && goBackwards ? ReversedNode(node, rows: rows) : node
    }

    /// Sequences come out in the order of time.
    func recurrentNode<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> RecurrentNode<S> {
        RecurrentNode(self, input: input, rows: rows)
    }
}

class RecurrentNode<S: NetworkScalar>: Node<S> {
    let layer: RecurrentLayer
    let units, gateColumns, features: Int
    /// Masked steps put out zeros, as inside a Bidirectional that returns sequences.
    var zeroesMasked = false
    let kernel, recurrentKernel: Parameter
    let bias: Parameter?
    let gates: Matrix<S>
    let states: Matrix<S>
    let memory: Matrix<S>?
    let extra: Matrix<S>?
    private let stateDelta: Matrix<S>
    private let cellDelta: Matrix<S>?
    /// The input part of the bias.
    private let inputBias: Buffer<S>
    private let recurrentBias: Buffer<S>?
    private let dropout: InputDropout<S>?
    /// The columns of both kernels and the bias that each piece of the gradient takes: all their rows, so that the
    /// gradients by the sums, which are far more than all else, are read once.
    private let pieces: [Range<Int>]

    init(_ layer: RecurrentLayer, input: [Int], rows: Int) {
        self.layer = layer
        units = layer.units
        features = input[1]
        gateColumns = layer.gates * layer.units
        kernel = layer.parameters[0]
        recurrentKernel = layer.parameters[1]
        bias = layer.options.useBias ? layer.parameters[2] : nil
        let steps = input[0]
        gates = Matrix(rows: rows * steps, columns: gateColumns)
        states = Matrix(rows: rows * (steps + 1), columns: units)
        switch layer.gates {
        case 4:
            memory = Matrix(rows: rows * (steps + 1), columns: units)
            extra = Matrix(rows: rows * steps, columns: units)
            cellDelta = Matrix(rows: rows, columns: units)
        case 3:
            memory = Matrix(rows: rows * steps, columns: units)
            extra = Matrix(rows: rows, columns: gateColumns)
            cellDelta = Matrix(rows: rows, columns: units)
        default: (memory, extra, cellDelta) = (nil, nil, nil)
        }
        stateDelta = Matrix(rows: rows, columns: units)
        // GRU's candidate has recurrent sums of its own: no piece is on both sides of where it begins.
        let (before, all) = ((layer.gates == 3 ? 2 : layer.gates) * layer.units, layer.gates * layer.units)
        pieces = [0..<before, before..<all].flatMap { part in
            stride(from: part.lowerBound, to: part.upperBound, by: 128).map { $0..<min($0 + 128, part.upperBound) }
        }
        inputBias = layer.gates == 3 || bias == nil ? Buffer(count: gateColumns) : bias!.value()
        recurrentBias = layer.gates == 3 ? Buffer(count: gateColumns) : nil
        dropout = layer.options.dropout > 0 ? InputDropout(layer, steps: steps, features: input[1], rows: rows) : nil
        super.init(
            input: input, output: layer.returnSequences ? [steps, layer.units] : [layer.units], rows: rows,
            parameters: layer.parameters)
    }

    override func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { layer.returnSequences ? inputMask : nil }

    override var work: Int { inputSteps * gateColumns * (features + units) }

    /// GRU's two biases stand in one array; they are copied out before the blocks of a batch.
    override func begin(training: Bool, _ generator: inout Xoshiro256) {
        if training { dropout?.begin(&generator) }
        guard let recurrentBias, let bias else { return }
        let both: Buffer<S> = bias.value()
        inputBias.copy(both.array(0..<gateColumns), at: 0)
        recurrentBias.copy(both.array(gateColumns..<2 * gateColumns), at: 0)
    }

    private func recurrence(_ block: Block, _ mask: ByteBuffer?) -> RecurrentBlock<S> {
        RecurrentBlock(
            steps: inputSteps, samples: block.samples.count, isReversed: layer.goBackwards,
            gates: block.rows(gates, inputSteps), states: block.rows(states, inputSteps + 1),
            memory: memory.map { block.rows($0, layer.gates == 4 ? inputSteps + 1 : inputSteps) },
            extra: extra.map { block.rows($0, layer.gates == 4 ? inputSteps : 1) }, kernel: recurrentKernel.matrix(),
            bias: recurrentBias, mask: mask, maskOffset: block.samples.lowerBound * inputSteps,
            activation: layer.activation.function, recurrentActivation: layer.recurrentActivation.function)
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        var recurrence = recurrence(block, mask)
        let samples = block.samples.count
        let x = training ? dropout?.kept(of: x, block) ?? x : x
        recurrence.inputs = StepInputs(x, kernel: kernel.matrix(), bias: inputBias)
        if recurrence.inputs == nil {
            S.fillRows(of: recurrence.gates, with: inputBias)
            S.multiply(
                x, kernel.matrix(), transposeA: false, transposeB: false, into: recurrence.gates, accumulate: true)
        }
        // Blocks of several sizes share this memory from batch to batch.
        let start = layer.goBackwards ? inputSteps : 0
        recurrence.states.rows(start * samples..<(start + 1) * samples).fill(0)
        if layer.gates == 4 { recurrence.memory?.rows(start * samples..<(start + 1) * samples).fill(0) }
        switch layer.gates {
        case 4: S.lstmForward(recurrence)
        case 3: S.gruForward(recurrence)
        default: S.simpleForward(recurrence)
        }
        let output = self.block(block)
        if layer.returnSequences {
            let first = layer.goBackwards ? 0 : samples
            let sequence = recurrence.states.rows(first..<first + inputSteps * samples)
            S.combine(.copy, sequence, sequence, into: output)
            if zeroesMasked, let mask {
                for row in 0..<output.rows where mask[recurrence.maskOffset + row] == 0 {
                    output.rows(row..<row + 1).fill(0)
                }
            }
        } else {
            let first = layer.goBackwards ? 0 : inputSteps * samples
            let last = recurrence.states.rows(first..<first + samples)
            S.combine(.copy, last, last, into: output)
        }
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        let recurrence = recurrence(block, mask)
        if zeroesMasked, layer.returnSequences, let mask {
            for row in 0..<delta.rows where mask[recurrence.maskOffset + row] == 0 {
                delta.rows(row..<row + 1).fill(0)
            }
        }
        var gradients = RecurrentGradients(
            sequence: layer.returnSequences ? delta : nil, last: layer.returnSequences ? nil : delta,
            state: block.rows(stateDelta, 1), cell: cellDelta.map { block.rows($0, 1) })
        gradients.inputs = inputDelta.flatMap {
            StepInputs($0, kernel: kernel.matrix(), bias: inputBias, isBack: true)
        }
        switch layer.gates {
        case 4: S.lstmBackward(recurrence, gradients)
        case 3: S.gruBackward(recurrence, gradients)
        default: S.simpleBackward(recurrence, gradients)
        }
        if let inputDelta {
            if gradients.inputs == nil {
                S.multiply(
                    recurrence.gates, kernel.matrix(), transposeA: false, transposeB: true, into: inputDelta,
                    accumulate: false)
            }
            dropout?.scale(inputDelta, block)
        }
    }

    // MARK: Gradients by the parameters

    override func gradientPieces(_ x: BatchInput<S>) -> Int { pieces.count }

    override func gradient(piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>) -> [GradientPart] {
        let columns = pieces[piece]
        let sums = gates.rows(0..<samples * inputSteps).columns(columns)
        let inputs = dropout?.kept(samples: samples) ?? x.matrix
        S.multiply(
            inputs, sums, transposeA: true, transposeB: false, into: kernel.gradientMatrix().columns(columns),
            accumulate: false)
        recurrentGradient(columns, samples)
        let written = [GradientPart(kernel, columns: columns), GradientPart(recurrentKernel, columns: columns)]
        guard let bias else { return written }
        let gradient: Buffer<S> = bias.gradient()
        S.sumRows(of: sums, into: gradient, at: columns.lowerBound)
        guard layer.gates == 3 else { return written + [GradientPart(bias, columns)] }
        let recurrent = recurrentSums(columns, (memory ?? gates).rows(0..<samples * inputSteps), sums)
        S.sumRows(of: recurrent, into: gradient, at: gateColumns + columns.lowerBound)
        return written + [GradientPart(bias, columns: columns)]
    }

    /// The gradient by the recurrent part of some columns' sums: GRU's candidate has one of its own.
    private func recurrentSums(_ columns: Range<Int>, _ memory: Matrix<S>, _ sums: Matrix<S>) -> Matrix<S> {
        guard layer.gates == 3, columns.lowerBound >= 2 * units else { return sums }
        return memory.columns(columns.lowerBound - 2 * units..<columns.upperBound - 2 * units)
    }

    /// dU = Σ over blocks and steps of h_{t−1}ᵀ·(gradient by the sums), blocks in order.
    private func recurrentGradient(_ columns: Range<Int>, _ samples: Int) {
        let target = recurrentKernel.gradientMatrix(S.self).columns(columns)
        for block in Block.all(of: samples, size: blockRows) {
            let count = block.samples.count
            let first = layer.goBackwards ? count : 0
            let states = block.rows(states, inputSteps + 1).rows(first..<first + inputSteps * count)
            let sums = recurrentSums(
                columns, block.rows(memory ?? gates, inputSteps), block.rows(gates, inputSteps).columns(columns))
            S.multiply(
                states, sums, transposeA: true, transposeB: false, into: target, accumulate: block.number > 0)
        }
    }
}

/// Turns a sequence's order of time round.
final class ReversedNode<S: NetworkScalar>: Node<S> {
    private let inner: Node<S>
    private let innerDelta: Matrix<S>

    init(_ inner: Node<S>, rows: Int) {
        self.inner = inner
        innerDelta = Matrix(rows: inner.outputs.rows, columns: inner.outputs.columns)
        super.init(input: inner.input, output: inner.output, rows: rows, parameters: inner.parameters)
    }

    override var blockRows: Int { didSet { inner.blockRows = blockRows } }
    override var work: Int { inner.work }
    /// As in Keras the mask keeps the order of time, although the steps do not.
    override func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { inputMask }
    override func begin(training: Bool, _ generator: inout Xoshiro256) {
        inner.begin(training: training, &generator)
    }

    private func reverse(_ source: Matrix<S>, into target: Matrix<S>, _ block: Block) {
        let count = block.samples.count
        for step in 0..<outputSteps {
            let part = source.rows((outputSteps - 1 - step) * count..<(outputSteps - step) * count)
            S.combine(.copy, part, part, into: target.rows(step * count..<(step + 1) * count))
        }
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        inner.forward(block, x, mask, training: training)
        reverse(inner.block(block), into: self.block(block), block)
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        let own = block.rows(innerDelta, outputSteps)
        reverse(delta, into: own, block)
        inner.backward(block, x, mask, own, into: inputDelta)
    }

    override func gradientPieces(_ x: BatchInput<S>) -> Int { inner.gradientPieces(x) }
    override func gradient(
        piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>
    ) -> [GradientPart] {
        inner.gradient(piece: piece, samples: samples, x, innerDelta.rows(0..<samples * outputSteps))
    }
}
