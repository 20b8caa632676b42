/// Copies and constants: values are read where they stand instead of being moved first.
extension FunctionOptimizer {
    private enum Value: Equatable {
        case register(Int)
        case int(Int)
        /// Of the constants' table.
        case constant(Int)
    }

    /// Reads go to where a value was moved from, and constants into instructions, as long as nothing came in between.
    mutating func propagate() {
        let targets = targets()
        var values: [Int: Value] = [:]
        var objects: [Int: Int] = [:]
        for index in code.indices {
            if targets[index] {
                values = [:]
                objects = [:]
            }
            if isGone[index] { continue }
            code[index] = rewritten(code[index], values, objects)
            let i = code[index]
            if i.opcode == .jumpIf || i.opcode == .jumpIfNot, case .int(let value)? = values[Int(i.b)] {
                if (value != 0) == (i.opcode == .jumpIf) {
                    code[index] = Instruction(.jump, Int(i.a))
                } else {
                    remove(index)
                    continue
                }
            }
            let effects = effects(i)
            for range in effects.clobbers where !range.isEmpty {
                // Most instructions write one register.
                values = values.filter { entry in
                    if range.contains(entry.key) { return false }
                    if case .register(let source) = entry.value { return !range.contains(source) }
                    return true
                }
                objects = objects.filter { entry in
                    !range.contains(words + entry.key) && !range.contains(words + entry.value)
                        || (entry.key < 0 && entry.value < 0)
                }
            }
            if i.opcode.isCall {
                values = values.filter { entry in
                    if case .register(let source) = entry.value, source < 0 { return false }
                    return entry.key >= 0
                }
                objects = objects.filter { $0.key >= 0 && $0.value >= 0 }
            }
            // Globals stand outside the numbering of effects.
            if i.a < 0, writesWord(i) {
                values = values.filter { $0.key != Int(i.a) && $0.value != .register(Int(i.a)) }
            }
            for global in writtenGlobals(i) { objects = objects.filter { $0.key != global && $0.value != global } }
            switch i.opcode {
            case .moveBits where i.a != i.b: values[Int(i.a)] = values[Int(i.b)] ?? .register(Int(i.b))
            case .loadInt: values[Int(i.a)] = .int(Int(i.b))
            case .loadBits: values[Int(i.a)] = .constant(Int(i.b))
            case .moveRef where i.a != i.b: objects[Int(i.a)] = objects[Int(i.b)] ?? Int(i.b)
            default: break
            }
        }
    }

    private func writesWord(_ i: Instruction) -> Bool { i.opcode.operands.0 == .writeBits }

    /// The global references that an instruction of an entry changes.
    private func writtenGlobals(_ i: Instruction) -> [Int] {
        var result: [Int] = []
        if i.a < 0, i.opcode.operands.0 == .writeRef { result.append(Int(i.a)) }
        switch i.opcode {
        case .takeRef: if i.b < 0 { result.append(Int(i.b)) }
        case .boxSetRef, .arrayReserve: if i.a < 0 { result.append(Int(i.a)) }
        case .arraySetRef, .arrayAppendRef, .arraySetBits, .arraySetWord, .arrayTakeRef, .arrayAppendBits, .arraySet,
            .arrayAppend, .arraySetInner:
            if i.a < 0 { result.append(Int(i.a)) }
            if i.b < 0 { result.append(Int(i.b)) }
        default: break
        }
        return result
    }

    private func rewritten(_ i: Instruction, _ values: [Int: Value], _ objects: [Int: Int]) -> Instruction {
        var i = i
        func word(_ register: Int32) -> Int32 {
            if case .register(let source)? = values[Int(register)] { return Int32(source) }
            return register
        }
        func object(_ register: Int32) -> Int32 { objects[Int(register)].map(Int32.init) ?? register }
        let (a, b, c) = i.opcode.operands
        if a == .readBits { i.a = word(i.a) }
        if b == .readBits { i.b = word(i.b) }
        if c == .readBits { i.c = word(i.c) }
        if i.opcode.smallOperand == .readBits, case .register(let source)? = values[Int(i.n)], source >= 0,
            source <= UInt16.max
        {
            i.n = UInt16(source)
        }
        // Only where the object is looked at, not where it is taken or changed.
        switch i.opcode {
        case .moveRef, .isNilRef, .jumpNilRef, .trapIfNilRef, .arrayCount, .arrayGetBits, .arrayGetRef, .arrayGet,
            .arrayGetWord, .arrayGetInner, .boxGetBits, .boxSetBits, .boxGetRef, .boxTakeRef, .boxSetRef:
            i.b = object(i.b)
        case .sameRef, .stringEq, .stringLt:
            i.b = object(i.b)
            i.c = object(i.c)
        case .stringConcat:
            if i.a != i.b { i.b = object(i.b) }
            i.c = object(i.c)
        // Not from the window, where the frame of the closure itself will stand.
        case .callClosure: if object(i.a) < i.c { i.a = object(i.a) }
        default: break
        }
        return withImmediate(i, values)
    }

