import Diagnostics
import SwiftParser
import SwiftSyntax

/// Statements that decide what runs next.
extension Checker {
    func statement(_ syntax: StmtSyntax, label: String? = nil) -> [Statement] {
        switch syntax.as(StmtSyntaxEnum.self) {
        case .forStmt(let loop): return [forIn(loop, label: label)]
        case .whileStmt(let loop): return [whileLoop(loop, label: label)]
        case .repeatStmt(let loop): return [repeatLoop(loop, label: label)]
        case .guardStmt(let statement): return guardStatement(statement)
        case .returnStmt(let statement): return [returnStatement(statement)]
        case .breakStmt(let statement):
            checkLoopControl("break", statement.label, at: statement)
            return [.break(label: statement.label.map(name), range(statement))]
        case .continueStmt(let statement):
            checkLoopControl("continue", statement.label, at: statement)
            return [.continue(label: statement.label.map(name), range(statement))]
        case .fallThroughStmt: return [.fallthrough]
        case .labeledStmt(let labeled):
            let label = name(labeled.label)
            if let expression = labeled.statement.as(ExpressionStmtSyntax.self) {
                if let choice = expression.expression.as(SwitchExprSyntax.self) {
                    return [switchStatement(choice, label: label)]
                }
                if let conditional = expression.expression.as(IfExprSyntax.self) {
                    return [
                        .block(
                            label: label, inLoop(label, continues: false, breaks: false) { [ifStatement(conditional)] })
                    ]
                }
            }
            return statement(labeled.statement, label: label)
        case .throwStmt(let statement): return [throwStatement(statement)]
        case .doStmt(let statement): return [doStatement(statement, label: label)]
        case .deferStmt(let statement):
            let outer = function?.loops
            function?.loops = []
            defer { function?.loops = outer ?? [] }
            return [.defer(block(statement.body.statements))]
        default:
            report(.unsupported(Refusal.feature(of: syntax)), at: Refusal.place(of: syntax, range))
            return []
        }
    }

    func inLoop<T>(_ label: String?, continues: Bool = true, breaks: Bool = true, _ body: () -> T) -> T {
        function?.loops.append(
            FunctionContext.Loop(label: label, takesContinue: continues, takesPlainBreak: breaks))
        defer { function?.loops.removeLast() }
        return body()
    }

    func checkLoopControl(_ word: String, _ label: TokenSyntax?, at node: some SyntaxProtocol) {
        let loops = function?.loops ?? []
        if let label {
            guard let loop = loops.last(where: { $0.label == name(label) }) else {
                report(.unknownLabel(name(label)), at: range(label))
                return
            }
            if word == "continue", !loop.takesContinue { report(.loopControlOutside(word), at: range(node)) }
        } else if !loops.contains(where: { word == "continue" ? $0.takesContinue : $0.takesPlainBreak }) {
            report(.loopControlOutside(word), at: range(node))
        }
    }

    // MARK: Conditions

    /// Conditions of `if`, `guard` and `while`; names they bind are declared in the current scope.
    func conditions(_ list: ConditionElementListSyntax) -> [Statement.Condition] {
        list.compactMap { element in
            switch element.condition {
            case .expression(let expression):
                if let infix = expression.as(InfixOperatorExprSyntax.self), infix.operator.is(AssignmentExprSyntax.self)
                {
                    report(
                        .assignmentAsCondition, at: range(infix.operator),
                        fixIts: [FixIt(replace: range(infix.operator), with: "==")])
                    return nil
                }
                let test = check(expression, expected: .bool)
                let type = inference.resolve(test.type)
                if type != .error, !inference.unify(type, .bool) {
                    if type.isOptional {
                        report(.optionalAsCondition("\(shown(type))"), at: test.range)
                    } else {
                        report(.condition("\(shown(type))"), at: test.range)
                    }
                }
                finish()
                return .test(test)
            case .optionalBinding(let binding): return optionalBinding(binding)
            case .matchingPattern(let match):
                let value = check(match.initializer.value, expected: nil)
                finish()
                let pattern = pattern(match.pattern, value.type, isLet: true)
                finish()
                return .match(pattern, value)
            case .availability:
                report(.unsupported(.conditionalCompilation), at: range(element))
                return nil
            }
        }
    }

