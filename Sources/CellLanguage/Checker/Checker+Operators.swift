import Diagnostics
import SwiftOperators
import SwiftSyntax

extension Checker {
    func infix(_ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        if syntax.operator.is(AssignmentExprSyntax.self) { return assignment(syntax) }
        guard let node = syntax.operator.as(BinaryOperatorExprSyntax.self) else {
            return fail(.unsupported(Refusal.feature(of: syntax.operator)), at: syntax.operator)
        }
        let name = node.operator.text
        if Self.compoundOperators.contains(name) { return compound(String(name.dropLast()), syntax) }
        switch name {
        case "&&", "||":
            if let own = userOperator(name, syntax, expected) { return own }
            let left = check(syntax.leftOperand, to: .bool)
            let right = check(syntax.rightOperand, to: .bool)
            return make(name == "&&" ? .and(left, right) : .or(left, right), .bool, syntax)
        case "??": return coalesce(syntax, expected)
        case "..<", "...": return rangeExpression(name, syntax, expected)
        case "===", "!==": return identity(name, syntax)
        case "~=":
            if let own = userOperator(name, syntax, expected) { return own }
            let pattern = check(syntax.leftOperand, expected: nil)
            let value = check(syntax.rightOperand, expected: nil)
            return patternMatch(pattern, value, syntax)
        default: return binary(name, syntax, expected)
        }
    }

    static let compoundOperators: Set<String> = [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*=", "&<<=", "&>>=",
    ]

    private func coalesce(_ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        let left = check(
            syntax.leftOperand, expected: expected.map { inference.resolve($0).isOptional ? $0 : .optional($0) })
        let type = inference.resolve(left.type)
        if type == .error { return left }
        guard let wrapped = type.wrapped else {
            warn(.needlessCoalescing("\(shown(type))"), at: range(syntax.operator))
            _ = check(syntax.rightOperand, expected: type)
            return left
        }
        let before = journal()
        let right = check(syntax.rightOperand, expected: wrapped)
        let rightType = inference.resolve(right.type)
        if rightType.isOptional, !inference.resolve(wrapped).isOptional {
            return make(.coalesce(left, coerce(right, to: type, .argument)), type, syntax)
        }
        _ = before
        // `optional ?? fallback` where an existential or superclass is wanted.
        if let expected = expected.map(inference.resolve), expected.isExistential,
            !inference.resolve(wrapped).isExistential,
            left.isLooselyTyped || isMismatch(right.type, wrapped)
        {
            return make(
                .coalesce(coerce(left, to: .optional(expected), .argument), coerce(right, to: expected, .argument)),
                expected,
                syntax)
        }
        return make(.coalesce(left, coerce(right, to: wrapped, .argument)), wrapped, syntax)
    }

    private func isMismatch(_ a: Type, _ b: Type) -> Bool { !attempt { inference.unify(a, b) } }

    private func rangeExpression(_ name: String, _ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        var hint: Type?
        if case .nominal(let type, let arguments)? = expected.map(inference.resolve), type.hasSuffix("Range") {
            hint = arguments.first
        }
        let left = check(syntax.leftOperand, expected: hint)
        let right = check(syntax.rightOperand, expected: hint ?? left.type)
        if left.type == .error || right.type == .error { return failure(syntax) }
        let mark = inference.mark()
        guard inference.unify(left.type, right.type), conforms(left.type, to: "Comparable") else {
            inference.rewind(to: mark)
            return mismatched(name, left, right, syntax)
        }
        if let hint { _ = inference.unify(left.type, hint) }
        return make(.binary(name, left, right), .nominal(name == "..<" ? "Range" : "ClosedRange", [left.type]), syntax)
    }

    private func identity(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
        let left = check(syntax.leftOperand, expected: nil)
        let type = inference.resolve(left.type)
        let right = check(syntax.rightOperand, expected: type.isOptional ? type : .optional(type))
        let operands = [left, right]
        for operand in operands {
            let type = inference.resolve(operand.type)
            if type == .error { return operand }
            if case .nil = operand.kind { continue }
            if !isClass(type.wrapped.map(inference.resolve) ?? type) {
                return mismatched(name, operands[0], operands[1], syntax)
            }
        }
        return make(.binary(name, operands[0], operands[1]), .bool, syntax)
    }

    // MARK: Arithmetic and comparison

