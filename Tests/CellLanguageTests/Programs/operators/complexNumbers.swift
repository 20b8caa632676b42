// Complex numbers and what they draw: a small Mandelbrot set, roots of unity, a slow Fourier transform.
struct Complex: Equatable, CustomStringConvertible {
    var re: Double
    var im: Double

    init(_ re: Double, _ im: Double = 0) {
        self.re = re
        self.im = im
    }

    static let i = Complex(0, 1)
    static let zero = Complex(0)
    static func polar(_ radius: Double, _ angle: Double) -> Complex { Complex(radius * cos(angle), radius * sin(angle)) }

    static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
    static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }
    static func * (a: Complex, b: Complex) -> Complex { Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re) }
    static func / (a: Complex, b: Complex) -> Complex { a * ~b / b.squaredNorm }
    static func / (a: Complex, k: Double) -> Complex { Complex(a.re / k, a.im / k) }
    static func * (k: Double, a: Complex) -> Complex { Complex(k * a.re, k * a.im) }
    static prefix func - (a: Complex) -> Complex { Complex(-a.re, -a.im) }
    // The conjugate.
    static prefix func ~ (a: Complex) -> Complex { Complex(a.re, -a.im) }
    static func += (a: inout Complex, b: Complex) { a = a + b }
    static func *= (a: inout Complex, b: Complex) { a = a * b }

    var squaredNorm: Double { re * re + im * im }
    var norm: Double { squaredNorm.squareRoot() }
    var description: String { im < 0 ? "\(re)-\(-im)i" : "\(re)+\(im)i" }
}

extension Complex: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    init(floatLiteral value: Double) { self.init(value) }
    init(integerLiteral value: Int) { self.init(Double(value)) }
}

postfix operator °
postfix func ° (degrees: Double) -> Double { degrees * Double.pi / 180 }
infix operator ∠ : MultiplicationPrecedence
func ∠ (radius: Double, angle: Double) -> Complex { .polar(radius, angle) }
infix operator ≈ : ComparisonPrecedence
func ≈ (a: Complex, b: Complex) -> Bool { (a - b).norm < 1e-9 }

let z: Complex = 3 + 4 * .i
print(z, ~z, -z, z.norm)  // expect: 3.0+4.0i 3.0-4.0i -3.0-4.0i 5.0
print(z * ~z, z / z, z / 2 as Complex, z * .i, Complex.i * .i == -1)
// expect: 25.0+0.0i 1.0+0.0i 1.5+2.0i -4.0+3.0i true
var w: Complex = 1.5
w += .i
w *= w
print(w, w - 1.25, 2 * w)  // expect: 1.25+3.0i 0.0+3.0i 2.5+6.0i
print(1 ∠ 90° ≈ .i, 2 ∠ 180° ≈ -2, 2 ∠ 30° + 1 ∠ 0° ≈ Complex(1 + 3.0.squareRoot(), 1))  // expect: true true true
let roots = (0..<6).map { 1 ∠ (Double($0) * 60°) }
print(roots.reduce(.zero, +) ≈ 0, roots.reduce(1, *) ≈ -1, roots.map { $0 * $0 * $0 }.allSatisfy { $0 ≈ 1 || $0 ≈ -1 })
// expect: true true true

func escapes(_ c: Complex, limit: Int = 30) -> Int? {
    var z = Complex.zero
    for step in 0..<limit {
        z = z * z + c
        if z.squaredNorm > 4 { return step }
    }
    return nil
}
for y in stride(from: 1.0, through: -1, by: -0.5) {
    let line = stride(from: -2.0, through: 0.5, by: 0.125).map { x -> Character in
        switch escapes(Complex(x, y)) {
        case nil: "#"
        case let n? where n > 4: "+"
        case _: "."
        }
    }
    print(String(line))
}
// expect: ..............++#....
// expect: ..........++#######+.
// expect: ###################+.
// expect: ..........++#######+.
// expect: ..............++#....

func transformed(_ signal: [Double]) -> [Complex] {
    signal.indices.map { k in
        signal.enumerated().map { n, x in x * (1 ∠ (-360.0° * Double(k * n) / Double(signal.count))) }.reduce(.zero, +)
    }
}
let spectrum = transformed([1, 0, -1, 0, 1, 0, -1, 0])
print(spectrum.map { ($0.norm * 1000).rounded() / 1000 })  // expect: [0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 4.0, 0.0]
