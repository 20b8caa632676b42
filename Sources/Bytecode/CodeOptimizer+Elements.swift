/// Elements of several words, such as structs and tuples: only the words that are used are read and written.
extension FunctionOptimizer {
    /// That a register holds a word of an array's element: the array's register, the index's, the word.
    private struct Element: Hashable {
        var array: Int32
        var index: Int32
        var word: Int
    }

    mutating func narrowElements() {
        guard code.contains(where: { $0.opcode == .arraySet || $0.opcode == .arrayGet }) else { return }
        storeChangedWords()
        readUsedWords()
        reuseWords()
    }

    /// Walks through the code with what is known of elements before each instruction.
    private func follow(_ visit: (Int, [Int32: Element]) -> Void) {
        let targets = targets()
        var known: [Int32: Element] = [:]
        for index in code.indices {
            if targets[index] { known = [:] }
            if isGone[index] { continue }
            visit(index, known)
            let i = code[index]
            // What an instruction stores it does not change in its registers.
            let stored = known
            for range in effects(i).clobbers where !range.isEmpty {
                known = known.filter { register, element in
                    !range.contains(Int(register)) && !range.contains(Int(element.index))
                        && !(element.array >= 0 && range.contains(words + Int(element.array)))
                }
            }
            if i.opcode.isCall { known = known.filter { $0.value.array >= 0 && $0.value.index >= 0 && $0.key >= 0 } }
            if i.a < 0, i.opcode.operands.0 == .writeBits {
                known = known.filter { $0.key != i.a && $0.value.index != i.a }
            }
            let (a, b, c) = i.opcode.operands
            for (operand, value) in [(a, i.a), (b, i.b), (c, i.c)] where value < 0 {
                // A global array: whatever may change it.
                if operand == .writeRef || i.opcode.changesArray || i.opcode == .takeRef {
                    known = known.filter { $0.value.array != value }
                }
            }
            switch i.opcode {
            case .arrayGet:
                guard let extent = i.extent, extent.refs == 0, !covers(i.a, extent.bits, i.c) else { break }
                for word in 0..<extent.bits {
                    known[i.a + Int32(word)] = Element(array: i.b, index: i.c, word: word)
                }
            case .arrayGetWord where i.a != i.c:
                known[i.a] = Element(array: i.b, index: i.c, word: Int(i.n))
            case .arraySet:
                guard let extent = i.extent, extent.refs == 0 else { break }
                for word in 0..<extent.bits {
                    known[i.a + Int32(word)] = Element(array: i.b, index: i.c, word: word)
                }
            case .arraySetWord:
                // Other words of the same element stay; what other indices say may be the same element.
                for (register, element) in stored
                where element.array == i.b && element.index == i.c && element.word != Int(i.n) {
                    known[register] = element
                }
                known[i.a] = Element(array: i.b, index: i.c, word: Int(i.n))
            default: break
            }
        }
    }

    private func covers(_ first: Int32, _ count: Int, _ register: Int32) -> Bool {
        register >= first && register < first + Int32(count)
    }

    /// Words that still are what was read from the element need not be written back.
    private mutating func storeChangedWords() {
        var replacements: [Int: [Instruction]] = [:]
        follow { index, known in
            let i = code[index]
            guard i.opcode == .arraySet, let extent = i.extent, extent.refs == 0 else { return }
            let changed = (0..<extent.bits).filter { word in
                known[i.a + Int32(word)] != Element(array: i.b, index: i.c, word: word)
            }
            // That anything is known says that the index is in range.
            if changed.count == extent.bits || changed.count > 3 { return }
            replacements[index] = changed.map {
                Instruction(.arraySetWord, Int(i.a) + $0, Int(i.b), Int(i.c), n: $0)
            }
        }
        replace(replacements)
    }

    private mutating func readUsedWords() {
        let live = liveness()
        var replacements: [Int: [Instruction]] = [:]
        for index in code.indices where !isGone[index] && code[index].opcode == .arrayGet {
            let i = code[index]
            guard let extent = i.extent, extent.refs == 0, !covers(i.a, extent.bits, i.c) else { continue }
            var used = (0..<extent.bits).filter { live[index].contains(Int(i.a) + $0) }
            // Read for its trap alone.
            if used.isEmpty { used = [0] }
            if used.count > 3 || used.count == extent.bits && used.count > 1 { continue }
            replacements[index] = used.map {
                Instruction(.arrayGetWord, Int(i.a) + $0, Int(i.b), Int(i.c), n: $0)
            }
        }
        replace(replacements)
    }

    /// A word that some register holds already is not read again.
    private mutating func reuseWords() {
        var moves: [Int: Instruction] = [:]
        follow { index, known in
            let i = code[index]
            guard i.opcode == .arrayGetWord else { return }
            let element = Element(array: i.b, index: i.c, word: Int(i.n))
            if let register = known.first(where: { $0.value == element })?.key {
                moves[index] = Instruction(.moveBits, Int(i.a), Int(register))
            }
        }
        for (index, move) in moves { code[index] = move }
    }

    /// Puts other instructions in the place of some; jumps to one lead to the first of them.
    mutating func replace(_ replacements: [Int: [Instruction]]) {
        if replacements.isEmpty { return }
        var positions: [Int] = []
        var result: [Instruction] = []
        var ranges = function.ranges
        var gone: [Bool] = []
        ranges.removeAll()
        for index in code.indices {
            positions.append(result.count)
            for instruction in replacements[index] ?? [code[index]] {
                result.append(instruction)
                ranges.append(function.ranges[index])
                gone.append(isGone[index])
            }
        }
        positions.append(result.count)
        moveHandlers(positions)
        for index in result.indices where result[index].opcode.operands.0 == .target {
            result[index].a = Int32(positions[Int(result[index].a)])
        }
        code = result
        function.ranges = ranges
        isGone = gone
    }
}
