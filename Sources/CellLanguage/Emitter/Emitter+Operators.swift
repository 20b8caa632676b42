import Bytecode
import Diagnostics

extension FunctionEmitter {
    func emitUnary(_ name: String, _ operand: Expression, into result: Place) {
        let type = type(operand)
        switch lowered(type) {
        case .nominal, .host:
            if let (decl, known) = builder.operatorFunction(name, [type]) {
                let call = Expression.Call(decl: decl, substitution: known, arguments: [operand])
                emitCall(call, decl.result.substituting(known), into: result)
                return
            }
        default: break
        }
        let place = emit(operand)
        switch name {
        case "!": append(Instruction(.notBool, result.bits, place.bits))
        case "~":
            append(Instruction(.notInt, result.bits, place.bits))
            if let kind = integerKind(type), !kind.isSigned {
                append(Instruction(.truncate, result.bits, result.bits, kind.rawValue))
            }
        case "-":
            switch lowered(type) {
            case .double: append(Instruction(.negDouble, result.bits, place.bits))
            case .float: append(Instruction(.negFloat, result.bits, place.bits))
            default:
                append(Instruction(.negInt, result.bits, place.bits))
                narrow(result, type)
            }
        default: move(place, to: result, layout(operand))  // one-sided ranges are their bound
        }
    }

    private static let intOperators: [String: Opcode] = [
        "+": .addInt, "-": .subInt, "*": .mulInt, "/": .divInt, "%": .remInt, "&": .andInt, "|": .orInt, "^": .xorInt,
        "<<": .shiftLeftInt, ">>": .shiftRightInt, "&+": .addWrap, "&-": .subWrap, "&*": .mulWrap,
        "&<<": .shiftLeftInt, "&>>": .shiftRightInt,
    ]
    private static let unsignedOperators: [String: Opcode] = [
        "+": .addUnsigned, "-": .subUnsigned, "*": .mulUnsigned, "/": .divUnsigned, "%": .remUnsigned, "&": .andInt,
        "|": .orInt, "^": .xorInt, "<<": .shiftLeftInt, ">>": .shiftRightUnsigned, "&+": .addWrap, "&-": .subWrap,
        "&*": .mulWrap, "&<<": .shiftLeftInt, "&>>": .shiftRightUnsigned,
    ]
    private static let doubleOperators: [String: Opcode] = [
        "+": .addDouble, "-": .subDouble, "*": .mulDouble, "/": .divDouble,
    ]
    private static let floatOperators: [String: Opcode] = [
        "+": .addFloat, "-": .subFloat, "*": .mulFloat, "/": .divFloat,
    ]

    func emitBinary(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        switch name {
        case "==", "!=":
            emitEqual(left, right, into: result)
            if name == "!=" { append(Instruction(.notBool, result.bits, result.bits)) }
        case "===", "!==":
            let first = object(left, copies: !right.isSimple)
            append(Instruction(.sameRef, result.bits, first.refs, object(right, copies: false).refs))
            if name == "!==" { append(Instruction(.notBool, result.bits, result.bits)) }
        case "<", "<=": emitLess(left, right, orEqual: name == "<=", into: result)
        case ">", ">=": emitLess(right, left, orEqual: name == ">=", into: result, swapped: true)
        case "..<", "...": emitRange(left, right, into: result)
        default: emitArithmetic(name, left, right, into: result)
        }
    }

    /// The object that a value refers to; of `any P` the one in its box.
    private func object(_ value: Expression, copies: Bool) -> Place {
        let type = type(value)
        let isBoxed = type.isExistential || (type.wrapped?.isExistential ?? false)
        if !isBoxed, !copies || value.isTemporary { return emit(value) }
        let place = allocate(Layout(0, 1))
        _ = emit(value, into: place)
        if isBoxed {
            let done = Label()
            if type.isOptional { jumpIfNil(place, type, to: done) }
            append(Instruction(.unbox, place.bits, place.refs, n: place.refs))
            mark(done)
        }
        return place
    }

