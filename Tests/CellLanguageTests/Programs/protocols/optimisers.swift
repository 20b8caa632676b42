// Optimisers as interchangeable values, learning-rate schedules as functions behind a protocol.
protocol Optimizer {
    mutating func step(_ parameters: inout [Double], gradient: [Double])
}
protocol Schedule {
    func rate(_ step: Int) -> Double
}
struct Constant: Schedule {
    let value: Double
    func rate(_ step: Int) -> Double { value }
}
struct StepDecay: Schedule {
    var start: Double
    var every: Int
    func rate(_ step: Int) -> Double { start / Double(1 << (step / every)) }
}
struct Warmup: Schedule {
    let steps: Int
    let then: any Schedule
    func rate(_ step: Int) -> Double {
        step < steps ? then.rate(0) * Double(step + 1) / Double(steps) : then.rate(step - steps)
    }
}

struct SGD: Optimizer {
    let schedule: any Schedule
    private var steps = 0
    init(_ schedule: any Schedule) { self.schedule = schedule }
    mutating func step(_ parameters: inout [Double], gradient: [Double]) {
        let rate = schedule.rate(steps)
        for i in parameters.indices { parameters[i] -= rate * gradient[i] }
        steps += 1
    }
}

struct Momentum: Optimizer {
    var rate = 0.1
    var beta = 0.5
    private var velocity: [Double] = []
    init(beta: Double) { self.beta = beta }
    mutating func step(_ parameters: inout [Double], gradient: [Double]) {
        if velocity.isEmpty { velocity = Array(repeating: 0, count: parameters.count) }
        for (i, g) in gradient.enumerated() {
            velocity[i] = beta * velocity[i] - rate * g
            parameters[i] += velocity[i]
        }
    }
}

struct Adam: Optimizer {
    var rate = 0.3
    private var m: [Double] = []
    private var v: [Double] = []
    private var t = 0
    init() {}
    mutating func step(_ parameters: inout [Double], gradient: [Double]) {
        if t == 0 {
            m = gradient.map { _ in 0 }
            v = m
        }
        t += 1
        for i in gradient.indices {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i]
            v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i]
            let mHat = m[i] / (1 - pow(0.9, Double(t)))
            let vHat = v[i] / (1 - pow(0.999, Double(t)))
            parameters[i] -= rate * mHat / (vHat.squareRoot() + 1e-8)
        }
    }
}

// A bowl with its lowest point at (3, -1).
func height(_ p: [Double]) -> Double { (p[0] - 3) * (p[0] - 3) + 2 * (p[1] + 1) * (p[1] + 1) }
func slope(_ p: [Double]) -> [Double] { [2 * (p[0] - 3), 4 * (p[1] + 1)] }

func minimise(with optimizer: inout any Optimizer, steps: Int) -> [Double] {
    var parameters = [0.0, 0.0]
    for _ in 0..<steps { optimizer.step(&parameters, gradient: slope(parameters)) }
    return parameters
}

let decay = StepDecay(start: 0.2, every: 20)
print([0, 19, 20, 40].map(decay.rate))  // expect: [0.2, 0.2, 0.1, 0.05]
let warm = Warmup(steps: 4, then: decay)
print((0..<6).map(warm.rate))  // expect: [0.05, 0.1, 0.15000000000000002, 0.2, 0.2, 0.2]

var candidates: [(name: String, optimizer: any Optimizer)] = [
    ("sgd", SGD(Constant(value: 0.1))), ("decay", SGD(decay)), ("warm", SGD(warm)),
    ("momentum", Momentum(beta: 0.5)), ("adam", Adam()),
]
for i in candidates.indices {
    let found = minimise(with: &candidates[i].optimizer, steps: 150)
    let rounded = found.map { String(format: "%.2f", $0) }
    print(candidates[i].name, rounded, height(found) < 0.001)
}
// expect: sgd ["3.00", "-1.00"] true
// expect: decay ["3.00", "-1.00"] true
// expect: warm ["3.00", "-1.00"] true
// expect: momentum ["3.00", "-1.00"] true
// expect: adam ["3.00", "-1.00"] true
