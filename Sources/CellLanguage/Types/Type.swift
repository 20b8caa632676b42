/// A type of the cell language.
package indirect enum Type: Hashable, Sendable {
    /// A named type with its arguments: `Int`, `Array<Int>`, `Tensor`. Optionals are `Optional<T>`. The name is unique in
    /// a notebook: a later declaration of the same name carries a number behind `#`, which nobody sees.
    case nominal(String, [Type])
    /// `()` is `Void`. One element without label never stands here.
    case tuple([Element])
    case function(FunctionType)
    /// `any P`, `any P & Q`: the protocols' unique names, sorted.
    case existential([String])
    case any
    /// The type of a type: what `Tensor` is in `Tensor.zeros`.
    case metatype(Type)
    /// A generic parameter: of a declaration that has not been used yet, or, inside a generic body, a type of which only
    /// its requirements are known.
    case generic(String)
    /// `T.Element` of a type that is not known yet.
    case member(Type, String)
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
        /// Which parameters are `inout`, bit by bit.
        package var inouts: UInt64
        package init(_ parameters: [Type], _ result: Type, isThrowing: Bool = false, inouts: UInt64 = 0) {
            self.parameters = parameters
            self.result = result
            self.isThrowing = isThrowing
            self.inouts = inouts
        }

        package func isInout(_ index: Int) -> Bool { index < 64 && inouts & (1 << UInt64(index)) != 0 }
        package var inoutIndices: [Int] { parameters.indices.filter(isInout) }
    }

    package static let void = Type.tuple([])
    package static let int = Type.nominal("Int", [])
    package static let double = Type.nominal("Double", [])
    package static let bool = Type.nominal("Bool", [])
    package static let string = Type.nominal("String", [])
    package static let character = Type.nominal("Character", [])
    package static let anyError = Type.existential(["Error"])

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

    package var isVariable: Bool { if case .variable = self { true } else { false } }

    /// The parts, each replaced by what `transform` makes of it, innermost first.
    package func mapped(_ transform: (Type) -> Type) -> Type {
        switch self {
        case .nominal(let name, let arguments):
            arguments.isEmpty
                ? transform(self) : transform(.nominal(name, arguments.map { $0.mapped(transform) }))
        case .tuple(let elements):
            transform(.tuple(elements.map { Element($0.label, $0.type.mapped(transform)) }))
        case .function(let function):
            transform(
                .function(
                    FunctionType(
                        function.parameters.map { $0.mapped(transform) }, function.result.mapped(transform),
                        isThrowing: function.isThrowing, inouts: function.inouts)))
        case .metatype(let type): transform(.metatype(type.mapped(transform)))
        case .member(let base, let name): transform(.member(base.mapped(transform), name))
        case .existential, .any, .generic, .variable, .never, .error: transform(self)
        }
    }

    /// Whether `test` holds for the type or a part of it.
    package func contains(where test: (Type) -> Bool) -> Bool {
        if test(self) { return true }
        return switch self {
        case .nominal(_, let arguments): arguments.contains { $0.contains(where: test) }
        case .tuple(let elements): elements.contains { $0.type.contains(where: test) }
        case .function(let function):
            function.parameters.contains { $0.contains(where: test) } || function.result.contains(where: test)
        case .metatype(let type), .member(let type, _): type.contains(where: test)
        case .existential, .any, .generic, .variable, .never, .error: false
        }
    }

    /// Generic parameters replaced by the types they stand for.
    package func substituting(_ substitution: [String: Type]) -> Type {
        if substitution.isEmpty { return self }
        return mapped { if case .generic(let name) = $0 { substitution[name] ?? $0 } else { $0 } }
    }

    /// A unique name as its author wrote it.
    package static func display(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "#")) else { return name }
        return name.split(separator: ".").map { $0.prefix { $0 != "#" } }.joined(separator: ".")
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
            arguments.isEmpty
                ? Self.display(name)
                : "\(Self.display(name))<\(arguments.map(\.description).joined(separator: ", "))>"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.description }.joined(separator: ", ")
                + ")"
        case .function(let function):
            "("
                + function.parameters.enumerated().map {
                    (function.isInout($0.offset) ? "inout " : "") + $0.element.description
                }.joined(separator: ", ") + ")" + (function.isThrowing ? " throws" : "") + " -> \(function.result)"
        case .existential(let names): "any \(names.map(Self.display).joined(separator: " & "))"
        case .any: "Any"
        case .metatype(let type): "\(type).Type"
        case .generic(let name): Self.display(name)
        case .member(let base, let name): "\(base).\(name)"
        case .variable: "_"
        case .never: "Never"
        case .error: "<<error type>>"
        }
    }
}
