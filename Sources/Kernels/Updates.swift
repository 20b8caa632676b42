/// The optimizers' steps on a range of one parameter's elements.
package enum Updates {
    /// w −= rate·g.
    package static func sgd(_ weights: FloatBuffer, _ gradient: FloatBuffer, _ range: Range<Int>, rate: Float) {
        check(range, weights, gradient)
        let (w, g) = (weights.base, gradient.base)
        for index in range { w[index] -= rate * g[index] }
    }

    /// v = ρ·v + (1 − ρ)·g², then w −= rate·g / √(v + ε): Keras's RMSprop, element by element and exact also where the
    /// gradient is zero, as it is for the words that a batch does not contain. `rest` is 1 − ρ, from doubles.
    package static func rmsprop(
        _ weights: FloatBuffer, _ gradient: FloatBuffer, mean: FloatBuffer, _ range: Range<Int>, rate: Float,
        rho: Float, rest: Float, epsilon: Float
    ) {
        check(range, weights, gradient)
        precondition(range.upperBound <= mean.count)
        let (w, g, v) = (weights.base, gradient.base, mean.base)
        var index = range.lowerBound
        while index + 16 <= range.upperBound {
            let slope = UnsafeRawPointer(g + index).loadUnaligned(as: SIMD16<Float>.self)
            let old = UnsafeRawPointer(v + index).loadUnaligned(as: SIMD16<Float>.self)
            if epsilon > 0, isZero(slope) {
                // With g = 0 the step is 0 / √(v + ε) = 0: only v moves, and no root is drawn.
                UnsafeMutableRawPointer(v + index).storeBytes(of: rho * old, as: SIMD16<Float>.self)
            } else {
                let next = rho * old + rest * (slope * slope)
                let step = rate * slope / (next + epsilon).squareRoot()
                let weight = UnsafeRawPointer(w + index).loadUnaligned(as: SIMD16<Float>.self)
                UnsafeMutableRawPointer(v + index).storeBytes(of: next, as: SIMD16<Float>.self)
                UnsafeMutableRawPointer(w + index).storeBytes(of: weight - step, as: SIMD16<Float>.self)
            }
            index += 16
        }
        while index < range.upperBound {
            let next = rho * v[index] + rest * (g[index] * g[index])
            v[index] = next
            w[index] -= rate * g[index] / (next + epsilon).squareRoot()
            index += 1
        }
    }

    @inline(__always)
    private static func isZero(_ x: SIMD16<Float>) -> Bool {
        // +0 and −0 alike: the sign bit is shifted out.
        let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self) &<< 1
        let half = bits.lowHalf | bits.highHalf
        let quarter = half.lowHalf | half.highHalf
        let eighth = quarter.lowHalf | quarter.highHalf
        return eighth.x | eighth.y == 0
    }

    private static func check(_ range: Range<Int>, _ weights: FloatBuffer, _ gradient: FloatBuffer) {
        precondition(range.lowerBound >= 0 && range.upperBound <= min(weights.count, gradient.count))
    }
}