    static let comparisons: Set<String> = ["==", "!=", "<", ">", "<=", ">="]

    private func binary(_ name: String, _ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        if unknownOperators.contains(name) { return failure(syntax) }
        let isComparison = Self.comparisons.contains(name)
        if isComparison,
            syntax.rightOperand.is(NilLiteralExprSyntax.self) || syntax.leftOperand.is(NilLiteralExprSyntax.self)
        {
            return compareWithNil(name, syntax)
        }
        // What is wanted of the whole is wanted of the operands only where numbers and text are added.
        let wanted = expected.map(inference.resolve)
        let hint = isComparison || wanted?.isExistential ?? true ? nil : expected
        if syntax.rightOperand.is(ClosureExprSyntax.self), let composed = composed(name, syntax, expected) {
            return composed
        }
        let leftWaits = dependsOnContext(syntax.leftOperand)
        let rightWaits = dependsOnContext(syntax.rightOperand)
        var left: Expression
        var right: Expression
        if leftWaits, !rightWaits {
            right = check(syntax.rightOperand, expected: operandHint(hint, syntax.rightOperand))
            // `.pi / 2`: a literal says less than what is wanted of the whole.
            if inference.kind(of: right.type) != nil, let hint { _ = inference.unify(right.type, hint) }
            let isArray = syntax.leftOperand.is(ArrayExprSyntax.self)
            if isArray, let hint, case .nominal("Array", _) = inference.resolve(hint) {
                left = check(syntax.leftOperand, expected: hint)
            } else {
                left = check(syntax.leftOperand, expected: inference.resolve(right.type) == .error ? nil : right.type)
            }
        } else {
            let start = journal()
            left = check(syntax.leftOperand, expected: operandHint(hint, syntax.leftOperand))
            if left.type == .error, !rightWaits, triesOperandAgain {
                // An overload that only the other side decides.
                let blame = Array(diagnostics[start.diagnostics...])
                rewind(to: start)
                right = check(syntax.rightOperand, expected: nil)
                if right.type != .error {
                    triesOperandAgain = false
                    left = check(syntax.leftOperand, expected: shown(right.type))
                    triesOperandAgain = true
                    if left.type != .error { return operation(name, left, right, syntax, expected) }
                }
                rewind(to: start)
                diagnostics += blame
                return failure(syntax)
            }
            let before = journal()
            right = check(
                syntax.rightOperand,
                expected: rightWaits ? left.type : operandHint(hint ?? left.type, syntax.rightOperand))
            if rightWaits, hasErrors(since: before) {
                rewind(to: before)
                right = check(syntax.rightOperand, expected: hint)
            }
        }
        if left.type == .error || right.type == .error { return failure(syntax) }
        return operation(name, left, right, syntax, expected)
    }

