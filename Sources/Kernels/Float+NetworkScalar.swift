import CKernels
package import Outputs

extension Float: NetworkScalar {
    @inline(__always) package static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> { VectorMath.exp(x) }
    @inline(__always) package static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> { VectorMath.sigmoid(x) }
    @inline(__always) package static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> { VectorMath.tanh(x) }
    package static func tanh(_ x: Matrix<Float>, into y: Matrix<Float>) {
        precondition(x.isContiguous && y.isContiguous && x.rows == y.rows && x.columns == y.columns)
        InstructionSet.current.kernels.tanh(x.rows * x.columns, x.pointer, y.pointer)
    }

    package static func multiply(
        _ a: Matrix<Float>, _ b: Matrix<Float>, transposeA: Bool, transposeB: Bool, into c: Matrix<Float>,
        accumulate: Bool
    ) {
        MatrixProduct.multiply(a, b, transposeA: transposeA, transposeB: transposeB, into: c, accumulate: accumulate)
    }
    package static func fillRows(of c: Matrix<Float>, with bias: Buffer<Float>) {
        MatrixProduct.fillRows(of: c, with: bias)
    }
    package static func sumRows(of y: Matrix<Float>, into sums: Buffer<Float>, at offset: Int) {
        MatrixProduct.sumRows(of: y, into: sums, at: offset)
    }
    package static func convert(
        _ source: NumberSource, from index: Int, count: Int, to target: UnsafeMutablePointer<Float>
    ) {
        Conversions.convert(source, from: index, count: count, to: target)
    }

    package static func apply(_ function: ActivationFunction, _ x: Matrix<Float>, into y: Matrix<Float>) {
        Activations.apply(function, x, into: y)
    }
    package static func applyGradient(
        _ function: ActivationFunction, inputs: Matrix<Float>?, outputs: Matrix<Float>, _ delta: Matrix<Float>
    ) {
        Activations.applyGradient(function, inputs: inputs, outputs: outputs, delta)
    }
    package static func combine(_ operation: Combination, _ a: Matrix<Float>, _ b: Matrix<Float>, into c: Matrix<Float>)
    {
        Elementwise.combine(operation, a, b, into: c)
    }

    package static func loss(
        _ loss: LossFunction, outputs: Matrix<Float>, targets: Matrix<Float>, weights: Matrix<Float>?,
        gradient: Matrix<Float>?, scale: Double
    ) -> Double {
        LossKernels.sum(
            loss, outputs: outputs, targets: targets, weights: weights, gradient: gradient, scale: scale)
    }
    package static func add(
        _ metric: MetricFunction, outputs: Matrix<Float>, targets: Matrix<Float>, weights: Matrix<Float>?,
        to sums: Results, at place: Int
    ) {
        MetricKernels.add(metric, outputs: outputs, targets: targets, weights: weights, to: sums, at: place)
    }
    package static func update(
        _ step: UpdateStep, _ weights: Buffer<Float>, _ gradient: Buffer<Float>, _ slots: [Buffer<Float>],
        _ range: Range<Int>
    ) {
        Updates.update(step, weights, gradient, slots, range)
    }

    package static func simpleForward(_ block: RecurrentBlock<Float>) { SimpleRecurrence.forward(block) }
    package static func simpleBackward(_ block: RecurrentBlock<Float>, _ gradients: RecurrentGradients<Float>) {
        SimpleRecurrence.backward(block, gradients)
    }
    package static func lstmForward(_ block: RecurrentBlock<Float>) { LSTMRecurrence.forward(block) }
    package static func lstmBackward(_ block: RecurrentBlock<Float>, _ gradients: RecurrentGradients<Float>) {
        LSTMRecurrence.backward(block, gradients)
    }
    package static func gruForward(_ block: RecurrentBlock<Float>) { GRURecurrence.forward(block) }
    package static func gruBackward(_ block: RecurrentBlock<Float>, _ gradients: RecurrentGradients<Float>) {
        GRURecurrence.backward(block, gradients)
    }

    package static func gather(
        _ table: Matrix<Float>, _ x: Matrix<Float>, _ indices: IndexBuffer, at offset: Int, mask: ByteBuffer?,
        into y: Matrix<Float>
    ) {
        TableRows.gather(table, x, indices, at: offset, mask: mask, into: y)
    }
    package static func scatter(
        _ delta: Matrix<Float>, _ indices: IndexBuffer, rows: Range<Int>, into gradient: Matrix<Float>
    ) {
        TableRows.scatter(delta, indices, rows: rows, into: gradient)
    }
    package static func penalty(_ weights: Buffer<Float>, l1: Double, l2: Double) -> Double {
        Penalties.value(weights, l1: l1, l2: l2)
    }
    package static func addPenaltyGradient(
        _ weights: Buffer<Float>, l1: Double, l2: Double, to gradient: Buffer<Float>, _ range: Range<Int>
    ) {
        Penalties.addGradient(weights, l1: l1, l2: l2, to: gradient, range)
    }
    package static func transpose(
        _ source: Matrix<Float>, steps: Int, to target: Matrix<Float>, steps targetSteps: Int, samples: Int
    ) {
        SampleLayout.copy(source, steps: steps, to: target, steps: targetSteps, samples: samples)
    }
    package static func drawMask(_ generator: inout Xoshiro256, rate: Double, into mask: Matrix<Float>) {
        Elementwise.drawMask(&generator, rate: rate, into: mask)
    }

    package static func prelu(_ x: Matrix<Float>, _ slopes: Matrix<Float>, samples: Int, into y: Matrix<Float>) {
        ParametricReLU.forward(x, slopes, samples: samples, into: y)
    }
    package static func preluGradient(
        _ x: Matrix<Float>, _ slopes: Matrix<Float>, samples: Int, _ delta: Matrix<Float>, own: Matrix<Float>
    ) {
        ParametricReLU.gradient(x, slopes, samples: samples, delta, own: own)
    }
    package static func addSamples(_ x: Matrix<Float>, samples: Int, to sum: Matrix<Float>) {
        ParametricReLU.addSamples(x, samples: samples, to: sum)
    }
    package static func scale(_ x: Matrix<Float>, by factor: Double) { Elementwise.scale(x, by: factor) }
}
