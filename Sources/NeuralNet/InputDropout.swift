import Kernels
import Outputs
import Tensors

/// What `dropout:` of a recurrent layer does while it trains: each sample loses some of its features, the same ones at all
/// of its steps, and the others are divided by 1 − rate. Source: `keras.layers.LSTM`; Gal and Ghahramani (2016).
final class InputDropout<S: NetworkScalar> {
    private let layer: RecurrentLayer
    private let steps: Int
    /// A row for each sample of the batch.
    private let factors: Matrix<S>
    /// The inputs without what was dropped, as the kernel's gradient needs them.
    private let kept: Matrix<S>
    private var seed: UInt64 = 0

    init(_ layer: RecurrentLayer, steps: Int, features: Int, rows: Int) {
        self.layer = layer
        self.steps = steps
        factors = Matrix(rows: rows, columns: features)
        kept = Matrix(rows: rows * steps, columns: features)
    }

    func begin(_ generator: inout Xoshiro256) { seed = generator.next() }

    /// Chooses what the samples of a block lose, and takes it from their inputs.
    func kept(of x: Matrix<S>, _ block: Block) -> Matrix<S> {
        let (factors, kept) = (block.rows(factors, 1), block.rows(kept, steps))
        if let injected = layer.injectedMask {
            let places = block.samples.lowerBound * factors.columns..<block.samples.upperBound * factors.columns
            let source = Matrix<S>(rows: factors.rows, columns: factors.columns)
            injected.copyElements(places, to: source, at: 0)
            S.combine(.copy, source, source, into: factors)
        } else {
            // A stream for each block: the order of the threads does not matter.
            var generator = Xoshiro256(seed: seed &+ UInt64(block.number))
            S.drawMask(&generator, rate: layer.options.dropout, into: factors)
        }
        for step in 0..<steps {
            S.combine(.multiply, self.step(x, step, block), factors, into: self.step(kept, step, block))
        }
        return kept
    }

    /// What was kept of a batch of so many samples.
    func kept(samples: Int) -> Matrix<S> { kept.rows(0..<samples * steps) }

    /// Turns the gradient by what was kept into the one by the inputs.
    func scale(_ delta: Matrix<S>, _ block: Block) {
        for step in 0..<steps {
            let part = self.step(delta, step, block)
            S.combine(.multiply, part, block.rows(factors, 1), into: part)
        }
    }

    private func step(_ matrix: Matrix<S>, _ step: Int, _ block: Block) -> Matrix<S> {
        matrix.rows(step * block.samples.count..<(step + 1) * block.samples.count)
    }
}
