/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with forget gates) in Keras's order of gates: i f c o.
enum LSTMRecurrence {
    /// i, f, o = σ(·), g = f(·), c_t = f·c_{t−1} + i·g, h_t = o·f(c_t).
    static func forward<S: NetworkScalar>(_ block: RecurrentBlock<S>) {
        let (outer, inner) = (block.recurrentActivation, block.activation)
        // The usual functions are written out; the others cost a choice for every eight numbers.
        if outer == .sigmoid, inner == .tanh {
            forward(block, outer: { S.sigmoid($0) }, inner: { S.tanh($0) })
        } else {
            forward(block, outer: { outer.value($0) }, inner: { inner.value($0) })
        }
    }

    @inline(__always)
    private static func forward<S: NetworkScalar>(
        _ block: RecurrentBlock<S>, outer: (SIMD8<S>) -> SIMD8<S>, inner: (SIMD8<S>) -> SIMD8<S>
    ) {
        guard let cells = block.memory, let activated = block.extra else { return }
        let units = block.units
        for number in 0..<block.steps {
            let step = block.step(number)
            let sums = block.slot(block.gates, step)
            let (before, after) = (block.before(step), block.after(step))
            if number > 0 {
                block.addProduct(block.slot(block.states, before), to: sums)
            }
            for sample in 0..<block.samples {
                let gates = sums.row(sample)
                let old = cells.row(before * block.samples + sample)
                let new = cells.row(after * block.samples + sample)
                let state = block.states.row(after * block.samples + sample)
                let tanh = activated.row(step * block.samples + sample)
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let i = outer(SIMD8<S>.load(gates + first, count))
                    let f = outer(SIMD8<S>.load(gates + units + first, count))
                    let g = inner(SIMD8<S>.load(gates + 2 * units + first, count))
                    let o = outer(SIMD8<S>.load(gates + 3 * units + first, count))
                    let c = f * SIMD8<S>.load(old + first, count) + i * g
                    let a = inner(c)
                    i.store(gates + first, count)
                    f.store(gates + units + first, count)
                    g.store(gates + 2 * units + first, count)
                    o.store(gates + 3 * units + first, count)
                    c.store(new + first, count)
                    a.store(tanh + first, count)
                    (o * a).store(state + first, count)
                }
            }
            block.keepMasked(step, block.states)
            block.keepMasked(step, cells)
        }
    }

    static func backward<S: NetworkScalar>(_ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>) {
        let (outer, inner) = (block.recurrentActivation, block.activation)
        if outer == .sigmoid, inner == .tanh {
            backward(block, gradients, outer: { $0 * (1 - $0) }, inner: { 1 - $0 * $0 })
        } else {
            backward(block, gradients, outer: { outer.slope($0) }, inner: { inner.slope($0) })
        }
    }

    @inline(__always)
    private static func backward<S: NetworkScalar>(
        _ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>, outer: (SIMD8<S>) -> SIMD8<S>,
        inner: (SIMD8<S>) -> SIMD8<S>
    ) {
        guard let cells = block.memory, let activated = block.extra, let cell = gradients.cell else { return }
        let units = block.units
        let state = gradients.state
        let transposed = block.transposedKernel()
        gradients.start()
        for number in (0..<block.steps).reversed() {
            let step = block.step(number)
            gradients.add(step, block)
            let sums = block.slot(block.gates, step)
            let before = block.before(step)
            for sample in 0..<block.samples where block.isReal(step, sample) {
                let gates = sums.row(sample)
                let old = cells.row(before * block.samples + sample)
                let tanh = activated.row(step * block.samples + sample)
                let (slopes, memory) = (state.row(sample), cell.row(sample))
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let i = SIMD8<S>.load(gates + first, count)
                    let f = SIMD8<S>.load(gates + units + first, count)
                    let g = SIMD8<S>.load(gates + 2 * units + first, count)
                    let o = SIMD8<S>.load(gates + 3 * units + first, count)
                    let a = SIMD8<S>.load(tanh + first, count)
                    let dh = SIMD8<S>.load(slopes + first, count)
                    let dc = SIMD8<S>.load(memory + first, count) + dh * o * inner(a)
                    (dc * g * outer(i)).store(gates + first, count)
                    (dc * SIMD8<S>.load(old + first, count) * outer(f)).store(gates + units + first, count)
                    (dc * i * inner(g)).store(gates + 2 * units + first, count)
                    (dh * a * outer(o)).store(gates + 3 * units + first, count)
                    (dc * f).store(memory + first, count)
                }
            }
            MaskedRows.pass(block, step, state) {
                if number > 0 { MatrixProduct.multiply(sums, transposed, into: state, staysThin: false) }
            }
        }
    }
}
