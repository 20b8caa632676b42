import Diagnostics
import SwiftSyntax

extension Checker {
    /// Checks the items of a block in its own scope.
    func block(_ items: CodeBlockItemListSyntax) -> [Statement] { inScope { statements(items) } }

    /// Checks items in the current scope: functions are visible to all of them, names from their declaration on.
    func statements(_ items: CodeBlockItemListSyntax, showsLast: Bool = false) -> [Statement] {
        var declared: [SyntaxIdentifier: UserFunction] = [:]
        for syntax in items.compactMap({ $0.item.as(FunctionDeclSyntax.self) }) {
            declared[syntax.id] = declareFunction(syntax)
        }
        var result: [Statement] = []
        let list = Array(items)
        for (index, item) in list.enumerated() {
            let isLast = index == list.count - 1
            if let function = declared[item.item.id] { checkBody(of: function) }
            result += statement(item, isShown: showsLast && isLast)
            finish()
            if !isLast, let last = result.last, last.leavesBlock, generics.isEmpty {
                report(.unreachable, at: range(list[index + 1]), severity: .warning)
            }
        }
        return result
    }

    private func statement(_ item: CodeBlockItemSyntax, isShown: Bool) -> [Statement] {
        switch item.item {
        case .decl(let declaration): return self.declaration(declaration)
        case .stmt(let statement):
            if let expression = statement.as(ExpressionStmtSyntax.self) {
                return expressionStatement(expression.expression, isShown: isShown)
            }
            return self.statement(statement)
        case .expr(let expression): return expressionStatement(expression, isShown: isShown)
        }
    }

    // MARK: Declarations

    private func declaration(_ declaration: DeclSyntax) -> [Statement] {
        if let variable = declaration.as(VariableDeclSyntax.self) { return self.variable(variable) }
        if declaration.is(FunctionDeclSyntax.self) { return [] }
        if declaration.is(ImportDeclSyntax.self) {
            let name = declaration.cast(ImportDeclSyntax.self).path.trimmedDescription
            if ["Foundation", "LessonKit"].contains(name) { return [] }
            report(.unsupportedName(name, reason: .imports), at: range(declaration))
            return []
        }
        report(.unsupported(Refusal.feature(of: declaration)), at: Refusal.place(of: declaration, range))
        return []
    }

    private func variable(_ declaration: VariableDeclSyntax) -> [Statement] {
        if let attribute = declaration.attributes.first {
            report(.unsupported(.attributes), at: range(attribute))
            return []
        }
        if let modifier = declaration.modifiers.first {
            report(.unsupported(.other(modifier.name.text)), at: range(modifier))
            return []
        }
        let isLet = declaration.bindingSpecifier.tokenKind == .keyword(.let)
        var result: [Statement] = []
        for binding in declaration.bindings {
            if let accessors = binding.accessorBlock {
                report(.unsupported(.accessors), at: range(accessors))
                continue
            }
            let annotation = binding.typeAnnotation.map { type($0.type) }
            guard let initializer = binding.initializer else {
                guard let annotation, let name = binding.pattern.as(IdentifierPatternSyntax.self) else {
                    report(.typeAnnotationMissing, at: range(binding.pattern))
                    continue
                }
                // Reading before setting would need flow analysis; what it needs instead is a value.
                let variable = makeVariable(name.identifier.text, annotation, isLet: isLet, at: range(name))
                declare(variable)
                if annotation.isOptional, !isLet {
                    result.append(.declareUninitialised(variable))
                } else {
                    report(.usedBeforeInitialisation(variable.name), at: range(binding))
                }
                continue
            }
            let value =
                if let annotation { check(initializer.value, to: annotation, .annotation) } else {
                    check(initializer.value, expected: nil)
                }
            if annotation == nil, case .type = value.kind {
                report(.notAssignable, at: value.range)
                continue
            }
            // Types must be known before the names are used in the next binding.
            finish()
            let pattern = self.pattern(binding.pattern, annotation ?? value.type, isLet: isLet)
            result.append(.declare(pattern, value))
        }
        return result
    }

