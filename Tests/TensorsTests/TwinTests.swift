import Kernels
import Outputs
import Testing

/// The smaller kernels against what they are, written plainly.
@Suite struct TwinTests {
    private var generator = Xoshiro256(seed: 11)

    private mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in Float(generator.unit() * 2 - 1) } }

    @Test mutating func everyOptimizersStep() {
        let (w, g) = (floats(37), floats(37))
        let (first, second) = (floats(37), floats(37).map { abs($0) })
        func check(_ step: UpdateStep, _ slots: [[Float]], _ twin: (Double, Double, [Double]) -> [Double]) {
            let (weights, buffers) = (FloatBuffer(w), slots.map { FloatBuffer($0) })
            // A piece of the weights; the others stay.
            Float.update(step, weights, FloatBuffer(g), buffers, 2..<35)
            let expected = w.indices.map { place in
                (2..<35).contains(place)
                    ? twin(Double(w[place]), Double(g[place]), slots.map { Double($0[place]) })
                    : [Double(w[place])] + slots.map { Double($0[place]) }
            }
            for (number, found) in ([weights] + buffers).enumerated() {
                expectClose(found.array, expected.map { $0[number] }, 2e-6)
            }
        }
        for nesterov in [false, true] {
            check(.momentum(rate: 0.1, momentum: 0.9, nesterov: nesterov), [first]) {
                let next = Reference.momentum($0, $1, velocity: $2[0], rate: 0.1, momentum: 0.9, nesterov: nesterov)
                return [next.weight, next.velocity]
            }
        }
        for decay in [0, 0.01] {
            check(.adam(rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, decay: decay), [first, second]) {
                let next = Reference.adam(
                    $0, $1, mean: $2[0], square: $2[1], rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7,
                    decay: decay)
                return [next.weight, next.mean, next.square]
            }
        }
        check(.adagrad(rate: 0.1, epsilon: 1e-7), [second]) {
            let next = Reference.adagrad($0, $1, sum: $2[0], rate: 0.1, epsilon: 1e-7)
            return [next.weight, next.sum]
        }
    }

    /// Rows looked up step by step of all samples; row 0 is padding. Back: the sum of what came for each row, in order.
    @Test mutating func tableRows() {
        let table = floats(7 * 3)
        let numbers: [Float] = [3, 0, 6, 6, 1, 0, 2, 3, 6, 5]
        let (samples, steps) = (2, 5)
        let (mask, indices) = (ByteBuffer(count: 10), IndexBuffer(count: 10))
        let found = Matrix<Float>(rows: 10, columns: 3)
        Float.gather(
            Matrix(Buffer(table), rows: 7, columns: 3), Matrix(Buffer(numbers), rows: samples, columns: steps), indices,
            at: 0, mask: mask, into: found)
        let order = (0..<10).map { Int(numbers[$0 % samples * steps + $0 / samples]) }
        #expect(found.array == order.flatMap { Array(table[$0 * 3..<$0 * 3 + 3]) })
        #expect((0..<10).map { mask[$0] != 0 } == order.map { $0 != 0 })
        let delta = floats(30)
        let gradient = Matrix(Buffer([Float](repeating: 9, count: 21)), rows: 7, columns: 3)
        Float.scatter(Matrix(Buffer(delta), rows: 10, columns: 3), indices, rows: 1..<7, into: gradient)
        var expected = [Float](repeating: 0, count: 21)
        for (position, row) in order.enumerated() {
            for k in 0..<3 { expected[row * 3 + k] += delta[position * 3 + k] }
        }
        // The first row is another piece's.
        #expect(Array(gradient.array[3...]) == Array(expected[3...]) && gradient.array[..<3] == [9, 9, 9])
    }

    /// From sample by sample to step by step and back.
    @Test mutating func layouts() {
        let values = floats(4 * 3 * 5)
        let (steps, samples, width) = (3, 4, 5)
        let turned = Matrix<Float>(rows: steps * samples, columns: width)
        Float.transpose(
            Matrix(Buffer(values), rows: samples, columns: steps * width), steps: 1, to: turned, steps: steps,
            samples: samples)
        for step in 0..<steps {
            for sample in 0..<samples {
                let row = turned.rows(step * samples + sample..<step * samples + sample + 1).array
                #expect(row == Array(values[(sample * steps + step) * width..<(sample * steps + step + 1) * width]))
            }
        }
        let back = Matrix<Float>(rows: samples, columns: steps * width)
        Float.transpose(turned, steps: steps, to: back, steps: 1, samples: samples)
        #expect(back.array == values)
    }

    @Test mutating func learnedSlopes() {
        let (x, slopes, delta) = (floats(24), floats(6), floats(24))
        let (rows, y) = (Matrix(Buffer(x), rows: 8, columns: 3), Matrix<Float>(rows: 8, columns: 3))
        let table = Matrix(Buffer(slopes), rows: 2, columns: 3)
        Float.prelu(rows, table, samples: 4, into: y)
        func slope(_ place: Int) -> Float { slopes[place / 12 * 3 + place % 3] }
        #expect(y.array == x.indices.map { x[$0] < 0 ? slope($0) * x[$0] : x[$0] })
        let (down, own) = (Matrix(Buffer(delta), rows: 8, columns: 3), Matrix<Float>(rows: 8, columns: 3))
        Float.preluGradient(rows, table, samples: 4, down, own: own)
        #expect(down.array == x.indices.map { x[$0] < 0 ? delta[$0] * slope($0) : delta[$0] })
        #expect(own.array == x.indices.map { x[$0] < 0 ? delta[$0] * x[$0] : 0 })
        let sum = Matrix<Float>(rows: 2, columns: 3)
        Float.addSamples(own, samples: 4, to: sum)
        let expected = (0..<6).map { place in
            (0..<4).reduce(0.0) { $0 + Double(own.array[place / 3 * 12 + $1 * 3 + place % 3]) }
        }
        expectClose(sum.array, expected, 1e-6)
    }

    @Test mutating func penalties() {
        let (w, g) = (floats(20) + [0], floats(21))
        let plain = w.reduce(0.0) { $0 + 0.3 * abs(Double($1)) + 0.2 * Double($1) * Double($1) }
        #expect(abs(Float.penalty(FloatBuffer(w), l1: 0.3, l2: 0.2) - plain) < 1e-12)
        let gradient = FloatBuffer(g)
        Float.addPenaltyGradient(FloatBuffer(w), l1: 0.3, l2: 0.2, to: gradient, 1..<21)
        let expected = w.indices.map { place in
            Double(g[place]) + (place == 0 ? 0 : 0.3 * Double(w[place].sign(of: 0)) + 0.4 * Double(w[place]))
        }
        expectClose(gradient.array, expected, 1e-6)
    }

    /// Each number is dropped with the same probability, and the others make up for it.
    @Test mutating func masks() {
        for rate in [0.1, 0.5, 0.9] {
            let mask = Matrix<Double>(rows: 100, columns: 101)
            Double.drawMask(&generator, rate: rate, into: mask)
            let (dropped, kept) = (mask.array.count { $0 == 0 }, mask.array.filter { $0 != 0 })
            #expect(abs(Double(dropped) / 10100 - rate) < 0.02)
            #expect(kept.allSatisfy { abs($0 - 1 / (1 - rate)) < 1e-12 })
        }
    }
}

extension Float {
    fileprivate func sign(of zero: Float) -> Float { self > 0 ? 1 : self < 0 ? -1 : zero }
}
