import Diagnostics
import SwiftParser
import SwiftSyntax

extension Checker {
    /// Checks an expression; `expected` is what its surroundings would like, a hint and not a demand.
    func check(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        depth += 1
        defer { depth -= 1 }
        if depth > 200 { return fail(.tooDeep, at: syntax) }
        let isPostfix =
            syntax.is(MemberAccessExprSyntax.self) || syntax.is(FunctionCallExprSyntax.self)
            || syntax.is(SubscriptCallExprSyntax.self) || syntax.is(ForceUnwrapExprSyntax.self)
        if isPostfix, chainDepth == 0 { return chained(syntax, expected) }
        return checkPlain(syntax, expected: expected)
    }

    /// The outermost postfix expression: optional chains inside it end here.
    private func chained(_ syntax: ExprSyntax, _ expected: Type?) -> Expression {
        let outer = chains
        chains = []
        chainDepth = 1
        defer {
            chains = outer
            chainDepth = 0
        }
        return closeChains(checkPlain(syntax, expected: expected))
    }

    func closeChains(_ expression: Expression) -> Expression {
        var result = expression
        for (base, variable) in chains.reversed() {
            let type = inference.resolve(result.type)
            if type == .error { return result }
            let isWrapped = type.isOptional || type == .void
            let rest = isWrapped ? result : make(.wrap(result), .optional(type), at: result.range)
            result = make(
                .chain(base: base, variable, rest: rest), type == .void ? .void : inference.resolve(rest.type),
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
        case .nilLiteralExpr:
            let type = expected.map(inference.resolve) ?? inference.fresh()
            return make(.nil, type.isOptional ? type : .optional(inference.fresh()), syntax)
        case .arrayExpr(let array): return fresh { self.array(array, expected) }
        case .dictionaryExpr(let dictionary): return fresh { self.dictionary(dictionary, expected) }
        case .tupleExpr(let tuple): return fresh { self.tuple(tuple, expected) }
        case .declReferenceExpr(let reference):
            if case .binaryOperator(let name) = reference.baseName.tokenKind {
                return fresh { operatorFunction(name, reference, expected) }
            }
            if reference.argumentNames != nil {
                return fail(.unsupported(.other(reference.trimmedDescription)), at: reference)
            }
            return self.reference(name(reference.baseName), reference, expected: expected)
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
        case .inOutExpr(let place):
            return fail(.needlessAmpersand, at: place)
        case .genericSpecializationExpr(let special):
            return genericType(special)
        default: return fail(.unsupported(Refusal.feature(of: syntax)), at: syntax)
        }
    }

    // MARK: Literals

    func integer(_ literal: IntegerLiteralExprSyntax, negative: Bool) -> Expression {
        let digits = literal.literal.text.replacing("_", with: "")
        let (text, radix): (Substring, Int) =
            switch digits.prefix(2) {
            case "0x": (digits.dropFirst(2), 16)
            case "0o": (digits.dropFirst(2), 8)
            case "0b": (digits.dropFirst(2), 2)
            default: (digits[...], 10)
            }
        guard let value = Int((negative ? "-" : "") + text, radix: radix) else {
            return fail(.integerTooLarge(literal.literal.text), at: literal)
        }
        return make(.integer(value), inference.fresh(.integerLiteral), literal)
    }

    private func string(_ literal: StringLiteralExprSyntax, _ expected: Type?) -> Expression {
        if let text = literal.representedLiteralValue {
            if let expected, inference.resolve(expected) == .character, text.count == 1 {
                return make(.string(text), .character, literal)
            }
            return make(.string(text), .string, literal)
        }
        // With interpolations: the text between them is what a literal of that text alone stands for.
        var parts: [Expression] = []
        for segment in literal.segments {
            switch segment {
            case .stringSegment(let text):
                let plain = StringLiteralExprSyntax(
                    openingPounds: literal.openingPounds, openingQuote: literal.openingQuote,
                    segments: [.stringSegment(text)], closingQuote: literal.closingQuote,
                    closingPounds: literal.closingPounds)
                parts.append(make(.string(plain.representedLiteralValue ?? text.content.text), .string, text))
            case .expressionSegment(let inner):
                guard inner.expressions.count == 1, let only = inner.expressions.first, only.label == nil else {
                    return fail(.unsupported(.other(inner.trimmedDescription)), at: inner)
                }
                parts.append(check(only.expression, expected: nil))
            }
        }
        return make(.interpolation(parts), .string, literal)
    }

    private func array(_ literal: ArrayExprSyntax, _ expected: Type?) -> Expression {
        let wanted: Type? = expected.flatMap {
            switch inference.resolve($0) {
            case .nominal("Array", let arguments): arguments[0]
            case .nominal("Optional", let arguments):
                if case .nominal("Array", let inner) = inference.resolve(arguments[0]) { inner[0] } else { nil }
            default: nil
            }
        }
        // `[Int]()` is parsed as an array literal that is called; the call takes it apart.
        let element = wanted ?? inference.fresh()
        let elements = literal.elements.map { check($0.expression, to: element, .annotation) }
        return make(.array(elements), .array(element), literal)
    }

    private func dictionary(_ literal: DictionaryExprSyntax, _ expected: Type?) -> Expression {
        var (key, value) = (inference.fresh(), inference.fresh())
        if let expected, case .nominal("Dictionary", let arguments) = inference.resolve(expected) {
            (key, value) = (arguments[0], arguments[1])
        }
        var pairs: [(Expression, Expression)] = []
        if case .elements(let elements) = literal.content {
            pairs = elements.map {
                (check($0.key, to: key, .annotation), check($0.value, to: value, .annotation))
            }
        }
        return make(.dictionary(pairs), .dictionary(key, value), literal)
    }

    private func tuple(_ literal: TupleExprSyntax, _ expected: Type?) -> Expression {
        if literal.elements.count == 1, let only = literal.elements.first {
            return check(only.expression, expected: expected)
        }
        var hints = [Type?](repeating: nil, count: literal.elements.count)
        if let expected, case .tuple(let elements) = inference.resolve(expected), elements.count == hints.count {
            hints = elements.map(\.type)
        }
        let parts = zip(literal.elements, hints).map { check($0.expression, expected: $1) }
        let types = zip(literal.elements, parts).map { Type.Element($0.label.map(name), $1.type) }
        return make(.tuple(parts), .tuple(types), literal)
    }

    private func ternary(_ syntax: TernaryExprSyntax, _ expected: Type?) -> Expression {
        let condition = check(syntax.condition, to: .bool)
        if let expected, !inference.hasVariables(expected) {
            let then = check(syntax.thenExpression, to: expected, .annotation)
            let otherwise = check(syntax.elseExpression, to: expected, .annotation)
            return make(.ternary(condition, then, otherwise), expected, syntax)
        }
        let then = check(syntax.thenExpression, expected: expected)
        let otherwise = check(syntax.elseExpression, expected: then.type)
        if case .nil = then.kind {
            return make(
                .ternary(condition, then, coerce(otherwise, to: then.type, .annotation)), then.type, syntax)
        }
        if inference.resolve(otherwise.type).isOptional, !inference.resolve(then.type).isOptional {
            let wrapped = coerce(then, to: otherwise.type, .annotation)
            return make(.ternary(condition, wrapped, otherwise), otherwise.type, syntax)
        }
        return make(.ternary(condition, then, coerce(otherwise, to: then.type, .annotation)), then.type, syntax)
    }

    // MARK: Names

    func reference(_ name: String, _ node: some SyntaxProtocol, expected: Type? = nil) -> Expression {
        switch lookUp(name) {
        case .variable(let variable):
            variable.isRead = true
            function?.use(variable)
            topLevelNames.use(variable, at: range(node))
            return make(.variable(variable), variable.type, node)
        case .functions(let overloads):
            guard overloads.count == 1 else { return fail(.noExactMatch(name), at: node) }
            let type = Type.function(
                Type.FunctionType(
                    overloads[0].parameters.map(\.type), overloads[0].result, isThrowing: overloads[0].isThrowing))
            use(overloads[0], at: range(node))
            topLevelNames.use(overloads[0], at: range(node))
            return make(.function(overloads[0]), type, node)
        case nil: break
        }
        if let type = generics[name] { return make(.type, .metatype(type), node) }
        if let declaration = library.types[name] {
            let arguments = declaration.generics.map { _ in inference.fresh() }
            return make(.type, .metatype(.nominal(name, arguments)), node)
        }
        if let value = library.free(named: name).first(where: { $0.kind == .property }) {
            note(value, arguments: [], at: range(node))
            return make(.callLibrary(value, substitution: [:], []), value.result, node)
        }
        if !library.free(named: name).isEmpty {
            return fail(.unsupported(.other(name)), at: node)
        }
        if let reason = Self.refusedNames[name] { return fail(.unsupportedName(name, reason: reason), at: node) }
        return fail(.notInScope(name, suggestion: Spelling.nearest(to: name, among: namesInScope())), at: node)
    }

    /// A nested function hands what it captured to those that call it; it may call itself, but not one declared later.
    func use(_ callee: UserFunction, at place: SourceRange) {
        let isNested = callee.context.parent?.isCell == false
        if isNested, !callee.isChecked, !isInside(callee) { report(.usedBeforeDeclaration(callee.name), at: place) }
        for variable in callee.context.captures { function?.use(variable) }
    }

    private func isInside(_ callee: UserFunction) -> Bool {
        var context = function
        while let current = context {
            if current === callee.context { return true }
            context = current.parent
        }
        return false
    }

    private static let refusedNames: [String: CheckerMessage.Feature] = [
        "FileManager": .files, "URL": .files, "URLSession": .files, "Data": .files, "FileHandle": .files,
        "ProcessInfo": .files, "Process": .files, "Date": .files, "readLine": .files, "Task": .concurrency,
        "DispatchQueue": .concurrency, "Thread": .concurrency, "UnsafePointer": .pointers,
        "UnsafeMutablePointer": .pointers, "UnsafeRawPointer": .pointers, "withUnsafePointer": .pointers,
    ]

    private func genericType(_ syntax: GenericSpecializationExprSyntax) -> Expression {
        guard let base = syntax.expression.as(DeclReferenceExprSyntax.self) else {
            return fail(.unsupported(.generics), at: syntax)
        }
        let type = self.type(
            TypeSyntax(
                IdentifierTypeSyntax(name: base.baseName, genericArgumentClause: syntax.genericArgumentClause)))
        return make(.type, .metatype(type), syntax)
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
        guard let wrapped = type.wrapped else { return fail(.chainOnNonOptional("\(shown(type))"), at: syntax) }
        let variable = makeVariable("$chain", wrapped, isLet: true, at: SourceRange(at: base.range.lower))
        chains.append((base, variable))
        return make(.variable(variable), wrapped, syntax)
    }

    private func attempt(_ syntax: TryExprSyntax, _ expected: Type?) -> Expression {
        let before = throwingCalls
        let outer = isInTry
        isInTry = true
        let value = check(syntax.expression, expected: expected)
        isInTry = outer
        if throwingCalls == before, value.type != .error {
            report(.tryUnneeded, at: range(syntax.tryKeyword), severity: .warning)
        }
        guard syntax.questionOrExclamationMark == nil else {
            return fail(.unsupported(.errorHandling), at: syntax)
        }
        if let function, !function.mayThrow, throwingCalls > before {
            if function.isClosure { function.mayThrow = true } else { report(.throwsNotHandled, at: range(syntax)) }
        }
        return value
    }

    /// Notes what a use of a library declaration means for the notebook as a whole.
    func note(_ declaration: Declaration, arguments: [ExprSyntax?], at place: SourceRange) {
        switch declaration.recordedKey {
        case .literal(let key): recordedKeys.append(.literal(key))
        case .argument(let index):
            let literal =
                arguments.indices.contains(index)
                ? arguments[index]?.as(StringLiteralExprSyntax.self)?.representedLiteralValue : nil
            recordedKeys.append(literal.map(RecordedKey.literal) ?? .dynamic)
        case nil: break
        }
        if declaration.readsKey, let literal = arguments.first??.as(StringLiteralExprSyntax.self),
            let key = literal.representedLiteralValue
        {
            readKeys.append((key, range(literal)))
        }
        if declaration.isThrowing {
            throwingCalls += 1
            if !isInTry, generics.isEmpty { report(.tryMissing, at: place) }
        }
    }
}
