import Diagnostics
import SwiftOperators
import SwiftSyntax

/// Operators that the library or the notebook declares, called and handed on as functions.
extension Checker {
    /// An operator function of the notebook or the library for these operands; the one that fits best.
    func declaredOperator(
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

    func apply(
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
        return place(operand, for: .operator)
    }

    private func noteOperator(_ decl: Decl, _ values: [Expression], at place: SourceRange) {
        if decl.throwing == .always { noteThrowing(at: place) }
    }

    /// An operator of the notebook whose operands are checked by its own parameters.
    func userOperator(
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
}
