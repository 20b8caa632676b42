extension FunctionOptimizer {
    /// Windows of calls are read as far as their arguments reach and, where the callee's frame overlies them, lost.
    func effects(_ i: Instruction) -> Effects {
        var effects = Effects()
        let operands = i.opcode.operands
        for (operand, value) in [(operands.0, Int(i.a)), (operands.1, Int(i.b)), (operands.2, Int(i.c))] {
            switch operand {
            case .readBits where value >= 0: effects.reads.append(value..<value + 1)
            case .pairBits: effects.reads.append(value..<value + 2)
            case .writeBits where value >= 0: effects.writes.append(value..<value + 1)
            case .changeBits:
                effects.reads.append(value..<value + 1)
                effects.writes.append(value..<value + 1)
            case .readRef where value >= 0: effects.reads.append(words + value..<words + value + 1)
            case .writeRef where value >= 0: effects.writes.append(words + value..<words + value + 1)
            default: break
            }
        }
        if i.opcode.smallOperand == .readBits { effects.reads.append(Int(i.n)..<Int(i.n) + 1) }
        switch i.opcode {
        // References that are taken out of their registers, or changed where they are.
        case .takeRef, .setGlobalRef:
            if i.b >= 0 { effects.writes.append(words + Int(i.b)..<words + Int(i.b) + 1) }
        case .boxSetRef: if i.a >= 0 { effects.writes.append(words + Int(i.a)..<words + Int(i.a) + 1) }
        case .arraySetRef, .arrayAppendRef:
            if i.a >= 0 { effects.writes.append(words + Int(i.a)..<words + Int(i.a) + 1) }
            if i.b >= 0 { effects.writes.append(words + Int(i.b)..<words + Int(i.b) + 1) }
        case .arraySetBits, .arraySetWord, .arrayTakeRef, .arrayAppendBits, .arraySetInner:
            if i.b >= 0 { effects.writes.append(words + Int(i.b)..<words + Int(i.b) + 1) }
        case .arrayReserve: if i.a >= 0 { effects.writes.append(words + Int(i.a)..<words + Int(i.a) + 1) }
        case .return:
            effects.reads += [0..<function.results.bits, words..<words + function.results.refs]
        case .call:
            let callee = program.functions[Int(i.a)]
            effects.read(window(i, callee.parameters + callee.captures))
            effects.writes += rest(i)
        case .callClosure, .callMethod, .callWitness:
            effects.read(i.extent.map { window(i, $0) } ?? rest(i))
            effects.writes += rest(i)
        case .callHost, .callIntrinsic:
            effects.read(i.extent.map { window(i, $0) } ?? rest(i))
            effects.clobbers += rest(i)
        case .makeClosure: effects.read(window(i, program.functions[Int(i.n)].captures))
        case .erase: effects.read(window(i, program.runtimeTypes[Int(i.n)].layout))
        case .arrayGet, .unbox, .arrayTake:
            if let extent = i.extent {
                effects.writes += elementWindow(i, extent)
            } else {
                effects.clobbers += elementRest(i)
            }
        case .arraySet, .arrayAppend:
            // References are taken out of their registers.
            let window = i.extent.map { elementWindow(i, $0) } ?? elementRest(i)
            effects.read(window)
            if i.extent == nil { effects.clobbers.append(window[1]) } else { effects.writes.append(window[1]) }
            if i.b >= 0 { effects.writes.append(words + Int(i.b)..<words + Int(i.b) + 1) }
        default: break
        }
        if i.opcode == .arrayTake, i.b >= 0 { effects.writes.append(words + Int(i.b)..<words + Int(i.b) + 1) }
        effects.clobbers += effects.writes
        return effects
    }

    /// The registers that stand in windows of an instruction, read or written.
    func windows(_ i: Instruction) -> [Range<Int>] {
        switch i.opcode {
        case .call, .callClosure, .callMethod, .callWitness, .callHost, .callIntrinsic: rest(i)
        case .makeClosure: window(i, program.functions[Int(i.n)].captures)
        case .erase: window(i, program.runtimeTypes[Int(i.n)].layout)
        case .arrayGet, .arrayTake, .arraySet, .arrayAppend, .unbox:
            i.extent.map { elementWindow(i, $0) } ?? elementRest(i)
        default: []
        }
    }

    private func window(_ i: Instruction, _ layout: Layout) -> [Range<Int>] {
        let (b, c) = (Int(i.b), words + Int(i.c))
        return [b..<min(words, b + layout.bits), c..<min(registers, c + layout.refs)]
    }
    private func rest(_ i: Instruction) -> [Range<Int>] {
        [Int(i.b)..<max(Int(i.b), words), words + Int(i.c)..<max(words + Int(i.c), registers)]
    }
    private func elementWindow(_ i: Instruction, _ layout: Layout) -> [Range<Int>] {
        let (a, n) = (Int(i.a), words + Int(i.n))
        return [a..<min(words, a + layout.bits), n..<min(registers, n + layout.refs)]
    }
    private func elementRest(_ i: Instruction) -> [Range<Int>] {
        [Int(i.a)..<words, words + Int(i.n)..<max(words + Int(i.n), registers)]
    }

    /// The instructions that jumps lead to.
    func targets() -> [Bool] {
        var result = Array(repeating: false, count: code.count + 1)
        for index in code.indices where !isGone[index] && code[index].opcode.operands.0 == .target {
            result[Int(code[index].a)] = true
        }
        for handler in function.handlers { result[handler.target] = true }
        return result
    }

    /// For each instruction, which registers are read after it before they are written.
    func liveness() -> [RegisterSet] { flow().after }

    /// For each instruction, the registers that it or anything after it reads.
    func needs() -> [RegisterSet] {
        let (before, after) = flow()
        return zip(before, after).map { before, after in
            var both = before
            both.formUnion(after)
            return both
        }
    }

    private func flow() -> (before: [RegisterSet], after: [RegisterSet]) {
        let none = RegisterSet(count: registers)
        var after = Array(repeating: none, count: code.count)
        var before = Array(repeating: none, count: code.count + 1)
        let all = code.map(effects)
        var changes = true
        while changes {
            changes = false
            for index in code.indices.reversed() {
                var live = none
                if isGone[index] {
                    live = before[index + 1]
                    after[index] = live
                } else {
                    let opcode = code[index].opcode
                    if opcode.operands.0 == .target { live.formUnion(before[Int(code[index].a)]) }
                    if !opcode.endsFlow { live.formUnion(before[index + 1]) }
                    after[index] = live
                    for range in all[index].writes { for register in range { live.remove(register) } }
                    for range in all[index].reads { for register in range { live.insert(register) } }
                    if opcode.mayThrow {
                        for handler in function.handlers where handler.lower <= index && index < handler.upper {
                            var caught = before[handler.target]
                            caught.remove(words + handler.error)
                            live.formUnion(caught)
                        }
                    }
                }
                if live != before[index] {
                    before[index] = live
                    changes = true
                }
            }
        }
        return (before, after)
    }
}

