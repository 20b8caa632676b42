import Diagnostics
import SwiftSyntax

/// Types, protocols and extensions of the notebook.
extension Checker {
    /// Declares the types of a block: first their names, then what they inherit, then their members. Returns, for each
    /// declaration, what checks its bodies where it stands.
    func declareTypes(_ declarations: [DeclSyntax]) -> [SyntaxIdentifier: () -> Void] {
        let plan = TypePlan()
        for declaration in declarations { declareType(declaration, parent: nil, plan) }
        plan.run()
        return plan.checks
    }

    private func declareType(_ declaration: DeclSyntax, parent: Home?, _ plan: TypePlan) {
        let parts: TypeParts
        switch declaration.as(DeclSyntaxEnum.self) {
        case .structDecl(let syntax):
            parts = TypeParts(
                .struct, syntax.name, syntax.genericParameterClause, syntax.inheritanceClause,
                syntax.genericWhereClause, syntax.memberBlock, syntax.modifiers, syntax.attributes)
        case .enumDecl(let syntax):
            parts = TypeParts(
                .enum, syntax.name, syntax.genericParameterClause, syntax.inheritanceClause,
                syntax.genericWhereClause, syntax.memberBlock, syntax.modifiers, syntax.attributes)
        case .classDecl(let syntax):
            parts = TypeParts(
                .class, syntax.name, syntax.genericParameterClause, syntax.inheritanceClause,
                syntax.genericWhereClause, syntax.memberBlock, syntax.modifiers, syntax.attributes)
        case .protocolDecl(let syntax):
            parts = TypeParts(
                .protocol, syntax.name, nil, syntax.inheritanceClause, syntax.genericWhereClause,
                syntax.memberBlock, syntax.modifiers, syntax.attributes)
        case .extensionDecl(let syntax):
            guard parent == nil else {
                report(.unsupported(.other("extension")), at: range(syntax.extensionKeyword))
                return
            }
            extend(syntax, plan.box(for: declaration.id), plan)
            return
        case .typeAliasDecl(let syntax):
            let scopes = scopes
            plan.aliases.append { [unowned self] in
                let outer = self.scopes
                self.scopes = scopes
                alias(syntax, parent: parent)
                self.scopes = outer
            }
            return
        case .actorDecl(let syntax):
            report(.unsupported(.concurrency), at: range(syntax.actorKeyword))
            return
        default: return
        }
        guard checkModifiers(parts.modifiers, parts.attributes) else { return }
        let name = self.name(parts.name)
        let key = unique(parent.map { $0.nominal.key + "." + name } ?? name)
        let nominal = Nominal(kind: parts.kind, key: key, range: range(parts.name))
        nominals[key] = nominal
        nominal.isFinal = has("final", parts.modifiers)
        nominal.isIndirect = has("indirect", parts.modifiers)
        nominal.primaryAssociatedTypes = declaration.as(ProtocolDeclSyntax.self)?.primaryAssociatedTypeClause?
            .primaryAssociatedTypes.map { self.name($0.name) }
        nominal.parent = parent?.nominal
        if function?.isCell == false { nominal.owner = function }
        let scope = scopes[scopes.count - 1]
        if let parent {
            if parent.nominal.types[name] != nil { report(.redeclaration(name), at: range(parts.name)) }
            parent.nominal.types[name] = .nominal(nominal)
        } else {
            if scope.declaredHere.contains(name) { report(.redeclaration(name), at: range(parts.name)) }
            scope.declaredHere.insert(name)
            scope.types[name] = .nominal(nominal)
            scope.names[name] = nil
            if let declared = declareTopLevel(name, range(parts.name)) { topLevelTypes[key] = declared }
        }
        let box = plan.box(for: declaration.id)
        // Scopes of the inside: generic parameters, then members.
        let typeScope = Scope()
        let outerScopes = scopes
        var requirements: [Requirement] = []
        scopes.append(typeScope)
        // A type inside a generic type has that type's parameters before its own.
        nominal.outerGenerics = parent?.nominal.kind == .protocol ? [] : parent?.nominal.generics ?? []
        nominal.generics = nominal.outerGenerics + genericNames(parts.generics)
        scopes = outerScopes
        if parts.kind == .protocol { typeScope.types["Self"] = .type(.generic("Self")) }
        plan.inheritance.append { [unowned self] in
            inside(outerScopes, typeScope) {
                requirements = parent?.nominal.requirements ?? []
                self.environment += requirements
                self.constrainGenerics(
                    parts.generics, Array(nominal.generics.dropFirst(nominal.outerGenerics.count)), &requirements)
                self.environment += requirements
                self.whereClause(parts.whereClause, &requirements)
                nominal.requirements = requirements
                if parts.kind == .protocol { self.associatedTypes(nominal, parts) }
                self.inherit(nominal, parts.inheritance)
            }
        }
        // Nested types are declared before members speak of them.
        let home = Home(nominal: nominal, selfType: nominal.selfType)
        scopes.append(typeScope)
        let memberScope = Scope()
        memberScope.member = MemberScope(nominal: nominal, selfType: nominal.selfType, selfVariable: nil)
        scopes.append(memberScope)
        for member in parts.members.members where isType(member.decl) {
            declareType(member.decl, parent: home, plan)
            if let nested = plan.checks.removeValue(forKey: member.decl.id) { box.checks.append(nested) }
        }
        scopes = outerScopes
        plan.members.append { [unowned self] in
            var home = home
            home.environment = requirements
            if parts.kind == .protocol { home.environment.append(.conforms(.generic("Self"), nominal.key)) }
            inside(outerScopes, typeScope, memberScope) {
                self.environment += home.environment
                self.members(parts.members, home, box)
                self.complete(nominal, home)
            }
        }
    }

