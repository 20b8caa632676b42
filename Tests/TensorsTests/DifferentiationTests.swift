import Outputs
import Tensors
import Testing

/// Gradients of expressions against differences of their values, for every function that can be differentiated.
@Suite(.serialized) struct DifferentiationTests {
    private static let x = Tensor([[0.3, -1.2, 0.8], [1.5, -0.4, 0.1]])
    private static let weights = Tensor([[0.7, -0.3, 1.1], [0.2, 0.9, -0.6]])

    /// All but those whose names say it take any real number.
    /// One statement each: the compiler takes long over many closures in one expression.
    nonisolated(unsafe) private static let functions: [(String, (Tensor) -> Tensor)] = {
        var list: [(String, (Tensor) -> Tensor)] = []
        func add(_ name: String, _ function: @escaping (Tensor) -> Tensor) { list.append((name, function)) }
        add("sum") { $0 + Tensor([1.0, 2, 3]) }
        add("difference") { Tensor([[1.0], [2]]) - $0 }
        add("product") { $0 * $0 * Tensor([2.0, 0.5, -1]) }
        add("quotient") { $0 / ($0 * $0 + 1) }
        add("negative") { -$0 }
        add("numbers") { 2 * $0 + 0.5 }
        add("exp") { exp($0) }
        add("log") { log(square($0) + 0.5) }
        add("log1p") { log1p($0 * $0) }
        add("sqrt") { sqrt($0 * $0 + 1) }
        add("square") { square($0) }
        add("abs") { abs($0) }
        add("pow") { pow($0 * $0 + 0.3, 1.7) }
        add("sin") { sin($0) }
        add("cos") { cos($0) }
        add("tanh") { tanh($0) }
        add("sigmoid") { sigmoid($0) }
        add("softplus") { softplus($0) }
        add("relu") { relu($0) }
        add("softmax") { softmax($0) }
        add("maximum") { maximum($0, Tensor([0.0, -1, 0.5])) }
        add("minimum") { minimum(0.2, $0) }
        add("clip") { clip($0, min: -1, max: 1) }
        add("select") { select($0 .> 0, $0 * 3, square($0)) }
        add("dot") { dot($0, Tensor([[1.0, 2], [3, 4], [5, -6]])) }
        add("dot from the left") { dot(Tensor([[1.0, -2]]), $0) }
        add("dot with itself") { dot($0, $0.transposed()) }
        add("vectors") { dot($0[0], $0[1]) }
        add("transposed") { $0.transposed() * Tensor([1.0, 3]) }
        add("permuted") { $0.reshaped([1, 2, 3]).transposed([2, 0, 1]) }
        add("reshaped") { $0.reshaped([3, 2]) * Tensor([1.0, 3]) }
        add("row") { $0[1] }
        add("columns") { $0[.all, 1...] }
        add("list") { $0[.all, [2, 0, 0]] }
        add("step") { $0[.all, .slice(by: -2)] }
        add("mask") { $0[Self.x .> 0] }
        add("new axis") { $0[.newAxis] * 2 }
        add("sum of rows") { $0.sum(axis: 0) * Tensor([1.0, 2, 3]) }
        add("mean of columns") { square($0.mean(axis: 1, keepDims: true)) }
        add("largest") { $0.max(axis: 1) }
        add("least") { $0.min(axis: -1, keepDims: true) * 2 }
        add("total") { sum($0 * $0) }
        add("mean") { mean(square($0)) }
        add("joined") { concatenate([$0, 2 * $0, Tensor([[1.0, 1, 1]])]) }
        add("stacked") { stack([$0, square($0)], axis: 1) }
        add("broadcast") { $0.sum(axis: 0) - $0 }
        add("constant") { _ in Tensor([1.0, 2]) }
        return list
    }()

    @Test func everyFunction() {
        for (name, function) in Self.functions {
            let error = Failure.collected {
                let result = function(Self.x)
                // A different weight for each result, so that places that are mixed up show.
                let factors = Tensor((0..<result.count).map { 0.5 + Double($0 * 7 % 5) }).reshaped(result.shape)
                let (value, slopes) = valueAndGradient(of: { function($0) * factors }, at: Self.x)
                #expect(value == result * factors, "\(name)")
                #expect(slopes.shape == Self.x.shape, "\(name)")
                for place in 0..<Self.x.count {
                    func total(_ step: Double) -> Double {
                        var values = Self.x.doubles()
                        values[place] += step
                        return (function(Tensor(values).reshaped([2, 3])) * factors).sum()
                    }
                    let difference = (total(1e-6) - total(-1e-6)) / 2e-6
                    let slope = slopes.doubles()[place]
                    #expect(abs(slope - difference) < 1e-7 * max(1, abs(slope)), "\(name) at \(place)")
                }
            }
            #expect(error == nil, "\(name)")
        }
    }

    @Test func derivativesOfLessons() {
        let error = Failure.collected {
            #expect(gradient(of: { $0 * $0 }, at: 3).item() == 6)
            #expect(gradient(of: { relu($0) }, at: Tensor([-1.0, 2])) == Tensor([0.0, 1]))
            #expect(gradient(of: { mean($0) }, at: Tensor([1, 2, 3, 4])).dtype == .float64)
            #expect(gradient(of: { mean($0) }, at: Tensor([1.0, 2], dtype: .float32)).dtype == .float32)
            // A gradient inside of an expression is one more function.
            let second = gradient(of: { x in gradient(of: { $0 * $0 * $0 }, at: x.reshaped([])) }, at: 2)
            _ = second
        }
        #expect(error == nil)
    }

    @Test func whatLeavesTheExpressionIsSaid() {
        let error = Failure.collected { _ = gradient(of: { Tensor($0.mean()) }, at: Tensor([1.0, 2])) }
        #expect((error as? TensorError)?.name == "NotDifferentiable")
    }
}
