import Bytecode
import Diagnostics

extension FunctionEmitter {
    /// Emits an expression and says where its value is: at `target` if one is given, else in registers of its own or, for
    /// a local variable, in the variable's.
    func emit(_ expression: Expression, into target: Place? = nil) -> Place {
        let outer = currentRange
        if expression.range.count > 0 { currentRange = expression.range }
        defer { currentRange = outer }
        if let place = directPlace(expression) {
            guard let target else { return place }
            move(place, to: target, layout(expression))
            return target
        }
        let layout = layout(expression)
        switch expression.kind {
        case .element(let base, let index):
            let whole = emit(base)
            let place = whole.moved(by: elementOffset(index, in: type(base)))
            guard let target else { return place }
            move(place, to: target, layout, takes: base.isTemporary)
            return target
        case .unwrap(let base):
            let optional = emit(base)
            let place = payload(optional, type(base))
            trapIfNil(optional, type(base))
            guard let target else { return place }
            move(place, to: target, layout, takes: base.isTemporary)
            return target
        case .convert(let base):
            if type(base) == .never {
                _ = emit(base)
                return target ?? allocate(layout)
            }
            return emit(base, into: target)
        default: break
        }
        let result = target ?? allocate(layout)
        let saved = top
        emitValue(expression, layout, into: result)
        release(to: saved, keeping: Layout(0, 0))
        return result
    }

    func trapIfNil(_ optional: Place, _ type: Type) {
        if isPlainOptional(type) {
            append(Instruction(.trapIfNilRef, TrapKind.nilUnwrapped.rawValue, optional.refs))
        } else {
            append(Instruction(.trapIfNot, TrapKind.nilUnwrapped.rawValue, optional.bits))
        }
    }

    /// The registers of a local variable or of a part of it.
    func directPlace(_ expression: Expression) -> Place? {
        switch expression.kind {
        case .variable(let variable):
            return variable.isGlobal || variable.isBoxed ? nil : place(of: variable)
        case .element(let base, let index):
            return directPlace(base)?.moved(by: elementOffset(index, in: type(base)))
        case .convert(let base) where type(base) != .never: return directPlace(base)
        case .call(let call):
            guard case .stored(let index) = call.decl.implementation, let owner = call.decl.owner, owner.kind != .class,
                let base = call.arguments.first, let place = directPlace(base)
            else { return nil }
            return place.moved(by: offset(of: index, owner, in: type(base)))
        default: return nil
        }
    }

    func elementOffset(_ index: Int, in type: Type) -> Layout {
        guard case .tuple(let elements) = type else { return Layout(0, 0) }
        return elements[..<index].reduce(Layout(0, 0)) { $0 + layout($1.type) }
    }

    func emitValue(_ expression: Expression, _ layout: Layout, into result: Place) {
        let type = type(expression)
        switch expression.kind {
        case .integer(let value): emitInteger(value, type, expression, into: result)
        case .float(let value): emitFloat(value, type, expression, into: result)
        case .bool(let value): load(value ? 1 : 0, into: result.bits)
        case .string(let text): emitText(text, type, expression, into: result)
        case .interpolation(let parts): emitInterpolation(parts, into: result)
        case .nil: clear(result, layout)
        case .variable(let variable): read(variable, into: result)
        case .function(let decl, let known, let base): emitFunction(decl, known, base, type, into: result)
        case .closure(let body): emitClosure(body, into: result)
        case .array(let elements): emitArray(elements, type, expression, into: result)
        case .dictionary(let pairs): emitDictionary(pairs, type, expression, into: result)
        case .tuple(let parts):
            // Parts are made apart where one of them may still read what the tuple is assigned to.
            var place = result
            for part in parts {
                _ = emit(part, into: place)
                place = place.moved(by: self.layout(part))
            }
        case .call(let call): emitCall(call, type, into: result)
        case .callValue(let callee, let arguments): emitCallValue(callee, arguments, type, into: result)
        case .unary(let name, let operand): emitUnary(name, operand, into: result)
        case .binary(let name, let left, let right): emitBinary(name, left, right, into: result)
        case .and, .or: emitLogic(expression, into: result)
        case .ternary(let condition, let then, let otherwise):
            let (fail, done) = (Label(), Label())
            scoped { branch(condition, ifFalse: fail) }
            scoped { _ = emit(then, into: result) }
            jump(.jump, to: done)
            mark(fail)
            scoped { _ = emit(otherwise, into: result) }
            mark(done)
        case .wrap(let value): emitWrap(value, type, into: result)
        case .coalesce(let optional, let fallback): emitCoalesce(optional, fallback, type, into: result)
        case .chain(let base, let variable, let rest): emitChain(base, variable, rest, type, into: result)
        case .erase(let value): emitErase(value, into: result)
        case .cast(let cast, let value, let target): emitCast(cast, value, target, type, into: result)
        case .unbox(let box):
            let place = emit(box)
            append(Instruction(.unbox, result.bits, place.refs, n: result.refs), extent: layout)
        case .subscriptArray(let base, let index):
            let array = emit(base)
            let position = emit(index)
            arrayGet(array.refs, position.bits, layout, into: result)
        case .subscriptDictionary(let base, let key): emitLookUp(base, key, layout, into: result)
        case .subscriptDefault(let base, let key, let fallback):
            guard case .nominal(_, let arguments) = self.type(base) else { return }
            let optional = Type.optional(arguments[1])
            let (none, done) = (Label(), Label())
            scoped {
                let found = allocate(self.layout(optional))
                emitLookUp(base, key, self.layout(optional), into: found)
                jumpIfNil(found, optional, to: none)
                move(payload(found, optional), to: result, layout, takes: true)
            }
            jump(.jump, to: done)
            mark(none)
            scoped { _ = emit(fallback, into: result) }
            mark(done)
        case .assign(let target, let value): emitAssignment(target, value)
        case .compoundAssign(let name, let target, let value): emitCompound(name, target, value)
        case .inoutPlace(let target): _ = emit(target, into: result)
        case .value(let variable, let statements):
            scoped {
                for statement in statements { emit(statement) }
                read(variable, into: result)
            }
        case .tryOptional(let value): emitTryOptional(value, type, into: result)
        case .tryForce(let value): emitTryForce(value, into: result)
        case .propertyDefault(let nominal, let index, let known):
            emitPropertyDefault(
                nominal, index, resolved(known).filter { nominal.generics.contains($0.key) }, into: result)
        case .dynamicType(let value): emitDynamicType(value, into: result)
        case .type:
            if case .metatype(let instance) = type {
                loadsTypes = true
                load(builder.runtimeType(lowered(instance)), into: result.bits)
            }
        case .element, .unwrap, .convert, .discard, .error: break
        }
    }

