import Kernels
import Outputs
public import Tensors

/// A fully connected layer: `activation(x·W + b)`.
///
/// Input `[samples, features]`, output `[samples, units]`. The weights W `[features, units]` begin Glorot-uniform,
/// drawn from the notebook's stream of random numbers when the layer first meets data; the bias b `[units]` begins at
/// zero.
/// Source: `keras.layers.Dense`; Glorot and Bengio (2010).
public final class Dense: Layer {
    /// The length of an output.
    public let units: Int
    let activation: Activation
    private var kernel: Parameter?
    private var bias: Parameter?

    /// Errors: ``NetworkError/noUnits(_:)`` if `units` is less than 1.
    public init(_ units: Int, activation: Activation = .linear) {
        if units < 1 { Failure.raise(NetworkError.noUnits(units), ()) }
        self.units = max(1, units)
        self.activation = activation
    }

    /// W `[features, units]` and b `[units]` as float32; empty until the layer has met data.
    public var weights: [Tensor] {
        parameters.map { Tensor(float32: $0.value.array, shape: $0.shape) }
    }

    /// Sets W and b.
    package func setWeights(_ weights: [Tensor]) throws {
        let expected = [[inputWidth ?? weights.first?.shape.first ?? 0, units], [units]]
        guard weights.map(\.shape) == expected else {
            throw NetworkError.weightShapes(expected: expected, found: weights.map(\.shape))
        }
        let values = weights.map { FloatBuffer($0.doubles().map { Float($0) }) }
        setParameters(kernel: values[0], bias: values[1], inputWidth: expected[0][0])
    }

    private func setParameters(kernel: FloatBuffer, bias: FloatBuffer, inputWidth: Int) {
        if let oldKernel = self.kernel, let oldBias = self.bias {
            // The optimizer knows the parameters by identity and goes on with them.
            oldKernel.value.copy(kernel.array, at: 0)
            oldBias.value.copy(bias.array, at: 0)
        } else {
            self.kernel = Parameter(name: "kernel", shape: [inputWidth, units], value: kernel)
            self.bias = Parameter(name: "bias", shape: [units], value: bias)
        }
    }
}

extension Dense: TrainableLayer {
    var kind: String { "Dense" }
    var inputWidth: Int? { kernel?.shape[0] }
    var parameters: [Parameter] { [kernel, bias].compactMap { $0 } }

    func build(inputWidth: Int) {
        guard kernel == nil else { return }
        let kernel = Initializer.glorotUniform(inputs: inputWidth, outputs: units)
        setParameters(kernel: kernel, bias: FloatBuffer(count: units), inputWidth: inputWidth)
    }

    func forward(_ input: Matrix, into sums: Matrix) {
        guard let kernel, let bias else { return }
        MatrixProduct.fillRows(of: sums, with: bias.value)
        MatrixProduct.multiply(input, kernel.matrix, into: sums, accumulate: true)
    }

    func forward(_ input: SparseMatrix, order: [Int], range: Range<Int>, into sums: Matrix) {
        guard let kernel, let bias else { return }
        SparseProduct.forward(input, order: order, range: range, weights: kernel.matrix, bias: bias.value, into: sums)
    }

    func backward(_ delta: Matrix, into inputGradient: Matrix) {
        guard let kernel else { return }
        MatrixProduct.multiply(delta, kernel.matrix, transposeB: true, into: inputGradient)
    }

    /// Rows of W that one piece of its gradient takes.
    private var pieceRows: Int { max(16, (1 << 15) / units) }

    func gradientPieces(_ input: BatchInput) -> Int {
        switch input {
        case .sparse(_, let cut, _, _): cut.ranges + 1
        case .dense: ((inputWidth ?? 0) + pieceRows - 1) / pieceRows + 1
        }
    }

    /// The last piece is the bias's.
    func gradient(piece: Int, _ input: BatchInput, _ delta: Matrix) -> (Parameter, Range<Int>) {
        guard let kernel, let bias else { preconditionFailure("a layer is built before it is trained") }
        if piece == gradientPieces(input) - 1 {
            MatrixProduct.sumRows(of: delta, into: bias.gradient)
            return (bias, 0..<units)
        }
        let rows: Range<Int>
        switch input {
        case .sparse(let x, let cut, let order, let first):
            rows = cut.columns(of: piece)
            SparseProduct.gradient(x, cut, order: order, first: first, delta, piece: piece, into: kernel.gradientMatrix)
        case .dense(let x):
            rows = piece * pieceRows..<min((piece + 1) * pieceRows, kernel.shape[0])
            MatrixProduct.multiply(x.columns(rows), delta, transposeA: true, into: kernel.gradientMatrix.rows(rows))
        }
        return (kernel, rows.lowerBound * units..<rows.upperBound * units)
    }
}
