import Diagnostics
import SwiftSyntax

extension Checker {
    func member(_ syntax: MemberAccessExprSyntax, _ expected: Type?) -> Expression {
        let name = name(syntax.declName.baseName)
        guard let baseSyntax = syntax.base else {
            guard let expected else { return fail(.cannotInfer(name), at: syntax) }
            return staticMember(implicitBase(expected), name, syntax)
        }
        let base = check(baseSyntax, expected: nil)
        switch inference.resolve(base.type) {
        case .error: return base
        case .metatype(let instance):
            if name == "self" { return base }
            return staticMember(instance, name, syntax)
        default: return member(of: base, name, syntax)
        }
    }

    /// The type in which `.member` is looked up.
    func implicitBase(_ expected: Type) -> Type {
        let type = inference.resolve(expected)
        return type.wrapped.map(implicitBase) ?? type
    }

    private func staticMember(_ type: Type, _ name: String, _ syntax: MemberAccessExprSyntax) -> Expression {
        guard type != .error else { return Expression(.error, .error, range(syntax)) }
        let found = members(of: type, named: name, isStatic: true)
        guard let declaration = found.first(where: { $0.kind == .property || $0.kind == .enumCase }) else {
            return unknownStatic(type, name, syntax)
        }
        note(declaration, arguments: [], at: range(syntax))
        let substitution = selfSubstitution(declaration, type)
        return make(
            .callLibrary(declaration, substitution: substitution, []), declaration.result.substituting(substitution),
            syntax)
    }

    func unknownStatic(_ type: Type, _ name: String, _ syntax: MemberAccessExprSyntax) -> Expression {
        let known = memberNames(of: type, isStatic: true)
        let suggestion = Spelling.nearest(to: name, among: known)
        let place = range(syntax.declName)
        // A misspelt metric would have recorded some key; histories are not blamed for it as well.
        let recordsKeys = owners(of: type).contains { owner in
            known.contains { library.members(of: owner, named: $0).contains { $0.recordedKey != nil } }
        }
        if recordsKeys { recordedKeys.append(.dynamic) }
        report(
            .noImplicitMember(type: "\(shown(type))", name: name, suggestion: suggestion), at: place,
            fixIts: suggestion.map { [FixIt(replace: place, with: $0)] } ?? [])
        return Expression(.error, .error, range(syntax))
    }

    /// A property, or an element of a tuple.
    func member(of base: Expression, _ name: String, _ syntax: MemberAccessExprSyntax) -> Expression {
        let type = inference.resolve(base.type)
        if case .tuple(let elements) = type {
            let index =
                Int(name).flatMap { elements.indices.contains($0) ? $0 : nil }
                ?? elements.firstIndex { $0.label == name }
            if let index { return make(.element(base, index), elements[index].type, syntax) }
        }
        if let property = members(of: type, named: name, isStatic: false).first(where: { $0.kind == .property }) {
            let substitution = selfSubstitution(property, type)
            return make(
                .callLibrary(property, substitution: substitution, [base]), property.result.substituting(substitution),
                syntax)
        }
        let place = range(syntax.declName)
        if let wrapped = type.wrapped, !memberNames(of: type, isStatic: false).contains(name) {
            report(.optionalMustBeUnwrapped("\(shown(type))", wrapped: "\(shown(wrapped))"), at: base.range)
            return Expression(.error, .error, range(syntax))
        }
        let suggestion = Spelling.nearest(to: name, among: memberNames(of: type, isStatic: false))
        report(
            .noMember(type: "\(shown(type))", name: name, suggestion: suggestion), at: place,
            fixIts: suggestion.map { [FixIt(replace: place, with: $0)] } ?? [])
        return Expression(.error, .error, range(syntax))
    }

    // MARK: Subscripts

    func subscriptCall(_ syntax: SubscriptCallExprSyntax, _ expected: Type?) -> Expression {
        let base = check(syntax.calledExpression, expected: nil)
        let type = inference.resolve(base.type)
        if type == .error {
            for argument in syntax.arguments { _ = fresh { check(argument.expression, expected: nil) } }
            return base
        }
        let arguments = syntax.arguments.map { Argument(label: $0.label.map(name), value: $0.expression) }
        switch type {
        case .nominal("Array", let element) where arguments.count == 1 && arguments[0].label == nil:
            let index = fresh { check(arguments[0].value, expected: .int) }
            if case .nominal(let name, _) = inference.resolve(index.type), name.contains("Range") {
                return fail(.unsupported(.slices), at: arguments[0].value)
            }
            return make(.subscriptArray(base, coerce(index, to: .int, .argument)), element[0], syntax)
        case .nominal("Dictionary", let arguments) where syntax.arguments.count == 1:
            let key = fresh { check(syntax.arguments[syntax.arguments.startIndex].expression, to: arguments[0]) }
            return make(.subscriptDictionary(base, key: key), .optional(arguments[1]), syntax)
        case .nominal("Dictionary", _) where arguments.count == 2 && arguments[1].label == "default":
            return dictionaryDefault(base, type, arguments, syntax)
        default: break
        }
        let candidates = members(of: type, named: "subscript", isStatic: false)
        guard !candidates.isEmpty else { return fail(.noSubscript("\(shown(type))"), at: syntax) }
        return resolve(
            candidates.map { .library($0, selfValue: base, selfType: type) }, "subscript", arguments, syntax,
            syntax.leftSquare, expected)
    }

    /// `dictionary[key, default: value]`
    private func dictionaryDefault(
        _ base: Expression, _ type: Type, _ arguments: [Argument], _ syntax: SubscriptCallExprSyntax
    ) -> Expression {
        guard case .nominal(_, let parts) = type else { return Expression(.error, .error, range(syntax)) }
        let key = fresh { check(arguments[0].value, to: parts[0]) }
        let fallback = fresh { check(arguments[1].value, to: parts[1]) }
        let found = make(.subscriptDictionary(base, key: key), .optional(parts[1]), syntax)
        return make(.coalesce(found, fallback), parts[1], syntax)
    }

    // MARK: Places

    /// An expression that is changed: its variable must be a `var`, its properties settable.
    func place(_ expression: Expression, isMutating: Bool) -> Expression {
        if let blame = constantBlame(expression) {
            report(blame.message, at: expression.range, notes: blame.notes)
            return Expression(.error, .error, expression.range)
        }
        return make(.inoutPlace(expression), expression.type, at: expression.range)
    }

    /// Why an expression cannot be changed; `nil` when it can. Marks the variable as changed.
    func constantBlame(_ expression: Expression) -> (message: CheckerMessage, notes: [DiagnosticNote])? {
        switch expression.kind {
        case .variable(let variable):
            if variable.isLet {
                let isVisible = variable.range.count > 0
                return (
                    .constant(variable.name),
                    isVisible ? [DiagnosticNote(CheckerMessage.declaredHere(variable.name), at: variable.range)] : []
                )
            }
            variable.isMutated = true
            return nil
        case .element(let base, _), .subscriptArray(let base, _), .subscriptDictionary(let base, _),
            .unwrap(let base), .inoutPlace(let base):
            return constantBlame(base)
        case .coalesce(let base, _):
            if case .subscriptDictionary = base.kind { return constantBlame(base) }
            return (.notAssignable, [])
        case .callLibrary(let declaration, _, let arguments):
            guard declaration.hasSetter, let base = arguments.first else {
                return declaration.kind == .property || declaration.kind == .subscript
                    ? (.propertyIsReadOnly(declaration.name), []) : (.notAssignable, [])
            }
            return constantBlame(base)
        case .error: return nil
        default: return (.notAssignable, [])
        }
    }
}
