import Bytecode
import Diagnostics

/// Iteration: a cursor is code that puts the next element somewhere or jumps to the end. Lazy sequences are cursors made
/// of cursors, so that `zip(a, b).enumerated()` makes no array.
extension FunctionEmitter {
    typealias Cursor = (_ element: Place, _ done: Label) -> Void

    /// Prepares the iteration over the value at `source`, whose registers stay untouched while it runs.
    func cursor(over type: Type, at source: Place) -> Cursor {
        guard case .nominal(let name, let arguments) = type else { return generalCursor(type, source) }
        switch name {
        case "Array": return arrayCursor(arguments[0], source)
        case "Range" where arguments == [.int]: return rangeCursor(source, isClosed: false)
        case "ClosedRange" where arguments == [.int]: return rangeCursor(source, isClosed: true)
        case "PartialRangeFrom" where arguments == [.int]: return endlessCursor(source)
        case "Dictionary": return dictionaryCursor(arguments, source)
        case "Set": return setCursor(arguments[0], source)
        case "String": return stringCursor(source)
        case "ArraySlice": return sliceCursor(arguments[0], source)
        case "ReversedCollection":
            if case .nominal("Array", let inner) = arguments[0] { return reversedCursor(inner[0], source) }
            if arguments[0] == .nominal("Range", [.int]) { return reversedRangeCursor(source, isClosed: false) }
            if arguments[0] == .nominal("ClosedRange", [.int]) { return reversedRangeCursor(source, isClosed: true) }
            return generalCursor(type, source)
        case "EnumeratedSequence":
            let inner = cursor(over: arguments[0], at: source)
            let counter = allocate(Layout(1, 0))
            load(0, into: counter.bits)
            return { element, done in
                inner(element.moved(by: Layout(1, 0)), done)
                self.append(Instruction(.moveBits, element.bits, counter.bits))
                self.append(Instruction(.addIntImmediate, counter.bits, counter.bits, 1))
            }
        case "Zip2Sequence":
            let first = cursor(over: arguments[0], at: source)
            let second = cursor(over: arguments[1], at: source.moved(by: layout(arguments[0])))
            let layout = layout(builder.checker.element(of: arguments[0]) ?? .error)
            return { element, done in
                first(element, done)
                second(element.moved(by: layout), done)
            }
        default: return generalCursor(type, source)
        }
    }

    /// Any other sequence: its iterator is asked for one element after the other.
    private func generalCursor(_ type: Type, _ source: Place) -> Cursor {
        let checker = builder.checker
        guard let make = checker.nominal("Sequence")?.members["makeIterator"]?.first(where: \.isRequirement),
            let next = checker.nominal("IteratorProtocol")?.members["next"]?.first(where: \.isRequirement)
        else { return { _, done in self.jump(.jump, to: done) } }
        let place = SourceRange(at: 0)
        let iteratorType = resolved(checker.inference.resolve(.member(type, "Iterator")))
        let sequence = Variable(name: "$sequence", type: type, isLet: true, range: place, owner: context)
        bind(sequence, to: source)
        let iterator = Variable(name: "$iterator", type: iteratorType, isLet: false, range: place, owner: context)
        let held = bind(iterator)
        scoped {
            _ = emit(
                Expression(
                    .call(
                        Expression.Call(
                            decl: make, substitution: ["Self": type],
                            arguments: [Expression(.variable(sequence), type, place)])), iteratorType, place),
                into: held)
        }
        let elementType = resolved(checker.element(of: type) ?? .error)
        let optional = Type.optional(elementType)
        let result = allocate(layout(optional))
        let own = Expression(.inoutPlace(Expression(.variable(iterator), iteratorType, place)), iteratorType, place)
        let call = Expression(
            .call(Expression.Call(decl: next, substitution: ["Self": iteratorType], arguments: [own])), optional, place)
        return { element, done in
            self.scoped { _ = self.emit(call, into: result) }
            self.jumpIfNil(result, optional, to: done)
            self.move(self.payload(result, optional), to: element, self.layout(elementType), takes: true)
        }
    }

    /// An index that runs over `0..<count`; the elements are read by `get`.
    private func indexCursor(_ count: Int, _ get: @escaping (_ index: Int, _ element: Place) -> Void) -> Cursor {
        let index = allocate(Layout(1, 0)).bits
        load(0, into: index)
        return { element, done in
            self.jump(.jumpNotLtInt, to: done, index, count)
            get(index, element)
            self.append(Instruction(.addIntImmediate, index, index, 1))
        }
    }

    private func arrayCursor(_ element: Type, _ source: Place) -> Cursor {
        let count = allocate(Layout(1, 0)).bits
        append(Instruction(.arrayCount, count, source.refs))
        return indexCursor(count) { index, place in
            self.arrayGet(source.refs, index, self.layout(element), into: place)
        }
    }

    private func reversedCursor(_ element: Type, _ source: Place) -> Cursor {
        let registers = allocate(Layout(2, 0)).bits
        append(Instruction(.arrayCount, registers, source.refs))
        load(0, into: registers + 1)
        return { place, done in
            self.jump(.jumpNotLtInt, to: done, registers + 1, registers)
            self.append(Instruction(.addIntImmediate, registers, registers, -1))
            self.arrayGet(source.refs, registers, self.layout(element), into: place)
        }
    }

