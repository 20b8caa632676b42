import Diagnostics
import SwiftSyntax

/// Members of types of the notebook, and what the compiler adds to them.
extension Checker {
    func members(_ block: MemberBlockSyntax, _ home: Home, _ box: CheckBox) {
        for member in block.members {
            switch member.decl.as(DeclSyntaxEnum.self) {
            case .functionDecl(let syntax):
                if let decl = function(syntax, home: home) { add(decl, to: home, box) }
            case .variableDecl(let syntax): properties(syntax, home, box)
            case .initializerDecl(let syntax): initializer(syntax, home, box)
            case .subscriptDecl(let syntax): self.subscript(syntax, home, box)
            case .enumCaseDecl(let syntax): cases(syntax, home)
            case .associatedTypeDecl, .structDecl, .enumDecl, .classDecl, .protocolDecl, .typeAliasDecl, .actorDecl:
                break
            case .deinitializerDecl(let syntax): report(.unsupported(.deinitializers), at: range(syntax.deinitKeyword))
            case .ifConfigDecl: report(.unsupported(.conditionalCompilation), at: Refusal.place(of: member.decl, range))
            default: report(.unsupported(Refusal.feature(of: member.decl)), at: Refusal.place(of: member.decl, range))
            }
        }
    }

    private func add(_ decl: Decl, to home: Home, _ box: CheckBox) {
        let nominal = home.nominal
        if decl.requirements.isEmpty { decl.requirements = home.requirements }
        if let same = nominal.members[decl.name]?.first(where: {
            $0.range != nil && !$0.isRequirement && hasSameSignature($0, decl)
                && $0.parameters.map(\.type) == decl.parameters.map(\.type)
                && $0.result == decl.result && $0.requirements == decl.requirements
                && $0.generics.count == decl.generics.count
                && $0.generics.isEmpty
        }), decl.kind != .enumCase {
            report(
                .redeclaration(decl.signature), at: decl.range ?? SourceRange(at: 0),
                notes: [DiagnosticNote(CheckerMessage.declaredHere(decl.signature), at: same.range)])
        }
        checkOverride(decl, home)
        // An extension of a library type may replace what the library has, for its own conditions.
        nominal.members[decl.name, default: []].insert(decl, at: 0)
        if nominal.members[decl.name]?.count ?? 0 > 1, !nominal.isLibrary {
            nominal.members[decl.name]?.removeFirst()
            nominal.members[decl.name]?.append(decl)
        }
        box.checks.append { [unowned self] in checkBody(of: decl) }
        membersOfCell.append(decl)
    }

    private func checkOverride(_ decl: Decl, _ home: Home) {
        guard home.isClass, decl.kind != .initializer, !decl.isStatic || decl.isOverride else { return }
        var ancestor = superclass(of: home.selfType)
        var overridden: Decl?
        while let type = ancestor, case .nominal(let key, _) = type, overridden == nil {
            overridden = nominal(key)?.members[decl.name]?.first {
                $0.isStatic == decl.isStatic && overrides(decl, $0) && !$0.isPrivate
            }
            ancestor = superclass(of: type)
        }
        if decl.isOverride {
            guard let overridden else {
                report(
                    .overridesNothing(decl.kind == .property ? "property" : "method"),
                    at: decl.range ?? SourceRange(at: 0))
                return
            }
            if overridden.isFinal {
                report(
                    .overridesFinal(decl.kind == .property ? "property" : "instance method"),
                    at: decl.range ?? SourceRange(at: 0),
                    notes: [DiagnosticNote(CheckerMessage.declaredHere(overridden.signature), at: overridden.range)])
            }
            if decl.isStatic { report(.unsupported(.staticOverride), at: decl.range ?? SourceRange(at: 0)) }
            if !decl.generics.isEmpty { report(.unsupported(.genericOverride), at: decl.range ?? SourceRange(at: 0)) }
        } else if let overridden, decl.range != nil, !decl.isStatic {
            report(
                .needsOverride, at: decl.range ?? SourceRange(at: 0),
                notes: [DiagnosticNote(CheckerMessage.declaredHere(overridden.signature), at: overridden.range)],
                fixIts: [])
        }
    }

