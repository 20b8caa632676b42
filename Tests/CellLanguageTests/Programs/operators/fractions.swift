// Exact fractions: the four operations, comparison, negation, mixed operands, compound assignment, reduction of sums.
struct Fraction: Comparable, CustomStringConvertible {
    let top: Int
    let bottom: Int

    init(_ top: Int, _ bottom: Int = 1) {
        precondition(bottom != 0, "zero below")
        var (a, b) = (abs(top), abs(bottom))
        while b != 0 { (a, b) = (b, a % b) }
        let sign = (top < 0) != (bottom < 0) ? -1 : 1
        self.top = sign * abs(top) / max(a, 1)
        self.bottom = abs(bottom) / max(a, 1)
    }

    static func + (a: Self, b: Self) -> Self { Self(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom) }
    static func - (a: Self, b: Self) -> Self { a + -b }
    static func * (a: Self, b: Self) -> Self { Self(a.top * b.top, a.bottom * b.bottom) }
    static func / (a: Self, b: Self) -> Self { Self(a.top * b.bottom, a.bottom * b.top) }
    static prefix func - (a: Self) -> Self { Self(-a.top, a.bottom) }
    static func < (a: Self, b: Self) -> Bool { a.top * b.bottom < b.top * a.bottom }

    static func * (a: Int, b: Self) -> Self { Self(a) * b }
    static func + (a: Self, b: Int) -> Self { a + Self(b) }

    static func += (a: inout Self, b: Self) { a = a + b }
    static func -= (a: inout Self, b: Self) { a = a - b }
    static func *= (a: inout Self, b: Self) { a = a * b }
    static func /= (a: inout Self, b: Int) { a = Self(a.top, a.bottom * b) }

    var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
    var value: Double { Double(top) / Double(bottom) }
}

infix operator ⁄ : MultiplicationPrecedence
func ⁄ (top: Int, bottom: Int) -> Fraction { Fraction(top, bottom) }

let half = Fraction(1, 2)
let third = 1 ⁄ 3
print(half + third, half - third, half * third, half / third)  // expect: 5/6 1/6 1/6 3/2
print(-half, 3 * half, half + 2, Fraction(4, -6), Fraction(0, 5))  // expect: -1/2 3/2 5/2 -2/3 0
print(half > third, half == 2 ⁄ 4, max(half, third), [half, third, 3 ⁄ 4].sorted())
// expect: true true 1/2 [1/3, 1/2, 3/4]
var sum = Fraction(0)
for n in 1...10 { sum += 1 ⁄ n }
print(sum, sum.value)  // expect: 7381/2520 2.9289682539682538
sum -= 7381 ⁄ 2520
sum *= half
print(sum, sum == Fraction(0), sum.bottom)  // expect: 0 true 1
var x = Fraction(3, 4)
x /= 3
x += x
print(x, x + x * x - x / x, -x * -x)  // expect: 1/2 -1/4 1/4
print((1...4).map { 1 ⁄ $0 }.reduce(Fraction(1), *), [half, third].reduce(Fraction(0), +))  // expect: 1/24 5/6
print(1 ⁄ 2 + 1 ⁄ 3 * (6 ⁄ 1) < 3 ⁄ 1, (half...1 ⁄ 1).contains(2 ⁄ 3), [third, half].min { $0.value > $1.value }!)
// expect: true true 1/2
