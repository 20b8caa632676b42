import SwiftSyntax

/// Types in interface files, where any name may stand for itself. What is not a type is reported by the caller.
struct TypeSyntaxReader {
    struct Failure: Error { var syntax: TypeSyntax }

    func read(_ syntax: TypeSyntax) throws(Failure) -> Type {
        if let array = syntax.as(ArrayTypeSyntax.self) { return .array(try read(array.element)) }
        if let dictionary = syntax.as(DictionaryTypeSyntax.self) {
            return .dictionary(try read(dictionary.key), try read(dictionary.value))
        }
        if let optional = syntax.as(OptionalTypeSyntax.self) { return .optional(try read(optional.wrappedType)) }
        if let tuple = syntax.as(TupleTypeSyntax.self) { return try read(tuple) }
        if let function = syntax.as(FunctionTypeSyntax.self) {
            var parameters: [Type] = []
            var inouts: UInt64 = 0
            for parameter in function.parameters {
                if parameter.type.as(AttributedTypeSyntax.self)?.specifiers.contains(where: {
                    $0.trimmedDescription == "inout"
                }) ?? false {
                    inouts |= 1 << UInt64(parameters.count)
                }
                parameters.append(try read(parameter.type))
            }
            return .function(
                Type.FunctionType(
                    parameters, try read(function.returnClause.type),
                    isThrowing: function.effectSpecifiers?.throwsClause != nil, inouts: inouts))
        }
        if let attributed = syntax.as(AttributedTypeSyntax.self) { return try read(attributed.baseType) }
        if let existential = syntax.as(SomeOrAnyTypeSyntax.self),
            existential.someOrAnySpecifier.tokenKind == .keyword(.any)
        {
            return .existential([existential.constraint.trimmedDescription])
        }
        if let member = syntax.as(MemberTypeSyntax.self) {
            return .nominal("\(member.baseType.trimmedDescription).\(member.name.text)", [])
        }
        guard let identifier = syntax.as(IdentifierTypeSyntax.self) else { throw Failure(syntax: syntax) }
        var arguments: [Type] = []
        for argument in identifier.genericArgumentClause?.arguments ?? [] {
            guard case .type(let type) = argument.argument else { throw Failure(syntax: syntax) }
            arguments.append(try read(type))
        }
        switch identifier.name.text {
        case "Any": return .any
        case "Void": return .void
        case "Never": return .never
        default: return .nominal(identifier.name.text, arguments)
        }
    }

    private func read(_ tuple: TupleTypeSyntax) throws(Failure) -> Type {
        var elements: [Type.Element] = []
        for element in tuple.elements {
            elements.append(Type.Element(element.firstName?.text, try read(element.type)))
        }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
    }
}
