import Bytecode
import Diagnostics
import SwiftSyntax

/// A variable, constant or parameter of the notebook.
final class Variable {
    let name: String
    var type: Type
    let isLet: Bool
    let range: SourceRange
    /// The function it belongs to; `nil` for names of the notebook's top level.
    weak var owner: FunctionContext?
    let isGlobal: Bool
    /// A nested function or closure reads it.
    var isCaptured = false
    var isMutated = false
    var isRead = false
    /// A parameter that the caller's variable is passed to: changed in place and given back.
    var isInout = false
    /// A parameter that is a function without `@escaping`: called, or handed on to such parameters.
    var isNonEscaping = false
    /// `self`, a parameter, or a name of a pattern: Swift's advice for variables does not fit it.
    var isQuiet = false
    /// Declared without a value: every way to a reading must pass an assignment.
    var needsInitialisation = false
    /// A `let` that begins without a value may be assigned once.
    var isAssignableOnce: Bool { isLet && needsInitialisation }
    var topLevel: TopLevelUse?
    /// Declared `T!`.
    var isImplicitlyUnwrapped = false
    /// A computed variable of the top level or of a function: no storage, but a getter and perhaps a setter.
    var accessors: Decl?

    init(name: String, type: Type, isLet: Bool, range: SourceRange, owner: FunctionContext?) {
        self.name = name
        self.type = type
        self.isLet = isLet
        self.range = range
        self.owner = owner
        isGlobal = owner == nil
    }

    /// Captured and changed by somebody: lives in a box that all share.
    var isBoxed: Bool { isCaptured && !isGlobal && (!isLet || needsInitialisation) }
}

/// What is known of the function whose body is being checked.
final class FunctionContext {
    enum Kind { case cell, function, closure }
    let name: String
    let parent: FunctionContext?
    let kind: Kind
    var parameters: [Variable] = []
    var result: Type
    /// Variables of outer functions that it uses, in order of first use.
    var captures: [Variable] = []
    /// Local functions that it calls: what they capture, it must have.
    var callees: [FunctionBody] = []
    /// `throws`, or a closure that may become so.
    var mayThrow: Bool
    /// For bodies under a result builder: the hidden array that collects, and the type of its elements.
    var builder: (list: Variable, element: Type)?
    var loops: [Loop] = []
    /// Of an initialiser: what it makes.
    var initialised: Initialised?
    /// The `self` of a member.
    var selfVariable: Variable?
    /// An expression in prose.
    var isInline = false
    /// Compiled from the library's own Swift, where names with two underlines are known.
    var isLibrary = false
    /// Parameters passed back to the caller.
    var inouts: [Int] { parameters.indices.filter { parameters[$0].isInout } }

    var isCell: Bool { kind == .cell }
    var isClosure: Bool { kind == .closure }

    struct Loop {
        var label: String?
        var takesContinue: Bool
        /// A `switch` or labelled block, which an unlabelled `break` may leave or not.
        var takesPlainBreak: Bool
    }

    struct Initialised {
        var nominal: Nominal
        var isFailable: Bool
        var isDelegating: Bool
    }

    init(name: String, parent: FunctionContext?, result: Type, kind: Kind = .function, mayThrow: Bool) {
        self.kind = kind
        self.name = name
        self.parent = parent
        self.result = result
        self.mayThrow = mayThrow
        isLibrary = parent?.isLibrary ?? false
    }

    /// Notes that `variable` is used here, and hands it through all functions between.
    func use(_ variable: Variable) {
        guard !variable.isGlobal else { return }
        var context: FunctionContext? = self
        while let current = context, current !== variable.owner {
            if !current.captures.contains(where: { $0 === variable }) { current.captures.append(variable) }
            variable.isCaptured = true
            context = current.parent
        }
    }

    /// Notes a call of a local function, here and in the functions around up to where it is declared.
    func call(_ body: FunctionBody) {
        var context: FunctionContext? = self
        while let current = context, current !== body.context.parent {
            if !current.callees.contains(where: { $0 === body }) { current.callees.append(body) }
            context = current.parent
        }
    }
}

/// A closure expression with its checked body.
final class ClosureBody {
    let context: FunctionContext
    var statements: [Statement] = []
    /// Its only statement throws: what it gives is decided elsewhere, or is nothing.
    var onlyThrows = false
    /// `[x]` and `[y = x + 1]`: variables of the closure's own, set when it is made.
    var captured: [(Variable, Expression)] = []
    init(context: FunctionContext) { self.context = context }
}

/// A checked expression. Types may hold inference variables until the whole statement is checked.
final class Expression {
    var kind: Kind
    var type: Type
    let range: SourceRange
    /// A value declared `T!`: unwrapped where a `T` is wanted.
    var isImplicitlyUnwrapped = false
    /// What a call leaves to its parameter: evaluated after what it says itself.
    var isDefaultArgument = false

