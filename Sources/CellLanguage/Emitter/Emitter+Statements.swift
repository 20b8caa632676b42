import Bytecode

extension FunctionEmitter {
    func emit(_ statements: [Statement]) {
        for statement in statements { emit(statement) }
    }

    /// A block: its variables' registers are given back.
    func emitBlock(_ statements: [Statement]) { scoped { emit(statements) } }

    private func emit(_ statement: Statement) {
        switch statement {
        case .expression(let expression): scoped { _ = emit(expression) }
        case .show(let expression): scoped { emitShow(expression) }
        case .declare(let pattern, let value): declare(pattern, value)
        case .declareUninitialised(let variable):
            if variable.isGlobal {
                scoped {
                    let place = allocate(variable.type.layout)
                    clear(place, variable.type.layout)
                    storeGlobal(builder.global(variable), place, variable.type.layout)
                }
            } else {
                let place = bind(variable)
                if !variable.isBoxed { clear(place, variable.type.layout) }
            }
        case .if(let conditions, let then, let otherwise): emitIf(conditions, then, otherwise)
        case .guard(let conditions, let otherwise):
            let (fail, done) = (Label(), Label())
            test(conditions, orElse: fail)
            jump(.jump, to: done)
            mark(fail)
            emitBlock(otherwise)
            mark(done)
        case .while(let label, let conditions, let body): emitWhile(label, conditions, body)
        case .repeatWhile(let label, let body, let condition):
            let (start, check, done) = (Label(), Label(), Label())
            mark(start)
            inLoop(label, check, done) { emitBlock(body) }
            mark(check)
            scoped { branch(condition, ifFalse: done) }
            jump(.loop, to: start)
            mark(done)
        case .forIn(let label, let pattern, let sequence, let filter, let body):
            emitFor(label, pattern, sequence, filter, body)
        case .switch(let subject, let variable, let cases): emitSwitch(subject, variable, cases)
        case .return(let value): emitReturn(value)
        case .break(let label):
            if let loop = loop(label, forBreak: true) { jump(.jump, to: loop.breakTarget) }
        case .continue(let label):
            if let target = loop(label, forBreak: false)?.continueTarget { jump(.jump, to: target) }
        case .block(let body): emitBlock(body)
        case .collect(let list, let value):
            scoped {
                let element = emit(value)
                append(Instruction(.arrayAppendRef, element.refs, place(of: list).refs))
            }
        }
    }

    // MARK: Declarations

    private func declare(_ pattern: Statement.Pattern, _ value: Expression) {
        if case .variable(let variable) = pattern, !variable.isGlobal, !variable.isBoxed {
            let place = bind(variable)
            scoped { _ = emit(value, into: place) }
            return
        }
        for variable in pattern.variables where !variable.isGlobal { bind(variable) }
        scoped {
            let place = emit(value)
            let isOwned = value.isTemporary
            store(pattern, from: place, value.type, takes: isOwned)
        }
    }

    /// Takes a value apart into the variables of a pattern.
    func store(_ pattern: Statement.Pattern, from place: Place, _ type: Type, takes: Bool) {
        switch pattern {
        case .wildcard: break
        case .tuple(let parts):
            guard case .tuple(let elements) = type else { return }
            var place = place
            for (part, element) in zip(parts, elements) {
                store(part, from: place, element.type, takes: takes)
                place = place.moved(by: element.type.layout)
            }
        case .variable(let variable):
            let layout = variable.type.layout
            var source = place
            if variable.isGlobal || variable.isBoxed, !takes {
                source = allocate(layout)
                move(place, to: source, layout)
            }
            if variable.isGlobal {
                storeGlobal(builder.global(variable), source, layout)
            } else if variable.isBoxed {
                storeBox(self.place(of: variable), source, layout, at: Layout(0, 0))
            } else {
                move(source, to: self.place(of: variable), layout, takes: takes)
            }
        }
    }

    /// The cell's last value goes to the host function that shows it.
    private func emitShow(_ expression: Expression) {
        guard let show = builder.library.free(named: "__show").first else { return }
        let erased = Expression(.erase(expression), .any, expression.range)
        _ = emit(Expression(.callLibrary(show, substitution: [:], [erased]), .void, expression.range))
    }

    // MARK: Conditions

    /// Falls through when all conditions hold. Variables that they bind belong to the scope around.
    private func test(_ conditions: [Statement.Condition], orElse fail: Label) {
        for condition in conditions {
            switch condition {
            case .test(let test): scoped { branch(test, ifFalse: fail) }
            case .bind(let variable, let value):
                if !variable.isGlobal { bind(variable) }
                scoped {
                    let optional = emit(value)
                    jumpIfNil(optional, value.type, to: fail)
                    let payload = payload(optional, value.type)
                    store(.variable(variable), from: payload, variable.type, takes: false)
                }
            }
        }
    }