    // MARK: Properties

    private func properties(_ syntax: VariableDeclSyntax, _ home: Home, _ box: CheckBox) {
        guard checkModifiers(syntax.modifiers, syntax.attributes) else { return }
        var annotation: Type?
        let bindings = Array(syntax.bindings)
        var annotations = [Type?](repeating: nil, count: bindings.count)
        for index in bindings.indices.reversed() {
            if let written = bindings[index].typeAnnotation { annotation = type(written.type) }
            if bindings[index].typeAnnotation != nil || bindings[index].initializer == nil {
                annotations[index] = annotation
            }
        }
        for (binding, annotation) in zip(bindings, annotations) { property(binding, annotation, syntax, home, box) }
    }

    private func property(
        _ binding: PatternBindingSyntax, _ annotation: Type?, _ syntax: VariableDeclSyntax, _ home: Home,
        _ box: CheckBox
    ) {
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else {
            report(.unsupported(.patterns), at: range(binding.pattern))
            return
        }
        let nominal = home.nominal
        let name = name(identifier.identifier)
        let decl = Decl(kind: .property, name: name, owner: nominal, implementation: .requirement)
        decl.range = range(identifier)
        decl.isStatic = has("static", syntax.modifiers) || has("class", syntax.modifiers)
        decl.isPrivate = isPrivate(syntax.modifiers)
        decl.isPrivateSet = syntax.modifiers.contains { $0.name.text == "private" && $0.detail != nil }
        decl.isOverride = has("override", syntax.modifiers)
        decl.isFinal = has("final", syntax.modifiers)
        decl.isLet = syntax.bindingSpecifier.tokenKind == .keyword(.let)
        decl.requirements = home.requirements
        decl.result = annotation ?? .error
        decl.isImplicitlyUnwrapped =
            binding.typeAnnotation?.type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false
        let accessors = binding.accessorBlock.map(Accessors.init)
        if nominal.kind == .protocol, home.requirements.isEmpty, accessors?.getter == nil, accessors?.setter == nil,
            accessors != nil
        {
            decl.hasSetter = accessors?.hasSet ?? false
            add(decl, to: home, box)
            return
        }
        if let accessors, accessors.getter != nil {
            if annotation == nil { report(.computedNeedsType, at: range(identifier)) }
            accessorBodies(decl, accessors, home)
            add(decl, to: home, box)
            return
        }
        if nominal.kind == .protocol || (nominal.kind == .enum && !decl.isStatic) {
            report(.storedPropertyNotAllowed(nominal.kind == .enum ? "enums" : "protocols"), at: range(identifier))
            return
        }
        if nominal.stored.isEmpty, nominal.isLibrary, !decl.isStatic {
            report(.storedPropertyNotAllowed("extensions"), at: range(identifier))
            return
        }
        if annotation == nil, binding.initializer == nil {
            report(.typeAnnotationMissing, at: range(identifier))
            return
        }
        if decl.isOverride {
            if let accessors {
                overriddenObservers(decl, accessors, home, box)
            } else {
                report(.unsupported(.other("override var")), at: range(identifier))
            }
            return
        }
        if decl.isStatic { return staticProperty(decl, binding, annotation, home, box) }
        if has("lazy", syntax.modifiers) { return lazyProperty(decl, binding, annotation, home, box) }
        stored(decl, binding, annotation, home, box)
        if let accessors { accessorBodies(decl, accessors, home) }
        decl.implementation = .stored(nominal.stored.count - 1)
        add(decl, to: home, box)
    }

    private func stored(
        _ decl: Decl, _ binding: PatternBindingSyntax, _ annotation: Type?, _ home: Home, _ box: CheckBox
    ) {
        let nominal = home.nominal
        decl.hasSetter = true
        let isOptionalVar = !decl.isLet && (annotation?.isOptional ?? false)
        let property = Nominal.StoredProperty(
            name: decl.name, type: annotation ?? .error, isLet: decl.isLet, decl: decl,
            hasInitial: binding.initializer != nil || isOptionalVar)
        nominal.stored.append(property)
        if let initializer = binding.initializer {
            initialValue(initializer.value, decl, annotation, home, box) { value, type in
                property.initial = value
                property.type = type
            }
        }
    }

