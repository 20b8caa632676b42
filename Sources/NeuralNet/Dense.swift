import Keeping
import Kernels
import Outputs
import Tensors

/// A fully connected layer: `activation(x·W + b)`.
///
/// Input `[samples, …, features]`, output `[samples, …, units]`. The weights W `[features, units]` begin Glorot-uniform,
/// drawn from the notebook's stream of random numbers when the layer first knows its inputs; the bias b `[units]` begins
/// at zero.
/// Source: `keras.layers.Dense`; Glorot and Bengio (2010).
public final class Dense: LibraryLayer {
    /// The length of an output.
    public let units: Int
    let activation: Activation
    let useBias: Bool
    private let kernelInitializer, biasInitializer: Initializer
    private let kernelRegularizer, biasRegularizer: Regularizer?

    /// `inputShape` is the shape of one sample, if the first layer is to know it before it meets data.
    ///
    /// Errors: ``NetworkError/noUnits(_:)`` if `units` is less than 1.
    public init(
        _ units: Int, activation: Activation = .linear, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil, inputShape: [Int]? = nil
    ) {
        if units < 1 { Failure.raise(NetworkError.noUnits(units), ()) }
        self.units = max(1, units)
        self.activation = activation
        self.useBias = useBias
        self.kernelInitializer = kernelInitializer
        self.biasInitializer = biasInitializer
        self.kernelRegularizer = kernelRegularizer
        self.biasRegularizer = biasRegularizer
        super.init(inputShape: inputShape)
    }

    override func keepOptions(in writer: KeptWriter) throws {
        try writer.int(units)
        try writer.plain(activation)
        try writer.bool(useBias)
        try writer.plain((kernelInitializer, biasInitializer, kernelRegularizer, biasRegularizer))
    }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let (units, activation, useBias) = (try reader.int(), try reader.plain(Activation.self), try reader.bool())
        let rest = try reader.plain((Initializer, Initializer, Regularizer?, Regularizer?).self)
        return Dense(
            units, activation: activation, useBias: useBias, kernelInitializer: rest.0, biasInitializer: rest.1,
            kernelRegularizer: rest.2, biasRegularizer: rest.3, inputShape: inputShape)
    }
    override var outputActivation: Activation? { activation }
    override var unitCount: Int? { units }

    override func outputShape(_ input: [Int]) throws -> [Int] {
        guard let features = input.last, features > 0 else { throw LayerShapeError.rank(expected: "features") }
        if let built = parameters.first, built.shape[0] != features {
            throw LayerShapeError.width(expected: built.shape[0])
        }
        return input.dropLast() + [units]
    }

    override func parameterCount(_ input: [Int]) -> Int { ((input.last ?? 0) + (useBias ? 1 : 0)) * units }

    override func makeParameters<S: NetworkScalar>(_ input: [Int], _ type: S.Type) -> [Parameter] {
        let shape = [input.last ?? 0, units]
        let kernel = Parameter(
            "kernel", shape: shape, kernelInitializer.values(shape, type), regularizer: kernelRegularizer)
        guard useBias else { return [kernel] }
        let bias: Buffer<S> = biasInitializer.values([units], type)
        return [kernel, Parameter("bias", shape: [units], bias, regularizer: biasRegularizer)]
    }

    override func node<S: NetworkScalar>(_ input: [Int], rows: Int, _ type: S.Type) -> Node<S> {
        DenseNode(self, input: input, rows: rows)
    }
}

final class DenseNode<S: NetworkScalar>: Node<S> {
    private let function: ActivationFunction
    private let kernel: Parameter
    private let bias: Parameter?
    private let weights: Matrix<S>
    private let features, units: Int
    /// Where there is no bias, the sums begin at these zeros.
    private let start: Buffer<S>
    private var keptSums: Matrix<S>?
    private var takesSums = false

    init(_ layer: Dense, input: [Int], rows: Int) {
        function = layer.activation.function
        kernel = layer.parameters[0]
        bias = layer.useBias ? layer.parameters[1] : nil
        weights = layer.parameters[0].matrix()
        (features, units) = (input.last ?? 0, layer.units)
        start = bias?.value() ?? Buffer(count: layer.units)
        super.init(input: input, output: input.dropLast() + [layer.units], rows: rows, parameters: layer.parameters)
        if function.needsInputs { keptSums = Matrix(rows: outputs.rows, columns: outputs.columns) }
    }

