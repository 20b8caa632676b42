package import Outputs

/// A number that networks compute with: single or double precision.
///
/// The kernels are generic and stand in enums of their own; what is asked for here are entries for one type each, because
/// only inside this module the compiler writes them out for `Float` and `Double`. Callers in other rooms go through these.
package protocol NetworkScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
    /// e^x, 1/(1 + e^−x) and tanh x of eight numbers at once.
    static func exp(_ x: SIMD8<Self>) -> SIMD8<Self>
    static func sigmoid(_ x: SIMD8<Self>) -> SIMD8<Self>
    static func tanh(_ x: SIMD8<Self>) -> SIMD8<Self>

    static func multiply(
        _ a: Matrix<Self>, _ b: Matrix<Self>, transposeA: Bool, transposeB: Bool, into c: Matrix<Self>, accumulate: Bool
    )
    static func fillRows(of c: Matrix<Self>, with bias: Buffer<Self>)
    static func sumRows(of y: Matrix<Self>, into sums: Buffer<Self>, at offset: Int)
    static func convert(_ source: NumberSource, from index: Int, count: Int, to target: UnsafeMutablePointer<Self>)

    static func apply(_ function: ActivationFunction, _ x: Matrix<Self>, into y: Matrix<Self>)
    static func applyGradient(
        _ function: ActivationFunction, inputs: Matrix<Self>?, outputs: Matrix<Self>, _ delta: Matrix<Self>)
    static func combine(_ operation: Combination, _ a: Matrix<Self>, _ b: Matrix<Self>, into c: Matrix<Self>)

    static func loss(
        _ loss: LossFunction, outputs: Matrix<Self>, targets: Matrix<Self>, weights: Matrix<Self>?,
        gradient: Matrix<Self>?, scale: Double
    ) -> Double
    static func add(
        _ metric: MetricFunction, outputs: Matrix<Self>, targets: Matrix<Self>, weights: Matrix<Self>?,
        to sums: Results, at place: Int)
    static func update(
        _ step: UpdateStep, _ weights: Buffer<Self>, _ gradient: Buffer<Self>, _ slots: [Buffer<Self>],
        _ range: Range<Int>)

    /// y = tanh x of all elements, without gaps in memory; `y` may be `x`.
    static func tanh(_ x: Matrix<Self>, into y: Matrix<Self>)
    static func simpleForward(_ block: RecurrentBlock<Self>)
    static func simpleBackward(_ block: RecurrentBlock<Self>, _ gradients: RecurrentGradients<Self>)
    static func lstmForward(_ block: RecurrentBlock<Self>)
    static func lstmBackward(_ block: RecurrentBlock<Self>, _ gradients: RecurrentGradients<Self>)
    static func gruForward(_ block: RecurrentBlock<Self>)
    static func gruBackward(_ block: RecurrentBlock<Self>, _ gradients: RecurrentGradients<Self>)

    static func gather(
        _ table: Matrix<Self>, _ x: Matrix<Self>, _ indices: IndexBuffer, at offset: Int, mask: ByteBuffer?,
        into y: Matrix<Self>)
    static func scatter(
        _ delta: Matrix<Self>, _ indices: IndexBuffer, rows: Range<Int>, into gradient: Matrix<Self>)
    static func penalty(_ weights: Buffer<Self>, l1: Double, l2: Double) -> Double
    static func addPenaltyGradient(
        _ weights: Buffer<Self>, l1: Double, l2: Double, to gradient: Buffer<Self>, _ range: Range<Int>)
    static func transpose(
        _ source: Matrix<Self>, steps: Int, to target: Matrix<Self>, steps: Int, samples: Int)
    static func drawMask(_ generator: inout Xoshiro256, rate: Double, into mask: Matrix<Self>)

    static func prelu(_ x: Matrix<Self>, _ slopes: Matrix<Self>, samples: Int, into y: Matrix<Self>)
    static func preluGradient(
        _ x: Matrix<Self>, _ slopes: Matrix<Self>, samples: Int, _ delta: Matrix<Self>, own: Matrix<Self>)
    static func addSamples(_ x: Matrix<Self>, samples: Int, to sum: Matrix<Self>)
    static func scale(_ x: Matrix<Self>, by factor: Double)
}
