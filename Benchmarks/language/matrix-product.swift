// Matrices as lists of rows, multiplied by hand.
func makeMatrix(_ rows: Int, _ columns: Int, _ scale: Double) -> [[Double]] {
    var matrix: [[Double]] = []
    for i in 0..<rows {
        var row: [Double] = []
        for j in 0..<columns {
            row.append(scale * Double(i - j) * Double(i + j))
        }
        matrix.append(row)
    }
    return matrix
}

func transposed(_ matrix: [[Double]]) -> [[Double]] {
    var result: [[Double]] = []
    for j in 0..<matrix[0].count {
        var row: [Double] = []
        for i in 0..<matrix.count {
            row.append(matrix[i][j])
        }
        result.append(row)
    }
    return result
}

func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    let columns = b[0].count
    var result = [[Double]](repeating: [Double](repeating: 0, count: columns), count: a.count)
    for i in 0..<a.count {
        for j in 0..<columns {
            var sum = 0.0
            for k in 0..<b.count {
                sum += a[i][k] * b[k][j]
            }
            result[i][j] = sum
        }
    }
    return result
}

let size = 200
let scale = 1.0 / Double(size * size)
let a = makeMatrix(size, size, scale)
let b = makeMatrix(size, size, scale)
let c = product(a, b)
let d = product(transposed(a), b)
print(String(format: "%.9f %.9f", c[0][0], c[size / 2][size / 2]))
print(String(format: "%.9f %.9f", d[0][0], d[size / 2][size / 2]))
