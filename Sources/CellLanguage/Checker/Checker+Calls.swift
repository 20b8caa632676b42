import Bytecode
import Diagnostics
import SwiftParser
import SwiftSyntax

/// An argument of a call as written.
struct Argument {
    var label: String?
    var value: ExprSyntax
    var isTrailing = false
    /// Checked already, when its own type does not depend on where it goes.
    var checked: Expression?
}

/// What a call may mean.
struct Candidate {
    var decl: Decl
    var selfValue: Expression?
    /// The type in whose terms the owner's generic names are.
    var base: Type?
    var isDirect = false
}

extension Checker {
    func call(_ syntax: FunctionCallExprSyntax, _ expected: Type?) -> Expression {
        var arguments = syntax.arguments.map { Argument(label: $0.label.map(name), value: $0.expression) }
        if let trailing = syntax.trailingClosure {
            arguments.append(Argument(label: nil, value: ExprSyntax(trailing), isTrailing: true))
        }
        for closure in syntax.additionalTrailingClosures {
            arguments.append(
                Argument(label: name(closure.label), value: ExprSyntax(closure.closure), isTrailing: true))
        }
        let callee = syntax.calledExpression
        if let reference = callee.as(DeclReferenceExprSyntax.self), reference.argumentNames == nil {
            return call(named: name(reference.baseName), reference, arguments, syntax, expected)
        }
        if let member = callee.as(MemberAccessExprSyntax.self), member.declName.argumentNames == nil {
            return call(member, arguments, syntax, expected)
        }
        // `[Int]()` and `[String: Int]()`
        if let array = callee.as(ArrayExprSyntax.self), array.elements.count == 1,
            let only = array.elements.first, let element = typeExpression(only.expression)
        {
            return construct(.array(element), arguments, syntax, expected)
        }
        if let dictionary = callee.as(DictionaryExprSyntax.self), case .elements(let list) = dictionary.content,
            let only = list.first, list.count == 1, let key = typeExpression(only.key),
            let value = typeExpression(only.value)
        {
            return construct(.dictionary(key, value), arguments, syntax, expected)
        }
        let value = check(callee, expected: calleeHint(callee, arguments, expected))
        if case .metatype(let type) = inference.resolve(value.type) {
            return construct(type, arguments, syntax, expected)
        }
        return call(value: value, arguments, syntax, expected)
    }