    /// Instructions with a known operand.
    private func withImmediate(_ i: Instruction, _ values: [Int: Value]) -> Instruction {
        func int(_ register: Int32) -> Int? {
            if case .int(let value)? = values[Int(register)] { return value }
            return nil
        }
        func constant(_ register: Int32) -> Int? {
            switch values[Int(register)] {
            case .constant(let index)?: index
            case .int(let value)?: constants.firstIndex(of: value)
            default: nil
            }
        }
        let (a, b, c) = (Int(i.a), Int(i.b), Int(i.c))
        func fits(_ value: Int) -> Bool { Int(Int32(truncatingIfNeeded: value)) == value }
        switch i.opcode {
        case .moveBits:
            if let value = int(i.b) { return Instruction(.loadInt, a, value) }
            if case .constant(let index)? = values[b] { return Instruction(.loadBits, a, index) }
        case .addInt:
            if let value = int(i.c) { return Instruction(.addIntImmediate, a, b, value) }
            if let value = int(i.b) { return Instruction(.addIntImmediate, a, c, value) }
        case .subInt: if let value = int(i.c), fits(-value) { return Instruction(.addIntImmediate, a, b, -value) }
        case .mulInt:
            if let value = int(i.c) { return Instruction(.mulIntImmediate, a, b, value) }
            if let value = int(i.b) { return Instruction(.mulIntImmediate, a, c, value) }
        case .divInt:
            if let value = int(i.c), value != 0, value != -1 { return Instruction(.divIntImmediate, a, b, value) }
        case .remInt:
            if let value = int(i.c), value != 0, value != -1 { return Instruction(.remIntImmediate, a, b, value) }
        case .jumpLtInt:
            if let value = int(i.c) { return Instruction(.jumpLtIntImmediate, a, b, value) }
            if let value = int(i.b), fits(value + 1) { return Instruction(.jumpNotLtIntImmediate, a, c, value + 1) }
        case .jumpNotLtInt:
            if let value = int(i.c) { return Instruction(.jumpNotLtIntImmediate, a, b, value) }
            if let value = int(i.b), fits(value + 1) { return Instruction(.jumpLtIntImmediate, a, c, value + 1) }
        case .jumpLeInt:
            if let value = int(i.c), fits(value + 1) { return Instruction(.jumpLtIntImmediate, a, b, value + 1) }
            if let value = int(i.b) { return Instruction(.jumpNotLtIntImmediate, a, c, value) }
        case .jumpNotLeInt:
            if let value = int(i.c), fits(value + 1) { return Instruction(.jumpNotLtIntImmediate, a, b, value + 1) }
            if let value = int(i.b) { return Instruction(.jumpLtIntImmediate, a, c, value) }
        case .jumpEqInt, .jumpNotEqInt:
            let opcode: Opcode = i.opcode == .jumpEqInt ? .jumpEqIntImmediate : .jumpNotEqIntImmediate
            if let value = int(i.c) { return Instruction(opcode, a, b, value) }
            if let value = int(i.b) { return Instruction(opcode, a, c, value) }
        case .addDouble:
            if let index = constant(i.c) { return Instruction(.addDoubleConstant, a, b, index) }
            if let index = constant(i.b) { return Instruction(.addDoubleConstant, a, c, index) }
        case .subDouble: if let index = constant(i.c) { return Instruction(.subDoubleConstant, a, b, index) }
        case .mulDouble:
            if let index = constant(i.c) { return Instruction(.mulDoubleConstant, a, b, index) }
            if let index = constant(i.b) { return Instruction(.mulDoubleConstant, a, c, index) }
        case .divDouble: if let index = constant(i.c) { return Instruction(.divDoubleConstant, a, b, index) }
        default: break
        }
        return i
    }
}