    func arrayGet(_ array: Int, _ index: Int, _ layout: Layout, into place: Place) {
        switch (layout.bits, layout.refs) {
        case (1, 0): append(Instruction(.arrayGetBits, place.bits, array, index))
        case (0, 1): append(Instruction(.arrayGetRef, place.refs, array, index))
        default: append(Instruction(.arrayGet, place.bits, array, index, n: place.refs), extent: layout)
        }
    }

    /// Like getting, but what the element refers to is moved out until it is set again.
    func arrayTake(_ array: Int, _ index: Int, _ layout: Layout, into place: Place) {
        if layout.refs == 0 { return arrayGet(array, index, layout, into: place) }
        append(Instruction(.arrayTake, place.bits, array, index, n: place.refs), extent: layout)
    }

    /// Part of an array: from its first position to its last, which stand in words.
    private func sliceCursor(_ element: Type, _ source: Place) -> Cursor {
        let index = allocate(Layout(1, 0)).bits
        append(Instruction(.moveBits, index, source.bits))
        return { place, done in
            self.jump(.jumpNotLtInt, to: done, index, source.bits + 1)
            self.arrayGet(source.refs, index, self.layout(element), into: place)
            self.append(Instruction(.addIntImmediate, index, index, 1))
        }
    }

    private func reversedRangeCursor(_ source: Place, isClosed: Bool) -> Cursor {
        let current = allocate(Layout(1, 0)).bits
        append(Instruction(.moveBits, current, source.bits + 1))
        if isClosed { append(Instruction(.addIntImmediate, current, current, 1)) }
        return { element, done in
            self.jump(.jumpNotLtInt, to: done, source.bits, current)
            self.append(Instruction(.addIntImmediate, current, current, -1))
            self.append(Instruction(.moveBits, element.bits, current))
        }
    }

    private func rangeCursor(_ source: Place, isClosed: Bool) -> Cursor {
        // The counter and a flag for the end of a closed range, whose upper bound may be the largest integer.
        let current = allocate(Layout(2, 0)).bits
        append(Instruction(.moveBits, current, source.bits))
        load(0, into: current + 1)
        return { element, done in
            if isClosed {
                let more = Label()
                self.jump(.jumpIf, to: done, current + 1)
                self.jump(.jumpNotLeInt, to: done, current, source.bits + 1)
                self.append(Instruction(.moveBits, element.bits, current))
                self.append(Instruction(.eqInt, current + 1, current, source.bits + 1))
                self.jump(.jumpIf, to: more, current + 1)
                self.append(Instruction(.addIntImmediate, current, current, 1))
                self.mark(more)
            } else {
                self.jump(.jumpNotLtInt, to: done, current, source.bits + 1)
                self.append(Instruction(.moveBits, element.bits, current))
                self.append(Instruction(.addIntImmediate, current, current, 1))
            }
        }
    }

    private func endlessCursor(_ source: Place) -> Cursor {
        let current = allocate(Layout(1, 0)).bits
        append(Instruction(.moveBits, current, source.bits))
        return { element, _ in
            self.append(Instruction(.moveBits, element.bits, current))
            self.append(Instruction(.addIntImmediate, current, current, 1))
        }
    }

    private func dictionaryCursor(_ arguments: [Type], _ source: Place) -> Cursor {
        entryCursor(arguments, source, withValues: true)
    }

    private func setCursor(_ element: Type, _ source: Place) -> Cursor {
        entryCursor([element, .bool], source, withValues: false)
    }

    /// The entries of a dictionary by their position; a set is a dictionary whose values do not matter.
    private func entryCursor(_ arguments: [Type], _ source: Place, withValues: Bool) -> Cursor {
        let list = builder.typeList(arguments.map(lowered))
        let count = allocate(Layout(1, 0)).bits
        scoped {
            let window = allocate(Layout(1, 1))
            append(Instruction(.moveRef, window.refs, source.refs))
            intrinsic("dictionary.count", window, list, extent: Layout(0, 1))
            append(Instruction(.moveBits, count, window.bits))
        }
        return indexCursor(count) { index, element in
            var parts = [("dictionary.key", arguments[0], element)]
            if withValues {
                parts.append(("dictionary.value", arguments[1], element.moved(by: self.layout(arguments[0]))))
            }
            for (name, type, place) in parts {
                self.scoped {
                    let layout = self.layout(type)
                    let window = self.allocate(layout.union(Layout(1, 1)))
                    self.append(Instruction(.moveRef, window.refs, source.refs))
                    self.append(Instruction(.moveBits, window.bits, index))
                    self.intrinsic(name, window, list, extent: Layout(1, 1))
                    self.move(window, to: place, layout, takes: true)
                }
            }
        }
    }

    private func stringCursor(_ source: Place) -> Cursor {
        let characters = allocate(Layout(0, 1))
        append(Instruction(.moveRef, characters.refs, source.refs))
        intrinsic("array.characters", characters, builder.typeList([]), extent: Layout(0, 1))
        return arrayCursor(.character, characters)
    }

    func intrinsic(_ name: String, _ window: Place, _ types: Int, extent: Layout? = nil) {
        // Every name comes from the emitter or from the interface, whose generator has looked it up.
        guard let index = Intrinsic.index(of: name) else {
            append(Instruction(.trap, TrapKind.unreachable.rawValue))
            return
        }
        append(Instruction(.callIntrinsic, index, window.bits, window.refs, n: types), extent: extent)
    }
}
