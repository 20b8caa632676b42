import Kernels
import Outputs
public import Tensors

extension Sequential {
    /// Trains on `x` `[samples, …]` and targets `y` (`[samples, …, outputs]`, `[samples]` for one output or class numbers).
    ///
    /// Each epoch goes once over the samples in batches of `batchSize` (the last may be shorter), in a new random order
    /// unless `shuffle` is false, drawn from the notebook's stream. The loss of an epoch is the mean over its samples
    /// while the weights change; after it, `validationData` is evaluated, or the last part of the samples that
    /// `validationSplit` (a share) sets aside before shuffling. `classWeight` says how much samples of a class count in
    /// the loss; classes that it does not name count 1. Training again goes on from the weights there are. What was
    /// reported is returned and, if `verbose`, displayed, also when training ends early after at least one epoch.
    /// Source: `keras.Model.fit`.
    ///
    /// Errors: a ``NetworkError`` that says which shapes do not fit, or at which batch the loss ceased to be a number.
    @discardableResult
    public func fit(
        _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationData: (Tensor, Tensor)? = nil,
        validationSplit: Double = 0, shuffle: Bool = true, classWeight: [Int: Double]? = nil,
        callbacks: [any Callback] = [], verbose: Bool = true
    ) -> History {
        var history = History()
        return Failure.guarded(history) {
            defer { if verbose, history.epochs > 0 { Outputs.emit(.display(history.show())) } }
            guard epochs > 0 else { throw NetworkError.notPositive("epochs", epochs) }
            guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
            guard compiled != nil else { throw NetworkError.notCompiled("fit") }
            var plan = FitPlan(
                x: x, y: y, validation: validationData, epochs: epochs, batchSize: batchSize, shuffles: shuffle,
                classWeight: classWeight, callbacks: [])
            plan.callbacks = try callbacks.map { callback in
                guard let rule = callback as? any CallbackRule else {
                    throw NetworkError.notOfTheLibrary("\(type(of: callback))")
                }
                return rule
            }
            if validationSplit != 0, validationData == nil { try plan.split(validationSplit) }
            if dtype == .float64 {
                try train(plan, Double.self, &history)
            } else {
                try train(plan, Float.self, &history)
            }
            return history
        }
    }

