import Diagnostics
import SwiftOperators
import SwiftSyntax

/// A static checker with inference for the cells of one notebook, in document order. The author's mistakes are collected,
/// never thrown. What it leaves behind is a typed tree that the emitter turns into code.
final class Checker {
    let library: Library
    let inference: Inference
    var diagnostics: [Diagnostic] = []
    /// Where the text being checked begins in the notebook's file.
    var offset = 0
    var scopes: [Scope] = [Scope()]
    /// The function, closure or cell whose body is being checked.
    var function: FunctionContext?
    /// Generic parameters of the library function whose Swift body is being checked, with what they stand for.
    var generics: [String: Type] = [:]
    var globals: [Variable] = []
    var functions: [UserFunction] = []
    var topLevelNames = TopLevelNames()

    /// Expressions and variables of the current statement whose types may still hold variables.
    var pending: [Expression] = []
    var pendingVariables: [Variable] = []
    /// The keys that metrics of this notebook record, and the literal keys that it reads from histories.
    var recordedKeys: [RecordedKey] = []
    var readKeys: [(key: String, range: SourceRange)] = []
    /// How far the current attempt strays from what was written: wrapping, erasing, literals of another type.
    var cost = 0
    var throwingCalls = 0
    var isInTry = false
    /// Optional chains that the postfix expression being checked has opened.
    var chains: [(base: Expression, Variable)] = []
    var chainDepth = 0
    var depth = 0

    enum RecordedKey {
        case literal(String)
        /// A key known only when the cell runs.
        case dynamic
    }

    enum Entity {
        case variable(Variable)
        case functions([UserFunction])
    }

    final class Scope {
        var names: [String: Entity] = [:]
        /// Names declared in this cell, against redeclaration; at the top level a later cell may shadow.
        var declaredHere: Set<String> = []
    }

    init(library: Library) {
        self.library = library
        inference = Inference(library: library)
    }

    // MARK: Places and reports

    func range(_ node: some SyntaxProtocol) -> SourceRange {
        let lower = node.positionAfterSkippingLeadingTrivia.utf8Offset
        return SourceRange(offset + lower, offset + max(lower, node.endPositionBeforeTrailingTrivia.utf8Offset))
    }

    func report(
        _ message: CheckerMessage, at range: SourceRange, severity: Severity = .error, notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = []
    ) {
        diagnostics.append(Diagnostic(severity, message, at: range, notes: notes, fixIts: fixIts))
    }

    func fail(_ message: CheckerMessage, at node: some SyntaxProtocol) -> Expression {
        report(message, at: range(node))
        return Expression(.error, .error, range(node))
    }

    /// An expression whose type may still be found.
    func make(_ kind: Expression.Kind, _ type: Type, _ node: some SyntaxProtocol) -> Expression {
        make(kind, type, at: range(node))
    }

    func make(_ kind: Expression.Kind, _ type: Type, at range: SourceRange) -> Expression {
        let expression = Expression(kind, type, range)
        pending.append(expression)
        return expression
    }

    // MARK: Attempts

    /// What an attempt may change, so that it can be taken back.
    struct Journal {
        var inference: Inference.Mark
        var diagnostics, pending, variables, recorded, read, throwing, chains: Int
    }

    func journal() -> Journal {
        Journal(
            inference: inference.mark(), diagnostics: diagnostics.count, pending: pending.count,
            variables: pendingVariables.count, recorded: recordedKeys.count, read: readKeys.count,
            throwing: throwingCalls, chains: chains.count)
    }

    func rewind(to journal: Journal) {
        inference.rewind(to: journal.inference)
        diagnostics.removeLast(diagnostics.count - journal.diagnostics)
        pending.removeLast(pending.count - journal.pending)
        pendingVariables.removeLast(pendingVariables.count - journal.variables)
        recordedKeys.removeLast(recordedKeys.count - journal.recorded)
        readKeys.removeLast(readKeys.count - journal.read)
        throwingCalls = journal.throwing
        chains.removeLast(chains.count - journal.chains)
    }

    func hasErrors(since journal: Journal) -> Bool {
        diagnostics[journal.diagnostics...].contains { $0.severity == .error }
    }

    // MARK: Names

    func inScope<T>(_ body: () -> T) -> T {
        scopes.append(Scope())
        defer {
            for case .variable(let variable) in scopes.removeLast().names.values { warn(about: variable) }
        }
        return body()
    }

    func lookUp(_ name: String) -> Entity? {
        for scope in scopes.reversed() {
            if let entity = scope.names[name] { return entity }
        }
        return nil
    }

    func declare(_ variable: Variable) {
        let scope = scopes[scopes.count - 1]
        if scope.declaredHere.contains(variable.name) {
            var notes: [DiagnosticNote] = []
            if case .variable(let earlier) = scope.names[variable.name] {
                notes.append(DiagnosticNote(CheckerMessage.declaredHere(variable.name), at: earlier.range))
            }
            report(.redeclaration(variable.name), at: variable.range, notes: notes)
        }
        scope.declaredHere.insert(variable.name)
        scope.names[variable.name] = .variable(variable)
        if variable.isGlobal {
            globals.append(variable)
            topLevelNames.declare(variable, variable.name, at: variable.range)
        }
    }

    /// A name of the outermost scope belongs to the notebook; others, and those without a name in the source, to the
    /// function or cell that is being checked.
    func makeVariable(_ name: String, _ type: Type, isLet: Bool, at range: SourceRange) -> Variable {
        let isGlobal = scopes.count == 1 && !name.hasPrefix("$")
        let variable = Variable(name: name, type: type, isLet: isLet, range: range, owner: isGlobal ? nil : function)
        pendingVariables.append(variable)
        return variable
    }

    /// Swift's warnings about a local name, when its scope ends.
    private func warn(about variable: Variable) {
        guard generics.isEmpty, !variable.name.hasPrefix("$"), variable.range.count > 0 else { return }
        if !variable.isLet, !variable.isMutated, variable.isRead {
            report(.neverMutated(variable.name), at: variable.range, severity: .warning)
        }
    }

    /// The names that a misspelt one could have meant.
    func namesInScope() -> [String] {
        scopes.reversed().flatMap { $0.names.keys.sorted() } + library.free.keys.sorted()
            + library.types.keys.sorted()
    }

    // MARK: Finishing a statement

    /// Decides what inference left open: literals become `Int` or `Double`; what is still unknown is reported.
    func finish() {
        for expression in pending {
            if case .nil = expression.kind, inference.hasVariables(expression.type) {
                report(.nilNeedsContext, at: expression.range)
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
            case .callLibrary(let declaration, _, _):
                report(.cannotInfer(declaration.generics.first ?? "T"), at: expression.range)
            default: isReported = false
            }
        }
        for variable in pendingVariables { variable.type = inference.defaulted(variable.type) }
        pending.removeAll(keepingCapacity: true)
        pendingVariables.removeAll(keepingCapacity: true)
    }
}
