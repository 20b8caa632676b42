import CKernels

/// The optimizers' steps on a range of one parameter's elements, in Keras's form and order.
package enum Updates {
    package static func update<S: NetworkScalar>(
        _ step: UpdateStep, _ weights: Buffer<S>, _ gradient: Buffer<S>, _ slots: [Buffer<S>], _ range: Range<Int>
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= min(weights.count, gradient.count))
        precondition(slots.allSatisfy { range.upperBound <= $0.count })
        let (w, g) = (weights.base, gradient.base)
        switch step {
        case .sgd(let rate):
            let rate = S(rate)
            for index in range { w[index] -= rate * g[index] }
        case .momentum(let rate, let momentum, let nesterov):
            let (rate, momentum, velocity) = (S(rate), S(momentum), slots[0].base)
            for index in range {
                let move = momentum * velocity[index] - rate * g[index]
                velocity[index] = move
                w[index] += nesterov ? momentum * move - rate * g[index] : move
            }
        case .rmsprop(let rate, let rho, let epsilon, let momentum):
            if momentum > 0 {
                let (mean, velocity) = (slots[0].base, slots[1].base)
                let (rate, rho, rest, epsilon, momentum) = (S(rate), S(rho), S(1 - rho), S(epsilon), S(momentum))
                for index in range {
                    mean[index] = rho * mean[index] + rest * (g[index] * g[index])
                    let step = rate * g[index] / (mean[index] + epsilon).squareRoot()
                    velocity[index] = momentum * velocity[index] + step
                    w[index] -= velocity[index]
                }
            } else {
                rmsprop(w, g, slots[0].base, range, rate: S(rate), rho: S(rho), rest: S(1 - rho), epsilon: S(epsilon))
            }
        case .adam(let rate, let beta1, let beta2, let epsilon, let decay):
            adam(
                w, g, slots[0].base, slots[1].base, range, rate: S(rate), first: S(1 - beta1), second: S(1 - beta2),
                epsilon: S(epsilon), decay: S(decay))
        case .adagrad(let rate, let epsilon):
            let (rate, epsilon, sum) = (S(rate), S(epsilon), slots[0].base)
            for index in range {
                sum[index] += g[index] * g[index]
                w[index] -= rate * g[index] / (sum[index] + epsilon).squareRoot()
            }
        }
    }

    /// m += (g − m)·(1 − β₁), v += (g² − v)·(1 − β₂), w −= rate·m / (√v + ε).
    private static func adam<S: NetworkScalar>(
        _ w: UnsafeMutablePointer<S>, _ g: UnsafeMutablePointer<S>, _ m: UnsafeMutablePointer<S>,
        _ v: UnsafeMutablePointer<S>, _ range: Range<Int>, rate: S, first: S, second: S, epsilon: S, decay: S
    ) {
        if let w = w as? UnsafeMutablePointer<Float>, let g = g as? UnsafeMutablePointer<Float>,
            let m = m as? UnsafeMutablePointer<Float>, let v = v as? UnsafeMutablePointer<Float>
        {
            let start = range.lowerBound
            return InstructionSet.current.kernels.adam(
                range.count, w + start, g + start, m + start, v + start, Float(rate), Float(first), Float(second),
                Float(epsilon), Float(decay))
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let count = range.upperBound - index
            let slope = SIMD8<S>.load(g + index, count)
            var (mean, square) = (SIMD8<S>.load(m + index, count), SIMD8<S>.load(v + index, count))
            var weight = SIMD8<S>.load(w + index, count)
            if decay != 0 { weight -= weight * decay }
            mean += (slope - mean) * first
            square += (slope * slope - square) * second
            weight -= mean * rate / (square.squareRoot() + epsilon)
            mean.store(m + index, count)
            square.store(v + index, count)
            weight.store(w + index, count)
            index += 8
        }
    }

    /// v = ρ·v + (1 − ρ)·g², then w −= rate·g / √(v + ε): element by element. `rest` is 1 − ρ, from doubles.
    private static func rmsprop<S: NetworkScalar>(
        _ w: UnsafeMutablePointer<S>, _ g: UnsafeMutablePointer<S>, _ v: UnsafeMutablePointer<S>, _ range: Range<Int>,
        rate: S, rho: S, rest: S, epsilon: S
    ) {
        if let w = w as? UnsafeMutablePointer<Float>, let g = g as? UnsafeMutablePointer<Float>,
            let v = v as? UnsafeMutablePointer<Float>
        {
            let start = range.lowerBound
            return InstructionSet.current.kernels.rmsprop(
                range.count, w + start, g + start, v + start, Float(rate), Float(rho), Float(rest), Float(epsilon))
        }
        for index in range {
            let next = rho * v[index] + rest * (g[index] * g[index])
            v[index] = next
            w[index] -= rate * g[index] / (next + epsilon).squareRoot()
        }
    }
}
