import Diagnostics
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
            let left = check(syntax.leftOperand, to: .bool)
            let right = check(syntax.rightOperand, to: .bool)
            return make(name == "&&" ? .and(left, right) : .or(left, right), .bool, syntax)
        case "??": return coalesce(syntax, expected)
        case "..<", "...":
            let left = check(syntax.leftOperand, to: .int)
            let right = check(syntax.rightOperand, to: .int)
            let type = Type.nominal(name == "..<" ? "Range" : "ClosedRange", [.int])
            return make(.binary(name, left, right), type, syntax)
        default: return binary(name, syntax, expected)
        }
    }

    private static let compoundOperators: Set<String> = [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*=",
    ]

    private func coalesce(_ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        let left = check(syntax.leftOperand, expected: expected.map { $0.isOptional ? $0 : .optional($0) })
        let type = inference.resolve(left.type)
        if type == .error { return left }
        guard let wrapped = type.wrapped else {
            report(
                .binaryOperands("??", "\(shown(type))", "\(shown(type))"), at: range(syntax.operator))
            return Expression(.error, .error, range(syntax))
        }
        let right = check(syntax.rightOperand, expected: wrapped)
        if inference.resolve(right.type).isOptional, !inference.resolve(wrapped).isOptional {
            return make(.coalesce(left, coerce(right, to: type, .argument)), type, syntax)
        }
        return make(.coalesce(left, coerce(right, to: wrapped, .argument)), wrapped, syntax)
    }

    // MARK: Arithmetic and comparison

    private static let comparisons: Set<String> = ["==", "!=", "<", ">", "<=", ">="]

    private func binary(_ name: String, _ syntax: InfixOperatorExprSyntax, _ expected: Type?) -> Expression {
        let isComparison = Self.comparisons.contains(name)
        let hint = isComparison ? nil : expected
        if isComparison,
            syntax.rightOperand.is(NilLiteralExprSyntax.self) || syntax.leftOperand.is(NilLiteralExprSyntax.self)
        {
            return compareWithNil(name, syntax)
        }
        var left = check(syntax.leftOperand, expected: hint)
        var leftType = inference.resolve(left.type)
        // `.relu == x` and the like: the other side says what is meant
        var right = check(syntax.rightOperand, expected: isComparison ? leftType : hint)
        let rightType = inference.resolve(right.type)
        if leftType == .error || rightType == .error { return Expression(.error, .error, range(syntax)) }
        if isComparison {
            if leftType.isOptional, !rightType.isOptional { right = coerce(right, to: leftType, .argument) }
            if rightType.isOptional, !leftType.isOptional {
                left = coerce(left, to: rightType, .argument)
                leftType = inference.resolve(left.type)
            }
        }
        if let declared = libraryOperator(name, left, right, syntax) { return declared }
        let mark = inference.mark()
        let place = range(syntax.operator)
        guard inference.unify(left.type, right.type), supports(name, inference.resolve(left.type)) else {
            inference.rewind(to: mark)
            report(
                .binaryOperands(name, "\(shown(left.type))", "\(shown(right.type))"), at: place)
            return Expression(.error, .error, range(syntax))
        }
        return make(.binary(name, left, right), isComparison ? .bool : left.type, syntax)
    }

    private func compareWithNil(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
        let isLeftNil = syntax.leftOperand.is(NilLiteralExprSyntax.self)
        let value = check(isLeftNil ? syntax.rightOperand : syntax.leftOperand, expected: nil)
        if value.type == .error { return value }
        guard inference.resolve(value.type).isOptional, name == "==" || name == "!=" else {
            report(.binaryOperands(name, "\(shown(value.type))", "nil"), at: range(syntax.operator))
            return Expression(.error, .error, range(syntax))
        }
        let none = make(.nil, value.type, at: range(isLeftNil ? syntax.leftOperand : syntax.rightOperand))
        return make(.binary(name, value, none), .bool, syntax)
    }

    /// Whether the machine's own operator takes two values of a type.
    private func supports(_ name: String, _ type: Type) -> Bool {
        if case .variable = type { return inference.kind(of: type) != .any && supports(name, shown(type)) }
        switch name {
        case "==", "!=":
            if case .tuple(let elements) = type {
                return elements.allSatisfy { supports(name, inference.resolve($0.type)) }
            }
            return conforms(type, to: "Equatable")
        case "<", ">", "<=", ">=":
            if case .tuple(let elements) = type {
                return elements.allSatisfy { supports(name, inference.resolve($0.type)) }
            }
            return conforms(type, to: "Comparable")
        case "+":
            if case .nominal("Array", _) = type { return true }
            return [.int, .double, .string].contains(type)
        case "-", "*", "/": return type == .int || type == .double
        case "%", "&", "|", "^", "<<", ">>": return type == .int
        default: return false
        }
    }

    /// An operator that the library declares for its own types: `Tensor + Tensor`.
    private func libraryOperator(
        _ name: String, _ left: Expression, _ right: Expression, _ syntax: some ExprSyntaxProtocol
    ) -> Expression? {
        for declaration in library.free(named: name) where declaration.kind == .operator {
            guard declaration.parameters.count == 2 else { continue }
            let wanted = declaration.parameters.map(\.type)
            let isOwn = [left.type, right.type].contains { type in
                if case .nominal(let name, _) = inference.resolve(type) { name == declaration.owner } else { false }
            }
            let mark = inference.mark()
            if isOwn, inference.unify(left.type, wanted[0]), inference.unify(right.type, wanted[1]) {
                return make(.callLibrary(declaration, substitution: [:], [left, right]), declaration.result, syntax)
            }
            inference.rewind(to: mark)
        }
        return nil
    }

    /// An operator passed as a function, `reduce(0, +)`: the closure `{ $0 + $1 }`.
    func operatorFunction(_ name: String, _ syntax: DeclReferenceExprSyntax, _ expected: Type?) -> Expression {
        guard let expected, case .function(let wanted) = inference.resolve(expected), wanted.parameters.count == 2
        else {
            return fail(.unsupported(.other(name)), at: syntax)
        }
        let context = FunctionContext(
            name: name, parent: function, result: wanted.result, isClosure: true, mayThrow: false)
        let outer = function
        function = context
        defer { function = outer }
        let operands = ["$0", "$1"].enumerated().map { index, name in
            let variable = makeVariable(
                name, wanted.parameters[index], isLet: true, at: SourceRange(at: range(syntax).lower))
            context.parameters.append(variable)
            return make(.variable(variable), variable.type, syntax)
        }
        let isComparison = Self.comparisons.contains(name)
        let value: Expression
        if let declared = libraryOperator(name, operands[0], operands[1], syntax) {
            value = declared
        } else {
            guard inference.unify(operands[0].type, operands[1].type),
                supports(name, inference.resolve(operands[0].type))
            else {
                let types = operands.map { "\(shown($0.type))" }
                return fail(.binaryOperands(name, types[0], types[1]), at: syntax)
            }
            value = make(
                .binary(name, operands[0], operands[1]), isComparison ? .bool : operands[0].type, syntax)
        }
        let body = ClosureBody(context: context)
        body.statements = [.return(coerce(value, to: wanted.result, .returned))]
        return make(.closure(body), .function(Type.FunctionType(wanted.parameters, wanted.result)), syntax)
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
            let bound = check(syntax.expression, to: .int)
            let type = Type.nominal(name == "..<" ? "PartialRangeUpTo" : "PartialRangeThrough", [.int])
            return make(.unary(name, bound), type, syntax)
        }
        let value = check(syntax.expression, expected: name == "!" ? .bool : expected)
        let type = inference.resolve(value.type)
        if type == .error { return value }
        for declaration in library.free(named: name)
        where declaration.kind == .operator && declaration.parameters.count == 1
            && declaration.parameters[0].type == type
        {
            return make(.callLibrary(declaration, substitution: [:], [value]), declaration.result, syntax)
        }
        let isNumber =
            type == .int || type == .double || inference.kind(of: type) == .integerLiteral
            || inference.kind(of: type) == .floatLiteral
        let isFine =
            switch name {
            case "-", "+": isNumber
            case "!": type == .bool
            case "~": type == .int
            default: false
            }
        guard isFine else { return fail(.unaryOperand(name, "\(shown(type))"), at: syntax.operator) }
        return name == "+" ? value : make(.unary(name, value), value.type, syntax)
    }

    func postfix(_ syntax: PostfixOperatorExprSyntax) -> Expression {
        guard syntax.operator.text == "..." else {
            return fail(.unknownOperator(syntax.operator.text), at: syntax.operator)
        }
        return make(
            .unary("postfix...", check(syntax.expression, to: .int)), .nominal("PartialRangeFrom", [.int]), syntax)
    }

    // MARK: Assignment

    private func assignment(_ syntax: InfixOperatorExprSyntax) -> Expression {
        if syntax.leftOperand.is(DiscardAssignmentExprSyntax.self) {
            let value = check(syntax.rightOperand, expected: nil)
            return make(.assign(Expression(.error, value.type, range(syntax.leftOperand)), value), .void, syntax)
        }
        // The chain of `a?.b = c` covers the assignment; cells refuse it by name.
        let target = check(syntax.leftOperand, expected: nil)
        if target.type == .error { return target }
        if case .chain = target.kind { return fail(.notAssignable, at: syntax.leftOperand) }
        if let blame = constantBlame(target) {
            report(blame.message, at: target.range, notes: blame.notes)
            return Expression(.error, .error, range(syntax))
        }
        let value = check(syntax.rightOperand, to: target.type, .assignment)
        return make(.assign(target, value), .void, syntax)
    }

    private func compound(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
        let target = check(syntax.leftOperand, expected: nil)
        if target.type == .error { return target }
        if let blame = constantBlame(target) {
            report(blame.message, at: target.range, notes: blame.notes)
            return Expression(.error, .error, range(syntax))
        }
        let value = check(syntax.rightOperand, expected: target.type)
        if value.type == .error { return value }
        if let declared = libraryOperator(name, target, value, syntax) {
            return make(.assign(target, declared), .void, syntax)
        }
        let mark = inference.mark()
        guard inference.unify(target.type, value.type), supports(name, inference.resolve(target.type)) else {
            inference.rewind(to: mark)
            report(
                .binaryOperands(name + "=", "\(shown(target.type))", "\(shown(value.type))"),
                at: range(syntax.operator))
            return Expression(.error, .error, range(syntax))
        }
        return make(.compoundAssign(name, target, value), .void, syntax)
    }
}
