/// A type of the cell language.
package indirect enum Type: Hashable, Sendable {
    /// A named type with its arguments: `Int`, `Array<Int>`, `Tensor`. Optionals are `Optional<T>`.
    case nominal(String, [Type])
    /// `()` is `Void`. One element without label never stands here.
    case tuple([Element])
    case function(FunctionType)
    /// `any P`.
    case existential(String)
    case any
    /// The type of a type: what `Tensor` is in `Tensor.zeros`.
    case metatype(Type)
    /// A generic parameter of a declaration that has not been used yet.
    case generic(String)
    /// To be found by inference.
    case variable(Int)
    case never
    /// Stands where a mistake was reported already; fits everything, so that one mistake is reported once.
    case error

    package struct Element: Hashable, Sendable {
        package var label: String?
        package var type: Type
        package init(_ label: String?, _ type: Type) {
            self.label = label
            self.type = type
        }
    }

    package struct FunctionType: Hashable, Sendable {
        package var parameters: [Type]
        package var result: Type
        package var isThrowing: Bool
        package init(_ parameters: [Type], _ result: Type, isThrowing: Bool = false) {
            self.parameters = parameters
            self.result = result
            self.isThrowing = isThrowing
        }
    }

    package static let void = Type.tuple([])
    package static let int = Type.nominal("Int", [])
    package static let double = Type.nominal("Double", [])
    package static let bool = Type.nominal("Bool", [])
    package static let string = Type.nominal("String", [])
    package static let character = Type.nominal("Character", [])

    package static func array(_ element: Type) -> Type { .nominal("Array", [element]) }
    package static func dictionary(_ key: Type, _ value: Type) -> Type { .nominal("Dictionary", [key, value]) }
    package static func optional(_ wrapped: Type) -> Type { .nominal("Optional", [wrapped]) }

    /// `T` of `Optional<T>`.
    package var wrapped: Type? {
        if case .nominal("Optional", let arguments) = self { arguments[0] } else { nil }
    }

    package var isOptional: Bool { wrapped != nil }

    /// `Any` or `any P`: what a value is converted to only after its own type is known.
    package var isExistential: Bool {
        switch self {
        case .any, .existential: true
        default: false
        }
    }

    /// The parts, each replaced by what `transform` makes of it, innermost first.
    package func mapped(_ transform: (Type) -> Type) -> Type {
        switch self {
        case .nominal(let name, let arguments):
            transform(.nominal(name, arguments.map { $0.mapped(transform) }))
        case .tuple(let elements):
            transform(.tuple(elements.map { Element($0.label, $0.type.mapped(transform)) }))
        case .function(let function):
            transform(
                .function(
                    FunctionType(
                        function.parameters.map { $0.mapped(transform) }, function.result.mapped(transform),
                        isThrowing: function.isThrowing)))
        case .metatype(let type): transform(.metatype(type.mapped(transform)))
        case .existential, .any, .generic, .variable, .never, .error: transform(self)
        }
    }

    /// Generic parameters replaced by the types they stand for.
    package func substituting(_ substitution: [String: Type]) -> Type {
        if substitution.isEmpty { return self }
        return mapped { if case .generic(let name) = $0 { substitution[name] ?? $0 } else { $0 } }
    }
}

extension Type: CustomStringConvertible {
    /// As Swift's compiler writes the type in its messages.
    package var description: String {
        switch self {
        case .nominal("Array", let arguments): "[\(arguments[0])]"
        case .nominal("Dictionary", let arguments): "[\(arguments[0]) : \(arguments[1])]"
        case .nominal("Optional", let arguments):
            switch arguments[0] {
            case .function, .existential: "(\(arguments[0]))?"
            default: "\(arguments[0])?"
            }
        case .nominal(let name, let arguments):
            arguments.isEmpty ? name : "\(name)<\(arguments.map(\.description).joined(separator: ", "))>"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ")
                + ")"
        case .function(let function):
            "(" + function.parameters.map(\.description).joined(separator: ", ") + ")"
                + (function.isThrowing ? " throws" : "") + " -> \(function.result)"
        case .existential(let name): "any \(name)"
        case .any: "Any"
        case .metatype(let type): "\(type).Type"
        case .generic(let name): name
        case .variable: "_"
        case .never: "Never"
        case .error: "<<error type>>"
        }
    }
}
