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
    struct Target {
        var label: String?
        /// Taken by a `break` without a label.
        var isPlain: Bool
        var isLoop: Bool
        var cleanups: Int
        var left = State()
        var repeated = State()
    }

    /// Where errors go: the states in which something may throw.
    struct Handler {
        var cleanups: Int
        var thrown = State()
    }

    /// What an initialiser has to do before it is left.
    struct Making {
        var nominal: Nominal
        var own: Variable
        var isDelegating: Bool
    }

    var state = State()
    private let checker: Checker
    var variables: [Slot: Variable] = [:]
    var targets: [Target] = []
    var handlers: [Handler] = []
    var cleanups: [[Statement]] = []
    var making: Making?
    /// Only what is assigned or mentioned is looked for; nothing is reported.
    var isScanning = false
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
    mutating func checkMade(at range: SourceRange) {
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
    mutating func useSelf(_ use: InitialisationMessage.SelfUse, at range: SourceRange) {
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

    mutating func use(_ variable: Variable, at range: SourceRange, _ how: Use = .read) {
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

    enum Use { case read, passed, captured, defined, member }

    mutating func set(_ slot: Slot, named name: String, isLet: Bool, at range: SourceRange) {
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

    mutating func walk(_ expressions: [Expression]) { for expression in expressions { walk(expression) } }

    /// Evaluated only sometimes.
    private mutating func maybe(_ body: (inout DefiniteInitialisation) -> Void) {
        let before = state
        body(&self)
        state.join(before)
    }

    mutating func walk(_ expression: Expression) {
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

    mutating func throwHere() {
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
    func global(in walk: (inout DefiniteInitialisation) -> Void) -> [Variable] {
        guard state.unset.contains(where: { if case .variable = $0 { true } else { false } }) else { return [] }
        var scan = DefiniteInitialisation(checker)
        scan.isScanning = true
        walk(&scan)
        return scan.mentioned.intersection(state.unset).compactMap { variables[$0] }.filter(\.isGlobal)
            .sorted { $0.range.lower < $1.range.lower }
    }

    mutating func scan(_ body: FunctionBody) {
        guard scannedBodies.insert(ObjectIdentifier(body)).inserted else { return }
        walk(body.statements)
    }
}
