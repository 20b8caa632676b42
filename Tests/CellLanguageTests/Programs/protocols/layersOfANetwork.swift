// Layers as a protocol: a network is an array of `any Layer`, shapes checked, parameters counted, trained in place.
protocol Layer {
    var name: String { get }
    var parameterCount: Int { get }
    func outputSize(for inputs: Int) -> Int?
    mutating func forward(_ x: [Double]) -> [Double]
    mutating func backward(_ gradient: [Double], rate: Double) -> [Double]
}

extension Layer {
    var name: String { "\(Self.self)" }
    var parameterCount: Int { 0 }
    func outputSize(for inputs: Int) -> Int? { inputs }
}

struct Linear: Layer {
    var weights: [[Double]]
    var bias: [Double]
    private var input: [Double] = []

    init(weights: [[Double]]) {
        self.weights = weights
        bias = weights.map { _ in 0 }
    }

    var parameterCount: Int { weights.reduce(bias.count) { $0 + $1.count } }
    func outputSize(for inputs: Int) -> Int? { inputs == weights[0].count ? weights.count : nil }

    mutating func forward(_ x: [Double]) -> [Double] {
        input = x
        return zip(weights, bias).map { row, b in zip(row, x).map { $0 * $1 }.reduce(b, +) }
    }

    mutating func backward(_ gradient: [Double], rate: Double) -> [Double] {
        let result = input.indices.map { i in zip(gradient, weights).map { $0 * $1[i] }.reduce(0, +) }
        for (o, g) in gradient.enumerated() {
            for (i, x) in input.enumerated() { weights[o][i] -= rate * g * x }
            bias[o] -= rate * g
        }
        return result
    }
}

struct ReLU: Layer {
    private var mask: [Bool] = []
    mutating func forward(_ x: [Double]) -> [Double] {
        mask = x.map { $0 > 0 }
        return x.map { max($0, 0) }
    }
    mutating func backward(_ gradient: [Double], rate: Double) -> [Double] {
        zip(gradient, mask).map { $1 ? $0 : 0 }
    }
}

struct Scale: Layer {
    let factor: Double
    var name: String { "x\(factor)" }
    func forward(_ x: [Double]) -> [Double] { x.map { $0 * factor } }
    func backward(_ gradient: [Double], rate: Double) -> [Double] { gradient.map { $0 * factor } }
}

struct Sequential: Layer {
    var layers: [any Layer]

    var name: String { "[" + layers.map { $0.name }.joined(separator: ", ") + "]" }
    var parameterCount: Int { layers.map(\.parameterCount).reduce(0, +) }
    func outputSize(for inputs: Int) -> Int? {
        layers.reduce(inputs) { size, layer in size.flatMap { layer.outputSize(for: $0) } }
    }

    mutating func forward(_ x: [Double]) -> [Double] {
        var x = x
        for i in layers.indices { x = layers[i].forward(x) }
        return x
    }

    mutating func backward(_ gradient: [Double], rate: Double) -> [Double] {
        var gradient = gradient
        for i in layers.indices.reversed() { gradient = layers[i].backward(gradient, rate: rate) }
        return gradient
    }
}

var model = Sequential(layers: [
    Linear(weights: [[0.5, -0.5], [-0.25, 1]]), ReLU(), Sequential(layers: [Scale(factor: 2)]), Linear(weights: [[1, 1]]),
])
print(model.name, model.parameterCount)  // expect: [Linear, ReLU, [x2.0], Linear] 9
print(model.outputSize(for: 2) ?? -1, model.outputSize(for: 3) == nil)  // expect: 1 true
print(model.forward([1, 2]))  // expect: [3.5]

let data: [([Double], Double)] = [([0, 0], 0), ([1, 0], 1), ([0, 1], 1), ([1, 1], 2), ([2, 1], 3)]
func loss(_ model: inout some Layer) -> Double {
    data.map { x, y in
        let error = model.forward(x)[0] - y
        return error * error
    }.reduce(0, +)
}
let untrained = model
let before = loss(&model)
for _ in 0..<400 {
    for (x, y) in data {
        let error = model.forward(x)[0] - y
        _ = model.backward([error], rate: 0.02)
    }
}
let after = loss(&model)
print(String(format: "%.4f", before), after < 0.01)  // expect: 2.2500 true
var copy = untrained
print(loss(&copy) == before, model.layers.map { $0 is Linear })  // expect: true [true, false, false, true]
if let first = model.layers[0] as? Linear { print(first.weights.count, first.bias.allSatisfy { $0 != 0 }) }
// expect: 2 true
