package import Keeping
import Kernels
import Outputs
public import Tensors

/// A stack of layers, each one feeding the next. Source: `keras.Sequential`.
///
/// Training computes in float32, or in float64 if the network is made so. Its results are the same bits for every number
/// of threads; a seed of the notebook fixes initial weights, shuffling and what is dropped.
public final class Sequential {
    private(set) var stack: [LibraryLayer] = []
    var compiled: Compiled?
    /// The type that the network computes with: float32 or float64.
    public let dtype: DType
    /// Ends a training after the epoch in which it becomes true.
    public var stopTraining = false

    /// How the network is to be trained, and what its optimizer remembers.
    struct Compiled {
        let memory: OptimizerMemory
        let loss: any LossRule
        let metrics: [any MetricRule]
    }

    /// Errors: ``NetworkError/precision(_:)`` for other types than float32 and float64.
    public init(dtype: DType = .float32) {
        self.dtype = dtype == .float64 ? .float64 : .float32
        if dtype != self.dtype { Failure.raise(NetworkError.precision(dtype), ()) }
    }

    public convenience init(dtype: DType = .float32, @LayerBuilder _ layers: () -> [any Layer]) {
        self.init(dtype: dtype)
        for layer in layers() { add(layer) }
    }

    /// Puts a layer on top. Layers that know the shape of their inputs get their weights at once.
    ///
    /// Errors: ``NetworkError/layerTwice(_:)``, ``NetworkError/notOfTheLibrary(_:)``, and those of shapes.
    public func add(_ layer: any Layer) {
        Failure.guarded(()) {
            let new: LibraryLayer
            switch layer {
            case let activation as Activation: new = ActivationLayer(activation)
            case let layer as LibraryLayer: new = layer
            default: throw NetworkError.notOfTheLibrary("\(type(of: layer))")
            }
            if let index = stack.firstIndex(where: { $0 === new }) { throw NetworkError.layerTwice(place(index)) }
            new.name = uniqueName(new.kind)
            stack.append(new)
            if let shape = stack[0].inputShape ?? stack[0].declaredInput { _ = try build(shape) }
        }
    }

    /// As Keras names layers: dense, dense_1, simple_rnn.
    private func uniqueName(_ kind: String) -> String {
        var base = ""
        var before: Character?
        for character in kind {
            if character.isUppercase, let before, before.isLowercase { base.append("_") }
            base.append(contentsOf: character.lowercased())
            before = character
        }
        base = ["leaky_re_lu": "leaky_relu", "pre_lu": "prelu", "simple_rnn": "simple_rnn"][base] ?? base
        let number = stack.count(where: { $0.kind == kind })
        return number == 0 ? base : "\(base)_\(number)"
    }

    /// The layers from the first to the last.
    public var layers: [any Layer] {
        stack.map { layer -> any Layer in
            if let layer = layer as? ActivationLayer { layer.activation } else { layer }
        }
    }

    /// All layers' weights, from the first layer to the last.
    public var weights: [Tensor] { stack.flatMap(\.weights) }