    /// Bounds are computed apart: the range may be stored where they are read from.
    private func emitRange(_ left: Expression, _ right: Expression, into result: Place) {
        let type = type(left)
        let layout = layout(type)
        let window = allocate(layout + layout)
        _ = emit(left, into: window)
        _ = emit(right, into: window.moved(by: layout))
        if type == .int {
            intrinsic("checkRange", window, builder.typeList([]), extent: Layout(2, 0))
        } else {
            scoped {
                let check = allocate((layout + layout).union(Layout(1, 0)))
                move(window, to: check, layout + layout)
                intrinsic("checkRangeOf", check, builder.typeList([lowered(type)]), extent: layout + layout)
            }
        }
        move(window, to: result, layout + layout, takes: true)
    }

    private func emitArithmetic(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        let type = type(left)
        if type == .int, case .integer(let value) = right.kind, name == "+" || name == "-",
            abs(value) < Int128(Int32.max)
        {
            let place = operand(left, before: right)
            append(Instruction(.addIntImmediate, result.bits, place.bits, Int(name == "+" ? value : -value)))
            return
        }
        // An operator that only the notebook has, asked for by a protocol: `a <> b` of texts.
        let isOwn = Self.intOperators[name] == nil
        switch lowered(type) {
        case _ where isOwn, .nominal, .host:
            if let (decl, known) = builder.operatorFunction(name, [type, self.type(right)]) {
                let call = Expression.Call(decl: decl, substitution: known, arguments: [left, right])
                emitCall(call, decl.result.substituting(known), into: result)
                return
            }
        default: break
        }
        let first = operand(left, before: right)
        let second = emit(right)
        emitOperation(name, type, first, second, into: result)
    }

    /// The operation itself, on values already in registers.
    func emitOperation(_ name: String, _ type: Type, _ first: Place, _ second: Place, into result: Place) {
        switch lowered(type) {
        case .int:
            if let opcode = Self.intOperators[name] {
                append(Instruction(opcode, result.bits, first.bits, masked(second, name, 64).bits))
            }
        case .integer(let kind):
            let table = kind.isWideUnsigned ? Self.unsignedOperators : Self.intOperators
            guard let opcode = table[name] else { return }
            append(Instruction(opcode, result.bits, first.bits, masked(second, name, kind.bitWidth).bits))
            if name.hasPrefix("&") && name.count > 1 || name == "<<" {
                append(Instruction(.truncate, result.bits, result.bits, kind.rawValue))
            } else if !["&", "|", "^", ">>"].contains(name) {
                narrow(result, type)
            }
        case .double:
            if let opcode = Self.doubleOperators[name] {
                append(Instruction(opcode, result.bits, first.bits, second.bits))
            }
        case .float:
            if let opcode = Self.floatOperators[name] {
                append(Instruction(opcode, result.bits, first.bits, second.bits))
            }
        case .string: append(Instruction(.stringConcat, result.refs, first.refs, second.refs))
        case .nominal, .host:
            // `a += b` of a type with only `+`: the operator's function on what is in the registers.
            guard let (decl, known) = builder.operatorFunction(name, [type, type]) else { return }
            let place = SourceRange(at: 0)
            let operands = [first, second].map { at -> Expression in
                let variable = Variable(name: "$operand", type: type, isLet: true, range: place, owner: context)
                bind(variable, to: at)
                return Expression(.variable(variable), type, place)
            }
            let whole = allocate(layout(type))
            emitCall(
                Expression.Call(decl: decl, substitution: known, arguments: operands), decl.result.substituting(known),
                into: whole)
            move(whole, to: result, layout(type), takes: true)
        default:
            let window = allocate(Layout(0, 2))
            append(Instruction(.moveRef, window.refs, first.refs))
            append(Instruction(.moveRef, window.refs + 1, second.refs))
            intrinsic("array.concat", window, builder.typeList([]), extent: Layout(0, 2))
            append(Instruction(.takeRef, result.refs, window.refs))
        }
    }

    /// `&<<` and `&>>` shift by what remains of the amount when it is divided by the width.
    private func masked(_ amount: Place, _ name: String, _ width: Int) -> Place {
        guard name == "&<<" || name == "&>>" else { return amount }
        let mask = allocate(Layout(1, 0))
        load(width - 1, into: mask.bits)
        append(Instruction(.andInt, mask.bits, mask.bits, amount.bits))
        return mask
    }