    /// Checks the first value of a property when its type is first needed, or where the declaration stands.
    private func initialValue(
        _ syntax: ExprSyntax, _ decl: Decl, _ annotation: Type?, _ home: Home, _ box: CheckBox,
        done: @escaping (Expression, Type) -> Void
    ) {
        let scopes = scopes
        let environment = environment
        let offset = offset
        let context = FunctionContext(
            name: decl.name, parent: home.nominal.owner, result: annotation ?? .void, mayThrow: false)
        var isDone = false
        let check = { [unowned self] in
            guard !isDone else { return }
            isDone = true
            let outer = (
                self.scopes, self.environment, self.offset, self.function, isInTry, isCaught, pending, pendingVariables,
                chains, chainDepth
            )
            (self.scopes, self.environment, self.offset, self.function) = (scopes, environment, offset, context)
            (isInTry, isCaught, pending, pendingVariables, chains, chainDepth) = (false, false, [], [], [], 0)
            let value =
                if let annotation { self.check(syntax, to: annotation, .annotation) } else {
                    self.check(syntax, expected: nil)
                }
            finish()
            decl.result = annotation ?? value.type
            done(value, decl.result)
            (
                self.scopes, self.environment, self.offset, self.function, isInTry, isCaught, pending, pendingVariables,
                chains, chainDepth
            ) = outer
        }
        if annotation == nil {
            decl.pendingType = { [unowned decl] in
                decl.pendingType = nil
                check()
            }
        }
        box.checks.append(check)
    }

    private func staticProperty(
        _ decl: Decl, _ binding: PatternBindingSyntax, _ annotation: Type?, _ home: Home, _ box: CheckBox
    ) {
        if !home.nominal.generics.isEmpty || home.nominal.kind == .protocol {
            report(.staticInGeneric, at: decl.range ?? SourceRange(at: 0))
            return
        }
        let variable = Variable(
            name: decl.name, type: annotation ?? .error, isLet: decl.isLet, range: decl.range ?? SourceRange(at: 0),
            owner: nil)
        variable.isQuiet = true
        let storage = StaticStorage(variable: variable)
        decl.implementation = .global(storage)
        decl.hasSetter = !decl.isLet
        if let accessors = binding.accessorBlock { report(.unsupported(.staticObservers), at: range(accessors)) }
        if let initializer = binding.initializer {
            initialValue(initializer.value, decl, annotation, home, box) { value, type in
                storage.initial = value
                variable.type = type
            }
        } else if !(annotation?.isOptional ?? false) || decl.isLet {
            report(.staticNeedsValue(decl.name), at: decl.range ?? SourceRange(at: 0))
        }
        add(decl, to: home, box)
    }