    // MARK: Functions as values

    func emitClosure(_ body: ClosureBody, into result: Place) {
        let function = builder.closure(body, substitution, hasPlaces: hasPlaces)
        let captures = body.context.captures
        let layouts = captures.map { capturedLayout($0) }
        let window = allocate(layouts.reduce(Layout(0, 0), +))
        var place = window
        for (variable, layout) in zip(captures, layouts) {
            if let own = body.captured.first(where: { $0.0 === variable }) {
                scoped { _ = emit(own.1, into: place) }
            } else {
                move(self.place(of: variable), to: place, layout)
            }
            place = place.moved(by: layout)
        }
        append(Instruction(.makeClosure, result.refs, window.bits, window.refs, n: function))
    }

    /// A function, method, initialiser or case as a value; a method holds what it is a method of.
    func emitFunction(
        _ decl: Decl, _ known: [String: Type], _ base: Expression?, _ type: Type, into result: Place
    ) {
        let all = resolved(known)
        if base == nil, let body = decl.body, decl.kind == .function, decl.owner == nil {
            let function = builder.function(body, instanceSubstitution(decl, all))
            let window = allocate(body.context.captures.reduce(Layout(0, 0)) { $0 + capturedLayout($1) })
            pass(body.context.captures, into: window)
            append(Instruction(.makeClosure, result.refs, window.bits, window.refs, n: function))
            return
        }
        guard case .function(let signature) = type else { return }
        let place = SourceRange(at: 0)
        let thunk = FunctionContext(
            name: decl.name, parent: context, result: signature.result, kind: .closure, mayThrow: true)
        var arguments: [Expression] = []
        let body = ClosureBody(context: thunk)
        if let base {
            let held = Variable(name: "$base", type: self.type(base), isLet: true, range: place, owner: thunk)
            body.captured.append((held, base))
            arguments.append(Expression(.variable(held), held.type, place))
        }
        for (index, parameter) in signature.parameters.enumerated() {
            let variable = Variable(
                name: "a\(index)", type: parameter, isLet: !signature.isInout(index), range: place, owner: thunk)
            variable.isInout = signature.isInout(index)
            thunk.parameters.append(variable)
            let argument = Expression(.variable(variable), parameter, place)
            arguments.append(signature.isInout(index) ? Expression(.inoutPlace(argument), parameter, place) : argument)
        }
        let called = Expression(
            .call(Expression.Call(decl: decl, substitution: all, arguments: arguments)), signature.result, place)
        body.statements = resolved(signature.result) == .void ? [.expression(called)] : [.return(called)]
        emitClosure(body, into: result)
    }

    /// Captured variables as a nested function takes them: by value, or the box they live in.
    func pass(_ captures: [Variable], into window: Place) {
        var place = window
        for variable in captures {
            let layout = capturedLayout(variable)
            move(self.place(of: variable), to: place, layout)
            place = place.moved(by: layout)
        }
    }
}

extension Expression {
    /// Whether an optional chain's rest changes what was unwrapped.
    func changesPlace(of variable: Variable) -> Bool {
        switch kind {
        case .assign(let target, _), .compoundAssign(_, let target, _): target.root === variable
        case .wrap(let inner), .convert(let inner): inner.changesPlace(of: variable)
        case .call(let call):
            call.arguments.contains { argument in
                if case .inoutPlace(let place) = argument.kind { place.root === variable } else { false }
            } || (call.arguments.first?.changesPlace(of: variable) ?? false)
        case .chain(let base, _, let rest): base.root === variable && rest.isChange || base.changesPlace(of: variable)
        default: false
        }
    }

    var isChange: Bool {
        switch kind {
        case .assign, .compoundAssign: true
        case .wrap(let inner): inner.isChange
        case .call(let call): call.arguments.contains { if case .inoutPlace = $0.kind { true } else { false } }
        case .chain(_, _, let rest): rest.isChange
        default: false
        }
    }

    /// The variable that a place is part of.
    var root: Variable? {
        switch kind {
        case .variable(let variable): variable
        case .element(let base, _), .subscriptArray(let base, _), .subscriptDictionary(let base, _),
            .subscriptDefault(let base, _, _), .unwrap(let base), .inoutPlace(let base), .convert(let base):
            base.root
        case .call(let call):
            call.decl.kind == .property || call.decl.kind == .subscript ? call.arguments.first?.root : nil
        default: nil
        }
    }
}
