import Diagnostics
import SwiftSyntax

extension Checker {
    /// A pattern for a value of a type; the names in it are declared in the current scope.
    func pattern(
        _ syntax: PatternSyntax, _ type: Type, isLet: Bool, isBinding: Bool = true, isQuiet: Bool = false
    ) -> Statement.Pattern {
        let type = inference.zonk(type)
        switch syntax.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let identifier):
            let variable = makeVariable(name(identifier.identifier), type, isLet: isLet, at: range(identifier))
            variable.isQuiet = isQuiet
            declare(variable)
            return .variable(variable)
        case .wildcardPattern: return .wildcard
        case .tuplePattern(let tuple): return tuplePattern(tuple, type, isLet: isLet, isQuiet: isQuiet)
        case .valueBindingPattern(let binding):
            return pattern(
                binding.pattern, type, isLet: binding.bindingSpecifier.tokenKind == .keyword(.let), isQuiet: isQuiet)
        case .isTypePattern(let test):
            let target = self.type(test.type)
            return refuseFunction(target, at: test.type) ? .wildcard : .isType(target)
        case .expressionPattern(let expression):
            return expressionPattern(expression.expression, type, isLet: isLet, isQuiet: isQuiet)
        default:
            report(.unsupported(.patterns), at: range(syntax))
            return .wildcard
        }
    }

    private func tuplePattern(
        _ tuple: TuplePatternSyntax, _ type: Type, isLet: Bool, isQuiet: Bool
    ) -> Statement.Pattern {
        if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
            return pattern(only.pattern, type, isLet: isLet, isQuiet: isQuiet)
        }
        guard case .tuple(let elements) = type, elements.count == tuple.elements.count else {
            if type != .error {
                if case .tuple(let elements) = type {
                    report(.tupleCount(expected: tuple.elements.count, got: elements.count), at: range(tuple))
                } else {
                    report(.patternOfOne("\(shown(type))"), at: range(tuple))
                }
            }
            return .tuple(tuple.elements.map { pattern($0.pattern, .error, isLet: isLet, isQuiet: isQuiet) })
        }
        return .tuple(
            zip(tuple.elements, elements).map { pattern($0.pattern, $1.type, isLet: isLet, isQuiet: isQuiet) })
    }

    /// What stands as an expression in a pattern: cases with payloads, tuples of patterns, optionals, values.
    private func expressionPattern(
        _ syntax: ExprSyntax, _ type: Type, isLet: Bool, isQuiet: Bool
    ) -> Statement.Pattern {
        if let inner = syntax.as(PatternExprSyntax.self) {
            return pattern(inner.pattern, type, isLet: isLet, isQuiet: isQuiet)
        }
        if syntax.is(DiscardAssignmentExprSyntax.self) { return .wildcard }
        if let tuple = syntax.as(TupleExprSyntax.self) {
            if tuple.elements.count == 1, let only = tuple.elements.first {
                return expressionPattern(only.expression, type, isLet: isLet, isQuiet: isQuiet)
            }
            if case .tuple(let elements) = type, elements.count == tuple.elements.count {
                return .tuple(
                    zip(tuple.elements, elements).map {
                        expressionPattern($0.expression, $1.type, isLet: isLet, isQuiet: isQuiet)
                    })
            }
        }
        if let chain = syntax.as(OptionalChainingExprSyntax.self) {
            guard let wrapped = type.wrapped else {
                report(.chainOnNonOptional("\(type)"), at: range(chain))
                return .wildcard
            }
            return .some(expressionPattern(chain.expression, wrapped, isLet: isLet, isQuiet: isQuiet))
        }
        // Inside `let (…)` a bare name is a new name.
        if isBindingName(syntax), let reference = syntax.as(DeclReferenceExprSyntax.self) {
            let variable = makeVariable(name(reference.baseName), type, isLet: isLet, at: range(reference))
            variable.isQuiet = isQuiet
            declare(variable)
            return .variable(variable)
        }
        if let cast = syntax.as(AsExprSyntax.self) {
            let target = self.type(cast.type)
            if refuseFunction(target, at: cast.type) { return .wildcard }
            return .asType(expressionPattern(cast.expression, target, isLet: isLet, isQuiet: isQuiet), target)
        }
        if syntax.is(NilLiteralExprSyntax.self), type.isOptional { return .none }
        if let found = casePattern(syntax, type, isLet: isLet, isQuiet: isQuiet) { return found }
        return valuePattern(syntax, type)
    }

    /// Whether the expression stands under `let` or `var`, where names are new.
    private func isBindingName(_ syntax: ExprSyntax) -> Bool {
        guard syntax.is(DeclReferenceExprSyntax.self) else { return false }
        var node: Syntax? = Syntax(syntax).parent
        while let current = node {
            if current.is(ValueBindingPatternSyntax.self) { return true }
            if current.is(SwitchCaseItemSyntax.self) || current.is(MatchingPatternConditionSyntax.self)
                || current.is(ForStmtSyntax.self) || current.is(CatchItemSyntax.self)
            {
                return false
            }
            // The callee of a case is no name of its own.
            if let call = current.as(FunctionCallExprSyntax.self), call.calledExpression.id == syntax.id {
                return false
            }
            node = current.parent
        }
        return false
    }

    /// `.circle(let r)`, `Shape.circle`, `.some(x)`.
    private func casePattern(
        _ syntax: ExprSyntax, _ type: Type, isLet: Bool, isQuiet: Bool
    ) -> Statement.Pattern? {
        let member: MemberAccessExprSyntax
        var arguments: LabeledExprListSyntax?
        if let plain = syntax.as(MemberAccessExprSyntax.self) {
            member = plain
        } else if let call = syntax.as(FunctionCallExprSyntax.self),
            let callee = call.calledExpression.as(MemberAccessExprSyntax.self)
        {
            member = callee
            arguments = call.arguments
        } else {
            return nil
        }
        let name = name(member.declName.baseName)
        if let base = member.base {
            // `Shape.circle` names the type itself.
            let before = journal()
            let value = check(base, expected: nil)
            guard case .metatype(let named) = inference.resolve(value.type) else {
                rewind(to: before)
                return nil
            }
            if let wrapped = named.wrapped, inference.unify(named, type) {
                if name == "none" { return Statement.Pattern.none }
                if name == "some", let only = arguments?.first {
                    return Statement.Pattern.some(
                        expressionPattern(only.expression, inference.resolve(wrapped), isLet: isLet, isQuiet: isQuiet))
                }
            }
            var target = type
            while !inference.unify(named, target) {
                guard let wrapped = target.wrapped else {
                    // Another type: of an error that is caught, or of an existential.
                    if type.isExistential, named.isOptional, name == "none" { return .asType(.none, named) }
                    guard type.isExistential, case .nominal(let key, _) = named, nominal(key)?.kind == .enum else {
                        rewind(to: before)
                        return nil
                    }
                    return caseOf(named, name, arguments, member, isLet, isQuiet).map { .asType($0, named) }
                }
                target = inference.resolve(wrapped)
            }
            return wrapping(caseOf(target, name, arguments, member, isLet, isQuiet), type, target)
        }
        if type == .error { return .wildcard }
        if type.isOptional {
            if name == "none", arguments == nil { return Statement.Pattern.none }
            if name == "some", arguments == nil { return Statement.Pattern.some(.wildcard) }
            if name == "some", let arguments, arguments.count == 1, let only = arguments.first,
                let wrapped = type.wrapped
            {
                return Statement.Pattern.some(
                    expressionPattern(only.expression, wrapped, isLet: isLet, isQuiet: isQuiet))
            }
        }
        var target = type
        while let wrapped = target.wrapped { target = inference.resolve(wrapped) }
        guard case .nominal(let key, _) = target, let nominal = nominal(key), nominal.kind == .enum else { return nil }
        guard nominal.cases.contains(where: { $0.name == name }) else {
            if nominal.isLibrary && nominal.isHosted { return nil }
            if !members(of: target, named: name, isStatic: true).isEmpty, arguments == nil { return nil }
            let suggestion = Spelling.nearest(to: name, among: nominal.cases.map(\.name))
            report(
                .noImplicitMember(type: "\(target)", name: name, suggestion: suggestion), at: range(member.declName),
                fixIts: suggestion.map { [FixIt(replace: range(member.declName), with: $0)] } ?? [])
            return .wildcard
        }
        return wrapping(caseOf(target, name, arguments, member, isLet, isQuiet), type, target)
    }

    private func wrapping(_ pattern: Statement.Pattern?, _ type: Type, _ target: Type) -> Statement.Pattern? {
        guard var result = pattern else { return nil }
        var current = type
        while current != target, let wrapped = current.wrapped {
            result = .some(result)
            current = inference.resolve(wrapped)
        }
        return result
    }

    private func caseOf(
        _ type: Type, _ name: String, _ arguments: LabeledExprListSyntax?, _ node: some SyntaxProtocol, _ isLet: Bool,
        _ isQuiet: Bool
    ) -> Statement.Pattern? {
        guard case .nominal(let key, let generic) = type, let nominal = nominal(key), !nominal.isHosted,
            let index = nominal.cases.firstIndex(where: { $0.name == name })
        else { return nil }
        let substitution = Dictionary(zip(nominal.generics, generic), uniquingKeysWith: { first, _ in first })
        let payload = nominal.cases[index].payload.map { Type.Element($0.label, $0.type.substituting(substitution)) }
        guard let arguments else { return .enumCase(index, payload.map { _ in .wildcard }, type) }
        // One pattern for several values takes them as a tuple.
        if arguments.count == 1, payload.count > 1, let only = arguments.first {
            let whole = expressionPattern(only.expression, .tuple(payload), isLet: isLet, isQuiet: isQuiet)
            switch whole {
            case .tuple(let parts): return .enumCase(index, parts, type)
            case .wildcard: return .enumCase(index, payload.map { _ in .wildcard }, type)
            default:
                report(.tupleCount(expected: payload.count, got: 1), at: range(node))
                return .wildcard
            }
        }
        guard arguments.count == payload.count else {
            report(.tupleCount(expected: arguments.count, got: payload.count), at: range(node))
            for argument in arguments {
                _ = expressionPattern(argument.expression, .error, isLet: isLet, isQuiet: isQuiet)
            }
            return .wildcard
        }
        for (argument, element) in zip(arguments, payload) {
            if let label = argument.label, self.name(label) != element.label {
                report(.patternLabel(self.name(label), expected: element.label), at: range(label))
            }
        }
        let parts = zip(arguments, payload).map {
            expressionPattern($0.expression, inference.resolve($1.type), isLet: isLet, isQuiet: isQuiet)
        }
        return .enumCase(index, parts, type)
    }

    /// A value, or a range that holds it.
    private func valuePattern(_ syntax: ExprSyntax, _ type: Type) -> Statement.Pattern {
        if type == .error {
            _ = check(syntax, expected: nil)
            return .wildcard
        }
        let place = range(syntax)
        let subject = Variable(
            name: "$subject", type: type, isLet: true, range: SourceRange(at: place.lower), owner: function)
        subject.isQuiet = true
        let reference = make(.variable(subject), type, at: place)
        if syntax.is(ClosureExprSyntax.self) || syntax.is(FunctionCallExprSyntax.self)
            || syntax.is(DeclReferenceExprSyntax.self)
        {
            for decl in userOperators["~="] ?? [] where decl.parameters.count == 2 {
                guard case .function = decl.parameters[0].type else { continue }
                let before = journal()
                let known = Dictionary(uniqueKeysWithValues: decl.generics.map { ($0, inference.fresh()) })
                if inference.unify(decl.parameters[1].type.substituting(known), type) {
                    let pattern = check(syntax, to: decl.parameters[0].type.substituting(known))
                    if !hasErrors(since: before), pattern.type != .error {
                        defer { finish() }
                        return .test(call(decl, known, [pattern, reference], .bool, at: place), subject: subject)
                    }
                }
                rewind(to: before)
            }
        }
        var hint = type
        while let wrapped = hint.wrapped { hint = inference.resolve(wrapped) }
        let value = check(syntax, expected: hint)
        defer { finish() }
        if value.type == .error { return .wildcard }
        if !type.isExistential,
            inference.resolve(value.type) != inference.resolve(type) || userOperators["~="] != nil
                || memberOperatorNames.contains("~=")
        {
            let before = journal()
            let test = patternMatch(value, reference, syntax)
            if !hasErrors(since: before), test.type == .bool || inference.resolve(test.type) == .bool {
                return .test(test, subject: subject)
            }
            rewind(to: before)
        }
        if let test = rangeTest(value, reference, at: place) { return .test(test, subject: subject) }
        if type.isOptional, !inference.resolve(value.type).isOptional {
            let wrapped = coerce(value, to: type, .annotation)
            if wrapped.type == .error { return .wildcard }
            return .test(make(.binary("==", reference, wrapped), .bool, at: place), subject: subject)
        }
        let converted = coerce(value, to: type, .annotation)
        if converted.type == .error { return .wildcard }
        if !supports("==", inference.resolve(type)) {
            report(.binaryOperands("~=", "\(shown(value.type))", "\(shown(type))"), at: place)
            return .wildcard
        }
        return .test(operation("==", reference, converted, syntax, nil), subject: subject)
    }
}
