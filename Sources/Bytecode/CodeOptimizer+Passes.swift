extension FunctionOptimizer {
    mutating func optimize() {
        useIntrinsicInstructions()
        if isEntry {
            useGlobalRegisters()
            changeGlobalsInPlace()
        }
        simplify()
        narrowElements()
        simplify()
        fuse()
        removeDead()
        compact()
        turnLoops()
        compact()
    }

    private mutating func simplify() {
        for _ in 0..<4 {
            let (before, goneBefore) = (code, isGone)
            propagate()
            fuseBranches()
            coalesce()
            removeDead()
            if isGone == goneBefore && code.elementsEqual(before, by: { $0.isSame(as: $1) }) { break }
        }
    }

    mutating func remove(_ index: Int) { isGone[index] = true }

    /// The next instruction that is still there.
    func next(after index: Int) -> Int? {
        var next = index + 1
        while next < code.count {
            if !isGone[next] { return next }
            next += 1
        }
        return nil
    }

    /// Intrinsics that are an instruction of their own.
    private mutating func useIntrinsicInstructions() {
        let (range, root) = (Intrinsic.index(of: "checkRange"), Intrinsic.index(of: "maths.sqrt"))
        for index in code.indices where code[index].opcode == .callIntrinsic {
            let i = code[index]
            if Int(i.a) == range { code[index] = Instruction(.trapUnlessOrdered, 0, Int(i.b)) }
            if Int(i.a) == root { code[index] = Instruction(.sqrtDouble, Int(i.b), Int(i.b)) }
        }
    }

    /// In cells' own code globals are registers below the first.
    private mutating func useGlobalRegisters() {
        func word(_ index: Int32) -> Int { Int(index) - globals.bits }
        func reference(_ index: Int32) -> Int { Int(index) - globals.refs }
        for index in code.indices {
            let i = code[index]
            switch i.opcode {
            case .getGlobalBits: code[index] = Instruction(.moveBits, Int(i.a), word(i.b))
            case .setGlobalBits: code[index] = Instruction(.moveBits, word(i.a), Int(i.b))
            case .getGlobalRef: code[index] = Instruction(.moveRef, Int(i.a), reference(i.b))
            case .takeGlobalRef: code[index] = Instruction(.takeRef, Int(i.a), reference(i.b))
            case .setGlobalRef: code[index] = Instruction(.takeRef, reference(i.a), Int(i.b))
            default: break
            }
        }
    }

    /// A global that is taken out, changed and put back, with nothing in between that could look at it, is changed
    /// where it stands.
    private mutating func changeGlobalsInPlace() {
        let targets = targets()
        for index in code.indices where !isGone[index] && code[index].opcode == .takeRef {
            let (register, global) = (Int(code[index].a), Int(code[index].b))
            guard global < 0, register >= 0, let end = returnOfGlobal(register, global, after: index, targets) else {
                continue
            }
            for between in index + 1..<end { rename(&code[between], register, to: global, isWord: false) }
            remove(index)
            remove(end)
        }
    }

    private func returnOfGlobal(_ register: Int, _ global: Int, after index: Int, _ targets: [Bool]) -> Int? {
        var place = index + 1
        while place < code.count, !targets[place] {
            let i = code[place]
            if !isGone[place] {
                if i.opcode == .takeRef, Int(i.a) == global, Int(i.b) == register { return place }
                if i.opcode.isCall || i.opcode.endsFlow || i.opcode.operands.0 == .target { return nil }
                if !isPlain(i, words + register) || mentionsGlobal(i, global) { return nil }
                // Taken or overwritten on the way: no longer the global's value.
                let writes = effects(i).writes.contains { $0.contains(words + register) }
                if writes && !(i.opcode.changesArray && Int(i.b) == register && Int(i.a) != register) { return nil }
            }
            place += 1
        }
        return nil
    }

    private func mentionsGlobal(_ i: Instruction, _ global: Int) -> Bool {
        let (a, b, c) = i.opcode.operands
        func isIt(_ operand: Operand, _ value: Int32) -> Bool {
            (operand == .readRef || operand == .writeRef) && Int(value) == global
        }
        return isIt(a, i.a) || isIt(b, i.b) || isIt(c, i.c)
    }

    // MARK: Results where they belong

    /// A result that is only moved on is computed where it goes.
    private mutating func coalesce() {
        let live = liveness()
        let targets = targets()
        var all = code.map(effects)
        for index in code.indices where !isGone[index] && !targets[index] {
            let i = code[index]
            guard i.opcode == .moveBits || i.opcode == .takeRef || i.opcode == .moveRef, i.a != i.b, i.b >= 0 else {
                continue
            }
            let isWord = i.opcode == .moveBits
            if !isWord && i.a < 0 { continue }
            let base = isWord ? 0 : words
            let (from, to) = (base + Int(i.b), base + Int(i.a))
            if live[index].contains(from) { continue }
            guard let place = definition(of: from, before: index, goingTo: i.a < 0 ? nil : to, targets, all) else {
                continue
            }
            code[place].a = i.a
            all[place] = effects(code[place])
            for between in place + 1..<index where !isGone[between] {
                rename(&code[between], Int(i.b), to: Int(i.a), isWord: isWord)
                all[between] = effects(code[between])
            }
            remove(index)
        }
    }

    /// The instruction in the same stretch of code that computes `register`, if nothing from it on to `index` has to do
    /// with `destination`, and `register` is only an operand of its own there. A global has no `destination`: nothing
    /// may come in between that can stop or look at it.
    private func definition(
        of register: Int, before index: Int, goingTo destination: Int?, _ targets: [Bool], _ all: [Effects]
    ) -> Int? {
        var place = index - 1
        while place >= 0 {
            if !isGone[place] {
                let i = code[place]
                let isDefinition =
                    (i.opcode.operands.0 == .writeBits && Int(i.a) == register)
                    || (i.opcode.operands.0 == .writeRef && words + Int(i.a) == register)
                if isDefinition, !all[place].reads.contains(where: { $0.contains(register) }) {
                    // An instruction that also takes or changes the same register is no plain definition.
                    let isOnly = all[place].writes.filter { $0.contains(register) }.count == 1
                    return isOnly && isPlain(i, register) ? place : nil
                }
                // A handler may read what stood at the destination before.
                if i.opcode.mayThrow, function.handlers.contains(where: { $0.lower <= place && place < $0.upper }) {
                    return nil
                }
                guard let destination, !i.opcode.endsFlow, i.opcode.operands.0 != .target,
                    !all[place].mentions(destination), isPlain(i, register)
                else { return nil }
            }
            if targets[place] { return nil }
            place -= 1
        }
        return nil
    }

    /// Whether an instruction has to do with a register only as an operand of its own, not as part of a window.
    private func isPlain(_ i: Instruction, _ register: Int) -> Bool {
        switch i.opcode {
        case .return, .trapUnlessOrdered, .countLtInt, .countLeInt: !effects(i).mentions(register)
        default: !windows(i).contains { $0.contains(register) }
        }
    }

    private func rename(_ i: inout Instruction, _ from: Int, to: Int, isWord: Bool) {
        let (a, b, c) = i.opcode.operands
        let (read, write): (Operand, Operand) = isWord ? (.readBits, .writeBits) : (.readRef, .writeRef)
        if a == read || a == write, Int(i.a) == from { i.a = Int32(to) }
        if b == read, Int(i.b) == from { i.b = Int32(to) }
        if c == read, Int(i.c) == from { i.c = Int32(to) }
        if isWord, i.opcode.smallOperand == .readBits, Int(i.n) == from { i.n = UInt16(to) }
    }

    // MARK: What nobody reads

    private mutating func removeDead() {
        let live = liveness()
        for index in code.indices where !isGone[index] {
            let i = code[index]
            if i.opcode.isPure, i.a >= 0 {
                let register = i.opcode.operands.0 == .writeRef ? words + Int(i.a) : Int(i.a)
                if !live[index].contains(register) { remove(index) }
            }
            if (i.opcode == .moveBits || i.opcode == .moveRef || i.opcode == .takeRef) && i.a == i.b { remove(index) }
            if i.opcode == .jump, let next = next(after: index), next >= Int(i.a), Int(i.a) > index { remove(index) }
        }
        removeUnreachable()
    }

    private mutating func removeUnreachable() {
        var isReached = Array(repeating: false, count: code.count + 1)
        var work = [0]
        while let index = work.popLast() {
            if index >= code.count || isReached[index] { continue }
            isReached[index] = true
            if isGone[index] {
                work.append(index + 1)
                continue
            }
            if code[index].opcode.operands.0 == .target { work.append(Int(code[index].a)) }
            if code[index].opcode.mayThrow {
                for handler in function.handlers where handler.lower <= index && index < handler.upper {
                    work.append(handler.target)
                }
            }
            if !code[index].opcode.endsFlow { work.append(index + 1) }
        }
        for index in code.indices where !isReached[index] { remove(index) }
    }

    // MARK: One instruction for two

    /// Comparisons whose result is only branched on.
    private mutating func fuseBranches() {
        let live = liveness()
        let targets = targets()
        for index in code.indices where !isGone[index] {
            let i = code[index]
            guard i.opcode.operands.0 == .writeBits, let second = next(after: index), !targets[second] else { continue }
            if (index + 1..<second).contains(where: { targets[$0] }) { continue }
            let branch = code[second]
            guard branch.opcode == .jumpIf || branch.opcode == .jumpIfNot, branch.b == i.a, i.a >= 0,
                !live[second].contains(Int(i.a)),
                let (yes, no) = Self.branches[i.opcode]
            else { continue }
            code[second] = Instruction(
                branch.opcode == .jumpIf ? yes : no, Int(branch.a), Int(i.b), Int(i.c))
            remove(index)
        }
    }

    private static let branches: [Opcode: (Opcode, Opcode)] = [
        .eqInt: (.jumpEqInt, .jumpNotEqInt), .ltInt: (.jumpLtInt, .jumpNotLtInt), .leInt: (.jumpLeInt, .jumpNotLeInt),
        .eqDouble: (.jumpEqDouble, .jumpNotEqDouble), .ltDouble: (.jumpLtDouble, .jumpNotLtDouble),
        .leDouble: (.jumpLeDouble, .jumpNotLeDouble), .notBool: (.jumpIfNot, .jumpIf),
    ]

    private mutating func fuse() {
        let live = liveness()
        let targets = targets()
        for index in code.indices where !isGone[index] {
            let i = code[index]
            guard let second = next(after: index), !(index + 1...second).contains(where: { targets[$0] }) else {
                continue
            }
            let j = code[second]
            switch (i.opcode, j.opcode) {
            case (.mulDouble, .addDouble), (.mulDouble, .subDouble):
                let other = j.c == i.a ? j.b : j.c
                guard j.b == i.a || j.c == i.a, other != i.a, other >= 0, other <= UInt16.max, i.a >= 0,
                    j.opcode == .addDouble || j.c == i.a, j.a == i.a || !live[second].contains(Int(i.a))
                else { continue }
                code[second] = Instruction(
                    j.opcode == .addDouble ? .mulAddDouble : .mulSubDouble, Int(j.a), Int(i.b), Int(i.c), n: Int(other))
                remove(index)
            case (.arrayGetRef, .arrayGetBits):
                guard j.b == i.a, i.a >= 0, j.c >= 0, j.c <= UInt16.max, !live[second].contains(words + Int(i.a)) else {
                    continue
                }
                code[second] = Instruction(.arrayGetInner, Int(j.a), Int(i.b), Int(i.c), n: Int(j.c))
                remove(index)
            case (.arrayTakeRef, .arraySetBits):
                guard let third = next(after: second), !(second + 1...third).contains(where: { targets[$0] }),
                    j.b == i.a, i.a >= 0, j.c >= 0, j.c <= UInt16.max,
                    code[third].isSame(as: Instruction(.arraySetRef, Int(i.a), Int(i.b), Int(i.c)))
                else { continue }
                code[third] = Instruction(.arraySetInner, Int(j.a), Int(i.b), Int(i.c), n: Int(j.c))
                remove(index)
                remove(second)
            default: break
            }
        }
    }

    // MARK: Loops

    /// A loop asks its condition at its end, and a counter that only the loop knows is counted there too.
    private mutating func turnLoops() {
        // Stays right for what is asked: a loop's changes touch only registers that nothing outside of it reads.
        let live = liveness()
        for index in code.indices where code[index].opcode == .loop {
            let head = Int(code[index].a)
            if countClosed(head, index, live) { continue }
            let test = code[head]
            guard Int(test.a) == index + 1, test.opcode == .jumpNotLtInt || test.opcode == .jumpNotLeInt else {
                continue
            }
            code[index] = Instruction(
                test.opcode == .jumpNotLtInt ? .loopLtInt : .loopLeInt, head + 1, Int(test.b), Int(test.c))
            if test.opcode == .jumpNotLtInt { countAtEnd(head, index, live) }
        }
    }

    /// `head` tests a counter that is stepped right after it is read; the instruction at `end` leads back.
    private mutating func countAtEnd(_ head: Int, _ end: Int, _ live: [RegisterSet]) {
        let counter = code[head].b
        guard counter >= 0, counter != code[head].c else { return }
        var step = head + 1
        while step < end, step < head + 6 {
            let i = code[step]
            if i.isSame(as: Instruction(.addIntImmediate, Int(counter), Int(counter), 1)) { break }
            if i.opcode.operands.0 == .target || i.opcode.endsFlow || i.opcode.isCall { return }
            step += 1
        }
        guard step < end, code[step].opcode == .addIntImmediate, code[step].a == counter else { return }
        // Nobody else looks at the counter, jumps into the loop, or goes round another way.
        for index in code.indices {
            let i = code[index]
            if i.opcode.operands.0 == .target, (head...end).contains(Int(i.a)) {
                if !(head...end).contains(index) || (head...step).contains(Int(i.a)) && index != end { return }
            }
            if (step + 1..<end).contains(index), effects(i).mentions(Int(counter)) { return }
        }
        if function.handlers.contains(where: { (head...step).contains($0.target) }) { return }
        for index in head + 1..<step where effects(code[index]).clobbers.contains(where: { $0.contains(Int(counter)) })
        {
            return
        }
        if isLiveOutside(head...end, live, Int(counter)) { return }
        remove(step)
        code[end].opcode = .countLtInt
        guard code[head + 1].b == counter else { return }
        renameElement(head + 1, end, live, limit: code[head].c)
    }

    /// A loop over a closed range, whose flag says that the last element was the last: the counter is compared before it is
    /// stepped, so that it may be the largest integer.
    private mutating func countClosed(_ head: Int, _ end: Int, _ live: [RegisterSet]) -> Bool {
        guard head + 5 < end, head > 0 else { return false }
        let (flag, counter, limit) = (code[head].b, code[head + 1].b, code[head + 1].c)
        let element = code[head + 2].a
        let expected = [
            Instruction(.jumpIf, end + 1, Int(flag)), Instruction(.jumpNotLeInt, end + 1, Int(counter), Int(limit)),
            Instruction(.moveBits, Int(element), Int(counter)),
            Instruction(.eqInt, Int(flag), Int(counter), Int(limit)),
            Instruction(.jumpIf, head + 6, Int(flag)), Instruction(.addIntImmediate, Int(counter), Int(counter), 1),
        ]
        guard code[head..<head + 6].elementsEqual(expected, by: { $0.isSame(as: $1) }), flag >= 0, counter >= 0,
            code[head - 1].isSame(as: Instruction(.loadInt, Int(flag), 0)),
            Set([flag, counter, limit, element]).count == 4
        else { return false }
        for register in [flag, counter] {
            if isLiveOutside(head...end, live, Int(register)) { return false }
            for index in head + 6..<end where effects(code[index]).mentions(Int(register)) { return false }
        }
        for index in code.indices where code[index].opcode.operands.0 == .target {
            let target = Int(code[index].a)
            if (head...end).contains(target), !(head...end).contains(index) { return false }
            if target < head + 6, target >= head, index != end { return false }
        }
        if function.handlers.contains(where: { (head..<head + 6).contains($0.target) }) { return false }
        // The flag is 0 before the loop.
        for index in [head, head + 3, head + 4, head + 5] { remove(index) }
        code[end] = Instruction(.countLeInt, head + 2, Int(counter), Int(limit))
        renameElement(head + 2, end, live, limit: limit)
        return true
    }

    /// A variable that is the counter under another name becomes the counter.
    private mutating func renameElement(_ move: Int, _ end: Int, _ live: [RegisterSet], limit: Int32) {
        guard code[move].opcode == .moveBits else { return }
        let (variable, counter) = (code[move].a, code[move].b)
        guard variable >= 0, variable != limit, !isLiveOutside(move - 1...end, live, Int(variable)) else { return }
        for index in move + 1..<end where !isGone[index] {
            if effects(code[index]).clobbers.contains(where: { $0.contains(Int(variable)) }) { return }
            if !isPlain(code[index], Int(variable)) { return }
        }
        for index in move + 1..<end where !isGone[index] {
            rename(&code[index], Int(variable), to: Int(counter), isWord: true)
        }
        remove(move)
    }

    /// Whether a register is read after the loop, on any way out of it.
    private func isLiveOutside(_ loop: ClosedRange<Int>, _ live: [RegisterSet], _ register: Int) -> Bool {
        var exits = [loop.upperBound + 1]
        for index in loop where code[index].opcode.operands.0 == .target {
            if !loop.contains(Int(code[index].a)) { exits.append(Int(code[index].a)) }
        }
        for handler in function.handlers where handler.lower <= loop.upperBound && loop.lowerBound < handler.upper {
            if !loop.contains(handler.target) { exits.append(handler.target) }
        }
        return exits.contains { liveAtTarget($0, live, register) }
    }

    private func liveAtTarget(_ target: Int, _ live: [RegisterSet], _ register: Int) -> Bool {
        guard target < code.count else { return false }
        let effects = effects(code[target])
        if effects.reads.contains(where: { $0.contains(register) }) { return true }
        if effects.writes.contains(where: { $0.contains(register) }) { return false }
        return live[target].contains(register)
    }

    // MARK: Closing the gaps

    /// Handlers go where their instructions have gone; one that covers nothing any more goes.
    mutating func moveHandlers(_ positions: [Int]) {
        function.handlers = function.handlers.compactMap { handler in
            let (lower, upper) = (positions[handler.lower], positions[handler.upper])
            let target = positions[handler.target]
            if lower == upper || target == positions[code.count] { return nil }
            return Program.Function.Handler(lower: lower, upper: upper, target: target, error: handler.error)
        }
    }

    private mutating func compact() {
        var positions: [Int] = []
        var count = 0
        for index in code.indices {
            positions.append(count)
            if !isGone[index] { count += 1 }
        }
        positions.append(count)
        moveHandlers(positions)
        var kept: [Instruction] = []
        var ranges = function.ranges
        ranges.removeAll()
        for index in code.indices where !isGone[index] {
            var i = code[index]
            if i.opcode.operands.0 == .target { i.a = Int32(positions[Int(i.a)]) }
            kept.append(i)
            ranges.append(function.ranges[index])
        }
        code = kept
        function.ranges = ranges
        isGone = Array(repeating: false, count: kept.count)
    }
}

extension Instruction {
    func isSame(as other: Instruction) -> Bool {
        opcode == other.opcode && a == other.a && b == other.b && c == other.c && n == other.n
    }
}
