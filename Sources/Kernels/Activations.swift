import Foundation

/// Activation functions on whole blocks, and their gradients.
package enum Activations {
    /// `y = f(x)`; the two may be the same memory. Softmax is taken over each row.
    package static func apply<S: NetworkScalar>(_ function: ActivationFunction, _ x: Matrix<S>, into y: Matrix<S>) {
        precondition(x.rows == y.rows && x.columns == y.columns)
        switch function {
        case .linear: map(x, y) { $0 }
        // NaN is kept: it is not less than zero.
        case .relu: map(x, y) { $0.replacing(with: 0, whereLess: $0, than: 0) }
        case .sigmoid: map(x, y) { S.sigmoid($0) }
        case .tanh: map(x, y) { S.tanh($0) }
        case .softmax: softmax(x, y)
        case .elu(let alpha):
            let alpha = S(alpha)
            map(x, y) { $0.replacing(with: alpha * (S.exp($0) - 1), whereLess: $0, than: 0) }
        case .selu:
            let (scale, alpha) = (S(ActivationFunction.seluScale), S(ActivationFunction.seluAlpha))
            map(x, y) { scale * $0.replacing(with: alpha * (S.exp($0) - 1), whereLess: $0, than: 0) }
        case .leakyRelu(let slope):
            let slope = S(slope)
            map(x, y) { $0.replacing(with: slope * $0, whereLess: $0, than: 0) }
        case .gelu: each(x, y) { x in x * S(0.5 * erfc(-Double(x) * 0.5.squareRoot())) }
        case .softplus:
            each(x, y) { x in x > 0 ? x + S(log1p(Foundation.exp(-Double(x)))) : S(log1p(Foundation.exp(Double(x)))) }
        case .softsign: map(x, y) { $0 / (1 + $0.replacing(with: -$0, whereLess: $0, than: 0)) }
        case .silu: map(x, y) { $0 * S.sigmoid($0) }
        case .exponential: map(x, y) { S.exp($0) }
        case .hardSigmoid:
            map(x, y) { x in
                let line = x / 6 + 0.5
                return line.replacing(with: 0, whereLess: line, than: 0)
                    .replacing(with: SIMD8(repeating: 1), whereLess: SIMD8(repeating: 1), than: line)
            }
        }
    }

    /// Turns the gradient by the outputs into the one by the inputs, in place. `inputs` are read where
    /// ``ActivationFunction/needsInputs`` says so.
    package static func applyGradient<S: NetworkScalar>(
        _ function: ActivationFunction, inputs x: Matrix<S>?, outputs y: Matrix<S>, _ d: Matrix<S>
    ) {
        switch function {
        case .linear: break
        case .relu: zip(y, d) { output, gradient in gradient.wherePositive(output) }
        case .sigmoid: zip(y, d) { output, gradient in gradient * output * (1 - output) }
        case .tanh: zip(y, d) { output, gradient in gradient * (1 - output * output) }
        case .softmax: softmaxGradient(outputs: y, d)
        case .elu(let alpha):
            let alpha = S(alpha)
            zip(y, d) { output, gradient in
                gradient.replacing(with: gradient * (output + alpha), whereLess: output, than: 0)
            }
        case .selu:
            let scale = S(ActivationFunction.seluScale)
            let both = scale * S(ActivationFunction.seluAlpha)
            zip(y, d) { output, gradient in
                (gradient * scale).replacing(with: gradient * (output + both), whereLess: output, than: 0)
            }
        case .leakyRelu(let slope):
            let slope = S(slope)
            zip(y, d) { output, gradient in gradient.replacing(with: gradient * slope, whereLess: output, than: 0) }
        case .softsign:
            zip(y, d) { output, gradient in
                let rest = 1 - output.replacing(with: -output, whereLess: output, than: 0)
                return gradient * rest * rest
            }
        case .exponential: zip(y, d) { output, gradient in gradient * output }
        case .hardSigmoid:
            zip(y, d) { output, gradient in
                (gradient / 6).wherePositive(output).wherePositive(1 - output)
            }
        case .softplus: zip(needed(x), d) { input, gradient in gradient * S.sigmoid(input) }
        case .silu:
            zip(needed(x), d) { input, gradient in
                let share = S.sigmoid(input)
                return gradient * share * (1 + input * (1 - share))
            }
        case .gelu:
            let x = needed(x)
            for row in 0..<d.rows {
                let (inputs, gradient) = (x.row(row), d.row(row))
                for column in 0..<d.columns {
                    let input = Double(inputs[column])
                    let area = 0.5 * erfc(-input * 0.5.squareRoot())
                    let density = Foundation.exp(-0.5 * input * input) * 0.398_942_280_401_432_7
                    gradient[column] *= S(area + input * density)
                }
            }
        }
    }

    private static func needed<S>(_ x: Matrix<S>?) -> Matrix<S> {
        guard let x else { preconditionFailure("the inputs were not kept") }
        return x
    }

    /// Each row becomes e^(x − max) over its sum, added in order.
    private static func softmax<S: NetworkScalar>(_ x: Matrix<S>, _ y: Matrix<S>) {
        guard y.columns > 0 else { return }
        for row in 0..<y.rows {
            let (source, place) = (x.row(row), y.row(row))
            var most = source[0]
            for column in 1..<max(y.columns, 1) where source[column] > most { most = source[column] }
            for column in 0..<y.columns { place[column] = source[column] - most }
        }
        map(y, y) { S.exp($0) }
        for row in 0..<y.rows {
            let place = y.row(row)
            var sum: S = 0
            for column in 0..<y.columns { sum += place[column] }
            let scale = 1 / sum
            for column in 0..<y.columns { place[column] *= scale }
        }
    }

    /// d_i = y_i·(d_i − Σ_j d_j·y_j).
    private static func softmaxGradient<S: NetworkScalar>(outputs y: Matrix<S>, _ d: Matrix<S>) {
        for row in 0..<y.rows {
            let (outputs, gradient) = (y.row(row), d.row(row))
            var sum: S = 0
            for column in 0..<y.columns { sum += gradient[column] * outputs[column] }
            for column in 0..<y.columns { gradient[column] = outputs[column] * (gradient[column] - sum) }
        }
    }

    @inline(__always)
    private static func zip<S: NetworkScalar>(
        _ y: Matrix<S>, _ d: Matrix<S>, _ function: (SIMD8<S>, SIMD8<S>) -> SIMD8<S>
    ) {
        precondition(y.rows == d.rows && y.columns == d.columns)
        for row in 0..<y.rows {
            let (outputs, gradient) = (y.row(row), d.row(row))
            for first in stride(from: 0, to: y.columns, by: 8) {
                let count = y.columns - first
                function(.load(outputs + first, count), .load(gradient + first, count)).store(gradient + first, count)
            }
        }
    }

    /// One number at a time, for functions that the C library has.
    @inline(__always)
    private static func each<S: NetworkScalar>(_ x: Matrix<S>, _ y: Matrix<S>, _ function: (S) -> S) {
        for row in 0..<y.rows {
            let (source, target) = (x.row(row), y.row(row))
            for column in 0..<y.columns { target[column] = function(source[column]) }
        }
    }

    /// Eight at a time over the whole block if it is contiguous, else row by row.
    @inline(__always)
    private static func map<S: NetworkScalar>(
        _ x: Matrix<S>, _ y: Matrix<S>, _ function: (SIMD8<S>) -> SIMD8<S>
    ) {
        let isWhole = x.isContiguous && y.isContiguous
        for row in 0..<(isWhole ? min(1, y.rows) : y.rows) {
            let count = isWhole ? y.rows * y.columns : y.columns
            let (source, target) = (x.row(row), y.row(row))
            for first in stride(from: 0, to: count, by: 8) {
                function(.load(source + first, count - first)).store(target + first, count - first)
            }
        }
    }
}
