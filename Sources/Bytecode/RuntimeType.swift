/// What the machine must know of a type while it runs: how many registers a value takes, and how values are printed,
/// compared and hashed. The checker has proved everything else.
package indirect enum RuntimeType: Hashable, Sendable {
    case void
    case int, double, bool, string, character
    /// The integers that are not `Int`; kept in a word as their value, unsigned ones of 64 bits as their bit pattern.
    case integer(IntegerKind)
    case float
    case substring
    /// A position in a text, as its offset in UTF-8.
    case stringIndex
    case array(RuntimeType)
    case dictionary(RuntimeType, RuntimeType)
    /// A dictionary whose values mean nothing.
    case set(RuntimeType)
    case optional(RuntimeType)
    case tuple([Element])
    case range(RangeKind)
    /// A struct, enum or class whose parts cells can see.
    case nominal(NominalInfo)
    /// A type of the library, by name.
    case host(String)
    case function
    /// `Any` or `any P`: boxed with its own type.
    case existential
    /// A type as a value: its place among the program's runtime types.
    case metatype

    package struct Element: Hashable, Sendable {
        package var label: String?
        package var type: RuntimeType
        package init(label: String?, type: RuntimeType) {
            self.label = label
            self.type = type
        }
    }

    /// Ranges of `Int`.
    package enum RangeKind: String, Hashable, Sendable {
        case halfOpen, closed, from, upTo, through
    }

    /// The registers a value takes: words first, then references.
    package var layout: Layout {
        switch self {
        case .void: Layout(0, 0)
        case .int, .double, .bool, .integer, .float, .stringIndex, .metatype: Layout(1, 0)
        case .string, .character, .substring, .array, .dictionary, .set, .host, .function, .existential: Layout(0, 1)
        case .nominal(let info): info.layout
        case .optional(let wrapped): wrapped.optionalLayout
        case .tuple(let elements): elements.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        case .range(.halfOpen), .range(.closed): Layout(2, 0)
        case .range: Layout(1, 0)
        }
    }

    /// Whether nil is simply a nil reference; other optionals carry a tag word (1 for a value) in front.
    package var isPlainReference: Bool {
        switch self {
        case .string, .character, .substring, .array, .dictionary, .set, .host, .function, .existential: true
        case .nominal(let info): info.kind == .class
        default: false
        }
    }

    /// The positions among a value's references that are never nil.
    package var certainReferences: [Int] {
        if isPlainReference { return [0] }
        let parts: [RuntimeType]
        switch self {
        case .tuple(let elements): parts = elements.map(\.type)
        case .nominal(let info) where info.kind == .struct: parts = info.fields.map(\.type)
        default: return []
        }
        var position = 0
        return parts.flatMap { part in
            defer { position += part.layout.refs }
            return part.certainReferences.map { $0 + position }
        }
    }

    private var optionalLayout: Layout {
        isPlainReference ? Layout(0, 1) : Layout(1, 0) + layout
    }
}

/// The integers of Swift that are not `Int`.
package enum IntegerKind: Int, Hashable, Sendable, CaseIterable {
    case int8, int16, int32, int64, uint8, uint16, uint32, uint64, uint

    package var isSigned: Bool { rawValue <= Self.int64.rawValue }
    /// 64 bits without a sign: arithmetic and comparison are not those of the word.
    package var isWideUnsigned: Bool { self == .uint64 || self == .uint }

    package var bitWidth: Int {
        switch self {
        case .int8, .uint8: 8
        case .int16, .uint16: 16
        case .int32, .uint32: 32
        case .int64, .uint64, .uint: 64
        }
    }

    package var name: String {
        switch self {
        case .int8: "Int8"
        case .int16: "Int16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint8: "UInt8"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        case .uint: "UInt"
        }
    }

    /// Whether a word that was computed in 64 bits with a sign is a value of the kind.
    @inline(__always) func holds(_ word: Int) -> Bool { truncated(word) == word }

    /// The low bits of a word as a value of the kind.
    @inline(__always) package func truncated(_ word: Int) -> Int {
        switch self {
        case .int8: Int(Int8(truncatingIfNeeded: word))
        case .int16: Int(Int16(truncatingIfNeeded: word))
        case .int32: Int(Int32(truncatingIfNeeded: word))
        case .int64, .uint64, .uint: word
        case .uint8: Int(UInt8(truncatingIfNeeded: word))
        case .uint16: Int(UInt16(truncatingIfNeeded: word))
        case .uint32: Int(UInt32(truncatingIfNeeded: word))
        }
    }
}

/// How many words and references a value takes.
package struct Layout: Hashable, Sendable {
    package var bits: Int
    package var refs: Int

    package init(_ bits: Int, _ refs: Int) {
        self.bits = bits
        self.refs = refs
    }

    package static func + (a: Layout, b: Layout) -> Layout { Layout(a.bits + b.bits, a.refs + b.refs) }
    /// The registers that hold either.
    package func union(_ other: Layout) -> Layout { Layout(max(bits, other.bits), max(refs, other.refs)) }
}
