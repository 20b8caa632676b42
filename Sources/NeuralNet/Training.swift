import Kernels
import Outputs

/// The learning part of an epoch: batch after batch through the network, back, and the weights moved.
struct Training {
    private let layers: [any TrainableLayer]
    private let samples: Samples
    private let targets: Evaluation.Targets
    private let batchSize: Int
    private let rule: any UpdateRule
    private let means: [ObjectIdentifier: FloatBuffer]
    private let cut: ColumnCut?
    private let pass: Pass
    /// The targets of a batch, gathered.
    private let batchTargets: Matrix
    private let measures: [Measure]

    init(
        _ layers: [any TrainableLayer], _ samples: Samples, _ targets: Evaluation.Targets, batchSize: Int,
        rule: any UpdateRule, means: [ObjectIdentifier: FloatBuffer]
    ) {
        self.layers = layers
        self.samples = samples
        self.targets = targets
        self.batchSize = min(batchSize, samples.count)
        self.rule = rule
        self.means = means
        cut = if case .sparse(let matrix) = samples.form { ColumnCut(matrix) } else { nil }
        pass = Pass(layers, samples, rows: self.batchSize, loss: targets.loss, trains: true)
        batchTargets = Matrix(rows: self.batchSize, columns: targets.matrix.columns)
        measures = targets.metrics.map { $0.measure(outputs: targets.matrix.columns) }
    }

    var batches: Int { (samples.count + batchSize - 1) / batchSize }

    /// One epoch over the samples in `order`; `finished` hears of every batch and its mean loss.
    func epoch(
        _ number: Int, _ order: [Int], finished: (_ batch: Int, _ loss: Double) -> Void
    ) throws -> (loss: Double, metrics: [Double]) {
        var meter = Meter(measures)
        for batch in 0..<batches {
            try Interruption.check()
            let first = batch * batchSize
            let rows = min(batchSize, samples.count - first)
            let scale = 1 / Float(rows)
            let loss = try meter.add(rows: rows, pass, batchTargets.rows(0..<rows)) { block in
                let targets = batchTargets.rows(block)
                let rows = first + block.lowerBound..<first + block.upperBound
                Conversions.gather(self.targets.matrix, rows: order[rows], to: targets)
                pass.forward(samples, order: order, first: first, block: block)
                return pass.backward(targets, block: block, scale: scale)
            }
            guard loss.isFinite else { throw NetworkError.lossNotFinite(epoch: number, batch: batch + 1) }
            update(order, first, rows)
            finished(batch + 1, loss / Double(rows))
        }
        return meter.means
    }

    /// Gradients by all parameters, each in pieces, and the optimizer's step on each piece while it is warm.
    private func update(_ order: [Int], _ first: Int, _ rows: Int) {
        let inputs = layers.indices.map {
            pass.gradientInputs($0, samples, cut, order: order, first: first, rows: rows)
        }
        let pieces = layers.indices.flatMap { index in
            (0..<layers[index].gradientPieces(inputs[index].input)).map { (index, $0) }
        }
        let weights = layers.flatMap(\.parameters).reduce(0) { $0 + $1.value.count }
        Workers.run(pieces: pieces.count, work: pass.work(rows: rows) + weights) { number in
            let (index, piece) = pieces[number]
            let (parameter, range) = layers[index].gradient(piece: piece, inputs[index].input, inputs[index].delta)
            rule.update(parameter, mean: means[ObjectIdentifier(parameter)], range)
        }
    }
}
