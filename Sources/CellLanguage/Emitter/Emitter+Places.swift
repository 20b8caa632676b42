import Bytecode
import Diagnostics

/// A place that is changed: its value is taken out, changed and put back. While it is out nobody else holds it, so
/// that arrays and tensors are changed without a copy.
struct Accessor {
    /// Moves the value into registers.
    var take: (Place) -> Void
    /// Moves the value back.
    var put: (Place) -> Void
}

extension FunctionEmitter {
    /// Prepares a place: evaluates the indices in it, once.
    func accessor(_ target: Expression) -> Accessor {
        if let place = directPlace(target), !hasObservers(target) { return directAccessor(place, layout(target)) }
        let layout = layout(target)
        switch target.kind {
        case .variable(let variable): return variableAccessor(variable)
        case .inoutPlace(let inner), .convert(let inner): return accessor(inner)
        case .element(let base, let index): return partAccessor(base, elementOffset(index, in: type(base)), layout)
        case .subscriptArray(let base, let index): return arrayAccessor(base, index, layout)
        case .subscriptDictionary(let base, let key): return dictionaryAccessor(base, key, type(target))
        case .subscriptDefault(let base, let key, let fallback):
            guard case .nominal(_, let arguments) = type(base) else { return valueAccessor(target, layout) }
            let inner = Expression(.subscriptDictionary(base, key: key), .optional(arguments[1]), target.range)
            return defaultAccessor(inner, fallback, type(target))
        case .unwrap(let base): return unwrapAccessor(base, type(target))
        case .call(let call): return callAccessor(call, target, layout)
        default: return valueAccessor(target, layout)
        }
    }

    /// Not a place but a value: `self` of a class, passed to a mutating member of a protocol.
    private func valueAccessor(_ target: Expression, _ layout: Layout) -> Accessor {
        Accessor(take: { _ = self.emit(target, into: $0) }, put: { _ in })
    }

    private func directAccessor(_ place: Place, _ layout: Layout) -> Accessor {
        Accessor(
            take: { self.move(place, to: $0, layout, takes: true) },
            put: { self.move($0, to: place, layout, takes: true) })
    }

    /// Changes a place; a local variable or a part of it is changed where it is.
    func change(_ target: Expression, _ body: (Place) -> Void) {
        if case .inoutPlace(let inner) = target.kind { return change(inner, body) }
        if let place = directPlace(target), !hasObservers(target) {
            body(place)
            return
        }
        let accessor = accessor(target)
        let place = allocate(layout(target))
        accessor.take(place)
        body(place)
        accessor.put(place)
    }

    /// Whether a part of the place is watched by `willSet` or `didSet`.
    func hasObservers(_ target: Expression) -> Bool {
        switch target.kind {
        case .call(let call):
            if isObserved(call) { return true }
            return call.arguments.first.map(hasObservers) ?? false
        case .element(let base, _), .convert(let base), .inoutPlace(let base): return hasObservers(base)
        default: return false
        }
    }

    /// Observers are silent in the initialiser of their own type, and in themselves.
    private func isObserved(_ call: Expression.Call) -> Bool {
        let decl = call.decl
        guard decl.willSet != nil || decl.didSet != nil else { return false }
        if let made = context.initialised, made.nominal === decl.owner, call.arguments.first?.isSelf ?? false {
            return false
        }
        return
            !(call.arguments.first?.isSelf ?? false
            && (context === decl.willSet?.context || context === decl.didSet?.context))
    }

