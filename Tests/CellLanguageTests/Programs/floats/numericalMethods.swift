// Newton's method, bisection, integration, derivatives and series.
func newton(_ f: (Double) -> Double, _ slope: (Double) -> Double, from start: Double) -> (root: Double, steps: Int) {
    var x = start, steps = 0
    while abs(f(x)) > 1e-12 && steps < 50 {
        x -= f(x) / slope(x)
        steps += 1
    }
    return (x, steps)
}
let (root, steps) = newton({ $0 * $0 - 2 }, { 2 * $0 }, from: 1)
print(String(format: "%.12f", root), steps, abs(root - 2.0.squareRoot()) < 1e-12)  // expect: 1.414213562373 5 true
func bisect(_ range: ClosedRange<Double>, _ f: (Double) -> Double) -> Double? {
    var (low, high) = (range.lowerBound, range.upperBound)
    guard f(low) * f(high) <= 0 else { return nil }
    for _ in 0..<60 {
        let middle = (low + high) / 2
        if f(low) * f(middle) <= 0 { high = middle } else { low = middle }
    }
    return (low + high) / 2
}
print(String(format: "%.8f", bisect(0...2) { cos($0) } ?? 0), bisect(2...3) { $0 * $0 } == nil)  // expect: 1.57079633 true
func integral(_ f: (Double) -> Double, _ a: Double, _ b: Double, pieces: Int = 1000) -> Double {
    let h = (b - a) / Double(pieces)
    var total = (f(a) + f(b)) / 2
    for i in 1..<pieces { total += f(a + Double(i) * h) }
    return total * h
}
print(String(format: "%.5f %.5f", integral({ $0 * $0 }, 0, 3), integral(sin, 0, .pi)))  // expect: 9.00000 2.00000
func derivative(_ f: @escaping (Double) -> Double, step h: Double = 1e-5) -> (Double) -> Double {
    { x in (f(x + h) - f(x - h)) / (2 * h) }
}
let slope = derivative { $0 * $0 * $0 }
print([0.0, 1, 2].map { String(format: "%.4f", slope($0)) })  // expect: ["0.0000", "3.0000", "12.0000"]
func series(_ x: Double, terms: Int) -> Double {
    var term = 1.0, sum = 1.0
    for n in 1..<terms {
        term *= x / Double(n)
        sum += term
    }
    return sum
}
print([2, 5, 10, 20].map { String(format: "%.6f", series(1, terms: $0)) }, abs(series(-2, terms: 30) - exp(-2)) < 1e-12)  // expect: ["2.000000", "2.708333", "2.718282", "2.718282"] true
var position = 0.0, velocity = 10.0, time = 0.0
while position >= 0 {
    velocity -= 9.8 * 0.01
    position += velocity * 0.01
    time += 0.01
}
print(String(format: "%.2f초 뒤 %.2fm/s", time, velocity))  // expect: 2.04초 뒤 -9.99m/s
