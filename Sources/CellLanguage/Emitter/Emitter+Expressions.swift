import Bytecode

extension FunctionEmitter {
    /// Emits an expression and says where its value is: at `target` if one is given, else in registers of its own or, for
    /// a local variable, in the variable's.
    func emit(_ expression: Expression, into target: Place? = nil) -> Place {
        let outer = currentRange
        currentRange = expression.range
        defer { currentRange = outer }
        let type = expression.type
        let layout = type.layout
        switch expression.kind {
        case .variable(let variable):
            if !variable.isGlobal, !variable.isBoxed {
                let place = place(of: variable)
                guard let target else { return place }
                move(place, to: target, layout)
                return target
            }
            let result = target ?? allocate(layout)
            read(variable, into: result)
            return result
        case .element(let base, let index):
            let whole = emit(base)
            let place = whole.moved(by: offset(of: index, in: base.type))
            guard let target else { return place }
            move(place, to: target, layout, takes: base.isTemporary)
            return target
        case .unwrap(let base):
            let optional = emit(base)
            let place = payload(optional, base.type)
            if base.type.wrapped?.lowered.isPlainReference ?? false {
                append(Instruction(.trapIfNilRef, TrapKind.nilUnwrapped.rawValue, optional.refs))
            } else {
                append(Instruction(.trapIfNot, TrapKind.nilUnwrapped.rawValue, optional.bits))
            }
            guard let target else { return place }
            move(place, to: target, layout, takes: base.isTemporary)
            return target
        default: break
        }
        let result = target ?? allocate(layout)
        let saved = top
        emitValue(expression, layout, into: result)
        release(to: saved, keeping: Layout(0, 0))
        return result
    }

    private func offset(of index: Int, in type: Type) -> Layout {
        guard case .tuple(let elements) = type else { return Layout(0, 0) }
        return elements[..<index].reduce(Layout(0, 0)) { $0 + $1.type.layout }
    }

    private func emitValue(_ expression: Expression, _ layout: Layout, into result: Place) {
        switch expression.kind {
        case .integer(let value): emitNumber(Double(value), value, expression, into: result)
        case .float(let value): emitNumber(value, nil, expression, into: result)
        case .bool(let value): load(value ? 1 : 0, into: result.bits)
        case .string(let text): append(Instruction(.loadString, result.refs, builder.constant(text)))
        case .interpolation(let parts): emitInterpolation(parts, into: result)
        case .nil: clear(result, layout)
        case .function(let user): emitClosure(builder.function(user), user.context.captures, into: result)
        case .closure(let body):
            emitClosure(builder.closure(body, hasPlaces: hasPlaces), body.context.captures, into: result)
        case .array(let elements): emitArray(elements, expression.type, into: result)
        case .dictionary(let pairs): emitDictionary(pairs, expression.type, into: result)
        case .tuple(let parts):
            var place = result
            for part in parts {
                _ = emit(part, into: place)
                place = place.moved(by: part.type.layout)
            }
        case .callUser, .callLibrary, .callValue: emitCall(expression, layout, into: result)
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
        case .wrap(let value): emitWrap(value, expression.type, into: result)
        case .coalesce(let optional, let fallback): emitCoalesce(optional, fallback, expression.type, into: result)
        case .chain(let base, let variable, let rest): emitChain(base, variable, rest, expression.type, into: result)
        case .erase(let value): emitErase(value, into: result)
        case .subscriptArray(let base, let index):
            let array = emit(base)
            let position = emit(index)
            arrayGet(array.refs, position.bits, layout, into: result)
        case .subscriptDictionary(let base, let key):
            guard case .nominal(_, let arguments) = base.type else { return }
            let argumentLayout = Layout(0, 1) + arguments[0].layout
            let window = allocate(
                Layout(max(argumentLayout.bits, layout.bits), max(argumentLayout.refs, layout.refs)))
            _ = emit(base, into: window)
            _ = emit(key, into: window.moved(by: Layout(0, 1)))
            intrinsic("dictionary.get", window, builder.typeList(arguments.map(\.lowered)))
            move(window, to: result, layout, takes: true)
        case .assign(let target, let value): emitAssignment(target, value)
        case .compoundAssign(let name, let target, let value): emitCompound(name, target, value)
        case .inoutPlace(let target): _ = emit(target, into: result)
        case .variable, .element, .unwrap, .type, .error: break
        }
    }

    // MARK: Literals

    private func emitNumber(_ double: Double, _ integer: Int?, _ expression: Expression, into result: Place) {
        switch expression.type {
        case .double: load(Int(bitPattern: UInt(double.bitPattern)), into: result.bits)
        case .nominal(let name, _) where name != "Int":
            // A library type made from a literal: Tensor(integerLiteral: 1)
            let label = integer == nil ? "floatLiteral" : "integerLiteral"
            guard
                let initializer = builder.library.members(of: name, named: "init").first(where: {
                    $0.parameters.first?.label == label
                })
            else { return }
            let argument = Expression(expression.kind, integer == nil ? .double : .int, expression.range)
            let call = Expression(
                .callLibrary(initializer, substitution: [:], [argument]), expression.type, expression.range)
            _ = emit(call, into: result)
        default: load(integer ?? 0, into: result.bits)
        }
    }

