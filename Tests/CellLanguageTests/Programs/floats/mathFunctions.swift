// Foundation's mathematics on Doubles and Floats.
print(sqrt(2.0), cbrt(8.0), pow(2.0, 10.0), pow(2.0, 0.5), pow(-8.0, 3.0), hypot(3.0, 4))  // expect: 1.4142135623730951 2.0 1024.0 1.4142135623730951 -512.0 5.0
print(exp(0.0), exp(1.0), log(M_E), log2(8.0), log10(0.001), log1p(0.0), expm1(0.0))  // expect: 1.0 2.718281828459045 1.0 3.0 -3.0 0.0 0.0
print(sin(0.0), cos(0.0), tan(0.0), abs(sin(Double.pi)) < 1e-15, cos(Double.pi))  // expect: 0.0 1.0 0.0 true -1.0
print(atan2(1.0, 1) == .pi / 4, asin(1.0) == .pi / 2, acos(1.0), atan(0.0))  // expect: true true 0.0 0.0
print(sinh(0.0), cosh(0.0), tanh(0.5) > 0.46, tanh(100.0), fabs(-2.5), fmax(1.0, 2), fmin(1.0, 2))  // expect: 0.0 1.0 true 1.0 2.5 2.0 1.0
print(sqrt(2 as Float), pow(2 as Float, 3), exp(1 as Float))  // expect: 1.4142135 8.0 2.7182817
print(floor(2.7), ceil(2.1), round(-2.5), trunc(2.9))  // expect: 2.0 3.0 -3.0 2.0
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
print(sigmoid(0), [-1.0, 1].map { (sigmoid($0) * 1000).rounded() / 1000 })  // expect: 0.5 [0.269, 0.731]
func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
print(degrees(.pi), degrees(atan(1)).rounded())  // expect: 180.0 45.0
func distance(_ a: [Double], _ b: [Double]) -> Double {
    sqrt(zip(a, b).map { pow($0 - $1, 2) }.reduce(0, +))
}
print(distance([0, 3], [4, 0]), distance([1, 2, 3], [1, 2, 3]))  // expect: 5.0 0.0
func entropy(_ counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    return -counts.filter { $0 > 0 }.map { Double($0) / total }.map { $0 * log2($0) }.reduce(0, +)
}
print(entropy([1, 1]), entropy([1, 1, 1, 1]), entropy([1, 1, 2, 0]))  // expect: 1.0 2.0 1.5
let unary: [(String, (Double) -> Double)] = [("sqrt", sqrt), ("floor", floor), ("exp", exp)]
print(unary.map { "\($0.0) \($0.1(4))".prefix(9) }.joined(separator: ", "))  // expect: sqrt 2.0, floor 4.0, exp 54.59
print(sqrt(16), abs(-3), abs(-3.5), pow(10.0, -2.0))  // expect: 4.0 3 3.5 0.01
