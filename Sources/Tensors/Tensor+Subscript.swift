import Outputs

extension Tensor {
    /// The selected elements. `x[2]` is a row, `x[..<10]` the first ten, `x[3, [1, 5]]` two elements of row 3,
    /// `x[-1]` the last row, `x[.all, 0]` the first column, `x[.ellipsis, 0]` the first of the last axis,
    /// `x[.slice(by: -1)]` the rows from last to first, `x[x .> 0]` the positive elements, `x[.newAxis]` one more axis.
    ///
    /// Assignment converts to this tensor's type and broadcasts; of repeated positions the last one counts.
    ///
    /// Errors: ``TensorError/indexOutOfRange(axis:index:length:)`` and its neighbours.
    public subscript(_ indices: any TensorIndex...) -> Tensor {
        get { self[list: indices] }
        set { self[list: indices] = newValue }
    }

    /// The same with the indices as a list, which Swift cannot pass on as variadic arguments.
    package subscript(list indices: [any TensorIndex]) -> Tensor {
        get {
            Failure.guarded(.fallback) {
                let resolved = try Indexing(indices, of: shape)
                var result = try selected(resolved.selections)
                result.node = nil
                if node != nil {
                    // Of positions that are selected twice the gradients add up.
                    let (places, own) = (try Selection(resolved.selections, of: shape), shape)
                    result = result.traced((self, { $0.scattered(places, shape: own) }))
                }
                return resolved.newAxes.isEmpty ? result : result.reshaped(resolved.shape(of: result.shape))
            }
        }
        set {
            Failure.guarded(()) {
                let resolved = try Indexing(indices, of: shape)
                try assign(newValue, at: resolved.selections)
            }
        }
    }

    private func selected(_ indices: [any TensorIndex]) throws -> Tensor {
        let selection: Selection
        switch storage {
        case .dense(let elements, let offset):
            if let (shape, start) = try contiguous(indices) {
                return Tensor(.dense(elements, offset: offset + start), shape: shape, dtype: dtype)
            }
            selection = try Selection(indices, of: shape)
            guard offset == 0 else {
                return Tensor(
                    elements.converted(offset..<offset + count, to: dtype).gathered(selection), shape: selection.shape)
            }
            return Tensor(elements.gathered(selection), shape: selection.shape)
        case .sparse(let rows):
            if let rows = try sparseRows(indices, rows) {
                return Tensor(.sparse(rows), shape: [rows.count, rows.columns], dtype: dtype)
            }
            selection = try Selection(indices, of: shape)
            _ = try Self.checkedCount(selection.shape, .float64)
            var values: [Double] = []
            values.reserveCapacity(selection.count)
            selection.forEachRun { start, length in
                let (row, first) = (start / rows.columns, start % rows.columns)
                if length == rows.columns {
                    values.append(contentsOf: repeatElement(0, count: length))
                    rows.forEachEntry(ofRow: row) { values[values.count - length + $0] = $1 }
                } else {
                    for place in 0..<length { values.append(rows.value(row: row, column: first + place)) }
                }
            }
            let elements = Elements.float64(values).converted(0..<values.count, to: dtype)
            return Tensor(elements, shape: selection.shape)
        }
    }

    /// The shape and start of a selection that is one stretch of memory: positions, then at most one range.
    private func contiguous(_ indices: [any TensorIndex]) throws -> (shape: [Int], start: Int)? {
        guard indices.count <= shape.count else { return nil }
        var start = 0
        for (axis, index) in indices.enumerated() {
            let stride = shape[(axis + 1)...].reduce(1, *)
            switch index.axisSelection {
            case .position(let position):
                guard position >= 0, position < shape[axis] else {
                    throw TensorError.indexOutOfRange(axis: axis, index: position, length: shape[axis])
                }
                start += position * stride
            case .range(let lower, let upper):
                let (low, high) = (lower ?? 0, upper ?? shape[axis])
                guard axis == indices.count - 1, low >= 0, low <= high, high <= shape[axis] else { return nil }
                return ([high - low] + shape[(axis + 1)...], start + low * stride)
            case .list: return nil
            case .strided, .tensor, .remainingAxes, .insertedAxis: return nil
            }
        }
        return (Array(shape[indices.count...]), start)
    }

