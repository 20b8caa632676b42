import Diagnostics
import SwiftSyntax

extension Checker {
    /// Checks the items of a block in its own scope.
    func block(_ items: CodeBlockItemListSyntax) -> [Statement] { inScope { statements(items) } }

    /// Checks items in the current scope: types and functions are visible to all of them, names from their declaration on.
    func statements(_ items: CodeBlockItemListSyntax, showsLast: Bool = false) -> [Statement] {
        let list = Array(items)
        let types = declareTypes(list.compactMap { $0.item.as(DeclSyntax.self) })
        var declared: [SyntaxIdentifier: Decl] = [:]
        let scope = scopes[scopes.count - 1]
        for item in list {
            if let syntax = item.item.as(FunctionDeclSyntax.self) { declared[syntax.id] = declareFunction(syntax) }
            for binding in item.item.as(VariableDeclSyntax.self)?.bindings ?? [] {
                if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
                    scope.declaredLater[self.name(name.identifier)] = range(name)
                }
            }
        }
        checkConformances()
        var result: [Statement] = []
        let waits = LaterNames.waits(list, names: scope.declaredLater)
        var waiting: [Int: [() -> Void]] = [:]
        for (index, item) in list.enumerated() {
            let isLast = index == list.count - 1
            let check = { [unowned self] in
                if let function = declared[item.item.id] { checkBody(of: function) }
                types[item.item.id]?()
            }
            if let wait = waits[index] {
                // Its body speaks of a name that is declared further down.
                waiting[wait.index, default: []].append(check)
                declared[item.item.id]?.waitsFor = wait.name
            } else {
                check()
            }
            result += statement(item, isShown: showsLast && isLast)
            if scopes.count == 1 { result += definition(item, declared[item.item.id]) }
            finish()
            for check in waiting.removeValue(forKey: index) ?? [] { check() }
            if !isLast, let last = result.last, last.leavesBlock {
                warn(.unreachable, at: range(list[index + 1]))
            }
        }
        scope.declaredLater = [:]
        return result
    }

    /// A function or type of the top level, with the code that it brings.
    private func definition(_ item: CodeBlockItemSyntax, _ function: Decl?) -> [Statement] {
        if let function { return [.define([function.body].compactMap(\.self), function.range ?? range(item))] }
        guard let group = item.item.asProtocol((any DeclGroupSyntax).self) else { return [] }
        let place = range(item)
        let bodies = membersOfCell.filter { $0.range.map(place.contains) ?? false }.flatMap {
            [$0.body, $0.setBody, $0.willSet, $0.didSet].compactMap(\.self)
        }
        return bodies.isEmpty ? [] : [.define(bodies, range(group.introducer))]
    }

    func checkBody(of decl: Decl) {
        let defaults = decl.defaultChecks
        decl.defaultChecks = []
        for check in defaults { check() }
        for body in [decl.body, decl.setBody, decl.willSet, decl.didSet] {
            guard let body, let check = body.check else { continue }
            body.check = nil
            check()
        }
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
        switch declaration.as(DeclSyntaxEnum.self) {
        case .variableDecl(let variable): return self.variable(variable)
        case .precedenceGroupDecl(let group):
            for case .precedenceGroupRelation(let relation) in group.groupAttributes
            where relation.higherThanOrLowerThanLabel.text == "lowerThan" {
                // Only `higherThan` is understood rightly by the parser's table of operators.
                report(.unsupported(.other("lowerThan")), at: range(relation))
            }
            return []
        // An actor was refused with the types.
        case .functionDecl, .structDecl, .enumDecl, .classDecl, .protocolDecl, .extensionDecl, .typeAliasDecl,
            .operatorDecl, .missingDecl, .actorDecl:
            return []
        case .importDecl(let syntax):
            let name = syntax.path.trimmedDescription
            if ["Foundation", "LessonKit", "Swift"].contains(name) { return [] }
            report(.unsupportedName(name, reason: .imports), at: range(declaration))
            return []
        default:
            report(.unsupported(Refusal.feature(of: declaration)), at: Refusal.place(of: declaration, range))
            return []
        }
    }

    private func variable(_ declaration: VariableDeclSyntax) -> [Statement] {
        if let attribute = declaration.attributes.first {
            report(.unsupported(.attributes), at: range(attribute))
            return []
        }
        for modifier in declaration.modifiers
        where !["private", "fileprivate", "public", "internal"].contains(modifier.name.text) {
            report(
                .unsupported(modifier.name.text == "lazy" ? .lazyLocals : .other(modifier.name.text)),
                at: range(modifier))
            return []
        }
        let isLet = declaration.bindingSpecifier.tokenKind == .keyword(.let)
        var result: [Statement] = []
        // `var a, b: Int`: the annotation of the last holds for those before it without one.
        var sharedAnnotation: Type?
        let bindings = Array(declaration.bindings)
        var annotations = [Type?](repeating: nil, count: bindings.count)
        for index in bindings.indices.reversed() {
            allowsOpenTypes = bindings[index].initializer != nil
            if let annotation = bindings[index].typeAnnotation { sharedAnnotation = type(annotation.type) }
            allowsOpenTypes = false
            if bindings[index].typeAnnotation != nil || bindings[index].initializer == nil {
                annotations[index] = sharedAnnotation
            }
        }
        for (binding, annotation) in zip(bindings, annotations) {
            if let accessors = binding.accessorBlock {
                let parts = Accessors(accessors)
                if parts.willSet != nil || parts.didSet != nil {
                    observed(binding, parts, annotation, &result)
                } else {
                    computed(binding, accessors, annotation, &result)
                }
                continue
            }
            guard let initializer = binding.initializer else {
                guard let annotation, let name = binding.pattern.as(IdentifierPatternSyntax.self) else {
                    report(.typeAnnotationMissing, at: range(binding.pattern))
                    continue
                }
                let variable = makeVariable(self.name(name.identifier), annotation, isLet: isLet, at: range(name))
                variable.isImplicitlyUnwrapped = isUnwrapped(binding)
                declare(variable)
                if !(annotation.isOptional && !isLet) { variable.needsInitialisation = true }
                result.append(.declareUninitialised(variable))
                continue
            }
            let value =
                if let annotation { check(initializer.value, to: annotation, .annotation) } else {
                    check(initializer.value, expected: nil)
                }
            if annotation == nil, case .type = value.kind, case .metatype = value.type {
                if !initializer.value.trimmedDescription.hasSuffix(".self") {
                    report(.typeAsValue, at: value.range)
                    continue
                }
            }
            // Types must be known before the names are used in the next binding.
            finish()
            if annotation == nil, value.type == .void, binding.pattern.is(IdentifierPatternSyntax.self) {
                warn(
                    .inferredVoid(binding.pattern.trimmedDescription), at: range(binding.pattern))
            }
            let pattern = self.pattern(
                binding.pattern, annotation.map(inference.defaulted) ?? value.type, isLet: isLet)
            finish()
            if case .variable(let variable) = pattern { variable.isImplicitlyUnwrapped = isUnwrapped(binding) }
            result.append(.declare(pattern, value))
        }
        return result
    }

    private func isUnwrapped(_ binding: PatternBindingSyntax) -> Bool {
        binding.typeAnnotation?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
    }

    /// A computed variable outside types.
    private func computed(
        _ binding: PatternBindingSyntax, _ accessors: AccessorBlockSyntax, _ annotation: Type?,
        _ result: inout [Statement]
    ) {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else { return }
        let parts = Accessors(accessors)
        guard let annotation else {
            report(.typeAnnotationMissing, at: range(binding.pattern))
            return
        }
        let decl = Decl(kind: .property, name: self.name(name.identifier), owner: nil, implementation: .requirement)
        decl.result = annotation
        decl.range = range(name)
        decl.context = function?.isCell == false || scopes.count > 1 ? function : nil
        accessorBodies(decl, parts, nil)
        let variable = makeVariable(decl.name, annotation, isLet: false, at: range(name))
        variable.accessors = decl
        declare(variable)
        checkBody(of: decl)
    }

    /// A variable with observers: a hidden variable that only the observers see under its name, and accessors for all
    /// others.
    private func observed(
        _ binding: PatternBindingSyntax, _ parts: Accessors, _ annotation: Type?, _ result: inout [Statement]
    ) {
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else { return }
        guard let initializer = binding.initializer else {
            report(.observedNeedsValue, at: range(identifier))
            return
        }
        let value =
            if let annotation { check(initializer.value, to: annotation, .annotation) } else {
                check(initializer.value, expected: nil)
            }
        finish()
        let type = annotation ?? value.type
        let name = self.name(identifier.identifier)
        let storage = makeVariable(name, type, isLet: false, at: range(identifier))
        storage.isQuiet = true
        storage.isMutated = true
        if storage.isGlobal { globals.append(storage) }
        result.append(.declare(.variable(storage), value))
        let decl = Decl(kind: .property, name: name, owner: nil, implementation: .requirement)
        decl.result = type
        decl.range = range(identifier)
        decl.hasSetter = true
        decl.context = function?.isCell == false || scopes.count > 1 ? function : nil
        // The observers see the storage itself, so that they do not call themselves.
        let inside = Scope()
        inside.names[name] = .variable(storage)
        scopes.append(inside)
        let willSet = parts.willSet.map { observer($0, "newValue", decl) }
        let didSet = parts.didSet.map { observer($0, "oldValue", decl) }
        scopes.removeLast()
        let place = SourceRange(at: range(identifier).lower)
        let stored = { Expression(.variable(storage), type, place) }
        let getter = FunctionContext(name: name, parent: function, result: type, mayThrow: false)
        getter.use(storage)
        let read = FunctionBody(context: getter, items: [], end: .endOfFileToken())
        read.statements = [.return(stored())]
        read.isChecked = true
        decl.implementation = .user(read)
        let setter = FunctionContext(name: name, parent: function, result: .void, mayThrow: false)
        setter.use(storage)
        let new = Variable(name: "newValue", type: type, isLet: true, range: place, owner: setter)
        setter.parameters = [new]
        let old = Variable(name: "oldValue", type: type, isLet: true, range: place, owner: setter)
        let write = FunctionBody(context: setter, items: [], end: .endOfFileToken())
        func call(_ observer: Decl?, _ argument: Variable) -> [Statement] {
            guard let observer, let body = observer.body else { return [] }
            setter.call(body)
            let argument = Expression(.variable(argument), type, place)
            let call = Expression.Call(decl: observer, substitution: [:], arguments: [argument])
            return [.expression(Expression(.call(call), .void, place))]
        }
        write.statements =
            [.declare(.variable(old), stored())] + call(willSet, new)
            + [.expression(Expression(.assign(stored(), Expression(.variable(new), type, place)), .void, place))]
            + call(didSet, old)
        write.isChecked = true
        decl.setBody = write
        contexts += [getter, setter]
        let variable = makeVariable(name, type, isLet: false, at: range(identifier))
        variable.accessors = decl
        declare(variable)
        for observer in [willSet, didSet] { observer.map(checkBody) }
    }

    private func observer(
        _ part: (items: CodeBlockItemListSyntax, end: TokenSyntax, parameter: TokenSyntax?), _ usual: String,
        _ owner: Decl
    ) -> Decl {
        let decl = Decl(kind: .function, name: owner.name, owner: nil, implementation: .requirement)
        decl.range = owner.range
        decl.context = owner.context
        let parameter = Param(label: nil, name: part.parameter.map(name) ?? usual, type: owner.result)
        decl.parameters = [parameter]
        let context = FunctionContext(name: owner.name, parent: function, result: .void, mayThrow: false)
        decl.implementation = .user(body(decl, context, part.items, part.end, nil, nil))
        return decl
    }

    // MARK: Expressions as statements

    private func expressionStatement(_ syntax: ExprSyntax, isShown: Bool) -> [Statement] {
        if let conditional = syntax.as(IfExprSyntax.self) {
            if isShown, ValueBranches.areExpressions(syntax), let value = shownValue(syntax) { return [.show(value)] }
            return [ifStatement(conditional)]
        }
        if let choice = syntax.as(SwitchExprSyntax.self) { return [switchStatement(choice)] }
        if let builder = function?.builder {
            let value = check(syntax, to: builder.element, .argument)
            finish()
            return [.collect(builder.list, value)]
        }
        let value = check(syntax, expected: nil)
        finish()
        let type = value.type
        if isShown, case .metatype = type { return [.expression(value)] }
        if type == .void || type == .never || type == .error || value.isAssignment || type == .optional(.void) {
            return [.expression(value)]
        }
        if value.isDiscardable { return [.expression(value)] }
        if isShown { return [.show(value)] }
        if let name = value.calleeName {
            warn(.unusedResult(name), at: value.range)
        } else if case .closure = value.kind {
            report(.unusedClosure, at: value.range)
        } else {
            warn(.unusedExpression, at: value.range)
        }
        return [.expression(value)]
    }

    private func shownValue(_ syntax: ExprSyntax) -> Expression? { nil }
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
        case .call(let call): call.decl.isDiscardable
        case .chain(_, _, let rest): rest.isDiscardable
        case .wrap(let inner), .unwrap(let inner), .tryForce(let inner), .convert(let inner): inner.isDiscardable
        case .tryOptional(let inner): inner.isDiscardable || inner.unwrappedChain.type == .void
        default: false
        }
    }

    var calleeName: String? {
        switch kind {
        case .call(let call): call.decl.kind == .function ? call.decl.signature : nil
        case .wrap(let inner), .chain(_, _, let inner): inner.calleeName
        default: nil
        }
    }
}

