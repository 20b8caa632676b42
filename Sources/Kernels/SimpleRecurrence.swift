/// The plain recurrent layer: h_t = f(z_t + h_{t−1}·U).
enum SimpleRecurrence {
    static func forward<S: NetworkScalar>(_ block: RecurrentBlock<S>) {
        let function = block.activation
        let product = StepProduct(block.kernel)
        for number in 0..<block.steps {
            let step = block.step(number)
            let sums = block.slot(block.gates, step)
            block.fill(sums, step)
            let (old, new) = (block.slot(block.states, block.before(step)), block.slot(block.states, block.after(step)))
            // The first state is zero.
            if number > 0 { product.multiply(old, into: sums, accumulate: true) }
            if function == .tanh {
                S.tanh(sums, into: new)
            } else {
                apply(sums, new) { function.value($0) }
            }
            block.keepMasked(step, block.states)
        }
    }

    @inline(__always)
    private static func apply<S: NetworkScalar>(
        _ sums: Matrix<S>, _ states: Matrix<S>, _ function: (SIMD8<S>) -> SIMD8<S>
    ) {
        let count = sums.rows * sums.columns
        let (source, target) = (sums.pointer, states.pointer)
        for first in stride(from: 0, to: count, by: 8) {
            function(.load(source + first, count - first)).store(target + first, count - first)
        }
    }

    @inline(__always)
    private static func scale<S: NetworkScalar>(
        _ outputs: Matrix<S>, _ slopes: Matrix<S>, into sums: Matrix<S>, _ slope: (SIMD8<S>) -> SIMD8<S>
    ) {
        let count = sums.rows * sums.columns
        let (target, outputs, slopes) = (sums.pointer, outputs.pointer, slopes.pointer)
        for first in stride(from: 0, to: count, by: 8) {
            let rest = count - first
            (SIMD8<S>.load(slopes + first, rest) * slope(.load(outputs + first, rest))).store(target + first, rest)
        }
    }

    static func backward<S: NetworkScalar>(_ block: RecurrentBlock<S>, _ gradients: RecurrentGradients<S>) {
        let function = block.activation
        let state = gradients.state
        let product = StepProduct(block.kernel, transposed: true)
        gradients.start()
        for number in (0..<block.steps).reversed() {
            let step = block.step(number)
            gradients.add(step, block)
            let (sums, output) = (block.slot(block.gates, step), block.slot(block.states, block.after(step)))
            if function == .tanh {
                scale(output, state, into: sums) { 1 - $0 * $0 }
            } else {
                scale(output, state, into: sums) { function.slope($0) }
            }
            MaskedRows.pass(block, step, state) {
                if number > 0 { product.multiply(sums, into: state) }
            }
            gradients.passOn(sums, step, block)
        }
    }
}

/// What happens to masked samples on the way back.
enum MaskedRows {
    /// `product` makes the gradient by the former state from the gradient by the sums. A masked sample has none by the
    /// sums, and its gradient by the state goes through as it is.
    @inline(__always)
    static func pass<S: NetworkScalar>(
        _ block: RecurrentBlock<S>, _ step: Int, _ state: Matrix<S>, _ product: () -> Void
    ) {
        guard block.mask != nil, (0..<block.samples).contains(where: { !block.isReal(step, $0) }) else {
            return product()
        }
        let sums = block.slot(block.gates, step)
        let kept = state.array
        for sample in 0..<block.samples where !block.isReal(step, sample) {
            sums.row(sample).update(repeating: 0, count: sums.columns)
        }
        product()
        for sample in 0..<block.samples where !block.isReal(step, sample) {
            kept.withUnsafeBufferPointer { kept in
                guard let start = kept.baseAddress else { return }
                state.row(sample).update(from: start + sample * state.columns, count: state.columns)
            }
        }
    }
}
