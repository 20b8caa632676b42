import Bytecode

extension FunctionEmitter {
    func emitUnary(_ name: String, _ operand: Expression, into result: Place) {
        let place = emit(operand)
        switch name {
        case "!": append(Instruction(.notBool, result.bits, place.bits))
        case "~": append(Instruction(.notInt, result.bits, place.bits))
        case "-": append(Instruction(operand.type == .double ? .negDouble : .negInt, result.bits, place.bits))
        default: append(Instruction(.moveBits, result.bits, place.bits))  // one-sided ranges are their bound
        }
    }

    private static let intOperators: [String: Opcode] = [
        "+": .addInt, "-": .subInt, "*": .mulInt, "/": .divInt, "%": .remInt, "&": .andInt, "|": .orInt, "^": .xorInt,
        "<<": .shiftLeftInt, ">>": .shiftRightInt,
    ]
    private static let doubleOperators: [String: Opcode] = [
        "+": .addDouble, "-": .subDouble, "*": .mulDouble, "/": .divDouble,
    ]

    func emitBinary(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        switch name {
        case "==", "!=":
            emitEqual(left, right, into: result)
            if name == "!=" { append(Instruction(.notBool, result.bits, result.bits)) }
        case "<", "<=": emitLess(left, right, orEqual: name == "<=", into: result)
        case ">", ">=": emitLess(right, left, orEqual: name == ">=", into: result, swapped: true)
        case "..<", "...":
            // Bounds are computed apart: the range may be stored where they are read from.
            let window = allocate(Layout(2, 0))
            _ = emit(left, into: window)
            _ = emit(right, into: window.moved(by: Layout(1, 0)))
            intrinsic("checkRange", window, builder.typeList([]))
            move(window, to: result, Layout(2, 0))
        default: emitArithmetic(name, left, right, into: result)
        }
    }

    private func emitArithmetic(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        if left.type == .int, case .integer(let value) = right.kind, name == "+" || name == "-",
            abs(value) < Int(Int32.max)
        {
            let place = operand(left, before: right)
            append(Instruction(.addIntImmediate, result.bits, place.bits, name == "+" ? value : -value))
            return
        }
        let first = operand(left, before: right)
        let second = emit(right)
        emitOperation(name, left.type, first, second, into: result)
    }

    /// The operation itself, on values already in registers.
    func emitOperation(_ name: String, _ type: Type, _ first: Place, _ second: Place, into result: Place) {
        switch type {
        case .int:
            if let opcode = Self.intOperators[name] {
                append(Instruction(opcode, result.bits, first.bits, second.bits))
            }
        case .double:
            if let opcode = Self.doubleOperators[name] {
                append(Instruction(opcode, result.bits, first.bits, second.bits))
            }
        case .string: append(Instruction(.stringConcat, result.refs, first.refs, second.refs))
        default:
            let window = allocate(Layout(0, 2))
            append(Instruction(.moveRef, window.refs, first.refs))
            append(Instruction(.moveRef, window.refs + 1, second.refs))
            intrinsic("array.concat", window, builder.typeList([]))
            append(Instruction(.takeRef, result.refs, window.refs))
        }
    }

    /// A left operand whose variable the right operand might change is copied first.
    private func operand(_ left: Expression, before right: Expression) -> Place {
        if left.isTemporary || right.isSimple { return emit(left) }
        let place = allocate(left.type.layout)
        return emit(left, into: place)
    }

    // MARK: Comparison

    private func emitEqual(_ left: Expression, _ right: Expression, into result: Place) {
        if case .nil = right.kind {
            let place = emit(left)
            if left.type.wrapped?.lowered.isPlainReference ?? false {
                append(Instruction(.isNilRef, result.bits, place.refs))
            } else {
                append(Instruction(.notBool, result.bits, place.bits))
            }
            return
        }
        switch left.type {
        case .int, .bool, .double, .string, .character:
            let first = operand(left, before: right)
            let second = emit(right)
            switch left.type {
            case .double: append(Instruction(.eqDouble, result.bits, first.bits, second.bits))
            case .string, .character: append(Instruction(.stringEq, result.bits, first.refs, second.refs))
            default: append(Instruction(.eqInt, result.bits, first.bits, second.bits))
            }
        default: emitGeneric("equal", left, right, into: result)
        }
    }

