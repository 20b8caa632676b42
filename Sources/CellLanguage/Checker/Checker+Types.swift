import Diagnostics
import SwiftSyntax

/// Types as the author writes them.
extension Checker {
    func type(_ syntax: TypeSyntax) -> Type {
        let type = written(syntax)
        if !inference.isExcessive(type) { return type }
        report(.typeTooLarge, at: range(syntax))
        return .error
    }

    private func written(_ syntax: TypeSyntax) -> Type {
        switch syntax.as(TypeSyntaxEnum.self) {
        case .arrayType(let array): return .array(type(array.element))
        case .dictionaryType(let dictionary):
            let key = type(dictionary.key)
            requireHashable(key, at: dictionary.key)
            return .dictionary(key, type(dictionary.value))
        case .optionalType(let optional): return .optional(type(optional.wrappedType))
        case .implicitlyUnwrappedOptionalType(let optional): return .optional(type(optional.wrappedType))
        case .tupleType(let tuple):
            if tuple.elements.count == 1, let only = tuple.elements.first { return type(only.type) }
            return .tuple(tuple.elements.map { Type.Element($0.firstName.map(name), type($0.type)) })
        case .functionType(let function):
            var inouts: UInt64 = 0
            let parameters = function.parameters.enumerated().map { index, parameter in
                if let attributed = parameter.type.as(AttributedTypeSyntax.self),
                    attributed.specifiers.contains(where: { $0.trimmedDescription == "inout" })
                {
                    inouts |= 1 << UInt64(index)
                }
                return type(parameter.type)
            }
            if let effect = function.effectSpecifiers?.asyncSpecifier {
                report(.unsupported(.concurrency), at: range(effect))
            }
            return .function(
                Type.FunctionType(
                    parameters, type(function.returnClause.type),
                    isThrowing: function.effectSpecifiers?.throwsClause != nil, inouts: inouts))
        case .attributedType(let attributed): return type(attributed.baseType)
        case .someOrAnyType(let existential):
            if existential.someOrAnySpecifier.tokenKind == .keyword(.any) {
                return self.existential(existential.constraint)
            }
            if let opaqueOwner {
                let key = uniqueGeneric("some \(existential.constraint.trimmedDescription)")
                opaqueOwner.generics.append(key)
                var own: [Requirement] = []
                constrain(.generic(key), existential.constraint, &own)
                opaqueOwner.requirements += own
                environment += own
                return .generic(key)
            }
            report(.unsupported(.opaqueTypes), at: range(existential))
            return .error
        case .compositionType: return self.existential(syntax)
        case .metatypeType(let metatype): return .metatype(type(metatype.baseType))
        case .memberType(let member):
            let base = type(member.baseType)
            if base == .error { return base }
            guard let entity = memberType(name(member.name), of: base) else {
                report(.noMemberType(name(member.name), of: "\(base)"), at: range(member.name))
                return .error
            }
            return instantiate(entity, member.genericArgumentClause, name(member.name), at: member)
        case .identifierType(let identifier): return named(identifier)
        default:
            report(.unsupported(.other(syntax.trimmedDescription)), at: range(syntax))
            return .error
        }
    }

    private func named(_ identifier: IdentifierTypeSyntax) -> Type {
        let name = name(identifier.name)
        switch name {
        case "Any": return .any
        case "Void": return .void
        case "Never": return .never
        case "Self":
            if let scope = selfScope {
                if scope.nominal.kind == .class, !scope.nominal.isFinal {
                    if allowsDynamicSelf { return .generic("Self") }
                    report(.unsupported(.dynamicSelf), at: range(identifier))
                }
                return scope.selfType
            }
        default: break
        }
        guard let entity = lookUpType(name) else {
            if let reason = Self.refusedNames[name] {
                report(.unsupportedName(name, reason: reason), at: range(identifier))
            } else {
                let suggestion = Spelling.nearest(to: name, among: typeNamesInScope())
                report(
                    .typeNotInScope(name, suggestion: suggestion), at: range(identifier),
                    fixIts: suggestion.map { [FixIt(replace: range(identifier.name), with: $0)] } ?? [])
            }
            return .error
        }
        return instantiate(entity, identifier.genericArgumentClause, name, at: identifier)
    }