extension Effects {
    mutating func read(_ ranges: [Range<Int>]) { reads += ranges }
}

extension Opcode {
    /// Whether the next instruction is never reached from this one.
    var endsFlow: Bool {
        switch self {
        case .jump, .loop, .trap, .return, .throwError, .trapError: true
        default: false
        }
    }

    /// Calls: they may read and change globals.
    var isCall: Bool {
        switch self {
        case .call, .callClosure, .callMethod, .callWitness, .callHost, .callIntrinsic: true
        default: false
        }
    }

    /// Whether it may end in a handler.
    var mayThrow: Bool { isCall || self == .throwError }

    /// Whether `b` is an array that is changed where it is.
    var changesArray: Bool {
        switch self {
        case .arraySetBits, .arraySetWord, .arraySetRef, .arraySet, .arraySetInner, .arrayTakeRef,
            .arrayTake, .arrayAppendBits,
            .arrayAppendRef, .arrayAppend:
            true
        default: false
        }
    }

    /// Whether the instruction only writes its first operand: without a reader it may go.
    var isPure: Bool {
        switch self {
        case .moveBits, .moveRef, .loadInt, .loadBits, .loadString, .getGlobalBits, .getGlobalRef, .andInt,
            .orInt, .xorInt, .notInt, .shiftLeftInt, .shiftRightInt, .eqInt, .ltInt, .leInt, .addDouble, .subDouble,
            .mulDouble, .divDouble, .negDouble, .eqDouble, .ltDouble, .leDouble, .addDoubleConstant,
            .subDoubleConstant, .mulDoubleConstant, .divDoubleConstant, .mulAddDouble, .mulSubDouble, .sqrtDouble,
            .intToDouble, .addWrap, .subWrap, .mulWrap, .shiftRightUnsigned, .truncate, .ltUnsigned, .leUnsigned,
            .addFloat, .subFloat, .mulFloat, .divFloat, .negFloat, .eqFloat, .ltFloat, .leFloat, .notBool, .isNilRef,
            .sameRef, .boxGetBits, .arrayCount:
            true
        default: false
        }
    }
}