extension Statement {
    /// Whether nothing after it in its block can run.
    var leavesBlock: Bool {
        switch self {
        case .return, .break, .continue, .throw, .fallthrough: true
        case .if(_, let then, let otherwise):
            then.alwaysLeavesBlock && otherwise.alwaysLeavesBlock
        case .block(let label, let body): label == nil && body.alwaysLeavesBlock
        case .expression(let expression), .declare(_, let expression): expression.type == .never
        case .switch(_, _, _, let cases):
            !cases.isEmpty && cases.allSatisfy { $0.body.alwaysLeaves }
        case .doCatch(_, let body, _, let cases):
            body.alwaysLeavesBlock && cases.allSatisfy { $0.body.alwaysLeavesBlock }
        case .while(_, let conditions, let body): conditions.isAlwaysTrue && !body.hasBreak
        default: false
        }
    }
}

extension [Statement.Condition] {
    var isAlwaysTrue: Bool {
        if count == 1, case .test(let test) = self[0], case .bool(true) = test.kind { true } else { false }
    }
}

extension [Statement] {
    var alwaysLeavesBlock: Bool { contains(where: \.leavesBlock) }

    /// Whether every way through ends in a return or a thrown error.
    var alwaysLeaves: Bool {
        contains { statement in
            switch statement {
            case .return, .throw, .fallthrough: true
            case .expression(let expression): expression.type == .never
            case .if(_, let then, let otherwise): then.alwaysLeaves && otherwise.alwaysLeaves
            case .switch(let label, _, _, let cases):
                !cases.isEmpty && cases.allSatisfy { $0.body.alwaysLeaves && !$0.body.hasBreak }
                    && (label == nil || !cases.contains { $0.body.hasBreak })
            case .while(_, let conditions, let body): conditions.isAlwaysTrue && !body.hasBreak
            case .repeatWhile(_, let body, let condition):
                body.alwaysLeaves || { if case .bool(true) = condition.kind { !body.hasBreak } else { false } }()
            case .block(_, let body): body.alwaysLeaves
            case .doCatch(_, let body, _, let cases):
                body.alwaysLeaves && cases.allSatisfy { $0.body.alwaysLeaves }
            default: false
            }
        }
    }

