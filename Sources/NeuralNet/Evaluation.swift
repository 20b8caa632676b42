import Kernels
import Outputs
import Tensors

/// One way of all samples through the network, without learning.
struct Evaluation<S: NetworkScalar> {
    private let loss: (any LossRule)?
    private let measures: [Measure]
    private let network: Network<S>
    private let samples: Samples
    private let targets: Targets?
    private let order: [Int]
    private let chunk: Int

    init(
        _ layers: [LibraryLayer], _ samples: Samples, _ targets: Targets?, loss: (any LossRule)?, measures: [Measure],
        batchSize: Int
    ) {
        self.samples = samples
        self.targets = targets
        self.loss = loss
        self.measures = measures
        let seesBatches = Meter<S>(measures).hasBatchMeasures || loss is any BatchLoss || targets?.realSteps != nil
        // Measures of the notebook's own see whole batches.
        let rows = seesBatches ? batchSize : Self.chunkRows(layers, samples.shape)
        chunk = min(rows, max(samples.count, 1))
        network = Network(layers, samples, rows: chunk, targets: targets, loss: loss, trains: false)
        order = Array(0..<samples.count)
    }

    /// Samples between two looks at whether to stop, so many that their memory stays moderate.
    private static func chunkRows(_ layers: [LibraryLayer], _ shape: [Int]) -> Int {
        var (size, shape) = (shape.reduce(1, *), shape)
        for layer in layers {
            shape = (try? layer.outputShape(shape)) ?? shape
            let gates = layer.isRecurrent ? 6 : 1
            size = max(
                size, shape.reduce(1, *) * gates,
                layer.isRecurrent ? (layer.inputShape?[0] ?? 1) * shape[shape.count - 1] * gates : 0)
        }
        let block = Network<S>.blockRows(layers)
        return max(block, min(4096, (1 << 22) / max(size, 1)) / block * block)
    }

    /// The mean loss and the metrics. `predictions` sees the outputs of each chunk in turn.
    func run(_ predictions: (Tensor) throws -> Void = { _ in }) throws -> [Double] {
        var meter = Meter<S>(measures)
        var unused = Xoshiro256(seed: 0)
        network.begin(training: false, &unused)
        let penalty = targets == nil ? 0 : Penalty.sum(network.nodes.flatMap(\.parameters), S.self)
        for first in stride(from: 0, to: samples.count, by: chunk) {
            try Interruption.check()
            let rows = min(chunk, samples.count - first)
            let isKernel = loss != nil && !(loss is any BatchLoss)
            let sums = meter.run(rows: rows, network, measured: targets != nil) { block in
                network.forward(order: order, first: first, block, training: false)
                return isKernel ? network.lossSum(block) : 0
            }
            if let targets {
                var mean = sums.loss / Double(targets.lossRows(order, first, rows))
                if let loss = loss as? any BatchLoss {
                    mean = try loss.value(network.targetTensor(rows: rows), network.outputTensor(rows: rows))
                }
                meter.add(sums, rows: rows, loss: mean + penalty)
                try meter.addBatchMeasures(rows: rows, network)
            } else {
                try predictions(network.outputTensor(rows: rows))
            }
        }
        return meter.means
    }
}

/// Penalties of the weights' sizes.
enum Penalty {
    static func sum<S: NetworkScalar>(_ parameters: [Parameter], _ type: S.Type) -> Double {
        parameters.reduce(0) { sum, parameter in
            guard let regularizer = parameter.regularizer else { return sum }
            return sum + S.penalty(parameter.value(), l1: regularizer.l1, l2: regularizer.l2)
        }
    }
}

extension Targets {
    /// The rows that a batch's loss is the mean of: all, or those that are not padding.
    func lossRows(_ order: [Int], _ first: Int, _ count: Int) -> Int {
        guard let realSteps else { return count * rows }
        return max(1, order[first..<first + count].reduce(0) { $0 + realSteps[$1] } * inner)
    }
}
