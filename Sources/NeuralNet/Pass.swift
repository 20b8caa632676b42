import Kernels
import Tensors

/// The memory of one way through the network, for as many samples as a batch has at most, and the way itself.
///
/// Samples are taken in blocks of a fixed number. A block runs through all layers on one thread and writes rows of its
/// own, so that neither the number of threads nor their speed touches a bit of the result.
final class Pass {
    static let blockRows = 64

    private let layers: [any TrainableLayer]
    private let loss: (any LossRule)?
    /// What the loss is computed from, where that is not the outputs.
    private let sums: Matrix?
    /// Gathered inputs, if they are dense.
    private let inputs: Matrix?
    private let outputs: [Matrix]
    /// Gradients by each layer's sums; only in training.
    private let deltas: [Matrix]

    init(_ layers: [any TrainableLayer], _ samples: Samples, rows: Int, loss: (any LossRule)?, trains: Bool) {
        self.layers = layers
        self.loss = loss
        inputs = samples.isSparse ? nil : Matrix(rows: rows, columns: samples.width)
        outputs = layers.map { Matrix(rows: rows, columns: $0.units) }
        deltas = trains ? layers.map { Matrix(rows: rows, columns: $0.units) } : []
        let isFused = layers.last.map { loss?.fusedActivations.contains($0.activation) == true } ?? false
        sums = isFused ? Matrix(rows: rows, columns: layers.last?.units ?? 0) : nil
    }

    static func blocks(_ count: Int) -> Int { (count + blockRows - 1) / blockRows }

    static func block(_ number: Int, of count: Int) -> Range<Int> {
        number * blockRows..<min((number + 1) * blockRows, count)
    }

    /// Multiplications in a batch of so many rows, one way; what Workers asks.
    func work(rows: Int) -> Int {
        guard let first = layers.first, let width = first.inputWidth else { return 0 }
        // Of sparse rows a hundred entries are a fair guess.
        let start = inputs == nil ? min(width, 100) * first.units : width * first.units
        return rows * layers.dropFirst().reduce(start) { $0 + ($1.inputWidth ?? 0) * $1.units }
    }

    /// The predictions for the rows last passed through.
    func predictions(_ rows: Range<Int>) -> Matrix { outputs[outputs.count - 1].rows(rows) }

    /// Computes the outputs for the rows `block` of the batch that begins at `order[first]`.
    func forward(_ samples: Samples, order: [Int], first: Int, block: Range<Int>) {
        for (index, layer) in layers.enumerated() {
            let output = outputs[index].rows(block)
            let isLast = index == layers.count - 1
            let target = isLast ? sums?.rows(block) ?? output : output
            if index > 0 {
                layer.forward(outputs[index - 1].rows(block), into: target)
            } else {
                let range = first + block.lowerBound..<first + block.upperBound
                switch samples.form {
                case .sparse(let matrix): layer.forward(matrix, order: order, range: range, into: target)
                case .dense(let tensor):
                    guard let inputs = inputs?.rows(block) else { continue }
                    tensor.copyRows(order[range], to: inputs)
                    layer.forward(inputs, into: target)
                }
            }
            if isLast, sums != nil { Conversions.copy(target, to: output) }
            layer.activation.apply(output)
        }
    }

    /// The sum of the block's losses; `targets` are the block's.
    func lossSum(_ targets: Matrix, block: Range<Int>) -> Double {
        guard let loss else { return 0 }
        let basis = sums?.rows(block) ?? predictions(block)
        return loss.sum(basis, fromSums: sums != nil, targets: targets, gradient: nil, scale: 1)
    }

    /// The sum of the block's losses, and the gradients by all layers' sums. `scale` is one over the batch's samples.
    func backward(_ targets: Matrix, block: Range<Int>, scale: Float) -> Double {
        guard let loss, let last = layers.last else { return 0 }
        let basis = sums?.rows(block) ?? predictions(block)
        let delta = deltas[layers.count - 1].rows(block)
        let sum = loss.sum(basis, fromSums: sums != nil, targets: targets, gradient: delta, scale: scale)
        if sums == nil { last.activation.applyGradient(outputs: predictions(block), delta) }
        for index in layers.indices.dropFirst().reversed() {
            let below = deltas[index - 1].rows(block)
            layers[index].backward(deltas[index].rows(block), into: below)
            layers[index - 1].activation.applyGradient(outputs: outputs[index - 1].rows(block), below)
        }
        return sum
    }

    /// What layer `index` got for the batch of `rows` samples, and the gradient by its sums.
    func gradientInputs(
        _ index: Int, _ samples: Samples, _ cut: ColumnCut?, order: [Int], first: Int, rows: Int
    ) -> (input: BatchInput, delta: Matrix) {
        let delta = deltas[index].rows(0..<rows)
        if index > 0 { return (.dense(outputs[index - 1].rows(0..<rows)), delta) }
        if case .sparse(let matrix) = samples.form, let cut {
            return (.sparse(matrix, cut, order: order, first: first), delta)
        }
        guard let inputs else { preconditionFailure("dense samples are gathered before gradients are taken") }
        return (.dense(inputs.rows(0..<rows)), delta)
    }
}