    /// Loss and metrics on data the network does not learn from. Shapes and errors as for `fit`.
    /// Source: `keras.Model.evaluate`.
    public func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 32) -> Scores {
        Failure.guarded(Scores(keys: ["loss"], values: [.nan])) {
            guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
            guard let compiled else { throw NetworkError.notCompiled("evaluate") }
            let values =
                dtype == .float64
                ? try evaluation(x, y, batchSize, compiled, Double.self).run()
                : try evaluation(x, y, batchSize, compiled, Float.self).run()
            return Scores(keys: ["loss"] + compiled.metrics.map(\.key), values: values)
        }
    }

    /// The gradients of the mean loss by all weights, in their order, as a training would use them: for tests.
    package func gradients(_ x: Tensor, _ y: Tensor, classWeight: [Int: Double]? = nil) -> [Tensor] {
        Failure.guarded([]) {
            guard let compiled else { throw NetworkError.notCompiled("gradients") }
            return dtype == .float64
                ? try gradients(x, y, classWeight, compiled, Double.self)
                : try gradients(x, y, classWeight, compiled, Float.self)
        }
    }

    private func gradients<S: NetworkScalar>(
        _ x: Tensor, _ y: Tensor, _ classWeight: [Int: Double]?, _ compiled: Compiled, _ type: S.Type
    ) throws -> [Tensor] {
        let (samples, targets, measures) = try prepare(x, y, compiled, classWeight)
        // A step of length zero leaves the gradients behind and moves nothing.
        let training = Training<S>(
            stack, samples, targets, loss: compiled.loss, measures: measures, batchSize: samples.count,
            memory: OptimizerMemory(SGD(learningRate: 0)))
        var masks = Xoshiro256(seed: 0)
        _ = try training.epoch(1, Array(0..<samples.count), &masks) { _, _ in }
        return stack.flatMap(\.parameters).map(\.gradientTensor)
    }

    /// The shape of one output for samples like those of `x`; makes the weights.
    package func outputShape(x: Tensor) -> [Int] {
        Failure.guarded([]) { try build(Array(x.shape.dropFirst())) }
    }

    private func evaluation<S: NetworkScalar>(
        _ x: Tensor, _ y: Tensor, _ batchSize: Int, _ compiled: Compiled, _ type: S.Type
    ) throws -> Evaluation<S> {
        let (samples, targets, measures) = try prepare(x, y, compiled, nil)
        return Evaluation(
            stack, samples, targets, loss: compiled.loss, measures: measures, batchSize: batchSize)
    }

    private func prepare(
        _ x: Tensor, _ y: Tensor, _ compiled: Compiled, _ classWeight: [Int: Double]?
    ) throws -> (samples: Samples, targets: Targets, measures: [Measure]) {
        let samples = try read(x)
        guard samples.count > 0 else { throw NetworkError.noSamples }
        let output = try build(samples.shape)
        try checkLastLayer(compiled.loss, output: output)
        var targets = try Targets(
            y, samples: samples.count, output: output, loss: compiled.loss,
            weights: classWeight.map { weights in Self.classes(y).map { weights[$0] ?? 1 } })
        if keepsMask(output), let embedding = stack.first(where: { !$0.isShapeOnly }) as? Embedding, embedding.maskZero
        {
            let (numbers, length) = (x.doubles(), samples.size)
            targets.realSteps = (0..<samples.count).map { row in
                numbers[row * length..<(row + 1) * length].count { $0 != 0 }
            }
        }
        let isSparse = compiled.loss.isSparse || (targets.columns == 1 && (output.last ?? 1) > 1)
        let measures = compiled.metrics.map { $0.measure(outputs: output.last ?? 1, isSparse: isSparse) }
        return (samples, targets, measures)
    }

    /// Whether the network puts out sequences whose padding is not to count.
    private func keepsMask(_ output: [Int]) -> Bool {
        output.count > 1 && stack.allSatisfy { !($0 is Flatten || $0 is Reshape) }
    }

    /// The class of each sample: its number, or the place of the largest target.
    private static func classes(_ y: Tensor) -> [Int] {
        let width = y.shape.dropFirst().reduce(1, *)
        let values = y.doubles()
        return (0..<(y.shape.first ?? 0)).map { row in
            // What is no class number belongs to no class.
            if width == 1 { return Int(exactly: values[row].rounded()) ?? -1 }
            let part = values[row * width..<(row + 1) * width]
            return (part.indices.max { part[$0] < part[$1] } ?? part.startIndex) - part.startIndex
        }
    }

    private func train<S: NetworkScalar>(_ plan: FitPlan, _ type: S.Type, _ history: inout History) throws {
        guard let compiled else { throw NetworkError.notCompiled("fit") }
        let (samples, targets, measures) = try prepare(plan.x, plan.y, compiled, plan.classWeight)
        let validation: Evaluation<S>? = try plan.validation.map { x, y in
            do {
                return try evaluation(x, y, plan.batchSize, compiled, type)
            } catch let error as NetworkError {
                throw NetworkError.inValidation(error)
            }
        }
        let recordsRate = plan.callbacks.contains(where: \.recordsLearningRate)
        history = History(
            names: ["loss"] + compiled.metrics.map(\.key), hasLearningRate: recordsRate, plannedEpochs: plan.epochs,
            samples: samples.count, validationSamples: plan.validation?.0.shape.first)
        let training = Training<S>(
            stack, samples, targets, loss: compiled.loss, measures: measures, batchSize: plan.batchSize,
            memory: compiled.memory)
        var progress = FitProgress(batches: training.batches, epochs: plan.epochs)
        var generator = plan.shuffles ? RandomStream.split() : nil
        var masks = stack.contains(where: \.drawsMasks) ? RandomStream.split() : Xoshiro256(seed: 0)
        var order = Array(0..<samples.count)
        stopTraining = false
        for callback in plan.callbacks { callback.begin(self) }
        defer { for callback in plan.callbacks { callback.end(self) } }
        for epoch in 1...plan.epochs {
            for callback in plan.callbacks { try callback.epochBegins(epoch - 1, self) }
            generator?.shuffle(&order)
            let rate = learningRate
            let scores: [Double]
            do {
                scores = try training.epoch(epoch, order, &masks) {
                    progress.finished(batch: $0, epoch: epoch, loss: $1)
                }
            } catch let error as NetworkError {
                // Data that was never finite is the nearer reason.
                if case .lossNotFinite = error { try plan.checkFinite() }
                throw error
            }
            history.append(scores, try validation?.run(), learningRate: rate)
            for callback in plan.callbacks { try callback.epochEnded(epoch - 1, history.last, self) }
            if stopTraining { break }
        }
    }
}

/// What a call of `fit` asks for.
struct FitPlan {
    var x, y: Tensor
    var validation: (Tensor, Tensor)?
    let epochs, batchSize: Int
    let shuffles: Bool
    let classWeight: [Int: Double]?
    var callbacks: [any CallbackRule]

    /// Errors: ``NetworkError/notFinite(_:value:row:)``.
    func checkFinite() throws {
        for (name, data) in [("x", x), ("y", y)] where !data.isSparse {
            let size = max(1, data.shape.dropFirst().reduce(1, *))
            if let (place, value) = data.doubles().enumerated().first(where: { !$0.element.isFinite }) {
                throw NetworkError.notFinite(name, value: value, row: place / size)
            }
        }
    }

    /// Sets the last part of the samples aside.
    mutating func split(_ share: Double) throws {
        guard share > 0, share < 1 else { throw NetworkError.shareOutOfRange("validationSplit", share) }
        let count = x.shape.first ?? 0
        guard y.shape.first == count else { throw NetworkError.sampleCounts(x: count, y: y.shape.first ?? 0) }
        let kept = Int((Double(count) * (1 - share)).rounded(.down))
        guard kept > 0, kept < count else { throw NetworkError.emptySplit(share: share, samples: count) }
        validation = (x[kept...], y[kept...])
        (x, y) = (x[..<kept], y[..<kept])
    }
}
