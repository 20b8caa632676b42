import SwiftSyntax

/// A function, initialiser, property, subscript, operator or enum case, of the library or of the notebook: what a name
/// that is called or read can mean.
final class Decl {
    enum Kind { case function, initializer, property, `subscript`, `operator`, enumCase }
    enum Fixity { case infix, prefix, postfix }
    enum Throwing { case never, always, whenArgumentsDo }

    enum Implementation {
        /// Index into the generated table of host functions: the function, getter or initialiser.
        case host(Int)
        /// The machine's own, by name.
        case intrinsic(String)
        /// Swift of the library, compiled with the cells that use it.
        case source(String)
        /// A body of the notebook.
        case user(FunctionBody)
        /// A stored property of a value type or a class, by its place among the type's own.
        case stored(Int)
        /// A static stored property: a variable of the notebook with its first value.
        case global(StaticStorage)
        case enumCase(Int)
        /// What a protocol asks for: looked up in the type that is known when code is emitted.
        case requirement
        /// Made by the compiler for the type it belongs to.
        case synthesized(Synthesized)
    }

    enum Synthesized { case memberwise, allCases, rawValue, fromRawValue, equal, less, hash, hashValue, defaultInit }

    let kind: Kind
    let name: String
    /// The type or protocol it is a member of.
    let owner: Nominal?
    /// The unique names of its own generic parameters.
    var generics: [String] = []
    /// What its generic parameters, and those of its owner, must satisfy: its own `where` and that of its extension.
    var requirements: [Requirement] = []
    var parameters: [Param] = []
    var result: Type = .void
    /// Of an operator with one operand: where it stands.
    var fixity = Fixity.infix
    var isStatic = false
    var isMutating = false
    var throwing = Throwing.never
    var isDiscardable = false
    var hasSetter = false
    /// `init?`
    var isFailable = false
    /// A property or result of type `T!`, or `init!`.
    var isImplicitlyUnwrapped = false
    var isConvenience = false
    var isRequired = false
    var isOverride = false
    var isFinal = false
    /// Member of a protocol itself, not of an extension.
    var isRequirement: Bool { if case .requirement = implementation { true } else { false } }
    /// `lazy`, or a getter that is `mutating`.
    var isLazy = false
    var isPrivate = false
    var implementation: Implementation
    /// The setter of a library property.
    var setter: Declaration.Implementation?
    /// Accessors written in the notebook.
    var setBody: FunctionBody?
    var willSet: FunctionBody?
    var didSet: FunctionBody?
    var recordedKey: Declaration.RecordedKey?
    var readsKey = false
    var range: SourceRange?
    /// The constant or variable it is, for stored properties.
    var isLet = false
    /// The first value of a stored property without an annotation is checked when it is first asked for.
    var pendingType: (() -> Void)?
    /// The library's own declaration, for the keys of instances.
    var libraryIndex: Int?
    /// Where it was declared: the scope in which default values are read.
    var isOperatorMember: Bool { kind == .operator && owner != nil }
    /// A name declared further down that its body uses: until then it must not be called.
    var waitsFor: String?
    /// The function or cell around a local function.
    var context: FunctionContext?
    /// `private(set)`
    var isPrivateSet = false
    /// Of a memberwise initialiser: which stored properties its parameters are.
    var memberwise: [Int] = []
    /// The hidden optional of a `lazy` property.
    var lazyStorage: Decl?
    /// Check the default values of its parameters.
    var defaultChecks: [() -> Void] = []
    /// Found at top level, for the list of names.
    var topLevel: TopLevelUse?

    init(kind: Kind, name: String, owner: Nominal?, implementation: Implementation) {
        self.kind = kind
        self.name = name
        self.owner = owner
        self.implementation = implementation
    }

    /// Whether it takes `self`.
    var isInstanceMember: Bool {
        owner != nil && !isStatic && kind != .initializer && kind != .operator && kind != .enumCase
    }

    /// The body written in the notebook.
    var body: FunctionBody? { if case .user(let body) = implementation { body } else { nil } }

    /// `name(label:_:)`
    var signature: String {
        switch kind {
        case .property, .enumCase: name
        default: name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
        }
    }

    /// As a note shows it.
    var summary: String {
        let list = parameters.map { parameter in
            let type: Type =
                if parameter.isVariadic, case .nominal("Array", let element) = parameter.type { element[0] } else {
                    parameter.type
                }
            return "\(parameter.label ?? "_"): \(type)" + (parameter.isVariadic ? "..." : "")
        }.joined(separator: ", ")
        return "\(name)(\(list))" + (result == .void || kind == .initializer ? "" : " -> \(result)")
    }
}

/// A parameter of a declaration.
struct Param {
    /// `nil` when the argument has no label.
    var label: String?
    var name: String
    var type: Type
    var isVariadic = false
    var isInout = false
    var isAutoclosure = false
    /// `@escaping`, or kept by what the parameter belongs to: the function may outlive the call.
    var isEscaping = false
    /// Declared `T!`.
    var isImplicitlyUnwrapped = false
    /// The name of a result builder, `LayerBuilder`.
    var builder: String?
    var defaultValue: DefaultValue?

    init(label: String?, name: String, type: Type) {
        self.label = label
        self.name = name
        self.type = type
    }

    /// A function that must not outlive the call.
    var isNonEscapingFunction: Bool {
        if case .function = type { !isEscaping && !isVariadic } else { false }
    }
}

/// A default value: text of the library, or syntax of the notebook with the place it was written in.
enum DefaultValue {
    case source(String)
    case written(ExprSyntax, scopes: [Checker.Scope], offset: Int)
    /// The first value of a stored property, for memberwise initialisers.
    case property(Nominal, Int)
    /// `nil` for a variable of optional type.
    case none
}

/// The body of a function, getter or initialiser of the notebook.
final class FunctionBody {
    let context: FunctionContext
    /// The items of the body; checked once, where the declaration stands.
    let items: CodeBlockItemListSyntax
    let end: TokenSyntax
    /// `self`, for members.
    var selfVariable: Variable?
    var statements: [Statement] = []
    /// Until then it is not known what a nested function captures.
    var isChecked = false
    /// Checks the body; `nil` afterwards.
    var check: (() -> Void)?

    init(context: FunctionContext, items: CodeBlockItemListSyntax, end: TokenSyntax) {
        self.context = context
        self.items = items
        self.end = end
    }
}

/// A static stored property: set when it is first used.
final class StaticStorage {
    let variable: Variable
    var initial: Expression?
    init(variable: Variable) { self.variable = variable }
}
