import Diagnostics

/// Rules about who may hold on to what, and for how long: functions that must not outlive a call, parameters that are
/// changed for the caller, one place that is changed twice at a time. Swift calls the last one the law of exclusivity.
struct AccessRules {
    private let checker: Checker
    /// The closure that may outlive the statement, and those inside it; empty outside of one.
    private var escaping: [FunctionContext] = []

    static func check(_ statements: [Statement], in checker: Checker) {
        var rules = AccessRules(checker: checker)
        rules.walk(statements)
    }

    private init(checker: Checker) { self.checker = checker }

    private func report(_ rule: DeclarationRule, at range: SourceRange) {
        checker.diagnostics.append(Diagnostic(.error, rule, at: range))
    }

    private mutating func walk(_ statements: [Statement]) {
        for statement in statements {
            for expression in statement.expressions { walk(expression) }
            walk(statement.statements)
        }
    }

    private mutating func walk(_ expression: Expression) {
        switch expression.kind {
        case .variable(let variable): use(variable, at: expression.range)
        case .closure(let body):
            for (_, value) in body.captured { walk(value) }
            walk(body, escapes: true)
        case .value(_, let statements): walk(statements)
        case .call(let call):
            overlap(call.arguments)
            let own = call.arguments.count - call.decl.parameters.count
            for (index, argument) in call.arguments.enumerated() {
                pass(argument, escapes: index < own || !call.decl.parameters[index - own].isNonEscapingFunction)
            }
        case .callValue(let callee, let arguments):
            overlap(arguments)
            for part in [callee] + arguments { pass(part, escapes: false) }
        case .binary(let name, let a, let b):
            walk(a)
            walk(b)
            if ["/", "%"].contains(name), case .integer(0) = b.kind,
                checker.conforms(checker.inference.resolve(a.type), to: "BinaryInteger")
            {
                report(.divisionByZero, at: expression.range)
            }
        default: for child in expression.children { walk(child) }
        }
    }

    /// An argument: a function that is called before the call ends may be anything.
    private mutating func pass(_ argument: Expression, escapes: Bool) {
        switch argument.kind {
        case .convert(let inner) where !escapes: pass(inner, escapes: false)
        case .closure(let body) where !escapes:
            for (_, value) in body.captured { pass(value, escapes: false) }
            walk(body, escapes: false)
        // A function of several parameters as one of a tuple: the two are written as variables of the compiler's own.
        case .value(_, let statements) where !escapes:
            for statement in statements {
                if case .declare(_, let value) = statement { pass(value, escapes: false) } else { walk([statement]) }
            }
        case .variable(let variable) where !escapes && variable.isNonEscaping: capture(variable, at: argument.range)
        default: walk(argument)
        }
    }

    private mutating func walk(_ body: ClosureBody, escapes: Bool) {
        let isInside = escapes || !escaping.isEmpty
        if isInside { escaping.append(body.context) }
        walk(body.statements)
        if isInside { escaping.removeLast() }
    }

    private func use(_ variable: Variable, at range: SourceRange) {
        if variable.isNonEscaping, !isCaptured(variable) {
            report(.escapes(variable.name), at: range)
        } else {
            capture(variable, at: range)
        }
    }

    private func capture(_ variable: Variable, at range: SourceRange) {
        guard isCaptured(variable) else { return }
        if variable.isNonEscaping { report(.capturedWhileNonEscaping(variable.name), at: range) }
        if variable.isInout { report(.capturedWhileInout(variable.name), at: range) }
    }

    /// Whether a closure that may outlive its statement takes it from outside.
    private func isCaptured(_ variable: Variable) -> Bool {
        !escaping.isEmpty && !escaping.contains { $0 === variable.owner }
    }

    // MARK: Exclusivity

    /// Two places that one call changes must not be one, nor parts of each other.
    private func overlap(_ arguments: [Expression]) {
        var accesses: [(root: Variable, path: [String])] = []
        for argument in arguments {
            guard case .inoutPlace(let place) = argument.kind, let access = access(to: place) else { continue }
            if accesses.contains(where: { $0.root === access.root && zip($0.path, access.path).allSatisfy(==) }) {
                report(.overlapping(access.root.name), at: argument.range)
            }
            accesses.append(access)
        }
    }

    /// The variable that a place belongs to, and the stored properties and elements of tuples that lead to it. Behind an
    /// instance of a class nothing is known; an element of a collection is as much as all of it.
    private func access(to place: Expression) -> (root: Variable, path: [String])? {
        switch place.kind {
        case .variable(let variable): return (variable, [])
        case .element(let base, let index): return access(to: base).map { ($0.root, $0.path + ["\(index)"]) }
        case .unwrap(let base), .inoutPlace(let base), .subscriptArray(let base, _),
            .subscriptDictionary(let base, key: _), .subscriptDefault(let base, key: _, _):
            return access(to: base)
        case .call(let call):
            guard call.decl.isInstanceMember, let base = call.arguments.first, !checker.isClass(base.type) else {
                return nil
            }
            let outer = access(to: base)
            guard case .stored = call.decl.implementation else { return outer }
            return outer.map { ($0.root, $0.path + [call.decl.name]) }
        default: return nil
        }
    }
}
