import Bytecode

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
        let layout = target.type.layout
        switch target.kind {
        case .variable(let variable): return variableAccessor(variable)
        case .inoutPlace(let inner): return accessor(inner)
        case .element(let base, let index): return elementAccessor(base, index, layout)
        case .subscriptArray(let base, let index): return arrayAccessor(base, index, layout)
        case .subscriptDictionary(let base, let key): return dictionaryAccessor(base, key, target.type)
        case .coalesce(let inner, let fallback): return defaultAccessor(inner, fallback, target.type)
        case .unwrap(let base): return unwrapAccessor(base, target.type)
        case .callLibrary(let declaration, let substitution, let arguments):
            return propertyAccessor(declaration, substitution, arguments, target)
        default: return Accessor(take: { _ in }, put: { _ in })
        }
    }

    /// Changes a place; a local variable is changed where it is.
    func change(_ target: Expression, _ body: (Place) -> Void) {
        if case .variable(let variable) = target.kind, !variable.isGlobal, !variable.isBoxed {
            body(place(of: variable))
            return
        }
        let accessor = accessor(target)
        let place = allocate(target.type.layout)
        accessor.take(place)
        body(place)
        accessor.put(place)
    }

    func emitAssignment(_ target: Expression, _ value: Expression) {
        switch target.kind {
        case .error: _ = emit(value)  // _ = value
        case .variable(let variable) where !variable.isGlobal && !variable.isBoxed:
            // One register is written by the last instruction, after all reads.
            if value.type.layout.bits + value.type.layout.refs == 1 {
                _ = emit(value, into: place(of: variable))
            } else {
                let place = allocate(value.type.layout)
                _ = emit(value, into: place)
                move(place, to: self.place(of: variable), value.type.layout, takes: true)
            }
        case .tuple(let parts):
            let place = allocate(value.type.layout)
            _ = emit(value, into: place)
            var part = place
            for target in parts {
                accessor(target).put(part)
                part = part.moved(by: target.type.layout)
            }
        default:
            let accessor = accessor(target)
            let place = allocate(value.type.layout)
            _ = emit(value, into: place)
            accessor.put(place)
        }
    }

    func emitCompound(_ name: String, _ target: Expression, _ value: Expression) {
        let operand = emit(value)
        change(target) { place in emitOperation(name, target.type, place, operand, into: place) }
    }

    // MARK: Kinds of places

    private func variableAccessor(_ variable: Variable) -> Accessor {
        let layout = variable.type.layout
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
        if variable.isBoxed {
            return Accessor(
                take: { self.loadBox(place, into: $0, layout, at: Layout(0, 0), takes: true) },
                put: { self.storeBox(place, $0, layout, at: Layout(0, 0)) })
        }
        return Accessor(
            take: { self.move(place, to: $0, layout, takes: true) },
            put: { self.move($0, to: place, layout, takes: true) })
    }

    private func elementAccessor(_ base: Expression, _ index: Int, _ layout: Layout) -> Accessor {
        let outer = accessor(base)
        let whole = allocate(base.type.layout)
        guard case .tuple(let elements) = base.type else { return outer }
        let part = whole.moved(by: elements[..<index].reduce(Layout(0, 0)) { $0 + $1.type.layout })
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
        if case .variable(let variable) = base.kind, !variable.isGlobal, !variable.isBoxed {
            array = place(of: variable)
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
                    self.arrayGet(array.refs, position.bits, layout, into: place)
                }
            },
            put: { place in
                if !isTaken { outer?.take(array) }
                switch (layout.bits, layout.refs) {
                case (1, 0): self.append(Instruction(.arraySetBits, place.bits, array.refs, position.bits))
                case (0, 1): self.append(Instruction(.arraySetRef, place.refs, array.refs, position.bits))
                default:
                    self.append(
                        Instruction(.arraySet, place.bits, array.refs, position.bits, n: place.refs))
                }
                outer?.put(array)
            })
    }

    private func dictionaryAccessor(_ base: Expression, _ key: Expression, _ type: Type) -> Accessor {
        guard case .nominal(_, let arguments) = base.type else { return accessor(base) }
        let list = builder.typeList(arguments.map(\.lowered))
        let outer = accessor(base)
        let object = allocate(Layout(0, 1))
        let keyPlace = allocate(arguments[0].layout)
        _ = emit(key, into: keyPlace)
        let layout = type.layout
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(object)
                isTaken = true
                self.scoped {
                    let incoming = Layout(0, 1) + arguments[0].layout
                    let window = self.allocate(
                        Layout(max(incoming.bits, layout.bits), max(incoming.refs, layout.refs)))
                    self.move(object, to: window, Layout(0, 1))
                    self.move(keyPlace, to: window.moved(by: Layout(0, 1)), arguments[0].layout)
                    self.intrinsic("dictionary.get", window, list)
                    self.move(window, to: place, layout, takes: true)
                }
            },
            put: { place in
                if !isTaken { outer.take(object) }
                self.scoped {
                    let window = self.allocate(Layout(0, 1) + arguments[0].layout + layout)
                    self.move(object, to: window, Layout(0, 1), takes: true)
                    self.move(keyPlace, to: window.moved(by: Layout(0, 1)), arguments[0].layout)
                    self.move(place, to: window.moved(by: Layout(0, 1) + arguments[0].layout), layout, takes: true)
                    self.intrinsic("dictionary.set", window, list)
                    self.move(window, to: object, Layout(0, 1), takes: true)
                }
                outer.put(object)
            })
    }

    /// `dictionary[key, default: value]` as a place.
    private func defaultAccessor(_ inner: Expression, _ fallback: Expression, _ type: Type) -> Accessor {
        let outer = accessor(inner)
        let optional = allocate(inner.type.layout)
        let layout = type.layout
        return Accessor(
            take: { place in
                outer.take(optional)
                let (none, done) = (Label(), Label())
                self.jumpIfNil(optional, inner.type, to: none)
                self.move(self.payload(optional, inner.type), to: place, layout, takes: true)
                self.jump(.jump, to: done)
                self.mark(none)
                self.scoped { _ = self.emit(fallback, into: place) }
                self.mark(done)
            },
            put: { place in
                let payload = self.payload(optional, inner.type)
                self.move(place, to: payload, layout, takes: true)
                if payload != optional { self.load(1, into: optional.bits) }
                outer.put(optional)
            })
    }

    private func unwrapAccessor(_ base: Expression, _ type: Type) -> Accessor {
        let outer = accessor(base)
        let optional = allocate(base.type.layout)
        let payload = payload(optional, base.type)
        var isTaken = false
        return Accessor(
            take: { place in
                outer.take(optional)
                isTaken = true
                let isNone = Label()
                let done = Label()
                self.jumpIfNil(optional, base.type, to: isNone)
                self.jump(.jump, to: done)
                self.mark(isNone)
                self.append(Instruction(.trap, TrapKind.nilUnwrapped.rawValue))
                self.mark(done)
                self.move(payload, to: place, type.layout, takes: true)
            },
            put: { place in
                if !isTaken { outer.take(optional) }
                self.move(place, to: payload, type.layout, takes: true)
                if payload != optional { self.load(1, into: optional.bits) }
                outer.put(optional)
            })
    }

    /// A settable property or subscript of the library: its setter takes the value that owns it, the indices and the new
    /// value, and gives the owner back.
    private func propertyAccessor(
        _ declaration: Declaration, _ substitution: [String: Type], _ arguments: [Expression], _ target: Expression
    ) -> Accessor {
        guard let base = arguments.first, case .host(let setter)? = declaration.setter else {
            return Accessor(take: { _ in }, put: { _ in })
        }
        let outer = accessor(base)
        let indices = arguments.dropFirst()
        let indexLayout = indices.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        let indexPlace = allocate(indexLayout)
        var place = indexPlace
        for index in indices {
            _ = emit(index, into: place)
            place = place.moved(by: index.type.layout)
        }
        let (layout, baseLayout) = (target.type.layout, base.type.layout)
        return Accessor(
            take: { result in _ = self.emit(target, into: result) },
            put: { value in
                self.scoped {
                    let window = self.allocate(baseLayout + indexLayout + layout)
                    outer.take(window)
                    self.move(indexPlace, to: window.moved(by: baseLayout), indexLayout, takes: true)
                    self.move(
                        value, to: window.moved(by: baseLayout).moved(by: indexLayout), layout, takes: true)
                    self.append(Instruction(.callHost, setter, window.bits, window.refs))
                    outer.put(window)
                }
            })
    }
}
