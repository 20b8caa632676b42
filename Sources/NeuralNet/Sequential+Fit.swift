import Kernels
import Outputs
public import Tensors

extension Sequential {
    /// Trains on `x` `[samples, features]` and targets `y` (`[samples, outputs]`, or `[samples]` for one output).
    ///
    /// Each epoch goes once over the samples in batches of `batchSize` (the last may be shorter), in a new random order
    /// unless `shuffle` is false, drawn from the notebook's stream. The loss of an epoch is the mean over its samples
    /// while the weights change; after it, `validationData` is evaluated. Training again goes on from the weights there
    /// are. What was reported is returned and displayed, also when training ends early after at least one epoch.
    /// Source: `keras.Model.fit`.
    ///
    /// Errors: a ``NetworkError`` that says which shapes do not fit, or at which batch the loss ceased to be a number.
    @discardableResult
    public func fit(
        _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationData: (Tensor, Tensor)? = nil,
        shuffle: Bool = true
    ) -> History {
        var history = History()
        return Failure.guarded(history) {
            defer { if history.epochs > 0 { Outputs.emit(.display(history.show())) } }
            try train(x, y, epochs, batchSize, validationData, shuffle, &history)
            return history
        }
    }

    /// Loss and metrics on data the network does not learn from. Shapes and errors as for
    /// ``fit(_:_:epochs:batchSize:validationData:shuffle:)``. Source: `keras.Model.evaluate`.
    public func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 512) -> Scores {
        Failure.guarded(Scores(keys: ["loss"], values: [.nan])) {
            guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
            guard let compiled else { throw NetworkError.notCompiled("evaluate") }
            let (samples, targets) = try prepare(x, y, compiled)
            let (loss, metrics) = try Evaluation(stack, samples, targets, batchSize: batchSize).run()
            return Scores(keys: ["loss"] + compiled.metrics.map(\.key), values: [loss] + metrics)
        }
    }

    private func prepare(
        _ x: Tensor, _ y: Tensor, _ compiled: Compiled
    ) throws -> (samples: Samples, targets: Evaluation.Targets) {
        let samples = try Samples(x)
        guard samples.count > 0 else { throw NetworkError.noSamples }
        guard let outputs = stack.last?.units else { throw NetworkError.noLayers }
        let matrix = try samples.targets(y, outputs: outputs, loss: compiled.loss)
        _ = try build(samples.width)
        return (samples, .init(matrix: matrix, loss: compiled.loss, metrics: compiled.metrics))
    }

    private func train(
        _ x: Tensor, _ y: Tensor, _ epochs: Int, _ batchSize: Int, _ validationData: (Tensor, Tensor)?,
        _ shuffle: Bool, _ history: inout History
    ) throws {
        guard epochs > 0 else { throw NetworkError.notPositive("epochs", epochs) }
        guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
        guard let compiled else { throw NetworkError.notCompiled("fit") }
        let (samples, targets) = try prepare(x, y, compiled)
        let validation = try validationData.map { x, y in
            let (samples, targets) = try prepare(x, y, compiled)
            return (samples, Evaluation(stack, samples, targets, batchSize: batchSize))
        }
        history = History(
            names: ["loss"] + compiled.metrics.map(\.key), plannedEpochs: epochs, samples: samples.count,
            validationSamples: validation?.0.count)
        if compiled.rule.keepsMean {
            for parameter in stack.flatMap(\.parameters) where compiled.means[ObjectIdentifier(parameter)] == nil {
                self.compiled?.means[ObjectIdentifier(parameter)] = FloatBuffer(count: parameter.value.count)
            }
        }
        let training = Training(
            stack, samples, targets, batchSize: batchSize, rule: compiled.rule, means: self.compiled?.means ?? [:])
        var progress = FitProgress(batches: training.batches, epochs: epochs)
        var generator = shuffle ? RandomStream.split() : nil
        var order = Array(0..<samples.count)
        for epoch in 1...epochs {
            generator?.shuffle(&order)
            let (loss, metrics) = try training.epoch(epoch, order) {
                progress.finished(batch: $0, epoch: epoch, loss: $1)
            }
            let scores = try validation?.1.run()
            history.append([loss] + metrics, scores.map { [$0.loss] + $0.metrics })
        }
    }
}
