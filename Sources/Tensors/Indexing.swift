/// Indices as they are written, brought down to positions, ranges and lists: NumPy's rules for negative positions, steps,
/// masks, `...` and new axes.
struct Indexing {
    private(set) var selections: [any TensorIndex] = []
    /// Where new axes stand, counted among the axes of the result.
    private(set) var newAxes: [Int] = []

    init(_ indices: [any TensorIndex], of shape: [Int]) throws {
        let written = indices.map(\.axisSelection)
        let taken = written.reduce(0) { $0 + Self.axes(of: $1) }
        guard taken <= shape.count else { throw TensorError.tooManyIndices(given: taken, shape: shape) }
        var axis = 0
        var resultAxis = 0
        var seenEllipsis = false
        for selection in written {
            switch selection {
            case .remainingAxes:
                guard !seenEllipsis else { throw TensorError.tooManyIndices(given: shape.count + 1, shape: shape) }
                seenEllipsis = true
                for _ in 0..<shape.count - taken {
                    selections.append(AxisSelection.range(lower: nil, upper: nil))
                    axis += 1
                    resultAxis += 1
                }
            case .insertedAxis:
                newAxes.append(resultAxis)
                resultAxis += 1
            case .tensor(let tensor):
                let lists = try Self.lists(tensor, axis, shape)
                selections += lists.map { AxisSelection.list($0) }
                axis += lists.count
                resultAxis += 1
            default:
                let simple = try Self.simple(selection, shape[axis])
                selections.append(simple)
                if case .position = simple {} else { resultAxis += 1 }
                axis += 1
            }
        }
    }

    /// The result's shape with the new axes in it.
    func shape(of result: [Int]) -> [Int] {
        var shape = result
        for place in newAxes { shape.insert(1, at: min(place, shape.count)) }
        return shape
    }

    /// How many axes of the tensor an index takes.
    private static func axes(of selection: AxisSelection) -> Int {
        switch selection {
        case .remainingAxes, .insertedAxis: 0
        case .tensor(let tensor) where tensor.dtype == .bool: tensor.rank
        default: 1
        }
    }

    /// Negative positions counted from the end, strides with both their ends; what is out of range stays so, to be reported as it was written.
    private static func simple(_ selection: AxisSelection, _ length: Int) throws -> AxisSelection {
        func wrapped(_ position: Int) -> Int { position < 0 && position >= -length ? position + length : position }
        switch selection {
        case .position(let position): return .position(wrapped(position))
        case .range(let lower, let upper): return .range(lower: lower.map(wrapped), upper: upper.map(wrapped))
        case .list(let list): return list.contains { $0 < 0 } ? .list(list.map(wrapped)) : selection
        case .strided(let lower, let upper, let step):
            guard step != 0 else { throw TensorError.zeroStep }
            func cut(_ position: Int, _ low: Int, _ high: Int) -> Int {
                min(max(position < 0 ? position + length : position, low), high)
            }
            if step > 0 {
                let (low, high) = (lower.map { cut($0, 0, length) } ?? 0, upper.map { cut($0, 0, length) } ?? length)
                if step == 1 { return .range(lower: low, upper: max(low, high)) }
                return .strided(lower: low, upper: high, step: step)
            }
            let first = lower.map { cut($0, -1, length - 1) } ?? length - 1
            let end = upper.map { cut($0, -1, length - 1) } ?? -1
            return .strided(lower: first, upper: end, step: step)
        case .tensor, .remainingAxes, .insertedAxis: return selection
        }
    }

    /// The positions on each axis that a tensor stands for.
    private static func lists(_ tensor: Tensor, _ axis: Int, _ shape: [Int]) throws -> [[Int]] {
        guard tensor.dtype == .bool else {
            guard !tensor.dtype.isFloat, tensor.rank <= 1 else {
                throw TensorError.unsupported(operation: "[…]", dtype: tensor.dtype)
            }
            let length = shape[axis]
            return [try tensor.array(Int64.self).map { $0 < 0 ? Int($0) + length : Int($0) }]
        }
        let part = Array(shape[axis..<axis + tensor.rank])
        guard part == tensor.shape else { throw TensorError.maskShape(mask: tensor.shape, target: part) }
        let strides = Selection.strides(of: part)
        let places = try tensor.array(Bool.self).enumerated().filter(\.element).map(\.offset)
        return strides.indices.map { axis in places.map { $0 / strides[axis] % max(part[axis], 1) } }
    }
}