    init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }

    enum Kind {
        /// An integer or floating-point literal; what it becomes is decided by its type.
        case integer(Int128)
        case float(Double)
        case bool(Bool)
        case string(String)
        /// Pieces of text and values, joined.
        case interpolation([Expression])
        case `nil`
        case variable(Variable)
        /// A function as a value, with the value it is bound to.
        case function(Decl, substitution: [String: Type], base: Expression?)
        case array([Expression])
        case dictionary([(Expression, Expression)])
        case tuple([Expression])
        case element(Expression, Int)
        case closure(ClosureBody)
        case call(Call)
        case callValue(Expression, [Expression])
        /// A prefix or infix operator on values of the machine's own types, selected when types are known.
        case unary(String, Expression)
        case binary(String, Expression, Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case ternary(Expression, Expression, Expression)
        /// `T` to `T?`.
        case wrap(Expression)
        /// `x!`
        case unwrap(Expression)
        case coalesce(Expression, Expression)
        /// `base?.rest`: `rest` refers to the unwrapped base by the variable.
        case chain(base: Expression, Variable, rest: Expression)
        /// To `Any` or `any P`.
        case erase(Expression)
        /// To a superclass, or a throwing function: the same registers under another type.
        case convert(Expression)
        case cast(Cast, Expression, Type)
        case subscriptArray(Expression, Expression)
        case subscriptDictionary(Expression, key: Expression)
        case subscriptDefault(Expression, key: Expression, Expression)
        /// A place that is passed to change.
        case inoutPlace(Expression)
        case assign(Expression, Expression)
        case compoundAssign(String, Expression, Expression)
        /// Statements that leave a value in a variable: `if` and `switch` as expressions.
        case value(Variable, [Statement])
        case tryOptional(Expression)
        case tryForce(Expression)
        /// The first value of a stored property, as a memberwise initialiser uses it.
        case propertyDefault(Nominal, Int, substitution: [String: Type])
        /// What a box holds, of a type that is known to be in it.
        case unbox(Expression)
        /// `type(of: x)`
        case dynamicType(Expression)
        /// `T.self`, or the name of a type before its member.
        case type
        /// What the left side of `_ = x` is.
        case discard
        case error
    }

    enum Cast { case test, optional, forced }

    struct Call {
        var decl: Decl
        var substitution: [String: Type]
        /// `self` first, for members.
        var arguments: [Expression]
        /// `super.f()`: no overriding is looked for.
        var isDirect = false
    }
}

/// A checked statement.
indirect enum Statement {
    case expression(Expression)
    /// The cell's last expression: shown.
    case show(Expression)
    case declare(Pattern, Expression)
    case declareUninitialised(Variable)
    case `if`([Condition], [Statement], [Statement])
    /// The names its conditions bind stay in scope; the body leaves the scope.
    case `guard`([Condition], [Statement])
    case `while`(label: String?, [Condition], [Statement])
    case repeatWhile(label: String?, [Statement], Expression)
    case forIn(label: String?, Pattern, Expression, where: Expression?, [Statement])
    case `switch`(label: String?, Expression, Variable, [Case])
    case `return`(Expression?)
    case `break`(label: String?, SourceRange)
    case `continue`(label: String?, SourceRange)
    case `fallthrough`
    case block(label: String?, [Statement])
    case `throw`(Expression)
    case doCatch(label: String?, [Statement], Variable, [Case])
    case `defer`([Statement])
    /// Where a function or type of the top level stands, for ``DefiniteInitialisation``.
    case define([FunctionBody], SourceRange)
    /// An expression under a result builder: appended to the hidden list.
    case collect(Variable, Expression)
    /// The first values of a class's own stored properties.
    case initialiseFields(Nominal, Variable)
    case initialiseStatic(StaticStorage)

    struct Case {
        var items: [(pattern: Pattern, filter: Expression?)]
        var isDefault: Bool
        var body: [Statement]
        var range: SourceRange
        var fallsThrough: Bool {
            if case .fallthrough? = body.last { true } else { false }
        }
    }

    indirect enum Condition {
        case test(Expression)
        /// `if let`
        case bind(Variable, Expression)
        /// `if case`
        case match(Pattern, Expression)
    }

    indirect enum Pattern {
        case variable(Variable)
        case tuple([Pattern])
        case wildcard
        /// A test of the value, which it reads from the variable.
        case test(Expression, subject: Variable)
        /// A case of an enum with patterns for its payload; the type is the enum's.
        case enumCase(Int, [Pattern], Type)
        case some(Pattern)
        case none
        case isType(Type)
        case asType(Pattern, Type)
    }
}

extension Statement.Pattern {
    var variables: [Variable] {
        switch self {
        case .variable(let variable): [variable]
        case .tuple(let parts), .enumCase(_, let parts, _): parts.flatMap(\.variables)
        case .some(let part), .asType(let part, _): part.variables
        case .wildcard, .test, .none, .isType: []
        }
    }

    /// Whether it matches every value.
    var isIrrefutable: Bool {
        switch self {
        case .variable, .wildcard: true
        case .tuple(let parts): parts.allSatisfy(\.isIrrefutable)
        default: false
        }
    }
}
