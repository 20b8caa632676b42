import Diagnostics
import SwiftOperators
import SwiftSyntax

/// A static checker with inference for the cells of one notebook, in document order. The author's mistakes are collected,
/// never thrown. What it leaves behind is a typed tree that the emitter turns into code.
final class Checker {
    let library: LibraryIndex
    let inference = Inference()
    var operators = OperatorTable.ofCells
    var diagnostics: [Diagnostic] = []
    /// Where the text being checked begins in the notebook's file.
    var offset = 0
    var scopes: [Scope] = [Scope()]
    /// The function, closure or cell whose body is being checked.
    var function: FunctionContext?
    /// What is known of the generic parameters in scope.
    var environment: [Requirement] = [] {
        didSet {
            var fixed: [String: Type] = [:]
            for case .same(let a, let b) in environment {
                // `S.Element == Element`: the member is the parameter, see `associated`.
                if case .member = a { continue }
                if case .member = b { continue }
                // Of two parameters the later is the earlier.
                if case .generic(let name) = a {
                    if case .generic(let other) = b, fixed[other] != nil { continue }
                    if b != a, !b.contains(where: { $0 == a }) { fixed[name] = b }
                } else if case .generic(let name) = b, !a.contains(where: { $0 == b }) {
                    fixed[name] = a
                }
            }
            inference.fixed = fixed
        }
    }
    /// The declaration whose signature is being read: what its types need is asked of its own parameters.
    var signature: Decl?
    /// Whether `Self` may be the class of the receiver: as the result of a method that returns `self`.
    var allowsDynamicSelf = false
    /// The declaration to whose generic parameters `some P` in the type being read is added.
    var opaqueOwner: Decl?
    /// Whether a generic type may be named without its arguments, which a first value decides.
    var allowsOpenTypes = false
    /// Inside the library's own Swift: no warnings, no demands of `try`, hidden names are known.
    var isLibraryCode = false
    var globals: [Variable] = []
    /// Types of the notebook by their unique names.
    var nominals: [String: Nominal] = [:]
    var uniqueNames: [String: Int] = [:]
    var topLevelNames: [TopLevelUse] = []
    /// Members declared in the cell that is being checked.
    var membersOfCell: [Decl] = []
    /// The cell that is being checked.
    var cellID = ""
    var topLevelTypes: [String: TopLevelUse] = [:]
    /// Operator functions declared outside types.
    var userOperators: [String: [Decl]] = [:]
    /// Names of operators that some type of the notebook declares.
    var memberOperatorNames: Set<String> = []
    /// All functions, closures and cells that were checked.
    var contexts: [FunctionContext] = []
    var conformanceChecks: [() -> Void] = []
    /// Types and protocols whose conformance was looked at.
    var verified: Set<String> = []

    /// Expressions and variables of the current statement whose types may still hold variables.
    var pending: [Expression] = []
    var pendingVariables: [Variable] = []
    /// The keys that metrics of this notebook record, and the literal keys that it reads from histories.
    var recordedKeys: [RecordedKey] = []
    var readKeys: [(key: String, range: SourceRange)] = []
    /// How far the current attempt strays from what was written.
    var cost = Cost()
    var throwingCalls = 0
    /// Those in arguments that are evaluated later: a `try` covers them too, and the errors are not thrown here.
    var delayedThrowingCalls = 0
    var isInTry = false
    /// Under `try?`, `try!` or in a `do` whose clauses catch everything.
    var isCaught = false
    /// Optional chains that the postfix expression being checked has opened.
    var chains: [(base: Expression, Variable)] = []
    var chainDepth = 0
    /// How many registers values of the notebook's structs take.
    var knownWords: [String: Int] = [:]
    /// Operators that the parser could not place; said once.
    var unknownOperators: Set<String> = []
    /// How many expressions the one that is checked stands in.
    var depth = 0
    /// How many steps are left for the outermost expression.
    var effort = 0
    /// Whether an operand that does not check is tried once more with what the other one says; not within such a trial,
    /// or a chain of operators would be tried twice at every link.
    var triesOperandAgain = true
    /// A generic result is taken to be the optional that is wanted.
    var hintsOptionals = false
    var associatedDepth = 0
    var associatedCache: [String: Type?] = [:]
    var refinedLibraryProtocols: [String: [String]] = [:]
    /// Default values of the library as syntax, by how they are written.
    var parsedDefaults: [String: ExprSyntax] = [:]
    /// Names of further patterns of one case, which mean the variables of the first.
    var shared: [ObjectIdentifier: Variable] = [:]
    /// The values of `if` and `switch` whose branches are checked each on its own.
    var independentBranches: Set<ObjectIdentifier> = []

