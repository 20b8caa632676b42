/// The type of a tensor's elements, chosen at run time. Names as in NumPy.
public enum DType: String, Equatable, Sendable {
    case float64, float32, int64, int32, uint8, bool

    /// Bytes of one element in dense storage.
    package var size: Int {
        switch self {
        case .float64, .int64: 8
        case .float32, .int32: 4
        case .uint8, .bool: 1
        }
    }

    package var isFloat: Bool { self == .float64 || self == .float32 }

    /// The place in the order in which types take one another up.
    private var width: Int {
        switch self {
        case .bool: 0
        case .uint8: 1
        case .int32: 2
        case .int64: 3
        case .float32: 4
        case .float64: 5
        }
    }

    /// The type that holds both, by NumPy's table: a float32 and a 32 or 64-bit integer meet in float64.
    static func promoted(_ a: DType, _ b: DType) -> DType {
        if a == b { return a }
        let (low, high) = a.width < b.width ? (a, b) : (b, a)
        return high == .float32 && (low == .int32 || low == .int64) ? .float64 : high
    }
}
