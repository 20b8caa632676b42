/// The elements of a dense tensor. Swift's arrays bring copy on write.
enum Elements: Sendable {
    case float64([Double])
    case float32([Float])
    case int64([Int64])
    case int32([Int32])
    case uint8([UInt8])
    case bool([Bool])

    static func repeating(_ value: Double, count: Int, dtype: DType) -> Elements {
        switch dtype {
        case .float64: .float64([Double](repeating: value, count: count))
        case .float32: .float32([Float](repeating: Float(value), count: count))
        case .int64: .int64([Int64](repeating: .from(value), count: count))
        case .int32: .int32([Int32](repeating: .from(value), count: count))
        case .uint8: .uint8([UInt8](repeating: .from(value), count: count))
        case .bool: .bool([Bool](repeating: .from(value), count: count))
        }
    }

    var dtype: DType {
        switch self {
        case .float64: .float64
        case .float32: .float32
        case .int64: .int64
        case .int32: .int32
        case .uint8: .uint8
        case .bool: .bool
        }
    }

    func double(at index: Int) -> Double {
        switch self {
        case .float64(let values): values[index]
        case .float32(let values): values[index].asDouble
        case .int64(let values): values[index].asDouble
        case .int32(let values): values[index].asDouble
        case .uint8(let values): values[index].asDouble
        case .bool(let values): values[index].asDouble
        }
    }

    /// For the integer types and bool, exactly; floating-point numbers are cut.
    func integer(at index: Int) -> Int64 {
        switch self {
        case .float64(let values): .from(values[index])
        case .float32(let values): .from(values[index].asDouble)
        case .int64(let values): values[index]
        case .int32(let values): values[index].asInteger
        case .uint8(let values): values[index].asInteger
        case .bool(let values): values[index].asInteger
        }
    }

    /// The elements of `range` as an array of their own, converted.
    func array<T: Element>(_ range: Range<Int>, as type: T.Type) -> [T] {
        switch self {
        case .float64(let values): Self.convert(values, range)
        case .float32(let values): Self.convert(values, range)
        case .int64(let values): Self.convert(values, range)
        case .int32(let values): Self.convert(values, range)
        case .uint8(let values): Self.convert(values, range)
        case .bool(let values): Self.convert(values, range)
        }
    }

    func converted(_ range: Range<Int>, to dtype: DType) -> Elements {
        switch dtype {
        case .float64: .float64(array(range, as: Double.self))
        case .float32: .float32(array(range, as: Float.self))
        case .int64: .int64(array(range, as: Int64.self))
        case .int32: .int32(array(range, as: Int32.self))
        case .uint8: .uint8(array(range, as: UInt8.self))
        case .bool: .bool(array(range, as: Bool.self))
        }
    }

    /// The elements at the selected places, in the selection's order.
    func gathered(_ selection: Selection) -> Elements {
        switch self {
        case .float64(let values): .float64(Self.gather(values, selection))
        case .float32(let values): .float32(Self.gather(values, selection))
        case .int64(let values): .int64(Self.gather(values, selection))
        case .int32(let values): .int32(Self.gather(values, selection))
        case .uint8(let values): .uint8(Self.gather(values, selection))
        case .bool(let values): .bool(Self.gather(values, selection))
        }
    }

    /// Writes to the selected places; `source` holds one element for all or one for each, of this same type.
    mutating func scatter(_ selection: Selection, _ source: Elements) {
        switch (self, source) {
        case (.float64(var values), .float64(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .float64(values)
        case (.float32(var values), .float32(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .float32(values)
        case (.int64(var values), .int64(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .int64(values)
        case (.int32(var values), .int32(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .int32(values)
        case (.uint8(var values), .uint8(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .uint8(values)
        case (.bool(var values), .bool(let source)):
            self = .uint8([])
            Self.scatter(&values, selection, source)
            self = .bool(values)
        default:
            preconditionFailure("scatter needs elements of one type")
        }
    }

    private static func convert<S: Element, T: Element>(_ values: [S], _ range: Range<Int>) -> [T] {
        if let same = values as? [T] { return range == 0..<same.count ? same : Array(same[range]) }
        return S.isInteger && T.isInteger
            ? values[range].map { T.from($0.asInteger) } : values[range].map { T.from($0.asDouble) }
    }

    private static func gather<T>(_ values: [T], _ selection: Selection) -> [T] {
        var result: [T] = []
        result.reserveCapacity(selection.count)
        selection.forEachRun { start, length in result.append(contentsOf: values[start..<start + length]) }
        return result
    }

    private static func scatter<T>(_ values: inout [T], _ selection: Selection, _ source: [T]) {
        let step = source.count == 1 ? 0 : 1
        var position = 0
        selection.forEachRun { start, length in
            for offset in 0..<length {
                values[start + offset] = source[position]
                position += step
            }
        }
    }
}

/// A type of elements, and how numbers become it: as C and NumPy cast, with a result also where C leaves it undefined.
protocol Element: Sendable {
    static var isInteger: Bool { get }
    static func from(_ value: Double) -> Self
    static func from(_ value: Int64) -> Self
    var asDouble: Double { get }
    var asInteger: Int64 { get }
}

extension Double: Element {
    static var isInteger: Bool { false }
    static func from(_ value: Double) -> Double { value }
    static func from(_ value: Int64) -> Double { Double(value) }
    var asDouble: Double { self }
    var asInteger: Int64 { .from(self) }
}

extension Float: Element {
    static var isInteger: Bool { false }
    static func from(_ value: Double) -> Float { Float(value) }
    static func from(_ value: Int64) -> Float { Float(value) }
    var asDouble: Double { Double(self) }
    var asInteger: Int64 { .from(asDouble) }
}

extension Element where Self: FixedWidthInteger {
    static var isInteger: Bool { true }
    /// Cut towards zero; what does not fit into 64 bits, and NaN, becomes the least integer, as on x86.
    static func from(_ value: Double) -> Self {
        let isInside = value > -0x1p63 && value < 0x1p63
        return Self(truncatingIfNeeded: isInside ? Int64(value) : Int64.min)
    }
    static func from(_ value: Int64) -> Self { Self(truncatingIfNeeded: value) }
    var asDouble: Double { Double(self) }
    var asInteger: Int64 { Int64(truncatingIfNeeded: self) }
}

extension Int64: Element {}
extension Int32: Element {}
extension UInt8: Element {}

extension Bool: Element {
    static var isInteger: Bool { true }
    static func from(_ value: Double) -> Bool { value != 0 }
    static func from(_ value: Int64) -> Bool { value != 0 }
    var asDouble: Double { self ? 1 : 0 }
    var asInteger: Int64 { self ? 1 : 0 }
}
