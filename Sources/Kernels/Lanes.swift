/// Eight neighbouring numbers at a time, with a shorter last group: every element goes through the same vector
/// function, so that a number's result does not depend on its place.
extension SIMD8 where Scalar: NetworkScalar {
    @inline(__always)
    static func load(_ place: UnsafePointer<Scalar>, _ count: Int) -> SIMD8 {
        if count >= 8 { return UnsafeRawPointer(place).loadUnaligned(as: SIMD8.self) }
        var result = SIMD8()
        for lane in 0..<count { result[lane] = place[lane] }
        return result
    }

    @inline(__always)
    func store(_ place: UnsafeMutablePointer<Scalar>, _ count: Int) {
        if count >= 8 { return UnsafeMutableRawPointer(place).storeBytes(of: self, as: SIMD8.self) }
        for lane in 0..<count { place[lane] = self[lane] }
    }
}

extension SIMD8 where Scalar: Comparable {
    /// This vector, with `other` where `x < y`; a comparison with NaN is false. Written out: compiled with the standard
    /// library's comparisons of vectors, every lane went through memory.
    @inline(__always)
    func replacing(with other: SIMD8, whereLess x: SIMD8, than y: SIMD8) -> SIMD8 {
        SIMD8(
            x[0] < y[0] ? other[0] : self[0], x[1] < y[1] ? other[1] : self[1],
            x[2] < y[2] ? other[2] : self[2], x[3] < y[3] ? other[3] : self[3],
            x[4] < y[4] ? other[4] : self[4], x[5] < y[5] ? other[5] : self[5],
            x[6] < y[6] ? other[6] : self[6], x[7] < y[7] ? other[7] : self[7])
    }
}

extension SIMD8 where Scalar: NetworkScalar {
    @inline(__always)
    func replacing(with other: SIMD8, whereLess x: SIMD8, than y: Scalar) -> SIMD8 {
        replacing(with: other, whereLess: x, than: SIMD8(repeating: y))
    }

    @inline(__always)
    func replacing(with other: Scalar, whereLess x: SIMD8, than y: Scalar) -> SIMD8 {
        replacing(with: SIMD8(repeating: other), whereLess: x, than: SIMD8(repeating: y))
    }

    /// This vector where `x > 0`, else 0.
    @inline(__always)
    func wherePositive(_ x: SIMD8) -> SIMD8 { SIMD8.zero.replacing(with: self, whereLess: .zero, than: x) }
}
