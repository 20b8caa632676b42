import Diagnostics
import SwiftParser
import SwiftSyntax

/// `switch`, and what of it and of `if` stands for a value.
extension Checker {
    // MARK: Switch

    func switchStatement(_ syntax: SwitchExprSyntax, label: String? = nil) -> Statement {
        checkSwitch(syntax, label) { branch in
            inLoop(label, continues: false) { statements(branch.statements) }
        }
    }

    /// A `switch`, as a statement or for its value: `body` checks the statements of a branch that has some.
    private func checkSwitch(
        _ syntax: SwitchExprSyntax, _ label: String?, body: (SwitchCaseSyntax) -> [Statement]
    ) -> Statement {
        let subject = check(syntax.subject, expected: nil)
        finish()
        let variable = makeVariable("$subject", subject.type, isLet: true, at: SourceRange(at: subject.range.lower))
        variable.owner = function
        var cases: [Statement.Case] = []
        for item in syntax.cases {
            guard case .switchCase(let branch) = item else {
                report(.unsupported(.conditionalCompilation), at: range(item))
                continue
            }
            cases.append(inScope { switchCase(branch, subject, body) })
        }
        checkExhaustive(cases, subject.type, syntax)
        return .switch(label: label, subject, variable, cases)
    }

    private func switchCase(
        _ branch: SwitchCaseSyntax, _ subject: Expression, _ body: (SwitchCaseSyntax) -> [Statement]
    ) -> Statement.Case {
        var items: [(Statement.Pattern, Expression?)] = []
        var isDefault = false
        switch branch.label {
        case .default: isDefault = true
        case .case(let clause):
            var bound: [String: Variable]?
            for item in clause.caseItems {
                items.append(caseItem(item.pattern, item.whereClause, subject.type, &bound))
            }
        }
        if branch.statements.isEmpty {
            report(.emptyCase(label: isDefault ? "default" : "case"), at: range(branch.label))
        }
        let checked = branch.statements.isEmpty ? [] : body(branch)
        return Statement.Case(items: items, isDefault: isDefault, body: checked, range: range(branch.label))
    }

