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

    func add(_ decl: Decl, to home: Home, _ box: CheckBox) {
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
            if decl.kind == .function, overridden.owner?.generics.isEmpty ?? true, overridden.generics.isEmpty,
                overridden.result != decl.result, !isSubclass(decl.result, of: overridden.result),
                decl.result != .error, overridden.result.wrapped != decl.result
            {
                report(
                    .overridesNothing("method"), at: decl.range ?? SourceRange(at: 0),
                    notes: [DiagnosticNote(CheckerMessage.declaredHere(overridden.summary), at: overridden.range)])
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

    func property(
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
        if home.isExtension, !decl.isStatic {
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

    func stored(
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

    // MARK: Initialisers and subscripts

    func initializer(_ syntax: InitializerDeclSyntax, _ home: Home, _ box: CheckBox) {
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

    func cases(_ syntax: EnumCaseDeclSyntax, _ home: Home) {
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
                param.isEscaping = true
                parameters.append(param)
            }
            let index = nominal.cases.count
            var raw: Nominal.RawValue?
            if let value = element.rawValue?.value { raw = rawValue(value) } else { raw = nextRawValue(nominal, name) }
            if let type = nominal.rawType {
                if !payload.isEmpty { report(.rawTypeWithPayload, at: range(element.name)) }
                checkRawValue(raw, type, of: element, nominal)
            }
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

    private func checkRawValue(
        _ raw: Nominal.RawValue?, _ type: Type, of element: EnumCaseElementSyntax, _ nominal: Nominal
    ) {
        let place = element.rawValue.map { range($0.value) } ?? range(element.name)
        let kind: Type? =
            switch raw {
            case .integer where type == .string || type == .character: .int
            case .float where isMachineType(type) && conforms(type, to: "BinaryInteger"): .double
            case .string where type != .string && type != .character: .string
            default: nil
            }
        if let kind {
            report(.rawValueType(from: "\(kind)", to: "\(type)"), at: place)
        } else if let raw, let same = nominal.cases.first(where: { $0.rawValue == raw }) {
            report(
                .rawValueTwice, at: place,
                notes: [
                    DiagnosticNote(
                        CheckerMessage.declaredHere(same.name), at: nominal.members[same.name]?.first?.range)
                ])
        }
    }

    func rawValue(_ syntax: ExprSyntax) -> Nominal.RawValue? {
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
}