    private func isType(_ declaration: DeclSyntax) -> Bool {
        switch declaration.kind {
        case .structDecl, .enumDecl, .classDecl, .protocolDecl, .typeAliasDecl, .actorDecl: true
        default: false
        }
    }

    private func inside(_ outer: [Scope], _ own: Scope..., body: () -> Void) {
        let before = (scopes, environment)
        scopes = outer + own
        body()
        (scopes, environment) = before
    }

    private func genericNames(_ clause: GenericParameterClauseSyntax?) -> [String] {
        clause?.parameters.map { parameter in
            let key = uniqueGeneric(name(parameter.name))
            scopes[scopes.count - 1].types[name(parameter.name)] = .type(.generic(key))
            return key
        } ?? []
    }

    private func constrainGenerics(
        _ clause: GenericParameterClauseSyntax?, _ names: [String], _ requirements: inout [Requirement]
    ) {
        for (parameter, key) in zip(clause?.parameters ?? [], names) {
            if let inherited = parameter.inheritedType { constrain(.generic(key), inherited, &requirements) }
        }
    }

    private func alias(_ syntax: TypeAliasDeclSyntax, parent: Home?) {
        let scope = scopes[scopes.count - 1]
        scopes.append(Scope())
        var requirements: [Requirement] = []
        let generics = genericParameters(syntax.genericParameterClause, &requirements)
        let type = self.type(syntax.initializer.value)
        scopes.removeLast()
        let entity = TypeEntity.alias(generics, type)
        if let parent {
            parent.nominal.types[name(syntax.name)] = entity
        } else {
            scope.types[name(syntax.name)] = entity
            if let declared = declareTopLevel(name(syntax.name), range(syntax.name)) {
                topLevelTypes["alias " + name(syntax.name)] = declared
            }
        }
    }

    // MARK: Inheritance

    private func inherit(_ nominal: Nominal, _ clause: InheritanceClauseSyntax?) {
        for (index, item) in (clause?.inheritedTypes ?? []).enumerated() {
            inherit(nominal, item.type, isFirst: index == 0, requirements: [])
        }
    }

