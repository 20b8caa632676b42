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
    func valueAccessor(_ target: Expression, _ layout: Layout) -> Accessor {
        Accessor(take: { _ = self.emit(target, into: $0) }, put: { _ in })
    }

    func directAccessor(_ place: Place, _ layout: Layout) -> Accessor {
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
    func isObserved(_ call: Expression.Call) -> Bool {
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
        guard directPlace(target) != nil, !hasObservers(target) else {
            // What stands left is evaluated first: the indices; the value in the place is read last.
            let accessor = accessor(target)
            let operand = allocate(layout(value))
            _ = emit(value, into: operand)
            let place = allocate(layout(target))
            accessor.take(place)
            emitOperation(name, type(target), place, operand, into: place)
            accessor.put(place)
            return
        }
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

    func variableAccessor(_ variable: Variable) -> Accessor {
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
    func partAccessor(_ base: Expression, _ offset: Layout, _ layout: Layout) -> Accessor {
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
    func arrayAccessor(_ base: Expression, _ index: Expression, _ layout: Layout) -> Accessor {
        var array: Place
        var outer: Accessor?
        if let place = directPlace(base), !hasObservers(base) {
            array = place
        } else {
            outer = accessor(base)
            array = allocate(Layout(0, 1))
        }
        let position = allocate(Layout(1, 0))
        _ = emit(index, into: position)
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

    func dictionaryAccessor(_ base: Expression, _ key: Expression, _ type: Type) -> Accessor {
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
    func defaultAccessor(_ inner: Expression, _ fallback: Expression, _ type: Type) -> Accessor {
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

    func unwrapAccessor(_ base: Expression, _ type: Type) -> Accessor {
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
