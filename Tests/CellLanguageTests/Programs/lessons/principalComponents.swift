// The directions of greatest spread found by power iteration on a covariance matrix.
typealias Vector = [Double]
typealias Matrix = [[Double]]
let data: Matrix = [
    [1.0, 1.2], [2, 1.5], [3, 3.1], [4, 3.8], [5, 4.4], [6, 6.3], [7, 6.6], [8, 8.4], [2.5, 2], [5.5, 5.9],
]
func dot(_ a: Vector, _ b: Vector) -> Double { zip(a, b).map(*).reduce(0, +) }
func scaled(_ a: Vector, by factor: Double) -> Vector { a.map { $0 * factor } }
func times(_ m: Matrix, _ v: Vector) -> Vector { m.map { dot($0, v) } }
func column(_ m: Matrix, _ index: Int) -> Vector { m.map { $0[index] } }
func outer(_ a: Vector, _ b: Vector) -> Matrix { a.map { x in b.map { x * $0 } } }
let width = data[0].count
let means = (0..<width).map { column(data, $0).reduce(0, +) / Double(data.count) }
let centred = data.map { row in zip(row, means).map { $0 - $1 } }
let covariance: Matrix = (0..<width).map { i in
    (0..<width).map { j in dot(column(centred, i), column(centred, j)) / Double(data.count - 1) }
}
print(means.map { String(format: "%.2f", $0) }, covariance.map { $0.map { String(format: "%.4f", $0) } })  // expect: ["4.40", "4.32"] [["5.2111", "5.4744"], ["5.4744", "5.8996"]]
func powerIteration(_ m: Matrix, steps: Int = 100) -> (value: Double, vector: Vector) {
    var v = m.indices.map { 1 / Double($0 + 1) }
    for _ in 0..<steps {
        let next = times(m, v)
        v = scaled(next, by: 1 / dot(next, next).squareRoot())
    }
    return (dot(v, times(m, v)), v)
}
func components(_ m: Matrix) -> [(value: Double, vector: Vector)] {
    var rest = m, found: [(value: Double, vector: Vector)] = []
    for _ in m.indices {
        let (value, vector) = powerIteration(rest)
        found.append((value, vector))
        let part = outer(vector, scaled(vector, by: value))
        rest = zip(rest, part).map { a, b in zip(a, b).map { $0 - $1 } }
    }
    return found
}
let found = components(covariance)
for (value, vector) in found {
    let sign = vector[0] < 0 ? -1.0 : 1.0
    print(String(format: "%.4f", value), vector.map { String(format: "%+.4f", $0 * sign) })
}  // expect: 11.0406 ["+0.6846", "+0.7290"]
// expect: 0.0701 ["+0.7290", "-0.6846"]
let total = found.map(\.value).reduce(0, +)
print(found.map { String(format: "%.1f%%", $0.value / total * 100) }, abs(total - covariance[0][0] - covariance[1][1]) < 1e-9)  // expect: ["99.4%", "0.6%"] true
print(abs(dot(found[0].vector, found[1].vector)) < 1e-6, found.allSatisfy { abs(dot($0.vector, $0.vector) - 1) < 1e-9 })  // expect: true true
let projected = centred.map { abs(dot($0, found[0].vector)) }
print(projected.prefix(3).map { String(format: "%.3f", $0) }, projected.indices.max { projected[$0] < projected[$1] }!)  // expect: ["4.602", "3.699", "1.848"] 7
func restored(_ row: Vector) -> Vector {
    zip(scaled(found[0].vector, by: dot(row, found[0].vector)), means).map { $0 + $1 }
}
var error = 0.0
for (row, flat) in zip(data, centred.map(restored)) {
    let difference = zip(row, flat).map { $0 - $1 }
    error += dot(difference, difference)
}
print(String(format: "%.4f", error), abs(error / Double(data.count - 1) - found[1].value) < 1e-9)  // expect: 0.6307 true
