import Bytecode
import Diagnostics

extension FunctionEmitter {
    func emit(_ statements: [Statement]) {
        for (index, statement) in statements.enumerated() {
            if case .defer(let body) = statement {
                emitDeferred(body, Array(statements[(index + 1)...]))
                return
            }
            emit(statement)
        }
    }

    /// A block: its variables' registers are given back.
    func emitBlock(_ statements: [Statement]) { scoped { emit(statements) } }

    func emit(_ statement: Statement) {
        switch statement {
        case .expression(let expression): scoped { _ = emit(expression) }
        case .show(let expression): scoped { emitShow(expression) }
        case .declare(let pattern, let value): declare(pattern, value)
        case .declareUninitialised(let variable): declareEmpty(variable)
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
        case .switch(let label, let subject, let variable, let cases): emitSwitch(label, subject, variable, cases)
        case .return(let value):
            if let value { withPlace(value.range) { emitReturn(value) } } else { emitReturn(nil) }
        case .break(let label, _): leave(loop(label, forBreak: true), toContinue: false)
        case .continue(let label, _): leave(loop(label, forBreak: false), toContinue: true)
        case .fallthrough: break
        case .block(let label, let body):
            let done = Label()
            inLoop(label, nil, done, takesPlainBreak: false) { emitBlock(body) }
            mark(done)
        case .throw(let error):
            scoped {
                let place = allocate(Layout(0, 1))
                _ = emit(error, into: place)
                withPlace(error.range) { append(Instruction(.throwError, place.refs)) }
            }
        case .doCatch(let label, let body, let error, let cases): emitDoCatch(label, body, error, cases)
        case .defer(let body): emitBlock(body)
        case .collect(let list, let value):
            scoped {
                let place = allocate(layout(value))
                _ = emit(value, into: place)
                append(Instruction(.arrayAppendRef, place.refs, self.place(of: list).refs))
            }
        case .define: break
        case .initialiseFields(let nominal, let own):
            for (index, property) in nominal.stored.enumerated() where property.hasInitial {
                scoped {
                    let value = property.initial ?? Expression(.nil, property.type, SourceRange(at: 0))
                    if value.type == .error { value.type = property.type }
                    emitAssignment(fieldExpression(own, nominal, index), value)
                }
            }
        case .initialiseStatic(let storage):
            scoped {
                let variable = storage.variable
                let place = allocate(layout(variable))
                if let initial = storage.initial {
                    _ = emit(initial, into: place)
                } else {
                    clear(place, layout(variable))
                }
                storeGlobal(builder.global(variable), place, layout(variable))
                let flag = allocate(Layout(1, 0))
                load(1, into: flag.bits)
                append(Instruction(.setGlobalBits, builder.staticInitialiser(storage).flag.bits, flag.bits))
            }
        }
    }

    private func withPlace(_ range: SourceRange, _ body: () -> Void) {
        let outer = currentRange
        if range.count > 0 { currentRange = range }
        body()
        currentRange = outer
    }

    private func leave(_ loop: Loop?, toContinue: Bool) {
        guard let loop else { return }
        emitCleanups(downTo: loop.cleanups)
        if toContinue {
            if let target = loop.continueTarget { jump(.jump, to: target) }
        } else {
            jump(.jump, to: loop.breakTarget)
        }
    }

    // MARK: Errors and defer

    /// Code whose errors go to a label, which finds them in a reference register.
    func protected(_ error: Int, _ target: Label, _ body: () -> Void) {
        let lower = code.count
        body()
        let upper = code.count
        if upper > lower { pendingHandlers.append((lower, upper, target, error)) }
    }

    /// The rest of a block, with a body that runs however it is left.
    private func emitDeferred(_ body: [Statement], _ rest: [Statement]) {
        let error = allocate(Layout(0, 1))
        let (failed, done) = (Label(), Label())
        cleanups.append(body)
        protected(error.refs, failed) { emit(rest) }
        cleanups.removeLast()
        emitBlock(body)
        jump(.jump, to: done)
        mark(failed)
        emitBlock(body)
        append(Instruction(.throwError, error.refs))
        mark(done)
    }

