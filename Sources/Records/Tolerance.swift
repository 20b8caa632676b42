/// How far apart two numbers may be and still count as the same: `|got − expected| ≤ atol + rtol · |expected|`.
/// NaN equals NaN, an infinity itself.
package struct Tolerance: Hashable, Sendable {
    package var rtol: Double
    package var atol: Double

    package init(rtol: Double, atol: Double) {
        self.rtol = rtol
        self.atol = atol
    }

    package static let exact = Tolerance(rtol: 0, atol: 0)

    package func accepts(_ got: Double, for expected: Double, allowance: Double = 0) -> Bool {
        excess(of: got, over: expected, allowance: allowance) <= 1
    }

    /// The difference as a multiple of what is allowed: at most 1 when it is accepted, infinite beyond measure.
    ///
    /// - Parameter allowance: Added to `atol`.
    package func excess(of got: Double, over expected: Double, allowance: Double = 0) -> Double {
        if got == expected || (got.isNaN && expected.isNaN) { return 0 }
        let difference = (got - expected).magnitude
        guard difference.isFinite else { return .infinity }
        let allowed = atol + rtol * expected.magnitude + allowance
        // 0.8753 − 0.8752 is a little more than 0.0001 in binary: a few units in the last place are forgiven when
        // anything is allowed at all.
        let slack = allowed > 0 ? 4 * max(got.magnitude, expected.magnitude).ulp : 0
        return allowed > 0 ? difference / (allowed + slack) : .infinity
    }
}

/// The tolerances by what is compared, before a cell's own `rtol=` and `atol=`.
package struct Tolerances: Hashable, Sendable {
    /// Numbers in text.
    package var text: Tolerance
    /// Decimals from which on a number in text may differ by one in its last printed place: two values that differ by
    /// a rounding error can be printed as 0.8752 and 0.8753. Fewer decimals are too coarse for that.
    package var decimalsForLastPlace: Int
    package var array: Tolerance
    package var history: Tolerance
    package var figure: Tolerance

    package init(
        text: Tolerance, decimalsForLastPlace: Int, array: Tolerance, history: Tolerance, figure: Tolerance
    ) {
        self.text = text
        self.decimalsForLastPlace = decimalsForLastPlace
        self.array = array
        self.history = history
        self.figure = figure
    }

    /// The defaults, all in this place. `rtol` is half of what a changed third significant figure amounts to at least
    /// (1e-3, from 0.998 to 0.999) and leaves room for float32 sums taken in another order, as AVX2 and AVX-512 do,
    /// over a training of some 20 epochs. `atol` is for what should be zero or is a tail of a softmax.
    package static let standard = Tolerances(
        text: Tolerance(rtol: 5e-4, atol: 1e-8), decimalsForLastPlace: 4,
        array: Tolerance(rtol: 5e-4, atol: 1e-6), history: Tolerance(rtol: 5e-4, atol: 1e-5),
        figure: Tolerance(rtol: 5e-4, atol: 1e-5))
}
