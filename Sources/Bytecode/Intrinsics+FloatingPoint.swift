import Foundation

/// Parts of floating-point numbers, and the mathematics of `Float`: computed in `Float` as Swift's own overloads are, so
/// that a cell and its compiled form agree in the last digit.
extension Intrinsic {
    static let floatingPoint: [Intrinsic] =
        floats + [
            // Double.__scaled(_ significand: Double, _ exponent: Int) -> Double
            Intrinsic("double.scaled") { frame in
                let significand = frame.read(Double.self)
                let exponent = min(max(frame.readWord(), -5000), 5000)
                frame.beginResults()
                frame.write(scalbn(significand, exponent))
            },
            Intrinsic("double.nextUp") { frame in
                let value = frame.read(Double.self)
                frame.beginResults()
                frame.write(value.nextUp)
            },
            // Float.init<T: BinaryInteger>(_ value: T): rounded once, not by way of Double
            Intrinsic("int.toFloat") { frame in
                let type = frame.types.last ?? .int
                let value = Float(wide(frame.readWord(), type))
                frame.beginResults()
                frame.writeWord(Bytecode.word(value))
            },
            Intrinsic("float.exponent") { frame in
                let value = float(frame.readWord())
                frame.beginResults()
                frame.writeWord(value.isZero ? Int.min : value.isFinite ? Int(value.exponent) : Int.max)
            },
            // The bits of a Float are the word that holds it.
            Intrinsic("float.bitPattern") { _ in }, Intrinsic("float.fromBitPattern") { _ in },
            // addingProduct(_ self: Float, _ a: Float, _ b: Float) -> Float
            Intrinsic("float.fma") { frame in
                let (sum, a, b) = (float(frame.readWord()), float(frame.readWord()), float(frame.readWord()))
                frame.beginResults()
                frame.writeWord(Bytecode.word(sum.addingProduct(a, b)))
            },
        ]

    private static func unary(_ name: String, _ body: @escaping @Sendable (Float) -> Float) -> Intrinsic {
        Intrinsic(name) { frame in
            let value = float(frame.readWord())
            frame.beginResults()
            frame.writeWord(Bytecode.word(body(value)))
        }
    }

    private static func binary(_ name: String, _ body: @escaping @Sendable (Float, Float) -> Float) -> Intrinsic {
        Intrinsic("mathsf." + name) { frame in
            let (a, b) = (float(frame.readWord()), float(frame.readWord()))
            frame.beginResults()
            frame.writeWord(Bytecode.word(body(a, b)))
        }
    }

    private static let floats: [Intrinsic] = [
        unary("float.nextUp") { $0.nextUp }, unary("float.ulp") { $0.ulp },
        unary("mathsf.exp") { exp($0) }, unary("mathsf.exp2") { exp2($0) }, unary("mathsf.expm1") { expm1($0) },
        unary("mathsf.log") { log($0) }, unary("mathsf.log2") { log2($0) }, unary("mathsf.log10") { log10($0) },
        unary("mathsf.log1p") { log1p($0) }, unary("mathsf.logb") { logb($0) },
        unary("mathsf.sin") { sin($0) }, unary("mathsf.cos") { cos($0) }, unary("mathsf.tan") { tan($0) },
        unary("mathsf.asin") { asin($0) }, unary("mathsf.acos") { acos($0) }, unary("mathsf.atan") { atan($0) },
        unary("mathsf.sinh") { sinh($0) }, unary("mathsf.cosh") { cosh($0) },
        unary("mathsf.tanh") { Foundation.tanh($0) },
        unary("mathsf.asinh") { asinh($0) }, unary("mathsf.acosh") { acosh($0) }, unary("mathsf.atanh") { atanh($0) },
        unary("mathsf.cbrt") { cbrt($0) }, unary("mathsf.erf") { erf($0) }, unary("mathsf.erfc") { erfc($0) },
        unary("mathsf.tgamma") { tgamma($0) },
        binary("pow") { pow($0, $1) }, binary("atan2") { atan2($0, $1) }, binary("hypot") { hypot($0, $1) },
        binary("fmod") { fmod($0, $1) }, binary("ieeeRemainder") { $0.remainder(dividingBy: $1) },
        binary("copysign") { copysign($0, $1) }, binary("nextafter") { nextafter($0, $1) },
        binary("fdim") { fdim($0, $1) }, binary("fmin") { fmin($0, $1) }, binary("fmax") { fmax($0, $1) },
    ]
}
