/// Gated recurrent units (Cho et al., 2014) as Keras has them by default (`reset_after`, two biases), gates z r h.
enum GRURecurrence {
    /// z, r = σ(·), h' = f(x_h + r·(h·U_h + b_h)), h_t = z·h_{t−1} + (1 − z)·h'.
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
        guard let candidates = block.memory, let room = block.extra, let bias = block.bias else { return }
        let units = block.units
        let product = StepProduct(block.kernel)
        for number in 0..<block.steps {
            let step = block.step(number)
            let sums = block.slot(block.gates, step)
            block.fill(sums, step)
            let (before, after) = (block.before(step), block.after(step))
            MatrixProduct.fillRows(of: room, with: bias)
            if number > 0 { product.multiply(block.slot(block.states, before), into: room, accumulate: true) }
            for sample in 0..<block.samples {
                let (gates, recurrent) = (sums.row(sample), room.row(sample))
                let old = block.states.row(before * block.samples + sample)
                let new = block.states.row(after * block.samples + sample)
                let kept = candidates.row(step * block.samples + sample)
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let z = outer(SIMD8<S>.load(gates + first, count) + SIMD8<S>.load(recurrent + first, count))
                    let r = outer(
                        SIMD8<S>.load(gates + units + first, count) + SIMD8<S>.load(recurrent + units + first, count))
                    let part = SIMD8<S>.load(recurrent + 2 * units + first, count)
                    let h = inner(SIMD8<S>.load(gates + 2 * units + first, count) + r * part)
                    z.store(gates + first, count)
                    r.store(gates + units + first, count)
                    h.store(gates + 2 * units + first, count)
                    part.store(kept + first, count)
                    (z * SIMD8<S>.load(old + first, count) + (1 - z) * h).store(new + first, count)
                }
            }
            block.keepMasked(step, block.states)
        }
    }

    /// Leaves in `gates` the gradients by the inputs' part of the sums and in `memory` those by the candidate's recurrent
    /// part; by z and r the two parts are the same.
    static func backward<S: NetworkScalar>(_ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>) {
        guard let candidates = block.memory, let direct = gradients.cell, let room = block.extra else { return }
        let (units, outer, inner) = (block.units, block.recurrentActivation, block.activation)
        let state = gradients.state
        let product = StepProduct(block.kernel, transposed: true)
        gradients.start()
        for number in (0..<block.steps).reversed() {
            let step = block.step(number)
            gradients.add(step, block)
            let sums = block.slot(block.gates, step)
            for sample in 0..<block.samples {
                let (gates, recurrent) = (sums.row(sample), room.row(sample))
                let kept = candidates.row(step * block.samples + sample)
                let old = block.states.row(block.before(step) * block.samples + sample)
                let (slopes, through) = (state.row(sample), direct.row(sample))
                guard block.isReal(step, sample) else {
                    for matrix in [gates, recurrent] { matrix.update(repeating: 0, count: 3 * units) }
                    kept.update(repeating: 0, count: units)
                    through.update(from: slopes, count: units)
                    continue
                }
                for first in stride(from: 0, to: units, by: 8) {
                    let count = units - first
                    let z = SIMD8<S>.load(gates + first, count)
                    let r = SIMD8<S>.load(gates + units + first, count)
                    let h = SIMD8<S>.load(gates + 2 * units + first, count)
                    let part = SIMD8<S>.load(kept + first, count)
                    let dh = SIMD8<S>.load(slopes + first, count)
                    let dz = dh * (SIMD8<S>.load(old + first, count) - h) * outer.slope(z)
                    let dc = dh * (1 - z) * inner.slope(h)
                    let dr = dc * part * outer.slope(r)
                    let dp = dc * r
                    dz.store(gates + first, count)
                    dr.store(gates + units + first, count)
                    dc.store(gates + 2 * units + first, count)
                    dp.store(kept + first, count)
                    dz.store(recurrent + first, count)
                    dr.store(recurrent + units + first, count)
                    dp.store(recurrent + 2 * units + first, count)
                    (dh * z).store(through + first, count)
                }
            }
            gradients.passOn(sums, step, block)
            if number > 0 {
                product.multiply(room, into: state)
                Elementwise.combine(.add, state, direct, into: state)
            }
        }
    }
}