    func optionalBinding(_ binding: OptionalBindingConditionSyntax) -> Statement.Condition? {
        let annotation = binding.typeAnnotation.map { type($0.type) }
        let identifier = binding.pattern.as(IdentifierPatternSyntax.self)
        let value: Expression
        if let initializer = binding.initializer {
            value = check(initializer.value, expected: annotation.map { .optional($0) })
        } else if let identifier {
            value = reference(name(identifier.identifier), identifier)
        } else {
            report(.unsupported(.patterns), at: range(binding.pattern))
            return nil
        }
        finish()
        let isLet = binding.bindingSpecifier.tokenKind == .keyword(.let)
        var wrapped = Type.error
        if let type = value.type.wrapped {
            wrapped = type
        } else if value.type != .error {
            report(.initializerNotOptional("\(value.type)"), at: value.range)
        }
        guard let identifier else {
            return .match(.some(pattern(binding.pattern, wrapped, isLet: isLet)), value)
        }
        let variable = makeVariable(name(identifier.identifier), wrapped, isLet: isLet, at: range(identifier))
        declare(variable)
        return .bind(variable, value)
    }

    func ifStatement(_ syntax: IfExprSyntax) -> Statement {
        let (conditions, then) = inScope {
            (self.conditions(syntax.conditions), block(syntax.body.statements))
        }
        let otherwise: [Statement] =
            switch syntax.elseBody {
            case .ifExpr(let nested): [ifStatement(nested)]
            case .codeBlock(let body): block(body.statements)
            case nil: []
            }
        return .if(conditions, then, otherwise)
    }

    /// `guard`: what it binds stays in scope, so the names are declared after the else body is checked.
    func guardStatement(_ syntax: GuardStmtSyntax) -> [Statement] {
        let otherwise = block(syntax.body.statements)
        if !otherwise.alwaysLeavesBlock {
            report(.guardFallsThrough, at: range(syntax.body.rightBrace))
        }
        let conditions = self.conditions(syntax.conditions)
        return [.guard(conditions, otherwise)]
    }

    // MARK: Loops

    func forIn(_ syntax: ForStmtSyntax, label: String?) -> Statement {
        if let keyword = syntax.awaitKeyword { report(.unsupported(.concurrency), at: range(keyword)) }
        let sequence = check(syntax.sequence, expected: nil)
        finish()
        var element = Type.error
        if let found = self.element(of: sequence.type) {
            element = found
        } else if sequence.type != .error {
            if let wrapped = sequence.type.wrapped, self.element(of: wrapped) != nil {
                report(.optionalMustBeUnwrapped("\(sequence.type)", wrapped: "\(wrapped)"), at: sequence.range)
            } else {
                report(.notASequence("\(sequence.type)"), at: sequence.range)
            }
        }
        return inScope {
            let annotated = syntax.typeAnnotation.map { type($0.type) } ?? element
            let pattern = self.pattern(
                syntax.pattern, annotated, isLet: true, isQuiet: syntax.caseKeyword == nil && false)
            let filter = syntax.whereClause.map { clause in
                let test = check(clause.condition, to: .bool)
                finish()
                return test
            }
            let body = inLoop(label) { block(syntax.body.statements) }
            return .forIn(label: label, pattern, sequence, where: filter, body)
        }
    }

    func whileLoop(_ syntax: WhileStmtSyntax, label: String?) -> Statement {
        inScope {
            let conditions = self.conditions(syntax.conditions)
            return .while(label: label, conditions, inLoop(label) { block(syntax.body.statements) })
        }
    }

    func repeatLoop(_ syntax: RepeatStmtSyntax, label: String?) -> Statement {
        let body = inLoop(label) { block(syntax.body.statements) }
        let condition = check(syntax.condition, to: .bool)
        finish()
        return .repeatWhile(label: label, body, condition)
    }

