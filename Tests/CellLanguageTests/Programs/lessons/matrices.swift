// Matrices: products, transposes, powers, determinants and solving equations by elimination.
struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, columns: Int
    private var values: [Double]
    init(_ rows: [[Double]]) {
        self.rows = rows.count
        columns = rows.first?.count ?? 0
        values = rows.flatMap { $0 }
    }
    init(rows: Int, columns: Int, _ value: (Int, Int) -> Double = { _, _ in 0 }) {
        (self.rows, self.columns) = (rows, columns)
        values = (0..<rows).flatMap { row in (0..<columns).map { value(row, $0) } }
    }
    static func identity(_ size: Int) -> Matrix { Matrix(rows: size, columns: size) { $0 == $1 ? 1 : 0 } }
    subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }
    subscript(row row: Int) -> [Double] { Array(values[row * columns..<(row + 1) * columns]) }
    var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }
    static func + (a: Matrix, b: Matrix) -> Matrix { Matrix(rows: a.rows, columns: a.columns) { a[$0, $1] + b[$0, $1] } }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows, "모양이 맞지 않는다")
        return Matrix(rows: a.rows, columns: b.columns) { row, column in
            (0..<a.columns).reduce(0) { $0 + a[row, $1] * b[$1, column] }
        }
    }
    static func * (a: Double, m: Matrix) -> Matrix { Matrix(rows: m.rows, columns: m.columns) { a * m[$0, $1] } }
    func power(_ n: Int) -> Matrix {
        if n == 0 { return .identity(rows) }
        let half = power(n / 2)
        return n % 2 == 0 ? half * half : half * half * self
    }
    var determinant: Double {
        var m = self, result = 1.0
        for k in 0..<rows {
            guard let pivot = (k..<rows).max(by: { abs(m[$0, k]) < abs(m[$1, k]) }), m[pivot, k] != 0 else { return 0 }
            if pivot != k {
                m.swapRows(pivot, k)
                result.negate()
            }
            result *= m[k, k]
            for i in k + 1..<rows where k + 1 < rows { m.subtract(row: k, times: m[i, k] / m[k, k], from: i) }
        }
        return result
    }
    mutating func swapRows(_ a: Int, _ b: Int) { for j in 0..<columns { (self[a, j], self[b, j]) = (self[b, j], self[a, j]) } }
    mutating func subtract(row source: Int, times factor: Double, from target: Int) {
        for j in 0..<columns { self[target, j] -= factor * self[source, j] }
    }
    func solve(_ right: [Double]) -> [Double]? {
        var m = Matrix(rows: rows, columns: columns + 1) { $1 == columns ? right[$0] : self[$0, $1] }
        for k in 0..<rows {
            guard let pivot = (k..<rows).first(where: { abs(m[$0, k]) > 1e-12 }) else { return nil }
            if pivot != k { m.swapRows(pivot, k) }
            let scale = m[k, k]
            for j in 0...columns { m[k, j] /= scale }
            for i in 0..<rows where i != k { m.subtract(row: k, times: m[i, k], from: i) }
        }
        return (0..<rows).map { m[$0, columns] }
    }
    var description: String { (0..<rows).map { self[row: $0].map { "\($0)" }.joined(separator: " ") }.joined(separator: " / ") }
}
let a = Matrix([[1, 2], [3, 4]]), b = Matrix([[0, 1], [1, 0]])
print(a * b, "|", a + b, "|", 2 * a, "|", a.transposed)  // expect: 2.0 1.0 / 4.0 3.0 | 1.0 3.0 / 4.0 4.0 | 2.0 4.0 / 6.0 8.0 | 1.0 3.0 / 2.0 4.0
print(a * .identity(2) == a, (a * b).transposed == b.transposed * a.transposed, a * b == b * a)  // expect: true true false
print(Matrix([[1, 1], [1, 0]]).power(10), "|", a.power(0), "|", a[row: 1])  // expect: 89.0 55.0 / 55.0 34.0 | 1.0 0.0 / 0.0 1.0 | [3.0, 4.0]
print(a.determinant, Matrix([[0, 2], [3, 0]]).determinant, Matrix([[1, 2], [2, 4]]).determinant, Matrix.identity(3).determinant)  // expect: -2.0 -6.0 0.0 1.0
print(Matrix([[2, 1], [1, 3]]).solve([3, 5])!.map { String(format: "%.2f", $0) }, Matrix([[0, 1], [1, 0]]).solve([7, 8]) ?? [], Matrix([[1, 2], [2, 4]]).solve([1, 1]) == nil)  // expect: ["0.80", "1.40"] [8.0, 7.0] true
let wide = Matrix([[1, 2, 3], [4, 5, 6]])
print(wide * wide.transposed, "|", wide.transposed * wide == (wide.transposed * wide).transposed, wide.rows, wide.transposed.rows)  // expect: 14.0 32.0 / 32.0 77.0 | true 2 3
var rotation = Matrix(rows: 2, columns: 2)
(rotation[0, 1], rotation[1, 0]) = (-1, 1)
print(rotation, "|", rotation.power(4) == .identity(2), rotation * rotation == -1 * Matrix.identity(2))  // expect: 0.0 -1.0 / 1.0 0.0 | true true
