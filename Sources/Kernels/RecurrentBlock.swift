/// A block of samples on its way through a recurrent layer. Step by step, each step of all the block's samples together;
/// what is kept for the way back stands in the layer's own memory.
///
/// States have one slot more than there are steps. Slot `t` is the state before step `t` and slot `t + 1` the one after
/// it; a layer that goes backwards reads slot `t + 1` and writes slot `t`. Either way the first slot read is zero.
package struct RecurrentBlock<S: NetworkScalar> {
    package let steps: Int
    package let samples: Int
    package let isReversed: Bool
    /// `[steps·samples, gates·units]`: the inputs' part of the sums. Becomes the gates, and on the way back the gradients
    /// by the sums.
    package let gates: Matrix<S>
    /// `[(steps + 1)·samples, units]`.
    package let states: Matrix<S>
    /// LSTM: the cells, as `states`. GRU: the recurrent part of the candidate's sums, `[steps·samples, units]`, which
    /// becomes the gradient by it.
    package let memory: Matrix<S>?
    /// LSTM: the activated cells. GRU: room for a step's recurrent sums, `[samples, 3·units]`.
    package let extra: Matrix<S>?
    /// `[units, gates·units]`.
    package let kernel: Matrix<S>
    /// GRU: the recurrent bias.
    package let bias: Buffer<S>?
    /// One byte for every step of every sample, from `maskOffset` on: 0 where the step is to be passed over.
    package let mask: ByteBuffer?
    package let maskOffset: Int
    package let activation: ActivationFunction
    package let recurrentActivation: ActivationFunction
    /// What `gates` is to be filled with on the way there, if it is not filled yet.
    package var inputs: StepInputs<S>?

    package init(
        steps: Int, samples: Int, isReversed: Bool, gates: Matrix<S>, states: Matrix<S>, memory: Matrix<S>? = nil,
        extra: Matrix<S>? = nil, kernel: Matrix<S>, bias: Buffer<S>? = nil, mask: ByteBuffer? = nil,
        maskOffset: Int = 0, activation: ActivationFunction, recurrentActivation: ActivationFunction = .sigmoid
    ) {
        self.steps = steps
        self.samples = samples
        self.isReversed = isReversed
        self.gates = gates
        self.states = states
        self.memory = memory
        self.extra = extra
        self.kernel = kernel
        self.bias = bias
        self.mask = mask
        self.maskOffset = maskOffset
        self.activation = activation
        self.recurrentActivation = recurrentActivation
    }

    var units: Int { states.columns }

    /// The inputs' part of a step's sums.
    @inline(__always)
    func fill(_ sums: Matrix<S>, _ step: Int) {
        guard let inputs else { return }
        MatrixProduct.fillRows(of: sums, with: inputs.bias)
        inputs.product.multiply(slot(inputs.values, step), into: sums, accumulate: true)
    }

    /// The steps in the order in which they are gone through.
    @inline(__always)
    func step(_ number: Int) -> Int { isReversed ? steps - 1 - number : number }
    @inline(__always)
    func before(_ step: Int) -> Int { isReversed ? step + 1 : step }
    @inline(__always)
    func after(_ step: Int) -> Int { isReversed ? step : step + 1 }
    @inline(__always)
    func slot(_ matrix: Matrix<S>, _ number: Int) -> Matrix<S> {
        matrix.rows(number * samples..<(number + 1) * samples)
    }
    @inline(__always)
    func isReal(_ step: Int, _ sample: Int) -> Bool {
        guard let mask else { return true }
        return mask.base[maskOffset + step * samples + sample] != 0
    }

    /// A masked sample keeps its state.
    func keepMasked(_ step: Int, _ matrix: Matrix<S>) {
        guard mask != nil else { return }
        let (old, new) = (slot(matrix, before(step)), slot(matrix, after(step)))
        for sample in 0..<samples where !isReal(step, sample) {
            new.row(sample).update(from: old.row(sample), count: matrix.columns)
        }
    }
}

/// The product with a recurrent kernel that every step takes, made ready once for all of them.
struct StepProduct<S: NetworkScalar> {
    private let kernel: Matrix<S>
    private let packed: PackedMatrix?

    /// With the kernel as it is for the way there, `transposed` for the way back.
    init(_ kernel: Matrix<S>, transposed: Bool = false) {
        packed = (kernel as? Matrix<Float>).map { PackedMatrix($0, transposed: transposed) }
        self.kernel = transposed && packed == nil ? kernel.transposed() : kernel
    }

    @inline(__always)
    func multiply(_ a: Matrix<S>, into c: Matrix<S>, accumulate: Bool = false) {
        if let packed, let left = a as? Matrix<Float>, let result = c as? Matrix<Float> {
            packed.multiply(left, into: result, accumulate: accumulate)
        } else {
            MatrixProduct.multiply(a, kernel, into: c, accumulate: accumulate)
        }
    }
}