    /// Takes over weights in the order of ``weights``.
    ///
    /// Errors: ``NetworkError/weightShapes(expected:found:)``.
    public func setWeights(_ weights: [Tensor]) {
        Failure.guarded(()) {
            let expected = self.weights.map(\.shape)
            guard weights.map(\.shape) == expected else {
                throw NetworkError.weightShapes(expected: expected, found: weights.map(\.shape))
            }
            var rest = weights[...]
            for layer in stack {
                let count = layer.weights.count
                layer.setWeights(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
        }
    }

    func copyWeights() -> [[Double]] { weights.map { $0.doubles() } }

    func restoreWeights(_ values: [[Double]]) {
        setWeights(zip(weights, values).map { Tensor($1).reshaped($0.shape) })
    }

    /// Chooses how to train. Forgets what a former optimizer remembered; the weights stay.
    ///
    /// Errors: ``NetworkError/metricTwice(_:)``, ``NetworkError/notOfTheLibrary(_:)``,
    /// ``NetworkError/negativeNumber(_:_:)`` for the learning rate.
    public func compile(optimizer: any Optimizer = .rmsprop, loss: any Loss, metrics: [any Metric] = []) {
        Failure.guarded(()) {
            guard let rule = optimizer as? any UpdateRule else {
                throw NetworkError.notOfTheLibrary("\(type(of: optimizer))")
            }
            guard let loss = loss as? any LossRule else { throw NetworkError.notOfTheLibrary("\(type(of: loss))") }
            let metrics = try metrics.map { metric in
                guard let metric = metric as? any MetricRule else {
                    throw NetworkError.notOfTheLibrary("\(type(of: metric))")
                }
                return metric
            }
            var keys: Set<String> = ["loss", "learning_rate"]
            for metric in metrics where !keys.insert(metric.key).inserted { throw NetworkError.metricTwice(metric.key) }
            guard rule.startRate >= 0, rule.startRate.isFinite else {
                throw NetworkError.negativeNumber("learningRate", rule.startRate)
            }
            compiled = Compiled(memory: OptimizerMemory(rule), loss: loss, metrics: metrics)
        }
    }

    /// The optimizer's learning rate, which may be changed between trainings and by callbacks.
    ///
    /// Errors: ``NetworkError/notCompiled(_:)``, ``NetworkError/negativeNumber(_:_:)``.
    public var learningRate: Double {
        get { compiled?.memory.learningRate ?? Failure.raise(NetworkError.notCompiled("learningRate"), .nan) }
        set {
            guard let compiled else { return Failure.raise(NetworkError.notCompiled("learningRate"), ()) }
            guard newValue >= 0, newValue.isFinite else {
                return Failure.raise(NetworkError.negativeNumber("learningRate", newValue), ())
            }
            compiled.memory.learningRate = newValue
        }
    }

    /// The outputs for `x` `[samples, …]`: `[samples, …]` in the network's type. `batchSize` does not change them.
    ///
    /// Errors: ``NetworkError/noLayers``, ``NetworkError/inputShape(_:)`` and its neighbours.
    public func predict(_ x: Tensor, batchSize: Int = 32) -> Tensor {
        Failure.guarded(Tensor.zeros([0, 0], dtype: dtype)) {
            guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
            return dtype == .float64 ? try outputs(x, batchSize, Double.self) : try outputs(x, batchSize, Float.self)
        }
    }

    private func outputs<S: NetworkScalar>(_ x: Tensor, _ batchSize: Int, _ type: S.Type) throws -> Tensor {
        let samples = try read(x)
        let output = try build(samples.shape)
        var parts: [Tensor] = []
        _ = try Evaluation<S>(stack, samples, nil, loss: nil, measures: [], batchSize: batchSize).run {
            parts.append($0)
        }
        return Tensor(joining: parts, rowShape: output, dtype: dtype)
    }

    /// `x` as the network reads it, with its shape and values checked.
    func read(_ x: Tensor) throws -> Samples {
        guard let first = stack.first(where: { !$0.isShapeOnly }) ?? stack.first else { throw NetworkError.noLayers }
        let samples = try Samples(x, allowsSparse: dtype == .float32 && first is Dense)
        if let embedding = first as? Embedding { try check(embedding, x) }
        return samples
    }

    private func check(_ embedding: Embedding, _ x: Tensor) throws {
        let size = max(1, x.shape.dropFirst().reduce(1, *))
        for (place, value) in x.doubles().enumerated()
        where !(value >= 0 && value < Double(embedding.inputDimension)) || value != value.rounded(.down) {
            let index = stack.firstIndex { $0 === embedding } ?? 0
            throw NetworkError.indexRange(
                layer: self.place(index), value: value, count: embedding.inputDimension, row: place / size)
        }
    }

    /// Makes the layers' weights for samples of a shape, or checks that they fit; returns the shape of an output.
    @discardableResult
    func build(_ shape: [Int]) throws -> [Int] {
        guard !stack.isEmpty else { throw NetworkError.noLayers }
        var shape = shape
        for (index, layer) in stack.enumerated() {
            do {
                if index == 0, let declared = layer.declaredInput, declared != shape {
                    throw LayerShapeError.rank(expected: declared.map(String.init).joined(separator: ", "))
                }
                let output = try layer.outputShape(shape)
                try layer.build(shape, dtype: dtype)
                if let parameter = layer.parameters.first, parameter.dtype != dtype {
                    throw NetworkError.otherPrecision(place(index))
                }
                shape = output
            } catch let error as LayerShapeError {
                throw sequenceNeeded(error, index, shape) ?? networkError(error, index, shape)
            }
        }
        return shape
    }

    private func networkError(_ error: LayerShapeError, _ index: Int, _ shape: [Int]) -> NetworkError {
        switch error {
        case .rank(let expected): .layerInput(layer: place(index), expected: "[samples, \(expected)]", found: shape)
        case .width(let expected): .inputWidth(layer: place(index), expected: expected, found: shape.last ?? 0)
        case .reshape(let target): .layerReshape(layer: place(index), from: shape, to: target)
        case .message(let error): error
        }
    }

    /// A layer wants a sequence and stands above a recurrent one that keeps it for itself.
    private func sequenceNeeded(_ error: LayerShapeError, _ index: Int, _ shape: [Int]) -> NetworkError? {
        guard case .rank = error, shape.count == 1, stack[index].isRecurrent else { return nil }
        let below = stack[..<index].lastIndex { !($0 is Dropout || $0 is ActivationLayer) }
        guard let below, stack[below].isRecurrent else { return nil }
        return .sequenceNeeded(layer: place(index), below: place(below), found: shape)
    }

    /// Errors: ``NetworkError/lastActivation(loss:layer:activation:advice:)``, ``NetworkError/softmaxOfOne(_:)``.
    func checkLastLayer(_ loss: any LossRule, output: [Int]) throws {
        guard let last = stack.last, let activation = last.outputActivation else { return }
        let place = place(stack.count - 1)
        if activation == .softmax, output.last == 1, loss.readsProbabilities { throw NetworkError.softmaxOfOne(place) }
        guard loss.readsProbabilities, [.linear, .tanh].contains(activation) else { return }
        throw NetworkError.lastActivation(
            loss: loss.title, layer: place, activation: "\(activation)",
            advice: loss is BinaryCrossentropy ? "sigmoid" : "softmax")
    }

    /// A layer as messages name it.
    private func place(_ index: Int) -> NetworkError.Place {
        .init(index: index, kind: stack[index].kind, units: stack[index].unitCount)
    }
}

/// With its weights, and with what its optimizer remembers.
extension Sequential: Keepable {
    package static var isPlainValue: Bool { false }

    package func keep(in writer: KeptWriter) throws {
        try writer.object(self) { _ in
            try writer.plain(dtype)
            try writer.bool(stopTraining)
            try writer.list(stack) { try LayerKeeping.keep($0, in: writer) }
            try writer.optional(compiled) { compiled in
                try compiled.memory.keep(stack.flatMap(\.parameters), in: writer)
                try RuleKeeping.keep(compiled.loss, in: writer)
                try writer.list(compiled.metrics) { try RuleKeeping.keep($0, in: writer) }
            }
        }
    }

    package static func restored(from reader: KeptReader) throws -> Sequential {
        try reader.object {
            let model = Sequential(dtype: try reader.plain())
            model.stopTraining = try reader.bool()
            model.stack = try reader.list { try LayerKeeping.layer(from: reader) }
            model.compiled = try reader.optional {
                Compiled(
                    memory: try OptimizerMemory.restored(model.stack.flatMap(\.parameters), from: reader),
                    loss: try RuleKeeping.loss(from: reader),
                    metrics: try reader.list { try RuleKeeping.metric(from: reader) })
            }
            return model
        }
    }
}
