import Outputs

/// The four operations, with NumPy's types and broadcasting.
enum Operation: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
}

extension Tensor {
    /// Element by element; shapes broadcast. Errors: ``TensorError/shapesDiffer(_:_:)``.
    public static func + (_ a: Tensor, _ b: Tensor) -> Tensor { combined(a, .add, b) }

    /// Element by element; shapes broadcast. Errors: ``TensorError/shapesDiffer(_:_:)``.
    public static func - (_ a: Tensor, _ b: Tensor) -> Tensor { combined(a, .subtract, b) }

    /// Element by element; shapes broadcast. Errors: ``TensorError/shapesDiffer(_:_:)``.
    public static func * (_ a: Tensor, _ b: Tensor) -> Tensor { combined(a, .multiply, b) }

    /// True division: of integers, too, the result is floating-point. Errors: ``TensorError/shapesDiffer(_:_:)``.
    public static func / (_ a: Tensor, _ b: Tensor) -> Tensor { combined(a, .divide, b) }

    public static prefix func - (_ a: Tensor) -> Tensor {
        Failure.guarded(.fallback) {
            switch a.dtype {
            case .bool: throw TensorError.unsupported(operation: "-", dtype: .bool)
            // 0 − a would lose the sign of a zero; (−1)·a does not exist among unsigned integers.
            case .float64, .float32: return combined(Tensor(floatLiteral: -1), .multiply, a)
            case .int64, .int32, .uint8: return try combine(Tensor(integerLiteral: 0), .subtract, a)
            }
        }
    }

    private static func combined(_ a: Tensor, _ operation: Operation, _ b: Tensor) -> Tensor {
        Failure.guarded(.fallback) {
            let result = try combine(a, operation, b)
            guard a.node != nil || b.node != nil else { return result }
            let (shapeA, shapeB) = (a.shape, b.shape)
            let (left, right) = (a.untraced, b.untraced)
            switch operation {
            case .add: return result.traced((a, { $0.summed(to: shapeA) }), (b, { $0.summed(to: shapeB) }))
            case .subtract: return result.traced((a, { $0.summed(to: shapeA) }), (b, { (-$0).summed(to: shapeB) }))
            case .multiply:
                return result.traced(
                    (a, { ($0 * right).summed(to: shapeA) }), (b, { ($0 * left).summed(to: shapeB) }))
            case .divide:
                return result.traced(
                    (a, { ($0 / right).summed(to: shapeA) }),
                    (b, { (-($0 * left) / (right * right)).summed(to: shapeB) }))
            }
        }
    }

    private static func combine(_ a: Tensor, _ operation: Operation, _ b: Tensor) throws -> Tensor {
        let dtype = try resultType(a, operation, b)
        if let sparse = try combineSparsely(a, operation, b, dtype) { return sparse }
        let shape = try Broadcasting.shape(a.shape, b.shape)
        _ = try checkedCount(shape, dtype)
        let elements: Elements
        switch dtype {
        case .float64: elements = .float64(try zip(a, b, shape, Self.floating(operation)))
        case .float32: elements = .float32(try zip(a, b, shape, Self.floating(operation)))
        case .int64: elements = .int64(try zip(a, b, shape, Self.integral(operation)))
        case .int32: elements = .int32(try zip(a, b, shape, Self.integral(operation)))
        case .uint8: elements = .uint8(try zip(a, b, shape, Self.integral(operation)))
        case .bool: elements = .bool(try zip(a, b, shape, operation == .add ? { $0 || $1 } : { $0 && $1 }))
        }
        return Tensor(elements, shape: shape)
    }

    /// A sparse tensor times or through a number stays sparse: zero stays zero.
    private static func combineSparsely(
        _ a: Tensor, _ operation: Operation, _ b: Tensor, _ dtype: DType
    ) throws -> Tensor? {
        guard dtype.isFloat else { return nil }
        let round: (Double) -> Double = dtype == .float32 ? { Double(Float($0)) } : { $0 }
        switch (a.storage, operation, b.storage) {
        case (.sparse(let rows), .multiply, _) where b.rank == 0 && b.double(at: 0).isFinite:
            let factor = round(b.double(at: 0))
            return Tensor(.sparse(rows.mapped { round(round($0) * factor) }), shape: a.shape, dtype: dtype)
        case (_, .multiply, .sparse(let rows)) where a.rank == 0 && a.double(at: 0).isFinite:
            let factor = round(a.double(at: 0))
            return Tensor(.sparse(rows.mapped { round(factor * round($0)) }), shape: b.shape, dtype: dtype)
        case (.sparse(let rows), .divide, _) where b.rank == 0 && b.double(at: 0) != 0 && !b.double(at: 0).isNaN:
            let divisor = round(b.double(at: 0))
            guard divisor != 0 else { return nil }
            return Tensor(.sparse(rows.mapped { round(round($0) / divisor) }), shape: a.shape, dtype: dtype)
        default: return nil
        }
    }

