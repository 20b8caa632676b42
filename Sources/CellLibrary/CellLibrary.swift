package import Bytecode
package import CellLanguage
import LessonKit

/// LessonKit, callable from cells: what the checker reads and what the machine calls come from the same interface files.
package enum CellLibrary {
    /// The declarations that cells see.
    package static let library = LibraryTable.decode(table)

    /// The functions behind them, by the indices in the declarations.
    package static var functions: [HostFunction] { hostFunctions }

    /// Checks a program against the library's table and makes a machine for it.
    /// Throws ``Verifier/Fault`` when the program is not sound, which would be a fault of the emitter.
    package static func machine(for program: Program) throws(Verifier.Fault) -> Machine {
        try Verifier.verify(program, hostFunctions: hostFunctions.count)
        return Machine(program: program, hostFunctions: hostFunctions)
    }
}
