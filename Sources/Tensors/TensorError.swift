public import Outputs

/// What can be wrong with tensors that a lesson handles.
public enum TensorError: Error, Equatable, Sendable {
    case indexOutOfRange(axis: Int, index: Int, length: Int)
    case rangeOutOfBounds(axis: Int, lower: Int, upper: Int, length: Int)
    case tooManyIndices(given: Int, shape: [Int])
    case zeroStep
    case indexListsDiffer(lengths: [Int])
    /// Shapes that cannot be broadcast together.
    case shapesDiffer(_ a: [Int], _ b: [Int])
    case cannotAssign(value: [Int], target: [Int])
    case cannotReshape(from: [Int], to: [Int])
    case cannotMultiply(_ a: [Int], _ b: [Int])
    case raggedRows(row: Int, expected: Int, found: Int)
    case notOneElement(shape: [Int])
    case isEmpty(operation: String)
    case negativeLength(shape: [Int])
    case tooLarge(shape: [Int], dtype: DType)
    case unsupported(operation: String, dtype: DType)
    case doesNotFit(value: Int, dtype: DType)
    /// A label that is no whole number.
    case notWhole(value: Double, place: Int)
    case maskShape(mask: [Int], target: [Int])
    case axisOutOfRange(Int, rank: Int)
    /// Tensors that are to be joined and differ on another axis than that.
    case cannotJoin(_ a: [Int], _ b: [Int], axis: Int)
    case nothingToJoin
    case notAPermutation([Int], rank: Int)
    case notDifferentiable(operation: String)
    case notPositive(String, Double)
}

extension TensorError: LessonError {
    public var name: String {
        switch self {
        case .indexOutOfRange, .rangeOutOfBounds: "IndexOutOfRange"
        case .tooManyIndices, .indexListsDiffer, .maskShape, .zeroStep: "WrongIndices"
        case .axisOutOfRange, .notAPermutation: "WrongAxis"
        case .cannotJoin: "ShapeMismatch"
        case .nothingToJoin: "EmptyTensor"
        case .notDifferentiable: "NotDifferentiable"
        case .notPositive: "WrongArgument"
        case .shapesDiffer, .cannotAssign, .cannotReshape, .cannotMultiply, .raggedRows, .notOneElement:
            "ShapeMismatch"
        case .isEmpty: "EmptyTensor"
        case .negativeLength: "WrongShape"
        case .tooLarge: "TensorTooLarge"
        case .unsupported, .doesNotFit: "WrongType"
        case .notWhole: "LabelOutOfRange"
        }
    }
}
