import Diagnostics

/// Whether every name has a value on all ways to where it is read, and every constant gets only one: a walk over the
/// checked tree of one body, along the flow of control. Nothing is decided by values, as in Swift's own pass of this name.
struct DefiniteInitialisation {
    /// What can be without a value.
    enum Slot: Hashable {
        case variable(ObjectIdentifier)
        /// A stored property of the `self` that an initialiser makes.
        case property(Int)
        /// The part of a superclass, or the whole of a `self` that another initialiser makes.
        case base
    }

    /// What may be unset, and what may be set, at a point that control reaches; both are empty where it cannot come.
    struct State {
        var unset: Set<Slot> = []
        var assigned: Set<Slot> = []

        mutating func join(_ other: State) {
            unset.formUnion(other.unset)
            assigned.formUnion(other.assigned)
        }
    }

    /// Where `break` and `continue` go.
    private struct Target {
        var label: String?
        /// Taken by a `break` without a label.
        var isPlain: Bool
        var isLoop: Bool
        var cleanups: Int
        var left = State()
        var repeated = State()
    }

    /// Where errors go: the states in which something may throw.
    private struct Handler {
        var cleanups: Int
        var thrown = State()
    }

    /// What an initialiser has to do before it is left.
    private struct Making {
        var nominal: Nominal
        var own: Variable
        var isDelegating: Bool
    }

    var state = State()
    private let checker: Checker
    private var variables: [Slot: Variable] = [:]
    private var targets: [Target] = []
    private var handlers: [Handler] = []
    private var cleanups: [[Statement]] = []
    private var making: Making?
    /// Only what is assigned or mentioned is looked for; nothing is reported.
    private var isScanning = false
    private var mentioned: Set<Slot> = []
    private var scannedBodies: Set<ObjectIdentifier> = []

    init(_ checker: Checker) { self.checker = checker }

    // MARK: Bodies

    /// The statements of one cell, after those of the cells before it.
    mutating func cell(_ statements: [Statement]) {
        walk(statements)
    }

    /// A function, accessor or initialiser of the notebook.
    static func check(_ body: FunctionBody, in checker: Checker) {
        var pass = DefiniteInitialisation(checker)
        if let made = body.context.initialised, let own = body.selfVariable { pass.begin(made, own) }
        pass.walk(body.statements)
        if pass.making != nil {
            pass.checkMade(at: checker.range(body.end))
        }
    }

    private mutating func begin(_ made: FunctionContext.Initialised, _ own: Variable) {
        making = Making(nominal: made.nominal, own: own, isDelegating: made.isDelegating)
        if made.isDelegating || made.nominal.kind == .enum {
            state.unset.insert(.base)
            return
        }
        for (index, property) in made.nominal.stored.enumerated() {
            if property.hasInitial {
                state.assigned.insert(.property(index))
            } else {
                state.unset.insert(.property(index))
            }
        }
        if made.nominal.superclass != nil { state.unset.insert(.base) }
    }

    // MARK: Reports

    private mutating func report(
        _ message: InitialisationMessage, at range: SourceRange, _ notes: [DiagnosticNote] = []
    ) {
        guard !isScanning else { return }
        checker.diagnostics.append(Diagnostic(.error, message, at: range, notes: notes))
    }

    private var unsetProperties: [Nominal.StoredProperty] {
        guard let making else { return [] }
        return making.nominal.stored.enumerated().filter { state.unset.contains(.property($0.offset)) }.map(\.element)
    }

    private var notes: [DiagnosticNote] {
        unsetProperties.compactMap { property in
            property.decl.range.map {
                DiagnosticNote(InitialisationMessage.notInitialised("self.\(property.name)"), at: $0)
            }
        }
    }

    private mutating func forgive() {
        state.unset.remove(.base)
        for slot in state.unset { if case .property = slot { state.unset.remove(slot) } }
    }

    /// An initialiser is left: all that it makes must be there.
    private mutating func checkMade(at range: SourceRange) {
        guard let making else { return }
        if !unsetProperties.isEmpty {
            report(.propertiesMissing, at: range, notes)
        } else if state.unset.contains(.base) {
            let isSuper = making.nominal.superclass != nil && !making.isDelegating
            report(isSuper ? .superNotCalled : .selfInitNotCalled, at: range)
        }
        forgive()
    }

