import Diagnostics
import SwiftSyntax

extension Checker {
    func member(_ syntax: MemberAccessExprSyntax, _ expected: Type?) -> Expression {
        let name = name(syntax.declName.baseName)
        let labels = syntax.declName.argumentNames?.arguments.map { argument in
            argument.name.text == "_" ? nil : self.name(argument.name)
        }
        guard let baseSyntax = syntax.base else {
            guard let expected, !inference.isOpen(expected) else { return fail(.noContext(name), at: syntax) }
            return implicitMember(name, expected, syntax, labels)
        }
        if baseSyntax.is(SuperExprSyntax.self) {
            let base = check(baseSyntax, expected: nil)
            if base.type == .error { return base }
            let value = member(of: base, name, syntax.declName, expected, labels)
            makeDirect(value)
            return value
        }
        if let value = moduleMember(name, baseSyntax, syntax, expected, labels) { return value }
        let base = memberBase(baseSyntax, expected)
        decideLiteral(base, name)
        switch inference.resolve(base.type) {
        case .error, .metatype(.error): return failure(syntax)
        case .metatype(let instance):
            if name == "self" { return base }
            if name == "init" { return initializerValue(instance, syntax, expected, labels) }
            if name == "Type" { return base }
            return staticMember(instance, name, syntax, expected, labels)
        default:
            if name == "self" { return base }
            return member(of: base, name, syntax.declName, expected, labels)
        }
    }

    /// What stands before a dot: a value, or a type such as `[Double]`.
    func memberBase(_ syntax: ExprSyntax, _ expected: Type?) -> Expression {
        if syntax.is(ArrayExprSyntax.self) || syntax.is(DictionaryExprSyntax.self) || syntax.is(TupleExprSyntax.self),
            let type = typeExpression(syntax)
        {
            return make(.type, .metatype(type), syntax)
        }
        return check(syntax, expected: implicitChainHint(syntax, expected))
    }

    /// A literal whose member is asked for is what it usually is.
    func decideLiteral(_ base: Expression, _ name: String = "") {
        // `2.addingProduct(3, 4.5)`: a member that only `Double` has.
        if inference.kind(of: base.type) == .integerLiteral, !name.isEmpty,
            members(of: .int, named: name, isStatic: false).isEmpty,
            !members(of: .double, named: name, isStatic: false).isEmpty
        {
            _ = inference.unify(base.type, .double)
        }
        if let usual = inference.kind(of: base.type)?.defaultType { _ = inference.unify(base.type, usual) }
    }

    static let modules: Set<String> = ["Swift", "Foundation", "LessonKit"]

    /// Whether an expression names a module, so that what follows is the library's.
    func isModule(_ syntax: ExprSyntax) -> Bool {
        guard let reference = syntax.as(DeclReferenceExprSyntax.self) else { return false }
        let name = name(reference.baseName)
        return Self.modules.contains(name) && lookUp(name) == nil && lookUpType(name) == nil
    }

    /// `Swift.max` as a value, `Swift.Int`.
    private func moduleMember(
        _ name: String, _ base: ExprSyntax, _ syntax: MemberAccessExprSyntax, _ expected: Type?, _ labels: [String?]?
    ) -> Expression? {
        guard isModule(base) else { return nil }
        if let nominal = library.nominal(name) { return typeReference(.nominal(nominal), name, syntax) }
        let found = library.free(name).filter { $0.kind == .function }
        if found.isEmpty { return fail(.notInScope(name, suggestion: nil), at: syntax.declName) }
        return functionValue(
            found.map { Candidate(decl: $0, selfValue: nil, base: nil) }, name, syntax, expected, labels)
    }

    /// `super.f`: what the superclass itself declares.
    func makeDirect(_ expression: Expression) {
        if case .call(var call) = expression.kind {
            call.isDirect = true
            expression.kind = .call(call)
        }
    }

    /// `.a.b`: the implicit member at the beginning is looked up in the type that is wanted in the end.
    func implicitChainHint(_ syntax: ExprSyntax, _ expected: Type?) -> Type? {
        var current = syntax
        while true {
            if let member = current.as(MemberAccessExprSyntax.self) {
                guard let base = member.base else { return expected }
                current = base
            } else if let call = current.as(FunctionCallExprSyntax.self) {
                current = call.calledExpression
            } else {
                return nil
            }
        }
    }

