/// Elementary functions on eight numbers at once.
enum VectorMath {
    /// e^x by Cephes' `expf`: x = n·ln 2 + r, a polynomial of degree 7 in r, n into the exponent. Error under 2 ulp in
    /// the normal range; below -87.3 the result is the least normal number's neighbourhood, above 88.3 it is capped.
    @inline(__always)
    static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
        // Written so that NaN passes through: a comparison with NaN is false and keeps `x`.
        var x = x
        x = x.replacing(with: -87.336_54, whereLess: x, than: -87.336_54)
        let most = SIMD8<Float>(repeating: 88.376_26)
        x = x.replacing(with: most, whereLess: most, than: x)
        // Adding and taking away 1.5·2^23 rounds to the nearest integer.
        let magic: Float = 12_582_912
        let n = (x * 1.442_695_04 + magic) - magic
        let r = (x - n * 0.693_359_375) + n * 2.121_944_4e-4
        var p = SIMD8<Float>(repeating: 1.987_569_15e-4)
        p = p * r + 1.398_199_95e-3
        p = p * r + 8.333_451_9e-3
        p = p * r + 4.166_579_6e-2
        p = p * r + 0.166_666_66
        p = p * r + 0.5
        p = p * (r * r) + r + 1
        let bits = unsafeBitCast(n + magic, to: SIMD8<Int32>.self) &- SIMD8(repeating: Int32(bitPattern: 0x4B40_0000))
        return p * unsafeBitCast((bits &+ 127) &<< 23, to: SIMD8<Float>.self)
    }

    @inline(__always)
    static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exp(-x)) }

    /// tanh x = sign(x)·(1 − e)/(1 + e) with e = e^(−2|x|); near zero a polynomial (Cephes' `tanhf`), because 1 − e
    /// loses digits there.
    @inline(__always)
    static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let magnitude = x.replacing(with: -x, whereLess: x, than: 0)
        let e = exp(magnitude * -2)
        let size = (1 - e) / (1 + e)
        let far = size.replacing(with: -size, whereLess: x, than: 0)
        let square = x * x
        var p = SIMD8<Float>(repeating: -5.704_988_7e-3)
        p = p * square + 2.063_908_9e-2
        p = p * square - 5.373_971_8e-2
        p = p * square + 0.133_314_42
        p = p * square - 0.333_332_82
        let near = p * square * x + x
        return far.replacing(with: near, whereLess: magnitude, than: 0.625)
    }
}
