// A random access collection of our own: a few requirements bring map, slices, reversed, indices and sorting.
struct Polynomial: RandomAccessCollection, MutableCollection {
    private var coefficients: [Double]

    init(_ coefficients: Double...) { self.coefficients = coefficients }

    var startIndex: Int { 0 }
    var endIndex: Int { coefficients.count }

    subscript(power: Int) -> Double {
        get { coefficients[power] }
        set { coefficients[power] = newValue }
    }

    func makeIterator() -> IndexingIterator<[Double]> { coefficients.makeIterator() }

    func value(at x: Double) -> Double { reversed().reduce(0) { $0 * x + $1 } }

    var derivative: Polynomial {
        var result = Polynomial()
        result.coefficients = enumerated().dropFirst().map { Double($0) * $1 }
        return result
    }
}

var p = Polynomial(1, 0, -2, 0.5)
print(p.count, p.isEmpty, p.first ?? 0, p.last ?? 0, p[2])  // expect: 4 false 1.0 0.5 -2.0
print(p.value(at: 2), p.derivative.value(at: 2), Array(p.derivative))  // expect: -3.0 -2.0 [0.0, -4.0, 1.5]
p[1] = 4
p.swapAt(0, 3)
print(Array(p), p.map { $0 * 2 }, p.max()!)  // expect: [0.5, 4.0, -2.0, 1.0] [1.0, 8.0, -4.0, 2.0] 4.0
print(Array(p.reversed()), Array(p[1...2]), p.firstIndex(of: -2) ?? -1)  // expect: [1.0, -2.0, 4.0, 0.5] [4.0, -2.0] 2
print(Array(p.dropLast()), p.contains(4), p.indices.filter { p[$0] > 0 }, p.sorted())
// expect: [0.5, 4.0, -2.0] true [0, 1, 3] [-2.0, 0.5, 1.0, 4.0]
p.sort()
p.reverse()
print(Array(p), p.prefix(2).reduce(0, +))  // expect: [4.0, 1.0, 0.5, -2.0] 5.0
for (i, c) in p.enumerated() where c < 1 { print(i, c) }
// expect: 2 0.5
// expect: 3 -2.0
for i in p.indices { p[i] /= 2 }
print(zip(p, p.dropFirst()).map { $0 - $1 })  // expect: [1.5, 0.25, 1.25]
print(p.distance(from: 1, to: 4), p.index(after: 2), p.index(0, offsetBy: 3), p.randomAccessSum())
// expect: 3 3 3 1.75

extension RandomAccessCollection where Element: Numeric {
    func randomAccessSum() -> Element { reduce(0) { $0 + $1 } }
}

// Ordered keys in front of a dictionary: a collection of pairs.
struct OrderedTable<Key: Hashable, Value>: Collection {
    private var keys: [Key] = []
    private var values: [Key: Value] = [:]

    var startIndex: Int { keys.startIndex }
    var endIndex: Int { keys.endIndex }
    func index(after i: Int) -> Int { i + 1 }
    subscript(position: Int) -> (key: Key, value: Value) { (keys[position], values[keys[position]]!) }

    func makeIterator() -> AnyIterator<(key: Key, value: Value)> {
        var rest = keys[...]
        return AnyIterator { rest.popFirst().map { (key: $0, value: values[$0]!) } }
    }

    subscript(key key: Key) -> Value? {
        get { values[key] }
        set {
            if newValue == nil {
                keys.removeAll { $0 == key }
            } else if values[key] == nil {
                keys.append(key)
            }
            values[key] = newValue
        }
    }
}
var table = OrderedTable<String, Int>()
for (i, word) in ["둘", "하나", "셋", "하나"].enumerated() { table[key: word] = i }
print(table.count, table.map { "\($0.key)\($0.value)" }, table.first!.key)  // expect: 3 ["둘0", "하나3", "셋2"] 둘
table[key: "둘"] = nil
table[key: "넷"] = 4
table[key: "셋"]? *= 10
for (key, value) in table { print(key, value, terminator: "; ") }
print(table.isEmpty, table[key: "둘"] == nil, table[1].value)  // expect: 하나 3; 셋 20; 넷 4; false true 20
print(table.first { $0.value > 3 }?.key ?? "-", table.reduce(0) { $0 + $1.value }, Array(table.indices))
// expect: 셋 27 [0, 1, 2]
