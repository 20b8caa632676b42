import Diagnostics

/// The flow of control through statements.
extension DefiniteInitialisation {
    mutating func walk(_ statements: [Statement]) {
        let depth = cleanups.count
        for statement in statements { walk(statement) }
        leave(downTo: depth)
        cleanups.removeLast(cleanups.count - depth)
    }

    mutating func walk(_ statement: Statement) {
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
    mutating func walk(_ conditions: [Statement.Condition]) -> State {
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

    mutating func walk(_ pattern: Statement.Pattern) {
        switch pattern {
        case .test(let value, _): walk(value)
        case .tuple(let parts), .enumCase(_, let parts, _): for part in parts { walk(part) }
        case .some(let part), .asType(let part, _): walk(part)
        case .variable, .wildcard, .none, .isType: break
        }
    }

    mutating func walk(_ cases: [Statement.Case]) {
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

    /// Control leaves through the scopes down to `count`: the bodies of `defer` run, the last first. The scopes stay open
    /// for the text that follows.
    mutating func leave(downTo count: Int) {
        let all = cleanups
        while cleanups.count > count, let body = cleanups.popLast() { walk(body) }
        cleanups = all
    }

    mutating func loop(
        _ label: String?, repeating assigned: Set<Slot>, _ body: (inout DefiniteInitialisation) -> Void
    ) {
        // What the body sets may be set already when it comes around.
        state.assigned.formUnion(assigned)
        targets.append(Target(label: label, isPlain: true, isLoop: true, cleanups: cleanups.count))
        body(&self)
        if let target = targets.popLast() { state.join(target.left) }
    }

    /// The slots from outside that the body of a loop has set when it comes around.
    mutating func scanned(_ conditions: [Statement.Condition], _ body: [Statement]) -> Set<Slot> {
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
