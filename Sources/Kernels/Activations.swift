/// Activation functions on whole blocks, in place, and their gradients from their outputs.
package enum Activations {
    package static func relu(_ y: Matrix) {
        for row in 0..<y.rows {
            let place = y.row(row)
            for column in 0..<y.columns {
                // NaN is kept: it is not less than zero.
                let value = place[column]
                place[column] = value < 0 ? 0 : value
            }
        }
    }

    package static func sigmoid(_ y: Matrix) { map(y, VectorMath.sigmoid) }

    package static func tanh(_ y: Matrix) { map(y, VectorMath.tanh) }

    /// Each row becomes e^(y − max) over its sum, added in order.
    package static func softmax(_ y: Matrix) {
        guard y.columns > 0 else { return }
        for row in 0..<y.rows {
            let place = y.row(row)
            var most = place[0]
            for column in 1..<max(y.columns, 1) where place[column] > most { most = place[column] }
            for column in 0..<y.columns { place[column] -= most }
        }
        map(y, VectorMath.exp)
        for row in 0..<y.rows {
            let place = y.row(row)
            var sum: Float = 0
            for column in 0..<y.columns { sum += place[column] }
            let scale = 1 / sum
            for column in 0..<y.columns { place[column] *= scale }
        }
    }

    /// `d` becomes the gradient before ReLU: kept where the output is positive.
    package static func reluGradient(outputs y: Matrix, _ d: Matrix) {
        zip(y, d) { output, gradient in output > 0 ? gradient : 0 }
    }

    package static func sigmoidGradient(outputs y: Matrix, _ d: Matrix) {
        zip(y, d) { output, gradient in gradient * output * (1 - output) }
    }

    package static func tanhGradient(outputs y: Matrix, _ d: Matrix) {
        zip(y, d) { output, gradient in gradient * (1 - output * output) }
    }

    /// d_i = y_i·(d_i − Σ_j d_j·y_j).
    package static func softmaxGradient(outputs y: Matrix, _ d: Matrix) {
        for row in 0..<y.rows {
            let (outputs, gradient) = (y.row(row), d.row(row))
            var sum: Float = 0
            for column in 0..<y.columns { sum += gradient[column] * outputs[column] }
            for column in 0..<y.columns { gradient[column] = outputs[column] * (gradient[column] - sum) }
        }
    }

    @inline(__always)
    private static func zip(_ y: Matrix, _ d: Matrix, _ function: (Float, Float) -> Float) {
        precondition(y.rows == d.rows && y.columns == d.columns)
        for row in 0..<y.rows {
            let (outputs, gradient) = (y.row(row), d.row(row))
            for column in 0..<y.columns { gradient[column] = function(outputs[column], gradient[column]) }
        }
    }

    /// Eight at a time over the whole block if it is contiguous, else row by row; the rest goes through the same
    /// function in a padded vector, so that a number's result does not depend on its place.
    @inline(__always)
    private static func map(_ y: Matrix, _ function: (SIMD8<Float>) -> SIMD8<Float>) {
        if y.stride == y.columns {
            map(y.pointer, y.rows * y.columns, function)
        } else {
            for row in 0..<y.rows { map(y.row(row), y.columns, function) }
        }
    }

    @inline(__always)
    private static func map(
        _ place: UnsafeMutablePointer<Float>, _ count: Int, _ function: (SIMD8<Float>) -> SIMD8<Float>
    ) {
        var index = 0
        while index + 8 <= count {
            let value = UnsafeRawPointer(place + index).loadUnaligned(as: SIMD8<Float>.self)
            UnsafeMutableRawPointer(place + index).storeBytes(of: function(value), as: SIMD8<Float>.self)
            index += 8
        }
        guard index < count else { return }
        var rest = SIMD8<Float>()
        for lane in 0..<count - index { rest[lane] = place[index + lane] }
        rest = function(rest)
        for lane in 0..<count - index { place[index + lane] = rest[lane] }
    }
}
