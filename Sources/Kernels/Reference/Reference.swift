import Foundation

/// What the kernels compute, written plainly: one loop, one number at a time, in double precision. Tests hold every
/// kernel to its twin here; nothing else calls them.
package enum Reference {
    /// op(A)·op(B) with A (m × k) and B (k × n) after `op`, row-major.
    package static func product(
        _ a: [Float], _ b: [Float], m: Int, n: Int, k: Int, transposeA: Bool, transposeB: Bool
    ) -> [Double] {
        (0..<m * n).map { place in
            let (row, column) = (place / n, place % n)
            return (0..<k).reduce(0.0) { sum, inner in
                let left = transposeA ? a[inner * m + row] : a[row * k + inner]
                let right = transposeB ? b[column * k + inner] : b[inner * n + column]
                return sum + Double(left) * Double(right)
            }
        }
    }

    /// The rows of a sparse matrix spelled out, from the columns and values of each row.
    package static func dense(rows: [[(column: Int, value: Float)]], columns: Int) -> [Float] {
        rows.flatMap { row in
            var result = [Float](repeating: 0, count: columns)
            for (column, value) in row { result[column] = value }
            return result
        }
    }

    package static func columnSums(_ y: [Float], columns: Int) -> [Double] {
        (0..<columns).map { column in
            stride(from: column, to: y.count, by: columns).reduce(0.0) { $0 + Double(y[$1]) }
        }
    }

    // MARK: Activations

    package static func relu(_ x: Double) -> Double { x < 0 ? 0 : x }
    package static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    package static func softmax(_ x: [Double]) -> [Double] {
        let most = x.max() ?? 0
        let powers = x.map { exp($0 - most) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Softmax apart, which is taken over rows.
    package static func activation(_ function: ActivationFunction, _ x: Double) -> Double {
        switch function {
        case .linear, .softmax: x
        case .relu: relu(x)
        case .sigmoid: sigmoid(x)
        case .tanh: Foundation.tanh(x)
        case .elu(let alpha): x < 0 ? alpha * (exp(x) - 1) : x
        case .selu: ActivationFunction.seluScale * (x < 0 ? ActivationFunction.seluAlpha * (exp(x) - 1) : x)
        case .leakyRelu(let slope): x < 0 ? slope * x : x
        case .gelu: 0.5 * x * (1 + erf(x / 2.0.squareRoot()))
        case .softplus: log(1 + exp(x))
        case .softsign: x / (1 + abs(x))
        case .silu: x * sigmoid(x)
        case .exponential: exp(x)
        case .hardSigmoid: min(max(x / 6 + 0.5, 0), 1)
        }
    }

    // MARK: Losses of one sample

    package static func sigmoidCrossentropy(_ z: [Double], _ t: [Double]) -> Double {
        binaryCrossentropy(z.map(sigmoid), t)
    }

    package static func binaryCrossentropy(_ p: [Double], _ t: [Double]) -> Double {
        zip(p, t).reduce(0.0) { $0 - ($1.1 * log($1.0) + (1 - $1.1) * log(1 - $1.0)) } / Double(p.count)
    }

    package static func softmaxCrossentropy(_ z: [Double], _ t: [Double]) -> Double {
        categoricalCrossentropy(softmax(z), t)
    }

    package static func categoricalCrossentropy(_ p: [Double], _ t: [Double]) -> Double {
        let sum = p.reduce(0, +)
        return zip(p, t).reduce(0.0) { $0 - $1.1 * log($1.0 / sum) }
    }

    package static func meanSquaredError(_ y: [Double], _ t: [Double]) -> Double {
        zip(y, t).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(y.count)
    }

    package static func meanAbsoluteError(_ y: [Double], _ t: [Double]) -> Double {
        zip(y, t).reduce(0.0) { $0 + abs($1.0 - $1.1) } / Double(y.count)
    }

    package static func huber(_ y: [Double], _ t: [Double], delta: Double) -> Double {
        zip(y, t).reduce(0.0) { sum, pair in
            let difference = abs(pair.0 - pair.1)
            return sum + (difference <= delta ? 0.5 * difference * difference : delta * (difference - 0.5 * delta))
        } / Double(y.count)
    }

    // MARK: Metrics of one sample

    package static func binaryMatches(_ y: [Double], _ t: [Double], threshold: Double) -> Double {
        zip(y, t).reduce(0.0) { $0 + (($1.0 > threshold ? 1.0 : 0.0) == $1.1 ? 1 : 0) } / Double(y.count)
    }

    package static func categoricalMatch(_ y: [Double], _ t: [Double]) -> Double {
        y.firstIndex(of: y.max() ?? .nan) == t.firstIndex(of: t.max() ?? .nan) ? 1 : 0
    }

    package static func absoluteError(_ y: [Double], _ t: [Double]) -> Double {
        zip(y, t).reduce(0.0) { $0 + abs($1.0 - $1.1) } / Double(y.count)
    }

    // MARK: Updates of one weight

    package static func sgd(_ w: Double, _ g: Double, rate: Double) -> Double { w - rate * g }

    package static func rmsprop(
        _ w: Double, _ g: Double, mean v: Double, rate: Double, rho: Double, epsilon: Double
    ) -> (weight: Double, mean: Double) {
        let next = rho * v + (1 - rho) * g * g
        return (w - rate * g / (next + epsilon).squareRoot(), next)
    }

    package static func adam(
        _ w: Double, _ g: Double, mean m: Double, square v: Double, rate: Double, beta1: Double, beta2: Double,
        epsilon: Double, decay: Double
    ) -> (weight: Double, mean: Double, square: Double) {
        let (mean, square) = (beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g)
        return (w - w * decay - rate * mean / (square.squareRoot() + epsilon), mean, square)
    }

    package static func momentum(
        _ w: Double, _ g: Double, velocity: Double, rate: Double, momentum: Double, nesterov: Bool
    ) -> (weight: Double, velocity: Double) {
        let next = momentum * velocity - rate * g
        return (w + (nesterov ? momentum * next - rate * g : next), next)
    }

    package static func adagrad(
        _ w: Double, _ g: Double, sum: Double, rate: Double, epsilon: Double
    ) -> (weight: Double, sum: Double) {
        (w - rate * g / (sum + g * g + epsilon).squareRoot(), sum + g * g)
    }

    // MARK: Sets of columns

    package static func union(_ a: [Int], _ b: [UInt32]) -> [UInt32] { Set(a.map { UInt32($0) } + b).sorted() }
}
