// Static requirements and `Self`: units of measure whose types keep them apart, read through generic parameters.
protocol Unit {
    static var symbol: String { get }
    static var toBase: Double { get }
}
extension Unit {
    static var line: String { "1 \(symbol) = \(toBase)" }
}
enum Meter: Unit {
    static let symbol = "m"
    static let toBase = 1.0
}
enum Kilometer: Unit {
    static let symbol = "km"
    static let toBase = 1000.0
}
enum Ri: Unit {
    static let symbol = "리"
    static let toBase = 400.0
}

struct Length<U: Unit>: Comparable, CustomStringConvertible {
    var value: Double

    init(_ value: Double) { self.value = value }

    func converted<V: Unit>(to unit: V.Type) -> Length<V> { Length<V>(value * U.toBase / V.toBase) }

    static func + (a: Self, b: Self) -> Self { Self(a.value + b.value) }
    static func < (a: Self, b: Self) -> Bool { a.value < b.value }
    var description: String { "\(value)\(U.symbol)" }
}

let walk = Length<Kilometer>(1.2) + Length(0.8)
print(walk, walk.converted(to: Meter.self), walk.converted(to: Ri.self))  // expect: 2.0km 2000.0m 5.0리
let total = Length<Meter>(500) + Length<Ri>(3).converted(to: Meter.self)
print(total, total > Length(1699), max(total, Length(2000)))  // expect: 1700.0m true 2000.0m
print(Meter.line, Ri.line, separator: " / ")  // expect: 1 m = 1.0 / 1 리 = 400.0
print([Meter.symbol, Kilometer.symbol, Ri.symbol], max(Meter.toBase, Kilometer.toBase, Ri.toBase))  // expect: ["m", "km", "리"] 1000.0

protocol Describing {
    static var title: String { get }
    init()
    func merged(with other: Self) -> Self
    var text: String { get }
}
struct Tally: Describing {
    static let title = "tally"
    var n = 1
    func merged(with other: Tally) -> Tally { Tally(n: n + other.n) }
    var text: String { String(repeating: "|", count: n) }
}
struct Longest: Describing {
    static var title: String { "longest" }
    var word = "가나다"
    func merged(with other: Longest) -> Longest { word.count >= other.word.count ? self : other }
    var text: String { word }
}
extension Describing {
    static func fold(_ items: Self...) -> Self { items.reduce(Self()) { $0.merged(with: $1) } }
    static var fresh: String { title + ":" + Self().text }
}
print(Tally.fold(Tally(n: 2), Tally()).text, Longest.fold(Longest(word: "a"), Longest(word: "abcd")).text)
// expect: |||| abcd
print(Tally.fresh, Longest.fresh)  // expect: tally:| longest:가나다
func twice<D: Describing>(_ item: D) -> D { item.merged(with: item) }
print(twice(Tally(n: 3)).text, title(of: Longest(word: "x")))  // expect: |||||| longest
func title<T: Describing>(of item: T) -> String { T.title }
