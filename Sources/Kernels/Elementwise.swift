import Outputs

/// How two matrices of one shape become one.
package enum Combination: Sendable { case add, multiply, copy }

/// Sums and products element by element.
enum Elementwise {
    /// `c = a + b`, `c = a·b`, or `c = a`; `c` may be one of the others.
    static func combine<S: NetworkScalar>(
        _ operation: Combination, _ a: Matrix<S>, _ b: Matrix<S>, into c: Matrix<S>
    ) {
        precondition(a.rows == c.rows && a.columns == c.columns && b.rows == c.rows && b.columns == c.columns)
        if operation == .copy, a.isContiguous, c.isContiguous {
            c.pointer.update(from: a.pointer, count: c.rows * c.columns)
            return
        }
        for row in 0..<c.rows {
            let (left, right, target) = (a.row(row), b.row(row), c.row(row))
            switch operation {
            case .add: for column in 0..<c.columns { target[column] = left[column] + right[column] }
            case .multiply: for column in 0..<c.columns { target[column] = left[column] * right[column] }
            case .copy: target.update(from: left, count: c.columns)
            }
        }
    }

    static func scale<S: NetworkScalar>(_ x: Matrix<S>, by factor: Double) {
        for row in 0..<x.rows {
            let place = x.row(row)
            for column in 0..<x.columns { place[column] *= S(factor) }
        }
    }

    /// Zero with probability `rate`, else 1 / (1 − rate), drawn element by element.
    static func drawMask<S: NetworkScalar>(_ generator: inout Xoshiro256, rate: Double, into mask: Matrix<S>) {
        let scale = S(1 / (1 - rate))
        // Thirty-two bits a number: half a draw.
        let bound = UInt64(rate * 0x1p32)
        var (bits, rest): (UInt64, Int) = (0, 0)
        for row in 0..<mask.rows {
            let place = mask.row(row)
            for column in 0..<mask.columns {
                if rest == 0 { (bits, rest) = (generator.next(), 2) }
                place[column] = bits & 0xFFFF_FFFF < bound ? 0 : scale
                bits >>= 32
                rest -= 1
            }
        }
    }
}
