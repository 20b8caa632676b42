import Foundation
package import Outputs

extension Double: NetworkScalar {
    // Double precision is for comparing and teaching, not for speed: the C library, lane by lane.
    package static func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { lanes(x) { Foundation.exp($0) } }
    package static func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { lanes(x) { 1 / (1 + Foundation.exp(-$0)) } }
    package static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { lanes(x) { Foundation.tanh($0) } }
    package static func tanh(_ x: Matrix<Double>, into y: Matrix<Double>) {
        precondition(x.isContiguous && y.isContiguous && x.rows == y.rows && x.columns == y.columns)
        for place in 0..<x.rows * x.columns { y.pointer[place] = Foundation.tanh(x.pointer[place]) }
    }

    @inline(__always)
    private static func lanes(_ x: SIMD8<Double>, _ function: (Double) -> Double) -> SIMD8<Double> {
        var result = SIMD8<Double>()
        for lane in 0..<8 { result[lane] = function(x[lane]) }
        return result
    }

    package static func multiply(
        _ a: Matrix<Double>, _ b: Matrix<Double>, transposeA: Bool, transposeB: Bool, into c: Matrix<Double>,
        accumulate: Bool
    ) {
        MatrixProduct.multiply(a, b, transposeA: transposeA, transposeB: transposeB, into: c, accumulate: accumulate)
    }
    package static func fillRows(of c: Matrix<Double>, with bias: Buffer<Double>) {
        MatrixProduct.fillRows(of: c, with: bias)
    }
    package static func sumRows(of y: Matrix<Double>, into sums: Buffer<Double>, at offset: Int) {
        MatrixProduct.sumRows(of: y, into: sums, at: offset)
    }
    package static func convert(
        _ source: NumberSource, from index: Int, count: Int, to target: UnsafeMutablePointer<Double>
    ) {
        Conversions.convert(source, from: index, count: count, to: target)
    }

    package static func apply(_ function: ActivationFunction, _ x: Matrix<Double>, into y: Matrix<Double>) {
        Activations.apply(function, x, into: y)
    }
    package static func applyGradient(
        _ function: ActivationFunction, inputs: Matrix<Double>?, outputs: Matrix<Double>, _ delta: Matrix<Double>
    ) {
        Activations.applyGradient(function, inputs: inputs, outputs: outputs, delta)
    }
    package static func combine(
        _ operation: Combination, _ a: Matrix<Double>, _ b: Matrix<Double>, into c: Matrix<Double>
    ) {
        Elementwise.combine(operation, a, b, into: c)
    }

    package static func loss(
        _ loss: LossFunction, outputs: Matrix<Double>, targets: Matrix<Double>, weights: Matrix<Double>?,
        gradient: Matrix<Double>?, scale: Double
    ) -> Double {
        LossKernels.sum(
            loss, outputs: outputs, targets: targets, weights: weights, gradient: gradient, scale: scale)
    }
    package static func add(
        _ metric: MetricFunction, outputs: Matrix<Double>, targets: Matrix<Double>, weights: Matrix<Double>?,
        to sums: Results, at place: Int
    ) {
        MetricKernels.add(metric, outputs: outputs, targets: targets, weights: weights, to: sums, at: place)
    }
    package static func update(
        _ step: UpdateStep, _ weights: Buffer<Double>, _ gradient: Buffer<Double>, _ slots: [Buffer<Double>],
        _ range: Range<Int>
    ) {
        Updates.update(step, weights, gradient, slots, range)
    }

    package static func simpleForward(_ block: RecurrentBlock<Double>) { SimpleRecurrence.forward(block) }
    package static func simpleBackward(_ block: RecurrentBlock<Double>, _ gradients: RecurrentGradients<Double>) {
        SimpleRecurrence.backward(block, gradients)
    }
    package static func lstmForward(_ block: RecurrentBlock<Double>) { LSTMRecurrence.forward(block) }
    package static func lstmBackward(_ block: RecurrentBlock<Double>, _ gradients: RecurrentGradients<Double>) {
        LSTMRecurrence.backward(block, gradients)
    }
    package static func gruForward(_ block: RecurrentBlock<Double>) { GRURecurrence.forward(block) }
    package static func gruBackward(_ block: RecurrentBlock<Double>, _ gradients: RecurrentGradients<Double>) {
        GRURecurrence.backward(block, gradients)
    }

    package static func gather(
        _ table: Matrix<Double>, _ x: Matrix<Double>, _ indices: IndexBuffer, at offset: Int, mask: ByteBuffer?,
        into y: Matrix<Double>
    ) {
        TableRows.gather(table, x, indices, at: offset, mask: mask, into: y)
    }
    package static func scatter(
        _ delta: Matrix<Double>, _ indices: IndexBuffer, rows: Range<Int>, into gradient: Matrix<Double>
    ) {
        TableRows.scatter(delta, indices, rows: rows, into: gradient)
    }
    package static func penalty(_ weights: Buffer<Double>, l1: Double, l2: Double) -> Double {
        Penalties.value(weights, l1: l1, l2: l2)
    }
    package static func addPenaltyGradient(
        _ weights: Buffer<Double>, l1: Double, l2: Double, to gradient: Buffer<Double>, _ range: Range<Int>
    ) {
        Penalties.addGradient(weights, l1: l1, l2: l2, to: gradient, range)
    }
    package static func transpose(
        _ source: Matrix<Double>, steps: Int, to target: Matrix<Double>, steps targetSteps: Int, samples: Int
    ) {
        SampleLayout.copy(source, steps: steps, to: target, steps: targetSteps, samples: samples)
    }
    package static func drawMask(_ generator: inout Xoshiro256, rate: Double, into mask: Matrix<Double>) {
        Elementwise.drawMask(&generator, rate: rate, into: mask)
    }

    package static func prelu(_ x: Matrix<Double>, _ slopes: Matrix<Double>, samples: Int, into y: Matrix<Double>) {
        ParametricReLU.forward(x, slopes, samples: samples, into: y)
    }
    package static func preluGradient(
        _ x: Matrix<Double>, _ slopes: Matrix<Double>, samples: Int, _ delta: Matrix<Double>, own: Matrix<Double>
    ) {
        ParametricReLU.gradient(x, slopes, samples: samples, delta, own: own)
    }
    package static func addSamples(_ x: Matrix<Double>, samples: Int, to sum: Matrix<Double>) {
        ParametricReLU.addSamples(x, samples: samples, to: sum)
    }
    package static func scale(_ x: Matrix<Double>, by factor: Double) { Elementwise.scale(x, by: factor) }
}
