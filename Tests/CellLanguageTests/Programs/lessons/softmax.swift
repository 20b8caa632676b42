// Softmax and cross-entropy worked through with numbers: stability, temperature, gradients.
func softmax(_ z: [Double], temperature: Double = 1) -> [Double] {
    let highest = z.max() ?? 0
    let e = z.map { exp(($0 - highest) / temperature) }
    let sum = e.reduce(0, +)
    return e.map { $0 / sum }
}
func rounded(_ values: [Double], _ places: Int = 4) -> String {
    values.map { String(format: "%.\(places)f", $0) }.joined(separator: " ")
}
let logits = [2.0, 1.0, 0.1]
print(rounded(softmax(logits)), abs(softmax(logits).reduce(0, +) - 1) < 1e-12)  // expect: 0.6590 0.2424 0.0986 true
print(rounded(softmax(logits.map { $0 + 1000 })), rounded(softmax([1000, 0])), rounded(softmax([0, 0, 0])))  // expect: 0.6590 0.2424 0.0986 1.0000 0.0000 0.3333 0.3333 0.3333
for temperature in [0.1, 0.5, 1, 5] { print(temperature, rounded(softmax(logits, temperature: temperature), 3)) }  // expect: 0.1 1.000 0.000 0.000
// expect: 0.5 0.864 0.117 0.019
// expect: 1.0 0.659 0.242 0.099
// expect: 5.0 0.400 0.327 0.273
func crossEntropy(_ p: [Double], label: Int) -> Double { -log(max(p[label], 1e-15)) }
for label in logits.indices { print(label, String(format: "%.4f", crossEntropy(softmax(logits), label: label))) }  // expect: 0 0.4170
// expect: 1 1.4170
// expect: 2 2.3170
func loss(_ z: [Double], _ label: Int) -> Double { crossEntropy(softmax(z), label: label) }
func gradient(_ z: [Double], _ label: Int) -> [Double] { softmax(z).enumerated().map { $1 - ($0 == label ? 1 : 0) } }
func numerical(_ z: [Double], _ label: Int) -> [Double] {
    z.indices.map { i in
        var up = z, down = z
        up[i] += 1e-6
        down[i] -= 1e-6
        return (loss(up, label) - loss(down, label)) / 2e-6
    }
}
let exact = gradient(logits, 0), approximate = numerical(logits, 0)
print(rounded(exact), zip(exact, approximate).allSatisfy { abs($0 - $1) < 1e-6 }, abs(exact.reduce(0, +)) < 1e-12)  // expect: -0.3410 0.2424 0.0986 true true
var z = [0.0, 0, 0], history: [Double] = []
for _ in 0..<5 {
    history.append(loss(z, 2))
    z = zip(z, gradient(z, 2)).map { $0 - 1 * $1 }
}
print(rounded(history, 3), zip(history, history.dropFirst()).allSatisfy { $0 > $1 })  // expect: 1.099 0.551 0.329 0.228 0.173 true
func entropy(_ p: [Double]) -> Double { -p.filter { $0 > 0 }.map { $0 * log2($0) }.reduce(0, +) }
func divergence(_ p: [Double], _ q: [Double]) -> Double {
    var sum = 0.0
    for (a, b) in zip(p, q) where a > 0 { sum += a * log2(a / b) }
    return sum
}
let p = [0.5, 0.25, 0.25], q = [0.25, 0.5, 0.25]
print(entropy(p), entropy([1, 0]), divergence(p, q), divergence(p, p), divergence([1, 0], [0.5, 0.5]))  // expect: 1.5 -0.0 0.25 0.0 1.0
func top(_ p: [Double], _ k: Int, _ names: [String]) -> [String] {
    p.enumerated().sorted { $0.element > $1.element }.prefix(k).map { "\(names[$0.offset]) \(Int(($0.element * 100).rounded()))%" }
}
print(top(softmax(logits), 2, ["고양이", "개", "토끼"]), softmax(logits).firstIndex(of: softmax(logits).max()!) ?? -1)  // expect: ["고양이 66%", "개 24%"] 0
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
print(abs(softmax([1.5, 0])[0] - sigmoid(1.5)) < 1e-12, rounded([sigmoid(0), sigmoid(-800), sigmoid(800)]))  // expect: true 0.5000 0.0000 1.0000
