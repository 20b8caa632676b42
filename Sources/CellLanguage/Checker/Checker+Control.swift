import Diagnostics
import SwiftParser
import SwiftSyntax

/// Statements that decide what runs next.
extension Checker {
    func statement(_ syntax: StmtSyntax) -> [Statement] {
        if let loop = syntax.as(ForStmtSyntax.self) { return [forIn(loop, label: nil)] }
        if let loop = syntax.as(WhileStmtSyntax.self) { return [whileLoop(loop, label: nil)] }
        if let loop = syntax.as(RepeatStmtSyntax.self) { return [repeatLoop(loop, label: nil)] }
        if let statement = syntax.as(GuardStmtSyntax.self) { return guardStatement(statement) }
        if let statement = syntax.as(ReturnStmtSyntax.self) { return [returnStatement(statement)] }
        if let statement = syntax.as(BreakStmtSyntax.self) {
            checkLoopControl("break", statement.label, at: statement)
            return [.break(label: statement.label?.text)]
        }
        if let statement = syntax.as(ContinueStmtSyntax.self) {
            checkLoopControl("continue", statement.label, at: statement)
            return [.continue(label: statement.label?.text)]
        }
        if let labeled = syntax.as(LabeledStmtSyntax.self) {
            let label = labeled.label.text
            if let loop = labeled.statement.as(ForStmtSyntax.self) { return [forIn(loop, label: label)] }
            if let loop = labeled.statement.as(WhileStmtSyntax.self) { return [whileLoop(loop, label: label)] }
            if let loop = labeled.statement.as(RepeatStmtSyntax.self) { return [repeatLoop(loop, label: label)] }
        }
        if let statement = syntax.as(DoStmtSyntax.self), statement.catchClauses.isEmpty {
            return [.block(block(statement.body.statements))]
        }
        report(.unsupported(Refusal.feature(of: syntax)), at: Refusal.place(of: syntax, range))
        return []
    }

    private var loops: [String?] {
        get { function?.loopLabels ?? [] }
        set { function?.loopLabels = newValue }
    }

    private func inLoop<T>(_ label: String?, _ body: () -> T) -> T {
        loops.append(label)
        defer { loops.removeLast() }
        return body()
    }

    private func checkLoopControl(_ word: String, _ label: TokenSyntax?, at node: some SyntaxProtocol) {
        if loops.isEmpty {
            report(.loopControlOutside(word), at: range(node))
        } else if let label, !loops.contains(label.text) {
            report(.notInScope(label.text, suggestion: nil), at: range(label))
        }
    }

    // MARK: Conditions

    /// Conditions of `if`, `guard` and `while`; names they bind are declared in the current scope.
    private func conditions(_ list: ConditionElementListSyntax) -> [Statement.Condition] {
        list.compactMap { element in
            switch element.condition {
            case .expression(let expression):
                let test = check(expression, expected: .bool)
                let type = inference.resolve(test.type)
                if type != .error, !inference.unify(type, .bool) {
                    report(.condition("\(shown(type))"), at: test.range)
                }
                finish()
                return .test(test)
            case .optionalBinding(let binding): return optionalBinding(binding)
            default:
                report(.unsupported(.patterns), at: range(element))
                return nil
            }
        }
    }

    private func optionalBinding(_ binding: OptionalBindingConditionSyntax) -> Statement.Condition? {
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
            report(.unsupported(.patterns), at: range(binding.pattern))
            return nil
        }
        let value =
            if let initializer = binding.initializer {
                check(initializer.value, expected: binding.typeAnnotation.map { .optional(type($0.type)) })
            } else {
                reference(name(pattern.identifier), pattern)
            }
        finish()
        let isLet = binding.bindingSpecifier.tokenKind == .keyword(.let)
        var wrapped = Type.error
        if let type = value.type.wrapped {
            wrapped = type
        } else if value.type != .error {
            report(.initializerNotOptional("\(value.type)"), at: value.range)
        }
        let variable = makeVariable(name(pattern.identifier), wrapped, isLet: isLet, at: range(pattern))
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
    private func guardStatement(_ syntax: GuardStmtSyntax) -> [Statement] {
        let otherwise = block(syntax.body.statements)
        if !(otherwise.last?.leavesBlock ?? false) {
            report(.guardFallsThrough, at: range(syntax.body.rightBrace))
        }
        let conditions = self.conditions(syntax.conditions)
        return [.guard(conditions, otherwise)]
    }

    // MARK: Loops