extension Matrix where Scalar: NetworkScalar {
    /// The same with its sides exchanged.
    fileprivate func transposed() -> Matrix {
        let result = Matrix(rows: columns, columns: rows)
        for row in 0..<rows {
            let source = self.row(row)
            for column in 0..<columns { result.row(column)[row] = source[column] }
        }
        return result
    }
}

/// The inputs of a recurrent layer, multiplied step by step: a step's sums then stay in the nearest cache until its gates
/// are made of them. Of all steps together they are megabytes.
package struct StepInputs<S: NetworkScalar> {
    /// `[steps·samples, features]`: the inputs, or on the way back the gradients by them.
    let values: Matrix<S>
    /// `[gates·units]`.
    let bias: Buffer<S>
    let product: StepProduct<S>

    /// Nothing where plain loops do all steps' product, which then is one: see ``MatrixProduct``.
    package init?(_ values: Matrix<S>, kernel: Matrix<S>, bias: Buffer<S>, isBack: Bool = false) {
        let (n, k) = isBack ? (kernel.rows, kernel.columns) : (kernel.columns, kernel.rows)
        guard S.self == Float.self, MatrixProduct.isFused(values.rows, n, k) else { return nil }
        (self.values, self.bias) = (values, bias)
        product = StepProduct(kernel, transposed: isBack)
    }
}

/// Gradients on the way back through a recurrent layer's block.
package struct RecurrentGradients<S: NetworkScalar> {
    /// By each step's output, `[steps·samples, units]`, if the layer returns sequences.
    package let sequence: Matrix<S>?
    /// By the last output, `[samples, units]`, if it does not.
    package let last: Matrix<S>?
    /// Room for the gradients by state and cell, `[samples, units]` each.
    package let state: Matrix<S>
    package let cell: Matrix<S>?
    /// Where the gradients by the inputs go, if they are to be computed step by step.
    package var inputs: StepInputs<S>?

    package init(sequence: Matrix<S>?, last: Matrix<S>?, state: Matrix<S>, cell: Matrix<S>? = nil) {
        self.sequence = sequence
        self.last = last
        self.state = state
        self.cell = cell
    }

    /// Before the way back begins.
    func start() {
        if let last {
            for row in 0..<state.rows { state.row(row).update(from: last.row(row), count: state.columns) }
        } else {
            state.fill(0)
        }
        cell?.fill(0)
    }

    /// From the gradient by a step's sums to the one by its inputs.
    @inline(__always)
    func passOn(_ sums: Matrix<S>, _ step: Int, _ block: RecurrentBlock<S>) {
        guard let inputs else { return }
        inputs.product.multiply(sums, into: block.slot(inputs.values, step))
    }

    /// The outputs of a step have gradients of their own. With `zeroed` masked steps put out zeros and have none.
    func add(_ step: Int, _ block: RecurrentBlock<S>) {
        guard let sequence else { return }
        let gradient = block.slot(sequence, step)
        for row in 0..<state.rows {
            let (source, target) = (gradient.row(row), state.row(row))
            for column in 0..<state.columns { target[column] += source[column] }
        }
    }
}

extension ActivationFunction {
    /// For the functions whose slope follows from the output, on eight numbers at once.
    @inline(__always)
    func value<S: NetworkScalar>(_ x: SIMD8<S>) -> SIMD8<S> {
        switch self {
        case .tanh: S.tanh(x)
        case .sigmoid: S.sigmoid(x)
        case .relu: x.replacing(with: 0, whereLess: x, than: 0)
        case .hardSigmoid:
            (x / 6 + 0.5).replacing(with: 0, whereLess: x, than: -3)
                .replacing(with: SIMD8(repeating: 1), whereLess: SIMD8(repeating: 3), than: x)
        case .elu(let alpha): x.replacing(with: S(alpha) * (S.exp(x) - 1), whereLess: x, than: 0)
        case .exponential: S.exp(x)
        case .softsign: x / (1 + x.replacing(with: -x, whereLess: x, than: 0))
        default: x
        }
    }

    /// The slope from the output `y`.
    @inline(__always)
    func slope<S: NetworkScalar>(_ y: SIMD8<S>) -> SIMD8<S> {
        switch self {
        case .tanh: return 1 - y * y
        case .sigmoid: return y * (1 - y)
        case .relu: return SIMD8(repeating: 1).wherePositive(y)
        case .hardSigmoid: return SIMD8(repeating: 1 / 6).wherePositive(y).wherePositive(1 - y)
        case .elu(let alpha): return SIMD8(repeating: 1).replacing(with: y + S(alpha), whereLess: y, than: 0)
        case .exponential: return y
        case .softsign:
            let rest = 1 - y.replacing(with: -y, whereLess: y, than: 0)
            return rest * rest
        default: return SIMD8(repeating: 1)
        }
    }

    /// Whether recurrent layers have it.
    package var isRecurrent: Bool {
        switch self {
        case .tanh, .sigmoid, .relu, .hardSigmoid, .elu, .exponential, .softsign, .linear: true
        default: false
        }
    }
}