    /// One of the patterns of a `case` or `catch`. They bind the same names: those of the first are the names of the body.
    func caseItem(
        _ syntax: PatternSyntax, _ condition: WhereClauseSyntax?, _ type: Type, _ bound: inout [String: Variable]?
    ) -> (Statement.Pattern, Expression?) {
        let scope = scopes[scopes.count - 1]
        if bound != nil { scope.declaredHere = [] }
        let pattern = pattern(syntax, type, isLet: true)
        finish()
        let names = Dictionary(pattern.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (name, variable) in names {
            guard let bound else { break }
            guard let first = bound[name] else {
                report(.notBoundEverywhere(name), at: variable.range)
                continue
            }
            shared[ObjectIdentifier(variable)] = first
            variable.isQuiet = true
            scope.names[name] = .variable(first)
        }
        for (name, variable) in bound ?? [:] where names[name] == nil {
            report(.notBoundEverywhere(name), at: variable.range)
        }
        bound = bound ?? names
        return (pattern, filter(condition))
    }

    // MARK: if and switch as expressions

    func valueOf(_ syntax: IfExprSyntax, _ expected: Type?) -> Expression {
        valueOf(syntax, expected) { valueStatement(syntax, $0) }
    }

    func valueOf(_ syntax: SwitchExprSyntax, _ expected: Type?) -> Expression {
        valueOf(syntax, expected) { valueSwitch(syntax, $0) }
    }

    /// A variable that `statement` gives its value in every branch.
    private func valueOf(
        _ syntax: some ExprSyntaxProtocol, _ expected: Type?, _ statement: (Variable) -> Statement
    ) -> Expression {
        let variable = makeVariable(
            "$value", expected ?? inference.fresh(), isLet: false, at: SourceRange(at: range(syntax).lower))
        variable.owner = function
        if expected == nil { independentBranches.insert(ObjectIdentifier(variable)) }
        let outer = (pending, pendingVariables)
        (pending, pendingVariables) = ([], [])
        let checked = statement(variable)
        (pending, pendingVariables) = (outer.0 + pending, outer.1 + pendingVariables)
        return make(.value(variable, [.declareUninitialised(variable), checked]), variable.type, syntax)
    }

    func valueStatement(_ syntax: IfExprSyntax, _ variable: Variable) -> Statement {
        let (conditions, then) = inScope {
            (self.conditions(syntax.conditions), branch(syntax.body.statements, variable, at: syntax.body.rightBrace))
        }
        switch syntax.elseBody {
        case .ifExpr(let nested): return .if(conditions, then, [valueStatement(nested, variable)])
        case .codeBlock(let body):
            return .if(conditions, then, inScope { branch(body.statements, variable, at: body.rightBrace) })
        case nil:
            report(.ifExpressionNeedsElse, at: range(syntax))
            return .if(conditions, then, [])
        }
    }

    func valueSwitch(_ syntax: SwitchExprSyntax, _ variable: Variable) -> Statement {
        checkSwitch(syntax, nil) { branch($0.statements, variable, at: $0.label) }
    }

    /// A branch of an `if` or `switch` that is an expression: one expression, or a way out.
    func branch(
        _ items: CodeBlockItemListSyntax, _ variable: Variable, at node: some SyntaxProtocol
    ) -> [Statement] {
        if items.count == 1, let only = items.first,
            let syntax = only.item.as(ExprSyntax.self) ?? only.item.as(ExpressionStmtSyntax.self)?.expression
        {
            let place = range(syntax)
            let open = inference.isOpen(variable.type)
            // Where nothing says of what type the whole is, no branch says it for another.
            let isAlone = independentBranches.contains(ObjectIdentifier(variable))
            var value = check(syntax, expected: open || isAlone ? nil : variable.type)
            if inference.resolve(value.type) == .never {
                finish()
                return [.expression(value)]
            }
            if isAlone {
                finish()
                let (own, others) = (inference.resolve(value.type), inference.resolve(variable.type))
                if !inference.isOpen(others), own != others, own != .error, others != .error {
                    report(.branchMismatch("\(others)", "\(own)"), at: value.range)
                    return []
                }
            }
            value = coerce(value, to: variable.type, .annotation)
            let assigned = make(.assign(Expression(.variable(variable), variable.type, place), value), .void, at: place)
            return [.expression(assigned)]
        }
        let body = statements(items)
        if !body.alwaysLeavesBlock { report(.branchWithoutValue, at: range(node)) }
        return body
    }

    func isStatementLike(_ expression: ExprSyntax) -> Bool {
        expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
    }
}

/// Whether every branch of an `if` or `switch` is one expression, so that it can be a value.
enum ValueBranches {
    static func areExpressions(_ expression: ExprSyntax) -> Bool {
        if let conditional = expression.as(IfExprSyntax.self) {
            guard isValue(conditional.body.statements) else { return false }
            switch conditional.elseBody {
            case .ifExpr(let nested): return areExpressions(ExprSyntax(nested))
            case .codeBlock(let body): return isValue(body.statements)
            case nil: return false
            }
        }
        guard let choice = expression.as(SwitchExprSyntax.self) else { return false }
        return choice.cases.allSatisfy {
            if case .switchCase(let branch) = $0 { isValue(branch.statements) } else { false }
        }
    }

    private static func isValue(_ items: CodeBlockItemListSyntax) -> Bool {
        guard items.count == 1, let only = items.first else { return false }
        if let statement = only.item.as(StmtSyntax.self), statement.is(ThrowStmtSyntax.self) { return true }
        guard let syntax = only.item.as(ExprSyntax.self) ?? only.item.as(ExpressionStmtSyntax.self)?.expression else {
            return false
        }
        if syntax.is(IfExprSyntax.self) || syntax.is(SwitchExprSyntax.self) { return areExpressions(syntax) }
        if let infix = syntax.as(InfixOperatorExprSyntax.self) {
            if infix.operator.is(AssignmentExprSyntax.self) { return false }
            if let name = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text,
                Checker.compoundOperators.contains(name)
            {
                return false
            }
        }
        return true
    }
}
