// Derivatives of any expression by building a graph of operations and walking it backwards.
final class Value {
    let number: Double
    var gradient = 0.0
    private let parents: [Value]
    private let pull: (Double) -> [Double]
    let name: String
    init(_ number: Double, name: String = "", parents: [Value] = [], pull: @escaping (Double) -> [Double] = { _ in [] }) {
        (self.number, self.name, self.parents, self.pull) = (number, name, parents, pull)
    }
    static func + (a: Value, b: Value) -> Value { Value(a.number + b.number, parents: [a, b]) { [$0, $0] } }
    static func - (a: Value, b: Value) -> Value { Value(a.number - b.number, parents: [a, b]) { [$0, -$0] } }
    static func * (a: Value, b: Value) -> Value {
        Value(a.number * b.number, parents: [a, b]) { [$0 * b.number, $0 * a.number] }
    }
    static func / (a: Value, b: Value) -> Value {
        Value(a.number / b.number, parents: [a, b]) { [$0 / b.number, -$0 * a.number / (b.number * b.number)] }
    }
    static prefix func - (a: Value) -> Value { Value(-a.number, parents: [a]) { [-$0] } }
    func tanh() -> Value {
        let t = 1 - 2 / (exp(2 * number) + 1)
        return Value(t, parents: [self]) { [$0 * (1 - t * t)] }
    }
    func power(_ n: Double) -> Value {
        Value(pow(number, n), parents: [self]) { [$0 * n * pow(self.number, n - 1)] }
    }
    private func order(_ seen: inout Set<ObjectIdentifier>, _ result: inout [Value]) {
        guard seen.insert(ObjectIdentifier(self)).inserted else { return }
        for parent in parents { parent.order(&seen, &result) }
        result.append(self)
    }
    func backward() {
        var seen: Set<ObjectIdentifier> = [], sorted: [Value] = []
        order(&seen, &sorted)
        for value in sorted { value.gradient = 0 }
        gradient = 1
        for value in sorted.reversed() {
            for (parent, amount) in zip(value.parents, value.pull(value.gradient)) { parent.gradient += amount }
        }
    }
}
let x = Value(3, name: "x"), y = Value(-2, name: "y")
let z = x * x * y + y / x - x
z.backward()
print(z.number, x.gradient, y.gradient)  // expect: -21.666666666666668 -12.777777777777779 9.333333333333334
let shared = x + x
(shared * shared).backward()
print(x.gradient, shared.gradient)  // expect: 24.0 12.0
func check(_ f: (Value) -> Value, at point: Double) -> Bool {
    let input = Value(point)
    f(input).backward()
    let slope = (f(Value(point + 1e-5)).number - f(Value(point - 1e-5)).number) / 2e-5
    return abs(slope - input.gradient) < 1e-6
}
print([check({ $0.tanh() }, at: 0.7), check({ $0.power(3) - $0 / Value(2) }, at: 1.5), check({ -$0.tanh() * $0 }, at: -1)])  // expect: [true, true, true]
struct Neuron {
    var weights: [Double], bias: Double
    func values() -> (w: [Value], b: Value) { (weights.map { Value($0) }, Value(bias)) }
}
var neuron = Neuron(weights: [0.1, -0.2], bias: 0)
let data: [([Double], Double)] = [([0, 1], -1), ([1, 0], 1), ([1, 1], 1), ([0, 0], -1)]
var losses: [Double] = []
for _ in 0..<200 {
    let (w, b) = neuron.values()
    let total = data.reduce(Value(0)) { sum, example in
        let output = zip(w, example.0).reduce(b) { $0 + $1.0 * Value($1.1) }.tanh()
        return sum + (output - Value(example.1)).power(2)
    }
    total.backward()
    losses.append(total.number)
    for i in w.indices { neuron.weights[i] -= 0.1 * w[i].gradient }
    neuron.bias -= 0.1 * b.gradient
}
print(losses[0] > 1, losses[199] < 0.2, zip(losses, losses.dropFirst()).filter { $0 < $1 }.count)  // expect: true true 0
print(neuron.weights[0] > 1, abs(neuron.weights[1]) < 1, neuron.bias < 0)  // expect: true true true
