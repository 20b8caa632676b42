import SwiftSyntax

/// Types as the author writes them. What is not a type of the cell language is reported by the caller.
struct TypeSyntaxReader {
    enum Failure: Error {
        case unknown(String, TypeSyntax)
        case unsupported(TypeSyntax)
        case arguments(String, expected: Int, TypeSyntax)
    }

    let library: Library
    /// Generic parameters in scope, by name.
    var generics: [String: Type] = [:]
    /// Whether `Self`, `Element` and any other name may stand for themselves: interface files.
    var isOpen = false

    func read(_ syntax: TypeSyntax) throws(Failure) -> Type {
        if let array = syntax.as(ArrayTypeSyntax.self) { return .array(try read(array.element)) }
        if let dictionary = syntax.as(DictionaryTypeSyntax.self) {
            return .dictionary(try read(dictionary.key), try read(dictionary.value))
        }
        if let optional = syntax.as(OptionalTypeSyntax.self) { return .optional(try read(optional.wrappedType)) }
        if let tuple = syntax.as(TupleTypeSyntax.self) { return try read(tuple) }
        if let function = syntax.as(FunctionTypeSyntax.self) {
            var parameters: [Type] = []
            for parameter in function.parameters { parameters.append(try read(parameter.type)) }
            return .function(
                Type.FunctionType(
                    parameters, try read(function.returnClause.type),
                    isThrowing: function.effectSpecifiers?.throwsClause != nil))
        }
        if let attributed = syntax.as(AttributedTypeSyntax.self) { return try read(attributed.baseType) }
        if let existential = syntax.as(SomeOrAnyTypeSyntax.self),
            existential.someOrAnySpecifier.tokenKind == .keyword(.any),
            let name = existential.constraint.as(IdentifierTypeSyntax.self)?.name.text
        {
            if !isOpen, library.types[name]?.kind != .protocol { throw .unknown(name, existential.constraint) }
            return .existential(name)
        }
        guard let identifier = syntax.as(IdentifierTypeSyntax.self) else { throw .unsupported(syntax) }
        return try read(identifier, syntax)
    }

    private func read(_ tuple: TupleTypeSyntax) throws(Failure) -> Type {
        var elements: [Type.Element] = []
        for element in tuple.elements {
            elements.append(Type.Element(element.firstName?.text, try read(element.type)))
        }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
    }

    private func read(_ identifier: IdentifierTypeSyntax, _ syntax: TypeSyntax) throws(Failure) -> Type {
        let name = identifier.name.text
        var arguments: [Type] = []
        for argument in identifier.genericArgumentClause?.arguments ?? [] {
            guard case .type(let type) = argument.argument else { throw .unsupported(syntax) }
            arguments.append(try read(type))
        }
        switch name {
        case "Any": return .any
        case "Void": return .void
        case "Never": return .never
        default: break
        }
        if let type = generics[name] { return type }
        if isOpen, library.types[name] == nil { return .nominal(name, arguments) }
        guard let declaration = library.types[name] else { throw .unknown(name, syntax) }
        if declaration.kind == .protocol { return .existential(name) }
        if declaration.generics.count != arguments.count {
            throw .arguments(name, expected: declaration.generics.count, syntax)
        }
        return .nominal(name, arguments)
    }
}
