import Bytecode
import Outputs
import Testing

/// What a cell may take. One test after the other: the account of memory is one for the whole process.
@Suite(.serialized) struct LimitsTests {
    private func machine(
        _ code: [Instruction], functions: [Program.Function] = [], _ limits: Machine.Limits
    ) throws -> Machine {
        var cell = Program.Function(name: "cell")
        cell.code = code + [Instruction(.return)]
        cell.ranges = cell.code.map { _ in nil }
        cell.frame = Layout(8, 8)
        var program = Program()
        program.functions = [cell] + functions
        program.cells = ["cell": 0]
        program.stringConstants = ["0123456789abcdef"]
        program.typeLists = [[.int]]
        try Verifier.verify(program, hostFunctions: 0)
        return Machine(program: program, hostFunctions: [], limits: limits)
    }

    private func trap(_ machine: Machine) -> TrapKind? {
        do throws(CellFailure) {
            try machine.run(cell: "cell")
            return nil
        } catch {
            guard case .trap(let kind, _) = error.cause else { return nil }
            return kind
        }
    }

    /// Turns so many times round a loop.
    private func loop(_ turns: Int) -> [Instruction] {
        [
            Instruction(.loadInt, 0, 0), Instruction(.loadInt, 1, turns), Instruction(.jumpNotLtInt, 5, 0, 1),
            Instruction(.addIntImmediate, 0, 0, 1), Instruction(.loop, 2),
        ]
    }

    @Test(arguments: [1, 1_023, 1_024, 1_025, 5_000])
    func aCellTakesAsManyTurnsAsItMayAndNoneMore(turns: Int) throws {
        #expect(try trap(machine(loop(turns), .init(steps: turns))) == nil)
        #expect(try trap(machine(loop(turns), .init(steps: turns - 1))) == .stepLimitReached)
    }

    /// A notebook of many cells needs no larger limit than one of few.
    @Test func everyCellBeginsToCountAnew() throws {
        let machine = try machine(loop(10), .init(steps: 10))
        for _ in 0..<3 { #expect(trap(machine) == nil) }
    }

    @Test func callsAreSteps() throws {
        var callee = Program.Function(name: "f")
        callee.code = [Instruction(.return)]
        callee.ranges = [nil]
        let calls = Array(repeating: Instruction(.call, 1, 0, 0), count: 3)
        #expect(try trap(machine(calls, functions: [callee], .init(steps: 3))) == nil)
        #expect(try trap(machine(calls, functions: [callee], .init(steps: 2))) == .stepLimitReached)
    }

    /// `catch` is for errors that are thrown: the handler of the whole cell does not run.
    @Test func noCellCatchesALimit() throws {
        var cell = Program.Function(name: "cell")
        cell.code =
            loop(10) + [Instruction(.return), Instruction(.trap, TrapKind.unreachable.rawValue)]
        cell.ranges = cell.code.map { _ in nil }
        cell.frame = Layout(8, 8)
        cell.handlers = [Program.Function.Handler(lower: 0, upper: 6, target: 6, error: 0)]
        var program = Program()
        program.functions = [cell]
        program.cells = ["cell": 0]
        try Verifier.verify(program, hostFunctions: 0)
        #expect(trap(Machine(program: program, hostFunctions: [], limits: .init(steps: 5))) == .stepLimitReached)
    }

    private static let limit = MemoryAccount.used + (8 << 20)

    /// An array that grows without end; each turn appends what the array holds.
    @Test func arraysThatGrowMeetTheLimit() throws {
        let code = [
            Instruction(.arrayNew, 0, 1, 0), Instruction(.arrayAppendBits, 0, 0), Instruction(.loop, 1),
        ]
        #expect(try trap(machine(code, .init(memory: Self.limit))) == .memoryExceeded)
    }

    /// Refused before anything is taken: eight exbibytes are in no machine.
    @Test(arguments: [1 << 30, Int.max / 2, Int.max])
    func aHugeArrayIsRefused(count: Int) throws {
        let huge = Intrinsic.index(of: "array.repeating").map {
            [Instruction(.loadInt, 0, 1), Instruction(.loadBits, 1, 0), Instruction(.callIntrinsic, $0, 0, 0, n: 0)]
        }
        var cell = Program.Function(name: "cell")
        cell.code = try #require(huge) + [Instruction(.return)]
        cell.ranges = cell.code.map { _ in nil }
        cell.frame = Layout(2, 1)
        var program = Program()
        program.functions = [cell]
        program.cells = ["cell": 0]
        program.typeLists = [[.int]]
        program.bitsConstants = [count]
        try Verifier.verify(program, hostFunctions: 0)
        #expect(
            trap(Machine(program: program, hostFunctions: [], limits: .init(memory: Self.limit))) == .memoryExceeded)
    }