    private func inherit(_ nominal: Nominal, _ syntax: TypeSyntax, isFirst: Bool, requirements: [Requirement]) {
        if let composition = syntax.as(CompositionTypeSyntax.self) {
            for element in composition.elements {
                inherit(nominal, element.type, isFirst: isFirst, requirements: requirements)
            }
            return
        }
        if let attributed = syntax.as(AttributedTypeSyntax.self) {
            inherit(nominal, attributed.baseType, isFirst: isFirst, requirements: requirements)
            return
        }
        if let identifier = syntax.as(IdentifierTypeSyntax.self) {
            let name = name(identifier.name)
            if ["Sendable", "AnyObject"].contains(name) {
                if name == "AnyObject", nominal.kind == .protocol {
                    nominal.conformances.append(Nominal.Conformance(name: "AnyObject", range: range(syntax)))
                }
                return
            }
            var found = lookUpType(name)
            if case .alias(_, .existential(let names))? = found {
                for name in names {
                    nominal.conformances.append(
                        Nominal.Conformance(name: name, requirements: requirements, range: range(syntax)))
                }
                return
            }
            if case .alias(_, .nominal(let key, _))? = found { found = self.nominal(key).map(TypeEntity.nominal) }
            if case .nominal(let proto)? = found, proto.kind == .protocol {
                use(proto, at: range(identifier))
                if nominal.kind == .protocol, refined(proto.key).contains(nominal.key) {
                    report(.refinesItself(Type.display(nominal.key)), at: range(identifier))
                    return
                }
                nominal.conformances.append(
                    Nominal.Conformance(name: proto.key, requirements: requirements, range: range(syntax)))
                // `Sequence<Int>` in an inheritance clause says what the associated type is.
                if let clause = identifier.genericArgumentClause {
                    for (argument, associated) in zip(clause.arguments, primaryAssociatedTypes(proto)) {
                        if case .type(let type) = argument.argument {
                            nominal.types[associated] = .alias([], self.type(type))
                        }
                    }
                }
                return
            }
        }
        let type = self.type(syntax)
        if type == .error { return }
        if nominal.kind == .class, isFirst, case .nominal(let key, _) = type, let ancestor = self.nominal(key),
            ancestor.kind == .class
        {
            if ancestor.isFinal { report(.inheritsFromFinal(Type.display(key)), at: range(syntax)) }
            if ancestor.isLibrary {
                report(.unsupported(.subclassOfLibrary), at: range(syntax))
                return
            }
            if isSubclass(type, of: nominal.selfType) {
                report(.circularInheritance(Type.display(nominal.key)), at: range(syntax))
                return
            }
            nominal.superclass = type
        } else if nominal.kind == .enum, isFirst {
            nominal.rawType = type
            nominal.conformances.append(Nominal.Conformance(name: "RawRepresentable", range: range(syntax)))
        } else {
            report(.inheritsFromNonProtocol("\(type)"), at: range(syntax))
        }
    }

