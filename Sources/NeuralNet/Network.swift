import Kernels
import Outputs
import Tensors

/// The memory of one way through a network, for as many samples as a batch has at most, and the way itself.
final class Network<S: NetworkScalar> {
    let nodes: [Node<S>]
    let samples: Samples
    private let loss: (any LossRule)?
    /// Gathered inputs, if they are dense.
    private let inputs: Matrix<S>?
    private let inputSteps: Int
    /// Gradients by each node's outputs; only in training.
    private let deltas: [Matrix<S>]
    /// The targets of a batch, gathered, and what each of their rows counts.
    let targets: Matrix<S>
    let rowWeights: Matrix<S>?
    private let targetPlan: Targets?
    /// What the loss is computed from, where that is not the outputs.
    private let sums: Matrix<S>?
    let blockRows: Int
    let rows: Int
    /// The steps of the outputs that are real; read after the way forward.
    let outputMask: ByteBuffer?
    private let masks: [ByteBuffer?]

    /// `layers` are built.
    init(
        _ layers: [LibraryLayer], _ samples: Samples, rows: Int, targets: Targets?, loss: (any LossRule)?, trains: Bool
    ) {
        var shape = samples.shape
        var nodes: [Node<S>] = []
        blockRows = Self.blockRows(layers)
        for (index, layer) in layers.enumerated() {
            // Samples are read in the shape that the first real layer wants: the numbers are the same.
            if layer.isShapeOnly, nodes.isEmpty, index + 1 < layers.count {
                shape = (try? layer.outputShape(shape)) ?? shape
                continue
            }
            let node = layer.node(shape, rows: rows, S.self)
            node.blockRows = blockRows
            nodes.append(node)
            shape = node.output
        }
        self.nodes = nodes
        self.samples = samples
        self.loss = loss
        self.rows = rows
        inputSteps = nodes.first?.inputSteps ?? 1
        inputs =
            samples.isSparse
            ? nil : Matrix(rows: rows * inputSteps, columns: samples.size / max(inputSteps, 1))
        deltas = trains ? nodes.map { Matrix(rows: $0.outputs.rows, columns: $0.outputs.columns) } : []
        targetPlan = targets
        self.targets = Matrix(rows: rows * (targets?.rows ?? 0), columns: targets?.columns ?? 0)
        var mask: ByteBuffer?
        var masks: [ByteBuffer?] = []
        for node in nodes {
            masks.append(mask)
            mask = node.outputMask(mask)
        }
        self.masks = masks
        outputMask = mask
        rowWeights =
            targets != nil && (targets?.weights != nil || mask != nil)
            ? Matrix(rows: rows * (targets?.rows ?? 1), columns: 1) : nil
        let last = nodes.last
        if let function = last?.lastActivation, let loss, loss.seesThrough(function) { last?.keepSums() }
        sums = last?.sums
    }

    /// Samples of a block: fewer where a sample is a long way of its own, so that a usual batch makes several blocks.
    static func blockRows(_ layers: [LibraryLayer]) -> Int { layers.contains(where: \.isRecurrent) ? 16 : 64 }

    /// Multiplications for so many samples, one way; what Workers asks.
    func work(rows: Int) -> Int {
        let dense = nodes.reduce(0) { $0 + $1.work }
        guard samples.isSparse, let first = nodes.first else { return rows * dense }
        // Of sparse rows a hundred entries are a fair guess.
        return rows * (dense - first.work + min(samples.size, 100) * first.outputs.columns)
    }

    var outputSteps: Int { nodes.last?.outputSteps ?? 1 }
    /// Numbers in one row of targets or outputs.
    private var lastLength: Int { nodes.last?.output.last ?? 1 }

    /// The outputs of the samples last passed through, with one row for each row of targets.
    func predictions(_ block: Block) -> Matrix<S> {
        guard let last = nodes.last else { preconditionFailure("a network has layers") }
        return flat(last.block(block))
    }

    private func flat(_ matrix: Matrix<S>) -> Matrix<S> {
        matrix.reshaped(rows: matrix.rows * matrix.columns / lastLength, columns: lastLength)
    }

