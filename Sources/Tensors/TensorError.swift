public import Outputs

/// What can be wrong with tensors that a lesson handles.
public enum TensorError: Error, Equatable, Sendable {
    case indexOutOfRange(axis: Int, index: Int, length: Int)
    case rangeOutOfBounds(axis: Int, lower: Int, upper: Int, length: Int)
    case tooManyIndices(given: Int, shape: [Int])
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
}

extension TensorError: LessonError {
    public var name: String {
        switch self {
        case .indexOutOfRange, .rangeOutOfBounds: "IndexOutOfRange"
        case .tooManyIndices, .indexListsDiffer: "WrongIndices"
        case .shapesDiffer, .cannotAssign, .cannotReshape, .cannotMultiply, .raggedRows, .notOneElement:
            "ShapeMismatch"
        case .isEmpty: "EmptyTensor"
        case .negativeLength: "WrongShape"
        case .tooLarge: "TensorTooLarge"
        case .unsupported, .doesNotFit: "WrongType"
        }
    }
}
