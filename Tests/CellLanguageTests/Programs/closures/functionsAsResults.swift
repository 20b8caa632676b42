// Functions that return functions: currying, partial application, composition.
func add(_ a: Int) -> (Int) -> Int { { b in a + b } }
print(add(2)(3), [1, 2, 3].map(add(10)), add(1)(add(2)(3)))  // expect: 5 [11, 12, 13] 6
func curry(_ f: @escaping (Double, Double) -> Double) -> (Double) -> (Double) -> Double { { a in { b in f(a, b) } } }
let power = curry { base, exponent in (0..<Int(exponent)).reduce(1) { result, _ in result * base } }
print(power(2)(10), [1.0, 2, 3].map { power($0)(2) })  // expect: 1024.0 [1.0, 4.0, 9.0]
func flip(_ f: @escaping (Int, Int) -> Int) -> (Int, Int) -> Int { { f($1, $0) } }
print(flip(-)(3, 10), flip { $0 * 10 + $1 }(1, 2))  // expect: 7 21
func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int { { f(g($0)) } }
let double = { $0 * 2 }, increment = { (n: Int) in n + 1 }
print(compose(double, increment)(5), compose(increment, double)(5))  // expect: 12 11
let pipeline = [double, increment, { $0 * $0 }].reduce({ (n: Int) in n }) { compose($1, $0) }
print(pipeline(3), (1...3).map(pipeline))  // expect: 49 [9, 25, 49]
func apply(_ f: (Int) -> Int, times: Int, to value: Int) -> Int { times == 0 ? value : apply(f, times: times - 1, to: f(value)) }
print(apply(double, times: 8, to: 1), apply(increment, times: 0, to: 7))  // expect: 256 7
func polynomial(_ coefficients: Double...) -> (Double) -> Double {
    { x in coefficients.reversed().reduce(0) { $0 * x + $1 } }
}
func derivative(_ f: @escaping (Double) -> Double) -> (Double) -> Double { { x in ((f(x + 0.5) - f(x - 0.5)) / 1.0) } }
let square = polynomial(0, 0, 1)
print(square(3), derivative(square)(3), derivative(derivative(square))(3))  // expect: 9.0 6.0 2.0
func activation(_ name: String) -> ((Double) -> Double)? {
    switch name {
    case "relu": return { max(0, $0) }
    case "step": return { $0 > 0 ? 1 : 0 }
    case "leaky": return { $0 > 0 ? $0 : 0.1 * $0 }
    default: return nil
    }
}
for name in ["relu", "step", "leaky", "sin"] {
    print(name, activation(name).map { f in "\([-2.0, 3].map(f))" } ?? "모름")
}  // expect: relu [0.0, 3.0]
// expect: step [0.0, 1.0]
// expect: leaky [-0.2, 3.0]
// expect: sin 모름
func multiplier(_ n: Int) -> (Int) -> Int {
    func multiply(_ value: Int) -> Int { value * n }
    return multiply
}
print(multiplier(3)(4), [multiplier(2), multiplier(5)].map { $0(10) })  // expect: 12 [20, 50]
infix operator >>> : AdditionPrecedence
func >>> (f: @escaping (Int) -> Int, g: @escaping (Int) -> String) -> (Int) -> String { { g(f($0)) } }
print((increment >>> { "<\($0)>" })(41))  // expect: <42>
let validators: [(String) -> String?] = [
    { $0.isEmpty ? "비어 있음" : nil }, { $0.count > 5 ? "너무 김" : nil }, { $0.contains(" ") ? "공백" : nil },
]
func check(_ text: String) -> [String] { validators.compactMap { $0(text) } }
print(check(""), check("한 글 자 들"), check("알맞음"))  // expect: ["비어 있음"] ["너무 김", "공백"] []
