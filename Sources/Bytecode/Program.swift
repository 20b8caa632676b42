package import Diagnostics

/// A checked notebook as code: functions, constants, and which function is which cell.
package struct Program: Sendable {
    package var functions: [Function] = []
    package var bitsConstants: [Int] = []
    package var stringConstants: [String] = []
    package var runtimeTypes: [RuntimeType] = []
    package var typeLists: [[RuntimeType]] = []
    package var nominals: [NominalInfo] = []
    /// The protocols of types that are boxed, for casts at run time.
    package var conformances: [RuntimeType: Set<String>] = [:]
    /// For each requirement that is called on `any P`: the function of each type.
    package var witnesses: [[RuntimeType: Int]] = []
    /// How many words and references the notebook's globals take.
    package var globals = Layout(0, 0)
    /// What stands where among them, by place.
    package var globalTable: [Global] = []
    /// The function of each cell that runs, by the cell's id; it takes no argument and has no result.
    package var cells: [String: Int] = [:]

    package init() {}

    /// A variable of the notebook, or a static property and the flag that says whether it has its value.
    package struct Global: Sendable {
        package var name: String
        package var type: RuntimeType
        /// Its first word and its first reference.
        package var place: Layout
        package init(name: String, type: RuntimeType, place: Layout) {
            self.name = name
            self.type = type
            self.place = place
        }
    }

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
        /// Whether it loads types as values, which are places in the program's list of types.
        package var loadsTypes = false
        /// Where errors thrown in it are caught: the first that covers the instruction.
        package var handlers: [Handler] = []

        package init(name: String) { self.name = name }

        /// An error thrown by instructions `lower..<upper` goes to `target`, which finds it in reference register `error`.
        package struct Handler: Sendable {
            package var lower, upper, target, error: Int
            package init(lower: Int, upper: Int, target: Int, error: Int) {
                (self.lower, self.upper, self.target, self.error) = (lower, upper, target, error)
            }
        }
    }
}
