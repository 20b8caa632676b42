/// The library as the checker sees it: types, protocols and declarations, by name. Made by the generator from the
/// interface files and decoded when a process starts; nothing is parsed then.
package struct Library: Sendable {
    package var types: [String: TypeDeclaration] = [:]
    package let declarations: DeclarationList
    /// Free functions, values and operators by name.
    package private(set) var free: [String: [Int]] = [:]
    /// What the declarations are found by, in their order.
    private let headings: [DeclarationList.Heading]
    /// Members by owner.
    private var members: [String: [Int]] = [:]
    /// Aliases inside types, by owner.
    private(set) var aliases: [String: [Int]] = [:]
    /// Types inside types, by the outer one's name.
    private(set) var nested: [String: [String]] = [:]

    package init(types: [TypeDeclaration], declarations: [Declaration]) {
        self.init(
            types: types, headings: declarations.map { .init(kind: $0.kind, owner: $0.owner, name: $0.name) },
            declarations: DeclarationList(declarations))
    }

    /// - Parameter headings: What the declarations are found by, in their order.
    init(types: [TypeDeclaration], headings: [DeclarationList.Heading], declarations: DeclarationList) {
        self.declarations = declarations
        self.headings = headings
        for type in types {
            if let known = self.types[type.name] {
                self.types[type.name]?.conformances = known.conformances + type.conformances
                if type.isNative { self.types[type.name]?.isNative = true }
            } else {
                self.types[type.name] = type
                if let dot = type.name.utf8.lastIndex(of: UInt8(ascii: ".")) {
                    nested[String(type.name[..<dot]), default: []].append(type.name)
                }
            }
        }
        for (index, declaration) in headings.enumerated() {
            if declaration.kind == .typeAlias {
                aliases[declaration.owner ?? "", default: []].append(index)
            } else if let owner = declaration.owner {
                members[owner, default: []].append(index)
                if declaration.kind == .operator { free[declaration.name, default: []].append(index) }
            } else {
                free[declaration.name, default: []].append(index)
            }
        }
    }

    /// The members of a type: indices into ``declarations`` by name; initialisers are named `init`, subscripts `subscript`.
    func members(of owner: String) -> [String: [Int]] {
        Dictionary(grouping: members[owner] ?? []) { headings[$0].name }
    }

    /// The host functions behind free functions of these names and behind members of these types, setters apart: by their
    /// indices. Without names for a type, all its members.
    package func hostFunctions(free names: [String], members wanted: [String: [String]?]) -> Set<Int> {
        var found = names.flatMap { free[$0] ?? [] }
        for (owner, names) in wanted {
            let all = members(of: owner)
            found += (names ?? Array(all.keys)).flatMap { all[$0] ?? [] }
        }
        return Set(
            found.compactMap {
                if case .host(let function) = declarations[$0].implementation { function } else { nil }
            })
    }
}

package struct TypeDeclaration: Sendable {
    package enum Kind: String, Sendable { case `struct`, `class`, `enum`, `protocol` }
    package var kind: Kind
    package var name: String
    package var generics: [String]
    package var conformances: [Conformance]
    package var associatedTypes: [AssociatedType] = []
    /// What its generic parameters must conform to.
    package var constraints: [Constraint] = []
    /// Values of the type live in registers as their parts do; others are held as the library's objects.
    package var isNative = false

    /// A protocol, and what must hold for it: `Array: Equatable where Element: Equatable`. For an extension of one
    /// instance (`extension [Int]: TensorIndex`) the instance itself.
    package struct Conformance: Sendable {
        package var name: String
        package var instance: String?
        package var constraints: [Constraint]
        package init(name: String, instance: String? = nil, constraints: [Constraint] = []) {
            self.name = name
            self.instance = instance
            self.constraints = constraints
        }
    }

    /// Of a protocol: an associated type, what it conforms to, and what it is when nobody says.
    package struct AssociatedType: Sendable {
        package var name: String
        package var conformance: String?
        package var defaultType: String?
        package init(name: String, conformance: String? = nil, defaultType: String? = nil) {
            self.name = name
            self.conformance = conformance
            self.defaultType = defaultType
        }
    }

    package init(kind: Kind, name: String, generics: [String], conformances: [Conformance]) {
        self.kind = kind
        self.name = name
        self.generics = generics
        self.conformances = conformances
    }
}

/// A function, initialiser, property, subscript or operator of the library.
package struct Declaration: Sendable {
    package enum Kind: String, Sendable {
        case function, initializer, property, `subscript`, `operator`, enumCase, typeAlias
    }

    package enum Implementation: Sendable, Hashable {
        /// Index into the generated table of host functions: the function, getter or initialiser.
        case host(Int)
        /// The machine's own, by name.
        case intrinsic(String)
        /// Swift, compiled with the cells that use it: parameters and body.
        case source(String)
        /// A stored property of a native type, by its position.
        case stored(Int)
        /// A case of a native enum, by its position.
        case enumCase(Int)
        /// What a protocol asks for.
        case requirement
    }

    package var kind: Kind
    package var owner: String?
    package var name: String
    package var generics: [String] = []
    /// What generic parameters must conform to; `Self == X` has `Self` and the type.
    package var constraints: [Constraint] = []
    package var parameters: [Parameter] = []
    package var result: Type = .void
    package var isStatic = false
    package var isMutating = false
    package var isThrowing = false
    package var isRethrowing = false
    package var isDiscardable = false
    package var hasSetter = false
    package var recordedKey: RecordedKey?
    package var readsKey = false
    package var implementation: Implementation
    package var setter: Implementation?

    package enum RecordedKey: Sendable, Hashable {
        case literal(String)
        case argument(Int)
    }

    package init(kind: Kind, owner: String?, name: String, implementation: Implementation) {
        self.kind = kind
        self.owner = owner
        self.name = name
        self.implementation = implementation
    }
}

package struct Constraint: Sendable, Hashable {
    package var parameter: String
    package var isSameType: Bool
    package var type: String
    package init(parameter: String, isSameType: Bool, type: String) {
        self.parameter = parameter
        self.isSameType = isSameType
        self.type = type
    }
}

package struct Parameter: Sendable {
    /// `nil` when the argument has no label.
    package var label: String?
    package var name: String
    package var type: Type
    /// The default value as written.
    package var defaultValue: String?
    package var isVariadic = false
    package var isInout = false
    package var isAutoclosure = false
    /// The name of a result builder, `LayerBuilder`.
    package var builder: String?
    /// Of a function parameter; only the generator needs to know.
    package var isEscaping = false

    package init(label: String?, name: String, type: Type) {
        self.label = label
        self.name = name
        self.type = type
    }
}