    /// Whether a `break` in it, loops and switches inside apart, may leave the statement around.
    var hasBreak: Bool {
        contains { statement in
            switch statement {
            case .break: true
            case .if(_, let then, let otherwise): then.hasBreak || otherwise.hasBreak
            case .guard(_, let otherwise): otherwise.hasBreak
            case .block(_, let body): body.hasBreak
            case .doCatch(_, let body, _, let cases): body.hasBreak || cases.contains { $0.body.hasBreak }
            case .switch(_, _, _, let cases): cases.contains { $0.body.hasLabelledBreak }
            case .while(_, _, let body), .repeatWhile(_, let body, _), .forIn(_, _, _, _, let body):
                body.hasLabelledBreak
            default: false
            }
        }
    }

    var hasLabelledBreak: Bool {
        contains { statement in
            switch statement {
            case .break(let label, _): label != nil
            case .if(_, let then, let otherwise): then.hasLabelledBreak || otherwise.hasLabelledBreak
            case .guard(_, let otherwise): otherwise.hasLabelledBreak
            case .block(_, let body): body.hasLabelledBreak
            case .doCatch(_, let body, _, let cases):
                body.hasLabelledBreak || cases.contains { $0.body.hasLabelledBreak }
            case .switch(_, _, _, let cases): cases.contains { $0.body.hasLabelledBreak }
            case .while(_, _, let body), .repeatWhile(_, let body, _), .forIn(_, _, _, _, let body):
                body.hasLabelledBreak
            default: false
            }
        }
    }
}

