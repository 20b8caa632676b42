import Kernels
import Outputs
import Testing

/// The kernels of recurrent layers against their plain twins, and their way back against differences of the twins.
@Suite struct RecurrenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var gates, units, steps, samples: Int
        var isReversed = false
        var isMasked = false
        var activation = ActivationFunction.tanh
        var recurrentActivation = ActivationFunction.sigmoid
        var testDescription: String {
            "\(gates) gates, \(units) units, \(steps) steps, \(samples) samples, \(isReversed), \(isMasked), \(activation)"
        }
    }

    static let cases: [Case] = [1, 3, 4].flatMap { gates in
        [
            Case(gates: gates, units: 1, steps: 1, samples: 1), Case(gates: gates, units: 5, steps: 3, samples: 2),
            Case(gates: gates, units: 8, steps: 2, samples: 3, isReversed: true),
            Case(gates: gates, units: 19, steps: 4, samples: 3, isMasked: true),
            Case(gates: gates, units: 33, steps: 3, samples: 5, isReversed: true, isMasked: true),
            Case(gates: gates, units: 9, steps: 3, samples: 2, activation: .relu, recurrentActivation: .hardSigmoid),
        ]
    }

    /// One batch of a case, as rows of numbers and as the kernels have it.
    private struct Batch<S: NetworkScalar> {
        let item: Case
        let twin: Reference.Recurrence
        /// By sample and step.
        let sums: [[[Double]]]
        let mask: [[Bool]]
        let block: RecurrentBlock<S>

        init(_ item: Case, _ type: S.Type) {
            self.item = item
            var generator = Xoshiro256(seed: UInt64(item.units * 10 + item.gates))
            let (units, width) = (item.units, item.gates * item.units)
            // Numbers that both precisions hold.
            func numbers(_ count: Int) -> [Double] {
                (0..<count).map { _ in Double(Float(generator.unit() * 1.6 - 0.8)) }
            }
            let scale = 1 / Double(units).squareRoot()
            let kernel = (0..<units).map { _ in numbers(width).map { Double(Float($0 * scale)) } }
            let bias = numbers(width)
            sums = (0..<item.samples).map { _ in (0..<item.steps).map { _ in numbers(width) } }
            mask = (0..<item.samples).map { sample in
                (0..<item.steps).map { !item.isMasked || ($0 + sample) % 3 != 1 }
            }
            twin = Reference.Recurrence(
                gates: item.gates, kernel: kernel, bias: bias, isReversed: item.isReversed,
                activation: item.activation, recurrentActivation: item.recurrentActivation)
            func matrix(_ rows: [[Double]], _ columns: Int) -> Matrix<S> {
                Matrix(Buffer(rows.flatMap { $0.map { S($0) } }), rows: rows.count, columns: columns)
            }
            let (steps, samples, values, real) = (item.steps, item.samples, sums, mask)
            let bytes = ByteBuffer(count: steps * samples)
            for place in 0..<steps * samples { bytes[place] = real[place % samples][place / samples] ? 1 : 0 }
            var (memory, extra): (Matrix<S>?, Matrix<S>?)
            if item.gates == 4 {
                memory = Matrix(rows: (steps + 1) * samples, columns: units)
                extra = Matrix(rows: steps * samples, columns: units)
            } else if item.gates == 3 {
                memory = Matrix(rows: steps * samples, columns: units)
                extra = Matrix(rows: samples, columns: width)
            }
            let inputs = (0..<steps * samples).map { values[$0 % samples][$0 / samples] }
            block = RecurrentBlock(
                steps: steps, samples: samples, isReversed: item.isReversed, gates: matrix(inputs, width),
                states: Matrix(rows: (steps + 1) * samples, columns: units), memory: memory, extra: extra,
                kernel: matrix(kernel, width), bias: item.gates == 3 ? Buffer(bias.map { S($0) }) : nil,
                mask: item.isMasked ? bytes : nil, activation: item.activation,
                recurrentActivation: item.recurrentActivation)
            switch item.gates {
            case 1: S.simpleForward(block)
            case 3: S.gruForward(block)
            default: S.lstmForward(block)
            }
        }

        /// The state after a step of a sample.
        func state(_ sample: Int, _ step: Int) -> [Double] {
            let row = (item.isReversed ? step : step + 1) * item.samples + sample
            return block.states.rows(row..<row + 1).array.map { Double($0) }
        }
    }

    private static func worst(_ a: [Double], _ b: [Double]) -> Double {
        a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
    }

    private static func forward<S: NetworkScalar>(_ item: Case, _ type: S.Type, _ tolerance: Double) {
        let batch = Batch(item, type)
        for sample in 0..<item.samples {
            let expected = batch.twin.states(batch.sums[sample], mask: batch.mask[sample])
            for step in 0..<item.steps {
                #expect(worst(batch.state(sample, step), expected[step]) < tolerance, "sample \(sample), step \(step)")
            }
        }
    }

    @Test(arguments: cases) func statesAreTheTwins(item: Case) {
        Self.forward(item, Double.self, 1e-13)
        Self.forward(item, Float.self, 2e-6)
    }

    @Test(arguments: cases, [false, true]) func theWayBackIsTheSlope(item: Case, isSequence: Bool) {
        let batch = Batch(item, Double.self)
        let (units, rows) = (item.units, item.steps * item.samples)
        // What the sum of losses weighs each output with.
        let weights = (0..<rows * units).map { Double($0 * 7 % 11) / 5 - 1 }
        let sequence = Matrix(Buffer(weights), rows: rows, columns: units)
        let gradients = RecurrentGradients(
            sequence: isSequence ? sequence : nil, last: isSequence ? nil : sequence.rows(0..<item.samples),
            state: Matrix(rows: item.samples, columns: units), cell: Matrix(rows: item.samples, columns: units))
        switch item.gates {
        case 1: Double.simpleBackward(batch.block, gradients)
        case 3: Double.gruBackward(batch.block, gradients)
        default: Double.lstmBackward(batch.block, gradients)
        }
        func loss(_ sample: Int, _ sums: [[Double]]) -> Double {
            let states = batch.twin.states(sums, mask: batch.mask[sample])
            func weighed(_ state: [Double], _ row: Int) -> Double {
                zip(state, weights[row * units..<(row + 1) * units]).reduce(0) { $0 + $1.0 * $1.1 }
            }
            guard isSequence else { return weighed(states[item.isReversed ? 0 : item.steps - 1], sample) }
            return states.indices.reduce(0) { $0 + weighed(states[$1], $1 * item.samples + sample) }
        }
        let found = batch.block.gates.array
        let width = item.gates * units
        for sample in 0..<item.samples {
            for step in 0..<item.steps {
                for place in Set([0, width / 3, width / 2, width - 1]) {
                    func moved(_ by: Double) -> Double {
                        var sums = batch.sums[sample]
                        sums[step][place] += by
                        return loss(sample, sums)
                    }
                    let slope = (moved(1e-6) - moved(-1e-6)) / 2e-6
                    let ours = found[(step * item.samples + sample) * width + place]
                    #expect(abs(slope - ours) < 1e-7 * max(1, abs(slope)), "sample \(sample), step \(step), \(place)")
                }
            }
        }
    }
}
