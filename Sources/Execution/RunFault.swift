/// Why a cell ended otherwise than by its own doing.
package enum RunFault: Error, Hashable, Sendable {
    /// Marked `.raises-exception` and ran to its end.
    case didNotFail
    /// An expression in prose that prints, displays or draws random numbers.
    case inlineIsNotPure
    case timeLimit(seconds: Double)
    /// All cells together have taken longer than the notebook may.
    case notebookTimeLimit(seconds: Double)
    case memoryLimit(mebibytes: Int)
    /// The system had no more, and no limit was given.
    case outOfMemory
    case cancelled
    /// The worker was ended by a signal: a fault of the engine, or the system ended it.
    case workerSignalled(Int32)
    /// The worker ended by itself before the notebook did.
    case workerExited(Int32)
    /// The worker said something else than the order of events allows.
    case workerMisbehaved(String)
}
