/// NumPy's broadcasting: shapes are aligned at their last axes, and an axis of length 1 is repeated.
enum Broadcasting {
    static func shape(_ a: [Int], _ b: [Int]) throws -> [Int] {
        if a == b { return a }
        let rank = max(a.count, b.count)
        let (left, right) = (padded(a, rank), padded(b, rank))
        return try zip(left, right).map { x, y in
            guard x == y || x == 1 || y == 1 else { throw TensorError.shapesDiffer(a, b) }
            return x == 1 ? y : x
        }
    }

    /// The place in an array of `shape` for every element of `target`.
    static func places(of shape: [Int], in target: [Int]) -> [Int] {
        let padded = padded(shape, target.count)
        var places = [0]
        var stride = 1
        // From the last axis to the first, each one repeats what stands behind it.
        for axis in target.indices.reversed() {
            let step = padded[axis] == 1 ? 0 : stride
            let inner = places
            places = []
            places.reserveCapacity(inner.count * target[axis])
            for position in 0..<target[axis] { for place in inner { places.append(place + position * step) } }
            stride *= padded[axis]
        }
        return places
    }

    private static func padded(_ shape: [Int], _ rank: Int) -> [Int] {
        [Int](repeating: 1, count: max(0, rank - shape.count)) + shape
    }
}

extension Elements {
    /// The elements at `places`.
    func gathered(_ places: [Int]) -> Elements {
        switch self {
        case .float64(let values): .float64(places.map { values[$0] })
        case .float32(let values): .float32(places.map { values[$0] })
        case .int64(let values): .int64(places.map { values[$0] })
        case .int32(let values): .int32(places.map { values[$0] })
        case .uint8(let values): .uint8(places.map { values[$0] })
        case .bool(let values): .bool(places.map { values[$0] })
        }
    }
}