    /// `lazy var`: a hidden optional, and accessors that fill it when it is first read.
    private func lazyProperty(
        _ decl: Decl, _ binding: PatternBindingSyntax, _ annotation: Type?, _ home: Home, _ box: CheckBox
    ) {
        guard let initializer = binding.initializer else {
            report(.lazyNeedsValue, at: decl.range ?? SourceRange(at: 0))
            return
        }
        let hidden = Decl(
            kind: .property, name: "$__lazy_storage_$_\(decl.name)", owner: home.nominal,
            implementation: .stored(home.nominal.stored.count))
        hidden.hasSetter = true
        hidden.isPrivate = true
        let property = Nominal.StoredProperty(
            name: hidden.name, type: .error, isLet: false, decl: hidden, hasInitial: true)
        home.nominal.stored.append(property)
        decl.isLazy = true
        decl.isMutating = !home.isClass
        decl.hasSetter = true
        let context = FunctionContext(
            name: decl.name, parent: home.nominal.owner, result: annotation ?? .error, mayThrow: false)
        let items = CodeBlockItemListSyntax([CodeBlockItemSyntax(item: .expr(initializer.value))])
        let getter = body(
            decl, context, items, initializer.value.lastToken(viewMode: .sourceAccurate) ?? .endOfFileToken(), home,
            nil, parameters: [])
        let place = range(initializer.value)
        getter.check = { [unowned self, unowned getter] in
            let outer = (self.scopes, self.environment, self.function, pending, pendingVariables, isInTry, isCaught)
            (pending, pendingVariables, isInTry, isCaught) = ([], [], false, false)
            self.function = context
            let scope = Scope()
            scope.member = MemberScope(
                nominal: home.nominal, selfType: home.selfType, selfVariable: getter.selfVariable)
            self.scopes.append(scope)
            let value =
                annotation.map { self.check(initializer.value, to: $0, .annotation) }
                ?? self.check(initializer.value, expected: nil)
            finish()
            let type = annotation ?? value.type
            decl.result = type
            context.result = type
            hidden.result = .optional(type)
            property.type = .optional(type)
            if let own = getter.selfVariable {
                let me = Expression(.variable(own), home.selfType, place)
                let substitution = selfSubstitution(hidden, home.selfType)
                let read = Expression(
                    .call(Expression.Call(decl: hidden, substitution: substitution, arguments: [me])), .optional(type),
                    place)
                let known = Variable(
                    name: "$known", type: type, isLet: true, range: SourceRange(at: place.lower), owner: context)
                let made = Variable(
                    name: "$made", type: type, isLet: true, range: SourceRange(at: place.lower), owner: context)
                let wrapped = Expression(.wrap(Expression(.variable(made), type, place)), .optional(type), place)
                getter.statements = [
                    .if([.bind(known, read)], [.return(Expression(.variable(known), type, place))], []),
                    .declare(.variable(made), value),
                    .expression(Expression(.assign(read, wrapped), .void, place)),
                    .return(Expression(.variable(made), type, place)),
                ]
            }
            getter.isChecked = true
            (self.scopes, self.environment, self.function, pending, pendingVariables, isInTry, isCaught) = outer
        }
        // The scopes of the declaration, for a type that is asked for early.
        let scopes = scopes
        let environment = environment
        let offset = offset
        if annotation == nil {
            decl.pendingType = { [unowned self, unowned decl] in
                decl.pendingType = nil
                let outer = (self.scopes, self.environment, self.offset)
                (self.scopes, self.environment, self.offset) = (scopes, environment, offset)
                checkBody(of: decl)
                (self.scopes, self.environment, self.offset) = outer
            }
        } else {
            property.type = .optional(annotation ?? .error)
            hidden.result = property.type
        }
        property.initial = Expression(.nil, .error, place)
        decl.implementation = .user(getter)
        decl.lazyStorage = hidden
        home.nominal.members[hidden.name] = [hidden]
        add(decl, to: home, CheckBox())
        box.checks.append { [unowned self] in
            let outer = (self.scopes, self.environment, self.offset)
            (self.scopes, self.environment, self.offset) = (scopes, environment, offset)
            checkBody(of: decl)
            (self.scopes, self.environment, self.offset) = outer
        }
    }

