/// Proves before a program runs that no instruction reaches outside its frame, its tables or its function.
/// What a register holds is the checker's business; this is the wall between data and unsafe memory.
package enum Verifier {
    package struct Fault: Error, Hashable, CustomStringConvertible {
        package var function: String
        package var instruction: Int
        package var reason: String
        package var description: String { "\(function)[\(instruction)]: \(reason)" }
    }

    package static func verify(_ program: Program, hostFunctions: Int) throws(Fault) {
        let entries = CodeOptimizer.entries(of: program)
        for (index, function) in program.functions.enumerated() {
            let below = entries.contains(index) ? program.globals : Layout(0, 0)
            try verify(function, program, hostFunctions, below)
        }
        for info in program.nominals {
            let called =
                info.vtable
                + [info.description, info.debugDescription, info.equal, info.hash, info.less].compactMap { $0 }
            if called.contains(where: { !program.functions.indices.contains($0) }) {
                throw Fault(function: info.name, instruction: 0, reason: "type without its functions")
            }
        }
        for table in program.witnesses {
            for (type, index) in table where !program.functions.indices.contains(index) {
                throw Fault(function: "\(type)", instruction: 0, reason: "witness without a function")
            }
        }
        for (id, index) in program.cells where !program.functions.indices.contains(index) {
            throw Fault(function: id, instruction: 0, reason: "cell without a function")
        }
    }

    private static func verify(_ function: Program.Function, _ program: Program, _ hosts: Int, _ below: Layout)
        throws(Fault)
    {
        func fault(_ index: Int, _ reason: String) -> Fault {
            Fault(function: function.name, instruction: index, reason: reason)
        }
        let inputs = function.parameters + function.captures
        let needed = Layout(
            max(inputs.bits, function.results.bits), max(inputs.refs, function.results.refs))
        if function.frame.bits < needed.bits || function.frame.refs < needed.refs {
            throw fault(0, "frame smaller than its parameters and results")
        }
        for handler in function.handlers
        where handler.lower < 0 || handler.upper > function.code.count || handler.lower > handler.upper
            || !function.code.indices.contains(handler.target) || handler.error < 0
            || handler.error >= function.frame.refs
        {
            throw fault(handler.lower, "handler out of range")
        }
        if function.ranges.count != function.code.count { throw fault(0, "places and instructions differ in number") }
        switch function.code.last?.opcode {
        case .return, .jump, .loop, .trap, .throwError, .trapError: break
        default: throw fault(function.code.count, "runs off its end")
        }
        for (index, instruction) in function.code.enumerated() {
            let (a, b, c) = instruction.opcode.operands
            for (operand, value) in [(a, instruction.a), (b, instruction.b), (c, instruction.c)] {
                if !fits(operand, Int(value), function, program, hosts, below) {
                    throw fault(index, "\(instruction.opcode): operand \(operand) is \(value)")
                }
            }
            let n = Int(instruction.n)
            let isFine =
                switch instruction.opcode.smallOperand {
                case .unused: true
                case .function: program.functions.indices.contains(n)
                case .runtimeType: program.runtimeTypes.indices.contains(n)
                case .typeList: program.typeLists.indices.contains(n)
                case .refWindow: n <= function.frame.refs
                case .readBits: n < function.frame.bits
                case .count: true
                }
            if !isFine { throw fault(index, "\(instruction.opcode): operand n is \(n)") }
            let (bits, refs, extent) = window(instruction, program)
            if bits + extent.bits > function.frame.bits || refs + extent.refs > function.frame.refs {
                throw fault(index, "\(instruction.opcode): its window reaches out of the frame")
            }
        }
    }

    private static func fits(
        _ operand: Operand, _ value: Int, _ function: Program.Function, _ program: Program, _ hosts: Int,
        _ below: Layout
    ) -> Bool {
        switch operand {
        case .unused, .immediate: true
        case .readBits, .writeBits, .changeBits: value >= -below.bits && value < function.frame.bits
        case .pairBits: value >= 0 && value + 1 < function.frame.bits
        case .divisor: value != 0 && value != -1
        case .readRef, .writeRef: value >= -below.refs && value < function.frame.refs
        case .globalBits: value >= 0 && value < program.globals.bits
        case .globalRef: value >= 0 && value < program.globals.refs
        case .bitsConstant: program.bitsConstants.indices.contains(value)
        case .stringConstant: program.stringConstants.indices.contains(value)
        case .target: function.code.indices.contains(value)
        case .trapKind: TrapKind(rawValue: value) != nil
        case .function: program.functions.indices.contains(value)
        case .host: value >= 0 && value < hosts
        case .intrinsic: Intrinsic.table.indices.contains(value)
        case .bitsWindow: value >= 0 && value <= function.frame.bits
        case .refWindow: value >= 0 && value <= function.frame.refs
        case .count: value >= 0 && value < 1 << 16
        case .integerKind: IntegerKind(rawValue: value) != nil
        case .nominal: program.nominals.indices.contains(value) && program.nominals[value].kind == .class
        case .witness: program.witnesses.indices.contains(value)
        }
    }

    /// Where an instruction's windows begin, and how far it reads or writes from there on as far as that is known without
    /// running it.
    private static func window(_ instruction: Instruction, _ program: Program) -> (bits: Int, refs: Int, Layout) {
        let (a, b, c, n) = (Int(instruction.a), Int(instruction.b), Int(instruction.c), Int(instruction.n))
        let said = instruction.extent ?? Layout(0, 0)
        switch instruction.opcode {
        case .makeClosure: return (b, c, program.functions[n].captures)
        case .erase: return (b, c, program.runtimeTypes[n].layout)
        case .call:
            let callee = program.functions[a]
            return (b, c, (callee.parameters + callee.captures).union(callee.results))
        case .callClosure, .callMethod, .callWitness, .callHost, .callIntrinsic: return (b, c, said)
        case .arrayGet, .arrayTake, .arraySet, .arrayAppend, .unbox: return (a, n, said)
        default: return (0, 0, Layout(0, 0))
        }
    }
}
