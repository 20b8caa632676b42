import Kernels
import Outputs

/// Initial weights.
enum Initializer {
    /// Uniform in ±√(6 / (inputs + outputs)), drawn in row-major order (Glorot and Bengio, 2010).
    static func glorotUniform(inputs: Int, outputs: Int) -> FloatBuffer {
        var generator = RandomStream.split()
        let limit = (6 / Double(max(1, inputs + outputs))).squareRoot()
        return FloatBuffer((0..<inputs * outputs).map { _ in Float((generator.unit() * 2 - 1) * limit) })
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
