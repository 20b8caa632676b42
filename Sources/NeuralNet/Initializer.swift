import Foundation
import Kernels
import Outputs

/// How weights begin. All draw from the notebook's stream of random numbers, in row-major order.
/// Source: `keras.initializers`.
public struct Initializer: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case constant(Double)
        case uniform(Double, Double)
        case normal(mean: Double, deviation: Double)
        /// Variance `scale` over inputs, outputs or their mean.
        case scaled(Double, Mode, isUniform: Bool)
        case orthogonal(gain: Double)
    }
    enum Mode: Hashable, Sendable { case inputs, outputs, mean }

    let kind: Kind

    public static let zeros = Initializer(kind: .constant(0))
    public static let ones = Initializer(kind: .constant(1))
    /// Uniform in ±√(6 / (inputs + outputs)) (Glorot and Bengio, 2010).
    public static let glorotUniform = Initializer(kind: .scaled(1, .mean, isUniform: true))
    /// Normal with variance 2 / (inputs + outputs), cut at two deviations.
    public static let glorotNormal = Initializer(kind: .scaled(1, .mean, isUniform: false))
    /// Uniform in ±√(6 / inputs) (He et al., 2015).
    public static let heUniform = Initializer(kind: .scaled(2, .inputs, isUniform: true))
    /// Normal with variance 2 / inputs, cut at two deviations.
    public static let heNormal = Initializer(kind: .scaled(2, .inputs, isUniform: false))
    /// Uniform in ±√(3 / inputs).
    public static let lecunUniform = Initializer(kind: .scaled(1, .inputs, isUniform: true))
    /// Normal with variance 1 / inputs, cut at two deviations.
    public static let lecunNormal = Initializer(kind: .scaled(1, .inputs, isUniform: false))
    /// A matrix whose rows or columns (the fewer) are orthonormal (Saxe et al., 2013).
    public static let orthogonal = Initializer(kind: .orthogonal(gain: 1))

    public static func constant(_ value: Double) -> Initializer { Initializer(kind: .constant(value)) }

    public static func randomUniform(min: Double = -0.05, max: Double = 0.05) -> Initializer {
        Initializer(kind: .uniform(min, max))
    }

    public static func randomNormal(mean: Double = 0, stddev: Double = 0.05) -> Initializer {
        Initializer(kind: .normal(mean: mean, deviation: stddev))
    }
}

extension Initializer {
    /// The elements of an array of a shape: its last two lengths are inputs and outputs.
    func values<S: NetworkScalar>(_ shape: [Int], _ type: S.Type = S.self) -> Buffer<S> {
        let count = shape.reduce(1, *)
        let outputs = shape.last ?? 1
        let inputs = shape.count > 1 ? count / max(outputs, 1) : outputs
        switch kind {
        case .constant(let value):
            let buffer = Buffer<S>(count: count)
            buffer.fill(0..<count, S(value))
            return buffer
        case .uniform(let low, let high):
            var generator = RandomStream.split()
            return Buffer((0..<count).map { _ in S(low + generator.unit() * (high - low)) })
        case .normal(let mean, let deviation):
            var generator = NormalGenerator()
            return Buffer((0..<count).map { _ in S(mean + generator.next() * deviation) })
        case .scaled(let scale, let mode, let isUniform):
            let width: Double =
                switch mode {
                case .inputs: Double(inputs)
                case .outputs: Double(outputs)
                case .mean: Double(inputs + outputs) / 2
                }
            let variance = scale / max(1, width)
            if isUniform {
                var generator = RandomStream.split()
                let limit = (3 * scale / max(1, width)).squareRoot()
                return Buffer((0..<count).map { _ in S((generator.unit() * 2 - 1) * limit) })
            }
            // Cutting a normal distribution at two deviations leaves it this deviation.
            let deviation = variance.squareRoot() / 0.879_625_661_034_239_78
            var generator = NormalGenerator()
            return Buffer((0..<count).map { _ in S(generator.next(within: 2) * deviation) })
        case .orthogonal(let gain):
            return Buffer(Self.orthogonal(rows: count / max(outputs, 1), columns: outputs).map { S($0 * gain) })
        }
    }

    /// Gram and Schmidt's orthonormal vectors of normal ones, each taken twice, which is as exact as Householder's.
    private static func orthogonal(rows: Int, columns: Int) -> [Double] {
        let (vectors, length) = (min(rows, columns), max(rows, columns))
        var generator = NormalGenerator()
        var basis: [[Double]] = []
        while basis.count < vectors {
            var vector = (0..<length).map { _ in generator.next() }
            for _ in 0..<2 {
                for other in basis {
                    var product = 0.0
                    for index in 0..<length { product += vector[index] * other[index] }
                    for index in 0..<length { vector[index] -= product * other[index] }
                }
            }
            let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if norm > 1e-6 { basis.append(vector.map { $0 / norm }) }
        }
        if rows <= columns { return Array(basis.joined()) }
        return (0..<rows).flatMap { row in basis.map { $0[row] } }
    }
}

/// Standard normal numbers (Box and Muller, 1958) from a part of the notebook's stream.
struct NormalGenerator {
    private var generator = RandomStream.split()
    private var spare: Double?

    mutating func next() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        let radius = (-2 * log(1 - generator.unit())).squareRoot()
        let angle = 2 * Double.pi * generator.unit()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }

    mutating func next(within bound: Double) -> Double {
        while true {
            let value = next()
            if abs(value) <= bound { return value }
        }
    }
}

extension Xoshiro256 {
    /// Puts `order` into random order (Fisher and Yates), the same for one seed in every version of Swift.
    mutating func shuffle(_ order: inout [Int]) {
        guard order.count > 1 else { return }
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, below(last + 1))
        }
    }

    /// Uniform in 0..<bound without bias (Lemire, 2019).
    private mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        let threshold = (0 &- bound) % bound
        while true {
            let (high, low) = bound.multipliedFullWidth(by: next())
            if low >= threshold { return Int(high) }
        }
    }
}
