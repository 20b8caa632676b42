// map and flatMap on optionals, and turning optionals to other things.
let number: Int? = 5, none: Int? = nil, text: String? = "42"
print(number.map { $0 * 2 } ?? 0, none.map { $0 * 2 } == nil, number.map(String.init) ?? "-")  // expect: 10 true 5
print(text.flatMap { Int($0) } ?? 0, text.flatMap(Int.init) ?? 0, text.map { Int($0) ?? 0 } ?? 1)  // expect: 42 42 42
let doubled: Int?? = text.map { Int($0) }
print(doubled! ?? 0, doubled == .some(42))  // expect: 42 true
print(number.flatMap { $0 > 3 ? $0 : nil } ?? 0, number.flatMap { $0 > 9 ? $0 : nil } ?? 0)  // expect: 5 0
func squareRoot(_ x: Double) -> Double? { x < 0 ? nil : x.squareRoot() }
func reciprocal(_ x: Double) -> Double? { x == 0 ? nil : 1 / x }
func both(_ x: Double) -> Double? { squareRoot(x).flatMap(reciprocal) }
print([4.0, 0, -1].map { both($0).map { "\($0)" } ?? "없음" })  // expect: ["0.5", "없음", "없음"]
let words = ["3", "가", "5", nil]
print(words.map { $0.flatMap { Int($0) } }.map { $0 == nil ? "x" : "o" }.joined(), words.compactMap { $0 }.compactMap { Int($0) })  // expect: oxox [3, 5]
print(words.compactMap { $0.map { $0 + "!" } }, words.map { $0?.count ?? 0 })  // expect: ["3!", "가!", "5!"] [1, 1, 1, 0]
func add(_ a: Int?, _ b: Int?) -> Int? { a.flatMap { a in b.map { b in a + b } } }
print(add(1, 2) ?? -1, add(nil, 2) ?? -1, [1, nil, 3].reduce(0) { add($0, $1) ?? $0 })  // expect: 3 -1 4
func all<T>(_ values: [T?]) -> [T]? {
    var result: [T] = []
    for value in values {
        guard let value else { return nil }
        result.append(value)
    }
    return result
}
print(all([1, 2, 3]) ?? [], all([1, nil]) == nil, all([Int?]())?.count ?? -1)  // expect: [1, 2, 3] true 0
extension Optional {
    func filter(_ test: (Wrapped) -> Bool) -> Wrapped? { flatMap { test($0) ? $0 : nil } }
    var asArray: [Wrapped] { map { [$0] } ?? [] }
}
extension Optional where Wrapped == String {
    var orEmpty: String { self ?? "" }
}
print(number.filter { $0 > 4 } ?? 0, number.filter { $0 > 5 } == nil, number.asArray, none.asArray)  // expect: 5 true [5] []
print(text.orEmpty, (nil as String?).orEmpty.isEmpty)  // expect: 42 true
let lookup = ["a": "b", "b": "c"]
print(lookup["a"].flatMap { lookup[$0] } ?? "-", lookup["b"].flatMap { lookup[$0] } ?? "-")  // expect: c -
var visited = 0
number.map { visited += $0 } ?? ()
none.map { visited += $0 } ?? ()
print(visited)  // expect: 5