    /// The type in which `.member` is looked up, when it has such a member; else what an optional wraps.
    private func implicitMember(
        _ name: String, _ expected: Type, _ syntax: MemberAccessExprSyntax, _ labels: [String?]?
    ) -> Expression {
        let type = implicitBase(expected, name)
        let value = staticMember(type, name, syntax, expected, labels)
        return value
    }

    func implicitBase(_ expected: Type, _ name: String) -> Type {
        var type = inference.resolve(expected)
        while let wrapped = type.wrapped {
            if ["none", "some"].contains(name), !hasStatic(inference.resolve(wrapped), name) { return type }
            type = inference.resolve(wrapped)
        }
        if case .function(let function) = type { return implicitBase(function.result, name) }
        return type
    }

    private func hasStatic(_ type: Type, _ name: String) -> Bool {
        !members(of: type, named: name, isStatic: true).isEmpty
    }

    private func staticMember(
        _ type: Type, _ name: String, _ syntax: MemberAccessExprSyntax, _ expected: Type?, _ labels: [String?]?
    ) -> Expression {
        guard type != .error else { return failure(syntax) }
        if case .nominal("Optional", let arguments) = type {
            if name == "none" { return make(.nil, type, syntax) }
            if name == "some" {
                return optionalSome(arguments[0], syntax)
            }
        }
        let found = members(of: type, named: name, isStatic: true)
        if !found.isEmpty { return staticValue(found, type, name, syntax, expected, labels) }
        if let nested = memberType(name, of: type) { return typeReference(nested, name, syntax) }
        let own = members(of: type, named: name, isStatic: false)
        if own.contains(where: { $0.decl.kind == .function }) { return unbound(own, type, name, syntax) }
        if !own.isEmpty {
            return fail(.instanceMemberOnType(name, type: "\(shown(type))"), at: syntax.declName)
        }
        return unknownStatic(type, name, syntax)
    }

    /// `Type.method`: a function that takes the instance and gives the method bound to it.
    private func unbound(
        _ found: [MemberRef], _ type: Type, _ name: String, _ syntax: MemberAccessExprSyntax
    ) -> Expression {
        let context = FunctionContext(
            name: "closure", parent: function, result: .error, kind: .closure, mayThrow: false)
        let parameter = Variable(name: "$0", type: type, isLet: true, range: range(syntax), owner: context)
        context.parameters = [parameter]
        pendingVariables.append(parameter)
        let outer = function
        function = context
        defer { function = outer }
        let own = make(.variable(parameter), type, syntax)
        let value = functionValue(
            found.map { Candidate(decl: $0.decl, selfValue: own, base: $0.base) }, name, syntax.declName, nil, nil)
        if value.type == .error { return value }
        context.result = value.type
        let body = ClosureBody(context: context)
        body.statements = [.return(value)]
        return make(.closure(body), .function(Type.FunctionType([type], value.type)), syntax)
    }

    /// `Optional.some` as a function.
    private func optionalSome(_ wrapped: Type, _ syntax: some SyntaxProtocol) -> Expression {
        let context = FunctionContext(
            name: "closure", parent: function, result: .optional(wrapped), kind: .closure, mayThrow: false)
        let parameter = Variable(name: "$0", type: wrapped, isLet: true, range: range(syntax), owner: context)
        context.parameters = [parameter]
        let body = ClosureBody(context: context)
        pendingVariables.append(parameter)
        body.statements = [
            .return(make(.wrap(make(.variable(parameter), wrapped, syntax)), .optional(wrapped), syntax))
        ]
        return make(.closure(body), .function(Type.FunctionType([wrapped], .optional(wrapped))), syntax)
    }

    /// A static property, a case, or a static function as a value.
    func staticValue(
        _ found: [MemberRef], _ type: Type, _ name: String, _ node: some SyntaxProtocol, _ expected: Type?,
        _ labels: [String?]?
    ) -> Expression {
        if isOfUnknownType(found, type) { return fail(.unsupported(.existentialMetatypes), at: node) }
        if let property = found.first(where: { $0.decl.kind == .property })
            ?? found.first(where: {
                $0.decl.kind == .enumCase && $0.decl.parameters.isEmpty
            })
        {
            let decl = property.decl
            checkAccess(decl, at: node)
            decl.pendingType?()
            note(decl, arguments: [], at: range(node))
            let substitution = selfSubstitution(decl, decl.owner?.kind == .protocol ? type : property.base)
            let result = decl.kind == .enumCase ? type : decl.result.substituting(substitution)
            return call(decl, substitution, [], result, at: range(node))
        }
        return functionValue(
            found.map { Candidate(decl: $0.decl, selfValue: nil, base: type) }, name, node, expected, labels)
    }

