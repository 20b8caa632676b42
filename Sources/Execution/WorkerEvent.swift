package import Notebook
package import Outputs

/// What a worker says while it runs a notebook: one JSON object a line on its standard output, in this order.
///
///     {"event": "kept", "cell": ID}                               where what follows was said by an earlier run
///     {"event": "started", "cell": ID, "number": N}
///     {"event": "output", "cell": ID, "output": OUTPUT}           any number of times
///     {"event": "progress", "cell": ID, "label": …, "done": N, "total": N, "detail": …}     likewise
///     {"event": "dataset", "name": …, "sha256": …, "sample": BOOL}                          likewise
///     {"event": "finished", "cell": ID, "status": STATUS}
///     … the next cell, unless the status was another than "succeeded" …
///     {"event": "inline", "prose": ID, "expression": …, "text": …}            between cells, in the order of the file
///     {"event": "inlineFailed", "prose": ID, "output": OUTPUT}                 likewise; an error
///     {"event": "repeated", "cell": ID}                           between cells: run again for a cell below
///     {"event": "skipped", "cell": ID}                            where the job says "keepsGoing" and a cell has failed
///     {"event": "done", "engine": …, "instructionSet": …}
///
/// OUTPUT is `{"type": "stream", "name": "stdout", "text": …}`, `{"type": "display" or "result", "data": {…},
/// "metadata": {…}}` or `{"type": "error", "name": …, "message": …, "traceback": […]}`. A notebook with an error of
/// the checker is answered with `{"event": "rejected", "messages": […]}` and nothing else. Standard error is free text
/// for people. Integers and floating-point numbers stay apart in `data`, as nbformat keeps them.
package enum WorkerEvent: Hashable, Sendable {
    case started(cell: CellID, number: Int?)
    /// Never progress.
    case output(cell: CellID, Output)
    case progress(cell: CellID, Progress)
    case dataset(DatasetUse)
    /// Its outputs come from the store.
    case kept(cell: CellID)
    /// A cell whose outputs were kept is run once more, silently, because another one needs its values.
    case repeated(cell: CellID)
    case finished(cell: CellID, CellStatus)
    /// Not run, because it depends on a cell that failed.
    case skipped(cell: CellID)
    /// The value of an expression in prose.
    case inline(prose: CellID, expression: String, text: String)
    case inlineFailed(prose: CellID, OutputError)
    case rejected(messages: [String])
    case done(engine: String, instructionSet: String)
}

/// How a cell ended.
package enum CellStatus: String, Hashable, Sendable, CaseIterable {
    /// As it should: without an error, or with one if it is marked `.raises-exception`.
    case succeeded
    /// Its last output is the error.
    case failed
    case cancelled
    case timeLimit
    case memoryLimit
}