    /// `self` as a whole: given away, or asked for something that is not a stored property of its own.
    private mutating func useSelf(_ use: InitialisationMessage.SelfUse, at range: SourceRange) {
        guard let making else { return }
        let needs: InitialisationMessage.SelfNeed
        if making.isDelegating || making.nominal.kind == .enum {
            guard state.unset.contains(.base) else { return }
            needs = .selfInit
        } else if !unsetProperties.isEmpty {
            needs = .properties
        } else if state.unset.contains(.base) {
            needs = .superInit
        } else {
            return
        }
        let isObject = making.nominal.kind == .class && !making.isDelegating
        report(.selfUsed(isObject ? use : .value, before: needs), at: range, needs == .properties ? notes : [])
        forgive()
    }

    private mutating func use(_ variable: Variable, at range: SourceRange, _ how: Use = .read) {
        if let making, variable === making.own {
            useSelf(.value, at: range)
            return
        }
        let slot = Slot.variable(ObjectIdentifier(variable))
        if isScanning { mentioned.insert(slot) }
        guard state.unset.contains(slot) else { return }
        switch how {
        case .read: report(.used(variable.name, isLet: variable.isLet), at: range)
        case .passed: report(.passed(variable.name), at: range)
        case .captured: report(.captured(variable.name, isLet: variable.isLet), at: range)
        case .defined: report(.defined(variable.name, isLet: variable.isLet), at: range)
        case .member: report(.memberStored(variable.name), at: range)
        }
        state.unset.remove(slot)
    }

    private enum Use { case read, passed, captured, defined, member }

    private mutating func set(_ slot: Slot, named name: String, isLet: Bool, at range: SourceRange) {
        if isLet, state.assigned.contains(slot) { report(.assignedTwice(name), at: range) }
        state.unset.remove(slot)
        state.assigned.insert(slot)
    }

    // MARK: Assignment

    private mutating func assign(to target: Expression) {
        switch target.kind {
        case .variable(let variable):
            if let making, variable === making.own {
                state.unset = state.unset.filter { if case .variable = $0 { true } else { false } }
                return
            }
            let slot = Slot.variable(ObjectIdentifier(variable))
            guard variables[slot] != nil else { return }
            set(slot, named: variable.name, isLet: variable.isLet, at: target.range)
        case .tuple(let parts): for part in parts { assign(to: part) }
        case .call(let call):
            if let index = ownProperty(call) {
                let property = call.decl
                set(.property(index), named: "self.\(property.name)", isLet: property.isLet, at: target.range)
                return
            }
            if case .stored = call.decl.implementation, case .variable(let variable)? = call.arguments.first?.kind,
                variable !== making?.own, !checker.isClass(variable.type)
            {
                use(variable, at: target.range, .member)
                return
            }
            walk(target)
        case .discard: break
        // A part of a value, which must be there.
        default: walk(target)
        }
    }

    /// Which stored property of the `self` being made it is.
    private func ownProperty(_ call: Expression.Call) -> Int? {
        guard let making, !making.isDelegating, case .stored(let index) = call.decl.implementation,
            call.decl.owner === making.nominal, let base = call.arguments.first
        else { return nil }
        switch base.kind {
        case .variable(let variable): return variable === making.own ? index : nil
        case .inoutPlace(let inner):
            if case .variable(let variable) = inner.kind, variable === making.own { return index }
            return nil
        default: return nil
        }
    }

    // MARK: Expressions

    private mutating func walk(_ expressions: [Expression]) { for expression in expressions { walk(expression) } }

    /// Evaluated only sometimes.
    private mutating func maybe(_ body: (inout DefiniteInitialisation) -> Void) {
        let before = state
        body(&self)
        state.join(before)
    }

