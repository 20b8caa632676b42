/// What the machine must know of a type while it runs: how many registers a value takes, and how values are printed,
/// compared and hashed. The checker has proved everything else.
package indirect enum RuntimeType: Hashable, Sendable {
    case void
    case int, double, bool, string, character
    case array(RuntimeType)
    case dictionary(RuntimeType, RuntimeType)
    case optional(RuntimeType)
    case tuple([Element])
    case range(RangeKind)
    /// A type of the library, by name.
    case host(String)
    case function
    /// `Any` or `any P`: boxed with its own type.
    case existential

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
        case .int, .double, .bool: Layout(1, 0)
        case .string, .character, .array, .dictionary, .host, .function, .existential: Layout(0, 1)
        case .optional(let wrapped): wrapped.optionalLayout
        case .tuple(let elements): elements.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        case .range(.halfOpen), .range(.closed): Layout(2, 0)
        case .range: Layout(1, 0)
        }
    }

    /// Whether nil is simply a nil reference; other optionals carry a tag word (1 for a value) in front.
    package var isPlainReference: Bool {
        switch self {
        case .string, .character, .array, .dictionary, .host, .function, .existential: true
        default: false
        }
    }

    /// The positions among a value's references that are never nil.
    package var certainReferences: [Int] {
        if isPlainReference { return [0] }
        guard case .tuple(let elements) = self else { return [] }
        var position = 0
        return elements.flatMap { element in
            defer { position += element.type.layout.refs }
            return element.type.certainReferences.map { $0 + position }
        }
    }

    private var optionalLayout: Layout {
        isPlainReference ? Layout(0, 1) : Layout(1, 0) + layout
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
}