    /// Static members of `any P`, whose type is known only when the cell runs.
    func isOfUnknownType(_ found: [MemberRef], _ type: Type) -> Bool {
        guard type.isExistential else { return false }
        return found.allSatisfy { member in
            member.decl.owner?.kind == .protocol
                && !member.decl.requirements.contains {
                    if case .same(.generic("Self"), _) = $0 { true } else { false }
                }
        }
    }

    private func initializerValue(
        _ type: Type, _ node: some SyntaxProtocol, _ expected: Type?, _ labels: [String?]?
    ) -> Expression {
        functionValue(
            initializers(of: type).map { Candidate(decl: $0.decl, selfValue: nil, base: type) }, "init", node, expected,
            labels)
    }

    func unknownStatic(_ type: Type, _ name: String, _ syntax: MemberAccessExprSyntax) -> Expression {
        let known = memberNames(of: type, isStatic: true)
        let suggestion = Spelling.nearest(to: name, among: known)
        let place = range(syntax.declName)
        // A misspelt metric would have recorded some key; histories are not blamed for it as well.
        let recordsKeys = known.contains { name in
            members(of: type, named: name, isStatic: true).contains { $0.decl.recordedKey != nil }
        }
        if recordsKeys { recordedKeys.append(.dynamic) }
        report(
            .noImplicitMember(type: "\(shown(type))", name: name, suggestion: suggestion), at: place,
            fixIts: suggestion.map { [FixIt(replace: place, with: $0)] } ?? [])
        return failure(syntax)
    }

    /// A property, an element of a tuple, or a method as a value.
    func member(
        of base: Expression, _ name: String, _ node: some SyntaxProtocol, _ expected: Type?, _ labels: [String?]?
    ) -> Expression {
        let type = inference.resolve(base.type)
        if case .tuple(let elements) = type {
            let index =
                Int(name).flatMap { elements.indices.contains($0) ? $0 : nil }
                ?? elements.firstIndex { $0.label == name }
            if let index { return make(.element(base, index), elements[index].type, at: base.range.union(range(node))) }
        }
        let found = members(of: type, named: name, isStatic: false)
        if !found.isEmpty { return memberValue(found, base, name, node, expected, labels) }
        if base.isImplicitlyUnwrapped { return member(of: unwrapped(base), name, node, expected, labels) }
        let place = range(node)
        if let wrapped = type.wrapped, !memberNames(of: type, isStatic: false).contains(name) {
            report(.optionalMustBeUnwrapped("\(shown(type))", wrapped: "\(shown(wrapped))"), at: base.range)
            return failure(node)
        }
        if !members(of: type, named: name, isStatic: true).isEmpty {
            return fail(.staticThroughInstance(name, type: "\(shown(type))"), at: node)
        }
        if inference.isOpen(type) { return fail(.cannotInfer(name), at: node) }
        if let reason = Self.refusedMembers["\(type).\(name)"] {
            return fail(.unsupportedName(name, reason: reason), at: node)
        }
        let known = memberNames(of: type, isStatic: false)
        let suggestion =
            ForeignNames.members[name].flatMap { known.contains($0) ? $0 : nil }
            ?? Spelling.nearest(to: name, among: known)
        report(
            .noMember(type: "\(shown(type))", name: name, suggestion: suggestion), at: place,
            fixIts: suggestion.map { [FixIt(replace: place, with: $0)] } ?? [])
        return failure(node)
    }

    func memberValue(
        _ found: [MemberRef], _ base: Expression, _ name: String, _ node: some SyntaxProtocol, _ expected: Type?,
        _ labels: [String?]?
    ) -> Expression {
        if let property = found.first(where: { $0.decl.kind == .property }) {
            return read(property, of: base, node)
        }
        return functionValue(
            found.map { Candidate(decl: $0.decl, selfValue: base, base: $0.base) }, name, node, expected, labels)
    }

