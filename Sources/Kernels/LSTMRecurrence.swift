import CKernels

/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with forget gates) in Keras's order of gates: i f c o.
enum LSTMRecurrence {
    private typealias Row<S> = UnsafeMutablePointer<S>

    /// i, f, o = σ(·), g = f(·), c_t = f·c_{t−1} + i·g, h_t = o·f(c_t).
    static func forward<S: NetworkScalar>(_ block: RecurrentBlock<S>) {
        let (outer, inner, units) = (block.recurrentActivation, block.activation, block.units)
        if outer == .sigmoid, inner == .tanh, let block = block as? RecurrentBlock<Float> {
            let kernels = InstructionSet.current.kernels
            forward(block) { kernels.lstm_forward(units, $0, $1, $2, $3, $4) }
        } else {
            forward(block) { gates, old, new, activated, state in
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let i = outer.value(SIMD8<S>.load(gates + first, count))
                    let f = outer.value(SIMD8<S>.load(gates + units + first, count))
                    let g = inner.value(SIMD8<S>.load(gates + 2 * units + first, count))
                    let o = outer.value(SIMD8<S>.load(gates + 3 * units + first, count))
                    let c = f * SIMD8<S>.load(old + first, count) + i * g
                    let a = inner.value(c)
                    i.store(gates + first, count)
                    f.store(gates + units + first, count)
                    g.store(gates + 2 * units + first, count)
                    o.store(gates + 3 * units + first, count)
                    c.store(new + first, count)
                    a.store(activated + first, count)
                    (o * a).store(state + first, count)
                }
            }
        }
    }

    /// `row` takes the sums of a sample's step, which become its gates, and its old cell; it fills the new cell, the
    /// activated one and the state.
    @inline(__always)
    private static func forward<S: NetworkScalar>(
        _ block: RecurrentBlock<S>, row: (Row<S>, Row<S>, Row<S>, Row<S>, Row<S>) -> Void
    ) {
        guard let cells = block.memory, let activated = block.extra else { return }
        let product = StepProduct(block.kernel)
        for number in 0..<block.steps {
            let step = block.step(number)
            let sums = block.slot(block.gates, step)
            block.fill(sums, step)
            let (before, after) = (block.before(step) * block.samples, block.after(step) * block.samples)
            if number > 0 {
                product.multiply(block.slot(block.states, block.before(step)), into: sums, accumulate: true)
            }
            for sample in 0..<block.samples {
                row(
                    sums.row(sample), cells.row(before + sample), cells.row(after + sample),
                    activated.row(step * block.samples + sample), block.states.row(after + sample))
            }
            block.keepMasked(step, block.states)
            block.keepMasked(step, cells)
        }
    }

    static func backward<S: NetworkScalar>(_ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>) {
        let (outer, inner, units) = (block.recurrentActivation, block.activation, block.units)
        if outer == .sigmoid, inner == .tanh, let block = block as? RecurrentBlock<Float>,
            let gradients = gradients as? RecurrentGradients<Float>
        {
            let kernels = InstructionSet.current.kernels
            backward(block, gradients) { kernels.lstm_backward(units, $0, $1, $2, $3, $4) }
        } else {
            backward(block, gradients) { gates, old, activated, slopes, memory in
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let i = SIMD8<S>.load(gates + first, count)
                    let f = SIMD8<S>.load(gates + units + first, count)
                    let g = SIMD8<S>.load(gates + 2 * units + first, count)
                    let o = SIMD8<S>.load(gates + 3 * units + first, count)
                    let a = SIMD8<S>.load(activated + first, count)
                    let dh = SIMD8<S>.load(slopes + first, count)
                    let dc = SIMD8<S>.load(memory + first, count) + dh * o * inner.slope(a)
                    (dc * g * outer.slope(i)).store(gates + first, count)
                    (dc * SIMD8<S>.load(old + first, count) * outer.slope(f)).store(gates + units + first, count)
                    (dc * i * inner.slope(g)).store(gates + 2 * units + first, count)
                    (dh * a * outer.slope(o)).store(gates + 3 * units + first, count)
                    (dc * f).store(memory + first, count)
                }
            }
        }
    }

    /// `row` takes the gates of a sample's step, which become the gradients by its sums, its old cell and the activated
    /// one, and the gradients by state and cell, of which the second becomes the one by the old cell.
    @inline(__always)
    private static func backward<S: NetworkScalar>(
        _ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>,
        row: (Row<S>, Row<S>, Row<S>, Row<S>, Row<S>) -> Void
    ) {
        guard let cells = block.memory, let activated = block.extra, let cell = gradients.cell else { return }
        let state = gradients.state
        let product = StepProduct(block.kernel, transposed: true)
        gradients.start()
        for number in (0..<block.steps).reversed() {
            let step = block.step(number)
            gradients.add(step, block)
            let sums = block.slot(block.gates, step)
            let before = block.before(step) * block.samples
            for sample in 0..<block.samples where block.isReal(step, sample) {
                row(
                    sums.row(sample), cells.row(before + sample), activated.row(step * block.samples + sample),
                    state.row(sample), cell.row(sample))
            }
            MaskedRows.pass(block, step, state) {
                if number > 0 { product.multiply(sums, into: state) }
            }
            gradients.passOn(sums, step, block)
        }
    }
}
