// Constraints: where clauses on functions, methods, extensions and subscripts; overloads by how much is known.
struct Table<Row: Hashable, Column: Hashable, Value> {
    private var cells: [Row: [Column: Value]] = [:]

    subscript(row: Row, column: Column) -> Value? {
        get { cells[row]?[column] }
        set { cells[row, default: [:]][column] = newValue }
    }

    subscript(row: Row, column: Column, default value: @autoclosure () -> Value) -> Value {
        get { cells[row]?[column] ?? value() }
        set { cells[row, default: [:]][column] = newValue }
    }

    subscript<T>(row: Row, as convert: (Value) -> T) -> [Column: T] {
        (cells[row] ?? [:]).mapValues(convert)
    }

    func sum(_ row: Row) -> Value where Value: AdditiveArithmetic {
        cells[row]?.values.reduce(.zero) { $0 + $1 } ?? .zero
    }

    func rows() -> [Row] where Row: Comparable { cells.keys.sorted() }

    func best(_ row: Row) -> Column? where Value: Comparable, Column: Comparable {
        cells[row]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension Table where Value: BinaryInteger {
    func shares(_ row: Row) -> [Column: Double] {
        let total = Double(Int(sum(row)))
        return self[row, as: { total == 0 ? 0 : Double(Int($0)) / total }]
    }
}

var grammar = Table<String, String, Int>()
let text = "the cat sat on the mat the cat ran".split(separator: " ").map(String.init)
for (a, b) in zip(text, text.dropFirst()) { grammar[a, b, default: 0] += 1 }
print(grammar["the", "cat"] ?? 0, grammar["the", "dog"] == nil, grammar.sum("the"), grammar.sum("nothing"))
// expect: 2 true 3 0
print(grammar.rows(), grammar.best("the") ?? "-", grammar.best("cat") ?? "-", grammar.best("x") == nil)
// expect: ["cat", "mat", "on", "sat", "the"] cat ran true
print(String(format: "%.3f", grammar.shares("the")["cat"]!), grammar.shares("sat"))  // expect: 0.667 ["on": 1.0]
grammar["the", "cat"] = nil
print(grammar.best("the")!, grammar["on", as: { $0 * 100 }])  // expect: mat ["the": 100]

func kind<T>(_ value: T) -> String { "anything" }
func kind<T: Equatable>(_ value: T) -> String { "equatable" }
func kind<T: Comparable>(_ value: T) -> String { "comparable" }
func kind<T: BinaryInteger>(_ value: T) -> String { "integer" }
func kind(_ value: Int) -> String { "Int" }
print(kind(1), kind(UInt8(1)), kind("a"), kind([1]), kind({ 1 }), kind(2.5))
// expect: Int integer comparable equatable anything comparable
func forwarded<T: Comparable>(_ value: T) -> String { kind(value) }
print(forwarded(1), forwarded("x"))  // expect: comparable comparable

func same<A: Collection, B: Collection>(_ a: A, _ b: B) -> Bool where A.Element == B.Element, A.Element: Equatable {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 }
}
print(same([1, 2], 1...2), same("ab", ["a", "b"]), same([0.5][...], [0.5, 1]))  // expect: true true false

func flattened<C: Collection>(_ lists: C) -> [C.Element.Element] where C.Element: Collection { lists.flatMap { $0 } }
print(flattened([[1], [2, 3]]), flattened(["ab", "c"]), flattened([1...2, 5...6]))
// expect: [1, 2, 3] ["a", "b", "c"] [1, 2, 5, 6]

func index<K, V>(_ values: [V], by key: (V) -> K) -> [K: V] where K: Hashable {
    var result: [K: V] = [:]
    for value in values { result[key(value)] = value }
    return result
}
let byLength = index(["가", "나다", "라", "마바사"]) { $0.count }
print(byLength.keys.sorted(), byLength[1]!)  // expect: [1, 2, 3] 라

func converted<From: BinaryInteger, To: BinaryInteger>(_ values: [From], to type: To.Type) -> [To] {
    values.compactMap { To(exactly: $0) }
}
print(converted([1, 300, -1], to: UInt8.self), converted([UInt8(200)], to: Int.self).map { $0 * 2 })
// expect: [1] [400]
func parse<T: LosslessStringConvertible>(_ text: String, default value: T) -> T { T(text) ?? value }
print(parse("12", default: 0) + 1, parse("1.5", default: 0.0), parse("yes", default: false), parse("글", default: ""))
// expect: 13 1.5 false 글