    private func emitInterpolation(_ parts: [Expression], into result: Place) {
        append(Instruction(.loadString, result.refs, builder.constant("")))
        for part in parts {
            if case .string("") = part.kind { continue }
            scoped {
                let text = description(of: part)
                append(Instruction(.stringConcat, result.refs, result.refs, text))
            }
        }
    }

    /// The register of a value's text.
    private func description(of value: Expression) -> Int {
        if value.type == .string { return emit(value).refs }
        let layout = value.type.layout
        let window = allocate(Layout(layout.bits, max(1, layout.refs)))
        _ = emit(value, into: window)
        intrinsic("describe", window, builder.typeList([value.type.lowered]))
        return window.refs
    }

    private func emitArray(_ elements: [Expression], _ type: Type, into result: Place) {
        guard case .nominal(_, let arguments) = type else { return }
        let layout = arguments[0].layout
        // Built apart: an element may still read the variable that the array is assigned to.
        let list = allocate(Layout(0, 1)).refs
        append(Instruction(.arrayNew, list, layout.bits, layout.refs))
        for element in elements {
            scoped {
                let place = allocate(layout)
                _ = emit(element, into: place)
                arrayAppend(list, place, layout)
            }
        }
        append(Instruction(.takeRef, result.refs, list))
    }

    func arrayAppend(_ array: Int, _ place: Place, _ layout: Layout) {
        switch (layout.bits, layout.refs) {
        case (1, 0): append(Instruction(.arrayAppendBits, place.bits, array))
        case (0, 1): append(Instruction(.arrayAppendRef, place.refs, array))
        default: append(Instruction(.arrayAppend, place.bits, array, n: place.refs))
        }
    }

    private func emitDictionary(_ pairs: [(Expression, Expression)], _ type: Type, into result: Place) {
        guard case .nominal(_, let arguments) = type else { return }
        let list = builder.typeList(arguments.map(\.lowered))
        let object = allocate(Layout(0, 1))
        intrinsic("dictionary.new", object, list)
        for (key, value) in pairs {
            scoped {
                let window = allocate(Layout(0, 1) + key.type.layout + value.type.layout)
                _ = emit(key, into: window.moved(by: Layout(0, 1)))
                _ = emit(value, into: window.moved(by: Layout(0, 1) + key.type.layout))
                append(Instruction(.takeRef, window.refs, object.refs))
                intrinsic("dictionary.insertNew", window, list)
                append(Instruction(.takeRef, object.refs, window.refs))
            }
        }
        append(Instruction(.takeRef, result.refs, object.refs))
    }

    func emitClosure(_ function: Int, _ captures: [Variable], into result: Place) {
        let layout = captures.reduce(Layout(0, 0)) { $0 + Self.capturedLayout($1) }
        let window = allocate(layout)
        pass(captures, into: window)
        append(Instruction(.makeClosure, result.refs, window.bits, window.refs, n: function))
    }

    /// Captured variables as a nested function takes them: by value, or the box they live in.
    func pass(_ captures: [Variable], into window: Place) {
        var place = window
        for variable in captures {
            let layout = Self.capturedLayout(variable)
            move(self.place(of: variable), to: place, layout)
            place = place.moved(by: layout)
        }
    }

    // MARK: Optionals

    /// Where the wrapped value lies in an optional's registers.
    func payload(_ optional: Place, _ type: Type) -> Place {
        let isPlain = type.wrapped?.lowered.isPlainReference ?? true
        return isPlain ? optional : optional.moved(by: Layout(1, 0))
    }

    func jumpIfNil(_ optional: Place, _ type: Type, to label: Label) {
        if type.wrapped?.lowered.isPlainReference ?? false {
            jump(.jumpNilRef, to: label, optional.refs)
        } else {
            jump(.jumpIfNot, to: label, optional.bits)
        }
    }

    private func emitWrap(_ value: Expression, _ type: Type, into result: Place) {
        let place = payload(result, type)
        _ = emit(value, into: place)
        if place != result { load(1, into: result.bits) }
    }

    private func emitCoalesce(_ optional: Expression, _ fallback: Expression, _ type: Type, into result: Place) {
        let (none, done) = (Label(), Label())
        scoped {
            let place = emit(optional)
            jumpIfNil(place, optional.type, to: none)
            if type == optional.type {
                move(place, to: result, type.layout)
            } else {
                move(payload(place, optional.type), to: result, type.layout)
            }
        }
        jump(.jump, to: done)
        mark(none)
        scoped { _ = emit(fallback, into: result) }
        mark(done)
    }

    private func emitChain(
        _ base: Expression, _ variable: Variable, _ rest: Expression, _ type: Type, into result: Place
    ) {
        let (none, done) = (Label(), Label())
        scoped {
            let place = emit(base)
            jumpIfNil(place, base.type, to: none)
            let value = bind(variable)
            move(payload(place, base.type), to: value, variable.type.layout)
            _ = emit(rest, into: result)
        }
        jump(.jump, to: done)
        mark(none)
        clear(result, type.layout)
        mark(done)
    }

    func emitErase(_ value: Expression, into result: Place) {
        if case .existential = value.type {
            _ = emit(value, into: result)
            return
        }
        let place = allocate(value.type.layout)
        _ = emit(value, into: place)
        append(
            Instruction(.erase, result.refs, place.bits, place.refs, n: builder.runtimeType(value.type.lowered)))
    }
}