    private func emitDoCatch(_ label: String?, _ body: [Statement], _ error: Variable, _ cases: [Statement.Case]) {
        let (failed, done) = (Label(), Label())
        scoped {
            let caught = allocate(Layout(0, 1))
            inLoop(label, nil, done, takesPlainBreak: false) {
                protected(caught.refs, failed) { emitBlock(body) }
                jump(.jump, to: done)
                mark(failed)
                let subject = bind(error)
                if error.isBoxed {
                    let copy = allocate(Layout(0, 1))
                    append(Instruction(.moveRef, copy.refs, caught.refs))
                    storeBox(subject, copy, Layout(0, 1), at: Layout(0, 0))
                } else {
                    append(Instruction(.moveRef, subject.refs, caught.refs))
                }
                emitCases(cases, caught, .anyError, done)
                append(Instruction(.throwError, caught.refs))
            }
        }
        mark(done)
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
            store(pattern, from: place, type(value), takes: value.isTemporary)
        }
    }

    private func declareEmpty(_ variable: Variable) {
        let layout = layout(variable)
        if variable.isGlobal {
            scoped {
                let place = allocate(layout)
                clear(place, layout)
                storeGlobal(builder.global(variable), place, layout)
            }
        } else {
            let place = bind(variable)
            if !variable.isBoxed { clear(place, layout) }
        }
    }

    /// Takes a value apart into the variables of a pattern that matches everything.
    func store(_ pattern: Statement.Pattern, from place: Place, _ type: Type, takes: Bool) {
        switch pattern {
        case .tuple(let parts):
            guard case .tuple(let elements) = resolved(type) else { return }
            var place = place
            for (part, element) in zip(parts, elements) {
                store(part, from: place, element.type, takes: takes)
                place = place.moved(by: layout(element.type))
            }
        case .variable(let own):
            let variable = builder.checker.shared[ObjectIdentifier(own)] ?? own
            let layout = layout(variable)
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
        default: break
        }
    }

    /// The cell's last value goes to the host function that shows it.
    private func emitShow(_ expression: Expression) {
        if context.isInline, type(expression) == .string, let print = builder.checker.library.free("print").first {
            // A text in prose is the text itself, without the quotation marks of a result.
            let place = expression.range
            let items = Expression(.array([Expression(.erase(expression), .any, place)]), .array(.any), place)
            let arguments = [items] + [" ", ""].map { Expression(.string($0), .string, place) }
            let call = Expression.Call(decl: print, substitution: [:], arguments: arguments)
            _ = emit(Expression(.call(call), .void, place))
            return
        }
        guard let show = builder.checker.library.free("__show").first else { return }
        let erased = Expression(.erase(expression), .any, expression.range)
        let call = Expression.Call(decl: show, substitution: [:], arguments: [erased])
        _ = emit(Expression(.call(call), .void, expression.range))
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
                    let type = type(value)
                    jumpIfNil(optional, type, to: fail)
                    store(.variable(variable), from: payload(optional, type), variable.type, takes: false)
                }
            case .match(let pattern, let value):
                for variable in pattern.variables where !variable.isGlobal { bind(variable) }
                scoped {
                    let place = allocate(layout(value))
                    _ = emit(value, into: place)
                    match(pattern, place, type(value), orElse: fail)
                }
            }
        }
    }

    /// Falls through when the value at `place` matches; names are set on the way.
    func match(_ pattern: Statement.Pattern, _ place: Place, _ type: Type, orElse fail: Label) {
        let type = resolved(type)
        switch pattern {
        case .wildcard: break
        case .variable: store(pattern, from: place, type, takes: false)
        case .tuple(let parts):
            guard case .tuple(let elements) = type else { return }
            var place = place
            for (part, element) in zip(parts, elements) {
                match(part, place, element.type, orElse: fail)
                place = place.moved(by: layout(element.type))
            }
        case .test(let test, let subject):
            if subject.isBoxed {
                bind(subject)
                store(.variable(subject), from: place, type, takes: false)
            } else {
                bind(subject, to: place)
            }
            scoped { branch(test, ifFalse: fail) }
        case .some(let inner):
            jumpIfNil(place, type, to: fail)
            match(inner, payload(place, type), type.wrapped ?? .error, orElse: fail)
        case .none:
            let none = Label()
            jumpIfNil(place, type, to: none)
            jump(.jump, to: fail)
            mark(none)
        case .enumCase(let index, let parts, let own):
            guard case .nominal(let info) = lowered(own), case .nominal(let key, let arguments) = resolved(own),
                let nominal = builder.checker.nominal(key)
            else { return }
            let number = allocate(Layout(1, 0))
            load(index, into: number.bits)
            jump(.jumpNotEqInt, to: fail, place.bits, number.bits)
            if parts.allSatisfy({ if case .wildcard = $0 { true } else { false } }) { return }
            let known = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
            var payload = payload(of: index, info, place)
            for (part, element) in zip(parts, nominal.cases[index].payload) {
                let elementType = builder.resolved(element.type, known)
                match(part, payload, elementType, orElse: fail)
                payload = payload.moved(by: layout(elementType))
            }
        case .isType(let target):
            let held = hold(place, type)
            scoped { branch(Expression(.cast(.test, held, target), .bool, SourceRange(at: 0)), ifFalse: fail) }
        case .asType(let inner, let target):
            let optional = Type.optional(resolved(target))
            let result = allocate(layout(optional))
            _ = emit(
                Expression(.cast(.optional, hold(place, type), target), optional, SourceRange(at: 0)), into: result)
            jumpIfNil(result, optional, to: fail)
            match(inner, payload(result, optional), target, orElse: fail)
        }
    }

    private func hold(_ place: Place, _ type: Type) -> Expression {
        let variable = Variable(name: "$held", type: type, isLet: true, range: SourceRange(at: 0), owner: context)
        bind(variable, to: place)
        return Expression(.variable(variable), type, SourceRange(at: 0))
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

    func inLoop(
        _ label: String?, _ continueTarget: Label?, _ breakTarget: Label, takesPlainBreak: Bool = true,
        _ body: () -> Void
    ) {
        loops.append(
            Loop(
                label: label, breakTarget: breakTarget, continueTarget: continueTarget,
                takesPlainBreak: takesPlainBreak, cleanups: cleanups.count))
        body()
        loops.removeLast()
    }

    private func loop(_ label: String?, forBreak: Bool) -> Loop? {
        loops.last { loop in
            if let label { return loop.label == label }
            return forBreak ? loop.takesPlainBreak : loop.continueTarget != nil
        }
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
            let sequenceType = type(sequence)
            let source = allocate(layout(sequence))
            _ = emit(sequence, into: source)
            let cursor = cursor(over: sequenceType, at: source)
            let elementType = resolved(builder.checker.element(of: sequenceType) ?? .error)
            // A pattern of one local variable is the element's own register.
            let element: Place
            var isBound = false
            if case .variable(let variable) = pattern, !variable.isBoxed, !variable.isGlobal {
                element = bind(variable)
                isBound = true
            } else {
                element = allocate(layout(elementType))
                // Names of a tuple pattern are the parts of the element where they lie.
                if pattern.isIrrefutable, !pattern.variables.contains(where: { $0.isBoxed || $0.isGlobal || !$0.isLet })
                {
                    bindParts(pattern, element, elementType)
                    isBound = true
                }
            }
            let (start, again, done) = (Label(), Label(), Label())
            mark(start)
            cursor(element, done)
            scoped {
                if !isBound {
                    for variable in pattern.variables where !variable.isGlobal { bind(variable) }
                    match(pattern, element, elementType, orElse: again)
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
        case .variable(let variable): bind(variable, to: place)
        case .tuple(let parts):
            guard case .tuple(let elements) = resolved(type) else { return }
            var place = place
            for (part, element) in zip(parts, elements) {
                bindParts(part, place, element.type)
                place = place.moved(by: layout(element.type))
            }
        default: break
        }
    }

    private func emitSwitch(
        _ label: String?, _ subject: Expression, _ variable: Variable, _ cases: [Statement.Case]
    ) {
        let done = Label()
        scoped {
            let place = allocate(layout(subject))
            _ = emit(subject, into: place)
            inLoop(label, nil, done) {
                emitCases(cases, place, type(subject), done)
            }
        }
        // No case took it: a value that an exhaustive switch cannot have.
        mark(done)
    }

    /// Tries the patterns in order; the body of the first that matches runs.
    private func emitCases(_ cases: [Statement.Case], _ place: Place, _ type: Type, _ done: Label) {
        let bodies = cases.map { _ in Label() }
        let order = cases.indices.filter { !cases[$0].isDefault } + cases.indices.filter { cases[$0].isDefault }
        for index in order {
            let branch = cases[index]
            let missed = Label()
            scoped {
                for item in branch.items {
                    for variable in item.pattern.variables
                    where builder.checker.shared[ObjectIdentifier(variable)] == nil && !variable.isGlobal {
                        bind(variable)
                    }
                }
                if branch.items.count > 1 || branch.items.isEmpty {
                    let body = Label()
                    for item in branch.items {
                        let next = Label()
                        scoped {
                            match(item.pattern, place, type, orElse: next)
                            if let filter = item.filter { scoped { self.branch(filter, ifFalse: next) } }
                        }
                        jump(.jump, to: body)
                        mark(next)
                    }
                    if !branch.isDefault { jump(.jump, to: missed) }
                    mark(body)
                } else if let item = branch.items.first {
                    match(item.pattern, place, type, orElse: missed)
                    if let filter = item.filter { scoped { self.branch(filter, ifFalse: missed) } }
                }
                mark(bodies[index])
                emit(branch.body)
                if branch.fallsThrough, index + 1 < cases.count {
                    jump(.jump, to: bodies[index + 1])
                } else {
                    jump(.jump, to: done)
                }
            }
            mark(missed)
        }
    }
}
extension Expression {
    /// Whether its value stands in registers of its own, so that references may be moved out.
    var isTemporary: Bool {
        switch kind {
        case .variable(let variable): variable.isGlobal || variable.isBoxed
        case .inoutPlace(let base): base.isTemporary
        case .element(let base, _), .unwrap(let base), .convert(let base): base.isTemporary
        case .call(let call):
            if case .stored = call.decl.implementation, call.decl.owner?.kind != .class {
                call.arguments[0].isTemporary
            } else {
                true
            }
        default: true
        }
    }
}
