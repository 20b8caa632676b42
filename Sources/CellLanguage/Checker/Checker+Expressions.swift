import Diagnostics
import SwiftParser
import SwiftSyntax

extension Checker {
    /// Checks an expression; `expected` is what its surroundings would like, a hint and not a demand.
    func check(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        if depth == 0 { return checkWhole(syntax, expected: expected) }
        depth += 1
        defer { depth -= 1 }
        // Nothing more is tried then: every link of a chain would fail anew.
        if depth > 200 { effort = Self.tooDeep }
        effort -= 1
        if effort < 0 { return failure(syntax) }
        let isPostfix =
            syntax.is(MemberAccessExprSyntax.self) || syntax.is(FunctionCallExprSyntax.self)
            || syntax.is(SubscriptCallExprSyntax.self) || syntax.is(ForceUnwrapExprSyntax.self)
            || syntax.is(OptionalChainingExprSyntax.self)
        let value =
            isPostfix && chainDepth == 0 ? chained(syntax, expected) : checkPlain(syntax, expected: expected)
        if inference.isExcessive(value.type) { return fail(.typeTooLarge, at: syntax) }
        return value
    }

    /// An expression that is no part of another. Attempts inside attempts may take for ever; after a generous number of
    /// steps nothing is tried any more, and one sentence stands for all that was found on the way.
    private func checkWhole(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        let before = journal()
        depth = 1
        defer { depth = 0 }
        effort = Self.effort + Self.effortPerByte * syntax.totalLength.utf8Length
        let value = check(syntax, expected: expected)
        if effort >= 0 { return value }
        rewind(to: before)
        return fail(effort < Self.tooDeep / 2 ? .tooDeep : .tooComplex, at: syntax)
    }

    private static let tooDeep = Int.min / 2
    private static let effort = 50_000
    private static let effortPerByte = 20

    /// The outermost postfix expression: optional chains inside it end here.
    private func chained(_ syntax: ExprSyntax, _ expected: Type?) -> Expression {
        let outer = chains
        chains = []
        chainDepth = 1
        defer {
            chains = outer
            chainDepth = 0
        }
        // What an optional chain should give, its end should give without the optional.
        let inner = expected.flatMap { hasChain(syntax) ? inference.resolve($0).wrapped ?? $0 : $0 }
        return closeChains(checkPlain(syntax, expected: inner))
    }

    private func hasChain(_ syntax: ExprSyntax) -> Bool {
        var current: ExprSyntax? = syntax
        while let node = current {
            if node.is(OptionalChainingExprSyntax.self) { return true }
            current =
                node.as(MemberAccessExprSyntax.self)?.base ?? node.as(FunctionCallExprSyntax.self)?.calledExpression
                ?? node.as(SubscriptCallExprSyntax.self)?.calledExpression
                ?? node.as(ForceUnwrapExprSyntax.self)?.expression
        }
        return false
    }

    func closeChains(_ expression: Expression) -> Expression {
        var result = expression
        for (base, variable) in chains.reversed() {
            let type = inference.resolve(result.type)
            if type == .error { return result }
            let isWrapped = type.isOptional || type == .void
            let rest = isWrapped ? result : make(.wrap(result), .optional(type), at: result.range)
            result = make(
                .chain(base: base, variable, rest: rest),
                type == .void ? .optional(.void) : inference.resolve(rest.type),
                at: base.range.union(result.range))
        }
        chains = []
        return result
    }

    /// Arguments, closures and the like are expressions of their own.
    func fresh<T>(_ body: () -> T) -> T {
        let (outer, outerDepth) = (chains, chainDepth)
        chains = []
        chainDepth = 0
        defer { (chains, chainDepth) = (outer, outerDepth) }
        return body()
    }

