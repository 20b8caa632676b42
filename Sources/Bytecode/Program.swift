package import Diagnostics

/// A checked notebook as code: functions, constants, and which function is which cell.
package struct Program: Sendable {
    package var functions: [Function] = []
    package var bitsConstants: [Int] = []
    package var stringConstants: [String] = []
    package var runtimeTypes: [RuntimeType] = []
    package var typeLists: [[RuntimeType]] = []
    /// How many words and references the notebook's globals take.
    package var globals = Layout(0, 0)
    /// The function of each cell that runs, by the cell's id; it takes no argument and has no result.
    package var cells: [String: Int] = [:]

    package init() {}

    package struct Function: Sendable {
        package var name: String
        package var code: [Instruction] = []
        /// The place in the notebook's file of each instruction; `nil` for code of the library.
        package var ranges: [SourceRange?] = []
        /// The registers of a frame.
        package var frame = Layout(0, 0)
        package var parameters = Layout(0, 0)
        /// Captured values stand right behind the parameters.
        package var captures = Layout(0, 0)
        package var results = Layout(0, 0)

        package init(name: String) { self.name = name }
    }
}
