// The many ways of writing a closure, and function types in variables, arrays, dictionaries and tuples.
let numbers = [3, 1, 2]
print(numbers.sorted(by: { (a: Int, b: Int) -> Bool in return a > b }))  // expect: [3, 2, 1]
print(numbers.sorted(by: { a, b in a > b }), numbers.sorted { $0 > $1 }, numbers.sorted(by: >))  // expect: [3, 2, 1] [3, 2, 1] [3, 2, 1]
let square: (Int) -> Int = { $0 * $0 }
let sum: (Int, Int) -> Int = (+)
let hello: () -> String = { "안녕" }
let ignore: (Int) -> Void = { _ in }
ignore(3)
print(square(4), sum(1, 2), hello())  // expect: 16 3 안녕
var operation = sum
operation = { $0 - $1 }
print(operation(5, 3), numbers.reduce(0, operation))  // expect: 2 -6
let table: [String: (Double, Double) -> Double] = [
    "더하기": (+), "빼기": (-), "곱하기": { $0 * $1 }, "큰 쪽": max, "거듭": { a, b in (0..<Int(b)).reduce(1) { r, _ in r * a } },
]
for name in table.keys.sorted() { print(name, table[name]!(3, 2), terminator: "; ") }
print(table["없음"]?(1, 2) ?? -1)  // expect: 거듭 9.0; 곱하기 6.0; 더하기 5.0; 빼기 1.0; 큰 쪽 3.0; -1
let pair: (name: String, action: (String) -> String) = ("외침", { $0 + "!" })
print(pair.name, pair.action("야호"), ("", { $0 * 2 }).1(4))  // expect: 외침 야호! 8
func describe(_ transform: ((Int) -> Int)?) -> String { transform.map { "\($0(10))" } ?? "없음" }
print(describe(nil), describe { $0 / 3 }, describe(square))  // expect: 없음 3 100
typealias Predicate = (Int) -> Bool
func not(_ p: @escaping Predicate) -> Predicate { { !p($0) } }
func all(_ predicates: Predicate...) -> Predicate { { value in predicates.allSatisfy { $0(value) } } }
let even: Predicate = { $0 % 2 == 0 }, small: Predicate = { $0 < 6 }
print((1...8).filter(all(even, small)), (1...8).filter(not(even)), (1...8).filter(all(not(even), not(small))))  // expect: [2, 4] [1, 3, 5, 7] [7]
let withTuple = ["a": 1, "b": 2].sorted { $0.key < $1.key }.map { key, value in "\(key)\(value)" }
print(withTuple, zip(1...2, ["x", "y"]).map { number, letter in "\(letter)\(number)" })  // expect: ["a1", "b2"] ["x1", "y2"]
let pairs = [(1, 2), (3, 4)]
print(pairs.map { $0.0 * $0.1 }, pairs.map { a, b in a + b }, pairs.map(+), pairs.map { pair in pair.1 })  // expect: [2, 12] [3, 7] [3, 7] [2, 4]
let multi = numbers.map { value -> String in
    let text = "\(value)"
    if value > 2 { return text + "↑" }
    return text
}
print(multi, numbers.map { n in if n > 1 { "크다" } else { "작다" } })  // expect: ["3↑", "1", "2"] ["크다", "작다", "크다"]
print([1, 2, 3].map(String.init), ["1", "2"].compactMap(Int.init), [1.5, 2.5].map(Int.init), ["a"].map { $0.uppercased() })  // expect: ["1", "2", "3"] [1, 2] [1, 2] ["A"]
struct Scaler {
    var factor: Int
    func scale(_ value: Int) -> Int { value * factor }
    static func half(_ value: Int) -> Int { value / 2 }
}
print(numbers.map(Scaler(factor: 5).scale), numbers.map(Scaler.half), [2, 3].map(Scaler.init).map { $0.scale(1) })  // expect: [15, 5, 10] [1, 0, 1] [2, 3]
let method = Scaler.scale
print(method(Scaler(factor: 3))(4))  // expect: 12
let unary: [(Int) -> Int] = [abs, { -$0 }, Scaler.half, square]
print(unary.map { $0(-6) }, unary.reduce(-6) { $1($0) })  // expect: [6, 6, -3, 36] 9