    private static func resultType(_ a: Tensor, _ operation: Operation, _ b: Tensor) throws -> DType {
        var dtype = DType.promoted(a.dtype, b.dtype)
        if a.isLiteral != b.isLiteral {
            let (literal, other) = a.isLiteral ? (a, b) : (b, a)
            if other.dtype == .bool {
                dtype = literal.dtype
            } else if literal.dtype == .int64 || other.dtype.isFloat {
                dtype = other.dtype
                try checkFits(literal, dtype)
            }
        }
        if operation == .divide { return dtype.isFloat ? dtype : .float64 }
        if dtype == .bool, operation == .subtract { throw TensorError.unsupported(operation: "-", dtype: .bool) }
        return dtype
    }

    private static func checkFits(_ literal: Tensor, _ dtype: DType) throws {
        let value = literal.integer(at: 0)
        let fits =
            switch dtype {
            case .uint8: UInt8(exactly: value) != nil
            case .int32: Int32(exactly: value) != nil
            default: true
            }
        guard fits else { throw TensorError.doesNotFit(value: Int(value), dtype: dtype) }
    }

    private static func floating<T: FloatingPoint>(_ operation: Operation) -> (T, T) -> T {
        switch operation {
        case .add: { $0 + $1 }
        case .subtract: { $0 - $1 }
        case .multiply: { $0 * $1 }
        case .divide: { $0 / $1 }
        }
    }

    /// Integers wrap around, as in NumPy. Division does not come here.
    private static func integral<T: FixedWidthInteger>(_ operation: Operation) -> (T, T) -> T {
        switch operation {
        case .add: { $0 &+ $1 }
        case .subtract: { $0 &- $1 }
        case .multiply, .divide: { $0 &* $1 }
        }
    }

    private static func zip<T: Element>(
        _ a: Tensor, _ b: Tensor, _ shape: [Int], _ function: (T, T) -> T
    ) throws -> [T] {
        let (left, right) = (try a.array(T.self), try b.array(T.self))
        if a.shape == b.shape { return left.indices.map { function(left[$0], right[$0]) } }
        if b.rank == 0 { return left.map { function($0, right[0]) } }
        if a.rank == 0 { return right.map { function(left[0], $0) } }
        let leftPlaces = Broadcasting.places(of: a.shape, in: shape)
        let rightPlaces = Broadcasting.places(of: b.shape, in: shape)
        return leftPlaces.indices.map { function(left[leftPlaces[$0]], right[rightPlaces[$0]]) }
    }
}

extension Tensor: Equatable {
    /// Same shape and equal elements, whatever their types; NaN equals nothing, as in `numpy.array_equal`.
    public static func == (_ a: Tensor, _ b: Tensor) -> Bool {
        guard a.shape == b.shape else { return false }
        if case .sparse(let left) = a.storage, case .sparse(let right) = b.storage { return left.isEqual(to: right) }
        if a.dtype.isFloat || b.dtype.isFloat {
            return (0..<a.count).allSatisfy { a.double(at: $0) == b.double(at: $0) }
        }
        return (0..<a.count).allSatisfy { a.integer(at: $0) == b.integer(at: $0) }
    }
}

extension SparseRows {
    fileprivate func isEqual(to other: SparseRows) -> Bool {
        func entries(_ rows: SparseRows, _ row: Int) -> (columns: [Int], values: [Double]) {
            var result: (columns: [Int], values: [Double]) = ([], [])
            rows.forEachEntry(ofRow: row) { column, value in
                guard value != 0 else { return }
                result.columns.append(column)
                result.values.append(value)
            }
            return result
        }
        return (0..<count).allSatisfy { entries(self, $0) == entries(other, $0) }
    }
}

// A number of the cell beside a tensor. A literal is a tensor already, and the two would be ambiguous.
extension Tensor {
    /// Each element with a number, which takes the elements' type as a literal does.
    @_disfavoredOverload
    public static func + (_ a: Tensor, _ b: Double) -> Tensor { a + Tensor(floatLiteral: b) }

    /// A number with each element, whose type it takes as a literal does.
    @_disfavoredOverload
    public static func + (_ a: Double, _ b: Tensor) -> Tensor { Tensor(floatLiteral: a) + b }

    /// Each element with a number, which takes the elements' type as a literal does.
    @_disfavoredOverload
    public static func - (_ a: Tensor, _ b: Double) -> Tensor { a - Tensor(floatLiteral: b) }

    /// A number with each element, whose type it takes as a literal does.
    @_disfavoredOverload
    public static func - (_ a: Double, _ b: Tensor) -> Tensor { Tensor(floatLiteral: a) - b }

    /// Each element with a number, which takes the elements' type as a literal does.
    @_disfavoredOverload
    public static func * (_ a: Tensor, _ b: Double) -> Tensor { a * Tensor(floatLiteral: b) }

    /// A number with each element, whose type it takes as a literal does.
    @_disfavoredOverload
    public static func * (_ a: Double, _ b: Tensor) -> Tensor { Tensor(floatLiteral: a) * b }

    /// Each element with a number, which takes the elements' type as a literal does.
    @_disfavoredOverload
    public static func / (_ a: Tensor, _ b: Double) -> Tensor { a / Tensor(floatLiteral: b) }

    /// A number with each element, whose type it takes as a literal does.
    @_disfavoredOverload
    public static func / (_ a: Double, _ b: Tensor) -> Tensor { Tensor(floatLiteral: a) / b }
}
