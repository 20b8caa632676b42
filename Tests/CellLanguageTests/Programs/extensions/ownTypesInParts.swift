// A type of our own built up by extensions: storage first, then arithmetic, conformances and helpers, each in its part.
struct Vector {
    private var values: [Double]
    init(_ values: [Double]) { self.values = values }
}

// Access
extension Vector {
    var count: Int { values.count }
    subscript(i: Int) -> Double {
        get { values[i] }
        set { values[i] = newValue }
    }
    var array: [Double] { values }
    private func zipped(_ other: Vector, _ combine: (Double, Double) -> Double) -> Vector {
        precondition(count == other.count, "lengths differ")
        return Vector(zip(values, other.values).map(combine))
    }
}

// Arithmetic
extension Vector {
    static func zeros(_ n: Int) -> Vector { Vector(Array(repeating: 0, count: n)) }
    static func + (a: Vector, b: Vector) -> Vector { a.zipped(b, +) }
    static func - (a: Vector, b: Vector) -> Vector { a.zipped(b) { $0 - $1 } }
    static func * (k: Double, v: Vector) -> Vector { Vector(v.values.map { k * $0 }) }
    func dot(_ other: Vector) -> Double { zipped(other, *).values.reduce(0, +) }
    var norm: Double { dot(self).squareRoot() }
    mutating func normalise() {
        let n = norm
        guard n > 0 else { return }
        for i in values.indices { values[i] /= n }
    }
}

// Conformances
extension Vector: Equatable {}
extension Vector: CustomStringConvertible {
    var description: String { "[" + values.map { "\($0)" }.joined(separator: ", ") + "]" }
}
extension Vector: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Double...) { self.init(elements) }
}
extension Vector: Sequence {
    func makeIterator() -> IndexingIterator<[Double]> { values.makeIterator() }
}

// For learning
extension Vector {
    struct Statistics {
        let mean: Double
        let variance: Double
        var deviation: Double { variance.squareRoot() }
    }
    var statistics: Statistics {
        let mean = reduce(0, +) / Double(count)
        return Statistics(mean: mean, variance: map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count))
    }
    var softmax: Vector {
        let top = self.max() ?? 0
        let powers = map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return Vector(powers.map { $0 / sum })
    }
    func cosine(_ other: Vector) -> Double { dot(other) / (norm * other.norm) }
    var argmax: Int { values.indices.max { values[$0] < values[$1] } ?? -1 }
}

extension Array where Element == Vector {
    var mean: Vector {
        guard let first else { return [] }
        return (1 / Double(count)) * dropFirst().reduce(first, +)
    }
    func nearest(to point: Vector) -> Int? { indices.min { (self[$0] - point).norm < (self[$1] - point).norm } }
}

var v: Vector = [3, 4]
print(v, v.norm, v + [1, 1], 2 * v - v == v)  // expect: [3.0, 4.0] 5.0 [4.0, 5.0] true
v[0] = 0
v.normalise()
print(v, v.count, Vector.zeros(2) == [0, 0], Array(v))  // expect: [0.0, 1.0] 2 true [0.0, 1.0]
print(v.contains(1), v.map { $0 + 1 }, v.sorted(by: >), v.dot([5, 6]))  // expect: true [1.0, 2.0] [1.0, 0.0] 6.0
let data: Vector = [2, 4, 4, 4, 5, 5, 7, 9]
print(data.statistics.mean, data.statistics.deviation, data.argmax)  // expect: 5.0 2.0 7
let p = Vector([1, 2, 3]).softmax
print(p.map { String(format: "%.3f", $0) }, abs(p.reduce(0, +) - 1) < 1e-12, p.argmax)
// expect: ["0.090", "0.245", "0.665"] true 2
print(Vector([1, 0]).cosine([0, 2]), Vector([1, 2]).cosine([2, 4]) > 0.9999)  // expect: 0.0 true
let points: [Vector] = [[0, 0], [4, 0], [2, 6]]
print(points.mean, points.nearest(to: [3, 1]) ?? -1, [Vector]().nearest(to: [1]) == nil, [Vector]().mean)
// expect: [2.0, 2.0] 1 true []
for (i, x) in data.enumerated() where x > 6 { print(i, x) }
// expect: 6 7.0
// expect: 7 9.0
