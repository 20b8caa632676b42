/// The elements that a list of indices selects, and the shape they form: NumPy's rules for basic and advanced indexing.
struct Selection {
    /// The shape of the result.
    let shape: [Int]
    private let base: Int
    /// For each axis of the result, what each position on it adds to the place of the element.
    private let steps: [[Int]]

    var count: Int { shape.reduce(1, *) }

    /// Several lists are taken together, element by element, and must be equally long (or have one element). Their
    /// axis stands where the first of them stood, or in front if a range stands between them.
    init(_ indices: [any TensorIndex], of tensorShape: [Int]) throws {
        var selections = try Self.checked(indices, tensorShape)
        while selections.count < tensorShape.count { selections.append(.range(lower: nil, upper: nil)) }
        let strides = Self.strides(of: tensorShape)

        let lists = selections.compactMap { if case .list(let list) = $0 { list } else { nil } }
        let length = lists.map(\.count).first { $0 != 1 } ?? 1
        guard lists.allSatisfy({ $0.count == length || $0.count == 1 }) else {
            throw TensorError.indexListsDiffer(lengths: lists.map(\.count))
        }
        var joint = [Int](repeating: 0, count: length)
        var base = 0
        var steps: [[Int]] = []
        // Where the lists' common axis goes; a position beside a list counts as a list of one for this.
        var jointPlace: Int?
        var lastAdvanced: Int?
        for (axis, selection) in selections.enumerated() {
            switch selection {
            case .position(let position): base += position * strides[axis]
            case .range(let lower, let upper):
                steps.append(((lower ?? 0)..<(upper ?? tensorShape[axis])).map { $0 * strides[axis] })
                continue
            case .strided:
                steps.append((selection.stridePositions ?? []).map { $0 * strides[axis] })
                continue
            case .list(let list):
                for entry in 0..<length { joint[entry] += list[list.count == 1 ? 0 : entry] * strides[axis] }
            case .tensor, .remainingAxes, .insertedAxis: preconditionFailure("indices are resolved before")
            }
            guard !lists.isEmpty else { continue }
            if let last = lastAdvanced { if last != axis - 1 { jointPlace = 0 } } else { jointPlace = steps.count }
            lastAdvanced = axis
        }
        if let jointPlace, !lists.isEmpty { steps.insert(joint, at: jointPlace) }
        self.base = base
        self.steps = steps
        shape = steps.map(\.count)
    }

    /// How many elements lie between neighbours on each axis, row-major.
    static func strides(of shape: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
        return strides
    }

    /// The indices with every bound checked.
    private static func checked(_ indices: [any TensorIndex], _ shape: [Int]) throws -> [AxisSelection] {
        guard indices.count <= shape.count else {
            throw TensorError.tooManyIndices(given: indices.count, shape: shape)
        }
        return try indices.enumerated().map { axis, index in
            let selection = index.axisSelection
            let length = shape[axis]
            switch selection {
            case .position(let position):
                try check(position, axis, length)
            case .range(let lower, let upper):
                let (low, high) = (lower ?? 0, upper ?? length)
                guard low >= 0, high <= length, low <= high else {
                    throw TensorError.rangeOutOfBounds(axis: axis, lower: low, upper: high, length: length)
                }
            case .list(let list):
                for position in list { try check(position, axis, length) }
            case .strided: break  // cut where it was resolved
            case .tensor, .remainingAxes, .insertedAxis: preconditionFailure("indices are resolved before")
            }
            return selection
        }
    }

    private static func check(_ position: Int, _ axis: Int, _ length: Int) throws {
        guard position >= 0, position < length else {
            throw TensorError.indexOutOfRange(axis: axis, index: position, length: length)
        }
    }

    /// Calls `body` for runs of neighbouring elements, in the result's row-major order.
    func forEachRun(_ body: (_ start: Int, _ length: Int) -> Void) {
        guard count > 0 else { return }
        guard let inner = steps.last else { return body(base, 1) }
        let isRun = inner.count == 1 || zip(inner, inner.dropFirst()).allSatisfy { $1 == $0 + 1 }
        var counter = [Int](repeating: 0, count: steps.count - 1)
        while true {
            let start = zip(steps, counter).reduce(base) { $0 + $1.0[$1.1] }
            if isRun {
                body(start + inner[0], inner.count)
            } else {
                for step in inner { body(start + step, 1) }
            }
            var axis = counter.count - 1
            while axis >= 0 {
                counter[axis] += 1
                if counter[axis] < steps[axis].count { break }
                counter[axis] = 0
                axis -= 1
            }
            if axis < 0 { return }
        }
    }
}