    /// Names of a pattern with their types, declared in the current scope.
    func pattern(_ syntax: PatternSyntax, _ type: Type, isLet: Bool) -> Statement.Pattern {
        let type = inference.zonk(type)
        if let identifier = syntax.as(IdentifierPatternSyntax.self) {
            let variable = makeVariable(name(identifier.identifier), type, isLet: isLet, at: range(identifier))
            declare(variable)
            return .variable(variable)
        }
        if syntax.is(WildcardPatternSyntax.self) { return .wildcard }
        if let tuple = syntax.as(TuplePatternSyntax.self) {
            guard tuple.elements.count != 1 else {
                return pattern(tuple.elements[tuple.elements.startIndex].pattern, type, isLet: isLet)
            }
            guard case .tuple(let elements) = type, elements.count == tuple.elements.count else {
                if type != .error {
                    let got = if case .tuple(let elements) = type { elements.count } else { 1 }
                    report(.tupleCount(expected: tuple.elements.count, got: got), at: range(tuple))
                }
                return .tuple(tuple.elements.map { pattern($0.pattern, .error, isLet: isLet) })
            }
            return .tuple(
                zip(tuple.elements, elements).map { pattern($0.pattern, $1.type, isLet: isLet) })
        }
        report(.unsupported(.patterns), at: range(syntax))
        return .wildcard
    }

    func name(_ token: TokenSyntax) -> String {
        token.text.hasPrefix("`") ? String(token.text.dropFirst().dropLast()) : token.text
    }

    func type(_ syntax: TypeSyntax) -> Type {
        do throws(TypeSyntaxReader.Failure) {
            return try TypeSyntaxReader(library: library, generics: generics).read(syntax)
        } catch {
            switch error {
            case .unknown(let name, let node):
                let known = library.types.keys.sorted()
                report(
                    .typeNotInScope(name, suggestion: Spelling.nearest(to: name, among: known)), at: range(node))
            case .arguments(let name, let expected, let node):
                report(.genericArguments(name, expected: expected), at: range(node))
            case .unsupported(let node): report(.unsupported(.other(node.trimmedDescription)), at: range(node))
            }
            return .error
        }
    }

    // MARK: Functions

    private func declareFunction(_ syntax: FunctionDeclSyntax) -> UserFunction? {
        if let generic = syntax.genericParameterClause {
            report(.unsupported(.generics), at: range(generic))
            return nil
        }
        if let attribute = syntax.attributes.first, attribute.trimmedDescription != "@discardableResult" {
            report(.unsupported(.attributes), at: range(attribute))
            return nil
        }
        if let effect = syntax.signature.effectSpecifiers?.asyncSpecifier {
            report(.unsupported(.concurrency), at: range(effect))
            return nil
        }
        if case .binaryOperator = syntax.name.tokenKind {
            report(.unsupported(.operatorDeclarations), at: range(syntax.name))
            return nil
        }
        let parameters = syntax.signature.parameterClause.parameters.map(parameter)
        let result = syntax.signature.returnClause.map { type($0.type) } ?? .void
        let isThrowing = syntax.signature.effectSpecifiers?.throwsClause != nil
        let context = FunctionContext(
            name: name(syntax.name), parent: function, result: result, isClosure: false, mayThrow: isThrowing)
        let declared = UserFunction(
            name: name(syntax.name), parameters: parameters, result: result, isThrowing: isThrowing,
            isDiscardable: !syntax.attributes.isEmpty, range: range(syntax.name), syntax: syntax, context: context)
        let scope = scopes[scopes.count - 1]
        if case .functions(let overloads) = scope.names[declared.name], scope.declaredHere.contains(declared.name) {
            if let same = overloads.first(where: {
                $0.parameters.map(\.label) == parameters.map(\.label)
                    && $0.parameters.map(\.type) == parameters.map(\.type)
            }) {
                report(
                    .redeclaration(declared.name), at: declared.range,
                    notes: [DiagnosticNote(CheckerMessage.declaredHere(declared.name), at: same.range)])
            }
            scope.names[declared.name] = .functions(overloads + [declared])
        } else {
            if scope.declaredHere.contains(declared.name) { report(.redeclaration(declared.name), at: declared.range) }
            scope.names[declared.name] = .functions([declared])
        }
        scope.declaredHere.insert(declared.name)
        functions.append(declared)
        if scopes.count == 1 { topLevelNames.declare(declared, declared.name, at: declared.range) }
        return declared
    }

    private func parameter(_ syntax: FunctionParameterSyntax) -> Parameter {
        let first = name(syntax.firstName)
        var type = syntax.type
        var isInout = false
        if let attributed = type.as(AttributedTypeSyntax.self) {
            isInout = attributed.specifiers.contains { $0.trimmedDescription == "inout" }
            type = attributed.baseType
        }
        let base = self.type(type)
        var parameter = Parameter(
            label: first == "_" ? nil : first, name: syntax.secondName.map(name) ?? first,
            type: syntax.ellipsis == nil ? base : .array(base))
        parameter.isInout = isInout
        parameter.isVariadic = syntax.ellipsis != nil
        if let value = syntax.defaultValue?.value {
            parameter.defaultValue = value.trimmedDescription
            // Checked here for the author's eyes; each call checks its own copy.
            _ = check(value, to: parameter.type, .annotation)
            finish()
        }
        return parameter
    }

