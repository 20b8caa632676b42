// A small network of sigmoid units learning XOR by backpropagation, with a seeded generator.
struct Generator {
    private var state: UInt32
    init(seed: UInt32) { state = seed }
    mutating func uniform(_ low: Double, _ high: Double) -> Double {
        state = state &* 1_103_515_245 &+ 12_345
        return low + (high - low) * Double(state >> 8) / Double(1 << 24)
    }
}
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
struct Layer {
    var weights: [[Double]]
    var biases: [Double]
    init(inputs: Int, outputs: Int, using generator: inout Generator) {
        weights = []
        for _ in 0..<outputs { weights.append((0..<inputs).map { _ in 0 }) }
        for j in 0..<outputs { for i in 0..<inputs { weights[j][i] = generator.uniform(-1, 1) } }
        biases = Array(repeating: 0, count: outputs)
    }
    func forward(_ x: [Double]) -> [Double] {
        zip(weights, biases).map { row, bias in sigmoid(zip(row, x).map(*).reduce(bias, +)) }
    }
    mutating func update(_ input: [Double], _ delta: [Double], rate: Double) -> [Double] {
        var back = [Double](repeating: 0, count: input.count)
        for j in delta.indices {
            for i in input.indices {
                back[i] += weights[j][i] * delta[j]
                weights[j][i] -= rate * delta[j] * input[i]
            }
            biases[j] -= rate * delta[j]
        }
        return back
    }
}
struct Network {
    var layers: [Layer]
    init(_ sizes: [Int], seed: UInt32) {
        var generator = Generator(seed: seed)
        layers = []
        for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
            layers.append(Layer(inputs: inputs, outputs: outputs, using: &generator))
        }
    }
    func predict(_ x: [Double]) -> [Double] { layers.reduce(x) { $1.forward($0) } }
    mutating func train(_ x: [Double], _ target: [Double], rate: Double) -> Double {
        var activations = [x]
        for layer in layers { activations.append(layer.forward(activations[activations.count - 1])) }
        let output = activations.last!
        var error = zip(output, target).map { $0 - $1 }
        let loss = error.map { $0 * $0 }.reduce(0, +)
        for index in layers.indices.reversed() {
            let delta = zip(error, activations[index + 1]).map { $0 * $1 * (1 - $1) }
            error = layers[index].update(activations[index], delta, rate: rate)
        }
        return loss
    }
    var parameters: Int { layers.reduce(0) { $0 + $1.biases.count + $1.weights.reduce(0) { $0 + $1.count } } }
}
let data: [(x: [Double], y: [Double])] = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
var network = Network([2, 4, 1], seed: 11)
print("매개변수", network.parameters)  // expect: 매개변수 17
var first = 0.0, last = 0.0
for epoch in 1...4000 {
    let loss = data.reduce(0) { $0 + network.train($1.x, $1.y, rate: 1) } / 4
    if epoch == 1 { first = loss }
    last = loss
}
print(String(format: "%.3f", first), last < 0.01, last < first / 10)  // expect: 0.303 true true
for (x, y) in data {
    let output = network.predict(x)[0]
    print(x.map { Int($0) }, Int(y[0]), output > 0.5 ? 1 : 0, abs(output - y[0]) < 0.15)
}  // expect: [0, 0] 0 0 true
// expect: [0, 1] 1 1 true
// expect: [1, 0] 1 1 true
// expect: [1, 1] 0 0 true
func numericalSlope(_ network: Network, _ layer: Int, _ j: Int, _ i: Int) -> Double {
    func loss(_ shift: Double) -> Double {
        var copy = network
        copy.layers[layer].weights[j][i] += shift
        return data.map { pow(copy.predict($0.x)[0] - $0.y[0], 2) }.reduce(0, +)
    }
    return (loss(1e-5) - loss(-1e-5)) / 2e-5
}
var fresh = Network([2, 4, 1], seed: 5)
let before = fresh.layers[1].weights[0][2]
let slope = numericalSlope(fresh, 1, 0, 2)
var single = fresh, moved = 0.0
for (x, y) in data {
    var copy = fresh
    _ = copy.train(x, y, rate: 0.001)
    moved += copy.layers[1].weights[0][2] - before
}
print(abs(moved / -0.001 * 2 - slope) < 1e-4, single.train([1, 1], [0], rate: 0) == pow(fresh.predict([1, 1])[0], 2))  // expect: true true
