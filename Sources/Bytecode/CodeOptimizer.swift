/// Makes verified code shorter without changing what it does: values are read where they stand instead of being moved
/// first, constants become part of the instructions that use them, and common pairs become one instruction.
///
/// The emitter may so write plain code. Everything here works on one function at a time, from the operands' own
/// description, and gives up where it does not know; the result passes the verifier again.
package enum CodeOptimizer {
    package static func optimized(_ program: Program) -> Program {
        var result = program
        let entries = entries(of: program)
        for index in program.functions.indices
        where !(entries.contains(index) && runsOnce(program.functions[index])) {
            var function = FunctionOptimizer(program.functions[index], result, isEntry: entries.contains(index))
            function.optimize()
            function.function.code = function.code
            result.functions[index] = function.function
            result.bitsConstants = function.constants
        }
        return result
    }

    /// Whether no instruction of a cell's own code is run twice: shortening it would take longer than running it.
    private static func runsOnce(_ function: Program.Function) -> Bool {
        function.code.enumerated().allSatisfy { index, i in i.opcode.operands.0 != .target || Int(i.a) > index }
            && function.handlers.allSatisfy { $0.target >= $0.upper }
    }

    /// The functions of cells that nothing calls: they run at the bottom of the stack, right above the globals.
    static func entries(of program: Program) -> Set<Int> {
        var entries = Set(program.cells.values)
        for function in program.functions {
            for instruction in function.code {
                switch instruction.opcode {
                case .call: entries.remove(Int(instruction.a))
                case .makeClosure: entries.remove(Int(instruction.n))
                default: break
                }
            }
        }
        for info in program.nominals {
            entries.subtract(info.vtable)
            for function in [info.description, info.debugDescription, info.equal, info.hash, info.less] {
                if let function { entries.remove(function) }
            }
        }
        for table in program.witnesses { entries.subtract(table.values) }
        return entries
    }
}

/// A set of registers, words first.
struct RegisterSet: Equatable {
    private var chunks: [UInt64]

    init(count: Int) { chunks = Array(repeating: 0, count: (count + 63) / 64) }

    func contains(_ register: Int) -> Bool { chunks[register >> 6] & (1 << UInt64(register & 63)) != 0 }
    mutating func insert(_ register: Int) { chunks[register >> 6] |= 1 << UInt64(register & 63) }
    mutating func remove(_ register: Int) { chunks[register >> 6] &= ~(1 << UInt64(register & 63)) }
    mutating func formUnion(_ other: RegisterSet) {
        for index in chunks.indices { chunks[index] |= other.chunks[index] }
    }
}

/// What an instruction reads and writes, as registers in one numbering: words, then references.
struct Effects {
    var reads: [Range<Int>] = []
    var writes: [Range<Int>] = []
    /// Registers that hold something else afterwards, or may: all that is written, and windows of calls.
    var clobbers: [Range<Int>] = []

    func mentions(_ register: Int) -> Bool {
        reads.contains { $0.contains(register) } || clobbers.contains { $0.contains(register) }
    }
}

struct FunctionOptimizer {
    var function: Program.Function
    var constants: [Int]
    let program: Program
    let isEntry: Bool
    /// Globals as registers of an entry have numbers from `-globals` on.
    let globals: Layout
    let words: Int
    let registers: Int
    var code: [Instruction]
    /// Whether an instruction is taken out.
    var isGone: [Bool]

    init(_ function: Program.Function, _ program: Program, isEntry: Bool) {
        self.function = function
        self.program = program
        self.isEntry = isEntry
        code = function.code
        constants = program.bitsConstants
        globals = program.globals
        words = function.frame.bits
        registers = function.frame.bits + function.frame.refs
        isGone = Array(repeating: false, count: function.code.count)
    }
}
