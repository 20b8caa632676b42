import Keeping
import Kernels
import Outputs
import Tensors

/// How ``Bidirectional`` joins the two directions.
public enum MergeMode: String, Equatable, Sendable {
    /// One behind the other: twice as many numbers.
    case concat
    case sum, mul, ave
}

/// A recurrent layer run over the steps in both directions, with weights for each. Sequences stand in the order of time
/// in both. Weights are the forward layer's, then the backward layer's. Source: `keras.layers.Bidirectional`.
public final class Bidirectional: LibraryLayer {
    private let forward, backward: RecurrentLayer
    private let mergeMode: MergeMode

    /// `Bidirectional(LSTM(32))`.
    public init(_ layer: RecurrentLayer, mergeMode: MergeMode = .concat, inputShape: [Int]? = nil) {
        forward = layer
        backward = layer.reversed(returnSequences: layer.returnSequences)
        self.mergeMode = mergeMode
        super.init(inputShape: inputShape ?? layer.declaredInput)
    }

    private init(_ forward: RecurrentLayer, _ backward: RecurrentLayer, _ mode: MergeMode, inputShape: [Int]?) {
        (self.forward, self.backward, mergeMode) = (forward, backward, mode)
        super.init(inputShape: inputShape)
    }

    override func keepOptions(in writer: KeptWriter) throws {
        try writer.plain(mergeMode)
        for layer in [forward, backward] { try LayerKeeping.keep(layer, in: writer) }
    }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let mode = try reader.plain(MergeMode.self)
        guard let forward = try LayerKeeping.layer(from: reader) as? RecurrentLayer,
            let backward = try LayerKeeping.layer(from: reader) as? RecurrentLayer
        else { throw KeepingError.damaged }
        return Bidirectional(forward, backward, mode, inputShape: inputShape)
    }

    override var unitCount: Int? { forward.units }
    override var isRecurrent: Bool { true }
    override var drawsMasks: Bool { forward.drawsMasks }
    /// For tests: the forward and the backward layer.
    package var directions: [RecurrentLayer] { [forward, backward] }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        let shape = try forward.outputShape(input)
        return mergeMode == .concat ? shape.dropLast() + [2 * forward.units] : shape
    }

    override func parameterCount(_ input: [Int]) -> Int { 2 * forward.parameterCount(input) }

    override func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] {
        let dtype: DType = type == Double.self ? .float64 : .float32
        return Failure.guarded([]) {
            try forward.build(input, dtype: dtype)
            try backward.build(input, dtype: dtype)
            return forward.parameters + backward.parameters
        }
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        let output = (try? outputShape(input)) ?? input
        let pair = BidirectionalNode(
            forward.recurrentNode(input, rows: rows, type), backward.recurrentNode(input, rows: rows, type),
            mergeMode, input: input, output: output, rows: rows)
        return forward.goBackwards && forward.returnSequences ? ReversedNode(pair, rows: rows) : pair
    }
}

final class BidirectionalNode<S: NetworkScalar>: Node<S> {
    private let both: [RecurrentNode<S>]
    private let mode: MergeMode
    private let deltas: [Matrix<S>]
    private let inputDelta: Matrix<S>

    init(
        _ forward: RecurrentNode<S>, _ backward: RecurrentNode<S>, _ mode: MergeMode, input: [Int], output: [Int],
        rows: Int
    ) {
        both = [forward, backward]
        self.mode = mode
        for node in both { node.zeroesMasked = node.layer.returnSequences }
        deltas = both.map { Matrix(rows: $0.outputs.rows, columns: $0.outputs.columns) }
        inputDelta = Matrix(rows: rows * SampleShape.steps(input), columns: SampleShape.width(input))
        super.init(
            input: input, output: output, rows: rows, parameters: forward.parameters + backward.parameters)
    }

    override var blockRows: Int { didSet { for node in both { node.blockRows = blockRows } } }
    override var work: Int { both.reduce(0) { $0 + $1.work } }
    override func outputMask(_ inputMask: ByteBuffer?) -> ByteBuffer? { both[0].outputMask(inputMask) }
    override func begin(training: Bool, _ generator: inout Xoshiro256) {
        for node in both { node.begin(training: training, &generator) }
    }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        for node in both { node.forward(block, x, mask, training: training) }
        let (output, units) = (self.block(block), both[0].units)
        let parts = both.map { $0.block(block) }
        switch mode {
        case .concat:
            for (number, part) in parts.enumerated() {
                S.combine(.copy, part, part, into: output.columns(number * units..<(number + 1) * units))
            }
        case .sum, .ave:
            S.combine(.add, parts[0], parts[1], into: output)
            if mode == .ave { S.scale(output, by: 0.5) }
        case .mul: S.combine(.multiply, parts[0], parts[1], into: output)
        }
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        let units = both[0].units
        for (number, node) in both.enumerated() {
            let own = block.rows(deltas[number], outputSteps)
            switch mode {
            case .concat:
                let part = delta.columns(number * units..<(number + 1) * units)
                S.combine(.copy, part, part, into: own)
            case .sum, .ave:
                S.combine(.copy, delta, delta, into: own)
                if mode == .ave { S.scale(own, by: 0.5) }
            case .mul: S.combine(.multiply, delta, both[1 - number].block(block), into: own)
            }
            guard let inputDelta else {
                node.backward(block, x, mask, own, into: nil)
                continue
            }
            let part = number == 0 ? inputDelta : block.rows(self.inputDelta, inputSteps)
            node.backward(block, x, mask, own, into: part)
            if number == 1 { S.combine(.add, inputDelta, part, into: inputDelta) }
        }
    }

    override func gradientPieces(_ x: BatchInput<S>) -> Int { both.reduce(0) { $0 + $1.gradientPieces(x) } }

    override func gradient(
        piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>
    ) -> [GradientPart] {
        let first = both[0].gradientPieces(x)
        let number = piece < first ? 0 : 1
        return both[number].gradient(
            piece: piece - number * first, samples: samples, x, deltas[number].rows(0..<samples * outputSteps))
    }
}
