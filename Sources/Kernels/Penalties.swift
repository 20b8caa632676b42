/// Penalties on the size of weights: l1·Σ|w| + l2·Σw².
enum Penalties {
    static func value<S: NetworkScalar>(_ weights: Buffer<S>, l1: Double, l2: Double) -> Double {
        var (sum, squares) = (0.0, 0.0)
        for index in 0..<weights.count {
            let weight = Double(weights.base[index])
            sum += abs(weight)
            squares += weight * weight
        }
        return l1 * sum + l2 * squares
    }

    /// Adds l1·sign(w) + 2·l2·w.
    static func addGradient<S: NetworkScalar>(
        _ weights: Buffer<S>, l1: Double, l2: Double, to gradient: Buffer<S>, _ range: Range<Int>
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= min(weights.count, gradient.count))
        let (first, second) = (S(l1), S(2 * l2))
        for index in range {
            let weight = weights.base[index]
            let sign: S = weight > 0 ? 1 : weight < 0 ? -1 : 0
            gradient.base[index] += first * sign + second * weight
        }
    }
}