    private mutating func walk(_ expression: Expression) {
        switch expression.kind {
        case .integer, .float, .bool, .string, .nil, .propertyDefault, .type, .discard, .error: break
        case .variable(let variable):
            if let accessors = variable.accessors {
                for case let body? in [accessors.body, accessors.setBody] {
                    capture(body.context, at: expression.range)
                }
                return
            }
            use(variable, at: expression.range)
        case .interpolation(let parts), .array(let parts), .tuple(let parts): walk(parts)
        case .dictionary(let pairs): for (key, value) in pairs { walk([key, value]) }
        case .function(let decl, _, let base):
            if let base { walk(base) }
            refer(decl, at: expression.range)
        case .element(let value, _), .unary(_, let value), .wrap(let value), .unwrap(let value), .erase(let value),
            .convert(let value), .unbox(let value), .dynamicType(let value), .cast(_, let value, _),
            .tryForce(let value):
            walk(value)
        case .inoutPlace(let value):
            if case .variable(let variable) = value.kind, variable !== making?.own {
                use(variable, at: expression.range, .passed)
            } else {
                walk(value)
            }
        case .binary(_, let a, let b), .subscriptArray(let a, let b), .subscriptDictionary(let a, key: let b):
            walk([a, b])
        case .subscriptDefault(let a, key: let b, let value):
            walk([a, b])
            maybe { $0.walk(value) }
        case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b):
            walk(a)
            maybe { $0.walk(b) }
        case .ternary(let condition, let a, let b):
            walk(condition)
            let before = state
            walk(a)
            let after = state
            state = before
            walk(b)
            state.join(after)
        case .chain(let base, _, let rest):
            walk(base)
            maybe { $0.walk(rest) }
        case .closure(let body): closure(body, at: expression.range)
        case .call(let call): self.call(call, expression)
        case .callValue(let callee, let arguments):
            walk(callee)
            walk(arguments)
            if case .function(let type) = checker.inference.resolve(callee.type), type.isThrowing { throwHere() }
            endIfNever(expression)
        case .assign(let target, let value):
            walk(value)
            assign(to: target)
        case .compoundAssign(_, let target, let value):
            if case .variable(let variable) = target.kind {
                use(variable, at: expression.range, .passed)
            } else {
                walk(target)
            }
            walk(value)
        case .value(_, let statements): walk(statements)
        case .tryOptional(let value):
            handlers.append(Handler(cleanups: cleanups.count))
            walk(value)
            if let handler = handlers.popLast() { state.join(handler.thrown) }
        }
    }

    private mutating func endIfNever(_ expression: Expression) {
        if expression.type == .never { state = State() }
    }

    private mutating func throwHere() {
        guard let handler = handlers.indices.last else { return }
        let here = state
        leave(downTo: handlers[handler].cleanups)
        handlers[handler].thrown.join(state)
        state = here
    }

    private mutating func call(_ call: Expression.Call, _ expression: Expression) {
        let decl = call.decl
        if let index = ownProperty(call) {
            if state.unset.contains(.property(index)) {
                report(.used("self.\(decl.name)", isLet: decl.isLet), at: expression.range)
                state.unset.remove(.property(index))
            }
            return
        }
        if call.isDirect, decl.kind == .initializer, let base = call.arguments.first, base.isSelf, let making {
            walk(Array(call.arguments.dropFirst()))
            if making.isDelegating {
                state.unset.remove(.base)
            } else {
                if let property = unsetProperties.first {
                    report(.propertyMissingAtSuper("self.\(property.name)"), at: expression.range)
                }
                forgive()
            }
            if decl.throwing != .never { throwHere() }
            return
        }
        if let base = call.arguments.first, base.isSelf, making != nil, decl.isInstanceMember || call.isDirect {
            walk(Array(call.arguments.dropFirst()))
            useSelf(decl.kind == .property ? .property(decl.name) : .method(decl.name), at: base.range)
        } else if let base = call.arguments.first, decl.isInstanceMember, case .inoutPlace(let place) = base.kind {
            walk(place)
            walk(Array(call.arguments.dropFirst()))
        } else {
            walk(call.arguments)
        }
        refer(decl, at: expression.range)
        if decl.throwing != .never { throwHere() }
        endIfNever(expression)
    }

    /// A local function is called or handed on: what it captures must be there.
    private mutating func refer(_ decl: Decl, at range: SourceRange) {
        guard decl.owner == nil, let body = decl.body else { return }
        if isScanning {
            scan(body)
        } else if decl.context != nil {
            capture(body.context, at: range, .read)
        }
    }

    private mutating func capture(_ context: FunctionContext, at range: SourceRange, _ how: Use = .captured) {
        guard !state.unset.isEmpty || isScanning else { return }
        var seen: [FunctionContext] = []
        var open = [context]
        while let next = open.popLast() {
            guard !seen.contains(where: { $0 === next }) else { continue }
            seen.append(next)
            for variable in next.captures { use(variable, at: range, how) }
            open += next.callees.map(\.context)
        }
    }

    private mutating func closure(_ body: ClosureBody, at range: SourceRange) {
        for (_, value) in body.captured { walk(value) }
        capture(body.context, at: range)
        // Its own names have a life of their own; those of the top level it reaches without capturing them.
        if !isScanning {
            for variable in global(in: { $0.walk(body.statements) }) { use(variable, at: range, .captured) }
        }
        var inner = DefiniteInitialisation(checker)
        inner.isScanning = isScanning
        inner.scannedBodies = scannedBodies
        inner.walk(body.statements)
        if isScanning {
            mentioned.formUnion(inner.mentioned)
            scannedBodies = inner.scannedBodies
        }
    }

    /// The unset names that a piece of code mentions, in it and in what it calls.
    private func global(in walk: (inout DefiniteInitialisation) -> Void) -> [Variable] {
        guard state.unset.contains(where: { if case .variable = $0 { true } else { false } }) else { return [] }
        var scan = DefiniteInitialisation(checker)
        scan.isScanning = true
        walk(&scan)
        return scan.mentioned.intersection(state.unset).compactMap { variables[$0] }.filter(\.isGlobal)
            .sorted { $0.range.lower < $1.range.lower }
    }

    private mutating func scan(_ body: FunctionBody) {
        guard scannedBodies.insert(ObjectIdentifier(body)).inserted else { return }
        walk(body.statements)
    }

    // MARK: Statements

    private mutating func walk(_ statements: [Statement]) {
        let depth = cleanups.count
        for statement in statements { walk(statement) }
        leave(downTo: depth)
        cleanups.removeLast(cleanups.count - depth)
    }

    /// Control leaves through the scopes down to `count`: the bodies of `defer` run, the last first. The scopes stay open
    /// for the text that follows.
    private mutating func leave(downTo count: Int) {
        let all = cleanups
        while cleanups.count > count, let body = cleanups.popLast() { walk(body) }
        cleanups = all
    }

    private mutating func walk(_ statement: Statement) {
        switch statement {
        case .expression(let value), .show(let value), .collect(_, let value): walk(value)
        case .declare(_, let value): walk(value)
        case .declareUninitialised(let variable):
            guard variable.needsInitialisation else { return }
            let slot = Slot.variable(ObjectIdentifier(variable))
            variables[slot] = variable
            state.unset.insert(slot)
            state.assigned.remove(slot)
        case .if(let conditions, let then, let otherwise):
            let failed = walk(conditions)
            walk(then)
            let after = state
            state = failed
            walk(otherwise)
            state.join(after)
        case .guard(let conditions, let otherwise):
            let failed = walk(conditions)
            let passed = state
            state = failed
            walk(otherwise)
            state = passed
        case .while(let label, let conditions, let body):
            loop(label, repeating: scanned(conditions, body)) {
                let failed = $0.walk(conditions)
                $0.walk(body)
                $0.state = conditions.isAlwaysTrue ? State() : failed
            }
        case .repeatWhile(let label, let body, let condition):
            loop(label, repeating: scanned([.test(condition)], body)) {
                $0.walk(body)
                $0.walk(condition)
                if case .bool(true) = condition.kind { $0.state = State() }
            }
        case .forIn(let label, _, let sequence, let filter, let body):
            walk(sequence)
            loop(label, repeating: scanned([], body)) {
                let before = $0.state
                if let filter { $0.walk(filter) }
                $0.walk(body)
                $0.state.join(before)
            }
        case .switch(let label, let subject, _, let cases):
            walk(subject)
            targets.append(Target(label: label, isPlain: true, isLoop: false, cleanups: cleanups.count))
            walk(cases)
            if let target = targets.popLast() { state.join(target.left) }
        case .return(let value):
            if let value { walk(value) }
            if making != nil {
                if case .nil? = value?.kind {
                } else {
                    checkMade(at: value?.range ?? making?.own.range ?? SourceRange(at: 0))
                }
            }
            leave(downTo: 0)
            state = State()
        case .break(let label, _):
            if let index = targets.lastIndex(where: { label == nil ? $0.isPlain : $0.label == label }) {
                leave(downTo: targets[index].cleanups)
                targets[index].left.join(state)
            }
            state = State()
        case .continue(let label, _):
            if let index = targets.lastIndex(where: { $0.isLoop && (label == nil || $0.label == label) }) {
                leave(downTo: targets[index].cleanups)
                targets[index].repeated.join(state)
            }
            state = State()
        case .fallthrough: break
        case .block(let label, let body):
            targets.append(Target(label: label, isPlain: false, isLoop: false, cleanups: cleanups.count))
            walk(body)
            if let target = targets.popLast() { state.join(target.left) }
        case .throw(let value):
            walk(value)
            throwHere()
            state = State()
        case .doCatch(let label, let body, _, let cases):
            targets.append(Target(label: label, isPlain: false, isLoop: false, cleanups: cleanups.count))
            handlers.append(Handler(cleanups: cleanups.count))
            walk(body)
            let after = state
            state = handlers.popLast()?.thrown ?? State()
            walk(cases)
            state.join(after)
            if let target = targets.popLast() { state.join(target.left) }
        case .defer(let body): cleanups.append(body)
        case .define(let bodies, let range):
            for variable in global(in: { pass in for body in bodies { pass.scan(body) } }) {
                use(variable, at: range, .defined)
            }
        case .initialiseFields, .initialiseStatic: break
        }
    }

    /// Gives the state in which one of the conditions has failed; the state afterwards is that in which all hold.
    private mutating func walk(_ conditions: [Statement.Condition]) -> State {
        var failed = State()
        for condition in conditions {
            switch condition {
            case .test(let value): walk(value)
            case .bind(_, let value): walk(value)
            case .match(let pattern, let value):
                walk(value)
                walk(pattern)
            }
            failed.join(state)
        }
        return failed
    }

    private mutating func walk(_ pattern: Statement.Pattern) {
        switch pattern {
        case .test(let value, _): walk(value)
        case .tuple(let parts), .enumCase(_, let parts, _): for part in parts { walk(part) }
        case .some(let part), .asType(let part, _): walk(part)
        case .variable, .wildcard, .none, .isType: break
        }
    }

    private mutating func walk(_ cases: [Statement.Case]) {
        var entry = state
        var after = State()
        var fallen: State?
        for item in cases {
            state = entry
            for (pattern, filter) in item.items {
                walk(pattern)
                if let filter { walk(filter) }
            }
            entry.join(state)
            if let before = fallen { state.join(before) }
            walk(item.body)
            fallen = item.fallsThrough ? state : nil
            if !item.fallsThrough { after.join(state) }
        }
        state = after
    }

    private mutating func loop(
        _ label: String?, repeating assigned: Set<Slot>, _ body: (inout DefiniteInitialisation) -> Void
    ) {
        // What the body sets may be set already when it comes around.
        state.assigned.formUnion(assigned)
        targets.append(Target(label: label, isPlain: true, isLoop: true, cleanups: cleanups.count))
        body(&self)
        if let target = targets.popLast() { state.join(target.left) }
    }

    /// The slots from outside that the body of a loop has set when it comes around.
    private mutating func scanned(_ conditions: [Statement.Condition], _ body: [Statement]) -> Set<Slot> {
        guard !isScanning, !variables.isEmpty || making != nil else { return [] }
        var scan = self
        scan.isScanning = true
        scan.state.assigned = []
        _ = scan.walk(conditions)
        scan.targets.append(Target(label: nil, isPlain: true, isLoop: true, cleanups: cleanups.count))
        scan.walk(body)
        if let target = scan.targets.popLast() { scan.state.join(target.repeated) }
        return scan.state.assigned.intersection(state.unset.union(state.assigned))
    }
}
