/// x, or a learned slope times x below zero. Samples lie as ``SampleLayout`` says; `slopes` has a row for each step.
enum ParametricReLU {
    static func forward<S: NetworkScalar>(_ x: Matrix<S>, _ slopes: Matrix<S>, samples: Int, into y: Matrix<S>) {
        precondition(x.rows == slopes.rows * samples && x.columns == slopes.columns && y.rows == x.rows)
        for row in 0..<x.rows {
            let (source, slope, target) = (x.row(row), slopes.row(row / samples), y.row(row))
            for column in 0..<x.columns {
                target[column] = source[column] < 0 ? slope[column] * source[column] : source[column]
            }
        }
    }

    /// `delta` becomes the gradient by the inputs, and `own` what each sample adds to the one by the slopes.
    static func gradient<S: NetworkScalar>(
        _ x: Matrix<S>, _ slopes: Matrix<S>, samples: Int, _ delta: Matrix<S>, own: Matrix<S>
    ) {
        precondition(x.rows == slopes.rows * samples && own.rows == x.rows && delta.rows == x.rows)
        for row in 0..<x.rows {
            let (source, slope) = (x.row(row), slopes.row(row / samples))
            let (gradient, share) = (delta.row(row), own.row(row))
            for column in 0..<x.columns {
                let isBelow = source[column] < 0
                share[column] = isBelow ? gradient[column] * source[column] : 0
                if isBelow { gradient[column] *= slope[column] }
            }
        }
    }

    /// Adds all samples, in order.
    static func addSamples<S: NetworkScalar>(_ x: Matrix<S>, samples: Int, to sum: Matrix<S>) {
        precondition(x.rows == sum.rows * samples && x.columns == sum.columns)
        for row in 0..<x.rows {
            let (source, target) = (x.row(row), sum.row(row / samples))
            for column in 0..<x.columns { target[column] += source[column] }
        }
    }
}
