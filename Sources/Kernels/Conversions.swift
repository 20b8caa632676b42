/// Numbers of any of the element types, to be read as single or double precision.
package enum NumberSource {
    case float64([Double])
    case float32([Float])
    case int64([Int64])
    case int32([Int32])
    case uint8([UInt8])
    case bool([Bool])
}

/// Copies between arrays of other types and memory that kernels work on.
package enum Conversions {
    static func convert<S: NetworkScalar>(
        _ source: NumberSource, from index: Int, count: Int, to target: UnsafeMutablePointer<S>
    ) {
        switch source {
        case .float64(let values): copy(values, index, count, target) { S($0) }
        case .float32(let values): copy(values, index, count, target) { S($0) }
        case .int64(let values): copy(values, index, count, target) { S($0) }
        case .int32(let values): copy(values, index, count, target) { S($0) }
        case .uint8(let values): copy(values, index, count, target) { S($0) }
        case .bool(let values): copy(values, index, count, target) { $0 ? 1 : 0 }
        }
    }

    @inline(__always)
    private static func copy<T, S>(
        _ values: [T], _ index: Int, _ count: Int, _ target: UnsafeMutablePointer<S>, _ function: (T) -> S
    ) {
        precondition(index >= 0 && count >= 0 && index + count <= values.count)
        values.withUnsafeBufferPointer { values in
            for place in 0..<count { target[place] = function(values[index + place]) }
        }
    }

    /// Copies elements of `source` to a matrix without gaps, from its element `offset` on.
    package static func copy<S: NetworkScalar>(
        _ source: NumberSource, from index: Int, count: Int, to target: Matrix<S>, at offset: Int
    ) {
        precondition(offset >= 0 && target.isContiguous && offset + count <= target.rows * target.columns)
        S.convert(source, from: index, count: count, to: target.pointer + offset)
    }
}
