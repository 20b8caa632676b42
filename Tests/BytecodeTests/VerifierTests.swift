import Bytecode
import Testing

@Suite struct VerifierTests {
    /// A program of one function with two registers of each kind.
    private func program(_ code: [Instruction], frame: Layout = Layout(2, 2)) -> Program {
        var function = Program.Function(name: "f")
        function.code = code
        function.ranges = code.map { _ in nil }
        function.frame = frame
        var program = Program()
        program.functions = [function]
        program.cells = ["cell": 0]
        return program
    }

    @Test func soundProgramPasses() throws {
        try Verifier.verify(program([Instruction(.loadInt, 0, 1), Instruction(.return)]), hostFunctions: 0)
    }

    @Test(arguments: [
        [Instruction(.loadInt, 2, 1), Instruction(.return)],
        [Instruction(.moveRef, 0, -1), Instruction(.return)],
        [Instruction(.jump, 7), Instruction(.return)],
        [Instruction(.loadInt, 0, 1)],
        [],
        [Instruction(.callHost, 0, 0, 0), Instruction(.return)],
        [Instruction(.call, 1, 0, 0), Instruction(.return)],
        [Instruction(.loadString, 0, 0), Instruction(.return)],
        [Instruction(.loadBits, 0, 0), Instruction(.return)],
        [Instruction(.getGlobalBits, 0, 0), Instruction(.return)],
        [Instruction(.callIntrinsic, 0, 0, 0, n: 3), Instruction(.return)],
        [Instruction(.callIntrinsic, 9999, 0, 0), Instruction(.return)],
        [Instruction(.erase, 0, 0, 0, n: 0), Instruction(.return)],
        [Instruction(.makeClosure, 0, 0, 0, n: 5), Instruction(.return)],
        [Instruction(.trap, 99), Instruction(.return)],
        [Instruction(.arrayGet, 0, 0, 0, n: 9), Instruction(.return)],
    ])
    func unsoundProgramIsRefused(_ code: [Instruction]) {
        #expect(throws: Verifier.Fault.self) { try Verifier.verify(program(code), hostFunctions: 0) }
    }

    @Test func frameSmallerThanParametersIsRefused() {
        var unsound = program([Instruction(.return)], frame: Layout(0, 0))
        unsound.functions[0].parameters = Layout(1, 0)
        #expect(throws: Verifier.Fault.self) { try Verifier.verify(unsound, hostFunctions: 0) }
    }

    @Test func cellWithoutFunctionIsRefused() {
        var unsound = program([Instruction(.return)])
        unsound.cells["other"] = 3
        #expect(throws: Verifier.Fault.self) { try Verifier.verify(unsound, hostFunctions: 0) }
    }

    @Test func everyOpcodeIsShown() {
        for opcode in Opcode.allCases {
            let (a, b, c) = opcode.operands
            // What an opcode writes or reads must be said: none but return has only unused operands.
            let isSilent = [a, b, c].allSatisfy { if case .unused = $0 { true } else { false } }
            #expect(isSilent == (opcode == .return))
        }
    }
}
