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
    /// Every `step`-th position from `lower` (or the end that the step comes from) up to but not including `upper`.
    case strided(lower: Int?, upper: Int?, step: Int)
    /// Where a bool tensor is true (as many axes as it has), or the positions that a tensor of integers lists.
    case tensor(Tensor)
    /// All axes that the other indices leave over.
    case remainingAxes
    /// An axis of length one that was not there.
    case insertedAxis
}

extension AxisSelection: TensorIndex {
    public var axisSelection: AxisSelection { self }

    /// The positions of a stride whose ends are known; an end of -1 lies before the first position.
    var stridePositions: [Int]? {
        guard case .strided(let lower?, let upper?, let step) = self else { return nil }
        return Array(stride(from: lower, to: upper, by: step))
    }
}

extension TensorIndex where Self == AxisSelection {
    /// The whole axis: `x[.all, 0]` is the first column.
    public static var all: AxisSelection { .range(lower: nil, upper: nil) }
    /// All axes that the other indices leave over: `x[.ellipsis, 0]`.
    public static var ellipsis: AxisSelection { .remainingAxes }
    /// An axis of length one: `x[.all, .newAxis]` is a column of a vector.
    public static var newAxis: AxisSelection { .insertedAxis }
    /// Positions at equal distances, as NumPy's `from:to:by`: `x[.slice(from: 1, to: 9, by: 2)]`, `x[.slice(by: -1)]` from
    /// the last to the first. Negative positions count from the end, and positions beyond it are cut.
    public static func slice(from: Int? = nil, to: Int? = nil, by: Int = 1) -> AxisSelection {
        .strided(lower: from, upper: to, step: by)
    }
}

extension Tensor: TensorIndex {
    public var axisSelection: AxisSelection { .tensor(self) }
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
