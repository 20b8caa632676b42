// `callAsFunction`: models, polynomials, functions with state and layers that are called like functions.
struct Polynomial {
    var coefficients: [Double]
    init(_ coefficients: Double...) { self.coefficients = coefficients }
    func callAsFunction(_ x: Double) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }
    func callAsFunction(_ xs: [Double]) -> [Double] { xs.map { self($0) } }
    func callAsFunction(_ inner: Polynomial, at x: Double) -> Double { self(inner(x)) }
}

struct Counter {
    private(set) var count = 0
    mutating func callAsFunction(by step: Int = 1) -> Int {
        count += step
        return count
    }
}

protocol Model {
    func callAsFunction(_ x: [Double]) -> Double
}
struct Linear: Model {
    var weights: [Double]
    var bias = 0.0
    func callAsFunction(_ x: [Double]) -> Double { zip(weights, x).reduce(bias) { $0 + $1.0 * $1.1 } }
}
struct Constant: Model {
    let value: Double
    func callAsFunction(_ x: [Double]) -> Double { value }
}
struct Ensemble: Model {
    let models: [any Model]
    func callAsFunction(_ x: [Double]) -> Double { models.map { $0(x) }.reduce(0, +) / Double(models.count) }
}

final class Memo<Input: Hashable, Output> {
    private var known: [Input: Output] = [:]
    private let body: (Input) -> Output
    private(set) var calls = 0
    init(_ body: @escaping (Input) -> Output) { self.body = body }
    func callAsFunction(_ input: Input) -> Output {
        if let output = known[input] { return output }
        calls += 1
        let output = body(input)
        known[input] = output
        return output
    }
}

struct Greeting {
    let word: String
    func callAsFunction(_ names: String..., loud: Bool = false) -> String {
        let text = word + " " + names.joined(separator: ", ")
        return loud ? text.uppercased() + "!" : text
    }
    func callAsFunction(times n: Int, _ body: (String) -> Void) {
        for i in 1...n { body("\(word) \(i)") }
    }
}

enum Operation: String, CaseIterable {
    case plus = "+", minus = "-", times = "×"
    func callAsFunction(_ a: Int, _ b: Int) -> Int {
        switch self {
        case .plus: a + b
        case .minus: a - b
        case .times: a * b
        }
    }
}

let p = Polynomial(1, -2, 3)
print(p(0), p(2), p([1, -1]), p(Polynomial(0, 2), at: 1))  // expect: 1.0 9.0 [2.0, 6.0] 9.0
print([0, 1, 2].map { p($0) }, p.callAsFunction(1), Polynomial(5)(100))  // expect: [1.0, 2.0, 9.0] 2.0 5.0
var next = Counter()
print(next(), next(), next(by: 10), next.count)  // expect: 1 2 12 12
let linear = Linear(weights: [1, 2], bias: 0.5)
let ensemble = Ensemble(models: [linear, Constant(value: 3), Linear(weights: [0, 1])])
print(linear([1, 1]), ensemble([1, 1]), ensemble.models[1]([]))  // expect: 3.5 2.5 3.0
let square = Memo<Int, Int> { $0 * $0 }
print([3, 3, 4, 3].map { square($0) }, square.calls)  // expect: [9, 9, 16, 9] 2
let hello = Greeting(word: "안녕")
print(hello("민수", "Yuki"), Greeting(word: "hi")("ann", loud: true))  // expect: 안녕 민수, Yuki HI ANN!
hello(times: 2) { print($0) }
// expect: 안녕 1
// expect: 안녕 2
print(Operation.allCases.map { "7\($0.rawValue)2=\($0(7, 2))" }, Operation(rawValue: "×")!(6, 7))
// expect: ["7+2=9", "7-2=5", "7×2=14"] 42
func twice(_ f: (Double) -> Double, _ x: Double) -> Double { f(f(x)) }
print(twice(p.callAsFunction, 1), twice({ p($0) }, 0))  // expect: 9.0 2.0
let table: [String: Polynomial] = ["선": Polynomial(1, 1), "곡": Polynomial(0, 0, 1)]
print(table["선"]!(4), table["곡"]?(4) ?? 0, table["없음"]?(4) == nil)  // expect: 5.0 16.0 true
