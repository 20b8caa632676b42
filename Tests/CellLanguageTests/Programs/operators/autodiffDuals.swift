// Dual numbers: overloaded arithmetic carries the derivative along; Newton's method and gradients come for free.
struct Dual: CustomStringConvertible {
    var value: Double
    var slope: Double

    init(_ value: Double, slope: Double = 0) {
        self.value = value
        self.slope = slope
    }

    static func variable(_ x: Double) -> Dual { Dual(x, slope: 1) }

    static func + (a: Dual, b: Dual) -> Dual { Dual(a.value + b.value, slope: a.slope + b.slope) }
    static func - (a: Dual, b: Dual) -> Dual { Dual(a.value - b.value, slope: a.slope - b.slope) }
    static func * (a: Dual, b: Dual) -> Dual { Dual(a.value * b.value, slope: a.slope * b.value + a.value * b.slope) }
    static func / (a: Dual, b: Dual) -> Dual {
        Dual(a.value / b.value, slope: (a.slope * b.value - a.value * b.slope) / (b.value * b.value))
    }
    static prefix func - (a: Dual) -> Dual { 0 - a }
    static func += (a: inout Dual, b: Dual) { a = a + b }
    var description: String { "\(value)'\(slope)" }
}

extension Dual: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    init(floatLiteral value: Double) { self.init(value) }
    init(integerLiteral value: Int) { self.init(Double(value)) }
}

precedencegroup PowerPrecedence {
    higherThan: MultiplicationPrecedence
    associativity: right
}
infix operator ^^ : PowerPrecedence
func ^^ (a: Dual, n: Int) -> Dual { (0..<n).reduce(1) { result, _ in result * a } }
func exp(_ a: Dual) -> Dual { Dual(exp(a.value), slope: a.slope * exp(a.value)) }
func log(_ a: Dual) -> Dual { Dual(log(a.value), slope: a.slope / a.value) }
func sin(_ a: Dual) -> Dual { Dual(sin(a.value), slope: a.slope * cos(a.value)) }
func sigmoid(_ a: Dual) -> Dual { 1 / (1 + exp(-a)) }

func derivative(of f: (Dual) -> Dual, at x: Double) -> Double { f(.variable(x)).slope }

print(derivative(of: { 3 * $0 ^^ 2 + 2 * $0 + 1 }, at: 2))  // expect: 14.0
print(derivative(of: { $0 / (1 + $0) }, at: 1), derivative(of: { -$0 * $0 }, at: 3), derivative(of: { _ in 5 }, at: 1))
// expect: 0.25 -6.0 0.0
print(derivative(of: sigmoid, at: 0), derivative(of: { log($0 * $0) }, at: 4), derivative(of: sin, at: 0))
// expect: 0.25 0.5 1.0
print(Dual.variable(2) * 3 + 1, Dual(4) - 1.5)  // expect: 7.0'3.0 2.5'0.0

func root(of f: (Dual) -> Dual, from start: Double) -> (x: Double, steps: Int) {
    var x = start
    for step in 1...50 {
        let y = f(.variable(x))
        let next = x - y.value / y.slope
        if abs(next - x) < 1e-12 { return (next, step) }
        x = next
    }
    return (x, 50)
}
let two = root(of: { $0 * $0 - 2 }, from: 1)
print(abs(two.x - 2.0.squareRoot()) < 1e-12, two.steps)  // expect: true 6
print(String(format: "%.6f", root(of: { exp($0) - 3 * $0 }, from: 0).x))  // expect: 0.619061

func gradient(of f: ([Dual]) -> Dual, at x: [Double]) -> [Double] {
    x.indices.map { i in f(x.enumerated().map { Dual($0.element, slope: $0.offset == i ? 1 : 0) }).slope }
}
let bowl: ([Dual]) -> Dual = { ($0[0] - 1) ^^ 2 + 2 * ($0[1] + 0.5) ^^ 2 }
print(gradient(of: bowl, at: [0, 0]), gradient(of: bowl, at: [1, -0.5]))  // expect: [-2.0, 2.0] [0.0, 0.0]

// Logistic regression on hours of study and passing.
let data: [(Double, Double)] = [(0.5, 0), (1, 0), (1.5, 0), (2.5, 1), (3, 1), (4, 1)]
func loss(_ p: [Dual]) -> Dual {
    var sum: Dual = 0
    for (x, y) in data {
        let q = sigmoid(p[0] * Dual(x) + p[1])
        sum += y == 1 ? -log(q) : -log(1 - q)
    }
    return sum
}
var parameters = [0.0, 0.0]
for _ in 1...300 {
    let g = gradient(of: loss, at: parameters)
    parameters = zip(parameters, g).map { $0 - 0.2 * $1 }
}
let passes = [0.75, 1.75, 2.25, 3.5].map { sigmoid(Dual(parameters[0] * $0 + parameters[1])).value > 0.5 }
print(passes, loss(parameters.map { Dual($0) }).value < loss([0, 0]).value)  // expect: [false, false, true, true] true
