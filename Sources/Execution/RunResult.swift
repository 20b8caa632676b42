package import Notebook
package import Outputs
package import Records

/// What a notebook's cells showed, and how the run ended.
package struct RunResult: Hashable, Sendable {
    package enum Ending: Hashable, Sendable {
        case completed
        /// A cell ended with an error, or one that had to did not.
        case failed(CellID)
        case timeLimit(CellID)
        case memoryLimit(CellID)
        /// The worker ended, or was ended, in the middle of a cell or between two.
        case crashed(CellID?)
        case cancelled
    }

    package var ending: Ending
    /// An entry for every cell that was begun. Where a run did not complete, the last one ends with an error.
    package var outputs: [CellID: [Output]]
    /// The values of the expressions of each run of prose.
    package var inline: [CellID: [Record.InlineValue]] = [:]
    /// The cells that failed after the one that ``ending`` names, where the run went on.
    package var furtherFailures: [CellID] = []
    /// The cells that were not run, because they depend on one that failed.
    package var skipped: [CellID] = []
    /// The cells whose outputs come from the store.
    package var kept: [CellID] = []
    /// Those of them, and of the others, that were run once more for the values that another cell needed.
    package var repeated: Set<CellID> = []
    package var datasets: [DatasetUse]
    package var engine: String
    package var instructionSet: String
    /// What the worker wrote to standard error, its end: where a crash has its reason.
    package var standardError: String

    /// The cell that the run ended at, with its error.
    package var failure: (cell: CellID?, error: OutputError)? {
        switch ending {
        case .completed, .cancelled: return nil
        case .failed(let cell), .timeLimit(let cell), .memoryLimit(let cell), .crashed(let cell?):
            return error(of: cell).map { (cell, $0) }
        case .crashed(nil):
            return crash.map { (nil, $0) }
        }
    }

    /// All of them, in the order of the cells.
    package var failures: [(cell: CellID?, error: OutputError)] {
        (failure.map { [$0] } ?? []) + furtherFailures.compactMap { cell in error(of: cell).map { (cell, $0) } }
    }

    private func error(of cell: CellID) -> OutputError? {
        for case .error(let error) in (outputs[cell] ?? []).reversed() { return error }
        return nil
    }

    /// Of a crash before the first cell or between two.
    package var crash: OutputError?

    package func record(of notebook: Notebook) -> Record {
        Record(
            of: notebook, outputs: outputs, inline: inline, engine: engine, instructionSet: instructionSet,
            datasets: datasets)
    }
}