    func emitAssignment(_ target: Expression, _ value: Expression) {
        let valueLayout = layout(value)
        if case .discard = target.kind {
            _ = emit(value)
            return
        }
        if case .tuple(let parts) = target.kind {
            let place = allocate(valueLayout)
            _ = emit(value, into: place)
            let accessors = parts.map { part -> Accessor? in
                if case .discard = part.kind { return nil }
                return self.accessor(part)
            }
            var part = place
            for (target, accessor) in zip(parts, accessors) {
                accessor?.put(part)
                part = part.moved(by: layout(target))
            }
            return
        }
        if let place = directPlace(target), !hasObservers(target) {
            // One register is written by the last instruction, after all reads.
            if valueLayout.bits + valueLayout.refs == 1, value.writesLast {
                _ = emit(value, into: place)
            } else {
                let made = allocate(valueLayout)
                _ = emit(value, into: made)
                move(made, to: place, valueLayout, takes: true)
            }
            return
        }
        let accessor = accessor(target)
        let place = allocate(valueLayout)
        _ = emit(value, into: place)
        accessor.put(place)
    }

    func emitCompound(_ name: String, _ target: Expression, _ value: Expression) {
        let operand: Place
        if let place = directPlace(value), !value.isTemporary, value.root !== target.root {
            operand = place
        } else {
            operand = allocate(layout(value))
            _ = emit(value, into: operand)
        }
        change(target) { place in emitOperation(name, type(target), place, operand, into: place) }
    }

    // MARK: Kinds of places

    private func variableAccessor(_ variable: Variable) -> Accessor {
        let layout = layout(variable)
        if variable.isGlobal {
            let global = builder.global(variable)
            return Accessor(
                take: {
                    self.loadGlobal(global, into: $0, layout, takes: true)
                    self.checkInitialised(variable, $0)
                },
                put: { self.storeGlobal(global, $0, layout) })
        }
        let place = place(of: variable)
        return Accessor(
            take: { self.loadBox(place, into: $0, layout, at: Layout(0, 0), takes: true) },
            put: { self.storeBox(place, $0, layout, at: Layout(0, 0)) })
    }

    /// Part of a value that is somewhere else: the whole is taken out and put back.
    private func partAccessor(_ base: Expression, _ offset: Layout, _ layout: Layout) -> Accessor {
        let outer = accessor(base)
        let wholeLayout = self.layout(base)
        let whole = allocate(wholeLayout)
        let part = whole.moved(by: offset)
        var isTaken = false
        return Accessor(
            take: {
                outer.take(whole)
                isTaken = true
                self.move(part, to: $0, layout, takes: true)
            },
            put: {
                if !isTaken { outer.take(whole) }
                self.move($0, to: part, layout, takes: true)
                outer.put(whole)
            })
    }

    /// The array's own register when it is a local variable; else it is taken out of its place too.
    private func arrayAccessor(_ base: Expression, _ index: Expression, _ layout: Layout) -> Accessor {
        let position = allocate(Layout(1, 0))
        _ = emit(index, into: position)
        var array: Place
        var outer: Accessor?
        if let place = directPlace(base), !hasObservers(base) {
            array = place
        } else {
            outer = accessor(base)
            array = allocate(Layout(0, 1))
        }
        var isTaken = false
        return Accessor(
            take: { place in
                outer?.take(array)
                isTaken = true
                if layout == Layout(0, 1) {
                    self.append(Instruction(.arrayTakeRef, place.refs, array.refs, position.bits))
                } else {
                    self.arrayTake(array.refs, position.bits, layout, into: place)
                }
            },
            put: { place in
                if !isTaken { outer?.take(array) }
                switch (layout.bits, layout.refs) {
                case (1, 0): self.append(Instruction(.arraySetBits, place.bits, array.refs, position.bits))
                case (0, 1): self.append(Instruction(.arraySetRef, place.refs, array.refs, position.bits))
                default:
                    self.append(
                        Instruction(.arraySet, place.bits, array.refs, position.bits, n: place.refs), extent: layout)
                }
                outer?.put(array)
            })
    }

