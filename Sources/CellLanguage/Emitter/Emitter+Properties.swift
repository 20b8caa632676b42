import Bytecode
import Diagnostics

/// Properties and subscripts as places: stored ones, and those that functions stand behind.
extension FunctionEmitter {
    func callAccessor(_ call: Expression.Call, _ target: Expression, _ layout: Layout) -> Accessor {
        let decl = call.decl
        switch decl.implementation {
        case .stored(let index):
            if isObserved(call), let base = call.arguments.first, !builder.checker.isClass(type(base)),
                !isPlain(base)
            {
                return heldAccessor(base, layout) { held in
                    var inner = call
                    inner.arguments[0] = held
                    return self.callAccessor(inner, Expression(.call(inner), target.type, target.range), layout)
                }
            }
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

    /// Whether a place is a variable or a stored part of one, which nobody watches.
    private func isPlain(_ target: Expression) -> Bool {
        switch target.kind {
        case .variable: return true
        case .element(let base, _), .convert(let base), .inoutPlace(let base): return isPlain(base)
        case .call(let call):
            guard case .stored = call.decl.implementation, !isObserved(call), let base = call.arguments.first else {
                return false
            }
            return builder.checker.isClass(type(base)) || isPlain(base)
        default: return false
        }
    }

    /// A part of a value that is elsewhere: the whole is held in registers while the part's own observers run, and goes
    /// back through whoever watches it.
    private func heldAccessor(
        _ base: Expression, _ layout: Layout, _ part: (Expression) -> Accessor
    ) -> Accessor {
        let outer = accessor(base)
        let whole = allocate(self.layout(base))
        let held = Variable(
            name: "$whole", type: type(base), isLet: false, range: SourceRange(at: 0), owner: context)
        bind(held, to: whole)
        let inner = part(Expression(.variable(held), type(base), base.range))
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(whole)
                isTaken = true
                inner.take(place)
            },
            put: { place in
                if !isTaken { outer.take(whole) }
                inner.put(place)
                outer.put(whole)
            })
    }

    func storedAccessor(_ index: Int, _ call: Expression.Call, _ layout: Layout) -> Accessor {
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
    func methodAccessor(_ call: Expression.Call, _ setter: Int, _ layout: Layout) -> Accessor {
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
    func evaluated(_ arguments: [Expression]) -> (place: Place, layout: Layout) {
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
    func observed(
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
    func witnessAccessor(
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
    func setterAccessor(_ call: Expression.Call, _ target: Expression, _ layout: Layout) -> Accessor {
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

    func isNonmutating(_ decl: Decl) -> Bool {
        guard let body = decl.setBody else { return false }
        return !body.context.inouts.contains(0)
    }

    /// The same member of the same base, with indices from registers.
    func reading(
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

    func lazyTarget(_ lazy: Decl, _ call: Expression.Call, _ target: Expression) -> Expression {
        var base = call.arguments[0]
        if case .inoutPlace(let inner) = base.kind { base = inner }
        return Expression(
            .call(Expression.Call(decl: lazy, substitution: call.substitution, arguments: [base])),
            .optional(type(target)), target.range)
    }

    func takeLazy(_ lazy: Decl, _ call: Expression.Call, _ target: Expression, into result: Place) {
        _ = emit(target, into: result)
    }

    func putLazy(_ lazy: Decl, _ call: Expression.Call, _ target: Expression, _ value: Place) {
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