    /// `override var x { didSet { … } }`: the inherited property with observers around it.
    private func overriddenObservers(_ decl: Decl, _ accessors: Accessors, _ home: Home, _ box: CheckBox) {
        guard let superclass = superclass(of: home.selfType),
            let inherited = members(of: superclass, named: decl.name, isStatic: false).first(where: {
                $0.decl.kind == .property
            })
        else {
            report(.overridesNothing("property"), at: decl.range ?? SourceRange(at: 0))
            return
        }
        inherited.decl.pendingType?()
        let known = selfSubstitution(inherited.decl, inherited.base)
        let type = inherited.decl.result.substituting(known)
        decl.result = type
        decl.hasSetter = true
        accessorBodies(decl, accessors, home)
        // The observers become methods that the setter calls.
        let observers = [decl.willSet, decl.didSet].map { body in
            body.map { Decl(kind: .function, name: decl.name, owner: home.nominal, implementation: .user($0)) }
        }
        (decl.willSet, decl.didSet) = (nil, nil)
        let place = SourceRange(at: decl.range?.lower ?? 0)
        func context(_ result: Type) -> (FunctionContext, Variable) {
            let context = FunctionContext(name: decl.name, parent: home.nominal.owner, result: result, mayThrow: false)
            let own = Variable(name: "self", type: home.selfType, isLet: true, range: place, owner: context)
            context.parameters = [own]
            context.selfVariable = own
            contexts.append(context)
            return (context, own)
        }
        func above(_ own: Variable) -> Expression {
            let base = Expression(.convert(Expression(.variable(own), home.selfType, place)), superclass, place)
            let call = Expression.Call(decl: inherited.decl, substitution: known, arguments: [base], isDirect: true)
            return Expression(.call(call), type, place)
        }
        func body(_ context: FunctionContext, _ own: Variable, _ statements: [Statement]) -> FunctionBody {
            let body = FunctionBody(context: context, items: [], end: .endOfFileToken())
            body.selfVariable = own
            body.statements = statements
            body.isChecked = true
            return body
        }
        let (getter, readSelf) = context(type)
        decl.implementation = .user(body(getter, readSelf, [.return(above(readSelf))]))
        let (setter, writeSelf) = context(.void)
        let new = Variable(name: "newValue", type: type, isLet: true, range: place, owner: setter)
        let old = Variable(name: "oldValue", type: type, isLet: true, range: place, owner: setter)
        setter.parameters.append(new)
        func notify(_ observer: Decl?, _ value: Variable) -> [Statement] {
            guard let observer else { return [] }
            let arguments = [
                Expression(.variable(writeSelf), home.selfType, place), Expression(.variable(value), type, place),
            ]
            let call = Expression.Call(
                decl: observer, substitution: selfSubstitution(observer, home.selfType), arguments: arguments,
                isDirect: true)
            return [.expression(Expression(.call(call), .void, place))]
        }
        decl.setBody = body(
            setter, writeSelf,
            [.declare(.variable(old), above(writeSelf))] + notify(observers[0], new)
                + [
                    .expression(
                        Expression(.assign(above(writeSelf), Expression(.variable(new), type, place)), .void, place))
                ]
                + notify(observers[1], old))
        add(decl, to: home, box)
        for observer in observers.compactMap({ $0 }) { box.checks.append { [unowned self] in checkBody(of: observer) } }
    }

    // MARK: Initialisers and subscripts

    private func initializer(_ syntax: InitializerDeclSyntax, _ home: Home, _ box: CheckBox) {
        guard checkModifiers(syntax.modifiers, syntax.attributes) else { return }
        let decl = Decl(kind: .initializer, name: "init", owner: home.nominal, implementation: .requirement)
        decl.range = range(syntax.initKeyword)
        decl.isFailable = syntax.optionalMark != nil
        decl.isImplicitlyUnwrapped = syntax.optionalMark?.tokenKind == .exclamationMark
        decl.isConvenience = has("convenience", syntax.modifiers)
        decl.isRequired = has("required", syntax.modifiers)
        decl.isOverride = has("override", syntax.modifiers) || decl.isRequired
        decl.isPrivate = isPrivate(syntax.modifiers)
        decl.result = home.selfType
        if let effects = syntax.signature.effectSpecifiers {
            if let effect = effects.asyncSpecifier { report(.unsupported(.concurrency), at: range(effect)) }
            switch effects.throwsClause?.throwsSpecifier.text {
            case "throws": decl.throwing = .always
            case "rethrows": decl.throwing = .whenArgumentsDo
            default: break
            }
        }
        inSignature(home, decl, syntax.genericParameterClause, syntax.genericWhereClause) {
            decl.parameters = self.parameters(syntax.signature.parameterClause.parameters, decl)
            guard let body = syntax.body else {
                if home.nominal.kind != .protocol { self.report(.missingBody, at: self.range(syntax.initKeyword)) }
                return
            }
            let context = FunctionContext(
                name: "init", parent: home.nominal.owner, result: home.selfType, mayThrow: decl.throwing != .never)
            let isDelegating = decl.isConvenience || DelegationFinder.delegates(body.statements)
            context.initialised = FunctionContext.Initialised(
                nominal: home.nominal, isFailable: decl.isFailable, isDelegating: isDelegating)
            let made = self.body(
                decl, context, body.statements, body.rightBrace, home, syntax.signature.parameterClause.parameters)
            decl.implementation = .user(made)
        }
        add(decl, to: home, box)
    }