    private func checkPlain(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        switch syntax.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let literal): return integer(literal, negative: false)
        case .floatLiteralExpr(let literal):
            return make(.float(literal.representedLiteralValue ?? 0), inference.fresh(.floatLiteral), syntax)
        case .booleanLiteralExpr(let literal):
            return make(.bool(literal.literal.tokenKind == .keyword(.true)), .bool, syntax)
        case .stringLiteralExpr(let literal): return fresh { string(literal, expected) }
        case .simpleStringLiteralExpr(let literal):
            return make(.string(literal.segments.map(\.content.text).joined()), .string, syntax)
        case .nilLiteralExpr:
            let type = expected.map(inference.resolve) ?? inference.fresh()
            return make(.nil, type.isOptional ? type : .optional(inference.fresh()), syntax)
        case .arrayExpr(let array): return fresh { self.array(array, expected) }
        case .dictionaryExpr(let dictionary): return fresh { self.dictionary(dictionary, expected) }
        case .tupleExpr(let tuple): return fresh { self.tuple(tuple, expected) }
        case .declReferenceExpr(let reference):
            switch reference.baseName.tokenKind {
            case .binaryOperator(let name), .prefixOperator(let name), .postfixOperator(let name):
                return fresh { operatorFunction(name, reference, expected) }
            default: break
            }
            return self.reference(name(reference.baseName), reference, expected: expected, labels: labels(reference))
        case .memberAccessExpr(let member): return self.member(member, expected)
        case .functionCallExpr(let call): return self.call(call, expected)
        case .subscriptCallExpr(let call): return subscriptCall(call, expected)
        case .closureExpr(let closure): return fresh { self.closure(closure, expected) }
        case .infixOperatorExpr(let infix): return fresh { self.infix(infix, expected) }
        case .prefixOperatorExpr(let prefix): return fresh { self.prefix(prefix, expected) }
        case .postfixOperatorExpr(let postfix): return fresh { self.postfix(postfix) }
        case .ternaryExpr(let ternary): return fresh { self.ternary(ternary, expected) }
        case .forceUnwrapExpr(let unwrap): return forceUnwrap(unwrap, expected)
        case .optionalChainingExpr(let chain): return optionalChain(chain)
        case .tryExpr(let attempt): return fresh { self.attempt(attempt, expected) }
        case .asExpr(let cast): return fresh { self.cast(cast, expected) }
        case .isExpr(let test): return fresh { self.typeTest(test) }
        case .ifExpr(let conditional): return fresh { valueOf(conditional, expected) }
        case .switchExpr(let choice): return fresh { valueOf(choice, expected) }
        case .keyPathExpr(let path): return fresh { keyPath(path, expected) }
        case .superExpr: return superReference(syntax)
        case .inOutExpr(let place):
            return fail(.needlessAmpersand, at: place)
        case .genericSpecializationExpr(let special):
            return genericType(special)
        case .macroExpansionExpr(let macro):
            if ["file", "function", "line", "column", "fileID", "filePath"].contains(macro.macroName.text) {
                return fail(.unsupported(.other("#" + macro.macroName.text)), at: syntax)
            }
            return fail(.unsupported(.macros), at: syntax)
        default: return fail(.unsupported(Refusal.feature(of: syntax)), at: syntax)
        }
    }

    /// The labels of `f(_:by:)`.
    private func labels(_ reference: DeclReferenceExprSyntax) -> [String?]? {
        reference.argumentNames?.arguments.map { $0.name.text == "_" ? nil : name($0.name) }
    }

    // MARK: Literals

    private func ternary(_ syntax: TernaryExprSyntax, _ expected: Type?) -> Expression {
        let condition = check(syntax.condition, to: .bool)
        if let expected, !inference.hasVariables(expected) {
            let before = journal()
            let then = check(syntax.thenExpression, to: expected, .annotation)
            let otherwise = check(syntax.elseExpression, to: expected, .annotation)
            if !hasErrors(since: before) { return make(.ternary(condition, then, otherwise), expected, syntax) }
            // What was expected is a hint: the operands of `+=` may be of different types.
            let blame = Array(diagnostics[before.diagnostics...])
            rewind(to: before)
            let element = inference.fresh()
            let values = joined([syntax.thenExpression, syntax.elseExpression], element)
            if !hasErrors(since: before), values.allSatisfy({ $0.type != .error }) {
                return make(.ternary(condition, values[0], values[1]), element, syntax)
            }
            rewind(to: before)
            diagnostics += blame
            return failure(syntax)
        }
        let element = inference.fresh()
        if let expected, inference.kind(of: expected) != .any, !inference.resolve(expected).isOptional {
            _ = inference.unify(element, expected)
        }
        let values = joined(
            [syntax.thenExpression, syntax.elseExpression], element, mismatch: CheckerMessage.ternaryMismatch)
        if values.contains(where: { $0.type == .error })
            || inference.isOpen(element) && values.allSatisfy({ $0.type != element })
        {
            return failure(syntax)
        }
        return make(.ternary(condition, values[0], values[1]), element, syntax)
    }

    // MARK: Names

    func reference(
        _ name: String, _ node: some SyntaxProtocol, expected: Type? = nil, labels: [String?]? = nil
    ) -> Expression {
        if name == "self" { return selfReference(node) }
        if name == "Self", let scope = selfScope { return make(.type, .metatype(scope.selfType), node) }
        switch lookUp(name) {
        case .variable(let variable): return reference(to: variable, node)
        case .functions(let overloads):
            let all = overloads + (scopes[0].names[name] != nil ? library.free(name) : [])
            return functionValue(
                all.map { Candidate(decl: $0, selfValue: nil, base: nil) }, name, node, expected, labels)
        case .members(let scope): return implicitMember(name, scope, node, expected, labels)
        case nil: break
        }
        if let entity = lookUpType(name) { return typeReference(entity, name, node) }
        if name.hasPrefix("__"), !isLibraryCode {
            return fail(.notInScope(name, suggestion: nil), at: node)
        }
        let free = library.free(name)
        if let value = free.first(where: { $0.kind == .property }) {
            note(value, arguments: [], at: range(node))
            return call(value, [:], [], value.result, at: range(node))
        }
        if !free.isEmpty {
            return functionValue(
                free.map { Candidate(decl: $0, selfValue: nil, base: nil) }, name, node, expected, labels)
        }
        if ["Any", "Void", "Never"].contains(name) {
            let type: Type = name == "Any" ? .any : name == "Void" ? .void : .never
            return make(.type, .metatype(type), node)
        }
        if let reason = Self.refusedNames[name] { return fail(.unsupportedName(name, reason: reason), at: node) }
        for scope in scopes.reversed() {
            if let later = scope.declaredLater[name] {
                report(
                    .usedBeforeDeclaration(name), at: range(node),
                    notes: [DiagnosticNote(CheckerMessage.declaredHere(name), at: later)])
                return failure(node)
            }
        }
        let suggestion = ForeignNames.names[name] == nil ? Spelling.nearest(to: name, among: namesInScope()) : nil
        report(
            .notInScope(name, suggestion: suggestion), at: range(node),
            fixIts: suggestion.map { [FixIt(replace: range(node), with: $0)] } ?? [])
        return failure(node)
    }

    func reference(to variable: Variable, _ node: some SyntaxProtocol) -> Expression {
        variable.isRead = true
        variable.topLevel?.use(at: range(node))
        function?.use(variable)
        if let accessors = variable.accessors {
            if !variable.isGlobal {
                for body in [accessors.body, accessors.setBody] { body.map { function?.call($0) } }
            }
            return call(accessors, [:], [], accessors.result, at: range(node))
        }
        let value = make(.variable(variable), variable.type, node)
        value.isImplicitlyUnwrapped = variable.isImplicitlyUnwrapped
        return value
    }

    /// A value declared `T!` as a `T`.
    func unwrapped(_ value: Expression) -> Expression {
        guard value.isImplicitlyUnwrapped, let wrapped = inference.resolve(value.type).wrapped else { return value }
        return make(.unwrap(value), wrapped, at: value.range)
    }

    func typeReference(_ entity: TypeEntity, _ name: String, _ node: some SyntaxProtocol) -> Expression {
        switch entity {
        case .type(let type): return make(.type, .metatype(type), node)
        case .alias(let generics, let type):
            let substitution = Dictionary(uniqueKeysWithValues: generics.map { ($0, inference.fresh()) })
            return make(.type, .metatype(type.substituting(substitution)), node)
        case .nominal(let nominal):
            use(nominal, at: range(node))
            if nominal.kind == .protocol { return make(.type, .metatype(.existential([nominal.key])), node) }
            if let scope = scopes.last(where: { $0.member?.nominal === nominal })?.member, !nominal.generics.isEmpty,
                case .nominal(_, let arguments) = scope.selfType, !arguments.isEmpty
            {
                // Inside its own declaration the bare name means the type with its own parameters.
                return make(.type, .metatype(.nominal(nominal.key, arguments)), node)
            }
            return make(.type, .metatype(.nominal(nominal.key, nominal.generics.map { _ in inference.fresh() })), node)
        }
    }

    private func selfReference(_ node: some SyntaxProtocol) -> Expression {
        guard let scope = selfScope else { return fail(.notInScope("self", suggestion: nil), at: node) }
        guard let variable = scope.selfVariable else { return make(.type, .metatype(scope.selfType), node) }
        variable.isRead = true
        function?.use(variable)
        return make(.variable(variable), scope.selfType, node)
    }

    private func superReference(_ node: ExprSyntax) -> Expression {
        guard let scope = selfScope, let variable = scope.selfVariable, let superclass = superclass(of: scope.selfType)
        else { return fail(.superOutsideClass, at: node) }
        variable.isRead = true
        function?.use(variable)
        let value = make(.variable(variable), scope.selfType, node)
        return make(.convert(value), superclass, node)
    }

    /// A member named without `self.`.
    private func implicitMember(
        _ name: String, _ scope: MemberScope, _ node: some SyntaxProtocol, _ expected: Type?, _ labels: [String?]?
    ) -> Expression {
        let statics = members(of: scope.selfType, named: name, isStatic: true)
        if let variable = scope.selfVariable {
            let found = members(of: scope.selfType, named: name, isStatic: false)
            if !found.isEmpty {
                variable.isRead = true
                function?.use(variable)
                let base = make(.variable(variable), scope.selfType, at: range(node))
                return memberValue(found, base, name, node, expected, labels)
            }
            if !statics.isEmpty {
                return fail(.staticThroughInstance(name, type: "\(scope.selfType)"), at: node)
            }
        }
        if !statics.isEmpty { return staticValue(statics, scope.selfType, name, node, expected, labels) }
        return fail(.instanceMemberOnType(name, type: "\(scope.selfType)"), at: node)
    }

    private func genericType(_ syntax: GenericSpecializationExprSyntax) -> Expression {
        if let base = syntax.expression.as(DeclReferenceExprSyntax.self) {
            let type = self.type(
                TypeSyntax(
                    IdentifierTypeSyntax(name: base.baseName, genericArgumentClause: syntax.genericArgumentClause)),
                as: syntax)
            return make(.type, .metatype(type), syntax)
        }
        return fail(.unsupported(.other(syntax.trimmedDescription)), at: syntax)
    }

    /// A type put together from parts of an expression, whose own place is the expression's.
    func type(_ made: TypeSyntax, as original: some SyntaxProtocol) -> Type {
        let outer = offset
        offset = range(original).lower
        defer { offset = outer }
        return type(made)
    }

    // MARK: Optionals, try

    private func forceUnwrap(_ syntax: ForceUnwrapExprSyntax, _ expected: Type?) -> Expression {
        let value = check(syntax.expression, expected: expected.map { .optional($0) })
        let type = inference.resolve(value.type)
        if type == .error { return value }
        guard let wrapped = type.wrapped else {
            return fail(.unwrapNonOptional("\(shown(type))"), at: syntax)
        }
        return make(.unwrap(value), wrapped, syntax)
    }

    private func optionalChain(_ syntax: OptionalChainingExprSyntax) -> Expression {
        let base = check(syntax.expression, expected: nil)
        let type = inference.resolve(base.type)
        if type == .error { return base }
        if case .metatype(let instance) = type { return make(.type, .metatype(.optional(instance)), syntax) }
        guard let wrapped = type.wrapped else { return fail(.chainOnNonOptional("\(shown(type))"), at: syntax) }
        let variable = makeVariable("$chain", wrapped, isLet: false, at: SourceRange(at: base.range.lower))
        variable.isMutated = true
        chains.append((base, variable))
        return make(.variable(variable), wrapped, syntax)
    }

    private func attempt(_ syntax: TryExprSyntax, _ expected: Type?) -> Expression {
        let (before, delayed) = (throwingCalls, delayedThrowingCalls)
        let outer = isInTry
        isInTry = true
        let mark = syntax.questionOrExclamationMark
        let outerCaught = isCaught
        if mark != nil { isCaught = true }
        defer { isCaught = outerCaught }
        let isOptional = mark?.tokenKind == .postfixQuestionMark
        var inner = expected
        if isOptional, let wanted = expected.map(inference.resolve) { inner = wanted.wrapped ?? wanted }
        let value = check(syntax.expression, expected: inner)
        isInTry = outer
        if value.type == .error { return value }
        if throwingCalls == before, delayedThrowingCalls == delayed {
            warn(.tryUnneeded, at: range(syntax.tryKeyword))
        }
        guard mark != nil else { return value }
        // The error ends here.
        throwingCalls = before
        if isOptional {
            let type = inference.resolve(value.type)
            let result = type.isOptional ? value : make(.wrap(value), .optional(type), syntax)
            return make(.tryOptional(result), result.type, syntax)
        }
        return make(.tryForce(value), value.type, syntax)
    }

    /// Notes what a use of a declaration means for the notebook as a whole.
    func note(_ decl: Decl, arguments: [ExprSyntax?], at place: SourceRange) {
        switch decl.recordedKey {
        case .literal(let key): recordedKeys.append(.literal(key))
        case .argument(let index):
            let literal =
                arguments.indices.contains(index)
                ? arguments[index]?.as(StringLiteralExprSyntax.self)?.representedLiteralValue : nil
            recordedKeys.append(literal.map(RecordedKey.literal) ?? .dynamic)
        case nil: break
        }
        if decl.readsKey, let literal = arguments.first??.as(StringLiteralExprSyntax.self),
            let key = literal.representedLiteralValue
        {
            readKeys.append((key, range(literal)))
        }
        if decl.throwing == .always { noteThrowing(at: place) }
    }

    func noteThrowing(at place: SourceRange) {
        throwingCalls += 1
        if isLibraryCode { return }
        if !isInTry {
            report(.tryMissing, at: place)
        } else if !isCaught, let function, !function.mayThrow, !function.isClosure {
            report(.throwsNotHandled, at: place)
        }
    }
}
