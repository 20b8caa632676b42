import Diagnostics
import SwiftSyntax

/// The type that members are declared in: its own declaration or an extension of it.
struct Home {
    var nominal: Nominal
    var selfType: Type
    /// The conditions of the extension.
    var requirements: [Requirement] = []
    var isExtension = false
    /// All that is known inside.
    var environment: [Requirement] = []
    var isClass: Bool { nominal.kind == .class }
}

extension Checker {
    // MARK: Declaring

    /// A function of the current scope.
    func declareFunction(_ syntax: FunctionDeclSyntax) -> Decl? {
        guard let decl = function(syntax, home: nil) else { return nil }
        let scope = scopes[scopes.count - 1]
        decl.topLevel = declareTopLevel(decl.name, decl.range ?? SourceRange(at: 0))
        if decl.kind == .operator {
            userOperators[decl.name, default: []].append(decl)
            return decl
        }
        if case .functions(let overloads) = scope.names[decl.name], scope.declaredHere.contains(decl.name) {
            if let same = overloads.first(where: {
                $0.parameters.map(\.label) == decl.parameters.map(\.label)
                    && $0.parameters.map(\.type) == decl.parameters.map(\.type) && $0.result == decl.result
                    && $0.generics.isEmpty && decl.generics.isEmpty
            }) {
                report(
                    .redeclaration(decl.signature), at: decl.range ?? SourceRange(at: 0),
                    notes: [DiagnosticNote(CheckerMessage.declaredHere(decl.signature), at: same.range)])
            }
            scope.names[decl.name] = .functions(overloads + [decl])
        } else {
            if scope.declaredHere.contains(decl.name) {
                report(.redeclaration(decl.name), at: decl.range ?? SourceRange(at: 0))
            }
            scope.names[decl.name] = .functions([decl])
        }
        scope.declaredHere.insert(decl.name)
        return decl
    }

    private static let silentModifiers: Set<String> = [
        "public", "internal", "fileprivate", "private", "open", "final", "static", "class", "mutating", "nonmutating",
        "override", "convenience", "required", "prefix", "postfix", "infix", "indirect", "lazy", "package",
    ]

    func checkModifiers(_ modifiers: DeclModifierListSyntax, _ attributes: AttributeListSyntax) -> Bool {
        for modifier in modifiers where !Self.silentModifiers.contains(modifier.name.text) {
            let feature: CheckerMessage.Feature =
                switch modifier.name.text {
                case "weak", "unowned": .weakReferences
                case "nonisolated", "isolated", "async": .concurrency
                default: .other(modifier.name.text)
                }
            report(.unsupported(feature), at: range(modifier))
            return false
        }
        for case .attribute(let attribute) in attributes {
            let name = attribute.attributeName.trimmedDescription
            if ["discardableResult", "inlinable", "inline", "frozen", "usableFromInline", "warn_unqualified_access"]
                .contains(name)
            {
                continue
            }
            report(
                .unsupported(
                    ["MainActor", "Sendable", "concurrent", "globalActor"].contains(name)
                        ? .concurrency : lookUpType(name) != nil ? .propertyWrappers : .attributes),
                at: range(attribute))
            return false
        }
        return true
    }

    func has(_ name: String, _ modifiers: DeclModifierListSyntax) -> Bool {
        modifiers.contains { $0.name.text == name && $0.detail == nil }
    }

    func isPrivate(_ modifiers: DeclModifierListSyntax) -> Bool { has("private", modifiers) }