    /// Whole rows of a sparse tensor, if that is what is selected.
    private func sparseRows(_ indices: [any TensorIndex], _ rows: SparseRows) throws -> SparseRows? {
        guard indices.count <= 1 else { return nil }
        guard let index = indices.first else { return rows }
        switch index.axisSelection {
        case .position: return nil
        case .range(let lower, let upper):
            let (low, high) = (lower ?? 0, upper ?? rows.count)
            guard low >= 0, low < high, high <= rows.count else { return nil }
            return rows.slice(low..<high)
        case .list(let list):
            guard !list.isEmpty else { return nil }
            for row in list where row < 0 || row >= rows.count {
                throw TensorError.indexOutOfRange(axis: 0, index: row, length: rows.count)
            }
            return rows.rows(list)
        case .strided:
            guard let list = index.axisSelection.stridePositions, !list.isEmpty else { return nil }
            return rows.rows(list)
        case .tensor, .remainingAxes, .insertedAxis: return nil
        }
    }

    private mutating func assign(_ value: Tensor, at indices: [any TensorIndex]) throws {
        if case .sparse = storage, try assignSparsely(value, at: indices) { return }
        let selection = try Selection(indices, of: shape)
        let source = try value.broadcastForAssignment(to: selection.shape)
        let converted = source.elements.converted(source.offset..<source.offset + source.count, to: dtype)
        var (elements, offset) = try dense()
        if offset != 0 { elements = elements.converted(offset..<offset + count, to: dtype) }
        // The tensor lets go of its elements, so that they are written in place if nobody else holds them.
        storage = .dense(.uint8([]), offset: 0)
        elements.scatter(selection, converted)
        storage = .dense(elements, offset: 0)
    }

    /// `x[row, columns] = number` and `x[row, column] = number` leave a sparse tensor sparse.
    private mutating func assignSparsely(_ value: Tensor, at indices: [any TensorIndex]) throws -> Bool {
        guard indices.count == 2, value.count == 1, case .position(let row) = indices[0].axisSelection,
            let number = try value.sparseNumber(as: dtype), case .sparse(var rows) = storage
        else { return false }
        guard row >= 0, row < rows.count else {
            throw TensorError.indexOutOfRange(axis: 0, index: row, length: rows.count)
        }
        let wrong: Int?
        switch indices[1].axisSelection {
        case .range, .tensor, .remainingAxes, .insertedAxis: return false
        case .strided:
            guard value.rank == 0, let columns = indices[1].axisSelection.stridePositions else { return false }
            storage = .dense(.uint8([]), offset: 0)
            wrong = rows.assign(number, row: row, columns: columns)
        case .position(let column):
            storage = .dense(.uint8([]), offset: 0)
            wrong = rows.assign(number, row: row, column: column)
        case .list(let columns):
            guard value.rank <= 1 else { return false }
            storage = .dense(.uint8([]), offset: 0)
            wrong = rows.assign(number, row: row, columns: columns)
        }
        storage = .sparse(rows)
        if let wrong { throw TensorError.indexOutOfRange(axis: 1, index: wrong, length: rows.columns) }
        return true
    }

    /// The one number of this tensor as an element of `dtype`, unless a double cannot hold it.
    private func sparseNumber(as dtype: DType) throws -> Double? {
        if self.dtype == .int64 {
            let integer = integer(at: 0)
            guard integer.magnitude <= 1 << 53 else { return nil }
        }
        let number = double(at: 0)
        switch dtype {
        case .float64: return number
        case .float32: return Double(Float(number))
        case .int64: return number.magnitude < 0x1p53 ? Int64.from(number).asDouble : nil
        case .int32: return Int32.from(number).asDouble
        case .uint8: return UInt8.from(number).asDouble
        case .bool: return Bool.from(number).asDouble
        }
    }

    /// The elements to be assigned to a selection of `target`'s shape: one, or as many as the target has.
    private func broadcastForAssignment(to target: [Int]) throws -> (elements: Elements, offset: Int, count: Int) {
        let (elements, offset) = try dense()
        if count == 1 && rank <= target.count || shape == target { return (elements, offset, count) }
        // As in NumPy, axes of length one in front may be left over.
        let trimmed = Array(shape.dropFirst(Swift.max(0, rank - target.count)))
        guard trimmed.reduce(1, *) == count, (try? Broadcasting.shape(trimmed, target)) == target else {
            throw TensorError.cannotAssign(value: shape, target: target)
        }
        let own = elements.converted(offset..<offset + count, to: dtype)
        let places = Broadcasting.places(of: trimmed, in: target)
        return (own.gathered(places), 0, target.reduce(1, *))
    }
}