    /// The value of a property.
    func read(_ property: MemberRef, of base: Expression, _ node: some SyntaxProtocol) -> Expression {
        let decl = property.decl
        checkAccess(decl, at: node)
        decl.pendingType?()
        let type = inference.resolve(base.type)
        let substitution = selfSubstitution(decl, decl.owner?.kind == .protocol ? type : property.base)
        note(decl, arguments: [], at: range(node))
        var receiver = converted(base, toOwnerOf: property)
        if decl.isMutating { receiver = place(base, for: .member) }
        return call(
            decl, substitution, [receiver], decl.result.substituting(substitution), at: base.range.union(range(node)))
    }

    /// A value of a subclass as its ancestor, where the member is declared.
    func converted(_ base: Expression, toOwnerOf member: MemberRef) -> Expression {
        base
    }

    func checkAccess(_ decl: Decl, at node: some SyntaxProtocol) {
        guard decl.isPrivate, let owner = decl.owner else { return }
        let isInside = scopes.contains { scope in
            var nominal = scope.member?.nominal
            while let current = nominal {
                if current === owner { return true }
                nominal = current.parent
            }
            return false
        }
        if !isInside { report(.inaccessible(decl.name), at: range(node)) }
    }

    /// A function where a value is wanted; the type that is expected chooses among overloads.
    func functionValue(
        _ candidates: [Candidate], _ name: String, _ node: some SyntaxProtocol, _ expected: Type?, _ labels: [String?]?
    ) -> Expression {
        var fitting = candidates.filter { labels == nil || $0.decl.parameters.map(\.label) == labels }
        if fitting.isEmpty { return fail(.noExactMatch(name), at: node) }
        var wanted: Type?
        if let expected {
            var type = inference.resolve(expected)
            if let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            if case .function = type { wanted = type }
        }
        if fitting.count > 1, let wanted {
            let exact = fitting.filter { candidate in
                attempt {
                    let value = value(of: candidate, node)
                    guard value.type != .error, coerce(value, to: wanted, .argument).type != .error,
                        case .function(let decl, let known, _) = value.kind
                    else { return false }
                    return satisfies(decl.requirements, known)
                }
            }
            if !exact.isEmpty { fitting = exact }
            if fitting.count > 1, case .function(let function) = shown(wanted) {
                // Where literals leave it open, they are what they usually are.
                let usual = fitting.filter { candidate in
                    candidate.decl.parameters.count == function.parameters.count
                        && zip(candidate.decl.parameters, function.parameters).allSatisfy { $0.type == $1 }
                }
                if !usual.isEmpty { fitting = usual }
            }
            if fitting.count > 1 { fitting = mostSpecific(fitting) }
            // Without labels, the one that has none is meant; then the one that cannot fail.
            if fitting.count > 1, labels == nil {
                let plain = fitting.filter { $0.decl.parameters.allSatisfy { $0.label == nil } }
                if !plain.isEmpty { fitting = plain }
                let certain = fitting.filter { !$0.decl.isFailable }
                if !certain.isEmpty { fitting = certain }
                if fitting.count > 1 { fitting = mostSpecific(fitting) }
                let concrete = fitting.filter { $0.decl.generics.isEmpty }
                if concrete.count == 1 { fitting = concrete }
            }
        }
        guard fitting.count == 1 else {
            report(
                .ambiguous(name), at: range(node),
                notes: fitting.prefix(6).map {
                    DiagnosticNote(CheckerMessage.candidate($0.decl.summary), at: $0.decl.range)
                })
            return failure(node)
        }
        let chosen = value(of: fitting[0], node)
        if let wanted, case .function(let decl, let substitution, _) = chosen.kind, !decl.requirements.isEmpty,
            case .function(let own) = chosen.type, case .function(let function) = wanted,
            own.parameters.count == function.parameters.count
        {
            // What is passed decides the generic parameters, and these what else is known of them.
            let mark = inference.mark()
            if zip(own.parameters, function.parameters).allSatisfy({ inference.unify($0, $1) }) {
                solve(decl.requirements, substitution)
            } else {
                inference.rewind(to: mark)
            }
        }
        return chosen
    }

