import Kernels
import Outputs
public import Tensors

/// A stack of layers, each one feeding the next. Source: `keras.Sequential`.
///
/// Training computes in float32. Its results are the same bits for every number of threads; a seed of the notebook
/// fixes initial weights and shuffling.
public final class Sequential {
    private(set) var stack: [any TrainableLayer] = []
    var compiled: Compiled?

    /// How the network is to be trained, and what its optimizer remembers.
    struct Compiled {
        let rule: any UpdateRule
        let loss: any LossRule
        let metrics: [any MetricRule]
        /// The running means by parameter.
        var means: [ObjectIdentifier: FloatBuffer] = [:]
    }

    public init() {}

    public init(@LayerBuilder _ layers: () -> [any Layer]) { for layer in layers() { add(layer) } }

    /// Puts a layer on top.
    ///
    /// Errors: ``NetworkError/layerTwice(_:)``, ``NetworkError/notOfTheLibrary(_:)``.
    public func add(_ layer: any Layer) {
        Failure.guarded(()) {
            guard let layer = layer as? any TrainableLayer else {
                throw NetworkError.notOfTheLibrary("\(type(of: layer))")
            }
            if let index = stack.firstIndex(where: { $0 === layer }) { throw NetworkError.layerTwice(place(index)) }
            stack.append(layer)
        }
    }

    public var layers: [any Layer] { stack }

    /// Chooses how to train. Forgets what a former optimizer remembered; the weights stay.
    ///
    /// Errors: ``NetworkError/metricTwice(_:)``, ``NetworkError/notOfTheLibrary(_:)``.
    public func compile(optimizer: any Optimizer, loss: any Loss, metrics: [any Metric] = []) {
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
            var keys: Set<String> = ["loss"]
            for metric in metrics where !keys.insert(metric.key).inserted { throw NetworkError.metricTwice(metric.key) }
            compiled = Compiled(rule: rule, loss: loss, metrics: metrics)
        }
    }

    /// The outputs for `x` `[samples, features]`: float32 `[samples, outputs]`. `batchSize` does not change them.
    ///
    /// Errors: ``NetworkError/noLayers``, ``NetworkError/inputShape(_:)``,
    /// ``NetworkError/inputWidth(layer:expected:found:)``.
    public func predict(_ x: Tensor, batchSize: Int = 512) -> Tensor {
        Failure.guarded(Tensor.zeros([0, 0], dtype: .float32)) {
            guard batchSize > 0 else { throw NetworkError.notPositive("batchSize", batchSize) }
            let samples = try Samples(x)
            let outputs = try build(samples.width)
            var values: [Float] = []
            values.reserveCapacity(samples.count * outputs)
            _ = try Evaluation(stack, samples, nil, batchSize: batchSize).run { values += $0.array }
            return Tensor(float32: values, shape: [samples.count, outputs])
        }
    }

    /// Makes the layers' weights for inputs of a width, or checks that they fit; returns the number of outputs.
    func build(_ width: Int) throws -> Int {
        guard let last = stack.last else { throw NetworkError.noLayers }
        var width = width
        for (index, layer) in stack.enumerated() {
            if let expected = layer.inputWidth, expected != width {
                throw NetworkError.inputWidth(layer: place(index), expected: expected, found: width)
            }
            guard width > 0 else { throw NetworkError.inputWidth(layer: place(index), expected: 1, found: 0) }
            layer.build(inputWidth: width)
            width = layer.units
        }
        return last.units
    }

    /// A layer as messages name it.
    private func place(_ index: Int) -> NetworkError.Place {
        .init(index: index, kind: stack[index].kind, units: stack[index].units)
    }
}
