// Lists through map, filter and reduce, with closures that capture what they need.
func standardized(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0.0) { $0 + $1 } / Double(values.count)
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0.0) { $0 + $1 } / Double(values.count)
    let deviation = variance.squareRoot()
    return values.map { ($0 - mean) / deviation }
}

func compose(_ first: @escaping (Int) -> Int, _ second: @escaping (Int) -> Int) -> (Int) -> Int {
    return { second(first($0)) }
}

func evenSquares(below limit: Int, dividing divisor: Int) -> Int {
    return (0..<limit).map { $0 * $0 }.filter { $0 % divisor == 0 }.map { $0 / divisor }.reduce(0) { $0 + $1 }
}

var total = 0
for divisor in 2...8 {
    total += evenSquares(below: 150_000, dividing: divisor)
}
print("sum of squares", total)

var values = (0..<300_000).map { Double(($0 * 7_919) % 10_007) }
for _ in 0..<4 {
    values = standardized(values).filter { abs($0) < 1.6 }
}
print(values.count, "values stay")
print(String(format: "%.9f", values.map { $0 * $0 }.reduce(0.0) { $0 + $1 }))

var step: (Int) -> Int = { $0 + 1 }
for factor in 1...6 {
    step = compose(step) { ($0 * factor + factor) % 1_000_003 }
}
print("composed", (0..<90_000).map(step).reduce(0) { ($0 + $1) % 1_000_003 })