    private func associatedTypes(_ nominal: Nominal, _ parts: TypeParts) {
        for member in parts.members.members {
            guard let syntax = member.decl.as(AssociatedTypeDeclSyntax.self) else { continue }
            var associated = Nominal.AssociatedType(name: name(syntax.name), defaultType: nil)
            var requirements: [Requirement] = []
            for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
                constrain(.member(.generic("Self"), associated.name), inherited.type, &requirements)
            }
            associated.conformances = requirements.compactMap {
                if case .conforms(_, let name) = $0 { name } else { nil }
            }
            if let clause = syntax.genericWhereClause {
                report(.unsupported(.other("associatedtype … where")), at: range(clause))
            }
            nominal.associatedTypes.append(associated)
            let index = nominal.associatedTypes.count - 1
            if let value = syntax.initializer?.value { nominal.associatedTypes[index].defaultType = type(value) }
        }
    }

    // MARK: Extensions

    /// An extension: what it extends and inherits is known before any member speaks of it.
    private func extend(_ syntax: ExtensionDeclSyntax, _ box: CheckBox, _ plan: TypePlan) {
        let scopes = scopes
        plan.inheritance.append { [unowned self] in
            let outer = self.scopes
            self.scopes = scopes
            defer { self.scopes = outer }
            guard let inside = extensionHeader(syntax, box, plan) else { return }
            plan.extensions.append {
                let outer = self.scopes
                self.scopes = scopes
                inside()
                self.scopes = outer
            }
        }
    }

    /// Reads what is extended and inherited; returns what declares the members.
    private func extensionHeader(
        _ syntax: ExtensionDeclSyntax, _ box: CheckBox, _ plan: TypePlan
    ) -> (() -> Void)? {
        var written = syntax.extendedType
        var fixed: [Type]?
        if let array = written.as(ArrayTypeSyntax.self) {
            fixed = [type(array.element)]
            written = TypeSyntax(IdentifierTypeSyntax(name: .identifier("Array")))
        } else if let dictionary = written.as(DictionaryTypeSyntax.self) {
            fixed = [type(dictionary.key), type(dictionary.value)]
            written = TypeSyntax(IdentifierTypeSyntax(name: .identifier("Dictionary")))
        } else if let optional = written.as(OptionalTypeSyntax.self) {
            fixed = [type(optional.wrappedType)]
            written = TypeSyntax(IdentifierTypeSyntax(name: .identifier("Optional")))
        } else if let identifier = written.as(IdentifierTypeSyntax.self), let clause = identifier.genericArgumentClause
        {
            fixed = clause.arguments.map { if case .type(let type) = $0.argument { self.type(type) } else { .error } }
        } else if let identifier = written.as(IdentifierTypeSyntax.self),
            case .alias([], .nominal(_, let arguments))? = lookUpType(name(identifier.name)), !arguments.isEmpty
        {
            fixed = arguments
        }
        guard let nominal = extended(written) else {
            let name = written.trimmedDescription
            if let reason = Self.refusedNames[name] {
                report(.unsupportedName(name, reason: reason), at: range(syntax.extendedType))
            } else {
                report(
                    .typeNotInScope(name, suggestion: Spelling.nearest(to: name, among: typeNamesInScope())),
                    at: range(syntax.extendedType))
            }
            return nil
        }
        use(nominal, at: range(syntax.extendedType))
        let typeScope = Scope()
        for key in nominal.generics { typeScope.types[Type.display(key)] = .type(.generic(key)) }
        if nominal.kind == .protocol { typeScope.types["Self"] = .type(.generic("Self")) }
        var home = Home(nominal: nominal, selfType: nominal.selfType)
        home.isExtension = true
        home.environment = nominal.requirements
        if nominal.kind == .protocol { home.environment.append(.conforms(.generic("Self"), nominal.key)) }
        let outerScopes = scopes
        let memberScope = Scope()
        memberScope.member = MemberScope(nominal: nominal, selfType: nominal.selfType, selfVariable: nil)
        inside(outerScopes, typeScope, memberScope) {
            environment += home.environment
            var requirements: [Requirement] = []
            if let fixed {
                for (key, type) in zip(nominal.generics, fixed) { requirements.append(.same(.generic(key), type)) }
            }
            whereClause(syntax.genericWhereClause, &requirements)
            home.requirements = requirements
            // What is fixed is what it is fixed to, inside.
            var substitution: [String: Type] = [:]
            for requirement in requirements {
                switch requirement {
                case .same(.generic(let key), let type): substitution[key] = type
                case .same(let type, .generic(let key)): substitution[key] = type
                default: break
                }
            }
            for requirement in requirements {
                switch requirement {
                case .same(.generic, _), .same(_, .generic): break
                default: home.environment.append(requirement.substituting(substitution))
                }
            }
            if !substitution.isEmpty {
                for (name, entity) in typeScope.types {
                    if case .type(.generic(let key)) = entity, let type = substitution[key] {
                        typeScope.types[name] = .type(type)
                    }
                }
                home.selfType = home.selfType.substituting(substitution)
                memberScope.member = MemberScope(nominal: nominal, selfType: home.selfType, selfVariable: nil)
            }
            environment += home.environment
            for item in syntax.inheritanceClause?.inheritedTypes ?? [] {
                if nominal.kind == .protocol {
                    report(.protocolExtensionInherits(Type.display(nominal.key)), at: range(item))
                    continue
                }
                inherit(nominal, item.type, isFirst: false, requirements: requirements)
            }
        }
        let known = home
        inside(outerScopes, typeScope, memberScope) {
            for member in syntax.memberBlock.members where isType(member.decl) {
                declareType(member.decl, parent: known, plan)
                if let nested = plan.checks.removeValue(forKey: member.decl.id) { box.checks.append(nested) }
            }
        }
        return { [unowned self] in
            inside(outerScopes, typeScope, memberScope) {
                environment += known.environment
                members(syntax.memberBlock, known, box)
            }
            conformanceChecks.append { [unowned self] in verifyConformances(nominal) }
        }
    }

    private func extended(_ syntax: TypeSyntax) -> Nominal? {
        if let member = syntax.as(MemberTypeSyntax.self) {
            guard let base = extended(member.baseType), case .nominal(let nested)? = base.types[name(member.name)]
            else { return nil }
            return nested
        }
        guard let identifier = syntax.as(IdentifierTypeSyntax.self) else { return nil }
        switch lookUpType(name(identifier.name)) {
        case .nominal(let nominal): return nominal
        case .alias(_, .nominal(let key, _)): return nominal(key)
        case .alias(_, .existential(let names)) where names.count == 1: return nominal(names[0])
        default: return nil
        }
    }
}

