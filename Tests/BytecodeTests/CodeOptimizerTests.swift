import Bytecode
import Testing

@Suite struct CodeOptimizerTests {
    /// A program of one cell with three global words and one global reference.
    private func program(_ code: [Instruction], frame: Layout = Layout(8, 8)) -> Program {
        var function = Program.Function(name: "cell")
        function.code = code + [Instruction(.return)]
        function.ranges = function.code.map { _ in nil }
        function.frame = frame
        var program = Program()
        program.functions = [function]
        program.cells = ["cell": 0]
        program.globals = Layout(3, 1)
        return program
    }

    private func optimized(_ code: [Instruction]) throws -> [Instruction] {
        let plain = program(code)
        try Verifier.verify(plain, hostFunctions: 0)
        let result = CodeOptimizer.optimized(plain)
        try Verifier.verify(result, hostFunctions: 0)
        return result.functions[0].code
    }

    private func trap(_ program: Program) -> TrapKind? {
        do throws(CellFailure) {
            try Machine(program: program, hostFunctions: []).run(cell: "cell")
            return nil
        } catch {
            guard case .trap(let kind, _) = error.cause else { return nil }
            return kind
        }
    }

    /// The same end, by trap or not, with and without the optimizer.
    private func agree(_ code: [Instruction], _ kind: TrapKind?) {
        #expect(trap(program(code)) == kind)
        #expect(trap(CodeOptimizer.optimized(program(code))) == kind)
    }

    /// `for i in 0..<n { total += i }` on globals, as the emitter writes it, then a check of the total.
    private func sum(to count: Int, expecting total: Int) -> [Instruction] {
        [
            Instruction(.loadInt, 0, 0), Instruction(.setGlobalBits, 0, 0), Instruction(.loadInt, 1, count),
            Instruction(.loadInt, 2, 0), Instruction(.jumpNotLtInt, 11, 2, 1), Instruction(.moveBits, 3, 2),
            Instruction(.addIntImmediate, 2, 2, 1), Instruction(.getGlobalBits, 4, 0), Instruction(.addInt, 4, 4, 3),
            Instruction(.setGlobalBits, 0, 4), Instruction(.loop, 4), Instruction(.getGlobalBits, 5, 0),
            Instruction(.loadInt, 6, total), Instruction(.eqInt, 7, 5, 6),
            Instruction(.trapIfNot, TrapKind.unreachable.rawValue, 7),
        ]
    }

    @Test func aLoopOverGlobalsBecomesTwoInstructions() throws {
        let code = try optimized(sum(to: 10, expecting: 45))
        let end = try #require(code.firstIndex { $0.opcode == .countLtInt })
        #expect(end - Int(code[end].a) == 1)
        #expect(code[end - 1].opcode == .addInt)
        for (count, total) in [(0, 0), (1, 0), (10, 45)] { agree(sum(to: count, expecting: total), nil) }
        agree(sum(to: 10, expecting: 44), .unreachable)
    }

    /// A closed range whose upper bound is the largest integer ends.
    @Test func aClosedRangeMayEndAtTheLargestInteger() {
        let code = [
            Instruction(.loadInt, 0, 0), Instruction(.setGlobalBits, 0, 0), Instruction(.loadInt, 0, 1),
            Instruction(.loadInt, 1, 63), Instruction(.shiftLeftInt, 0, 0, 1), Instruction(.notInt, 1, 0),
            Instruction(.addIntImmediate, 2, 1, -2), Instruction(.loadInt, 3, 0), Instruction(.jumpIf, 18, 3),
            Instruction(.jumpNotLeInt, 18, 2, 1), Instruction(.moveBits, 4, 2), Instruction(.eqInt, 3, 2, 1),
            Instruction(.jumpIf, 14, 3), Instruction(.addIntImmediate, 2, 2, 1), Instruction(.getGlobalBits, 5, 0),
            Instruction(.addIntImmediate, 5, 5, 1), Instruction(.setGlobalBits, 0, 5), Instruction(.loop, 8),
            Instruction(.getGlobalBits, 5, 0), Instruction(.loadInt, 6, 3), Instruction(.eqInt, 7, 5, 6),
            Instruction(.trapIfNot, TrapKind.unreachable.rawValue, 7),
        ]
        agree(code, nil)
    }