    @Test func reservingMoreThanThereIsIsRefused() throws {
        let code = [
            Instruction(.arrayNew, 0, 1, 0), Instruction(.loadInt, 0, 1), Instruction(.loadInt, 1, 62),
            Instruction(.shiftLeftInt, 0, 0, 1), Instruction(.arrayReserve, 0, 0),
        ]
        #expect(try trap(machine(code, .init())) == .memoryExceeded)
    }

    /// `text += text`
    @Test func textThatDoublesMeetsTheLimit() throws {
        let code = [
            Instruction(.loadString, 0, 0), Instruction(.stringConcat, 0, 0, 0), Instruction(.loop, 1),
        ]
        #expect(try trap(machine(code, .init(memory: Self.limit))) == .memoryExceeded)
    }

    /// A list of small objects, each holding the one before.
    @Test func manySmallObjectsMeetTheLimit() throws {
        let code = [
            Instruction(.makeBox, 1, 1, 1), Instruction(.boxSetRef, 0, 1, 0), Instruction(.takeRef, 0, 1),
            Instruction(.loop, 0),
        ]
        #expect(try trap(machine(code, .init(memory: Self.limit))) == .memoryExceeded)
    }

    /// A shared array is copied before it is changed, and the copy needs room.
    @Test func aCopyThatDoesNotFitIsRefused() throws {
        let copying = [
            Instruction(.arrayNew, 0, 1, 0), Instruction(.loadInt, 0, 0), Instruction(.loadInt, 1, 600_000),
            Instruction(.arrayReserve, 0, 1), Instruction(.jumpNotLtInt, 8, 0, 1), Instruction(.arrayAppendBits, 0, 0),
            Instruction(.addIntImmediate, 0, 0, 1), Instruction(.loop, 4), Instruction(.moveRef, 1, 0),
            Instruction(.loadInt, 0, 0), Instruction(.arraySetBits, 0, 1, 0), Instruction(.arrayCount, 0, 0),
        ]
        #expect(try trap(machine(copying, .init(memory: Self.limit))) == .memoryExceeded)
        #expect(try trap(machine(copying, .init(memory: Self.limit * 2))) == nil)
    }

    /// What a machine took it gives back, down to the last byte.
    @Test func whatIsLetGoOfCountsNoLonger() throws {
        let code = [
            Instruction(.loadInt, 0, 0), Instruction(.loadInt, 1, 100), Instruction(.arrayNew, 0, 1, 1),
            Instruction(.jumpNotLtInt, 11, 0, 1), Instruction(.makeBox, 1, 2, 1), Instruction(.loadString, 2, 0),
            Instruction(.stringConcat, 2, 2, 2), Instruction(.boxSetRef, 2, 1, 0),
            Instruction(.arrayAppend, 0, 0, 0, n: 1), Instruction(.addIntImmediate, 0, 0, 1), Instruction(.loop, 3),
        ]
        // The machine's own constants are there before.
        let running = try machine(code, .init())
        #expect(trap(running) == nil)
        let before = MemoryAccount.used
        for _ in 0..<3 { #expect(trap(running) == nil) }
        #expect(MemoryAccount.used == before)
    }
}
