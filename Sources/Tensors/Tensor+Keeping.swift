package import Keeping

/// Slices write their own part of what they share.
extension Tensor: Keepable {
    package func keep(in writer: KeptWriter) throws {
        guard node == nil else { throw KeepingError.unkeepable("Tensor in a gradient") }
        try writer.array(shape)
        try writer.plain(dtype)
        try writer.bool(isLiteral)
        switch storage {
        case .dense(let elements, let offset):
            try writer.bool(false)
            try elements.keep(offset..<offset + count, in: writer)
        case .sparse(let rows):
            try writer.bool(true)
            try rows.keep(in: writer)
        }
    }

    package static func restored(from reader: KeptReader) throws -> Tensor {
        let shape = try reader.array(Int.self)
        let dtype = try reader.plain(DType.self)
        let isLiteral = try reader.bool()
        let isSparse = try reader.bool()
        let storage: Storage =
            isSparse ? .sparse(try SparseRows(from: reader)) : .dense(try Elements(dtype, from: reader), offset: 0)
        return Tensor(storage, shape: shape, dtype: dtype, isLiteral: isLiteral)
    }
}

extension Elements {
    fileprivate func keep(_ range: Range<Int>, in writer: KeptWriter) throws {
        func keep<T: BitwiseCopyable>(_ values: [T]) throws {
            try values.withUnsafeBufferPointer { try writer.elements(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        switch self {
        case .float64(let values): try keep(values)
        case .float32(let values): try keep(values)
        case .int64(let values): try keep(values)
        case .int32(let values): try keep(values)
        case .uint8(let values): try keep(values)
        case .bool(let values): try keep(values)
        }
    }

    fileprivate init(_ dtype: DType, from reader: KeptReader) throws {
        self =
            switch dtype {
            case .float64: .float64(try reader.array())
            case .float32: .float32(try reader.array())
            case .int64: .int64(try reader.array())
            case .int32: .int32(try reader.array())
            case .uint8: .uint8(try reader.array())
            case .bool: .bool(try reader.array())
            }
    }
}

extension DType: Keepable {}
extension AxisSelection: Keepable {}
