// Automatic differentiation: every value remembers how it was made and sends its gradient back.
final class Value {
    var data: Double
    var grad = 0.0
    private let parents: [Value]
    private let backward: (Value) -> Void

    init(_ data: Double, parents: [Value] = [], backward: @escaping (Value) -> Void = { _ in }) {
        self.data = data
        self.parents = parents
        self.backward = backward
    }

    static func + (a: Value, b: Value) -> Value {
        Value(a.data + b.data, parents: [a, b]) { out in
            a.grad += out.grad
            b.grad += out.grad
        }
    }

    static func * (a: Value, b: Value) -> Value {
        Value(a.data * b.data, parents: [a, b]) { out in
            a.grad += b.data * out.grad
            b.grad += a.data * out.grad
        }
    }

    static func - (a: Value, b: Value) -> Value { a + b * Value(-1) }

    func relu() -> Value {
        Value(max(0, data), parents: [self]) { [self] out in
            if data > 0 { grad += out.grad }
        }
    }

    func tanh() -> Value {
        let e = exp(2 * data)
        return Value((e - 1) / (e + 1), parents: [self]) { out in
            self.grad += (1 - out.data * out.data) * out.grad
        }
    }

    func propagate() {
        var order: [Value] = []
        var seen: Set<ObjectIdentifier> = []
        func visit(_ value: Value) {
            guard seen.insert(ObjectIdentifier(value)).inserted else { return }
            value.parents.forEach(visit)
            order.append(value)
        }
        visit(self)
        grad = 1
        for value in order.reversed() { value.backward(value) }
    }
}

let a = Value(2)
let b = Value(-3)
let c = a * b + a * a
c.propagate()
print(c.data, a.grad, b.grad)  // expect: -2.0 1.0 2.0
let d = Value(3)
let e = d + d
(e * e).propagate()
print(d.grad, e.grad)  // expect: 24.0 12.0
let r = Value(-1)
(r.relu() + r * Value(5)).propagate()
print(r.grad)  // expect: 5.0

struct Neuron {
    var weights: [Value]
    let bias = Value(0)

    init(_ weights: [Double]) { self.weights = weights.map { Value($0) } }

    func result(_ inputs: [Value]) -> Value {
        zip(weights, inputs).map { $0 * $1 }.reduce(bias, +).tanh()
    }

    var parameters: [Value] { weights + [bias] }
}

struct Network {
    let hidden = [Neuron([0.8, -0.6]), Neuron([-0.7, 0.9])]
    let output = Neuron([0.5, 0.4])
    var parameters: [Value] { hidden.flatMap { $0.parameters } + output.parameters }

    func run(_ inputs: [Double]) -> Value {
        let values = inputs.map { Value($0) }
        return output.result(hidden.map { $0.result(values) })
    }
}

// Exclusive or: -1 and 1 for false and true.
let data: [([Double], Double)] = [([-1, -1], -1), ([-1, 1], 1), ([1, -1], 1), ([1, 1], -1)]
let network = Network()
var losses: [Double] = []
for step in 0..<200 {
    let errors = data.map { network.run($0.0) - Value($0.1) }
    let loss = errors.map { $0 * $0 }.reduce(Value(0), +)
    for parameter in network.parameters { parameter.grad = 0 }
    loss.propagate()
    for parameter in network.parameters { parameter.data -= 0.1 * parameter.grad }
    if step % 50 == 0 { losses.append(loss.data) }
}
print(network.parameters.count, losses.count, zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
// expect: 9 4 true
print(data.map { network.run($0.0).data > 0 })  // expect: [false, true, true, false]