    /// The signature of a function or method; its body is checked later.
    func function(_ syntax: FunctionDeclSyntax, home: Home?) -> Decl? {
        guard checkModifiers(syntax.modifiers, syntax.attributes) else { return nil }
        if let effect = syntax.signature.effectSpecifiers?.asyncSpecifier {
            report(.unsupported(.concurrency), at: range(effect))
            return nil
        }
        let isOperator =
            switch syntax.name.tokenKind {
            case .binaryOperator, .prefixOperator, .postfixOperator: true
            default: false
            }
        let decl = Decl(
            kind: isOperator ? .operator : .function, name: name(syntax.name), owner: home?.nominal,
            implementation: .requirement)
        decl.range = range(syntax.name)
        decl.isStatic = has("static", syntax.modifiers) || has("class", syntax.modifiers)
        if isOperator { decl.isStatic = true }
        if has("prefix", syntax.modifiers) { decl.fixity = .prefix }
        if has("postfix", syntax.modifiers) { decl.fixity = .postfix }
        decl.isMutating = has("mutating", syntax.modifiers)
        decl.isOverride = has("override", syntax.modifiers)
        decl.isFinal = has("final", syntax.modifiers) || has("static", syntax.modifiers)
        decl.isPrivate = isPrivate(syntax.modifiers)
        decl.isDiscardable = syntax.attributes.contains { $0.trimmedDescription == "@discardableResult" }
        switch syntax.signature.effectSpecifiers?.throwsClause?.throwsSpecifier.text {
        case "throws": decl.throwing = .always
        case "rethrows": decl.throwing = .whenArgumentsDo
        default: break
        }
        if let clause = syntax.signature.effectSpecifiers?.throwsClause, clause.type != nil {
            report(.unsupported(.typedThrows), at: range(clause))
        }
        if home == nil, scopes.count > 1 || function?.isCell == false { decl.context = function }
        if isOperator, home != nil { memberOperatorNames.insert(decl.name) }
        inSignature(home, decl, syntax.genericParameterClause, syntax.genericWhereClause) {
            decl.parameters = self.parameters(syntax.signature.parameterClause.parameters, decl)
            decl.isImplicitlyUnwrapped =
                syntax.signature.returnClause?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
            self.allowsDynamicSelf = decl.isInstanceMember && !decl.isOverride
            decl.result = syntax.signature.returnClause.map { self.type($0.type) } ?? .void
            self.allowsDynamicSelf = false
            guard let body = syntax.body else {
                if home?.nominal.kind != .protocol {
                    self.report(.missingBody, at: self.range(syntax.name))
                }
                return
            }
            let context = FunctionContext(
                name: decl.name, parent: self.bodyParent(home), result: decl.result, mayThrow: decl.throwing != .never)
            decl.implementation = .user(
                self.body(
                    decl, context, body.statements, body.rightBrace, home, syntax.signature.parameterClause.parameters))
        }
        return decl
    }

    private func bodyParent(_ home: Home?) -> FunctionContext? { home == nil ? function : home?.nominal.owner }

    /// Opens the scope of a signature: generic parameters, and what is known of them.
    func inSignature(
        _ home: Home?, _ decl: Decl, _ generics: GenericParameterClauseSyntax?, _ clause: GenericWhereClauseSyntax?,
        _ body: () -> Void
    ) {
        let outer = environment
        environment += home?.environment ?? []
        scopes.append(Scope())
        defer {
            scopes.removeLast()
            environment = outer
        }
        var own: [Requirement] = []
        decl.generics = genericParameters(generics, &own)
        environment += own
        let known = own.count
        let outerDecl = signature
        signature = decl
        whereClause(clause, &own)
        signature = outerDecl
        own += decl.requirements
        decl.requirements = []
        environment += own.dropFirst(known)
        let stated = own
        decl.requirements = (home?.requirements ?? []) + own
        let outerSignature = signature
        signature = decl
        body()
        signature = outerSignature
        checkUse(of: generics, in: decl, stated)
    }

    /// A call could not tell what a generic parameter is that no parameter or result speaks of.
    private func checkUse(of clause: GenericParameterClauseSyntax?, in decl: Decl, _ stated: [Requirement]) {
        guard let clause, !isLibraryCode else { return }
        let said = decl.parameters.map(\.type) + [decl.result]
        for (syntax, key) in zip(clause.parameters, decl.generics) {
            func speaks(_ type: Type) -> Bool { type.contains { $0 == .generic(key) } }
            let isDetermined = stated.contains { requirement in
                if case .same(let a, let b) = requirement { speaks(a) || speaks(b) } else { false }
            }
            if !isDetermined, !said.contains(where: speaks) {
                report(.genericUnused(syntax.name.text), at: range(syntax.name))
            }
        }
    }

    func parameters(_ list: FunctionParameterListSyntax, _ decl: Decl) -> [Param] {
        list.map { parameter($0, decl, isSubscript: decl.kind == .subscript) }
    }