    func targets(_ block: Block) -> Matrix<S> { block.rows(targets, targetPlan?.rows ?? 0) }
    func weights(_ block: Block) -> Matrix<S>? { rowWeights.map { block.rows($0, targetPlan?.rows ?? 1) } }

    func begin(training: Bool, _ generator: inout Xoshiro256) {
        for node in nodes { node.begin(training: training, &generator) }
    }

    /// Computes the outputs for a block of the batch that begins at `order[first]`.
    func forward(order: [Int], first: Int, _ block: Block, training: Bool) {
        let range = first + block.samples.lowerBound..<first + block.samples.upperBound
        var x: Matrix<S>?
        if let inputs {
            let part = block.rows(inputs, inputSteps)
            samples.gather(order[range], steps: inputSteps, into: part)
            x = part
        }
        for (index, node) in nodes.enumerated() {
            if let input = x {
                node.forward(block, input, masks[index], training: training)
            } else if case .sparse(let matrix) = samples.form, let dense = node as? DenseNode<S> {
                dense.forward(block, matrix, order: order, range: range)
            }
            x = node.block(block)
        }
        guard let targetPlan else { return }
        targetPlan.gather(order[range], into: targets(block))
        guard let weights = weights(block) else { return }
        let count = block.samples.count
        for row in 0..<weights.rows {
            let place = row / targetPlan.inner
            let sample = order[range.lowerBound + place % count]
            let isReal = outputMask.map { $0[block.samples.lowerBound * outputSteps + place] != 0 } ?? true
            weights.buffer[weights.offset + row] = isReal ? S(targetPlan.weights?[sample] ?? 1) : 0
        }
    }

    /// The sum of the block's losses; with `scale` also the gradient by the last node's outputs (or sums).
    func lossSum(_ block: Block, scale: Double? = nil) -> Double {
        guard let loss, let last = nodes.last else { return 0 }
        let basis = flat(sums.map { block.rows($0, last.outputSteps) } ?? last.block(block))
        return loss.sum(
            basis, fromSums: sums != nil, targets: targets(block), weights: weights(block),
            gradient: scale == nil ? nil : flat(block.rows(deltas[nodes.count - 1], last.outputSteps)),
            scale: scale ?? 1)
    }

    /// Sets the gradient by the last node's outputs from outside, sample by sample.
    func setDelta(sampleMajor values: Matrix<S>, _ block: Block) {
        guard let last = nodes.last else { return }
        S.transpose(
            values, steps: 1, to: block.rows(deltas[nodes.count - 1], last.outputSteps), steps: last.outputSteps,
            samples: block.samples.count)
    }

    /// From the last node's gradient down to all others.
    func backward(_ block: Block) {
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            let delta = block.rows(deltas[index], node.outputSteps)
            if index > 0 {
                let below = nodes[index - 1]
                node.backward(
                    block, below.block(block), masks[index], delta,
                    into: block.rows(deltas[index - 1], below.outputSteps))
            } else if let inputs {
                node.backward(block, block.rows(inputs, inputSteps), masks[index], delta, into: nil)
            } else {
                // Sparse rows: only the first layer's activation is gone back through.
                node.backward(block, delta, nil, delta, into: nil)
            }
        }
    }

    /// What node `index` got for a batch of so many samples, and the gradient by its outputs or sums.
    func gradientInput(
        _ index: Int, _ cut: ColumnCut?, order: [Int], first: Int, count: Int
    ) -> (input: BatchInput<S>, delta: Matrix<S>) {
        let delta = deltas[index].rows(0..<count * nodes[index].outputSteps)
        if index > 0 {
            let below = nodes[index - 1]
            return (.dense(below.outputs.rows(0..<count * below.outputSteps)), delta)
        }
        if case .sparse(let matrix) = samples.form, let cut {
            return (.sparse(matrix, cut, order: order, first: first), delta)
        }
        guard let inputs else { preconditionFailure("dense samples are gathered before gradients are taken") }
        return (.dense(inputs.rows(0..<count * inputSteps)), delta)
    }
}