    @Test func aGlobalArrayIsChangedWhereItStands() throws {
        let setup = [
            Instruction(.arrayNew, 0, 1, 0), Instruction(.loadInt, 0, 7), Instruction(.arrayAppendBits, 0, 0),
            Instruction(.setGlobalRef, 0, 0),
        ]
        func change(at index: Int) -> [Instruction] {
            setup + [
                Instruction(.loadInt, 1, index), Instruction(.takeGlobalRef, 1, 0),
                Instruction(.trapIfNilRef, TrapKind.readBeforeInitialisation.rawValue, 1),
                Instruction(.arraySetBits, 0, 1, 1), Instruction(.setGlobalRef, 0, 1),
                // Cells without a loop are left as they are.
                Instruction(.loadInt, 2, 0), Instruction(.jumpIf, 0, 2),
            ]
        }
        let code = try optimized(change(at: 0))
        #expect(code.contains { $0.opcode == .arraySetBits && $0.b == -1 })
        #expect(!code.contains { $0.opcode == .takeRef && $0.b < 0 })
        agree(change(at: 0), nil)
        agree(change(at: 1), .indexOutOfRange)
    }

    /// A variable is 1, becomes 7 before or after a call that throws, and is looked at where the error is caught.
    private func catching(_ body: [Instruction], expecting value: Int) -> Program {
        var thrower = Program.Function(name: "thrower")
        thrower.code = [
            Instruction(.loadInt, 0, 3), Instruction(.erase, 0, 0, 0, n: 0), Instruction(.throwError, 0),
        ]
        thrower.ranges = thrower.code.map { _ in nil }
        thrower.frame = Layout(1, 1)
        let begin = [Instruction(.loadInt, 2, 1)]
        let end = [
            Instruction(.return), Instruction(.eqInt, 1, 2, 3),
            Instruction(.trapIfNot, TrapKind.unreachable.rawValue, 1),
        ]
        var program = program(begin + [Instruction(.loadInt, 3, value)] + body + end)
        program.functions.append(thrower)
        program.runtimeTypes = [.int]
        let target = 3 + body.count
        program.functions[0].handlers = [
            Program.Function.Handler(lower: 2, upper: target - 1, target: target, error: 1)
        ]
        return program
    }

    @Test func whatAHandlerReadsIsThereWhenACallThrows() throws {
        let before = [Instruction(.loadInt, 0, 7), Instruction(.moveBits, 2, 0), Instruction(.call, 1, 4, 2)]
        let after = [Instruction(.addIntImmediate, 0, 2, 6), Instruction(.call, 1, 4, 2), Instruction(.moveBits, 2, 0)]
        for (body, value) in [(before, 7), (after, 1)] {
            let program = catching(body, expecting: value)
            try Verifier.verify(program, hostFunctions: 0)
            #expect(trap(program) == nil)
            #expect(trap(CodeOptimizer.optimized(program)) == nil)
            let wrong = catching(body, expecting: 2)
            #expect(trap(CodeOptimizer.optimized(wrong)) == .unreachable)
        }
    }

    @Test func onlyCellsReachBelowTheirFrame() {
        var program = program([Instruction(.moveBits, 0, -1)])
        #expect(throws: Never.self) { try Verifier.verify(program, hostFunctions: 0) }
        var caller = Program.Function(name: "caller")
        caller.code = [Instruction(.call, 0, 0, 0), Instruction(.return)]
        caller.ranges = [nil, nil]
        program.functions.append(caller)
        #expect(throws: Verifier.Fault.self) { try Verifier.verify(program, hostFunctions: 0) }
    }
}