    private func forIn(_ syntax: ForStmtSyntax, label: String?) -> Statement {
        if let keyword = syntax.awaitKeyword { report(.unsupported(.concurrency), at: range(keyword)) }
        if let keyword = syntax.caseKeyword { report(.unsupported(.patterns), at: range(keyword)) }
        let sequence = check(syntax.sequence, expected: nil)
        finish()
        var element = Type.error
        if let found = self.element(of: sequence.type) {
            element = found
        } else if sequence.type != .error {
            report(.notASequence("\(sequence.type)"), at: sequence.range)
        }
        return inScope {
            let annotated = syntax.typeAnnotation.map { type($0.type) } ?? element
            let pattern = self.pattern(syntax.pattern, annotated, isLet: true)
            let filter = syntax.whereClause.map { clause in
                let test = check(clause.condition, to: .bool)
                finish()
                return test
            }
            let body = inLoop(label) { block(syntax.body.statements) }
            return .forIn(label: label, pattern, sequence, where: filter, body)
        }
    }

    private func whileLoop(_ syntax: WhileStmtSyntax, label: String?) -> Statement {
        inScope {
            let conditions = self.conditions(syntax.conditions)
            return .while(label: label, conditions, inLoop(label) { block(syntax.body.statements) })
        }
    }

    private func repeatLoop(_ syntax: RepeatStmtSyntax, label: String?) -> Statement {
        let body = inLoop(label) { block(syntax.body.statements) }
        let condition = check(syntax.condition, to: .bool)
        finish()
        return .repeatWhile(label: label, body, condition)
    }

    private func returnStatement(_ syntax: ReturnStmtSyntax) -> Statement {
        guard let function, !function.isCell else {
            report(.returnOutsideFunction, at: range(syntax))
            return .return(nil)
        }
        guard let expression = syntax.expression else {
            if function.result != .void, function.result != .error {
                report(.cannotConvertReturn(from: "()", to: "\(shown(function.result))"), at: range(syntax))
            }
            return .return(nil)
        }
        let value = check(expression, to: function.result, .returned)
        finish()
        return .return(value)
    }

    // MARK: Switch

    /// `switch` over values that can be compared: every case is a list of values or ranges, or the default.
    func switchStatement(_ syntax: SwitchExprSyntax) -> [Statement] {
        let subject = check(syntax.subject, expected: nil)
        finish()
        let variable = makeVariable("$subject", subject.type, isLet: true, at: SourceRange(at: subject.range.lower))
        var cases: [Statement.Case] = []
        for item in syntax.cases {
            guard case .switchCase(let branch) = item else {
                report(.unsupported(.conditionalCompilation), at: range(item))
                continue
            }
            var conditions: [Expression] = []
            var isDefault = false
            switch branch.label {
            case .default: isDefault = true
            case .case(let label):
                for item in label.caseItems {
                    if let test = caseTest(item, subject: variable) { conditions.append(test) }
                }
            }
            let body = inLoop("$switch") { block(branch.statements) }
            cases.append(Statement.Case(conditions: conditions, isDefault: isDefault, body: body))
        }
        let coversBool = subject.type == .bool && Set(cases.flatMap(\.conditions).compactMap(\.comparedBool)).count == 2
        if !cases.contains(where: \.isDefault), !coversBool {
            report(.switchNotExhaustive, at: range(syntax.switchKeyword))
        }
        return [.switch(subject, variable, cases)]
    }

    private func caseTest(_ item: SwitchCaseItemSyntax, subject: Variable) -> Expression? {
        guard let pattern = item.pattern.as(ExpressionPatternSyntax.self), item.whereClause == nil else {
            report(.unsupported(.patterns), at: range(item))
            return nil
        }
        let place = range(pattern)
        let reference = make(.variable(subject), subject.type, at: place)
        let value = check(pattern.expression, expected: subject.type)
        defer { finish() }
        if case .nominal(let name, let arguments) = inference.resolve(value.type), name.hasSuffix("Range"),
            arguments.count == 1, inference.unify(arguments[0], subject.type),
            let contains = members(of: value.type, named: "contains", isStatic: false).first(where: {
                $0.parameters.first?.label == nil && $0.constraints.isEmpty
            })
        {
            return make(
                .callLibrary(contains, substitution: selfSubstitution(contains, value.type), [value, reference]), .bool,
                at: place)
        }
        let converted = coerce(value, to: subject.type, .annotation)
        return make(.binary("==", reference, converted), .bool, at: place)
    }
}

extension Expression {
    /// The constant that a case of a switch over `Bool` compares with.
    fileprivate var comparedBool: Bool? {
        if case .binary("==", _, let value) = kind, case .bool(let constant) = value.kind { constant } else { nil }
    }
}