    func value(of candidate: Candidate, _ node: some SyntaxProtocol) -> Expression {
        let decl = candidate.decl
        checkAccess(decl, at: node)
        if decl.isMutating { return fail(.partialMutating(decl.name), at: node) }
        var substitution =
            candidate.base.map { selfSubstitution(decl, decl.owner?.kind == .protocol ? ($0) : $0) } ?? [:]
        for generic in decl.generics { substitution[generic] = inference.fresh() }
        use(decl, at: range(node))
        var inouts: UInt64 = 0
        for (index, parameter) in decl.parameters.enumerated() where parameter.isInout { inouts |= 1 << UInt64(index) }
        var result = decl.result.substituting(substitution)
        if decl.kind == .initializer || decl.kind == .enumCase { result = candidate.base ?? result }
        if decl.isFailable { result = .optional(result) }
        let parameters = decl.parameters.map { $0.type.substituting(substitution) }
        if decl.readsKey || decl.recordedKey != nil { recordedKeys.append(.dynamic) }
        return make(
            .function(decl, substitution: substitution, base: candidate.selfValue),
            .function(
                Type.FunctionType(parameters, result, isThrowing: decl.throwing == .always, inouts: inouts)), node)
    }

    // MARK: Subscripts

    func subscriptCall(_ syntax: SubscriptCallExprSyntax, _ expected: Type?) -> Expression {
        let base = unwrapped(check(syntax.calledExpression, expected: nil))
        decideLiteral(base)
        let type = inference.resolve(base.type)
        if type == .error {
            for argument in syntax.arguments { _ = fresh { check(argument.expression, expected: nil) } }
            return base
        }
        let arguments = syntax.arguments.map { Argument(label: $0.label.map(name), value: $0.expression) }
        if arguments.count == 1, arguments[0].value.trimmedDescription == "..." {
            let outer = isLibraryCode
            isLibraryCode = true
            defer { isLibraryCode = outer }
            guard let whole = members(of: type, named: "__whole", isStatic: false).first else {
                return fail(.noSubscript("\(shown(type))"), at: syntax)
            }
            return read(whole, of: base, syntax)
        }
        if arguments.count == 1, arguments[0].label == nil {
            switch type {
            case .nominal("Array", let element):
                let before = journal()
                let index = fresh { check(arguments[0].value, expected: .int) }
                let indexType = inference.resolve(index.type)
                if indexType == .error { return failure(syntax) }
                if indexType == .int || inference.kind(of: indexType) == .integerLiteral {
                    return make(.subscriptArray(base, coerce(index, to: .int, .argument)), element[0], syntax)
                }
                // A range, or a subscript that the notebook has added.
                rewind(to: before)
            case .nominal("Dictionary", let parts):
                let before = journal()
                let key = fresh { check(arguments[0].value, to: parts[0]) }
                if !hasErrors(since: before)
                    || members(of: type, named: "subscript", isStatic: false).allSatisfy({ $0.decl.range == nil })
                {
                    return make(.subscriptDictionary(base, key: key), .optional(parts[1]), syntax)
                }
                rewind(to: before)
            default: break
            }
        }
        if case .nominal("Dictionary", let parts) = type, arguments.count == 2, arguments[1].label == "default" {
            let key = fresh { check(arguments[0].value, to: parts[0]) }
            let fallback = fresh { check(arguments[1].value, to: parts[1]) }
            return make(.subscriptDefault(base, key: key, fallback), parts[1], syntax)
        }
        let isStatic: Bool
        let candidates: [Candidate]
        if case .metatype(let instance) = type {
            isStatic = true
            candidates = members(of: instance, named: "subscript", isStatic: true).map {
                Candidate(decl: $0.decl, selfValue: nil, base: $0.base)
            }
        } else {
            isStatic = false
            candidates = members(of: type, named: "subscript", isStatic: false).map {
                Candidate(decl: $0.decl, selfValue: base, base: $0.base)
            }
        }
        guard !candidates.isEmpty else {
            if isStatic { return fail(.noSubscript("\(shown(type))"), at: syntax) }
            if let wrapped = type.wrapped {
                report(.optionalMustBeUnwrapped("\(shown(type))", wrapped: "\(shown(wrapped))"), at: base.range)
                return failure(syntax)
            }
            return fail(.noSubscript("\(shown(type))"), at: syntax)
        }
        let result = resolve(candidates, "subscript", arguments, syntax, syntax.leftSquare, expected)
        if syntax.calledExpression.is(SuperExprSyntax.self) { makeDirect(result) }
        return result
    }
}
