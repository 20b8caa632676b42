// A matrix over any number type, with what only some number types can do in constrained extensions.
struct Matrix<Scalar: Numeric> {
    let rows: Int
    let columns: Int
    private(set) var grid: [Scalar]

    init(rows: Int, columns: Int, repeating value: Scalar = 0) {
        self.rows = rows
        self.columns = columns
        grid = Array(repeating: value, count: rows * columns)
    }

    init(_ lists: [[Scalar]]) {
        precondition(lists.allSatisfy { $0.count == lists[0].count }, "ragged rows")
        self.init(rows: lists.count, columns: lists[0].count)
        grid = lists.flatMap { $0 }
    }

    subscript(r: Int, c: Int) -> Scalar {
        get { grid[r * columns + c] }
        set { grid[r * columns + c] = newValue }
    }

    static func identity(_ n: Int) -> Matrix {
        var result = Matrix(rows: n, columns: n)
        for i in 0..<n { result[i, i] = 1 }
        return result
    }

    var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for r in 0..<rows {
            for c in 0..<columns { result[c, r] = self[r, c] }
        }
        return result
    }

    func map<T: Numeric>(_ change: (Scalar) -> T) -> Matrix<T> {
        var result = Matrix<T>(rows: rows, columns: columns)
        for r in 0..<rows {
            for c in 0..<columns { result[r, c] = change(self[r, c]) }
        }
        return result
    }

    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows, "shapes do not fit")
        var result = Matrix(rows: a.rows, columns: b.columns)
        for r in 0..<a.rows {
            for c in 0..<b.columns {
                for k in 0..<a.columns { result[r, c] += a[r, k] * b[k, c] }
            }
        }
        return result
    }

    static func + (a: Matrix, b: Matrix) -> Matrix {
        var result = a
        for i in result.grid.indices { result.grid[i] += b.grid[i] }
        return result
    }

    func power(_ n: Int) -> Matrix {
        if n == 0 { return .identity(rows) }
        let half = power(n / 2)
        return n % 2 == 0 ? half * half : half * half * self
    }
}

extension Matrix: Equatable where Scalar: Equatable {}

extension Matrix: CustomStringConvertible {
    var description: String {
        (0..<rows).map { r in (0..<columns).map { "\(self[r, $0])" }.joined(separator: " ") }.joined(separator: " | ")
    }
}

extension Matrix where Scalar: FloatingPoint {
    var norm: Scalar { grid.reduce(0) { $0 + $1 * $1 }.squareRoot() }

    var determinant: Scalar? {
        guard rows == columns else { return nil }
        var m = self
        var result: Scalar = 1
        for i in 0..<rows {
            guard let pivot = (i..<rows).max(by: { abs(m[$0, i]) < abs(m[$1, i]) }), m[pivot, i] != 0 else { return 0 }
            if pivot != i {
                for c in 0..<columns { (m[i, c], m[pivot, c]) = (m[pivot, c], m[i, c]) }
                result = -result
            }
            result *= m[i, i]
            for r in (i + 1)..<max(i + 1, rows) {
                let factor = m[r, i] / m[i, i]
                for c in i..<columns { m[r, c] -= factor * m[i, c] }
            }
        }
        return result
    }
}

let a = Matrix([[1, 2], [3, 4]])
let b = Matrix([[0, 1], [1, 0]])
print(a * b)  // expect: 2 1 | 4 3
print(a + b, a.transposed, separator: "; ")  // expect: 1 3 | 4 4; 1 3 | 2 4
print(a * .identity(2) == a, a * b == b * a, a.power(3))  // expect: true false 37 54 | 81 118
let fibonacci = Matrix([[1, 1], [1, 0]]).power(60)
print(fibonacci[0, 1])  // expect: 1548008755920
let x = a.map { Double($0) / 2 }
print(x, x.determinant ?? 0, Matrix([[3.0], [4]]).norm)  // expect: 0.5 1.0 | 1.5 2.0 -0.5 5.0
print(Matrix([[2.0, 0, 1], [4, 0, 3], [1, 5, 2]]).determinant!, Matrix([[1.0, 2]]).determinant == nil)
// expect: -10.0 true
print(Matrix([[1.0, 2], [2, 4]]).determinant!, (Matrix([[1, 2, 3]]) * Matrix([[1], [2], [3]]))[0, 0])  // expect: 0.0 14
