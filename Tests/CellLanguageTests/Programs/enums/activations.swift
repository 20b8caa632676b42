// Activation functions as cases, with their derivatives, in a perceptron-sized network trained on AND.
enum Activation: CaseIterable, Equatable {
    case sigmoid, tanh, step
    case relu(leak: Double)

    static let allCases: [Activation] = [.sigmoid, .tanh, .step, .relu(leak: 0), .relu(leak: 0.1)]

    static func named(_ name: String) -> Activation? {
        switch name {
        case "sigmoid": .sigmoid
        case "tanh": .tanh
        case "step": .step
        case "relu": .relu(leak: 0)
        case let other where other.hasPrefix("leaky "): Double(other.dropFirst(6)).map { .relu(leak: $0) }
        default: nil
        }
    }

    func apply(_ x: Double) -> Double {
        switch self {
        case .sigmoid: 1 / (1 + exp(-x))
        case .tanh: (exp(x) - exp(-x)) / (exp(x) + exp(-x))
        case .step: x >= 0 ? 1 : 0
        case .relu(let leak): x > 0 ? x : leak * x
        }
    }

    func slope(at x: Double) -> Double {
        switch self {
        case .sigmoid:
            let y = apply(x)
            return y * (1 - y)
        case .tanh: return 1 - apply(x) * apply(x)
        case .step: return 0
        case .relu(leak: 0): return x > 0 ? 1 : 0
        case .relu(let leak): return x > 0 ? 1 : leak
        }
    }
}

for activation in Activation.allCases {
    let values = [-2.0, 0, 2].map { String(format: "%.3f/%.3f", activation.apply($0), activation.slope(at: $0)) }
    print(activation, values.joined(separator: " "))
}
// expect: sigmoid 0.119/0.105 0.500/0.250 0.881/0.105
// expect: tanh -0.964/0.071 0.000/1.000 0.964/0.071
// expect: step 0.000/0.000 1.000/0.000 1.000/0.000
// expect: relu(leak: 0.0) -0.000/0.000 0.000/0.000 2.000/1.000
// expect: relu(leak: 0.1) -0.200/0.100 0.000/0.100 2.000/1.000
print(Activation.named("leaky 0.2") == .relu(leak: 0.2), Activation.named("leaky x") == nil)  // expect: true true
print(["step", "gelu", "tanh"].compactMap(Activation.named))
// expect: [Notebook.Activation.step, Notebook.Activation.tanh]

struct Neuron {
    var weights = [0.0, 0.0]
    var bias = 0.0
    var activation: Activation

    func sum(_ inputs: [Double]) -> Double { zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 } }
    func output(_ inputs: [Double]) -> Double { activation.apply(sum(inputs)) }

    mutating func learn(_ inputs: [Double], _ target: Double, rate: Double) {
        let error = target - output(inputs)
        let delta = activation == .step ? error : error * activation.slope(at: sum(inputs))
        for i in weights.indices { weights[i] += rate * delta * inputs[i] }
        bias += rate * delta
    }
}

let cases: [([Double], Double)] = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
for activation in [Activation.step, .sigmoid] {
    var neuron = Neuron(activation: activation)
    for _ in 1...500 {
        for (inputs, target) in cases { neuron.learn(inputs, target, rate: 1) }
    }
    print(activation, cases.map { Int(neuron.output($0.0).rounded()) })
}
// expect: step [0, 0, 0, 1]
// expect: sigmoid [0, 0, 0, 1]