    private func `subscript`(_ syntax: SubscriptDeclSyntax, _ home: Home, _ box: CheckBox) {
        guard checkModifiers(syntax.modifiers, syntax.attributes) else { return }
        let decl = Decl(kind: .subscript, name: "subscript", owner: home.nominal, implementation: .requirement)
        decl.range = range(syntax.subscriptKeyword)
        decl.isStatic = has("static", syntax.modifiers)
        decl.isOverride = has("override", syntax.modifiers)
        decl.isPrivate = isPrivate(syntax.modifiers)
        inSignature(home, decl, syntax.genericParameterClause, syntax.genericWhereClause) {
            decl.parameters = self.parameters(syntax.parameterClause.parameters, decl)
            decl.result = self.type(syntax.returnClause.type)
            guard let block = syntax.accessorBlock else { return }
            let accessors = Accessors(block)
            if accessors.getter == nil {
                decl.hasSetter = accessors.hasSet
            } else {
                self.accessorBodies(decl, accessors, home)
            }
        }
        add(decl, to: home, box)
    }

    // MARK: Enum cases

    private func cases(_ syntax: EnumCaseDeclSyntax, _ home: Home) {
        let nominal = home.nominal
        for element in syntax.elements {
            let name = name(element.name)
            var payload: [Type.Element] = []
            var parameters: [Param] = []
            for parameter in element.parameterClause?.parameters ?? [] {
                let label = parameter.firstName.map(self.name).flatMap { $0 == "_" ? nil : $0 }
                let type = type(parameter.type)
                payload.append(Type.Element(label, type))
                var param = Param(label: label, name: label ?? "_", type: type)
                if let value = parameter.defaultValue?.value {
                    param.defaultValue = .written(value, scopes: scopes, offset: offset)
                }
                parameters.append(param)
            }
            let index = nominal.cases.count
            var raw: Nominal.RawValue?
            if let value = element.rawValue?.value { raw = rawValue(value) } else { raw = nextRawValue(nominal, name) }
            nominal.cases.append(
                Nominal.EnumCase(
                    name: name, payload: payload,
                    isIndirect: nominal.isIndirect || syntax.modifiers.contains { $0.name.text == "indirect" },
                    rawValue: raw))
            let decl = Decl(kind: .enumCase, name: name, owner: nominal, implementation: .enumCase(index))
            decl.isStatic = true
            decl.parameters = parameters
            decl.result = home.selfType
            decl.range = range(element.name)
            if nominal.members[name]?.contains(where: { $0.kind == .enumCase }) ?? false {
                report(.redeclaration(name), at: range(element.name))
            }
            nominal.members[name, default: []].append(decl)
        }
    }

    private func rawValue(_ syntax: ExprSyntax) -> Nominal.RawValue? {
        let value = check(syntax, expected: nil)
        defer { finish() }
        switch value.kind {
        case .integer(let number): return .integer(Int(truncatingIfNeeded: number))
        case .float(let number): return .float(number)
        case .string(let text): return .string(text)
        default:
            report(.rawValueNotLiteral, at: range(syntax))
            return nil
        }
    }

    private func nextRawValue(_ nominal: Nominal, _ name: String) -> Nominal.RawValue? {
        guard let raw = nominal.rawType else { return nil }
        if raw == .string { return .string(name) }
        if raw == .double || raw == .nominal("Float", []) {
            if case .float(let last)? = nominal.cases.last?.rawValue { return .float(last + 1) }
            if case .integer(let last)? = nominal.cases.last?.rawValue { return .float(Double(last) + 1) }
            return .float(0)
        }
        if case .integer(let last)? = nominal.cases.last?.rawValue { return .integer(last + 1) }
        return .integer(0)
    }

