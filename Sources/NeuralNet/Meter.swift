import Kernels
import Outputs
import Tensors

/// Adds up loss and metrics over blocks and batches, always in their order.
struct Meter<S: NetworkScalar> {
    private let measures: [Measure]
    /// Where each measure's sums begin in a block's results; the loss stands in front.
    private let places: [Int]
    private let width: Int
    private var samples = 0
    private var loss = 0.0
    private var sums: [Double]

    init(_ measures: [Measure]) {
        self.measures = measures
        var places = [1]
        for measure in measures {
            let sums = if case .sums(let function, _) = measure { function.sums } else { 1 }
            places.append(places[places.count - 1] + sums)
        }
        self.places = places
        width = places[places.count - 1]
        sums = [Double](repeating: 0, count: width)
    }

    var hasBatchMeasures: Bool { measures.contains { if case .batch = $0 { true } else { false } } }

    /// Runs `work` on each block of a batch, on several threads; it returns the block's loss, and its predictions are
    /// then in the network. Returns the sum of the losses.
    func run(rows: Int, _ network: Network<S>, measured: Bool, work: @escaping (Block) -> Double) -> BatchSums {
        let blocks = Block.count(of: rows, size: network.blockRows)
        let (width, measures, places) = (width, measures, places)
        let results = Results(count: blocks * width)
        Workers.run(pieces: blocks, work: network.work(rows: rows)) { number in
            let block = Block(number, of: rows, size: network.blockRows)
            results[number * width] = work(block)
            guard measured else { return }
            let (outputs, targets) = (network.predictions(block), network.targets(block))
            // Class weights count in the loss alone; masked steps count in neither.
            let weights = network.outputMask == nil ? nil : network.weights(block)
            for (index, measure) in measures.enumerated() {
                guard case .sums(let function, _) = measure else { continue }
                S.add(
                    function, outputs: outputs, targets: targets, weights: weights, to: results,
                    at: number * width + places[index])
            }
        }
        var sums = [Double](repeating: 0, count: width)
        for number in 0..<blocks { for place in 0..<width { sums[place] += results[number * width + place] } }
        return BatchSums(values: sums)
    }

    /// What the blocks of a batch add up to; the loss in front.
    struct BatchSums {
        var values: [Double]
        var loss: Double { values[0] }
    }

    /// Takes a batch's sums into the epoch's. `loss` is the batch's mean loss.
    mutating func add(_ batch: BatchSums, rows: Int, loss: Double) {
        for place in 1..<width { sums[place] += batch.values[place] }
        samples += rows
        self.loss += loss * Double(rows)
    }

    /// Metrics of the notebook's own run on the caller's thread, after the batch.
    mutating func addBatchMeasures(rows: Int, _ network: Network<S>) throws {
        guard hasBatchMeasures else { return }
        let (yTrue, yPred) = (network.targetTensor(rows: rows), network.outputTensor(rows: rows))
        for (index, measure) in measures.enumerated() {
            guard case .batch(let function) = measure else { continue }
            let value = function(yTrue, yPred)
            // A mistake inside the metric ends the training at this batch.
            if let error = Failure.take() { throw error }
            sums[places[index]] += value * Double(rows)
        }
    }

    /// Means over the samples so far.
    var means: [Double] {
        let count = Double(max(samples, 1))
        return [loss / count]
            + measures.enumerated().map { index, measure in
                switch measure {
                case .sums(_, let result): result(Array(sums[places[index]..<places[index + 1]]))
                case .batch: sums[places[index]] / count
                }
            }
    }
}

extension Network {
    /// The outputs of the first `rows` samples, sample by sample.
    func outputTensor(rows: Int) -> Tensor {
        guard let last = nodes.last else { return Tensor.zeros([0, 0]) }
        let matrix = sampleMajor(last.outputs, steps: last.outputSteps, rows: rows)
        return Tensor(matrix, shape: [rows] + last.output)
    }

    /// The targets of the same samples.
    func targetTensor(rows: Int) -> Tensor {
        let perSample = targets.rows * targets.columns / max(self.rows, 1)
        let steps = SampleShape.steps(nodes.last?.output ?? [])
        let matrix = sampleMajor(
            targets.reshaped(rows: self.rows * steps, columns: perSample / max(steps, 1)), steps: steps, rows: rows)
        let output = nodes.last?.output ?? []
        let isWhole = perSample == output.reduce(1, *)
        return Tensor(matrix, shape: isWhole ? [rows] + output : [rows] + output.dropLast() + [1])
    }

    private func sampleMajor(_ source: Matrix<S>, steps: Int, rows: Int) -> Matrix<S> {
        let result = Matrix<S>(rows: rows, columns: source.columns * steps)
        for block in Block.all(of: rows, size: blockRows) {
            S.transpose(
                block.rows(source, steps), steps: steps, to: block.rows(result, 1), steps: 1,
                samples: block.samples.count)
        }
        return result
    }

    /// Sets the gradient by the outputs from a tensor like ``outputTensor(rows:)``.
    func setDelta(_ gradient: Tensor, rows: Int) {
        guard let last = nodes.last else { return }
        let size = last.output.reduce(1, *)
        let source = Matrix<S>(rows: rows, columns: size)
        gradient.copyElements(0..<rows * size, to: source, at: 0)
        for block in Block.all(of: rows, size: blockRows) {
            setDelta(sampleMajor: block.rows(source, 1), block)
        }
    }
}