    /// `f >>> { … }`: the operator's declaration says what the closure takes.
    private func composed(_ name: String, _ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression? {
        let before = journal()
        for decl in freeOperators(named: name) where decl.parameters.count == 2 {
            let known = Dictionary(uniqueKeysWithValues: decl.generics.map { ($0, inference.fresh()) })
            let left = check(syntax.leftOperand, to: decl.parameters[0].type.substituting(known))
            let right = check(syntax.rightOperand, to: decl.parameters[1].type.substituting(known))
            if !hasErrors(since: before), left.type != .error, right.type != .error {
                return operation(name, left, right, syntax, expected)
            }
            rewind(to: before)
        }
        return nil
    }

    /// A hint for an operand that is a literal or a generic call; one that would mislead is not given.
    private func operandHint(_ hint: Type?, _ syntax: ExprSyntax) -> Type? {
        guard let hint = hint.map(inference.resolve), !hint.isOptional else { return nil }
        return hint
    }

    func operation(
        _ name: String, _ left: Expression, _ right: Expression, _ syntax: some ExprSyntaxProtocol, _ expected: Type?
    ) -> Expression {
        var (left, right) = (left, right)
        // `T!` beside a `T` is one.
        if left.isImplicitlyUnwrapped, !inference.resolve(right.type).isOptional { left = unwrapped(left) }
        if right.isImplicitlyUnwrapped, !inference.resolve(left.type).isOptional { right = unwrapped(right) }
        if left.isImplicitlyUnwrapped, right.isImplicitlyUnwrapped, !Self.comparisons.contains(name) {
            (left, right) = (unwrapped(left), unwrapped(right))
        }
        let isComparison = Self.comparisons.contains(name)
        if isShift(name), isInteger(left.type), isInteger(right.type) {
            if inference.resolve(right.type).isVariable { _ = inference.unify(right.type, .int) }
            return make(.binary(name, left, right), left.type, syntax)
        }
        // The machine's own operators, where both sides are plainly of its types.
        let (a, b) = (inference.resolve(left.type), inference.resolve(right.type))
        if isMachineType(a), isMachineType(b) {
            let mark = inference.mark()
            if inference.unify(a, b), supports(name, inference.resolve(a)) {
                if userOperatorExists(name, a, b) == false {
                    return make(.binary(name, left, right), isComparison ? .bool : left.type, syntax)
                }
            }
            inference.rewind(to: mark)
        }
        if let declared = declaredOperator(name, left, right, syntax, expected) { return declared }
        if isComparison {
            if a.isOptional, !b.isOptional { right = coerce(right, to: a, .argument) }
            if b.isOptional, !a.isOptional { left = coerce(left, to: b, .argument) }
            if left.type == .error || right.type == .error { return failure(syntax) }
        }
        let mark = inference.mark()
        if inference.unify(left.type, right.type), supports(name, inference.resolve(left.type)) {
            return make(.binary(name, left, right), isComparison ? .bool : left.type, syntax)
        }
        inference.rewind(to: mark)
        if name == "+", let joined = concatenation(left, right, syntax) { return joined }
        if name == "==" || name == "!=", case .metatype = a, case .metatype = b {
            return make(.binary(name, left, right), .bool, syntax)
        }
        // One side's class is the other's ancestor.
        if isComparison, a != b, isClass(b), isSubclass(a, of: b) {
            return operation(name, make(.convert(left), b, at: left.range), right, syntax, expected)
        }
        if isComparison, a != b, isClass(a), isSubclass(b, of: a) {
            return operation(name, left, make(.convert(right), a, at: right.range), syntax, expected)
        }
        return mismatched(name, left, right, syntax)
    }

    func isShift(_ name: String) -> Bool { ["<<", ">>", "&<<", "&>>"].contains(name) }

    func isInteger(_ type: Type) -> Bool {
        let type = inference.resolve(type)
        return inference.kind(of: type) == .integerLiteral || conforms(type, to: "BinaryInteger")
    }

    /// Numbers, text and booleans, whose operators nobody can take away.
    func isMachineType(_ type: Type) -> Bool {
        switch type {
        case .variable: return inference.kind(of: type) != .any
        case .nominal(let name, _): return Self.machineTypes.contains(name)
        default: return false
        }
    }

    static let machineTypes: Set<String> = [
        "Int", "Double", "Bool", "String", "Character", "Float", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8",
        "UInt16", "UInt32", "UInt64", "Substring",
    ]

    /// Whether the notebook has an operator of this name for exactly these types.
    func userOperatorExists(_ name: String, _ a: Type, _ b: Type) -> Bool {
        let all = (userOperators[name] ?? []) + memberOperators(name, a)
        return all.contains { decl in
            decl.range != nil && decl.parameters.count == 2 && decl.generics.isEmpty
                && attempt {
                    inference.unify(decl.parameters[0].type, a) && inference.unify(decl.parameters[1].type, b)
                }
        }
    }

    func memberOperators(_ name: String, _ type: Type) -> [Decl] {
        guard case .nominal(let key, _) = type else { return [] }
        return (nominal(key)?.members[name] ?? []).filter { $0.kind == .operator }
    }

    private func mismatched(
        _ name: String, _ left: Expression, _ right: Expression, _ syntax: some ExprSyntaxProtocol
    ) -> Expression {
        let place = syntax.as(InfixOperatorExprSyntax.self).map { range($0.operator) } ?? range(syntax)
        let (a, b) = (shown(left.type), shown(right.type))
        if let wrapped = a.wrapped, !b.isOptional, wrapped == b || isNumber(wrapped) {
            report(.optionalMustBeUnwrapped("\(a)", wrapped: "\(wrapped)"), at: left.range)
        } else if let wrapped = a.wrapped, a == b, right.isWrapped {
            report(.optionalMustBeUnwrapped("\(a)", wrapped: "\(wrapped)"), at: left.range)
        } else if let wrapped = b.wrapped, a == b, left.isWrapped {
            report(.optionalMustBeUnwrapped("\(b)", wrapped: "\(wrapped)"), at: right.range)
        } else if let wrapped = b.wrapped, !a.isOptional, wrapped == a || isNumber(wrapped) {
            report(.optionalMustBeUnwrapped("\(b)", wrapped: "\(wrapped)"), at: right.range)
        } else {
            report(.binaryOperands(name, "\(a)", "\(b)"), at: place)
        }
        return failure(syntax)
    }

    private func isNumber(_ type: Type) -> Bool { conforms(type, to: "Numeric") }

    private func compareWithNil(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
        let isLeftNil = syntax.leftOperand.is(NilLiteralExprSyntax.self)
        let value = check(isLeftNil ? syntax.rightOperand : syntax.leftOperand, expected: nil)
        if value.type == .error { return value }
        guard name == "==" || name == "!=" else {
            report(.binaryOperands(name, "\(shown(value.type))", "nil"), at: range(syntax.operator))
            return failure(syntax)
        }
        guard inference.resolve(value.type).isOptional else {
            warn(
                .neverNil("\(shown(value.type))", isEqual: name == "=="), at: range(syntax.operator))
            return make(.bool(name == "!="), .bool, syntax)
        }
        let none = make(.nil, value.type, at: range(isLeftNil ? syntax.leftOperand : syntax.rightOperand))
        return make(.binary(name, value, none), .bool, syntax)
    }

    /// Whether an operator that the machine or the compiler provides takes two values of a type.
    func supports(_ name: String, _ type: Type) -> Bool {
        if case .variable = type { return inference.kind(of: type) != .any && supports(name, shown(type)) }
        switch name {
        case "==", "!=":
            if case .tuple(let elements) = type {
                return elements.allSatisfy { supports(name, inference.resolve($0.type)) }
            }
            return conforms(type, to: "Equatable") && !type.isExistential
        case "<", ">", "<=", ">=":
            if case .tuple(let elements) = type {
                return elements.allSatisfy { supports(name, inference.resolve($0.type)) }
            }
            return conforms(type, to: "Comparable") && !type.isExistential
        case "+":
            if case .nominal("Array", _) = type { return true }
            return type == .string || conforms(type, to: "AdditiveArithmetic")
        case "-": return conforms(type, to: "AdditiveArithmetic")
        case "*": return conforms(type, to: "Numeric")
        case "/": return conforms(type, to: "BinaryInteger") || conforms(type, to: "FloatingPoint")
        case "%", "&", "|", "^", "<<", ">>": return conforms(type, to: "BinaryInteger")
        case "&+", "&-", "&*", "&<<", "&>>": return conforms(type, to: "FixedWidthInteger")
        default: return false
        }
    }

    /// `array + slice`, `string + substring`: the left side's kind with the elements of both.
    func concatenation(
        _ left: Expression, _ right: Expression, _ syntax: some ExprSyntaxProtocol
    ) -> Expression? {
        guard case .nominal(let name, let arguments) = inference.resolve(left.type), name == "Array",
            let element = element(of: right.type), let made = library.free("__concatenated").first
        else { return nil }
        let mark = inference.mark()
        guard inference.unify(arguments[0], element) else {
            inference.rewind(to: mark)
            return nil
        }
        let substitution = Dictionary(
            zip(made.generics, [arguments[0], inference.resolve(right.type)]), uniquingKeysWith: { first, _ in first })
        return call(made, substitution, [left, right], left.type, at: range(syntax))
    }

    // MARK: Operators that are declared

    func patternMatch(_ pattern: Expression, _ value: Expression, _ syntax: some ExprSyntaxProtocol) -> Expression {
        if pattern.type == .error || value.type == .error { return failure(syntax) }
        if let declared = declaredOperator("~=", pattern, value, syntax, nil) { return declared }
        if let contains = rangeTest(pattern, value, at: range(syntax)) { return contains }
        return operation("==", value, coerce(pattern, to: value.type, .annotation), syntax, nil)
    }

    /// `range ~= value`
    func rangeTest(_ pattern: Expression, _ value: Expression, at place: SourceRange) -> Expression? {
        guard case .nominal(let name, let arguments) = inference.resolve(pattern.type), name.contains("Range"),
            arguments.count == 1
        else { return nil }
        let mark = inference.mark()
        guard inference.unify(arguments[0], value.type),
            let contains = members(of: pattern.type, named: "contains", isStatic: false).first(where: {
                $0.decl.parameters.count == 1 && $0.decl.parameters[0].label == nil && $0.decl.owner?.kind != .protocol
            })
        else {
            inference.rewind(to: mark)
            return nil
        }
        return call(
            contains.decl, selfSubstitution(contains.decl, pattern.type), [pattern, value], .bool, at: place)
    }

    // MARK: Prefix and postfix

    func prefix(_ syntax: PrefixOperatorExprSyntax, _ expected: Type?) -> Expression {
        let name = syntax.operator.text
        if name == "-", let literal = syntax.expression.as(IntegerLiteralExprSyntax.self) {
            return integer(literal, negative: true)
        }
        if name == "-", let literal = syntax.expression.as(FloatLiteralExprSyntax.self) {
            return make(.float(-(literal.representedLiteralValue ?? 0)), inference.fresh(.floatLiteral), syntax)
        }
        if name == "..<" || name == "..." {
            let bound = check(syntax.expression, expected: .int)
            if bound.type == .error { return bound }
            let type = Type.nominal(name == "..<" ? "PartialRangeUpTo" : "PartialRangeThrough", [bound.type])
            return make(.unary(name, bound), type, syntax)
        }
        let hint = expected.map(inference.resolve).flatMap { $0.isExistential || $0.isOptional ? nil : $0 }
        let value = check(syntax.expression, expected: name == "!" ? .bool : hint)
        if value.type == .error { return value }
        return prefixed(name, value, syntax, syntax.operator)
    }

    func prefixed(
        _ name: String, _ value: Expression, _ syntax: some ExprSyntaxProtocol, _ place: some SyntaxProtocol
    ) -> Expression {
        let type = inference.resolve(value.type)
        for candidate in operators(named: name, of: type)
        where candidate.decl.parameters.count == 1 && candidate.decl.fixity != .postfix {
            let before = journal()
            let result = apply(candidate, [value], syntax)
            if !hasErrors(since: before), result.type != .error { return result }
            rewind(to: before)
        }
        let isNumber = conforms(type, to: "SignedNumeric") || inference.kind(of: type) == .integerLiteral
        let isFine =
            switch name {
            case "-": isNumber
            case "+": conforms(type, to: "AdditiveArithmetic")
            case "!": type == .bool
            case "~": conforms(type, to: "BinaryInteger")
            default: false
            }
        guard isFine else {
            if let wrapped = type.wrapped {
                report(.optionalMustBeUnwrapped("\(shown(type))", wrapped: "\(shown(wrapped))"), at: value.range)
                return failure(syntax)
            }
            if userOperators[name] == nil, !["-", "+", "!", "~"].contains(name) {
                return fail(.unknownOperator(name), at: place)
            }
            return fail(.unaryOperand(name, "\(shown(type))"), at: place)
        }
        return name == "+" ? value : make(.unary(name, value), value.type, syntax)
    }

    func postfix(_ syntax: PostfixOperatorExprSyntax) -> Expression {
        let name = syntax.operator.text
        let value = check(syntax.expression, expected: name == "..." ? .int : nil)
        if value.type == .error { return value }
        if name == "..." {
            return make(.unary("postfix...", value), .nominal("PartialRangeFrom", [value.type]), syntax)
        }
        for candidate in operators(named: name, of: value.type) where candidate.decl.fixity == .postfix {
            let before = journal()
            let result = apply(candidate, [value], syntax)
            if !hasErrors(since: before), result.type != .error { return result }
            rewind(to: before)
        }
        return fail(.unknownOperator(name), at: syntax.operator)
    }
}

extension Expression {
    /// A value that became an optional only because one was wanted.
    fileprivate var isWrapped: Bool {
        switch kind {
        case .wrap, .integer, .float: true
        default: false
        }
    }

    /// Whether swiftc decides the type of `?? literal` behind it by the literal when anything may stand there: behind
    /// optional chains and generic calls.
    var isLooselyTyped: Bool {
        switch kind {
        case .chain: true
        case .call(let call): call.decl.kind == .function && !call.decl.generics.isEmpty
        default: false
        }
    }

    var isLibraryCall: Bool { if case .call(let call) = kind { call.decl.range == nil } else { false } }
}