    /// `{ … }(1)`, `(a ? min : max)(1, 2)`: the arguments say what the function takes.
    private func calleeHint(_ callee: ExprSyntax, _ arguments: [Argument], _ expected: Type?) -> Type? {
        var inner = callee
        while let tuple = inner.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
            inner = only.expression
        }
        guard inner.is(ClosureExprSyntax.self) || inner.is(TernaryExprSyntax.self),
            !arguments.contains(where: { $0.value.is(InOutExprSyntax.self) || $0.value.is(ClosureExprSyntax.self) })
        else { return nil }
        let before = journal()
        let types = fresh { arguments.map { shown(check($0.value, expected: nil).type) } }
        let isWrong = hasErrors(since: before)
        rewind(to: before)
        if isWrong { return nil }
        let signature = inner.as(ClosureExprSyntax.self)?.signature
        if let signature, signature.returnClause != nil, arguments.isEmpty { return nil }
        let result = expected.flatMap { inference.isOpen($0) || $0.isExistential ? nil : $0 } ?? inference.fresh()
        return .function(Type.FunctionType(types, result, isThrowing: inner.is(ClosureExprSyntax.self)))
    }

    /// Whether a class that is made is known only when the cell runs: `type(of: x).init()`, `Self()`.
    private func isOfDynamicClass(_ base: Expression, _ instance: Type) -> Bool {
        guard case .nominal(let key, _) = inference.resolve(instance), let nominal = nominal(key),
            nominal.kind == .class,
            !nominal.isFinal
        else { return false }
        if case .type = base.kind { return false }
        return true
    }

    /// A type where an expression could stand, without reporting that it is none.
    func typeExpression(_ syntax: ExprSyntax) -> Type? {
        let before = journal()
        if let array = syntax.as(ArrayExprSyntax.self), array.elements.count == 1, let only = array.elements.first {
            return typeExpression(only.expression).map(Type.array)
        }
        if let optional = syntax.as(OptionalChainingExprSyntax.self) {
            return typeExpression(optional.expression).map(Type.optional)
        }
        if let tuple = syntax.as(TupleExprSyntax.self) {
            let parts = tuple.elements.map { ($0.label.map(name), typeExpression($0.expression)) }
            guard !parts.isEmpty, parts.allSatisfy({ $0.1 != nil }) else { return nil }
            if parts.count == 1 { return parts[0].1 }
            return .tuple(parts.map { Type.Element($0.0, $0.1 ?? .error) })
        }
        if let dictionary = syntax.as(DictionaryExprSyntax.self), case .elements(let list) = dictionary.content,
            list.count == 1, let only = list.first, let key = typeExpression(only.key),
            let value = typeExpression(only.value)
        {
            return .dictionary(key, value)
        }
        if let sequence = syntax.as(InfixOperatorExprSyntax.self), sequence.operator.is(ArrowExprSyntax.self),
            let from = typeExpression(sequence.leftOperand), let to = typeExpression(sequence.rightOperand)
        {
            let parameters = if case .tuple(let elements) = from { elements.map(\.type) } else { [from] }
            return .function(Type.FunctionType(parameters, to))
        }
        let value = fresh { check(syntax, expected: nil) }
        if hasErrors(since: before) {
            rewind(to: before)
            return nil
        }
        if case .metatype(let type) = value.type { return type }
        rewind(to: before)
        return nil
    }

    private func call(
        named name: String, _ node: DeclReferenceExprSyntax, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax,
        _ expected: Type?
    ) -> Expression {
        if name == "Self", let scope = selfScope {
            if scope.nominal.kind == .class, !scope.nominal.isFinal {
                return fail(.unsupported(.dynamicSelf), at: node)
            }
            return construct(scope.selfType, arguments, syntax, expected, callee: node)
        }
        if name == "type", arguments.count == 1, arguments[0].label == "of" {
            let value = fresh { check(arguments[0].value, expected: nil) }
            return make(.dynamicType(value), .metatype(value.type), syntax)
        }
        switch lookUp(name) {
        case .variable: return call(value: reference(name, node), arguments, syntax, expected)
        case .functions(let overloads):
            // The notebook's functions and the library's of the same name are one set of overloads.
            let isTopLevel = overloads.first?.context == nil
            // One with the same parameters is hidden.
            let others = library.free(name).filter { free in
                free.kind == .function
                    && !overloads.contains {
                        $0.parameters.map(\.label) == free.parameters.map(\.label)
                            && $0.parameters.map(\.type) == free.parameters.map(\.type)
                    }
            }
            let all = overloads + (isTopLevel ? others : [])
            return resolve(
                all.map { Candidate(decl: $0, selfValue: nil, base: nil) }, name, arguments, syntax, node, expected)
        case .members(let scope):
            return callMember(name, scope, node, arguments, syntax, expected)
        case nil: break
        }
        if let entity = lookUpType(name) {
            let type = typeReference(entity, name, node)
            if case .metatype(let instance) = type.type { return construct(instance, arguments, syntax, expected) }
        }
        let functions = library.free(name).filter { $0.kind == .function }
        if functions.isEmpty || (name.hasPrefix("__") && !isLibraryCode) {
            let value = reference(name, node)
            if value.type == .error {
                checkAlone(arguments)
                return value
            }
            return call(value: value, arguments, syntax, expected)
        }
        return resolve(
            functions.map { Candidate(decl: $0, selfValue: nil, base: nil) }, name, arguments, syntax, node, expected)
    }

    /// `f(…)` inside a type: a method without `self.`.
    private func callMember(
        _ name: String, _ scope: MemberScope, _ node: DeclReferenceExprSyntax, _ arguments: [Argument],
        _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        let all = members(of: scope.selfType, named: name, isStatic: nil)
        let functions = all.filter { $0.decl.kind == .function || $0.decl.kind == .enumCase }
        if functions.isEmpty { return call(value: reference(name, node), arguments, syntax, expected) }
        var candidates: [Candidate] = []
        if let variable = scope.selfVariable {
            let own = functions.filter { !$0.decl.isStatic }
            if !own.isEmpty {
                variable.isRead = true
                function?.use(variable)
                let base = make(.variable(variable), scope.selfType, at: range(node))
                candidates = own.map { Candidate(decl: $0.decl, selfValue: base, base: $0.base) }
            } else if functions.allSatisfy({ $0.decl.isStatic }) {
                return fail(.staticThroughInstance(name, type: "\(scope.selfType)"), at: node)
            }
        } else {
            candidates = functions.filter { $0.decl.isStatic }.map {
                Candidate(decl: $0.decl, selfValue: nil, base: scope.selfType)
            }
            if candidates.isEmpty { return fail(.instanceMemberOnType(name, type: "\(scope.selfType)"), at: node) }
        }
        return resolve(candidates, name, arguments, syntax, node, expected)
    }

    /// `T(…)`
    func construct(
        _ type: Type, _ arguments: [Argument], _ syntax: some ExprSyntaxProtocol, _ expected: Type?,
        callee: (any SyntaxProtocol)? = nil
    ) -> Expression {
        let resolved = inference.resolve(type)
        switch resolved {
        case .nominal, .generic, .member: break
        case .existential:
            return fail(.protocolInstantiated("\(shown(resolved))"), at: syntax)
        case .error: return failure(syntax)
        case .tuple(let elements) where elements.count == arguments.count && !elements.isEmpty:
            // `typealias Point = (Int, Int)`; `Point(1, 2)`
            let values = fresh { zip(arguments, elements).map { check($0.value, to: $1.type, .argument) } }
            if values.contains(where: { $0.type == .error }) { return failure(syntax) }
            return make(.tuple(values), resolved, syntax)
        default:
            if resolved == .any || resolved == .void, arguments.isEmpty { return make(.tuple([]), .void, syntax) }
            return fail(.notCallable("\(shown(type)).Type"), at: syntax)
        }
        let place =
            callee.map { range($0) } ?? syntax.as(FunctionCallExprSyntax.self).map { range($0.calledExpression) }
            ?? range(syntax)
        let initializers = initializers(of: resolved)
        let name = Type.display(typeName(resolved))
        if initializers.isEmpty {
            report(.noInitializer(name), at: place)
            checkAlone(arguments)
            return failure(syntax)
        }
        // A literal given to its own type's initialiser is that literal: `Double(1)`, `UInt8(200)`.
        if arguments.count == 1, arguments[0].label == nil, let literal = literalArgument(arguments[0].value, resolved)
        {
            return literal
        }
        return resolve(
            initializers.map { Candidate(decl: $0.decl, selfValue: nil, base: resolved) }, name, arguments,
            ExprSyntax(syntax), place, expected)
    }

    private func literalArgument(_ syntax: ExprSyntax, _ type: Type) -> Expression? {
        var inner = syntax
        if let prefix = inner.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
            inner = prefix.expression
        }
        guard
            inner.is(IntegerLiteralExprSyntax.self) || inner.is(FloatLiteralExprSyntax.self)
                || inner.is(StringLiteralExprSyntax.self)
        else { return nil }
        guard case .nominal(let name, _) = type, nominal(name)?.isLibrary ?? false,
            [
                "Int", "Double", "Float", "UInt", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32",
                "UInt64",
                "String", "Character", "Substring",
            ].contains(name)
        else { return nil }
        let before = journal()
        let value = fresh { check(syntax, expected: type) }
        if !hasErrors(since: before), inference.unify(value.type, type) { return value }
        rewind(to: before)
        return nil
    }

    private func typeName(_ type: Type) -> String {
        switch type {
        case .nominal(let name, _), .generic(let name): name
        case .member(_, let name): name
        default: "\(type)"
        }
    }

    private func call(
        _ member: MemberAccessExprSyntax, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        let name = name(member.declName.baseName)
        guard let baseSyntax = member.base else {
            // `.member(…)`: looked up in the type that is expected
            guard let expected, !inference.isOpen(expected) else {
                checkAlone(arguments)
                return fail(.noContext(name), at: member)
            }
            let type = implicitBase(expected, name)
            return callStatic(type, name, member, arguments, syntax, expected)
        }
        if baseSyntax.is(SuperExprSyntax.self) { return callSuper(name, member, arguments, syntax, expected) }
        if name == "init", let made = function?.initialised, baseSyntax.trimmedDescription == "self" {
            return delegate(made, arguments, syntax, member)
        }
        if isModule(baseSyntax) {
            if let nominal = library.nominal(name) {
                let type = typeReference(.nominal(nominal), name, member)
                if case .metatype(let instance) = type.type { return construct(instance, arguments, syntax, expected) }
            }
            return resolve(
                library.free(name).filter { $0.kind == .function }.map {
                    Candidate(decl: $0, selfValue: nil, base: nil)
                },
                name, arguments, syntax, member.declName, expected)
        }
        var base = memberBase(baseSyntax, expected)
        decideLiteral(base, name)
        let type = inference.resolve(base.type)
        if type == .error {
            checkAlone(arguments)
            return base
        }
        if case .metatype(let instance) = type {
            if name == "init", isOfDynamicClass(base, instance) { return fail(.unsupported(.dynamicSelf), at: member) }
            if name == "init" { return construct(instance, arguments, syntax, expected) }
            return callStatic(instance, name, member, arguments, syntax, expected)
        }
        var found = members(of: type, named: name, isStatic: false)
        if found.isEmpty, base.isImplicitlyUnwrapped {
            base = unwrapped(base)
            found = members(of: base.type, named: name, isStatic: false)
        }
        let functions = found.filter { $0.decl.kind == .function }
        // A stored function of the same name, or an element of a tuple, is a value that is called.
        if functions.isEmpty {
            let value = self.member(of: base, name, member.declName, nil, nil)
            if value.type == .error {
                checkAlone(arguments)
                return value
            }
            return call(value: value, arguments, syntax, expected)
        }
        let result = resolve(
            functions.map { Candidate(decl: $0.decl, selfValue: base, base: $0.base) }, name, arguments, syntax,
            member.declName, expected)
        return result
    }

    private func callSuper(
        _ name: String, _ member: MemberAccessExprSyntax, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax,
        _ expected: Type?
    ) -> Expression {
        guard let baseSyntax = member.base else { return failure(syntax) }
        if let scope = selfScope, scope.selfVariable == nil, let superclass = superclass(of: scope.selfType) {
            return callStatic(superclass, name, member, arguments, syntax, expected)
        }
        let base = check(baseSyntax, expected: nil)
        if base.type == .error { return base }
        if name == "init" {
            guard let made = function?.initialised, let superclass = made.nominal.superclass else {
                return fail(.superOutsideClass, at: syntax)
            }
            let result = resolve(
                initializers(of: superclass).map {
                    Candidate(decl: $0.decl, selfValue: base, base: $0.base, isDirect: true)
                },
                "init", arguments, syntax, member.declName, nil)
            result.type = .void
            return result
        }
        let functions = members(of: base.type, named: name, isStatic: false).filter { $0.decl.kind == .function }
        if functions.isEmpty {
            let value = self.member(of: base, name, member.declName, nil, nil)
            makeDirect(value)
            return call(value: value, arguments, syntax, expected)
        }
        return resolve(
            functions.map { Candidate(decl: $0.decl, selfValue: base, base: $0.base, isDirect: true) }, name, arguments,
            syntax, member.declName, expected)
    }

    /// `self.init(…)`: another initialiser of the same type does the work.
    private func delegate(
        _ made: FunctionContext.Initialised, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax,
        _ member: MemberAccessExprSyntax
    ) -> Expression {
        guard let scope = selfScope, let variable = scope.selfVariable else { return failure(syntax) }
        variable.isRead = true
        function?.use(variable)
        let own = make(.variable(variable), scope.selfType, at: range(syntax))
        if made.nominal.kind == .class {
            let result = resolve(
                initializers(of: scope.selfType).map {
                    Candidate(decl: $0.decl, selfValue: own, base: $0.base, isDirect: true)
                }, "init", arguments, syntax, member.declName, nil)
            result.type = .void
            return result
        }
        let value = construct(scope.selfType, arguments, syntax, nil, callee: member)
        if value.type == .error { return value }
        if inference.resolve(value.type).isOptional {
            // A failable initialiser's failure is this one's.
            return make(.assign(own, make(.unwrap(value), scope.selfType, syntax)), .void, syntax)
        }
        return make(.assign(own, value), .void, syntax)
    }

    private func callStatic(
        _ type: Type, _ name: String, _ member: MemberAccessExprSyntax, _ arguments: [Argument],
        _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        if name == "init" { return construct(type, arguments, syntax, expected, callee: member) }
        if case .nominal("Optional", let wrapped) = type, name == "some", arguments.count == 1 {
            return make(.wrap(fresh { check(arguments[0].value, to: wrapped[0]) }), type, syntax)
        }
        let found = members(of: type, named: name, isStatic: true)
        if !found.isEmpty, isOfUnknownType(found, inference.resolve(type)) {
            return fail(.unsupported(.existentialMetatypes), at: member.declName)
        }
        let functions = found.filter {
            $0.decl.kind == .function || ($0.decl.kind == .enumCase && !$0.decl.parameters.isEmpty)
        }
        if functions.isEmpty {
            if !found.isEmpty || memberType(name, of: type) != nil {
                let value =
                    found.isEmpty
                    ? typeReference(memberType(name, of: type) ?? .type(.error), name, member)
                    : staticValue(found, type, name, member, nil, nil)
                if case .metatype(let instance) = value.type { return construct(instance, arguments, syntax, expected) }
                return call(value: value, arguments, syntax, expected)
            }
            let own = members(of: type, named: name, isStatic: false)
            if own.contains(where: { $0.decl.kind == .function }), arguments.count == 1, arguments[0].label == nil {
                return call(value: self.member(member, nil), arguments, syntax, expected)
            }
            checkAlone(arguments)
            if !own.isEmpty {
                return fail(.instanceMemberOnType(name, type: "\(shown(type))"), at: member.declName)
            }
            return unknownStatic(type, name, member)
        }
        return resolve(
            functions.map { Candidate(decl: $0.decl, selfValue: nil, base: type) }, name, arguments, syntax,
            member.declName, expected)
    }

    /// Arguments of a call that is wrong already: their own mistakes are still found.
    private func checkAlone(_ arguments: [Argument]) {
        for argument in arguments where !dependsOnContext(argument.value) {
            _ = fresh { check(argument.value, expected: nil) }
        }
    }

    /// A call of a closure or of a value with `callAsFunction`.
    private func call(
        value: Expression, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        let type = inference.resolve(value.type)
        switch type {
        case .error:
            checkAlone(arguments)
            return value
        case .function(let function):
            guard arguments.count == function.parameters.count else {
                if arguments.count > function.parameters.count {
                    return fail(.extraArgument(nil), at: arguments[function.parameters.count].value)
                }
                return fail(.missingArgument("#\(arguments.count + 1)"), at: syntax)
            }
            if let labelled = arguments.first(where: { $0.label != nil && !$0.isTrailing }) {
                return fail(
                    .argumentLabels(
                        expected: arguments.map { _ in "_:" }.joined(),
                        got: arguments.map { ($0.label ?? "_") + ":" }.joined()),
                    at: labelled.value.parent ?? Syntax(labelled.value))
            }
            let values = fresh {
                zip(arguments, function.parameters).enumerated().map { index, pair -> Expression in
                    if function.isInout(index) {
                        var parameter = Param(label: nil, name: "", type: pair.1)
                        parameter.isInout = true
                        return argument(pair.0, pair.1, parameter)
                    }
                    return check(pair.0.value, to: pair.1, .argument)
                }
            }
            if function.isThrowing { noteThrowing(at: range(syntax)) }
            return make(.callValue(value, values), function.result, syntax)
        default:
            let callable = members(of: type, named: "callAsFunction", isStatic: false)
            guard !callable.isEmpty else {
                if type.isOptional, case .function = inference.resolve(type.wrapped ?? .error) {
                    report(
                        .optionalMustBeUnwrapped("\(shown(type))", wrapped: "\(shown(type.wrapped ?? .error))"),
                        at: value.range)
                    return failure(syntax)
                }
                return fail(.notCallable("\(shown(type))"), at: syntax.calledExpression)
            }
            return resolve(
                callable.map { Candidate(decl: $0.decl, selfValue: value, base: $0.base) }, "callAsFunction", arguments,
                syntax, syntax.calledExpression, expected)
        }
    }
}