    private func dictionaryAccessor(_ base: Expression, _ key: Expression, _ type: Type) -> Accessor {
        guard case .nominal(_, let arguments) = self.type(base) else { return accessor(base) }
        let list = builder.typeList(arguments.map(lowered))
        let outer = accessor(base)
        let object = allocate(Layout(0, 1))
        let keyLayout = layout(arguments[0])
        let keyPlace = allocate(keyLayout)
        _ = emit(key, into: keyPlace)
        let layout = layout(type)
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(object)
                isTaken = true
                self.scoped {
                    // The value is moved out, so that it is unique while it is changed.
                    let window = self.allocate((Layout(0, 1) + keyLayout).union(layout + Layout(0, 1)))
                    self.move(object, to: window, Layout(0, 1), takes: true)
                    self.move(keyPlace, to: window.moved(by: Layout(0, 1)), keyLayout)
                    self.intrinsic("dictionary.take", window, list, extent: Layout(0, 1) + keyLayout)
                    self.move(window, to: place, layout, takes: true)
                    self.move(window.moved(by: layout), to: object, Layout(0, 1), takes: true)
                }
            },
            put: { place in
                if !isTaken { outer.take(object) }
                self.scoped {
                    let window = self.allocate(Layout(0, 1) + keyLayout + layout)
                    self.move(object, to: window, Layout(0, 1), takes: true)
                    self.move(keyPlace, to: window.moved(by: Layout(0, 1)), keyLayout)
                    self.move(place, to: window.moved(by: Layout(0, 1) + keyLayout), layout, takes: true)
                    self.intrinsic("dictionary.set", window, list, extent: Layout(0, 1) + keyLayout + layout)
                    self.move(window, to: object, Layout(0, 1), takes: true)
                }
                outer.put(object)
            })
    }

    /// `dictionary[key, default: value]` as a place.
    private func defaultAccessor(_ inner: Expression, _ fallback: Expression, _ type: Type) -> Accessor {
        let outer = accessor(inner)
        let innerType = self.type(inner)
        let optional = allocate(layout(innerType))
        let layout = layout(type)
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(optional)
                isTaken = true
                let (none, done) = (Label(), Label())
                self.jumpIfNil(optional, innerType, to: none)
                self.move(self.payload(optional, innerType), to: place, layout, takes: true)
                self.jump(.jump, to: done)
                self.mark(none)
                self.scoped { _ = self.emit(fallback, into: place) }
                self.mark(done)
            },
            put: { place in
                if !isTaken { outer.take(optional) }
                let payload = self.payload(optional, innerType)
                self.move(place, to: payload, layout, takes: true)
                if payload != optional { self.load(1, into: optional.bits) }
                outer.put(optional)
            })
    }

    private func unwrapAccessor(_ base: Expression, _ type: Type) -> Accessor {
        let outer = accessor(base)
        let baseType = self.type(base)
        let optional = allocate(layout(baseType))
        let payload = payload(optional, baseType)
        let layout = layout(type)
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(optional)
                isTaken = true
                let (isNone, done) = (Label(), Label())
                self.jumpIfNil(optional, baseType, to: isNone)
                self.jump(.jump, to: done)
                self.mark(isNone)
                self.append(Instruction(.trap, TrapKind.nilUnwrapped.rawValue))
                self.mark(done)
                self.move(payload, to: place, layout, takes: true)
            },
            put: { place in
                if !isTaken {
                    outer.take(optional)
                    self.trapIfNil(optional, baseType)
                }
                self.move(place, to: payload, layout, takes: true)
                if payload != optional { self.load(1, into: optional.bits) }
                outer.put(optional)
            })
    }

    // MARK: Properties and subscripts

    private func callAccessor(_ call: Expression.Call, _ target: Expression, _ layout: Layout) -> Accessor {
        let decl = call.decl
        switch decl.implementation {
        case .stored(let index):
            let plain = storedAccessor(index, call, layout)
            return isObserved(call) ? observed(plain, call, target, layout) : plain
        case .global(let storage):
            let global = builder.global(storage.variable)
            return Accessor(
                take: {
                    self.initialiseStatic(storage)
                    self.loadGlobal(global, into: $0, layout, takes: true)
                },
                put: {
                    self.initialiseStatic(storage)
                    self.storeGlobal(global, $0, layout)
                })
        case .requirement:
            let known = resolved(call.substitution)
            let own = known["Self"] ?? call.arguments.first.map { type($0) } ?? .error
            if own.isExistential { return witnessAccessor(call, known, own, target, layout) }
            guard let (witness, all) = builder.witness(decl, own) else { return valueAccessor(target, layout) }
            let inner = Expression.Call(decl: witness, substitution: all, arguments: call.arguments)
            return accessor(Expression(.call(inner), target.type, target.range))
        default: return setterAccessor(call, target, layout)
        }
    }

    private func storedAccessor(_ index: Int, _ call: Expression.Call, _ layout: Layout) -> Accessor {
        guard let owner = call.decl.owner, let base = call.arguments.first else {
            return Accessor(take: { _ in }, put: { _ in })
        }
        let offset = offset(of: index, owner, in: type(base))
        guard owner.kind == .class else { return partAccessor(base, offset, layout) }
        // An initialiser sets the properties of its own class, whoever overrides them.
        let isMaking = base.isSelf && context.initialised?.nominal === owner
        if !call.isDirect, !isMaking, let slot = builder.slot(of: call.decl, .setter) {
            return methodAccessor(call, slot, layout)
        }
        let object = allocate(Layout(0, 1))
        _ = emit(base, into: object)
        return Accessor(
            take: { self.loadBox(object, into: $0, layout, at: offset, takes: true) },
            put: { self.storeBox(object, $0, layout, at: offset) })
    }

    /// A property that some class overrides.
    private func methodAccessor(_ call: Expression.Call, _ setter: Int, _ layout: Layout) -> Accessor {
        let object = allocate(Layout(0, 1))
        _ = emit(call.arguments[0], into: object)
        let indices = evaluated(Array(call.arguments.dropFirst()))
        let getter = builder.slot(of: call.decl, .getter) ?? 0
        return Accessor(
            take: { place in
                self.scoped {
                    let incoming = Layout(0, 1) + indices.layout
                    let window = self.allocate(incoming.union(layout))
                    self.move(object, to: window, Layout(0, 1))
                    self.move(indices.place, to: window.moved(by: Layout(0, 1)), indices.layout)
                    self.append(Instruction(.callMethod, getter, window.bits, window.refs), extent: incoming)
                    self.move(window, to: place, layout, takes: true)
                }
            },
            put: { value in
                self.scoped {
                    let incoming = Layout(0, 1) + indices.layout + layout
                    let window = self.allocate(incoming)
                    self.move(object, to: window, Layout(0, 1))
                    self.move(indices.place, to: window.moved(by: Layout(0, 1)), indices.layout)
                    self.move(value, to: window.moved(by: Layout(0, 1) + indices.layout), layout, takes: true)
                    self.append(Instruction(.callMethod, setter, window.bits, window.refs), extent: incoming)
                }
            })
    }

    /// Arguments of a subscript, evaluated once.
    private func evaluated(_ arguments: [Expression]) -> (place: Place, layout: Layout) {
        let layouts = arguments.map { layout($0) }
        let place = allocate(layouts.reduce(Layout(0, 0), +))
        var next = place
        for (argument, layout) in zip(arguments, layouts) {
            _ = emit(argument, into: next)
            next = next.moved(by: layout)
        }
        return (place, layouts.reduce(Layout(0, 0), +))
    }

    /// Stores with `willSet` before and `didSet` after.
    private func observed(
        _ plain: Accessor, _ call: Expression.Call, _ target: Expression, _ layout: Layout
    ) -> Accessor {
        let decl = call.decl
        let base = call.arguments[0]
        let known = instanceSubstitution(decl, resolved(call.substitution))
        func notify(_ body: FunctionBody?, _ value: Place) {
            guard let body else { return }
            scoped {
                let held = Variable(
                    name: "$value", type: type(target), isLet: true, range: SourceRange(at: 0), owner: context)
                bind(held, to: value)
                let argument = Expression(.variable(held), type(target), SourceRange(at: 0))
                let function = builder.function(body, known)
                let inouts = body.context.inouts
                emitCall(
                    [inouts.isEmpty ? base : Expression(.inoutPlace(base), base.type, base.range), argument],
                    captures: body.context.captures, results: Layout(0, 0), inouts, into: top
                ) { append(Instruction(.call, function, $0.bits, $0.refs)) }
            }
        }
        return Accessor(
            take: { _ = self.emit(target, into: $0) },
            put: { value in
                self.scoped {
                    let old = self.allocate(layout)
                    if decl.didSet != nil { _ = self.emit(target, into: old) }
                    notify(decl.willSet, value)
                    // Not taken out before: the property itself is written.
                    let place = self.allocate(layout)
                    self.move(value, to: place, layout)
                    plain.put(place)
                    notify(decl.didSet, old)
                }
            })
    }

    /// A requirement with a setter on `any P`.
    private func witnessAccessor(
        _ call: Expression.Call, _ known: [String: Type], _ own: Type, _ target: Expression, _ layout: Layout
    ) -> Accessor {
        let index = builder.witness(call.decl, isSetter: true, own)
        let isClass = builder.checker.isClass(own)
        let outer = isClass ? nil : accessor(call.arguments[0])
        let box = allocate(Layout(0, 1))
        if isClass { _ = emit(call.arguments[0], into: box) }
        let indices = evaluated(Array(call.arguments.dropFirst()))
        return Accessor(
            take: { _ = self.emit(target, into: $0) },
            put: { value in
                self.scoped {
                    let incoming = Layout(0, 1) + indices.layout + layout
                    let window = self.allocate(incoming)
                    outer?.take(box)
                    self.move(box, to: window, Layout(0, 1), takes: !isClass)
                    self.move(indices.place, to: window.moved(by: Layout(0, 1)), indices.layout)
                    self.move(value, to: window.moved(by: Layout(0, 1) + indices.layout), layout, takes: true)
                    self.append(Instruction(.callWitness, index, window.bits, window.refs), extent: incoming)
                    self.move(window, to: box, Layout(0, 1), takes: true)
                    outer?.put(box)
                }
            })
    }

    /// A computed property or subscript: its setter takes what owns it, the indices and the new value, and gives the
    /// owner back when that is a value.
    private func setterAccessor(_ call: Expression.Call, _ target: Expression, _ layout: Layout) -> Accessor {
        let decl = call.decl
        if !call.isDirect, decl.owner?.kind == .class, decl.isInstanceMember, let slot = builder.slot(of: decl, .setter)
        {
            return methodAccessor(call, slot, layout)
        }
        var known = resolved(call.substitution)
        if let owner = decl.owner, owner.kind != .protocol {
            known["Self"] = .nominal(owner.key, owner.generics.map { known[$0] ?? .error })
        }
        let base = decl.isInstanceMember ? call.arguments.first : nil
        let isObject = base.map { builder.checker.isClass(type($0)) } ?? false
        let baseLayout = base.map { self.layout($0) } ?? Layout(0, 0)
        let givesBack = base != nil && !isObject && !isNonmutating(decl)
        let outer = givesBack ? base.map(accessor) : nil
        let held = allocate(baseLayout)
        if !givesBack, let base { _ = emit(base, into: held) }
        let indices = evaluated(Array(call.arguments.dropFirst(base == nil ? 0 : 1)))
        // What is read later reads the indices that were evaluated.
        let read = reading(call, target, base, isObject ? held : nil, indices.place)
        let body = decl.isLazy ? nil : decl.setBody
        let function: Int?
        if let body {
            function = builder.function(body, instanceSubstitution(decl, known))
        } else if case .source(let source)? = decl.setter {
            function = builder.instance(of: decl, known, source: source, isSetter: true)
        } else {
            function = nil
        }
        let captures = body?.context.captures ?? []
        return Accessor(
            take: { result in
                if let lazy = decl.lazyStorage {
                    self.takeLazy(lazy, call, target, into: result)
                } else {
                    _ = self.emit(read, into: result)
                }
            },
            put: { value in
                if let lazy = decl.lazyStorage {
                    self.putLazy(lazy, call, target, value)
                    return
                }
                self.scoped {
                    let captured = captures.reduce(Layout(0, 0)) { $0 + self.capturedLayout($1) }
                    let incoming = baseLayout + indices.layout + layout + captured
                    let window = self.allocate(incoming)
                    if let outer { outer.take(window) } else { self.move(held, to: window, baseLayout) }
                    self.move(indices.place, to: window.moved(by: baseLayout), indices.layout)
                    let last = window.moved(by: baseLayout).moved(by: indices.layout)
                    self.move(value, to: last, layout, takes: true)
                    self.pass(captures, into: last.moved(by: layout))
                    if let function {
                        self.append(Instruction(.call, function, window.bits, window.refs))
                    } else if case .host(let setter)? = decl.setter {
                        self.append(Instruction(.callHost, setter, window.bits, window.refs), extent: incoming)
                    } else if case .intrinsic(let name)? = decl.setter {
                        let types = (decl.owner?.generics ?? []).compactMap { known[$0].map(self.lowered) }
                        self.intrinsic(name, window, self.builder.typeList(types), extent: incoming)
                    }
                    outer?.put(window)
                }
            })
    }

    private func isNonmutating(_ decl: Decl) -> Bool {
        guard let body = decl.setBody else { return false }
        return !body.context.inouts.contains(0)
    }

    /// The same member of the same base, with indices from registers.
    private func reading(
        _ call: Expression.Call, _ target: Expression, _ base: Expression?, _ object: Place?, _ indices: Place
    ) -> Expression {
        var arguments = call.arguments
        var place = indices
        if let object, let base {
            let variable = Variable(
                name: "$object", type: type(base), isLet: true, range: SourceRange(at: 0), owner: context)
            bind(variable, to: object)
            arguments[0] = Expression(.variable(variable), type(base), base.range)
        }
        for index in arguments.indices.dropFirst(base == nil ? 0 : 1) {
            let variable = Variable(
                name: "$index", type: type(arguments[index]), isLet: true, range: SourceRange(at: 0), owner: context)
            bind(variable, to: place)
            place = place.moved(by: layout(arguments[index]))
            arguments[index] = Expression(.variable(variable), variable.type, arguments[index].range)
        }
        return Expression(
            .call(
                Expression.Call(
                    decl: call.decl, substitution: call.substitution, arguments: arguments, isDirect: call.isDirect)),
            target.type, target.range)
    }

    private func lazyTarget(_ lazy: Decl, _ call: Expression.Call, _ target: Expression) -> Expression {
        var base = call.arguments[0]
        if case .inoutPlace(let inner) = base.kind { base = inner }
        return Expression(
            .call(Expression.Call(decl: lazy, substitution: call.substitution, arguments: [base])),
            .optional(type(target)), target.range)
    }

    private func takeLazy(_ lazy: Decl, _ call: Expression.Call, _ target: Expression, into result: Place) {
        _ = emit(target, into: result)
    }

    private func putLazy(_ lazy: Decl, _ call: Expression.Call, _ target: Expression, _ value: Place) {
        scoped {
            let optional = Type.optional(type(target))
            let place = allocate(layout(optional))
            let payload = payload(place, optional)
            move(value, to: payload, layout(target), takes: true)
            if payload != place { load(1, into: place.bits) }
            accessor(lazyTarget(lazy, call, target)).put(place)
        }
    }
}

extension Expression {
    /// Whether the register of its result is written only when everything was read.
    var writesLast: Bool {
        switch kind {
        case .ternary, .coalesce, .chain, .value, .and, .or, .interpolation, .tryOptional, .wrap, .cast: false
        case .convert(let base): base.writesLast
        case .binary(let name, _, _): name != "!="
        default: true
        }
    }
}