    override var sums: Matrix<S>? { takesSums ? keptSums : nil }
    override var lastActivation: ActivationFunction? { function }
    override func keepSums() {
        takesSums = true
        if keptSums == nil { keptSums = Matrix(rows: outputs.rows, columns: outputs.columns) }
    }

    override var work: Int { outputs.columns * outputSteps * features }

    override func forward(_ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, training: Bool) {
        forward(block) { sums in
            S.multiply(
                x.reshaped(rows: sums.rows, columns: features), weights, transposeA: false, transposeB: false,
                into: sums, accumulate: true)
        }
    }

    /// The samples `order[range]` of sparse rows, in single precision only.
    func forward(_ block: Block, _ x: SparseMatrix, order: [Int], range: Range<Int>) {
        let sums = keptSums.map { block.rows($0, 1) } ?? self.block(block)
        guard let target = sums as? Matrix<Float>, let weights = weights as? Matrix<Float>,
            let start = start as? Buffer<Float>
        else { preconditionFailure("sparse rows are for single precision") }
        SparseProduct.forward(x, order: order, range: range, weights: weights, bias: start, into: target)
        S.apply(function, sums, into: self.block(block))
    }

    private func forward(_ block: Block, product: (Matrix<S>) -> Void) {
        let output = self.block(block)
        let sums = keptSums.map { block.rows($0, outputSteps) } ?? output
        let flat = sums.reshaped(rows: sums.rows * sums.columns / units, columns: units)
        S.fillRows(of: flat, with: start)
        product(flat)
        let target = output.reshaped(rows: flat.rows, columns: units)
        if function != .linear || keptSums != nil { S.apply(function, flat, into: target) }
    }

    override func backward(
        _ block: Block, _ x: Matrix<S>, _ mask: ByteBuffer?, _ delta: Matrix<S>, into inputDelta: Matrix<S>?
    ) {
        let flat = delta.reshaped(rows: delta.rows * delta.columns / units, columns: units)
        if !takesSums {
            let y = self.block(block).reshaped(rows: flat.rows, columns: units)
            let inputs = keptSums.map { block.rows($0, outputSteps).reshaped(rows: flat.rows, columns: units) }
            S.applyGradient(function, inputs: inputs, outputs: y, flat)
        }
        guard let inputDelta else { return }
        S.multiply(
            flat, weights, transposeA: false, transposeB: true,
            into: inputDelta.reshaped(rows: flat.rows, columns: features), accumulate: false)
    }

    /// Rows of W that one piece of its gradient takes.
    private var pieceRows: Int { max(16, (1 << 15) / units) }

    override func gradientPieces(_ x: BatchInput<S>) -> Int {
        switch x {
        case .sparse(_, let cut, _, _): cut.ranges + 1
        case .dense: (features + pieceRows - 1) / pieceRows + 1
        }
    }

    /// The last piece is the bias's.
    override func gradient(
        piece: Int, samples: Int, _ x: BatchInput<S>, _ delta: Matrix<S>
    ) -> [GradientPart] {
        let flat = delta.reshaped(rows: delta.rows * delta.columns / units, columns: units)
        if piece == gradientPieces(x) - 1 {
            guard let bias else { return [] }
            S.sumRows(of: flat, into: bias.gradient(), at: 0)
            return [GradientPart(bias, 0..<units)]
        }
        let rows: Range<Int>
        switch x {
        case .sparse(let x, let cut, let order, let first):
            rows = cut.columns(of: piece)
            guard let flat = flat as? Matrix<Float> else { preconditionFailure("sparse rows are for single precision") }
            SparseProduct.gradient(
                x, cut, order: order, first: first, flat, piece: piece, into: kernel.gradientMatrix())
        case .dense(let x):
            rows = piece * pieceRows..<min((piece + 1) * pieceRows, features)
            let inputs = x.reshaped(rows: flat.rows, columns: features).columns(rows)
            S.multiply(
                inputs, flat, transposeA: true, transposeB: false, into: kernel.gradientMatrix().rows(rows),
                accumulate: false)
        }
        return [GradientPart(kernel, rows.lowerBound * units..<rows.upperBound * units)]
    }
}
