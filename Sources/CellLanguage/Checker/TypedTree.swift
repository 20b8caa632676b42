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

    init(name: String, type: Type, isLet: Bool, range: SourceRange, owner: FunctionContext?) {
        self.name = name
        self.type = type
        self.isLet = isLet
        self.range = range
        self.owner = owner
        isGlobal = owner == nil
    }

    /// Captured and changed by somebody: lives in a box that all share.
    var isBoxed: Bool { isCaptured && !isLet && !isGlobal }
}

/// What is known of the function whose body is being checked.
final class FunctionContext {
    let name: String
    let parent: FunctionContext?
    var parameters: [Variable] = []
    var result: Type
    let isClosure: Bool
    /// The top level of a cell: errors thrown there are the cell's, and there is nothing to return from.
    let isCell: Bool
    /// Variables of outer functions that it uses, in order of first use.
    var captures: [Variable] = []
    /// `throws`, or a closure that may become so.
    var mayThrow: Bool
    /// For bodies under a result builder: the hidden array that collects, and the type of its elements.
    var builder: (list: Variable, element: Type)?
    var loopLabels: [String?] = []

    init(
        name: String, parent: FunctionContext?, result: Type, isClosure: Bool = false, isCell: Bool = false,
        mayThrow: Bool
    ) {
        self.isCell = isCell
        self.name = name
        self.parent = parent
        self.result = result
        self.isClosure = isClosure
        self.mayThrow = mayThrow
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
}

/// A function declared in the notebook.
final class UserFunction {
    let name: String
    let parameters: [Parameter]
    let result: Type
    let isThrowing: Bool
    let isDiscardable: Bool
    let range: SourceRange
    let syntax: FunctionDeclSyntax
    let context: FunctionContext
    var body: [Statement] = []
    /// Until then it is not known what a nested function captures.
    var isChecked = false

    init(
        name: String, parameters: [Parameter], result: Type, isThrowing: Bool, isDiscardable: Bool, range: SourceRange,
        syntax: FunctionDeclSyntax, context: FunctionContext
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.isThrowing = isThrowing
        self.isDiscardable = isDiscardable
        self.range = range
        self.syntax = syntax
        self.context = context
    }
}

/// A closure expression with its checked body.
final class ClosureBody {
    let context: FunctionContext
    var statements: [Statement] = []
    init(context: FunctionContext) { self.context = context }
}

/// A checked expression. Types may hold inference variables until the whole statement is checked.
final class Expression {
    var kind: Kind
    var type: Type
    let range: SourceRange

    init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }

    enum Kind {
        /// An integer or floating-point literal; what it becomes is decided by its type.
        case integer(Int)
        case float(Double)
        case bool(Bool)
        case string(String)
        /// Pieces of text and values, joined.
        case interpolation([Expression])
        case `nil`
        case variable(Variable)
        case function(UserFunction)
        case array([Expression])
        case dictionary([(Expression, Expression)])
        case tuple([Expression])
        case element(Expression, Int)
        case closure(ClosureBody)
        case callUser(UserFunction, [Expression])
        case callLibrary(Declaration, substitution: [String: Type], [Expression])
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
        case subscriptArray(Expression, Expression)
        case subscriptDictionary(Expression, key: Expression)
        /// A place that is passed to change.
        case inoutPlace(Expression)
        /// A call's unlabeled variadic arguments, or any list, as an array.
        case assign(Expression, Expression)
        case compoundAssign(String, Expression, Expression)
        case type
        case error
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
    case `switch`(Expression, Variable, [Case])
    case `return`(Expression?)
    case `break`(label: String?)
    case `continue`(label: String?)
    case block([Statement])
    /// An expression under a result builder: appended to the hidden list.
    case collect(Variable, Expression)

    struct Case {
        var conditions: [Expression]
        var isDefault: Bool
        var body: [Statement]
    }

    indirect enum Condition {
        case test(Expression)
        /// `if let`
        case bind(Variable, Expression)
    }

    indirect enum Pattern {
        case variable(Variable)
        case tuple([Pattern])
        case wildcard
    }
}

extension Statement.Pattern {
    var variables: [Variable] {
        switch self {
        case .variable(let variable): [variable]
        case .tuple(let parts): parts.flatMap(\.variables)
        case .wildcard: []
        }
    }
}
