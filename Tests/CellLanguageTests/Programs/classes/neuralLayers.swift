// A small network of layer objects trained by back-propagation, its weights from a generator of our own.
final class Generator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31) * 2 - 1
    }
}

class Layer {
    var name: String { "layer" }
    var parameterCount: Int { 0 }
    init() {}
    func forward(_ x: [Double]) -> [Double] { x }
    func backward(_ gradient: [Double]) -> [Double] { gradient }
    func update(rate: Double) {}
}

final class Dense: Layer {
    private var weights: [[Double]]
    private var bias: [Double]
    private var input: [Double] = []
    private var weightGradient: [[Double]]
    private var biasGradient: [Double]

    init(_ inputs: Int, _ outputs: Int, _ random: Generator) {
        weights = (0..<outputs).map { _ in (0..<inputs).map { _ in random.next() } }
        bias = Array(repeating: 0, count: outputs)
        weightGradient = weights.map { $0.map { _ in 0 } }
        biasGradient = bias
    }

    override var name: String { "dense \(weights[0].count)->\(weights.count)" }
    override var parameterCount: Int { weights.count * weights[0].count + bias.count }

    override func forward(_ x: [Double]) -> [Double] {
        input = x
        return zip(weights, bias).map { row, b in zip(row, x).reduce(b) { $0 + $1.0 * $1.1 } }
    }

    override func backward(_ gradient: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: input.count)
        for (o, g) in gradient.enumerated() {
            biasGradient[o] += g
            for i in input.indices {
                weightGradient[o][i] += g * input[i]
                result[i] += g * weights[o][i]
            }
        }
        return result
    }

    override func update(rate: Double) {
        for o in weights.indices {
            for i in weights[o].indices { weights[o][i] -= rate * weightGradient[o][i] }
            bias[o] -= rate * biasGradient[o]
            weightGradient[o] = weightGradient[o].map { _ in 0 }
        }
        biasGradient = biasGradient.map { _ in 0 }
    }
}

class Elementwise: Layer {
    private var output: [Double] = []
    func apply(_ x: Double) -> Double { x }
    func slope(fromOutput y: Double) -> Double { 1 }

    final override func forward(_ x: [Double]) -> [Double] {
        output = x.map(apply)
        return output
    }
    final override func backward(_ gradient: [Double]) -> [Double] {
        zip(gradient, output).map { $0 * slope(fromOutput: $1) }
    }
}
final class Sigmoid: Elementwise {
    override var name: String { "sigmoid" }
    override func apply(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    override func slope(fromOutput y: Double) -> Double { y * (1 - y) }
}
final class Tanh: Elementwise {
    override var name: String { "tanh" }
    override func apply(_ x: Double) -> Double { tanh(x) }
    override func slope(fromOutput y: Double) -> Double { 1 - y * y }
}

final class Sequential: Layer {
    let layers: [Layer]
    init(_ layers: [Layer]) { self.layers = layers }
    override var name: String { layers.map { $0.name }.joined(separator: " | ") }
    override var parameterCount: Int { layers.map { $0.parameterCount }.reduce(0, +) }
    override func forward(_ x: [Double]) -> [Double] { layers.reduce(x) { $1.forward($0) } }
    override func backward(_ g: [Double]) -> [Double] { layers.reversed().reduce(g) { $1.backward($0) } }
    override func update(rate: Double) { layers.forEach { $0.update(rate: rate) } }
}

let random = Generator(seed: 2024)
let model = Sequential([Sequential([Dense(2, 6, random), Tanh()]), Dense(6, 1, random), Sigmoid()])
print(model.name, model.parameterCount)  // expect: dense 2->6 | tanh | dense 6->1 | sigmoid 25

let samples: [(x: [Double], y: Double)] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
func loss() -> Double {
    samples.map { sample in
        let p = model.forward(sample.x)[0]
        return sample.y == 1 ? -log(p) : -log(1 - p)
    }.reduce(0, +)
}
let start = loss()
for _ in 1...1000 {
    for (x, y) in samples {
        let p = model.forward(x)[0]
        _ = model.backward([(p - y) / (p * (1 - p))])
    }
    model.update(rate: 0.3)
}
print(loss() < start, loss() < 0.2)  // expect: true true
print(samples.map { Int(model.forward($0.x)[0].rounded()) })  // expect: [0, 1, 1, 0]
