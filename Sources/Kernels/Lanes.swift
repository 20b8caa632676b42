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
