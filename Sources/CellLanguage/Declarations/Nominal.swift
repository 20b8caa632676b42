import SwiftSyntax

/// A struct, enum, class or protocol: of the library or of the notebook.
final class Nominal {
    typealias Kind = TypeDeclaration.Kind

    let kind: Kind
    /// Unique in the notebook, see ``Type/nominal(_:_:)``.
    let key: String
    let range: SourceRange?
    /// The unique names of its generic parameters.
    var generics: [String] = []
    /// Those of them that belong to the type around it.
    var outerGenerics: [String] = []
    /// What its generic parameters must satisfy.
    var requirements: [Requirement] = []
    var conformances: [Conformance] = []
    var superclass: Type?
    /// Members by name; initialisers are named `init`, subscripts `subscript`.
    var members: [String: [Decl]] = [:]
    /// Types and aliases declared inside.
    var types: [String: TypeEntity] = [:]
    /// Stored properties in the order of their declaration; a class's own, not the inherited ones.
    var stored: [StoredProperty] = []
    var cases: [EnumCase] = []
    var isIndirect = false
    var isFinal = false
    /// `enum E: Int`
    var rawType: Type?
    /// Of a protocol.
    var associatedTypes: [AssociatedType] = []
    /// `protocol P<A, B>`
    var primaryAssociatedTypes: [String]?
    /// Held by cells without looking inside: a type of LessonKit.
    var isHosted = false
    /// Declared inside a function: it must not use the function's variables.
    var owner: FunctionContext?
    /// Declared in a library file.
    var isLibrary: Bool { range == nil }
    /// The chain of types it is nested in, its own extension not counted.
    weak var parent: Nominal?

    init(kind: Kind, key: String, range: SourceRange?) {
        self.kind = kind
        self.key = key
        self.range = range
    }

    /// The type inside its own declaration.
    var selfType: Type { kind == .protocol ? .generic("Self") : .nominal(key, generics.map { .generic($0) }) }

    /// Lets go of what leads back to the type.
    func letGo() {
        (members, types, stored) = ([:], [:], [])
    }

    struct Conformance {
        var name: String
        /// What must hold for it: `extension Array: P where Element: P`.
        var requirements: [Requirement] = []
        /// For an extension of one instance (`extension [Int]: TensorIndex`) the instance itself.
        var instance: Type?
        /// Written in the notebook, for errors.
        var range: SourceRange?
    }

    struct EnumCase {
        var name: String
        /// The labels and types of its payload.
        var payload: [Type.Element]
        var isIndirect: Bool
        var rawValue: RawValue?
    }

    enum RawValue: Hashable {
        case integer(Int)
        case float(Double)
        case string(String)
    }

    struct AssociatedType {
        var name: String
        var defaultType: Type?
        var conformances: [String] = []
    }

    final class StoredProperty {
        let name: String
        var type: Type
        let isLet: Bool
        let decl: Decl
        /// The value it begins with, checked.
        var initial: Expression?
        var hasInitial: Bool

        init(name: String, type: Type, isLet: Bool, decl: Decl, hasInitial: Bool) {
            self.name = name
            self.type = type
            self.isLet = isLet
            self.decl = decl
            self.hasInitial = hasInitial
        }
    }
}

/// What a name of a type means.
enum TypeEntity {
    case nominal(Nominal)
    /// A type alias with the unique names of its generic parameters.
    case alias([String], Type)
    /// A generic parameter, or what one stands for.
    case type(Type)
}

/// What a generic declaration asks of the types it is used with.
enum Requirement: Hashable {
    case conforms(Type, String)
    case same(Type, Type)
    case inherits(Type, Type)

    func substituting(_ substitution: [String: Type]) -> Requirement {
        switch self {
        case .conforms(let type, let name): .conforms(type.substituting(substitution), name)
        case .same(let a, let b): .same(a.substituting(substitution), b.substituting(substitution))
        case .inherits(let a, let b): .inherits(a.substituting(substitution), b.substituting(substitution))
        }
    }
}