    private func instantiate(
        _ entity: TypeEntity, _ clause: GenericArgumentClauseSyntax?, _ name: String, at node: some SyntaxProtocol
    ) -> Type {
        let arguments =
            clause?.arguments.map { argument -> Type in
                if case .type(let syntax) = argument.argument { return type(syntax) }
                return .error
            } ?? []
        switch entity {
        case .type(let type): return type
        case .alias(let generics, let alias):
            if generics.count != arguments.count {
                report(.genericArguments(name, expected: generics.count), at: range(node))
                return .error
            }
            return alias.substituting(Dictionary(zip(generics, arguments), uniquingKeysWith: { first, _ in first }))
        case .nominal(let nominal):
            use(nominal, at: range(node))
            if nominal.kind == .protocol {
                if !associatedNames(nominal.key).isEmpty || nominal.key == "Equatable" {
                    report(.protocolNeedsAny(name), at: range(node))
                    return .error
                }
                return .existential([nominal.key])
            }
            if nominal.generics.count != arguments.count {
                if arguments.isEmpty, allowsOpenTypes {
                    return .nominal(nominal.key, nominal.generics.map { _ in inference.fresh() })
                }
                // Inside its own declaration the bare name means the type with its own parameters.
                if arguments.isEmpty, let scope = scopes.last(where: { $0.member?.nominal === nominal })?.member {
                    return scope.selfType
                }
                report(.genericArguments(name, expected: nominal.generics.count), at: range(node))
                return .error
            }
            let type = Type.nominal(nominal.key, arguments)
            check(
                nominal.requirements,
                Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first }), name,
                at: range(node))
            return type
        }
    }

    private func existential(_ constraint: TypeSyntax) -> Type {
        let parts = constraint.as(CompositionTypeSyntax.self)?.elements.map(\.type) ?? [constraint]
        var names: [String] = []
        for part in parts {
            guard let identifier = part.as(IdentifierTypeSyntax.self) else {
                report(.unsupported(.other(part.trimmedDescription)), at: range(part))
                return .error
            }
            if identifier.name.text == "Any" { return .any }
            if identifier.name.text == "Sendable" { continue }
            guard case .nominal(let nominal) = lookUpType(name(identifier.name)), nominal.kind == .protocol,
                identifier.genericArgumentClause == nil
            else {
                if lookUpType(name(identifier.name)) != nil {
                    report(.unsupported(.other(constraint.trimmedDescription)), at: range(part))
                    return .error
                }
                return named(identifier)
            }
            use(nominal, at: range(identifier))
            names.append(nominal.key)
        }
        return names.isEmpty ? .any : .existential(names.sorted())
    }

    func use(_ nominal: Nominal, at range: SourceRange) {
        guard let declared = topLevelTypes[nominal.key] else { return }
        declared.use(at: range)
    }

    /// A requirement on a parameter of the declaration being read becomes one of the declaration.
    func infer(_ type: Type, _ name: String) -> Bool {
        guard let signature, case .generic(let key) = type, signature.generics.contains(key) else { return false }
        signature.requirements.append(.conforms(type, name))
        environment.append(.conforms(type, name))
        return true
    }

    func requireHashable(_ type: Type, at node: some SyntaxProtocol) {
        if !conforms(type, to: "Hashable"), infer(type, "Hashable") { return }
        if type == .error || conforms(type, to: "Hashable") { return }
        report(.notConforming("\(type)", protocolName: "Hashable"), at: range(node))
    }

    static let refusedNames: [String: CheckerMessage.Feature] = [
        "FileManager": .files, "URL": .files, "URLSession": .files, "Data": .files, "FileHandle": .files,
        "ProcessInfo": .files, "Process": .files, "Date": .files, "readLine": .files, "Task": .concurrency,
        "DispatchQueue": .concurrency, "Thread": .concurrency, "UnsafePointer": .pointers,
        "UnsafeMutablePointer": .pointers, "UnsafeRawPointer": .pointers, "withUnsafePointer": .pointers,
        "UnsafeBufferPointer": .pointers, "UnsafeMutableBufferPointer": .pointers, "unsafeBitCast": .pointers,
        "MainActor": .concurrency, "Mirror": .reflection, "SystemRandomNumberGenerator": .unseededRandomness,
        "JSONEncoder": .coding, "JSONDecoder": .coding, "Codable": .coding, "Encodable": .coding, "Decodable": .coding,
        "WritableKeyPath": .keyPaths, "ReferenceWritableKeyPath": .keyPaths, "PartialKeyPath": .keyPaths,
        "AnyKeyPath": .keyPaths, "OptionSet": .other("OptionSet"), "AnyCollection": .other("AnyCollection"),
        "DefaultStringInterpolation": .other("DefaultStringInterpolation"), "Duration": .other("Duration"),
        "IteratorSequence": .other("IteratorSequence"), "dump": .other("dump"),
    ]

    /// Members of the library's types that only compiled programs have, by type and name.
    static let refusedMembers: [String: CheckerMessage.Feature] = [
        "Sequential.saveWeights": .files, "Sequential.loadWeights": .files,
    ]

    // MARK: Generic parameters

    /// Declares the generic parameters of a clause in the current scope and says what they must satisfy.
    func genericParameters(
        _ clause: GenericParameterClauseSyntax?, _ requirements: inout [Requirement]
    ) -> [String] {
        var names: [String] = []
        for parameter in clause?.parameters ?? [] {
            let name = name(parameter.name)
            if parameter.specifier != nil { report(.unsupported(.parameterPacks), at: range(parameter)) }
            let key = uniqueGeneric(name)
            names.append(key)
            scopes[scopes.count - 1].types[name] = .type(.generic(key))
        }
        for (parameter, key) in zip(clause?.parameters ?? [], names) {
            if let inherited = parameter.inheritedType { constrain(.generic(key), inherited, &requirements) }
        }
        return names
    }

    /// `T: P`, `T: P & Q`, `T: Base`.
    func constrain(_ subject: Type, _ syntax: TypeSyntax, _ requirements: inout [Requirement]) {
        if let composition = syntax.as(CompositionTypeSyntax.self) {
            for element in composition.elements { constrain(subject, element.type, &requirements) }
            return
        }
        if let identifier = syntax.as(IdentifierTypeSyntax.self) {
            let name = name(identifier.name)
            if name == "AnyObject" || name == "Sendable" || name == "Any" {
                if name == "AnyObject" { requirements.append(.conforms(subject, "AnyObject")) }
                return
            }
            if case .nominal(let nominal) = lookUpType(name), nominal.kind == .protocol {
                use(nominal, at: range(identifier))
                requirements.append(.conforms(subject, nominal.key))
                // `some Sequence<Int>`: the primary associated types, in order.
                if let clause = identifier.genericArgumentClause {
                    let primary = primaryAssociatedTypes(nominal)
                    for (argument, name) in zip(clause.arguments, primary) {
                        if case .type(let type) = argument.argument {
                            requirements.append(.same(.member(subject, name), self.type(type)))
                        }
                    }
                }
                return
            }
            if case .alias(_, .existential(let names)) = lookUpType(name) {
                for name in names { requirements.append(.conforms(subject, name)) }
                return
            }
        }
        let superclass = type(syntax)
        if case .nominal(let key, _) = superclass, nominal(key)?.kind == .class {
            requirements.append(.inherits(subject, superclass))
        } else if superclass != .error {
            report(.notAProtocol("\(superclass)"), at: range(syntax))
        }
    }

    /// The requirements of a `where` clause.
    func whereClause(_ clause: GenericWhereClauseSyntax?, _ requirements: inout [Requirement]) {
        for item in clause?.requirements ?? [] {
            let known = requirements.count
            // What one condition says the next may use; callers restore the environment.
            defer { environment += requirements.dropFirst(known) }
            switch item.requirement {
            case .conformanceRequirement(let conformance):
                constrain(type(conformance.leftType), conformance.rightType, &requirements)
            case .sameTypeRequirement(let same):
                guard case .type(let left) = same.leftType, case .type(let right) = same.rightType else { continue }
                requirements.append(.same(type(left), type(right)))
            case .layoutRequirement: report(.unsupported(.attributes), at: range(item))
            }
        }
    }
}
