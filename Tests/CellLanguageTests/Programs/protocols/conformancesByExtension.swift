// Library types conform to a protocol of ours by extension, with and without conditions.
protocol Describable {
    var summary: String { get }
}

extension Describable {
    var bracketed: String { "[\(summary)]" }
}

extension Int: Describable {
    var summary: String { "int \(self)" }
}
extension Double: Describable {
    var summary: String { "double \(self)" }
}
extension String: Describable {
    var summary: String { "\"\(self)\" of \(count)" }
}
extension Bool: Describable {
    var summary: String { self ? "yes" : "no" }
}
extension Array: Describable where Element: Describable {
    var summary: String { "list(" + map { $0.summary }.joined(separator: ", ") + ")" }
}
extension Optional: Describable where Wrapped: Describable {
    var summary: String { map { "some " + $0.summary } ?? "none" }
}
extension Dictionary: Describable where Key: Comparable, Value: Describable {
    var summary: String { sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.summary)" }.joined(separator: ";") }
}
extension ClosedRange: Describable where Bound == Int {
    var summary: String { "\(lowerBound) to \(upperBound)" }
}

func show(_ item: some Describable) { print(item.bracketed) }
show(3)  // expect: [int 3]
show(2.5)  // expect: [double 2.5]
show("글자")  // expect: ["글자" of 2]
show([1, 2])  // expect: [list(int 1, int 2)]
show([[true], []])  // expect: [list(list(yes), list())]
show(Optional("x"))  // expect: [some "x" of 1]
show([Int?.none, 4])  // expect: [list(none, some int 4)]
show(["b": 1, "a": 2])  // expect: [a=int 2;b=int 1]
show(1...3)  // expect: [1 to 3]
let mixed: [any Describable] = [1, "둘", 3.0, [4], true, Optional<Int>.none]
print(mixed.map { $0.summary })  // expect: ["int 1", "\"둘\" of 1", "double 3.0", "list(int 4)", "yes", "none"]

protocol Monoid {
    static var identity: Self { get }
    static func combine(_ a: Self, _ b: Self) -> Self
}
extension String: Monoid {
    static var identity: String { "" }
    static func combine(_ a: String, _ b: String) -> String { a + b }
}
extension Int: Monoid {
    static let identity = 0
    static func combine(_ a: Int, _ b: Int) -> Int { a + b }
}
extension Array: Monoid {
    static var identity: [Element] { [] }
    static func combine(_ a: [Element], _ b: [Element]) -> [Element] { a + b }
}
extension Dictionary: Monoid where Value: Monoid {
    static var identity: [Key: Value] { [:] }
    static func combine(_ a: [Key: Value], _ b: [Key: Value]) -> [Key: Value] {
        a.merging(b) { Value.combine($0, $1) }
    }
}
func fold<M: Monoid>(_ items: [M]) -> M { items.reduce(M.identity) { M.combine($0, $1) } }
func power<M: Monoid>(_ item: M, _ times: Int) -> M { fold(Array(repeating: item, count: times)) }
print(fold(["가", "나"]), fold([1, 2, 3]), fold([[1], [2, 3]]), fold([String]()).isEmpty)  // expect: 가나 6 [1, 2, 3] true
print(power("ab", 3), power(7, 6), power([0, 1], 2))  // expect: ababab 42 [0, 1, 0, 1]
let merged = fold([["a": 1, "b": 2], ["b": 40], ["c": 5, "a": 10]])
print(merged.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })  // expect: ["a11", "b42", "c5"]
let nested = fold([["x": ["k": "1"]], ["x": ["k": "2", "l": "3"]]])
print(nested["x"]!["k"]!, nested["x"]!.count)  // expect: 12 2