    private func checkBody(of declared: UserFunction) {
        let outer = function
        function = declared.context
        defer {
            function = outer
            declared.isChecked = true
        }
        guard let body = declared.syntax.body else { return }
        declared.body = inScope {
            for (parameter, syntax) in zip(declared.parameters, declared.syntax.signature.parameterClause.parameters) {
                let place = range(syntax.secondName ?? syntax.firstName)
                let variable = makeVariable(parameter.name, parameter.type, isLet: !parameter.isInout, at: place)
                variable.isMutated = true  // an inout parameter need not be changed
                declared.context.parameters.append(variable)
                declare(variable)
            }
            return functionBody(body.statements, context: declared.context, end: body.rightBrace)
        }
    }

    /// A body of statements, or of one expression whose value is returned.
    func functionBody(
        _ items: CodeBlockItemListSyntax, context: FunctionContext, end: TokenSyntax
    ) -> [Statement] {
        if items.count == 1, let only = items.first, context.result != .void, context.builder == nil,
            let expression = only.item.as(ExprSyntax.self), !isStatementLike(expression)
        {
            let value = check(expression, to: context.result, .returned)
            finish()
            return [.return(value)]
        }
        let result = statements(items)
        if context.result != .void, context.result != .error, context.builder == nil, !result.alwaysReturns {
            report(.missingReturn("\(shown(context.result))"), at: range(end))
        }
        return result
    }

    func isStatementLike(_ expression: ExprSyntax) -> Bool {
        expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
    }

    // MARK: Expressions as statements

    private func expressionStatement(_ syntax: ExprSyntax, isShown: Bool) -> [Statement] {
        if let conditional = syntax.as(IfExprSyntax.self) { return [ifStatement(conditional)] }
        if let choice = syntax.as(SwitchExprSyntax.self) { return switchStatement(choice) }
        if let builder = function?.builder {
            let value = check(syntax, to: builder.element, .argument)
            finish()
            return [.collect(builder.list, value)]
        }
        let value = check(syntax, expected: nil)
        finish()
        let type = value.type
        if type == .void || type == .never || type == .error || value.isAssignment { return [.expression(value)] }
        if value.isDiscardable { return [.expression(value)] }
        if isShown { return [.show(value)] }
        if let name = value.calleeName {
            report(.unusedResult(name), at: value.range, severity: .warning)
        } else {
            report(.unusedExpression, at: value.range, severity: .warning)
        }
        return [.expression(value)]
    }
}

extension Expression {
    var isAssignment: Bool {
        switch kind {
        case .assign, .compoundAssign: true
        case .chain(_, _, let rest): rest.isAssignment
        default: false
        }
    }

    var isDiscardable: Bool {
        switch kind {
        case .callLibrary(let declaration, _, _): declaration.isDiscardable
        case .callUser(let function, _): function.isDiscardable
        default: false
        }
    }

    var calleeName: String? {
        switch kind {
        case .callLibrary(let declaration, _, _):
            declaration.kind == .function
                ? declaration.name + "(" + declaration.parameters.map { ($0.label ?? "_") + ":" }.joined() + ")" : nil
        case .callUser(let function, _):
            function.name + "(" + function.parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
        default: nil
        }
    }
}

extension Statement {
    /// Whether nothing after it in its block can run.
    var leavesBlock: Bool {
        switch self {
        case .return, .break, .continue: true
        case .if(_, let then, let otherwise):
            !otherwise.isEmpty && (then.last?.leavesBlock ?? false) && (otherwise.last?.leavesBlock ?? false)
        case .block(let body): body.last?.leavesBlock ?? false
        case .expression(let expression): expression.type == .never
        default: false
        }
    }
}

extension [Statement] {
    /// Whether every way through ends in a return.
    var alwaysReturns: Bool {
        contains { statement in
            switch statement {
            case .return: true
            case .expression(let expression): expression.type == .never
            case .if(_, let then, let otherwise): then.alwaysReturns && otherwise.alwaysReturns
            case .switch(_, _, let cases): !cases.isEmpty && cases.allSatisfy { $0.body.alwaysReturns }
            case .while(_, let conditions, _):
                // `while true` without a way out
                conditions.count == 1
                    && {
                        if case .test(let test) = conditions[0], case .bool(true) = test.kind { true } else { false }
                    }()
            case .block(let body): body.alwaysReturns
            default: false
            }
        }
    }
}
