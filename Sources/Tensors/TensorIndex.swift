/// What may stand for one axis between a tensor's brackets: a number, a range of any of Swift's forms, or a list.
public protocol TensorIndex {
    var axisSelection: AxisSelection { get }
}

/// What an index selects from its axis.
public enum AxisSelection: Sendable {
    /// One position; the axis goes away.
    case position(Int)
    /// From `lower` (or the start) up to but not including `upper` (or the end).
    case range(lower: Int?, upper: Int?)
    /// The listed positions, in their order.
    case list([Int])
}

extension Int: TensorIndex {
    public var axisSelection: AxisSelection { .position(self) }
}

extension Range: TensorIndex where Bound == Int {
    public var axisSelection: AxisSelection { .range(lower: lowerBound, upper: upperBound) }
}

extension ClosedRange: TensorIndex where Bound == Int {
    public var axisSelection: AxisSelection { .range(lower: lowerBound, upper: upperBound.saturatedSuccessor) }
}

extension PartialRangeFrom: TensorIndex where Bound == Int {
    public var axisSelection: AxisSelection { .range(lower: lowerBound, upper: nil) }
}

extension PartialRangeUpTo: TensorIndex where Bound == Int {
    public var axisSelection: AxisSelection { .range(lower: nil, upper: upperBound) }
}

extension PartialRangeThrough: TensorIndex where Bound == Int {
    public var axisSelection: AxisSelection { .range(lower: nil, upper: upperBound.saturatedSuccessor) }
}

extension Array: TensorIndex where Element == Int {
    public var axisSelection: AxisSelection { .list(self) }
}

extension Int {
    fileprivate var saturatedSuccessor: Int { self == .max ? .max : self + 1 }
}
