import Bytecode
import FuzzSupport

/// Random programs for the verifier and the machine. The first byte says which.
///
/// - wild: any opcodes, operands and tables. The verifier must bear all of them, and the optimizer and the disassembler
///   what it accepts. Not run: what a register holds is the checker's business and not the verifier's.
/// - loose: any operands for opcodes that do not look into what references hold, so that nothing but the verifier stands
///   between them and memory. What it accepts runs, within limits.
/// - typed: code as an emitter might write it, with objects of all kinds. It must pass the verifier, and what it does is
///   the same before and after the optimizer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBytecode(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var input = Input(start, count)
    switch input.choice(3) {
    case 0:
        let program = RandomProgram.make(&input, opcodes: Opcode.allCases)
        guard isSound(program) else { return 0 }
        _ = Disassembler.text(program)
        check(CodeOptimizer.optimized(program))
    case 1:
        let program = RandomProgram.make(&input, opcodes: RandomProgram.looseOpcodes)
        guard isSound(program) else { return 0 }
        _ = Run(of: program)
        let optimized = CodeOptimizer.optimized(program)
        check(optimized)
        _ = Run(of: optimized)
    default:
        var maker = TypedProgram(input)
        let program = maker.make()
        check(program)
        let optimized = CodeOptimizer.optimized(program)
        check(optimized)
        let (plain, fast) = (Run(of: program), Run(of: optimized))
        if !plain.isLimited, !fast.isLimited, plain != fast {
            found("\(plain) became \(fast)\n\(Disassembler.text(program))\n\(Disassembler.text(optimized))")
        }
    }
    return 0
}

private func isSound(_ program: Program) -> Bool {
    do throws(Verifier.Fault) {
        try Verifier.verify(program, hostFunctions: Run.hostFunctions.count)
        return true
    } catch {
        return false
    }
}

private func check(_ program: Program) {
    do throws(Verifier.Fault) {
        try Verifier.verify(program, hostFunctions: Run.hostFunctions.count)
    } catch {
        found("unsound: \(error)\n\(Disassembler.text(program))")
    }
}

@_cdecl("fuzz_bytecode_main")
public func startBytecodeFuzzer(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt
{
    runFuzzer(count, arguments, fuzzBytecode)
}
