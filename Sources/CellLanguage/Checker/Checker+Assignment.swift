import Diagnostics
import SwiftOperators
import SwiftSyntax

/// Assignment, plain and compound.
extension Checker {
    func assignment(_ syntax: InfixOperatorExprSyntax) -> Expression {
        if syntax.leftOperand.is(DiscardAssignmentExprSyntax.self) {
            let value = check(syntax.rightOperand, expected: nil)
            return make(.assign(Expression(.discard, value.type, range(syntax.leftOperand)), value), .void, syntax)
        }
        let target = assigned(syntax.leftOperand)
        if target.type == .error {
            if case .notInScope(let name, suggestion: nil)? = diagnostics.last?.message as? CheckerMessage,
                diagnostics.last?.range == range(syntax.leftOperand)
            {
                diagnostics[diagnostics.count - 1].message = CheckerMessage.notDeclared(name)
            }
            _ = check(syntax.rightOperand, expected: nil)
            return target
        }
        if let blame = constantBlame(target, .assignment) {
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

    func compound(_ name: String, _ syntax: InfixOperatorExprSyntax) -> Expression {
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

    func compound(
        _ name: String, _ target: Expression, _ value: Expression, _ syntax: some ExprSyntaxProtocol
    ) -> Expression {
        let target = unwrapped(target)
        let own = inference.resolve(target.type)
        if !isMachineType(own) || userOperatorExists(name + "=", own, inference.resolve(value.type)),
            let declared = declaredOperator(name + "=", target, value, syntax, nil)
        {
            return declared
        }
        if let blame = constantBlame(target, .operator) {
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
