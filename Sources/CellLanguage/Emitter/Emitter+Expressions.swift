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

    private func emitValue(_ expression: Expression, _ layout: Layout, into result: Place) {
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

    // MARK: Literals

    private func emitInteger(_ value: Int128, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .double: load(Int(bitPattern: UInt(Double(value).bitPattern)), into: result.bits)
        case .float: load(Int(Float(value).bitPattern), into: result.bits)
        case .int, .integer: load(Int(truncatingIfNeeded: value), into: result.bits)
        default:
            emitLiteral(
                "integerLiteral", Expression(.integer(value), .int, expression.range), type, .double, expression,
                into: result)
        }
    }

    private func emitFloat(_ value: Double, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .double: load(Int(bitPattern: UInt(value.bitPattern)), into: result.bits)
        case .float: load(Int(Float(value).bitPattern), into: result.bits)
        default:
            emitLiteral(
                "floatLiteral", Expression(.float(value), .double, expression.range), type, nil, expression,
                into: result)
        }
    }

    private func emitText(_ text: String, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .string, .character: append(Instruction(.loadString, result.refs, builder.constant(text)))
        case .substring:
            append(Instruction(.loadString, result.refs, builder.constant(text)))
            intrinsic("string.toSubstring", result, builder.typeList([]), extent: Layout(0, 1))
        default:
            emitLiteral(
                "stringLiteral", Expression(.string(text), .string, expression.range), type, nil, expression,
                into: result)
        }
    }

    /// A type made from a literal by its own initialiser: `Tensor(integerLiteral: 1)`.
    private func emitLiteral(
        _ label: String, _ argument: Expression, _ type: Type, _ other: Type?, _ expression: Expression,
        into result: Place
    ) {
        let found = builder.checker.initializers(of: type).first { $0.decl.parameters.first?.label == label }
        guard let found else { return }
        let known = builder.checker.selfSubstitution(found.decl, type)
        if let wanted = found.decl.parameters.first?.type.substituting(known) { argument.type = wanted }
        let call = Expression.Call(decl: found.decl, substitution: known, arguments: [argument])
        _ = emit(Expression(.call(call), type, expression.range), into: result)
    }

    private func emitInterpolation(_ parts: [Expression], into result: Place) {
        var isFirst = true
        for part in parts {
            if case .string("") = part.kind { continue }
            scoped {
                let text = description(of: part)
                append(
                    isFirst
                        ? Instruction(.moveRef, result.refs, text)
                        : Instruction(.stringConcat, result.refs, result.refs, text))
            }
            isFirst = false
        }
        if isFirst { append(Instruction(.loadString, result.refs, builder.constant(""))) }
    }

    /// The register of a value's text.
    func description(of value: Expression, debug: Bool = false) -> Int {
        let type = type(value)
        if type == .string, !debug { return emit(value).refs }
        let layout = layout(value)
        let window = allocate(Layout(layout.bits, max(1, layout.refs)))
        _ = emit(value, into: window)
        intrinsic(
            debug ? "describeForDebugging" : "describe", window, builder.typeList([lowered(type)]), extent: layout)
        return window.refs
    }

    private func emitArray(_ elements: [Expression], _ type: Type, _ expression: Expression, into result: Place) {
        guard case .nominal(let name, let arguments) = type else { return }
        guard name == "Array" else {
            let element =
                elements.first?.type ?? builder.checker.inference.resolve(.member(type, "ArrayLiteralElement"))
            let list = Expression(.array(elements), .array(resolved(element)), expression.range)
            emitCollectionLiteral("arrayLiteral", list, type, expression, into: result)
            return
        }
        let layout = layout(arguments[0])
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

    /// A set, or another type that is made from an array literal.
    private func emitCollectionLiteral(
        _ label: String, _ list: Expression, _ type: Type, _ expression: Expression, into result: Place
    ) {
        let found = builder.checker.initializers(of: type).first {
            $0.decl.parameters.count == 1 && $0.decl.parameters[0].label == label
        }
        guard let found else { return }
        let known = builder.checker.selfSubstitution(found.decl, type)
        let wanted = resolved(found.decl.parameters[0].type.substituting(known))
        list.type = wanted
        let call = Expression.Call(decl: found.decl, substitution: known, arguments: [list])
        _ = emit(Expression(.call(call), type, expression.range), into: result)
    }

    func arrayAppend(_ array: Int, _ place: Place, _ layout: Layout) {
        switch (layout.bits, layout.refs) {
        case (1, 0): append(Instruction(.arrayAppendBits, place.bits, array))
        case (0, 1): append(Instruction(.arrayAppendRef, place.refs, array))
        default: append(Instruction(.arrayAppend, place.bits, array, n: place.refs), extent: layout)
        }
    }

    private func emitDictionary(
        _ pairs: [(Expression, Expression)], _ type: Type, _ expression: Expression, into result: Place
    ) {
        guard case .nominal(let name, let arguments) = type else { return }
        guard name == "Dictionary" else {
            let tuples = pairs.map { key, value in
                Expression(
                    .tuple([key, value]),
                    .tuple([Type.Element(nil, self.type(key)), Type.Element(nil, self.type(value))]), key.range)
            }
            emitCollectionLiteral(
                "dictionaryLiteral",
                Expression(.array(tuples), .array(tuples.first?.type ?? .void), expression.range), type, expression,
                into: result)
            return
        }
        let list = builder.typeList(arguments.map(lowered))
        let object = allocate(Layout(0, 1))
        intrinsic("dictionary.new", object, list, extent: Layout(0, 0))
        for (key, value) in pairs {
            scoped {
                let (keyLayout, valueLayout) = (layout(key), layout(value))
                let incoming = Layout(0, 1) + keyLayout + valueLayout
                let window = allocate(incoming)
                _ = emit(key, into: window.moved(by: Layout(0, 1)))
                _ = emit(value, into: window.moved(by: Layout(0, 1) + keyLayout))
                append(Instruction(.takeRef, window.refs, object.refs))
                intrinsic("dictionary.insertNew", window, list, extent: incoming)
                append(Instruction(.takeRef, object.refs, window.refs))
            }
        }
        append(Instruction(.takeRef, result.refs, object.refs))
    }

    private func emitLookUp(_ base: Expression, _ key: Expression, _ layout: Layout, into result: Place) {
        guard case .nominal(_, let arguments) = type(base) else { return }
        let incoming = Layout(0, 1) + self.layout(arguments[0])
        let window = allocate(incoming.union(layout))
        _ = emit(base, into: window)
        _ = emit(key, into: window.moved(by: Layout(0, 1)))
        intrinsic("dictionary.get", window, builder.typeList(arguments.map(lowered)), extent: incoming)
        move(window, to: result, layout, takes: true)
    }

    // MARK: Functions as values

    private func emitClosure(_ body: ClosureBody, into result: Place) {
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
    private func emitFunction(
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

    // MARK: Optionals

    func isPlainOptional(_ type: Type) -> Bool {
        resolved(type).wrapped.map { lowered($0).isPlainReference } ?? false
    }

    /// Where the wrapped value lies in an optional's registers.
    func payload(_ optional: Place, _ type: Type) -> Place {
        isPlainOptional(type) ? optional : optional.moved(by: Layout(1, 0))
    }

    func jumpIfNil(_ optional: Place, _ type: Type, to label: Label) {
        if isPlainOptional(type) {
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
        let layout = layout(type)
        scoped {
            let place = emit(optional)
            let optionalType = self.type(optional)
            jumpIfNil(place, optionalType, to: none)
            if type == optionalType {
                move(place, to: result, layout)
            } else {
                move(payload(place, optionalType), to: result, layout)
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
        let baseType = self.type(base)
        let isChange = rest.changesPlace(of: variable)
        scoped {
            // A part of a value is changed in its place: taken out, changed, put back.
            let accessor = isChange && !builder.checker.isClass(variable.type) ? accessor(base) : nil
            let place: Place
            if let accessor {
                place = allocate(layout(baseType))
                accessor.take(place)
            } else {
                place = emit(base)
            }
            let missing = Label()
            jumpIfNil(place, baseType, to: missing)
            let value = bind(variable)
            if variable.isBoxed {
                storeBox(value, payload(place, baseType), layout(variable), at: Layout(0, 0))
            } else {
                move(payload(place, baseType), to: value, layout(variable), takes: accessor != nil)
            }
            if isVoidOptional(type) {
                _ = emit(rest)
                load(1, into: result.bits)
            } else {
                _ = emit(rest, into: result)
            }
            if let accessor {
                read(variable, into: payload(place, baseType))
                accessor.put(place)
            }
            jump(.jump, to: done)
            mark(missing)
            accessor?.put(place)
        }
        mark(none)
        clear(result, layout(type))
        mark(done)
    }

    private func isVoidOptional(_ type: Type) -> Bool { resolved(type) == .optional(.void) }

    // MARK: Boxes and casts

    func emitErase(_ value: Expression, into result: Place) {
        let type = type(value)
        if type.isExistential {
            _ = emit(value, into: result)
            return
        }
        let place = allocate(layout(value))
        _ = emit(value, into: place)
        append(Instruction(.erase, result.refs, place.bits, place.refs, n: builder.box(type)))
    }

    private func emitCast(
        _ cast: Expression.Cast, _ value: Expression, _ target: Type, _ type: Type, into result: Place
    ) {
        let target = resolved(target)
        let box = allocate(Layout(0, 1))
        emitErase(value, into: box)
        let layout = layout(Type.optional(target))
        let window = allocate(layout.union(Layout(1, 1)))
        append(Instruction(.moveRef, window.refs, box.refs))
        if case .existential(let names) = target {
            // The box stays; whether its type conforms is all that is asked.
            for name in names {
                let next = Label()
                scoped {
                    let text = allocate(Layout(1, 2))
                    append(Instruction(.moveRef, text.refs, box.refs))
                    append(Instruction(.loadString, text.refs + 1, builder.constant(name)))
                    intrinsic("conforms", text, builder.typeList([]), extent: Layout(0, 2))
                    jump(.jumpIf, to: next, text.bits)
                }
                append(Instruction(.clearRef, window.refs))
                mark(next)
            }
        } else if target != .any {
            _ = builder.box(target)
            intrinsic("cast", window, builder.typeList([lowered(target)]), extent: Layout(0, 1))
        }
        let optional = Type.optional(target)
        switch cast {
        case .test:
            if isPlainOptional(optional) {
                append(Instruction(.isNilRef, result.bits, window.refs))
                append(Instruction(.notBool, result.bits, result.bits))
            } else {
                append(Instruction(.moveBits, result.bits, window.bits))
            }
        case .optional: move(window, to: result, layout, takes: true)
        case .forced:
            if isPlainOptional(optional) {
                append(Instruction(.trapIfNilRef, TrapKind.castFailed.rawValue, window.refs))
            } else {
                append(Instruction(.trapIfNot, TrapKind.castFailed.rawValue, window.bits))
            }
            move(payload(window, optional), to: result, self.layout(target), takes: true)
        }
    }

    private func emitDynamicType(_ value: Expression, into result: Place) {
        let box = allocate(Layout(1, 1))
        emitErase(value, into: box)
        intrinsic("dynamicType", box, builder.typeList([]), extent: Layout(0, 1))
        append(Instruction(.moveBits, result.bits, box.bits))
    }

    // MARK: try? and try!

    private func emitTryOptional(_ value: Expression, _ type: Type, into result: Place) {
        let error = allocate(Layout(0, 1))
        let (failed, done) = (Label(), Label())
        protected(error.refs, failed) { scoped { _ = emit(value, into: result) } }
        jump(.jump, to: done)
        mark(failed)
        append(Instruction(.clearRef, error.refs))
        clear(result, layout(type))
        mark(done)
    }

    private func emitTryForce(_ value: Expression, into result: Place) {
        let error = allocate(Layout(0, 1))
        let (failed, done) = (Label(), Label())
        protected(error.refs, failed) { scoped { _ = emit(value, into: result) } }
        jump(.jump, to: done)
        mark(failed)
        append(Instruction(.trapError, error.refs))
        mark(done)
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

    private var isChange: Bool {
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
