import Outputs
import Synchronization

/// A step of an expression that is differentiated: where its result goes back to.
final class GradientNode: Sendable {
    /// Steps are numbered as they are taken, so that going back from the highest number visits each after all its uses.
    let number: Int
    let parents: [(node: GradientNode, pullback: @Sendable (Tensor) -> Tensor)]

    private static let counter = Atomic<Int>(0)

    init(_ parents: [(GradientNode, @Sendable (Tensor) -> Tensor)] = []) {
        number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        self.parents = parents.map { (node: $0.0, pullback: $0.1) }
    }
}

extension Tensor {
    /// The same numbers as a constant.
    var untraced: Tensor {
        guard node != nil else { return self }
        var copy = self
        copy.node = nil
        return copy
    }

    /// This result of operands, with for each the function from the gradient by the result to the one by it.
    func traced(_ operands: (Tensor, @Sendable (Tensor) -> Tensor)...) -> Tensor {
        let parents = operands.compactMap { operand, pullback in operand.node.map { ($0, pullback) } }
        guard !parents.isEmpty else { return self }
        var copy = self
        copy.node = GradientNode(parents)
        return copy
    }

    /// Numbers that leave a differentiated expression would be constants unnoticed.
    func requireUntraced(_ operation: String) throws {
        if node != nil { throw TensorError.notDifferentiable(operation: operation) }
    }

    /// The sum over all axes along which a shape was repeated by broadcasting.
    func summed(to shape: [Int]) -> Tensor {
        if self.shape == shape { return self }
        return Failure.guarded(.fallback) {
            let values = try array(Double.self)
            var result = [Double](repeating: 0, count: shape.reduce(1, *))
            for (place, target) in Broadcasting.places(of: shape, in: self.shape).enumerated() {
                result[target] += values[place]
            }
            return Tensor(Elements.float64(result).converted(0..<result.count, to: dtype), shape: shape)
        }
    }

    /// Zeros of a shape, to which these elements are added at the selected places.
    func scattered(_ selection: Selection, shape: [Int]) -> Tensor {
        Failure.guarded(.fallback) {
            let values = try array(Double.self)
            var result = [Double](repeating: 0, count: shape.reduce(1, *))
            var position = 0
            selection.forEachRun { start, length in
                for offset in 0..<length {
                    result[start + offset] += values[position]
                    position += 1
                }
            }
            return Tensor(Elements.float64(result).converted(0..<result.count, to: dtype), shape: shape)
        }
    }
}

/// The value of a function at `x` and its gradient: for every element of `x`, how fast the function grows with it. Of
/// several results the gradient is that of their sum, so for an element-by-element function it holds the derivative at
/// every element.
///
/// By reverse-mode automatic differentiation: the function runs once and its steps are gone back through. It must be
/// made of functions that take and give tensors. float32 stays float32, everything else becomes float64.
///
/// Errors: ``TensorError/notDifferentiable(operation:)``.
public func valueAndGradient(of function: (Tensor) -> Tensor, at x: Tensor) -> (value: Tensor, gradient: Tensor) {
    Failure.guarded((value: Tensor.fallback, gradient: Tensor.fallback)) {
        let start = x.dtype.isFloat ? x.untraced : x.cast(to: .float64)
        var variable = Tensor(
            .dense(try start.dense().elements, offset: try start.dense().offset), shape: start.shape, dtype: start.dtype
        )
        let root = GradientNode()
        variable.node = root
        let result = function(variable)
        if let error = Failure.take() { throw error }
        let none = try Tensor.filled(start.shape, 0, start.dtype)
        guard let last = result.node else { return (value: result, gradient: none) }
        var gradients: [ObjectIdentifier: Tensor] = [
            ObjectIdentifier(last): try Tensor.filled(result.shape, 1, result.dtype)
        ]
        // The numbers of all steps that lead to the result, from the last one back.
        var steps: [Int: GradientNode] = [last.number: last]
        var waiting = [last]
        while let node = waiting.popLast() {
            for parent in node.parents where steps.updateValue(parent.node, forKey: parent.node.number) == nil {
                waiting.append(parent.node)
            }
        }
        for node in steps.values.sorted(by: { $0.number > $1.number }) {
            guard let gradient = gradients[ObjectIdentifier(node)] else { continue }
            for parent in node.parents {
                let part = parent.pullback(gradient)
                if let error = Failure.take() { throw error }
                let key = ObjectIdentifier(parent.node)
                gradients[key] = gradients[key].map { $0 + part } ?? part
            }
        }
        return (value: result.untraced, gradient: gradients[ObjectIdentifier(root)] ?? none)
    }
}

/// The gradient of a function at `x`: see ``valueAndGradient(of:at:)``. `gradient(of: { $0 * $0 }, at: 3)` is 6.
public func gradient(of function: (Tensor) -> Tensor, at x: Tensor) -> Tensor {
    valueAndGradient(of: function, at: x).gradient
}