    enum RecordedKey {
        case literal(String)
        /// A key known only when the cell runs.
        case dynamic
    }

    /// Conversions by their weight in Swift's ranking of overloads, the heaviest first.
    struct Cost: Comparable {
        var literals = 0
        var wraps = 0
        var erasures = 0
        static func < (a: Cost, b: Cost) -> Bool {
            (a.literals, a.wraps, a.erasures) < (b.literals, b.wraps, b.erasures)
        }
    }

    enum Entity {
        case variable(Variable)
        case functions([Decl])
        case members(MemberScope)
    }

    final class Scope {
        var names: [String: Entity] = [:]
        var types: [String: TypeEntity] = [:]
        /// Names declared in this cell, against redeclaration; at the top level a later cell may shadow.
        var declaredHere: Set<String> = []
        /// The inside of a type: its members are visible by their names alone.
        var member: MemberScope?
        /// Names that are declared further down in this scope.
        var declaredLater: [String: SourceRange] = [:]
    }

    /// What a bare name inside a type is looked up in.
    final class MemberScope {
        let nominal: Nominal
        let selfType: Type
        /// `nil` where there is no `self`: static members and initial values.
        let selfVariable: Variable?
        init(nominal: Nominal, selfType: Type, selfVariable: Variable?) {
            self.nominal = nominal
            self.selfType = selfType
            self.selfVariable = selfVariable
        }
    }

    init(library: Library) {
        self.library = LibraryIndex(library)
        inference.conforms = { [unowned self] in conforms($0, to: $1) }
        inference.associated = { [unowned self] in associated($1, of: $0) }
    }

    // MARK: Places and reports

    func range(_ node: some SyntaxProtocol) -> SourceRange {
        let lower = node.positionAfterSkippingLeadingTrivia.utf8Offset
        return SourceRange(offset + lower, offset + max(lower, node.endPositionBeforeTrailingTrivia.utf8Offset))
    }

    func report(
        _ message: CheckerMessage, at range: SourceRange, notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
    ) { add(message, range, notes, fixIts) }

    func report(
        _ message: DeclarationMessage, at range: SourceRange, notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
    ) { add(message, range, notes, fixIts) }

    func report(
        _ message: ControlFlowMessage, at range: SourceRange, notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
    ) { add(message, range, notes, fixIts) }

    private func add(
        _ message: any DiagnosticMessage, _ range: SourceRange, _ notes: [DiagnosticNote], _ fixIts: [FixIt]
    ) { diagnostics.append(Diagnostic(.error, message, at: range, notes: notes, fixIts: fixIts)) }

    func warn(_ message: WarningMessage, at range: SourceRange) {
        if !isLibraryCode { diagnostics.append(Diagnostic(.warning, message, at: range)) }
    }

    func fail(_ message: CheckerMessage, at node: some SyntaxProtocol) -> Expression {
        report(message, at: range(node))
        return failure(node)
    }

    func failure(_ node: some SyntaxProtocol) -> Expression { Expression(.error, .error, range(node)) }

    /// An expression whose type may still be found.
    func make(_ kind: Expression.Kind, _ type: Type, _ node: some SyntaxProtocol) -> Expression {
        make(kind, type, at: range(node))
    }

    func make(_ kind: Expression.Kind, _ type: Type, at range: SourceRange) -> Expression {
        let expression = Expression(kind, type, range)
        pending.append(expression)
        return expression
    }

    func call(
        _ decl: Decl, _ substitution: [String: Type], _ arguments: [Expression], _ type: Type, at range: SourceRange,
        isDirect: Bool = false
    ) -> Expression {
        let value = make(
            .call(
                Expression.Call(decl: decl, substitution: substitution, arguments: arguments, isDirect: isDirect)),
            type, at: range)
        value.isImplicitlyUnwrapped = decl.isImplicitlyUnwrapped
        return value
    }

    // MARK: Attempts

    /// What an attempt may change, so that it can be taken back.
    struct Journal {
        var inference: Inference.Mark
        var diagnostics, pending, variables, recorded, read, throwing, delayedThrowing, chains: Int
        var cost: Cost
    }

