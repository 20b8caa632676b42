import Outputs

extension Tensor {
    /// The same numbers as another type: floating-point numbers are cut towards zero, integers wrap around.
    public func cast(to dtype: DType) -> Tensor {
        if dtype == self.dtype { return Tensor(storage, shape: shape, dtype: dtype) }
        switch storage {
        case .dense(let elements, let offset):
            return Tensor(elements.converted(offset..<offset + count, to: dtype), shape: shape)
        case .sparse(let rows):
            let convert: (Double) -> Double =
                switch dtype {
                case .float64: { $0 }
                case .float32: { Double(Float($0)) }
                case .int64: { Int64.from($0).asDouble }
                case .int32: { Int32.from($0).asDouble }
                case .uint8: { UInt8.from($0).asDouble }
                case .bool: { Bool.from($0).asDouble }
                }
            return Tensor(.sparse(rows.mapped(convert)), shape: shape, dtype: dtype)
        }
    }

    /// The same elements in row-major order under another shape; one length may be -1 and is then worked out.
    ///
    /// Errors: ``TensorError/cannotReshape(from:to:)``.
    public func reshaped(_ shape: [Int]) -> Tensor {
        Failure.guarded(.fallback) {
            var target = shape
            let error = TensorError.cannotReshape(from: self.shape, to: shape)
            if let open = shape.firstIndex(of: -1) {
                var rest = 1
                for (axis, length) in shape.enumerated() where axis != open {
                    let (product, overflow) = rest.multipliedReportingOverflow(by: length)
                    guard !overflow, product > 0 else { throw error }
                    rest = product
                }
                guard count % rest == 0 else { throw error }
                target[open] = count / rest
            }
            guard target.allSatisfy({ $0 >= 0 }) else { throw error }
            var product = 1
            for length in target {
                let (next, overflow) = product.multipliedReportingOverflow(by: length)
                guard !overflow else { throw error }
                product = next
            }
            guard product == count else { throw error }
            if target == self.shape { return self }
            let (elements, offset) = try dense()
            let own = self.shape
            return Tensor(.dense(elements, offset: offset), shape: target, dtype: dtype)
                .traced((self, { $0.reshaped(own) }))
        }
    }

    /// The axes in reverse order; of a matrix, rows become columns.
    public func transposed() -> Tensor {
        Failure.guarded(.fallback) {
            guard rank > 1 else { return self }
            let (elements, offset) = try dense()
            // Place by place, the first axis of the result being the last of the source.
            var places = [offset]
            var stride = count
            for length in shape {
                stride /= Swift.max(length, 1)
                let inner = places
                places = []
                places.reserveCapacity(inner.count * length)
                for position in 0..<length { for place in inner { places.append(place + position * stride) } }
            }
            return Tensor(elements.gathered(places), shape: shape.reversed()).traced((self, { $0.transposed() }))
        }
    }

    /// All elements in row-major order.
    public func doubles() -> [Double] {
        Failure.guarded([]) {
            try requireUntraced("doubles()")
            return try array(Double.self)
        }
    }

    /// The one number of a tensor that holds one.
    ///
    /// Errors: ``TensorError/notOneElement(shape:)``.
    public func item() -> Double {
        Failure.guarded(.nan) {
            guard count == 1 else { throw TensorError.notOneElement(shape: shape) }
            try requireUntraced("item()")
            return double(at: 0)
        }
    }
}
