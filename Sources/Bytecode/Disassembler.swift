/// A program as text, one instruction a line, for people.
package enum Disassembler {
    package static func text(_ program: Program) -> String {
        program.functions.indices.map { text(ofFunction: $0, in: program) }.joined()
    }

    package static func text(ofFunction index: Int, in program: Program) -> String {
        let function = program.functions[index]
        let head = "\(function.name): frame \(function.frame.bits)+\(function.frame.refs)\n"
        let lines = function.code.enumerated().map { index, instruction in
            "  \(index): \(text(instruction, program))\n"
        }
        return head + lines.joined()
    }

    private static func text(_ instruction: Instruction, _ program: Program) -> String {
        let (a, b, c) = instruction.opcode.operands
        var parts = [(a, instruction.a), (b, instruction.b), (c, instruction.c)].compactMap {
            text($0.0, Int($0.1), program)
        }
        let n = Int(instruction.n)
        switch instruction.opcode.smallOperand {
        case .unused: break
        case .function: parts.append(program.functions[n].name)
        case .runtimeType: parts.append("\(program.runtimeTypes[n])")
        case .typeList: parts.append("\(program.typeLists[n])")
        case .refWindow: parts.append("R[\(n)…]")
        case .readBits: parts.append("B[\(n)]")
        case .count: parts.append("\(n)")
        }
        return "\(instruction.opcode) " + parts.joined(separator: ", ")
    }

    private static func text(_ operand: Operand, _ value: Int, _ program: Program) -> String? {
        switch operand {
        case .unused: nil
        case .readBits, .writeBits, .changeBits: "B[\(value)]"
        case .readRef, .writeRef: "R[\(value)]"
        case .globalBits: "G.bits[\(value)]"
        case .globalRef: "G.refs[\(value)]"
        case .bitsConstant: "#\(program.bitsConstants[value])"
        case .stringConstant: program.stringConstants[value].debugDescription
        case .pairBits: "B[\(value)], B[\(value + 1)]"
        case .immediate, .divisor, .count: "\(value)"
        case .integerKind: IntegerKind(rawValue: value)?.name
        case .nominal: program.nominals[value].name
        case .witness: "witness \(value)"
        case .target: "→\(value)"
        case .trapKind: TrapKind(rawValue: value).map { "\($0)" }
        case .function: program.functions[value].name
        case .host: "host \(value)"
        case .intrinsic: Intrinsic.table[value].name
        case .bitsWindow: "B[\(value)…]"
        case .refWindow: "R[\(value)…]"
        }
    }
}

extension Program {
    /// A function and all that it can call, in the order in which they are first named.
    package func functions(neededBy first: Int) -> [Int] {
        var found = [first]
        var known: Set<Int> = [first]
        var position = 0
        while position < found.count {
            let named = functions[found[position]].code.flatMap(\.functions).filter { known.insert($0).inserted }
            found += named
            position += 1
        }
        return found
    }
}

extension Instruction {
    /// The functions among its operands.
    fileprivate var functions: [Int] {
        let (first, second, third) = opcode.operands
        let large = [(first, a), (second, b), (third, c)].compactMap { $0 == .function ? Int($1) : nil }
        return opcode.smallOperand == .function ? large + [Int(n)] : large
    }
}