    func journal() -> Journal {
        Journal(
            inference: inference.mark(), diagnostics: diagnostics.count, pending: pending.count,
            variables: pendingVariables.count, recorded: recordedKeys.count, read: readKeys.count,
            throwing: throwingCalls, delayedThrowing: delayedThrowingCalls, chains: chains.count, cost: cost)
    }

    func rewind(to journal: Journal) {
        inference.rewind(to: journal.inference)
        diagnostics.removeLast(diagnostics.count - journal.diagnostics)
        pending.removeLast(pending.count - journal.pending)
        pendingVariables.removeLast(pendingVariables.count - journal.variables)
        recordedKeys.removeLast(recordedKeys.count - journal.recorded)
        readKeys.removeLast(readKeys.count - journal.read)
        throwingCalls = journal.throwing
        delayedThrowingCalls = journal.delayedThrowing
        chains.removeLast(chains.count - journal.chains)
        cost = journal.cost
    }

    func hasErrors(since journal: Journal) -> Bool {
        diagnostics[journal.diagnostics...].contains { $0.severity == .error }
    }

    /// Whether something can be done without an error; nothing stays of the attempt.
    func attempt(_ body: () -> Bool) -> Bool {
        let before = journal()
        defer { rewind(to: before) }
        return body() && !hasErrors(since: before)
    }

    // MARK: Finishing a statement

    /// Whether something inside is wrong already, of which all else may come.
    private func isBlamed(_ expression: Expression) -> Bool {
        if expression.children.contains(where: { inference.resolve($0.type).contains { $0 == .error } }) { return true }
        let range = expression.range
        return diagnostics.contains {
            $0.severity == .error && range.lower <= $0.range.lower && $0.range.lower <= range.upper
        }
    }

    /// Decides what inference left open: literals become `Int` or `Double`; what is still unknown is reported.
    func finish() {
        for expression in pending {
            if case .closure(let body) = expression.kind, body.onlyThrows, inference.isOpen(body.context.result) {
                _ = inference.unify(body.context.result, .void)
            }
            if case .nil = expression.kind, inference.hasOpenVariables(expression.type) {
                if !isBlamed(expression) { report(.nilNeedsContext, at: expression.range) }
                expression.type = .error
                continue
            }
            expression.type = inference.defaulted(expression.type)
        }
        var isReported = false
        for expression in pending where !isReported && inference.hasVariables(expression.type) {
            isReported = true
            switch expression.kind {
            case .array(let elements) where elements.isEmpty: report(.emptyCollection, at: expression.range)
            case .dictionary(let pairs) where pairs.isEmpty: report(.emptyCollection, at: expression.range)
            case .error: break
            case .call(let call):
                if isBlamed(expression) { break }
                let name = (call.decl.generics + (call.decl.owner?.generics ?? [])).first {
                    call.substitution[$0].map(inference.hasVariables) ?? false
                }
                report(.cannotInfer(Type.display(name ?? call.decl.generics.first ?? "T")), at: expression.range)
            case .function(let decl, let substitution, _):
                if isBlamed(expression) { break }
                let name = decl.generics.first { substitution[$0].map(inference.hasVariables) ?? true }
                report(.cannotInfer(Type.display(name ?? "T")), at: expression.range)
            default: isReported = false
            }
        }
        for expression in pending { checkLiteralRange(expression) }
        for variable in pendingVariables { variable.type = inference.defaulted(variable.type) }
        pending.removeAll(keepingCapacity: true)
        pendingVariables.removeAll(keepingCapacity: true)
    }

    private func checkLiteralRange(_ expression: Expression) {
        guard case .integer(let value) = expression.kind, case .nominal(let name, _) = expression.type,
            let range = IntegerRange.of(name), !range.contains(value)
        else { return }
        report(.integerTooLarge("\(value)", type: name), at: expression.range)
    }
}

/// The values of the integer types.
enum IntegerRange {
    static func of(_ name: String) -> ClosedRange<Int128>? {
        switch name {
        case "Int", "Int64": Int128(Int64.min)...Int128(Int64.max)
        case "Int32": Int128(Int32.min)...Int128(Int32.max)
        case "Int16": Int128(Int16.min)...Int128(Int16.max)
        case "Int8": Int128(Int8.min)...Int128(Int8.max)
        case "UInt", "UInt64": 0...Int128(UInt64.max)
        case "UInt32": 0...Int128(UInt32.max)
        case "UInt16": 0...Int128(UInt16.max)
        case "UInt8": 0...Int128(UInt8.max)
        default: nil
        }
    }
}
