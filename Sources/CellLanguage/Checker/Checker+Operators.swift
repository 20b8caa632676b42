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
            report(.needlessCoalescing("\(shown(type))"), at: range(syntax.operator), severity: .warning)
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

    private func isShift(_ name: String) -> Bool { ["<<", ">>", "&<<", "&>>"].contains(name) }

    private func isInteger(_ type: Type) -> Bool {
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
    private func userOperatorExists(_ name: String, _ a: Type, _ b: Type) -> Bool {
        let all = (userOperators[name] ?? []) + memberOperators(name, a)
        return all.contains { decl in
            decl.range != nil && decl.parameters.count == 2 && decl.generics.isEmpty
                && attempt {
                    inference.unify(decl.parameters[0].type, a) && inference.unify(decl.parameters[1].type, b)
                }
        }
    }

    private func memberOperators(_ name: String, _ type: Type) -> [Decl] {
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
            report(
                .neverNil("\(shown(value.type))", isEqual: name == "=="), at: range(syntax.operator), severity: .warning
            )
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
    private func concatenation(
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

    /// An operator function of the notebook or the library for these operands; the one that fits best.
    private func declaredOperator(
        _ name: String, _ left: Expression, _ right: Expression, _ syntax: some ExprSyntaxProtocol, _ expected: Type?
    ) -> Expression? {
        var seen: [ObjectIdentifier] = []
        var candidates: [MemberRef] = []
        for type in [left.type, right.type] {
            for found in operators(named: name, of: type) where !seen.contains(ObjectIdentifier(found.decl)) {
                seen.append(ObjectIdentifier(found.decl))
                if found.decl.isRequirement, inference.resolve(found.base).isExistential { continue }
                if found.decl.parameters.count == 2 { candidates.append(found) }
            }
        }
        // `!=`, `>`, `<=`, `>=` of a type that declares `==` or `<` follow from it.
        if candidates.isEmpty { return nil }
        var best: [(MemberRef, Cost)] = []
        for candidate in candidates {
            let before = journal()
            cost = Cost()
            let start = pending.count
            let result = apply(candidate, [left, right], syntax)
            if !hasErrors(since: before), result.type != .error {
                var total = cost
                _ = start
                for operand in [left, right] { total.literals += changedLiterals(operand) }
                if let expected, !expected.isExistential, !attempt({ inference.unify(result.type, expected) }) {
                    total.literals += 1
                }
                if let known = best.first, total < known.1 { best = [] }
                if best.isEmpty || best[0].1 == total { best.append((candidate, total)) }
            }
            rewind(to: before)
        }
        guard !best.isEmpty else { return nil }
        var chosen = best[0].0
        if best.count > 1 {
            let specific = mostSpecific(best.map { Candidate(decl: $0.0.decl, selfValue: nil, base: $0.0.base) })
            if let first = specific.first, let found = best.first(where: { $0.0.decl === first.decl }) {
                chosen = found.0
            }
        }
        return apply(chosen, [left, right], syntax)
    }

    private func changedLiterals(_ operand: Expression) -> Int {
        switch operand.kind {
        case .integer: inference.resolve(operand.type) == .int || inference.resolve(operand.type).isVariable ? 0 : 1
        case .float: inference.resolve(operand.type) == .double || inference.resolve(operand.type).isVariable ? 0 : 1
        default: 0
        }
    }

    private func apply(
        _ candidate: MemberRef, _ operands: [Expression], _ syntax: some ExprSyntaxProtocol
    ) -> Expression {
        let decl = candidate.decl
        var substitution: [String: Type] = [:]
        if let owner = decl.owner {
            if owner.kind == .protocol {
                substitution = ["Self": decl.isRequirement ? inference.fresh() : candidate.base]
                if decl.isRequirement { substitution["Self"] = candidate.base }
            } else {
                for generic in owner.generics { substitution[generic] = inference.fresh() }
                substitution["Self"] = .nominal(owner.key, owner.generics.map { substitution[$0] ?? .error })
            }
        }
        for generic in decl.generics { substitution[generic] = inference.fresh() }
        let place = syntax.as(InfixOperatorExprSyntax.self).map { range($0.operator) } ?? range(syntax)
        let written = syntax.as(InfixOperatorExprSyntax.self).map { [$0.leftOperand, $0.rightOperand] }
        // `element ∈ all`: what `S.Element` is the other operand says.
        let types = decl.parameters.map { $0.type.substituting(substitution) }
        let order = operands.indices.sorted { !isUndecided(types[$0]) && isUndecided(types[$1]) }
        var values = operands
        for index in order {
            let parameter = decl.parameters[index]
            if parameter.isAutoclosure, let written, operands.count == 2 {
                values[index] = autoclosure(written[index], types[index])
            } else {
                values[index] =
                    parameter.isInout
                    ? passed(operands[index], types[index]) : coerce(operands[index], to: types[index], .argument)
            }
        }
        check(decl.requirements, substitution, decl.name, at: place)
        noteOperator(decl, values, at: range(syntax))
        use(decl, at: place)
        return call(decl, substitution, values, decl.result.substituting(substitution), at: range(syntax))
    }

    private func passed(_ operand: Expression, _ type: Type) -> Expression {
        if !inference.unify(operand.type, type) { return mismatch(operand, operand.type, type, .argument) }
        return place(operand)
    }

    private func noteOperator(_ decl: Decl, _ values: [Expression], at place: SourceRange) {
        if decl.throwing == .always { noteThrowing(at: place) }
    }

    /// An operator of the notebook whose operands are checked by its own parameters.
    private func userOperator(
        _ name: String, _ syntax: InfixOperatorExprSyntax, _ expected: Type?
    ) -> Expression? {
        guard userOperators[name] != nil || memberOperatorNames.contains(name) else { return nil }
        let before = journal()
        let left = check(syntax.leftOperand, expected: nil)
        let right = check(syntax.rightOperand, expected: nil)
        if !hasErrors(since: before), let result = declaredOperator(name, left, right, syntax, expected) {
            return result
        }
        rewind(to: before)
        return nil
    }

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

    // MARK: Operators as functions

    /// An operator passed as a function, `reduce(0, +)`: the closure `{ $0 + $1 }`.
    func operatorFunction(_ name: String, _ syntax: DeclReferenceExprSyntax, _ expected: Type?) -> Expression {
        guard let expected, case .function(let wanted) = inference.resolve(expected),
            (1...2).contains(wanted.parameters.count)
        else {
            return fail(.unsupported(.other(name)), at: syntax)
        }
        let context = FunctionContext(
            name: name, parent: function, result: wanted.result, kind: .closure, mayThrow: false)
        let outer = function
        function = context
        defer { function = outer }
        // `zip(a, b).map(*)`: an operator takes a pair apart.
        if wanted.parameters.count == 1, case .tuple(let pair) = inference.resolve(wanted.parameters[0]),
            pair.count == 2,
            !["-", "+", "!", "~"].contains(name) || inference.resolve(wanted.parameters[0]) != .void
        {
            let parameter = Variable(
                name: "$0", type: wanted.parameters[0], isLet: true, range: SourceRange(at: range(syntax).lower),
                owner: context)
            pendingVariables.append(parameter)
            context.parameters.append(parameter)
            let whole = make(.variable(parameter), parameter.type, syntax)
            let parts = pair.indices.map { make(.element(whole, $0), pair[$0].type, syntax) }
            let value = operation(name, parts[0], parts[1], syntax, wanted.result)
            if value.type == .error { return failure(syntax) }
            let body = ClosureBody(context: context)
            body.statements = [.return(coerce(value, to: wanted.result, .returned))]
            return make(.closure(body), .function(Type.FunctionType(wanted.parameters, wanted.result)), syntax)
        }
        let operands = wanted.parameters.enumerated().map { index, type in
            let variable = Variable(
                name: "$\(index)", type: type, isLet: !wanted.isInout(index),
                range: SourceRange(at: range(syntax).lower),
                owner: context)
            variable.isInout = wanted.isInout(index)
            pendingVariables.append(variable)
            context.parameters.append(variable)
            return make(.variable(variable), variable.type, syntax)
        }
        let value: Expression
        if operands.count == 2 {
            if Self.compoundOperators.contains(name) {
                value = compound(String(name.dropLast()), operands[0], operands[1], syntax)
            } else if name == "&&" || name == "||" {
                let (a, b) = (coerce(operands[0], to: .bool, .argument), coerce(operands[1], to: .bool, .argument))
                value = make(name == "&&" ? .and(a, b) : .or(a, b), .bool, syntax)
            } else {
                value = operation(name, operands[0], operands[1], syntax, wanted.result)
            }
        } else {
            value = prefixed(name, operands[0], syntax, syntax)
        }
        if value.type == .error { return failure(syntax) }
        let body = ClosureBody(context: context)
        body.statements =
            wanted.result == .void || inference.resolve(wanted.result) == .void
            ? [.expression(value)] : [.return(coerce(value, to: wanted.result, .returned))]
        return make(
            .closure(body), .function(Type.FunctionType(wanted.parameters, wanted.result, inouts: wanted.inouts)),
            syntax)
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

    private func prefixed(
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

    // MARK: Assignment

    private func assignment(_ syntax: InfixOperatorExprSyntax) -> Expression {
        if syntax.leftOperand.is(DiscardAssignmentExprSyntax.self) {
            let value = check(syntax.rightOperand, expected: nil)
            return make(.assign(Expression(.discard, value.type, range(syntax.leftOperand)), value), .void, syntax)
        }
        let target = assigned(syntax.leftOperand)
        if target.type == .error {
            _ = check(syntax.rightOperand, expected: nil)
            return target
        }
        if let blame = constantBlame(target, isAssignment: true) {
            report(blame.message, at: target.range, notes: blame.notes)
            return failure(syntax)
        }
        if case .chain(let base, let variable, let rest) = target.kind {
            // `a?.b = c`: the chain covers the assignment.
            let inner = rest.unwrappedChain
            let value = check(syntax.rightOperand, to: inner.type, .assignment)
            let assigned = make(.assign(inner, value), .void, syntax)
            return make(.chain(base: base, variable, rest: assigned), .optional(.void), syntax)
        }
        let value = check(syntax.rightOperand, to: target.type, .assignment)
        return make(.assign(target, value), .void, syntax)
    }

    /// The left side of an assignment: a variable that is only assigned to is not read.
    private func assigned(_ syntax: ExprSyntax) -> Expression {
        if let reference = syntax.as(DeclReferenceExprSyntax.self),
            case .variable(let variable)? = lookUp(name(reference.baseName))
        {
            let wasRead = variable.isRead
            let target = check(syntax, expected: nil)
            variable.isRead = wasRead
            return target
        }
        if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
            let parts = tuple.elements.map { element in
                element.expression.is(DiscardAssignmentExprSyntax.self)
                    ? make(.discard, inference.fresh(), element.expression) : assigned(element.expression)
            }
            if parts.contains(where: { $0.type == .error }) { return failure(syntax) }
            return make(.tuple(parts), .tuple(parts.map { Type.Element(nil, $0.type) }), syntax)
        }
        return check(syntax, expected: nil)
    }

    private func compound(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
        let target = check(syntax.leftOperand, expected: nil)
        if target.type == .error {
            _ = check(syntax.rightOperand, expected: nil)
            return target
        }
        if case .chain(let base, let variable, let rest) = target.kind {
            let inner = rest.unwrappedChain
            let value = check(syntax.rightOperand, expected: inner.type)
            let changed = compound(name, inner, value, syntax)
            return make(.chain(base: base, variable, rest: changed), .optional(.void), syntax)
        }
        let value = check(syntax.rightOperand, expected: inference.resolve(target.type))
        if value.type == .error { return value }
        return compound(name, target, value, syntax)
    }

    private func compound(
        _ name: String, _ target: Expression, _ value: Expression, _ syntax: some ExprSyntaxProtocol
    ) -> Expression {
        let target = unwrapped(target)
        let own = inference.resolve(target.type)
        if !isMachineType(own) || userOperatorExists(name + "=", own, inference.resolve(value.type)),
            let declared = declaredOperator(name + "=", target, value, syntax, nil)
        {
            return declared
        }
        if let blame = constantBlame(target) {
            report(blame.message, at: target.range, notes: blame.notes)
            return failure(syntax)
        }
        let isShifted = isShift(name) && isInteger(target.type) && isInteger(value.type)
        if isShifted {
            if inference.resolve(value.type).isVariable { _ = inference.unify(value.type, .int) }
            return make(.compoundAssign(name, target, value), .void, syntax)
        }
        let mark = inference.mark()
        if inference.unify(target.type, value.type), supports(name, inference.resolve(target.type)),
            !hasDeclared(name, target.type)
        {
            return make(.compoundAssign(name, target, value), .void, syntax)
        }
        inference.rewind(to: mark)
        if isMachineType(own), let declared = declaredOperator(name + "=", target, value, syntax, nil) {
            return declared
        }
        // `a += b` of a type that has only `+`.
        if let declared = declaredOperator(name, target, value, syntax, target.type),
            !isMachineType(inference.resolve(target.type))
        {
            if conforms(target.type, to: "AdditiveArithmetic") || declared.isLibraryCall {
                return make(.assign(target, coerce(declared, to: target.type, .assignment)), .void, syntax)
            }
        }
        if name == "+", let joined = concatenation(target, value, syntax) {
            return make(.assign(target, joined), .void, syntax)
        }
        let place = syntax.as(InfixOperatorExprSyntax.self).map { range($0.operator) } ?? range(syntax)
        let (a, b) = (shown(target.type), shown(value.type))
        if let wrapped = b.wrapped, wrapped == a {
            report(.optionalMustBeUnwrapped("\(b)", wrapped: "\(wrapped)"), at: value.range)
        } else if let wrapped = a.wrapped, !b.isOptional {
            report(.optionalMustBeUnwrapped("\(a)", wrapped: "\(wrapped)"), at: target.range)
        } else {
            report(.binaryOperands(name + "=", "\(a)", "\(b)"), at: place)
        }
        return failure(syntax)
    }

    /// Whether the notebook's own type declares the operator, so that the machine's does not apply.
    private func hasDeclared(_ name: String, _ type: Type) -> Bool {
        let type = inference.resolve(type)
        if isMachineType(type) { return false }
        return memberOperators(name, type).contains { $0.range != nil }
    }
}

extension Expression {
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