/// The accessors of a property or subscript.
struct Accessors {
    var getter: (items: CodeBlockItemListSyntax, end: TokenSyntax)?
    var setter: (items: CodeBlockItemListSyntax, end: TokenSyntax, parameter: TokenSyntax?)?
    var willSet: (items: CodeBlockItemListSyntax, end: TokenSyntax, parameter: TokenSyntax?)?
    var didSet: (items: CodeBlockItemListSyntax, end: TokenSyntax, parameter: TokenSyntax?)?
    var hasGet = false
    var hasSet = false
    var isMutatingGetter = false
    var isNonmutatingSetter = false
    var isThrowing = false
    var isAsync = false

    init(_ block: AccessorBlockSyntax) {
        switch block.accessors {
        case .getter(let items): getter = (items, block.rightBrace)
        case .accessors(let list):
            for accessor in list {
                let parameter = accessor.parameters?.name
                if accessor.effectSpecifiers?.throwsClause != nil { isThrowing = true }
                if accessor.effectSpecifiers?.asyncSpecifier != nil { isAsync = true }
                let body = accessor.body
                switch accessor.accessorSpecifier.text {
                case "get":
                    hasGet = true
                    if let body { getter = (body.statements, body.rightBrace) }
                    isMutatingGetter = accessor.modifier?.name.text == "mutating"
                case "set":
                    hasSet = true
                    if let body { setter = (body.statements, body.rightBrace, parameter) }
                    isNonmutatingSetter = accessor.modifier?.name.text == "nonmutating"
                case "willSet": if let body { willSet = (body.statements, body.rightBrace, parameter) }
                case "didSet": if let body { didSet = (body.statements, body.rightBrace, parameter) }
                default: break
                }
            }
        }
    }
}