    private func narrow(_ place: Place, _ type: Type) {
        if let kind = integerKind(type), !kind.isWideUnsigned, kind != .int64 {
            append(Instruction(.narrow, place.bits, place.bits, kind.rawValue))
        }
    }

    /// A left operand whose variable the right operand might change is copied first.
    private func operand(_ left: Expression, before right: Expression) -> Place {
        if left.isTemporary || right.isSimple { return emit(left) }
        let place = allocate(layout(left))
        return emit(left, into: place)
    }

    // MARK: Comparison

    private func emitEqual(_ left: Expression, _ right: Expression, into result: Place) {
        let type = type(left)
        if case .nil = right.kind, type.isOptional {
            let place = emit(left)
            if isPlainOptional(type) {
                append(Instruction(.isNilRef, result.bits, place.refs))
            } else {
                append(Instruction(.notBool, result.bits, place.bits))
            }
            return
        }
        let opcode: Opcode
        var isReference = false
        switch lowered(type) {
        case .int, .bool, .integer, .stringIndex, .metatype: opcode = .eqInt
        case .double: opcode = .eqDouble
        case .float: opcode = .eqFloat
        case .string, .character: (opcode, isReference) = (.stringEq, true)
        case .nominal(let info)
        where info.kind == .enum && info.layout == Layout(1, 0)
            && builder.operatorFunction("==", [type, type]) == nil:
            opcode = .eqInt
        case .nominal, .host:
            if let (decl, known) = builder.operatorFunction("==", [type, self.type(right)]) {
                emitCall(
                    Expression.Call(decl: decl, substitution: known, arguments: [left, right]), .bool, into: result)
                return
            }
            emitGeneric("equal", left, right, into: result)
            return
        default:
            emitGeneric("equal", left, right, into: result)
            return
        }
        let first = operand(left, before: right)
        let second = emit(right)
        append(
            isReference
                ? Instruction(opcode, result.bits, first.refs, second.refs)
                : Instruction(opcode, result.bits, first.bits, second.bits))
    }

    /// `left < right`; when swapped, `right` stands first in the source and is evaluated first.
    private func emitLess(
        _ left: Expression, _ right: Expression, orEqual: Bool, into result: Place, swapped: Bool = false
    ) {
        let type = type(left)
        let opcode: Opcode
        var isText = false
        switch lowered(type) {
        case .string, .character: (opcode, isText) = (.stringLt, true)
        case .int, .stringIndex: opcode = orEqual ? .leInt : .ltInt
        case .integer(let kind):
            opcode = kind.isWideUnsigned ? (orEqual ? .leUnsigned : .ltUnsigned) : (orEqual ? .leInt : .ltInt)
        case .double: opcode = orEqual ? .leDouble : .ltDouble
        case .float: opcode = orEqual ? .leFloat : .ltFloat
        case .nominal, .host:
            if emitUserLess(left, right, orEqual: orEqual, into: result, swapped: swapped) { return }
            emitGenericLess(left, right, orEqual: orEqual, into: result)
            return
        default:
            emitGenericLess(left, right, orEqual: orEqual, into: result)
            return
        }
        let (first, second): (Place, Place)
        if swapped {
            let place = operand(right, before: left)
            (first, second) = (emit(left), place)
        } else {
            let place = operand(left, before: right)
            (first, second) = (place, emit(right))
        }
        if isText, orEqual {
            append(Instruction(.stringLt, result.bits, second.refs, first.refs))
            append(Instruction(.notBool, result.bits, result.bits))
        } else if isText {
            append(Instruction(.stringLt, result.bits, first.refs, second.refs))
        } else {
            append(Instruction(opcode, result.bits, first.bits, second.bits))
        }
    }

    /// `a <= b` is `!(b < a)` for totally ordered types.
    private func emitGenericLess(_ left: Expression, _ right: Expression, orEqual: Bool, into result: Place) {
        if orEqual {
            emitGeneric("less", right, left, into: result)
            append(Instruction(.notBool, result.bits, result.bits))
        } else {
            emitGeneric("less", left, right, into: result)
        }
    }

