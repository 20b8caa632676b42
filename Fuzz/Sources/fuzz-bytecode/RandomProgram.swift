import Bytecode
import FuzzSupport

/// Programs without sense: tables of random sizes, operands of any value.
enum RandomProgram {
    /// Opcodes that do nothing with a reference but move it, whatever it refers to.
    static let looseOpcodes: [Opcode] = Opcode.allCases.filter { opcode in
        switch opcode {
        case .moveRef, .takeRef, .clearRef, .loadString, .getGlobalRef, .takeGlobalRef, .setGlobalRef, .isNilRef,
            .sameRef,
            .jumpNilRef, .trapIfNilRef, .makeBox, .arrayNew, .makeClosure, .newInstance, .call, .callHost:
            return true
        case .callClosure, .callMethod, .callWitness, .callIntrinsic: return false
        default:
            let (a, b, c) = opcode.operands
            return [a, b, c].allSatisfy(isOfWords) && opcode.smallOperand != .refWindow
        }
    }

    private static func isOfWords(_ operand: Operand) -> Bool {
        switch operand {
        case .readRef, .writeRef, .refWindow, .globalRef: false
        default: true
        }
    }

    static func make(_ input: inout Input, opcodes: [Opcode]) -> Program {
        var program = Program()
        program.globals = Layout(input.choice(6), input.choice(4))
        program.bitsConstants = (0..<input.choice(4)).map { _ in input.number() }
        program.stringConstants = (0..<input.choice(3)).map { String(repeating: "한", count: $0) }
        program.runtimeTypes = (0..<input.choice(5)).map { types[$0] }
        program.typeLists = (0..<input.choice(3)).map { Array(types.prefix($0)) }
        let count = 1 + input.choice(4)
        for id in 0..<input.choice(3) {
            let kind: NominalInfo.Kind = input.choice(4) == 0 ? .struct : .class
            let info = NominalInfo(id: id, name: "N\(id)", kind: kind, isLibrary: false, layout: Layout(0, 1))
            info.instanceLayout = Layout(input.choice(4), input.choice(4))
            info.vtable = (0..<input.choice(3)).map { _ in input.choice(count + 1) }
            if input.choice(4) == 0 { info.equal = input.number() }
            program.nominals.append(info)
        }
        for _ in 0..<input.choice(3) { program.witnesses.append([.int: input.choice(count + 1)]) }
        for index in 0..<count { program.functions.append(function("f\(index)", &input, opcodes)) }
        for index in 0..<1 + input.choice(2) {
            program.cells["\(index)"] = input.choice(count + (input.choice(16) == 0 ? 1 : 0))
        }
        return program
    }

    private static let types: [RuntimeType] = [
        .int, .string, .tuple([.init(label: nil, type: .int), .init(label: "b", type: .string)]), .array(.double),
        .optional(.int),
    ]

    private static func function(_ name: String, _ input: inout Input, _ opcodes: [Opcode]) -> Program.Function {
        var function = Program.Function(name: name)
        function.frame = Layout(input.choice(48), input.choice(24))
        function.parameters = Layout(input.choice(4), input.choice(3))
        function.captures = Layout(input.choice(3), input.choice(2))
        function.results = Layout(input.choice(3), input.choice(2))
        for _ in 0..<input.choice(24) {
            let opcode = opcodes[input.choice(opcodes.count)]
            var instruction = Instruction(opcode, input.number(), input.number(), input.number(), n: input.number())
            if input.choice(2) == 0 { instruction.extent = Layout(input.choice(6), input.choice(4)) }
            function.code.append(instruction)
        }
        if input.choice(16) != 0 { function.code.append(Instruction(.return)) }
        function.ranges = Array(repeating: nil, count: max(0, function.code.count - (input.choice(64) == 1 ? 1 : 0)))
        for _ in 0..<input.choice(3) {
            let lower = input.number()
            function.handlers.append(
                .init(lower: lower, upper: lower + input.number(), target: input.number(), error: input.number()))
        }
        return function
    }
}
