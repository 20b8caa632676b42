import Bytecode
import Testing

@Suite struct MachineTests {
    /// Runs code that leaves its answer in the first global word.
    private func run(_ code: [Instruction]) throws -> Machine {
        var function = Program.Function(name: "f")
        function.code = code + [Instruction(.return)]
        function.ranges = function.code.map { _ in nil }
        function.frame = Layout(8, 8)
        var program = Program()
        program.functions = [function]
        program.cells = ["cell": 0]
        program.globals = Layout(1, 1)
        program.stringConstants = ["가", "나"]
        try Verifier.verify(program, hostFunctions: 0)
        let machine = Machine(program: program, hostFunctions: [])
        try machine.run(cell: "cell")
        return machine
    }

    private func traps(_ code: [Instruction]) -> TrapKind? {
        do {
            _ = try run(code)
            return nil
        } catch {
            guard case .trap(let kind, _)? = (error as? CellFailure)?.cause else { return nil }
            return kind
        }
    }

    private func load(_ values: Int...) -> [Instruction] {
        values.enumerated().map { Instruction(.loadInt, $0, $1) }
    }

    @Test func trapsNameTheirKind() {
        #expect(traps(load(1, 0) + [Instruction(.divInt, 2, 0, 1)]) == .divisionByZero)
        #expect(traps(load(1, 0) + [Instruction(.remInt, 2, 0, 1)]) == .divisionByZero)
        let largest = [
            Instruction(.loadInt, 0, -1), Instruction(.loadInt, 1, 1), Instruction(.shiftRightInt, 0, 0, 1),
            Instruction(.loadInt, 1, 63), Instruction(.shiftLeftInt, 0, 0, 1),
        ]
        #expect(traps(largest + [Instruction(.negInt, 2, 0)]) == .overflow)
        #expect(
            traps([Instruction(.arrayNew, 0, 1, 0)] + load(0) + [Instruction(.arrayGetBits, 1, 0, 0)])
                == .indexOutOfRange)
        #expect(traps([Instruction(.trapIfNilRef, TrapKind.nilUnwrapped.rawValue, 3)]) == .nilUnwrapped)
        #expect(traps([Instruction(.call, 0, 8, 8)]) == .stackOverflow)
    }

    @Test func loopsCount() throws {
        // R: B[0] counts to B[1]
        let code =
            load(0, 1000) + [
                Instruction(.addIntImmediate, 0, 0, 1), Instruction(.jumpLtInt, 2, 0, 1),
                Instruction(.setGlobalBits, 0, 0),
            ]
        _ = try run(code)
        // One more would trap: the loop ended exactly at its bound.
        #expect(
            traps(code + [Instruction(.eqInt, 2, 0, 1), Instruction(.trapIfNot, TrapKind.unreachable.rawValue, 2)])
                == nil)
    }

    @Test func sharedArraysAreCopiedBeforeTheyChange() {
        let code =
            [Instruction(.arrayNew, 0, 1, 0)] + load(7, 0) + [
                Instruction(.arrayAppendBits, 0, 0), Instruction(.moveRef, 1, 0), Instruction(.loadInt, 2, 9),
                Instruction(.arraySetBits, 2, 1, 1), Instruction(.arrayGetBits, 3, 0, 1), Instruction(.eqInt, 4, 3, 0),
                Instruction(.trapIfNot, TrapKind.unreachable.rawValue, 4),
            ]
        #expect(traps(code) == nil)
    }
}
