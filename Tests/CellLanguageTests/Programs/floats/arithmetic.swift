// Arithmetic of Doubles and Floats: remainders, magnitudes, accumulated error, mixed conversions.
print(7.5 + 2, 7.5 - 2, 7.5 * 2, 7.5 / 2, -7.5)  // expect: 9.5 5.5 15.0 3.75 -7.5
print(7.5.truncatingRemainder(dividingBy: 2), (-7.5).truncatingRemainder(dividingBy: 2))  // expect: 1.5 -1.5
print(7.5.remainder(dividingBy: 2), fmod(10.5, 3), 5.3.truncatingRemainder(dividingBy: 1))  // expect: -0.5 1.5 0.2999999999999998
print((-4.5).magnitude, abs(-4.5), abs(4.5 as Float), 4.0.squareRoot(), 2.addingProduct(3, 4.5))  // expect: 4.5 4.5 4.5 2.0 15.5
var sum = 0.0
for _ in 0..<10 { sum += 0.1 }
print(sum, sum == 1, abs(sum - 1) < 1e-12)  // expect: 0.9999999999999999 false true
var single: Float = 0
for _ in 0..<10 { single += 0.1 }
print(single)  // expect: 1.0000001
func kahan(_ values: [Double]) -> Double {
    var sum = 0.0, lost = 0.0
    for value in values {
        let corrected = value - lost
        let next = sum + corrected
        lost = (next - sum) - corrected
        sum = next
    }
    return sum
}
let tenths = [Double](repeating: 0.1, count: 1000)
print(tenths.reduce(0, +), kahan(tenths))  // expect: 99.9999999999986 100.0
let count = 7
print(Double(count) / 2, Double(count / 2), Int(Double(count) / 2 * 3), Float(count) / 3)  // expect: 3.5 3.0 10 2.3333333
var x = 10.0
x += 5; x -= 1; x *= 2; x /= 7
print(x, x.truncatingRemainder(dividingBy: 3))  // expect: 4.0 1.0
x.negate()
print(x, -x, x.magnitude, x < 0 ? "음수" : "양수")  // expect: -4.0 4.0 4.0 음수
print(1e16 + 1 - 1e16, (1e16 - 1e16) + 1, 0.1 * 3, 0.3 / 3 == 0.1)  // expect: 0.0 1.0 0.30000000000000004 false
print(min(1.5, 0.5, 2), max(1.5, 0.5, 2), [2.5, 0.5].min()!, x < 2, x >= x)  // expect: 0.5 2.0 0.5 true true
let fahrenheit = [32.0, 98.6, 212].map { ($0 - 32) * 5 / 9 }
print(fahrenheit)  // expect: [0.0, 37.0, 100.0]
print(stride(from: 0.0, to: 1, by: 0.25).map { $0 }, Array(stride(from: 1.0, through: 0, by: -0.5)))  // expect: [0.0, 0.25, 0.5, 0.75] [1.0, 0.5, 0.0]
print(3.0.distance(to: 5.5), (2.5).advanced(by: 1.5), Double(sign: .minus, exponent: 3, significand: 1.5))  // expect: 2.5 4.0 -12.0