    func returnStatement(_ syntax: ReturnStmtSyntax) -> Statement {
        guard let function, !function.isCell else {
            report(.returnOutsideFunction, at: range(syntax))
            return .return(nil)
        }
        guard let expression = syntax.expression else {
            if function.result != .void, function.result != .error, function.initialised == nil,
                inference.resolve(function.result) != .void
            {
                if inference.isOpen(function.result) {
                    _ = inference.unify(function.result, .void)
                } else {
                    report(.returnWithoutValue("\(shown(function.result))"), at: range(syntax))
                }
            }
            return .return(nil)
        }
        if let made = function.initialised {
            if expression.is(NilLiteralExprSyntax.self) {
                if !made.isFailable { report(.nilFromInitializer, at: range(expression)) }
                return .return(make(.nil, .optional(function.result), syntax))
            }
            report(.returnValueFromInitializer, at: range(expression))
            return .return(nil)
        }
        if inference.resolve(function.result) == .void {
            let value = check(expression, expected: .void)
            finish()
            if value.type != .void, value.type != .error, value.type != .never {
                report(.unexpectedReturnValue, at: range(expression))
                return .return(nil)
            }
            return .block(label: nil, [.expression(value), .return(nil)])
        }
        let value = check(expression, to: function.result, function.isClosure ? .closureResult : .returned)
        finish()
        return .return(value)
    }

    // MARK: Errors

    func throwStatement(_ syntax: ThrowStmtSyntax) -> Statement {
        let outer = isInTry
        isInTry = true
        let value = check(syntax.expression, expected: nil)
        isInTry = outer
        finish()
        throwingCalls += 1
        if !isCaught, let function, !function.mayThrow, !function.isClosure, !isLibraryCode {
            report(.throwsNotHandled, at: range(syntax))
        }
        if value.type != .error, !conforms(value.type, to: "Error") {
            report(
                .thrownTypeIsNoError("\(value.type)"), at: value.range)
            return .throw(Expression(.error, .error, value.range))
        }
        return .throw(coerce(value, to: .anyError, .argument))
    }

    func doStatement(_ syntax: DoStmtSyntax, label: String?) -> Statement {
        if let clause = syntax.throwsClause { report(.unsupported(.typedThrows), at: range(clause)) }
        guard !syntax.catchClauses.isEmpty else {
            return .block(
                label: label, inLoop(label, continues: false, breaks: false) { block(syntax.body.statements) })
        }
        let isExhaustive = syntax.catchClauses.contains { clause in
            clause.catchItems.isEmpty
                || clause.catchItems.contains { item in
                    item.whereClause == nil
                        && (item.pattern.map { isNamePattern($0) } ?? true)
                }
        }
        let before = throwingCalls
        let outer = isCaught
        if isExhaustive { isCaught = true }
        let body = inLoop(label, continues: false, breaks: false) { block(syntax.body.statements) }
        isCaught = outer
        if throwingCalls == before {
            warn(
                .catchUnreachable,
                at: range(syntax.catchClauses.first.map { Syntax($0.catchKeyword) } ?? Syntax(syntax)))
        }
        if isExhaustive { throwingCalls = before }
        let error = Variable(
            name: "error", type: .anyError, isLet: true, range: SourceRange(at: range(syntax).lower), owner: function)
        error.isQuiet = true
        var cases: [Statement.Case] = []
        for clause in syntax.catchClauses {
            let checked = inScope { () -> Statement.Case in
                var items: [(Statement.Pattern, Expression?)] = []
                var bound: [String: Variable]?
                if clause.catchItems.isEmpty { scopes[scopes.count - 1].names["error"] = .variable(error) }
                for item in clause.catchItems {
                    guard let written = item.pattern else {
                        scopes[scopes.count - 1].names["error"] = .variable(error)
                        items.append((.wildcard, filter(item.whereClause)))
                        continue
                    }
                    items.append(caseItem(written, item.whereClause, .anyError, &bound))
                }
                let body = inLoop(label, continues: false, breaks: false) { block(clause.body.statements) }
                return Statement.Case(
                    items: items, isDefault: items.isEmpty, body: body, range: range(clause.catchKeyword))
            }
            cases.append(checked)
        }
        return .doCatch(label: label, body, error, cases)
    }

    func isNamePattern(_ pattern: PatternSyntax) -> Bool {
        if pattern.is(IdentifierPatternSyntax.self) || pattern.is(WildcardPatternSyntax.self) { return true }
        return pattern.as(ValueBindingPatternSyntax.self).map { isNamePattern($0.pattern) } ?? false
    }

    func filter(_ clause: WhereClauseSyntax?) -> Expression? {
        guard let clause else { return nil }
        let test = check(clause.condition, to: .bool)
        finish()
        return test
    }
}
