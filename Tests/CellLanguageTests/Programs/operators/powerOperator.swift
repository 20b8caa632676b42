// An operator of one's own needs a precedence: power binds tighter than multiplication and to the right.
precedencegroup PowerPrecedence {
    higherThan: MultiplicationPrecedence
    associativity: right
}
infix operator ** : PowerPrecedence

func ** (base: Int, exponent: Int) -> Int {
    precondition(exponent >= 0, "negative exponent")
    return (0..<exponent).reduce(1) { result, _ in result * base }
}

func ** (base: Double, exponent: Int) -> Double {
    exponent < 0 ? 1 / (base ** -exponent) : (0..<exponent).reduce(1) { result, _ in result * base }
}

print(2 ** 10)  // expect: 1024
print(2 * 3 ** 2, 2 ** 3 ** 2, (2 ** 3) ** 2)  // expect: 18 512 64
print(1.5 ** 2, 2.0 ** -2)  // expect: 2.25 0.25
print((1...5).map { $0 ** 2 })  // expect: [1, 4, 9, 16, 25]

prefix operator √
prefix func √ (value: Double) -> Double { value.squareRoot() }
print(√16, √(3.0 ** 2 + 4.0 ** 2))  // expect: 4.0 5.0

infix operator ± : AdditionPrecedence
func ± (center: Double, delta: Double) -> ClosedRange<Double> { (center - delta)...(center + delta) }
print(5 ± 0.5, (5 ± 0.5).contains(5.25), (1 + 1 ± 1).upperBound)  // expect: 4.5...5.5 true 3.0