/// What declarations of types have in common.
struct TypeParts {
    var kind: Nominal.Kind
    var name: TokenSyntax
    var generics: GenericParameterClauseSyntax?
    var inheritance: InheritanceClauseSyntax?
    var whereClause: GenericWhereClauseSyntax?
    var members: MemberBlockSyntax
    var modifiers: DeclModifierListSyntax
    var attributes: AttributeListSyntax

    init(
        _ kind: Nominal.Kind, _ name: TokenSyntax, _ generics: GenericParameterClauseSyntax?,
        _ inheritance: InheritanceClauseSyntax?, _ whereClause: GenericWhereClauseSyntax?, _ members: MemberBlockSyntax,
        _ modifiers: DeclModifierListSyntax, _ attributes: AttributeListSyntax
    ) {
        (self.kind, self.name, self.generics, self.inheritance) = (kind, name, generics, inheritance)
        (self.whereClause, self.members, self.modifiers, self.attributes) = (
            whereClause, members, modifiers, attributes
        )
    }
}

/// The order in which the types of a block are declared.
final class TypePlan {
    var aliases: [() -> Void] = []
    var inheritance: [() -> Void] = []
    var members: [() -> Void] = []
    var extensions: [() -> Void] = []
    var checks: [SyntaxIdentifier: () -> Void] = [:]

    func box(for id: SyntaxIdentifier) -> CheckBox {
        let box = CheckBox()
        checks[id] = { box.run() }
        return box
    }

    func run() {
        // Steps may add further ones: types declared in extensions.
        var done = (0, 0, 0, 0)
        while done.0 < aliases.count || done.1 < inheritance.count || done.2 < members.count
            || done.3 < extensions.count
        {
            if done.0 < aliases.count {
                done.0 += 1
                aliases[done.0 - 1]()
            } else if done.1 < inheritance.count {
                done.1 += 1
                inheritance[done.1 - 1]()
            } else if done.2 < members.count {
                done.2 += 1
                members[done.2 - 1]()
            } else {
                done.3 += 1
                extensions[done.3 - 1]()
            }
        }
    }
}

/// Bodies of a declaration that are checked where it stands.
final class CheckBox {
    var checks: [() -> Void] = []
    func run() {
        let all = checks
        checks = []
        for check in all { check() }
    }
}
