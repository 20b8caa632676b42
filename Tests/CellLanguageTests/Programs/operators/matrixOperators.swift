// Matrix algebra with operators: products, element-wise products, transposition, solving by elimination, broadcasting.
struct Matrix: Equatable {
    var rows: [[Double]]
    var shape: (Int, Int) { (rows.count, rows.first?.count ?? 0) }

    init(_ rows: [[Double]]) { self.rows = rows }
    init(diagonal: [Double]) {
        rows = diagonal.indices.map { i in diagonal.indices.map { i == $0 ? diagonal[i] : 0 } }
    }
    subscript(r: Int, c: Int) -> Double {
        get { rows[r][c] }
        set { rows[r][c] = newValue }
    }
}

infix operator ⊙ : AdditionPrecedence
infix operator • : MultiplicationPrecedence
infix operator ÷ : MultiplicationPrecedence
postfix operator ′
infix operator ⊙= : AssignmentPrecedence

extension Matrix {
    private static func zipped(_ a: Matrix, _ b: Matrix, _ f: (Double, Double) -> Double) -> Matrix {
        precondition(a.shape == b.shape, "shapes differ")
        return Matrix(zip(a.rows, b.rows).map { zip($0, $1).map(f) })
    }
    static func + (a: Matrix, b: Matrix) -> Matrix { zipped(a, b, +) }
    static func - (a: Matrix, b: Matrix) -> Matrix { zipped(a, b, -) }
    static func ⊙ (a: Matrix, b: Matrix) -> Matrix { zipped(a, b, *) }
    static func ⊙= (a: inout Matrix, b: Matrix) { a = a ⊙ b }
    static func += (a: inout Matrix, b: Matrix) { a = a + b }

    static func + (a: Matrix, row: [Double]) -> Matrix { Matrix(a.rows.map { zip($0, row).map(+) }) }
    static func * (k: Double, a: Matrix) -> Matrix { Matrix(a.rows.map { $0.map { k * $0 } }) }
    static func • (a: Matrix, b: Matrix) -> Matrix {
        let columns = b′.rows
        return Matrix(a.rows.map { row in columns.map { zip(row, $0).map(*).reduce(0, +) } })
    }
    static func • (a: Matrix, v: [Double]) -> [Double] { a.rows.map { zip($0, v).map(*).reduce(0, +) } }

    static postfix func ′ (a: Matrix) -> Matrix {
        Matrix((0..<a.shape.1).map { c in a.rows.map { $0[c] } })
    }

    // a ÷ b is the solution of a x = b, or nothing when there is not exactly one.
    static func ÷ (a: Matrix, b: [Double]) -> [Double]? {
        var m = zip(a.rows, b).map { $0 + [$1] }
        for i in m.indices {
            guard let p = (i..<m.count).max(by: { abs(m[$0][i]) < abs(m[$1][i]) }), abs(m[p][i]) > 1e-12 else { return nil }
            m.swapAt(i, p)
            m[i] = m[i].map { [d = m[i][i]] in $0 / d }
            for r in m.indices where r != i {
                let factor = m[r][i]
                m[r] = zip(m[r], m[i]).map { $0 - factor * $1 }
            }
        }
        return m.map { $0.last! }
    }
}

extension Matrix: CustomStringConvertible {
    var description: String { rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "; ") }
}

let a = Matrix([[1, 2], [3, 4]])
let b = Matrix([[0, 1], [2, 0]])
print(a • b)  // expect: 4.0 1.0; 8.0 3.0
print(a ⊙ b, a′, a - b, separator: " | ")  // expect: 0.0 2.0; 6.0 0.0 | 1.0 3.0; 2.0 4.0 | 1.0 1.0; 1.0 4.0
print(a + b ⊙ b • b, (a + b) ⊙ b • b, separator: " | ")  // expect: 2.0 0.0; 0.0 8.0 | 2.0 0.0; 0.0 8.0
print(a + [10, 20], 2 * a + b, a • [1, 1], separator: " | ")
// expect: 11.0 22.0; 13.0 24.0 | 2.0 5.0; 8.0 8.0 | [3.0, 7.0]
var c = a
c += b
c ⊙= Matrix(diagonal: [1, -1])
print(c, c == c′, c.shape)  // expect: 1.0 0.0; 0.0 -4.0 true (2, 2)
print((a • b)′ == b′ • a′, (a • Matrix(diagonal: [1, 1])) == a)  // expect: true true
print(a ÷ [5, 11] ?? [], a ÷ [1, 0] ?? [], Matrix([[1, 2], [2, 4]]) ÷ [1, 2] == nil)
// expect: [1.0, 2.0] [-1.9999999999999996, 1.4999999999999998] true
let system = Matrix([[0, 2, 1], [1, -2, -3], [-1, 1, 2]])
print((system ÷ [-8, 0, 3] ?? []).map { ($0 * 1000).rounded() / 1000 })  // expect: [-4.0, -5.0, 2.0]
// Least squares: the normal equations for a line through points.
let x = Matrix([0, 1, 2, 3].map { [1, $0] })
let y = [1.0, 3, 5, 7.5]
let fit = (x′ • x) ÷ (x′ • y)
print((fit ?? []).map { String(format: "%.2f", $0) })  // expect: ["0.90", "2.15"]
