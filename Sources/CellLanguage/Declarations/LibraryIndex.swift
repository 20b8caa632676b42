/// The library's declarations as the checker works with them, made from the decoded table when they are first asked for.
final class LibraryIndex {
    private let library: Library
    private var nominals: [String: Nominal] = [:]
    private var decls: [Int: Decl] = [:]
    private var associated: [String: [String]] = [:]

    init(_ library: Library) { self.library = library }

    var typeNames: [String] { library.types.keys.filter { !$0.hasPrefix("__") }.sorted() }
    var freeNames: [String] { library.free.keys.filter { !$0.hasPrefix("__") }.sorted() }

    /// Frees the types, which their members would hold. Nothing can be looked up any more.
    func letGo() {
        for nominal in nominals.values { nominal.letGo() }
    }

    func free(_ name: String) -> [Decl] { (library.free[name] ?? []).map(decl) }

    func nominal(_ name: String) -> Nominal? {
        if let known = nominals[name] { return known }
        guard let declaration = library.types[name] else { return nil }
        let nominal = Nominal(kind: declaration.kind, key: name, range: nil)
        nominals[name] = nominal
        nominal.generics = declaration.generics
        nominal.isHosted = !declaration.isNative
        let names = Set(["Self"] + declaration.generics + associatedNames(name))
        nominal.requirements = declaration.constraints.map { requirement($0, names, owner: nominal) }
        nominal.conformances = declaration.conformances.map { conformance in
            Nominal.Conformance(
                name: conformance.name,
                requirements: conformance.constraints.map { requirement($0, names, owner: nominal) },
                instance: conformance.instance.map { TypeReader.read($0) })
        }
        nominal.associatedTypes = declaration.associatedTypes.map {
            Nominal.AssociatedType(
                name: $0.name, defaultType: $0.defaultType.map { TypeReader.read($0, generics: ["Self"]) },
                conformances: $0.conformance.map { [$0] } ?? [])
        }
        for index in library.aliases[name] ?? [] {
            let alias = library.declarations[index]
            nominal.types[alias.name] = .alias([], own(alias.result, nominal))
        }
        for nested in library.nested[name] ?? [] {
            let own = String(nested.dropFirst(name.count + 1))
            if nominal.types[own] == nil { nominal.types[own] = .alias([], .nominal(nested, [])) }
        }
        for (member, indices) in library.members(of: name) { nominal.members[member] = indices.map(decl) }
        for decl in nominal.members.values.joined() {
            if case .stored(let index) = decl.implementation {
                let property = Nominal.StoredProperty(
                    name: decl.name, type: decl.result, isLet: false, decl: decl, hasInitial: false)
                while nominal.stored.count <= index { nominal.stored.append(property) }
                nominal.stored[index] = property
            }
            if case .enumCase(let index) = decl.implementation {
                let element = Nominal.EnumCase(
                    name: decl.name, payload: decl.parameters.map { Type.Element($0.label, $0.type) },
                    isIndirect: false, rawValue: nil)
                while nominal.cases.count <= index { nominal.cases.append(element) }
                nominal.cases[index] = element
            }
        }
        return nominal
    }

    /// Names of associated types that a protocol has or inherits.
    private func associatedNames(_ name: String) -> [String] {
        if let known = associated[name] { return known }
        guard let declaration = library.types[name], declaration.kind == .protocol else { return [] }
        let names =
            declaration.associatedTypes.map(\.name) + declaration.conformances.flatMap { associatedNames($0.name) }
        associated[name] = names
        return names
    }

    /// In a protocol, the name of an associated type means that of `Self`.
    private func own(_ type: Type, _ owner: Nominal?) -> Type {
        guard let owner else { return type }
        if owner.kind != .protocol {
            // Names of the type's own aliases: `Element` of an iterator.
            return type.mapped {
                if case .nominal(let name, let arguments) = $0, arguments.isEmpty, !owner.generics.contains(name),
                    case .alias(_, let alias)? = owner.types[name]
                {
                    alias
                } else {
                    $0
                }
            }
        }
        let names = associatedNames(owner.key)
        if names.isEmpty { return type }
        return type.mapped {
            if case .generic(let name) = $0, names.contains(name) { .member(.generic("Self"), name) } else { $0 }
        }
    }

    private func requirement(_ constraint: Constraint, _ generics: Set<String>, owner: Nominal?) -> Requirement {
        let subject = own(TypeReader.read(constraint.parameter, generics: generics), owner)
        if constraint.isSameType {
            return .same(subject, own(TypeReader.read(constraint.type, generics: generics), owner))
        }
        return .conforms(subject, constraint.type)
    }

    private func decl(_ index: Int) -> Decl {
        if let known = decls[index] { return known }
        let declaration = library.declarations[index]
        let owner = declaration.owner.flatMap(nominal)
        // Reading the owner reads its members.
        if let known = decls[index] { return known }
        let kind: Decl.Kind =
            switch declaration.kind {
            case .function, .typeAlias: .function
            case .initializer: .initializer
            case .property: .property
            case .subscript: .subscript
            case .operator: .operator
            case .enumCase: .enumCase
            }
        let implementation: Decl.Implementation =
            switch declaration.implementation {
            case .host(let index): .host(index)
            case .intrinsic(let name): .intrinsic(name)
            case .source(let text): .source(text)
            case .stored(let index): .stored(index)
            case .enumCase(let index): .enumCase(index)
            case .requirement: .requirement
            }
        let result = Decl(kind: kind, name: declaration.name, owner: owner, implementation: implementation)
        decls[index] = result
        result.libraryIndex = index
        result.generics = declaration.generics
        if !declaration.constraints.isEmpty {
            let names = Set(declaration.generics + (owner?.generics ?? []) + ["Self"])
                .union(owner.map { associatedNames($0.key) } ?? [])
            result.requirements = declaration.constraints.map { requirement($0, names, owner: owner) }
        }
        result.parameters = declaration.parameters.map { parameter in
            var param = Param(label: parameter.label, name: parameter.name, type: own(parameter.type, owner))
            param.isEscaping = parameter.isEscaping
            param.isVariadic = parameter.isVariadic
            param.isInout = parameter.isInout
            param.isAutoclosure = parameter.isAutoclosure
            param.builder = parameter.builder
            param.defaultValue = parameter.defaultValue.map(DefaultValue.source)
            return param
        }
        if kind == .initializer {
            result.isFailable = declaration.result.isOptional
            result.result = owner?.selfType ?? .error
        } else if kind == .enumCase {
            result.result = owner?.selfType ?? .error
        } else {
            result.result = own(declaration.result, owner)
        }
        result.isStatic = declaration.isStatic
        result.isMutating = declaration.isMutating
        result.throwing = declaration.isThrowing ? .always : declaration.isRethrowing ? .whenArgumentsDo : .never
        result.isDiscardable = declaration.isDiscardable
        result.hasSetter = declaration.hasSetter
        result.setter = declaration.setter
        result.recordedKey = declaration.recordedKey
        result.readsKey = declaration.readsKey
        if case .stored = implementation { result.hasSetter = true }
        return result
    }
}