    // MARK: What the compiler adds

    /// Memberwise initialisers, raw values, equality of plain enums.
    func complete(_ nominal: Nominal, _ home: Home) {
        let own = nominal.members["init"] ?? []
        if nominal.kind == .struct || nominal.kind == .class {
            // A missing annotation is found in the first value, before anybody calls the initialiser.
            for property in nominal.stored { property.decl.pendingType?() }
        }
        switch nominal.kind {
        case .struct where own.isEmpty: addMemberwise(nominal, home)
        case .class where own.isEmpty:
            if nominal.stored.allSatisfy(\.hasInitial) {
                let decl = synthesized("init", .initializer, nominal, .defaultInit)
                decl.result = home.selfType
            } else if nominal.stored.contains(where: { !$0.hasInitial }) {
                report(.classWithoutInitializer(Type.display(nominal.key)), at: nominal.range ?? SourceRange(at: 0))
            }
        case .enum:
            if nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
                for name in ["Equatable", "Hashable"] where !nominal.conformances.contains(where: { $0.name == name }) {
                    nominal.conformances.append(Nominal.Conformance(name: name))
                }
            }
            if let raw = nominal.rawType {
                let value = synthesized("rawValue", .property, nominal, .rawValue)
                value.result = raw
                let make = synthesized("init", .initializer, nominal, .fromRawValue)
                make.parameters = [Param(label: "rawValue", name: "rawValue", type: raw)]
                make.isFailable = true
                make.result = home.selfType
            }
            if nominal.conformances.contains(where: { $0.name == "CaseIterable" }), nominal.members["allCases"] == nil {
                let all = synthesized("allCases", .property, nominal, .allCases)
                all.isStatic = true
                all.result = .array(home.selfType)
            }
        default: break
        }
        conformanceChecks.append { [unowned self] in verifyConformances(nominal) }
    }

    private func synthesized(_ name: String, _ kind: Decl.Kind, _ nominal: Nominal, _ what: Decl.Synthesized) -> Decl {
        let decl = Decl(kind: kind, name: name, owner: nominal, implementation: .synthesized(what))
        nominal.members[name, default: []].append(decl)
        return decl
    }

    private func addMemberwise(_ nominal: Nominal, _ home: Home) {
        let decl = synthesized("init", .initializer, nominal, .memberwise)
        decl.result = home.selfType
        var isPrivate = false
        for (index, property) in nominal.stored.enumerated() {
            if property.isLet, property.hasInitial { continue }
            if property.decl.name.hasPrefix("$") { continue }
            var parameter = Param(label: property.name, name: property.name, type: property.type)
            if property.hasInitial { parameter.defaultValue = .property(nominal, index) }
            if property.decl.isPrivate, !property.hasInitial { isPrivate = true }
            decl.parameters.append(parameter)
            decl.memberwise.append(index)
        }
        if nominal.stored.contains(where: { $0.decl.isPrivate && !$0.name.hasPrefix("$") }), !isPrivate {
            // A private property with a first value leaves only what can be seen.
            let hidden = decl.memberwise.filter { nominal.stored[$0].decl.isPrivate }
            if !hidden.isEmpty { decl.isPrivate = true }
            if hidden.count == decl.memberwise.count || true {
                let open = synthesized("init", .initializer, nominal, .memberwise)
                open.result = home.selfType
                for index in decl.memberwise where !hidden.contains(index) {
                    open.parameters.append(decl.parameters[decl.memberwise.firstIndex(of: index) ?? 0])
                    open.memberwise.append(index)
                }
                // Only the initialiser without any argument stays visible outside.
                if !open.parameters.isEmpty && !open.parameters.allSatisfy({ $0.defaultValue != nil }) {
                    nominal.members["init"]?.removeLast()
                } else {
                    open.parameters = []
                    open.memberwise = []
                }
            }
        } else if isPrivate {
            decl.isPrivate = true
        }
    }

    func checkConformances() {
        let checks = conformanceChecks
        conformanceChecks = []
        for check in checks { check() }
    }

    /// Every requirement of every protocol has a witness.
    func verifyConformances(_ nominal: Nominal) {
        if nominal.kind == .protocol { return }
        for conformance in nominal.conformances where conformance.range != nil {
            let place = conformance.range ?? SourceRange(at: 0)
            let outer = environment
            defer { environment = outer }
            // An extension of one instance, `where Bound == Int`, is verified as that instance.
            var fixed: [String: Type] = [:]
            for case .same(.generic(let key), let type) in conformance.requirements { fixed[key] = type }
            environment += (nominal.requirements + conformance.requirements).map { $0.substituting(fixed) }
            let type = nominal.selfType.substituting(fixed)
            for name in refined(conformance.name) {
                guard let proto = self.nominal(name) else { continue }
                if !verified.insert(nominal.key + ":" + name).inserted { continue }
                if let part = synthesisFailure(nominal, name) {
                    report(
                        .cannotSynthesize("\(Type.display(nominal.key))", protocolName: name), at: place,
                        notes: part.map { [DiagnosticNote(CheckerMessage.declaredHere($0.name), at: $0.range)] } ?? [])
                    continue
                }
                for associated in proto.associatedTypes where self.associated(associated.name, of: type) == nil {
                    report(
                        .missingAssociatedType(
                            Type.display(nominal.key), protocolName: Type.display(name), associated.name),
                        at: place)
                }
                let missing = proto.members.values.joined().filter { requirement in
                    requirement.isRequirement && !isSynthesized(requirement, name, nominal)
                        && witness(for: requirement, in: type) == nil
                }.sorted { ($0.range?.lower ?? 0, $0.name) < ($1.range?.lower ?? 0, $1.name) }
                if !missing.isEmpty {
                    report(
                        .doesNotConformToProtocol(Type.display(nominal.key), protocolName: Type.display(name)),
                        at: place,
                        notes: missing.prefix(4).map {
                            DiagnosticNote(
                                CheckerMessage.requirementMissing(
                                    $0.kind == .property ? "\($0.name): \($0.result)" : $0.summary), at: $0.range)
                        })
                }
            }
        }
    }

    private func isSynthesized(_ requirement: Decl, _ protocolName: String, _ nominal: Nominal) -> Bool {
        ["Equatable", "Hashable", "CaseIterable", "RawRepresentable"].contains(protocolName) && nominal.range != nil
            || protocolName == "Comparable" && nominal.kind == .enum && nominal.cases.allSatisfy { $0.payload.isEmpty }
                && nominal.rawType == nil
    }

    /// The part that keeps `==` or hashing from being made; `.some(nil)` when the kind of type does.
    private func synthesisFailure(_ nominal: Nominal, _ name: String) -> Decl?? {
        guard name == "Equatable" || name == "Hashable" else { return nil }
        if nominal.isLibrary { return nil }
        let witnessName = name == "Equatable" ? "==" : "hash"
        let isWritten =
            operators(named: witnessName, of: nominal.selfType).contains { $0.decl.range != nil }
            || nominal.members[witnessName] != nil
        if isWritten { return nil }
        if nominal.kind == .class {
            if let superclass = nominal.superclass, conforms(superclass, to: name) { return nil }
            return .some(nil)
        }
        for property in nominal.stored where !conforms(property.type, to: name) { return .some(property.decl) }
        for element in nominal.cases {
            for part in element.payload where !conforms(part.type, to: name) {
                return .some(nominal.members[element.name]?.first)
            }
        }
        return nil
    }
}

/// Whether an initialiser leaves the work to another of the same type.
final class DelegationFinder: SyntaxVisitor {
    private var isFound = false
    private var base = "self"

    static func delegates(_ items: CodeBlockItemListSyntax, to base: String = "self") -> Bool {
        let finder = DelegationFinder(viewMode: .sourceAccurate)
        finder.base = base
        finder.walk(items)
        return finder.isFound
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "init", node.base?.trimmedDescription == base { isFound = true }
        return .visitChildren
    }
    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if node.operator.is(AssignmentExprSyntax.self), node.leftOperand.trimmedDescription == base {
            isFound = true
        }
        return .visitChildren
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
