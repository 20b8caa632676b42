import Keeping
import Kernels
import Outputs
import Tensors

/// The learning part of an epoch: batch after batch through the network, back, and the weights moved.
struct Training<S: NetworkScalar> {
    private let samples: Samples
    private let targets: Targets
    private let batchSize: Int
    private let loss: any LossRule
    private let cut: ColumnCut?
    private let network: Network<S>
    private let measures: [Measure]
    private let parameters: [Parameter]
    private let memory: OptimizerMemory

    init(
        _ layers: [LibraryLayer], _ samples: Samples, _ targets: Targets, loss: any LossRule, measures: [Measure],
        batchSize: Int, memory: OptimizerMemory
    ) {
        self.samples = samples
        self.targets = targets
        self.loss = loss
        self.measures = measures
        self.memory = memory
        self.batchSize = min(batchSize, samples.count)
        cut = if case .sparse(let matrix) = samples.form { ColumnCut(matrix) } else { nil }
        network = Network(layers, samples, rows: self.batchSize, targets: targets, loss: loss, trains: true)
        parameters = network.nodes.flatMap(\.parameters)
        memory.prepare(parameters, S.self)
    }

    var batches: Int { (samples.count + batchSize - 1) / batchSize }

    /// One epoch over the samples in `order`; `finished` hears of every batch and its mean loss. Returns the means of
    /// loss and metrics while the weights changed.
    func epoch(
        _ number: Int, _ order: [Int], _ generator: inout Xoshiro256, finished: (_ batch: Int, _ loss: Double) -> Void
    ) throws -> [Double] {
        var meter = Meter<S>(measures)
        for batch in 0..<batches {
            try Interruption.check()
            let first = batch * batchSize
            let rows = min(batchSize, samples.count - first)
            network.begin(training: true, &generator)
            let lossRows = Double(targets.lossRows(order, first, rows))
            let penalty = Penalty.sum(parameters, S.self)
            let sums: Meter<S>.BatchSums
            var mean: Double
            if let loss = loss as? any BatchLoss {
                sums = meter.run(rows: rows, network, measured: true) { block in
                    network.forward(order: order, first: first, block, training: true)
                    return 0
                }
                let (value, gradient) = try loss.valueAndGradient(
                    network.targetTensor(rows: rows), network.outputTensor(rows: rows))
                mean = value
                network.setDelta(gradient, rows: rows)
                Workers.run(pieces: Block.count(of: rows, size: network.blockRows), work: network.work(rows: rows)) {
                    network.backward(Block($0, of: rows, size: network.blockRows))
                }
            } else {
                sums = meter.run(rows: rows, network, measured: true) { block in
                    network.forward(order: order, first: first, block, training: true)
                    let loss = network.lossSum(block, scale: 1 / lossRows)
                    network.backward(block)
                    return loss
                }
                mean = sums.loss / lossRows
            }
            mean += penalty
            meter.add(sums, rows: rows, loss: mean)
            try meter.addBatchMeasures(rows: rows, network)
            guard mean.isFinite else { throw NetworkError.lossNotFinite(epoch: number, batch: batch + 1) }
            update(order, first, rows)
            finished(batch + 1, mean)
        }
        return meter.means
    }

    /// Gradients by all parameters, each in pieces, and the optimizer's step on each piece while it is warm.
    private func update(_ order: [Int], _ first: Int, _ rows: Int) {
        let step = memory.nextStep()
        let nodes = network.nodes
        let inputs = nodes.indices.map { network.gradientInput($0, cut, order: order, first: first, count: rows) }
        // The last layers are often the largest: they go first, so that no thread is left waiting at the end.
        let pieces = nodes.indices.reversed().flatMap { index in
            (0..<nodes[index].gradientPieces(inputs[index].input)).map { (index, $0) }
        }
        let weights = parameters.reduce(0) { $0 + $1.count }
        Workers.run(pieces: pieces.count, work: network.work(rows: rows) + weights) { number in
            let (index, piece) = pieces[number]
            let written = nodes[index].gradient(
                piece: piece, samples: rows, inputs[index].input, inputs[index].delta)
            for part in written {
                let parameter = part.parameter
                let (value, gradient): (Buffer<S>, Buffer<S>) = (parameter.value(), parameter.gradient())
                let slots: [Buffer<S>] = memory.slots(of: parameter)
                for range in part.ranges {
                    if let regularizer = parameter.regularizer {
                        S.addPenaltyGradient(value, l1: regularizer.l1, l2: regularizer.l2, to: gradient, range)
                    }
                    S.update(step, value, gradient, slots, range)
                }
            }
        }
    }
}

/// What an optimizer remembers from step to step.
final class OptimizerMemory {
    let rule: any UpdateRule
    var learningRate: Double
    private var steps = 0
    private var slots: [ObjectIdentifier: [AnyObject]] = [:]

    init(_ rule: any UpdateRule) {
        self.rule = rule
        learningRate = rule.startRate
    }

    /// Makes the slots that are not there yet, and the gradients.
    func prepare<S: NetworkScalar>(_ parameters: [Parameter], _ type: S.Type) {
        for parameter in parameters {
            _ = parameter.gradient(type)
            guard slots[ObjectIdentifier(parameter)] == nil else { continue }
            slots[ObjectIdentifier(parameter)] = (0..<rule.slots).map { _ in
                let buffer = Buffer<S>(count: parameter.count)
                buffer.fill(0..<buffer.count, S(rule.slotStart))
                return buffer
            }
        }
    }

    func slots<S: NetworkScalar>(of parameter: Parameter) -> [Buffer<S>] {
        (slots[ObjectIdentifier(parameter)] ?? []).compactMap { $0 as? Buffer<S> }
    }

    func nextStep() -> UpdateStep {
        steps += 1
        return rule.step(steps, rate: learningRate)
    }
}

extension OptimizerMemory {
    /// With what is remembered of these parameters.
    func keep(_ parameters: [Parameter], in writer: KeptWriter) throws {
        try RuleKeeping.keep(rule, in: writer)
        try writer.double(learningRate)
        try writer.int(steps)
        try writer.list(parameters) { parameter in
            try writer.optional(slots[ObjectIdentifier(parameter)]) { slots in
                try writer.list(slots) { slot in
                    if let slot = slot as? Buffer<Double> { return try writer.buffer(slot) }
                    guard let slot = slot as? Buffer<Float> else { throw KeepingError.unkeepable("slot") }
                    try writer.buffer(slot)
                }
            }
        }
    }

    static func restored(_ parameters: [Parameter], from reader: KeptReader) throws -> OptimizerMemory {
        let memory = OptimizerMemory(try RuleKeeping.optimizer(from: reader))
        memory.learningRate = try reader.double()
        memory.steps = try reader.int()
        guard try reader.count() == parameters.count else { throw KeepingError.damaged }
        for parameter in parameters {
            memory.slots[ObjectIdentifier(parameter)] = try reader.optional {
                try reader.list { () throws -> AnyObject in
                    if parameter.dtype == .float64 { return try reader.buffer(Double.self) }
                    return try reader.buffer(Float.self)
                }
            }
        }
        return memory
    }
}
