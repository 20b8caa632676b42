// Operators are functions: passed to reduce, zip and sort, stored in tables, composed, with short circuits by autoclosure.
struct Money: Comparable, CustomStringConvertible {
    var won: Int
    static let zero = Money(won: 0)
    static func + (a: Money, b: Money) -> Money { Money(won: a.won + b.won) }
    static func - (a: Money, b: Money) -> Money { Money(won: a.won - b.won) }
    static func < (a: Money, b: Money) -> Bool { a.won < b.won }
    static func * (a: Money, n: Int) -> Money { Money(won: a.won * n) }
    static prefix func - (a: Money) -> Money { Money(won: -a.won) }
    static prefix func ! (a: Money) -> Bool { a.won == 0 }
    var description: String { "\(won)원" }
}

let wallet = [500, 1000, 100].map(Money.init(won:))
print(wallet.reduce(.zero, +), wallet.sorted(by: >), wallet.map(-), wallet.max(by: <)!)
// expect: 1600원 [1000원, 500원, 100원] [-500원, -1000원, -100원] 1000원
print(zip(wallet, [2, 1, 5]).map(*), zip(wallet, wallet.dropFirst()).map(<), !wallet[0], !Money.zero)
// expect: [1000원, 1000원, 500원] [true, false] false true

let table: [(String, (Double, Double) -> Double)] = [
    ("+", +), ("-", -), ("*", *), ("/", /), ("max", max), ("pow", pow), ("hyp", { ($0 * $0 + $1 * $1).squareRoot() }),
]
for (name, function) in table { print(name, function(3, 4), separator: "=", terminator: " ") }
print()  // expect: +=7.0 -=-1.0 *=12.0 /=0.75 max=4.0 pow=81.0 hyp=5.0 

func fold<T>(_ items: [T], _ combine: (T, T) -> T) -> T? {
    guard let first = items.first else { return nil }
    return items.dropFirst().reduce(first, combine)
}
print(fold([8, 3, 2], -) ?? 0, fold([2, 3, 4], *)!, fold(["a", "b"], +)!, fold([Int](), +) == nil)
// expect: 3 24 ab true
print(fold([5, 9, 2], max)!, fold([0b1100, 0b1010], ^)!, fold([0b1100, 0b1010], &)!, fold([[1], [2]], +)!)
// expect: 9 6 8 [1, 2]
print([1, 2, 3].elementsEqual([1, 2, 3], by: ==), [3, 2, 1].lexicographicallyPrecedes([3, 3], by: <))
// expect: true true

precedencegroup CompositionPrecedence {
    associativity: left
    higherThan: TernaryPrecedence
}
infix operator >>> : CompositionPrecedence
infix operator |> : CompositionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func |> <A, B>(value: A, f: (A) -> B) -> B { f(value) }

let words: (String) -> [String] = { $0.split(separator: " ").map(String.init) }
let longest = words >>> { $0.map(\.count) } >>> { $0.max() ?? 0 }
print(longest("나는 학교에 간다"), longest(""), "  a bcd " |> longest |> { $0 * 10 })  // expect: 3 0 30
print([1, 2, 3].map({ (n: Int) in n + 1 } >>> { $0 * $0 } >>> { "\($0)" }), 16.0 |> { sqrt($0) } |> { -$0 })
// expect: ["4", "9", "16"] -4.0

infix operator ??= : AssignmentPrecedence
func ??= <T>(target: inout T?, value: @autoclosure () -> T) {
    if target == nil { target = value() }
}
infix operator =>: LogicalDisjunctionPrecedence
func => (a: Bool, b: @autoclosure () -> Bool) -> Bool { !a || b() }
func noisy(_ value: Bool) -> Bool {
    print("asked", terminator: " ")
    return value
}
var cache: Int?
cache ??= 3
cache ??= 4 / Int("0")!
print(cache ?? 0, false => noisy(false), true => noisy(false), true => noisy(true))
// expect: asked asked 3 true false true

func minimum<T>(_ items: [T], by less: (T, T) -> Bool) -> T? { items.min(by: less) }
print(minimum(wallet, by: <)!, minimum(wallet, by: >)!, minimum(["나", "가"], by: <)!)  // expect: 100원 1000원 가
let comparisons: [(Int, Int) -> Bool] = [(<), (<=), (==), (!=), { $0 % 2 == $1 % 2 }]
print(comparisons.map { $0(3, 5) })  // expect: [true, true, false, true, true]