    /// `left < right`; when swapped, `right` stands first in the source and is evaluated first.
    private func emitLess(
        _ left: Expression, _ right: Expression, orEqual: Bool, into result: Place, swapped: Bool = false
    ) {
        switch left.type {
        case .int, .double:
            let (first, second): (Place, Place)
            if swapped {
                let place = operand(right, before: left)
                (first, second) = (emit(left), place)
            } else {
                let place = operand(left, before: right)
                (first, second) = (place, emit(right))
            }
            let isInt = left.type == .int
            let opcode: Opcode = orEqual ? (isInt ? .leInt : .leDouble) : (isInt ? .ltInt : .ltDouble)
            append(Instruction(opcode, result.bits, first.bits, second.bits))
        default:
            // a <= b is !(b < a) for totally ordered types
            if orEqual {
                emitGeneric("less", right, left, into: result)
                append(Instruction(.notBool, result.bits, result.bits))
            } else {
                emitGeneric("less", left, right, into: result)
            }
        }
    }

    private func emitGeneric(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        let layout = left.type.layout
        let window = allocate(Layout(max(1, 2 * layout.bits), 2 * layout.refs))
        _ = emit(left, into: window)
        _ = emit(right, into: window.moved(by: layout))
        intrinsic(name, window, builder.typeList([left.type.lowered]))
        append(Instruction(.moveBits, result.bits, window.bits))
    }

    // MARK: Branches

    /// Jumps when a condition does not hold; comparisons of integers need no boolean in between.
    func branch(_ condition: Expression, ifFalse label: Label) {
        let outer = currentRange
        currentRange = condition.range
        defer { currentRange = outer }
        switch condition.kind {
        case .bool(true): return
        case .and(let left, let right):
            branch(left, ifFalse: label)
            branch(right, ifFalse: label)
        case .binary(let name, let left, let right) where left.type == .int && Self.negated[name] != nil:
            guard let (opcode, isSwapped) = Self.negated[name] else { return }
            let first = operand(left, before: right)
            let second = emit(right)
            let (a, b) = isSwapped ? (second, first) : (first, second)
            jump(opcode, to: label, a.bits, b.bits)
        default:
            let place = emit(condition)
            jump(.jumpIfNot, to: label, place.bits)
        }
    }

    /// The jump for the contrary of a comparison, and whether its operands change sides.
    private static let negated: [String: (Opcode, Bool)] = [
        "<": (.jumpNotLtInt, false), "<=": (.jumpNotLeInt, false), ">": (.jumpNotLtInt, true),
        ">=": (.jumpNotLeInt, true), "==": (.jumpNotEqInt, false), "!=": (.jumpEqInt, false),
    ]

    func emitLogic(_ expression: Expression, into result: Place) {
        let done = Label()
        switch expression.kind {
        case .and(let left, let right):
            scoped { _ = emit(left, into: result) }
            jump(.jumpIfNot, to: done, result.bits)
            scoped { _ = emit(right, into: result) }
        case .or(let left, let right):
            scoped { _ = emit(left, into: result) }
            jump(.jumpIf, to: done, result.bits)
            scoped { _ = emit(right, into: result) }
        default: break
        }
        mark(done)
    }
}

extension Expression {
    /// Whether evaluating it changes nothing: literals, names, and operators on them.
    var isSimple: Bool {
        switch kind {
        case .integer, .float, .bool, .string, .variable, .nil: true
        case .unary(_, let operand): operand.isSimple
        case .binary(_, let left, let right): left.isSimple && right.isSimple
        case .element(let base, _): base.isSimple
        case .subscriptArray(let base, let index): base.isSimple && index.isSimple
        default: false
        }
    }
}