    private func parameter(_ syntax: FunctionParameterSyntax, _ decl: Decl, isSubscript: Bool) -> Param {
        let first = name(syntax.firstName)
        var written = syntax.type
        var isInout = false
        var isAutoclosure = false
        var isEscaping = false
        if let attributed = written.as(AttributedTypeSyntax.self) {
            isInout = attributed.specifiers.contains { $0.trimmedDescription == "inout" }
            isAutoclosure = attributed.attributes.contains { $0.trimmedDescription == "@autoclosure" }
            isEscaping = attributed.attributes.contains { $0.trimmedDescription == "@escaping" }
            written = attributed.baseType
        }
        for case .attribute(let attribute) in syntax.attributes {
            report(.unsupported(.attributes), at: range(attribute))
        }
        let base: Type
        if let opaque = written.as(SomeOrAnyTypeSyntax.self), opaque.someOrAnySpecifier.tokenKind == .keyword(.some) {
            // `some P` is a generic parameter without a name.
            let key = uniqueGeneric("some \(opaque.constraint.trimmedDescription)")
            decl.generics.append(key)
            base = .generic(key)
            var own: [Requirement] = []
            opaqueOwner = decl
            constrain(base, opaque.constraint, &own)
            opaqueOwner = nil
            decl.requirements += own
            environment += own
        } else {
            opaqueOwner = decl
            base = type(written)
            opaqueOwner = nil
        }
        var parameter = Param(
            label: first == "_" || (isSubscript && syntax.secondName == nil) ? nil : first,
            name: syntax.secondName.map(name) ?? first, type: syntax.ellipsis == nil ? base : .array(base))
        parameter.isInout = isInout
        parameter.isAutoclosure = isAutoclosure
        parameter.isEscaping = isEscaping
        parameter.isImplicitlyUnwrapped = written.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
        parameter.isVariadic = syntax.ellipsis != nil
        if let value = syntax.defaultValue?.value {
            parameter.defaultValue = .written(value, scopes: scopes, offset: offset)
            // Checked with the body for the author's eyes; each call checks its own copy.
            let known = (scopes, environment, offset, function)
            let type = parameter.type
            decl.defaultChecks.append { [unowned self] in
                let outer = (self.scopes, self.environment, self.offset, self.function, pending, pendingVariables)
                (self.scopes, self.environment, self.offset, self.function) = known
                (pending, pendingVariables) = ([], [])
                _ = isAutoclosure ? autoclosure(value, type) : check(value, to: type, .annotation)
                finish()
                (self.scopes, self.environment, self.offset, self.function, pending, pendingVariables) = outer
            }
        }
        return parameter
    }

    // MARK: Bodies

    /// A body with its parameters; the checking itself waits until all declarations are known.
    func body(
        _ decl: Decl, _ context: FunctionContext, _ items: CodeBlockItemListSyntax, _ end: TokenSyntax, _ home: Home?,
        _ syntax: FunctionParameterListSyntax?, parameters: [Param]? = nil, isSelfMutating: Bool? = nil
    ) -> FunctionBody {
        let body = FunctionBody(context: context, items: items, end: end)
        contexts.append(context)
        let scopes = scopes
        let environment = environment
        let offset = offset
        let list = parameters ?? decl.parameters
        let isMember = decl.isInstanceMember || decl.kind == .initializer
        var selfVariable: Variable?
        if let home, isMember {
            let isMutating = isSelfMutating ?? decl.isMutating
            let isMade = decl.kind == .initializer && !home.isClass
            let variable = Variable(
                name: "self", type: home.selfType, isLet: !(isMutating || isMade) || home.isClass,
                range: SourceRange(at: decl.range?.lower ?? 0), owner: context)
            variable.isQuiet = true
            variable.isInout = isMutating && !home.isClass && !isMade
            if !isMade { context.parameters.append(variable) }
            selfVariable = variable
            context.selfVariable = variable
            body.selfVariable = variable
        }
        for (index, parameter) in list.enumerated() {
            let token = syntax.map { Array($0)[index] }.map { $0.secondName ?? $0.firstName }
            let variable = Variable(
                name: parameter.name, type: parameter.type, isLet: !parameter.isInout,
                range: token.map { range($0) } ?? SourceRange(at: decl.range?.lower ?? 0), owner: context)
            variable.isQuiet = true
            variable.isInout = parameter.isInout
            variable.isNonEscaping = parameter.isNonEscapingFunction
            variable.isImplicitlyUnwrapped = parameter.isImplicitlyUnwrapped
            context.parameters.append(variable)
        }
        let named = list.enumerated().map {
            ($0.element.name, context.parameters[context.parameters.count - list.count + $0.offset])
        }
        body.check = { [unowned self, unowned body] in
            let outer = (
                self.scopes, self.environment, self.offset, self.function, isInTry, isCaught, pending, pendingVariables,
                chains, chainDepth
            )
            (self.scopes, self.environment, self.offset, self.function) = (scopes, environment, offset, context)
            (isInTry, isCaught, pending, pendingVariables, chains, chainDepth) = (false, false, [], [], [], 0)
            let throwing = throwingCalls
            // `newValue` and `oldValue` of a property whose type its first value says.
            if parameters != nil, decl.kind == .property, let last = context.parameters.last, last.name != "self" {
                decl.pendingType?()
                last.type = decl.result
            }
            if let home {
                let scope = Scope()
                scope.member = MemberScope(nominal: home.nominal, selfType: home.selfType, selfVariable: selfVariable)
                self.scopes.append(scope)
            }
            body.statements = inScope {
                for (name, variable) in named where name != "_" {
                    self.scopes[self.scopes.count - 1].names[name] = .variable(variable)
                }
                return functionBody(body.items, context: context, end: body.end)
                    + (impliedSuperCall(context, selfVariable, body.items).map { [.expression($0)] } ?? [])
            }
            throwingCalls = throwing
            body.isChecked = true
            if !context.isLibrary {
                DefiniteInitialisation.check(body, in: self)
                AccessRules.check(body.statements, in: self)
            }
            (
                self.scopes, self.environment, self.offset, self.function, isInTry, isCaught, pending, pendingVariables,
                chains, chainDepth
            ) = outer
        }
        return body
    }

