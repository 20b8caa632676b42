package import Bytecode

extension Type {
    /// What the machine must know of the type. The type has no variables left.
    var lowered: RuntimeType {
        switch self {
        case .nominal(let name, let arguments):
            switch name {
            case "Int": .int
            case "Double": .double
            case "Bool": .bool
            case "String": .string
            case "Character": .character
            case "Array", "ArraySlice", "ReversedCollection", "DictionaryKeys", "DictionaryValues":
                .array(arguments[0].lowered)
            case "Dictionary": .dictionary(arguments[0].lowered, arguments[1].lowered)
            case "Optional": .optional(arguments[0].lowered)
            case "Range", "StrideTo": .range(.halfOpen)
            case "ClosedRange": .range(.closed)
            case "PartialRangeFrom": .range(.from)
            case "PartialRangeUpTo": .range(.upTo)
            case "PartialRangeThrough": .range(.through)
            // Lazy sequences are what they are made of; iteration adds the rest.
            case "EnumeratedSequence": .tuple([RuntimeType.Element(label: "base", type: arguments[0].lowered)])
            case "Zip2Sequence":
                .tuple(arguments.map { RuntimeType.Element(label: nil, type: $0.lowered) })
            default: .host(name)
            }
        case .tuple(let elements):
            elements.isEmpty
                ? .void : .tuple(elements.map { RuntimeType.Element(label: $0.label, type: $0.type.lowered) })
        case .function: .function
        case .existential, .any: .existential
        case .metatype, .generic, .variable, .never, .error: .void
        }
    }

    var layout: Layout { lowered.layout }
}

extension Type {
    /// The registers a value of the type takes.
    package var loweredLayout: Layout { lowered.layout }
}
