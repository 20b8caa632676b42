package import Bytecode
package import CellLanguage
import LessonKit

/// LessonKit, callable from cells: what the checker reads and what the machine calls come from the same interface files.
package enum CellLibrary {
    /// The declarations that cells see.
    package static let library = LibraryTable.decode(table)

    /// The functions behind them, by the indices in the declarations.
    package static var functions: [HostFunction] { hostFunctions }

    /// Checks a program against the library's table and makes a machine for it. Without `optimizes` the code runs as it
    /// was emitted, which tests compare with what is usual.
    /// Throws ``Verifier/Fault`` when the program is not sound, which would be a fault of the emitter or the optimizer.
    package static func machine(
        for program: Program, limits: Machine.Limits = Machine.Limits(), optimizes: Bool = true
    ) throws(Verifier.Fault) -> Machine {
        try Verifier.verify(program, hostFunctions: hostFunctions.count)
        guard optimizes else { return Machine(program: program, hostFunctions: hostFunctions, limits: limits) }
        let optimized = CodeOptimizer.optimized(program)
        try Verifier.verify(optimized, hostFunctions: hostFunctions.count)
        return Machine(program: optimized, hostFunctions: hostFunctions, limits: limits)
    }
}