    /// `super.init()` at the end of a designated initialiser that does not call one, where the superclass has it.
    private func impliedSuperCall(
        _ context: FunctionContext, _ own: Variable?, _ items: CodeBlockItemListSyntax
    ) -> Expression? {
        guard let made = context.initialised, !made.isDelegating, made.nominal.kind == .class, let own,
            let superclass = made.nominal.superclass, !DelegationFinder.delegates(items, to: "super"),
            let found = initializers(of: superclass).first(where: {
                $0.decl.parameters.isEmpty && !$0.decl.isConvenience && !$0.decl.isFailable
                    && $0.decl.throwing == .never
            })
        else { return nil }
        let place = SourceRange(at: own.range.lower)
        let base = Expression(.convert(Expression(.variable(own), own.type, place)), superclass, place)
        let call = Expression.Call(
            decl: found.decl, substitution: selfSubstitution(found.decl, found.base), arguments: [base], isDirect: true)
        return Expression(.call(call), .void, place)
    }

    /// A body of statements, or of one expression whose value is returned.
    func functionBody(
        _ items: CodeBlockItemListSyntax, context: FunctionContext, end: TokenSyntax
    ) -> [Statement] {
        let result = inference.resolve(context.result)
        if items.count == 1, let only = items.first, context.result != .void, context.builder == nil,
            context.initialised == nil,
            let expression = only.item.as(ExprSyntax.self) ?? only.item.as(ExpressionStmtSyntax.self)?.expression,
            !isStatementLike(expression) || ValueBranches.areExpressions(expression)
        {
            let value = check(expression, to: context.result, .returned)
            finish()
            return [value.type == .never ? .expression(value) : .return(value)]
        }
        let statements = statements(items)
        if result != .void, result != .error, result != .never, context.builder == nil, context.initialised == nil,
            !statements.alwaysLeaves
        {
            report(.missingReturn("\(shown(context.result))", isClosure: false), at: range(end))
        }
        return statements
    }

    /// Getter, setter and observers of a property or subscript.
    func accessorBodies(_ decl: Decl, _ parts: Accessors, _ home: Home?) {
        if parts.isAsync { report(.unsupported(.concurrency), at: decl.range ?? SourceRange(at: 0)) }
        if parts.isThrowing { decl.throwing = .always }
        let isValue = !(home?.isClass ?? true)
        if let getter = parts.getter {
            let context = FunctionContext(
                name: decl.name, parent: bodyParent(home), result: decl.result, mayThrow: parts.isThrowing)
            decl.isMutating = parts.isMutatingGetter
            decl.implementation = .user(body(decl, context, getter.items, getter.end, home, nil))
        }
        func writer(
            _ part: (items: CodeBlockItemListSyntax, end: TokenSyntax, parameter: TokenSyntax?), _ name: String
        ) -> FunctionBody {
            let context = FunctionContext(name: decl.name, parent: bodyParent(home), result: .void, mayThrow: false)
            var value = Param(label: nil, name: part.parameter.map(self.name) ?? name, type: decl.result)
            value.isEscaping = true
            return body(
                decl, context, part.items, part.end, home, nil, parameters: decl.parameters + [value],
                isSelfMutating: isValue && !parts.isNonmutatingSetter && !decl.isStatic)
        }
        if let setter = parts.setter {
            decl.hasSetter = true
            decl.setBody = writer(setter, "newValue")
        }
        if let observer = parts.willSet { decl.willSet = writer(observer, "newValue") }
        if let observer = parts.didSet { decl.didSet = writer(observer, "oldValue") }
    }
}
