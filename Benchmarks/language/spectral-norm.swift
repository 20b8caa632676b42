// The largest singular value of an infinite matrix, from its upper left corner, by the power method.
func entry(_ row: Int, _ column: Int) -> Double {
    let diagonal = row + column
    return 1.0 / Double(diagonal * (diagonal + 1) / 2 + row + 1)
}

func product(_ vector: [Double]) -> [Double] {
    var result: [Double] = []
    for row in 0..<vector.count {
        var sum = 0.0
        for column in 0..<vector.count {
            sum += entry(row, column) * vector[column]
        }
        result.append(sum)
    }
    return result
}

func transposedProduct(_ vector: [Double]) -> [Double] {
    var result: [Double] = []
    for row in 0..<vector.count {
        var sum = 0.0
        for column in 0..<vector.count {
            sum += entry(column, row) * vector[column]
        }
        result.append(sum)
    }
    return result
}

func spectralNorm(_ size: Int) -> Double {
    var u = [Double](repeating: 1, count: size)
    var v: [Double] = []
    for _ in 0..<10 {
        v = transposedProduct(product(u))
        u = transposedProduct(product(v))
    }
    var uv = 0.0
    var vv = 0.0
    for i in 0..<size {
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    }
    return (uv / vv).squareRoot()
}

print(String(format: "%.9f", spectralNorm(100)))
print(String(format: "%.9f", spectralNorm(440)))
