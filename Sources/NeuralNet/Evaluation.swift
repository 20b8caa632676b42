import Kernels
import Outputs
import Tensors

/// One way of all samples through the network, without learning.
struct Evaluation {
    /// What to measure.
    struct Targets {
        let matrix: Matrix
        let loss: any LossRule
        let metrics: [any MetricRule]
    }

    /// Samples between two looks at whether to stop.
    private static let chunkRows = 4096

    private let layers: [any TrainableLayer]
    private let samples: Samples
    private let targets: Targets?
    private let batchSize: Int
    private let measures: [Measure]
    private let pass: Pass
    private let order: [Int]
    private let chunk: Int

    init(_ layers: [any TrainableLayer], _ samples: Samples, _ targets: Targets?, batchSize: Int) {
        self.layers = layers
        self.samples = samples
        self.targets = targets
        self.batchSize = batchSize
        measures = targets?.metrics.map { $0.measure(outputs: layers.last?.units ?? 0) } ?? []
        let hasBatches = measures.contains { if case .batch = $0 { true } else { false } }
        // Metrics of the notebook's own see whole batches.
        chunk = hasBatches ? batchSize : Self.chunkRows
        pass = Pass(layers, samples, rows: min(chunk, samples.count), loss: targets?.loss, trains: false)
        order = Array(0..<samples.count)
    }

    /// The mean loss and the metrics. `predictions` sees the outputs of each chunk in turn.
    func run(_ predictions: (Matrix) throws -> Void = { _ in }) throws -> (loss: Double, metrics: [Double]) {
        var meter = Meter(measures)
        for first in stride(from: 0, to: samples.count, by: chunk) {
            try Interruption.check()
            let rows = min(chunk, samples.count - first)
            try meter.add(rows: rows, pass, targets?.matrix.rows(first..<first + rows)) { block in
                pass.forward(samples, order: order, first: first, block: block)
                guard let targets else { return 0 }
                return pass.lossSum(
                    targets.matrix.rows(first + block.lowerBound..<first + block.upperBound), block: block)
            }
            try predictions(pass.predictions(0..<rows))
        }
        return meter.means
    }
}

/// Adds up loss and metrics over blocks and batches, always in their order.
struct Meter {
    private let measures: [Measure]
    private var samples = 0
    private var loss = 0.0
    private var sums: [Double]

    init(_ measures: [Measure]) {
        self.measures = measures
        sums = [Double](repeating: 0, count: measures.count)
    }

    /// Runs `work` on each block of a batch, on several threads; it returns the block's loss, and its predictions are
    /// then in `pass`. Returns the sum of the losses.
    @discardableResult
    mutating func add(
        rows: Int, _ pass: Pass, _ targets: Matrix?, work: @escaping (Range<Int>) -> Double
    ) throws -> Double {
        let blocks = Pass.blocks(rows)
        let width = 1 + measures.count
        let measures = measures
        let results = Results(count: blocks * width)
        Workers.run(pieces: blocks, work: pass.work(rows: rows)) { number in
            let block = Pass.block(number, of: rows)
            results[number * width] = work(block)
            guard let targets = targets?.rows(block) else { return }
            for (index, measure) in measures.enumerated() {
                guard case .samples(let function) = measure else { continue }
                results[number * width + 1 + index] = function(targets, pass.predictions(block))
            }
        }
        var lossSum = 0.0
        for number in 0..<blocks {
            lossSum += results[number * width]
            for index in measures.indices { sums[index] += results[number * width + 1 + index] }
        }
        samples += rows
        loss += lossSum
        if let targets { try addBatches(rows, pass, targets) }
        return lossSum
    }

    /// Metrics of the notebook's own run on the caller's thread, after the batch.
    private mutating func addBatches(_ rows: Int, _ pass: Pass, _ targets: Matrix) throws {
        for (index, measure) in measures.enumerated() {
            guard case .batch(let function) = measure else { continue }
            let outputs = pass.predictions(0..<rows)
            let shape = [rows, outputs.columns]
            let value = function(
                Tensor(float32: targets.array, shape: shape), Tensor(float32: outputs.array, shape: shape))
            // A mistake inside the metric ends the training at this batch.
            if let error = Failure.take() { throw error }
            sums[index] += value * Double(rows)
        }
    }

    /// Means over the samples so far.
    var means: (loss: Double, metrics: [Double]) {
        let count = Double(max(samples, 1))
        return (loss / count, sums.map { $0 / count })
    }
}
