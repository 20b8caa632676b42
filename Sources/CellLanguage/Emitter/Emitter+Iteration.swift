import Bytecode

/// Iteration: a cursor is code that puts the next element somewhere or jumps to the end. Lazy sequences are cursors made
/// of cursors, so that `zip(a, b).enumerated()` makes no array.
extension FunctionEmitter {
    typealias Cursor = (_ element: Place, _ done: Label) -> Void

    /// Prepares the iteration over the value at `source`, whose registers stay untouched while it runs.
    func cursor(over type: Type, at source: Place) -> Cursor {
        guard case .nominal(let name, let arguments) = type else { return { _, done in self.jump(.jump, to: done) } }
        switch name {
        case "Array", "ArraySlice", "DictionaryKeys", "DictionaryValues": return arrayCursor(arguments[0], source)
        case "ReversedCollection": return reversedCursor(arguments[0], source)
        case "Range": return rangeCursor(source, isClosed: false)
        case "ClosedRange": return rangeCursor(source, isClosed: true)
        case "PartialRangeFrom": return endlessCursor(source)
        case "Dictionary": return dictionaryCursor(type, arguments, source)
        case "String": return stringCursor(source)
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
            let second = cursor(over: arguments[1], at: source.moved(by: arguments[0].layout))
            let layout = (builder.checker.element(of: arguments[0]) ?? .error).layout
            return { element, done in
                first(element, done)
                second(element.moved(by: layout), done)
            }
        default: return { _, done in self.jump(.jump, to: done) }
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
            self.arrayGet(source.refs, index, element.layout, into: place)
        }
    }

    private func reversedCursor(_ element: Type, _ source: Place) -> Cursor {
        let registers = allocate(Layout(2, 0)).bits
        append(Instruction(.arrayCount, registers, source.refs))
        load(0, into: registers + 1)
        return { place, done in
            self.jump(.jumpNotLtInt, to: done, registers + 1, registers)
            self.append(Instruction(.addIntImmediate, registers, registers, -1))
            self.arrayGet(source.refs, registers, element.layout, into: place)
        }
    }

    func arrayGet(_ array: Int, _ index: Int, _ layout: Layout, into place: Place) {
        switch (layout.bits, layout.refs) {
        case (1, 0): append(Instruction(.arrayGetBits, place.bits, array, index))
        case (0, 1): append(Instruction(.arrayGetRef, place.refs, array, index))
        default: append(Instruction(.arrayGet, place.bits, array, index, n: place.refs))
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

    private func dictionaryCursor(_ type: Type, _ arguments: [Type], _ source: Place) -> Cursor {
        let list = builder.typeList(arguments.map(\.lowered))
        let count = allocate(Layout(1, 0)).bits
        scoped {
            let window = allocate(Layout(1, 1))
            append(Instruction(.moveRef, window.refs, source.refs))
            intrinsic("dictionary.count", window, list)
            append(Instruction(.moveBits, count, window.bits))
        }
        return indexCursor(count) { index, element in
            for (name, type, place) in [
                ("dictionary.key", arguments[0], element),
                ("dictionary.value", arguments[1], element.moved(by: arguments[0].layout)),
            ] {
                self.scoped {
                    let window = self.allocate(Layout(max(1, type.layout.bits), max(1, type.layout.refs)))
                    self.append(Instruction(.moveRef, window.refs, source.refs))
                    self.append(Instruction(.moveBits, window.bits, index))
                    self.intrinsic(name, window, list)
                    self.move(window, to: place, type.layout, takes: true)
                }
            }
        }
    }

    private func stringCursor(_ source: Place) -> Cursor {
        let characters = allocate(Layout(0, 1))
        append(Instruction(.moveRef, characters.refs, source.refs))
        intrinsic("array.characters", characters, builder.typeList([]))
        return arrayCursor(.character, characters)
    }

    func intrinsic(_ name: String, _ window: Place, _ types: Int) {
        // Every name comes from the emitter or from the interface, whose generator has looked it up.
        guard let index = Intrinsic.index(of: name) else {
            append(Instruction(.trap, TrapKind.unreachable.rawValue))
            return
        }
        append(Instruction(.callIntrinsic, index, window.bits, window.refs, n: types))
    }
}