    private func emitIf(_ conditions: [Statement.Condition], _ then: [Statement], _ otherwise: [Statement]) {
        let (fail, done) = (Label(), Label())
        scoped {
            test(conditions, orElse: fail)
            emit(then)
        }
        if !otherwise.isEmpty { jump(.jump, to: done) }
        mark(fail)
        emitBlock(otherwise)
        mark(done)
    }

    // MARK: Loops

    func inLoop(_ label: String?, _ continueTarget: Label?, _ breakTarget: Label, _ body: () -> Void) {
        loops.append(Loop(label: label, breakTarget: breakTarget, continueTarget: continueTarget))
        body()
        loops.removeLast()
    }

    private func loop(_ label: String?, forBreak: Bool) -> Loop? {
        loops.last { (forBreak || $0.continueTarget != nil) && (label == nil || $0.label == label) }
    }

    private func emitWhile(_ label: String?, _ conditions: [Statement.Condition], _ body: [Statement]) {
        let (start, done) = (Label(), Label())
        mark(start)
        scoped {
            test(conditions, orElse: done)
            inLoop(label, start, done) { emit(body) }
        }
        jump(.loop, to: start)
        mark(done)
    }

    private func emitFor(
        _ label: String?, _ pattern: Statement.Pattern, _ sequence: Expression, _ filter: Expression?,
        _ body: [Statement]
    ) {
        scoped {
            currentRange = hasPlaces ? sequence.range : nil
            let source = allocate(sequence.type.layout)
            _ = emit(sequence, into: source)
            let cursor = cursor(over: sequence.type, at: source)
            let elementType = builder.checker.element(of: sequence.type) ?? .error
            // A pattern of one local variable is the element's own register.
            let element: Place
            var isBound = false
            if case .variable(let variable) = pattern, !variable.isBoxed, !variable.isGlobal {
                element = bind(variable)
                isBound = true
            } else {
                element = allocate(elementType.layout)
                // Names of a tuple pattern are the parts of the element where they lie.
                if !pattern.variables.contains(where: { $0.isBoxed || $0.isGlobal }) {
                    bindParts(pattern, element, elementType)
                    isBound = true
                }
            }
            let (start, again, done) = (Label(), Label(), Label())
            mark(start)
            cursor(element, done)
            scoped {
                if !isBound {
                    for variable in pattern.variables { bind(variable) }
                    store(pattern, from: element, elementType, takes: false)
                }
                if let filter { scoped { branch(filter, ifFalse: again) } }
                inLoop(label, again, done) { emit(body) }
            }
            mark(again)
            jump(.loop, to: start)
            mark(done)
        }
    }

    private func bindParts(_ pattern: Statement.Pattern, _ place: Place, _ type: Type) {
        switch pattern {
        case .wildcard: break
        case .variable(let variable): bind(variable, to: place)
        case .tuple(let parts):
            guard case .tuple(let elements) = type else { return }
            var place = place
            for (part, element) in zip(parts, elements) {
                bindParts(part, place, element.type)
                place = place.moved(by: element.type.layout)
            }
        }
    }

    private func emitSwitch(_ subject: Expression, _ variable: Variable, _ cases: [Statement.Case]) {
        scoped {
            let place = bind(variable)
            _ = emit(subject, into: place)
            let done = Label()
            let bodies = cases.map { _ in Label() }
            for (branch, label) in zip(cases, bodies) where !branch.isDefault {
                for condition in branch.conditions {
                    let next = Label()
                    scoped { self.branch(condition, ifFalse: next) }
                    jump(.jump, to: label)
                    mark(next)
                }
            }
            if let otherwise = cases.firstIndex(where: \.isDefault) {
                jump(.jump, to: bodies[otherwise])
            } else {
                jump(.jump, to: done)
            }
            for (branch, label) in zip(cases, bodies) {
                mark(label)
                inLoop("$switch", nil, done) { emitBlock(branch.body) }
                jump(.jump, to: done)
            }
            mark(done)
        }
    }
}

extension Expression {
    /// Whether its value stands in registers of its own, so that references may be moved out.
    var isTemporary: Bool {
        switch kind {
        case .variable(let variable): variable.isGlobal || variable.isBoxed
        case .element(let base, _), .unwrap(let base): base.isTemporary
        default: true
        }
    }
}
