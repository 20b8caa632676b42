import Foundation

/// Recurrent layers as their formulas stand in books: one sample, one unit and one sum after the other.
extension Reference {
    /// What a recurrence does to one sample.
    package struct Recurrence {
        /// 1 for the plain layer, 3 for GRU (z r h), 4 for LSTM (i f c o).
        package var gates: Int
        /// `[units][gates·units]`.
        package var kernel: [[Double]]
        /// GRU: the recurrent bias, `[gates·units]`.
        package var bias: [Double]
        package var isReversed: Bool
        package var activation: ActivationFunction
        package var recurrentActivation: ActivationFunction

        package init(
            gates: Int, kernel: [[Double]], bias: [Double], isReversed: Bool, activation: ActivationFunction,
            recurrentActivation: ActivationFunction
        ) {
            self.gates = gates
            self.kernel = kernel
            self.bias = bias
            self.isReversed = isReversed
            self.activation = activation
            self.recurrentActivation = recurrentActivation
        }

        /// The states after each step, by step, for the inputs' part of the sums `[steps][gates·units]`. Where `mask` is
        /// false the state stays.
        package func states(_ sums: [[Double]], mask: [Bool]) -> [[Double]] {
            let units = kernel.count
            func f(_ x: Double) -> Double { Reference.activation(activation, x) }
            func g(_ x: Double) -> Double { Reference.activation(recurrentActivation, x) }
            var (h, c) = ([Double](repeating: 0, count: units), [Double](repeating: 0, count: units))
            var result = [[Double]](repeating: h, count: sums.count)
            for step in isReversed ? sums.indices.reversed() : Array(sums.indices) {
                let (x, old) = (sums[step], h)
                let u = (0..<gates * units).map { place in
                    old.indices.reduce(0) { $0 + old[$1] * kernel[$1][place] }
                }
                for j in 0..<units where mask[step] {
                    switch gates {
                    case 1: h[j] = f(x[j] + u[j])
                    case 3:
                        func part(_ gate: Int) -> Double { u[gate * units + j] + bias[gate * units + j] }
                        let (z, r) = (g(x[j] + part(0)), g(x[units + j] + part(1)))
                        h[j] = z * old[j] + (1 - z) * f(x[2 * units + j] + r * part(2))
                    default:
                        func sum(_ gate: Int) -> Double { x[gate * units + j] + u[gate * units + j] }
                        c[j] = g(sum(1)) * c[j] + g(sum(0)) * f(sum(2))
                        h[j] = g(sum(3)) * f(c[j])
                    }
                }
                result[step] = h
            }
            return result
        }
    }
}