    private func emitUserLess(
        _ left: Expression, _ right: Expression, orEqual: Bool, into result: Place, swapped: Bool
    ) -> Bool {
        let type = type(left)
        // An operator of its own under the name that is written, else what follows from `<`.
        let name = swapped ? (orEqual ? ">=" : ">") : (orEqual ? "<=" : "<")
        if name != "<", let (decl, known) = builder.operatorFunction(name, [type, type]) {
            let arguments = swapped ? [right, left] : [left, right]
            emitCall(Expression.Call(decl: decl, substitution: known, arguments: arguments), .bool, into: result)
            return true
        }
        guard let (decl, known) = builder.operatorFunction("<", [type, type]) else { return false }
        let arguments = orEqual ? [right, left] : [left, right]
        emitCall(Expression.Call(decl: decl, substitution: known, arguments: arguments), .bool, into: result)
        if orEqual { append(Instruction(.notBool, result.bits, result.bits)) }
        return true
    }

    private func emitGeneric(_ name: String, _ left: Expression, _ right: Expression, into result: Place) {
        let layout = layout(left)
        let window = allocate(Layout(max(1, 2 * layout.bits), 2 * layout.refs))
        _ = emit(left, into: window)
        _ = emit(right, into: window.moved(by: layout))
        intrinsic(name, window, builder.typeList([lowered(type(left))]), extent: layout + layout)
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
        case .binary(let name, let left, let right) where Self.negated[name] != nil && isWord(type(left), name):
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

    /// Whether comparing two values of a type is comparing their words.
    private func isWord(_ type: Type, _ name: String) -> Bool {
        switch lowered(type) {
        case .int: true
        case .bool: name == "==" || name == "!="
        case .integer(let kind): !kind.isWideUnsigned || name == "==" || name == "!="
        default: false
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
        case .unary(_, let operand): operand.isSimple && operand.hasMachineType
        case .binary(_, let left, let right): left.isSimple && right.isSimple && left.hasMachineType
        case .element(let base, _), .convert(let base): base.isSimple
        case .call(let call):
            if case .stored = call.decl.implementation { call.arguments[0].isSimple } else { false }
        case .subscriptArray(let base, let index): base.isSimple && index.isSimple
        default: false
        }
    }

    /// Whether its operators are the machine's, which change nothing.
    var hasMachineType: Bool {
        if case .nominal(let name, _) = type { Checker.machineTypes.contains(name) } else { false }
    }
}

extension ProgramBuilder {
    /// The operator function that a type of the notebook or the library declares for operands of these types.
    func operatorFunction(_ name: String, _ types: [Type]) -> (decl: Decl, substitution: [String: Type])? {
        let key = OperatorKey(name: name, types: types)
        if let known = operatorFunctions[key] { return known }
        var found: (decl: Decl, substitution: [String: Type])?
        for candidate in checker.operators(named: name, of: types[0])
        where candidate.decl.parameters.count == types.count && !candidate.decl.isRequirement
            && candidate.decl.fixity != .postfix
        {
            var known: [String: Type] = [:]
            if let owner = candidate.decl.owner {
                if owner.kind == .protocol {
                    known["Self"] = types[0]
                } else {
                    for generic in owner.generics { known[generic] = checker.inference.fresh() }
                    known["Self"] = .nominal(owner.key, owner.generics.map { known[$0] ?? .error })
                }
            }
            for generic in candidate.decl.generics { known[generic] = checker.inference.fresh() }
            let fits = zip(candidate.decl.parameters, types).allSatisfy { parameter, type in
                let wanted = parameter.type.substituting(known)
                return checker.inference.unify(wanted, type) || checker.isSubclass(type, of: wanted)
            }
            if fits, checker.satisfies(candidate.decl.requirements, known) {
                found = (candidate.decl, known.mapValues(checker.inference.zonk))
                break
            }
        }
        operatorFunctions[key] = .some(found)
        return found
    }

    struct OperatorKey: Hashable {
        var name: String
        var types: [Type]
    }
}
