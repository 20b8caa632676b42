package import Notebook
package import Outputs
import Records

/// What a run tells whoever watches it.
package enum RunUpdate: Hashable, Sendable {
    /// `index` counts from 1 to `count` over the cells to be run.
    case started(CellID, number: Int?, index: Int, count: Int)
    case progress(CellID, Progress)
    case output(CellID, Output)
    case finished(CellID, CellStatus)
    /// A cell that was done is run once more for one below.
    case repeated(CellID)
}

/// How a worker's process ended.
package enum WorkerEnd: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
}

/// Between the worker's events and a run's result: pure, so that every order of events can be tried.
package struct Session {
    package enum Action: Hashable, Sendable {
        case show(RunUpdate)
        /// From now on the worker has so many seconds before it is killed; `nil`: no limit.
        case allow(seconds: Double?)
        /// The worker does not keep to the protocol; its further events are not heard.
        case kill
    }

    /// How much longer than its limit a cell may take: the worker itself stops it at the limit and says so.
    package static let grace = 3.0

    private let cells: [Cell]
    /// Those of each run of prose.
    private let expressions: [CellID: [String]]
    /// With what the notebook says of itself.
    package let limits: RunLimits
    private let keepsGoing: Bool
    private let text: FailureText
    private var position = 0
    private var isRunning = false
    private var isDone = false
    private var violation: String?
    private var overdue: RunFault?
    private var result: RunResult

    package init(_ notebook: Notebook, limits: RunLimits = RunLimits(), keepsGoing: Bool = false) {
        cells = NotebookCheck.cellsToRun(of: notebook)
        expressions = notebook.parts.reduce(into: [:]) { found, part in
            if case .prose(let prose) = part, !prose.expressions.isEmpty {
                found[prose.id] = prose.expressions.map(\.expression)
            }
        }
        self.limits = limits.of(notebook)
        self.keepsGoing = keepsGoing
        text = FailureText(notebook)
        result = RunResult(
            ending: .completed, outputs: [:], datasets: [], engine: "", instructionSet: "", standardError: "")
    }

    /// Whether another cell may begin.
    private var mayGoOn: Bool {
        switch result.ending {
        case .completed: true
        case .failed: keepsGoing
        default: false
        }
    }

    private var current: Cell? { isRunning ? cells[position] : nil }

    package mutating func apply(_ event: WorkerEvent) -> [Action] {
        guard violation == nil else { return [] }
        switch event {
        case .started(let id, let number):
            guard !isRunning, !isDone, mayGoOn, position < cells.count, cells[position].id == id
            else { return refuse("started \(id)") }
            isRunning = true
            result.outputs[id] = []
            // What was run before is no news.
            if result.kept.last == id { return [] }
            let limit = cells[position].options.timeout ?? limits.cellTime
            return [
                .allow(seconds: limit.map { $0 + Self.grace }),
                .show(.started(id, number: number, index: position + 1, count: cells.count)),
            ]
        case .output(let id, let output):
            guard current?.id == id else { return refuse("output of \(id)") }
            result.outputs[id, default: []].append(output)
            return [.show(.output(id, output))]
        case .progress(let id, let progress):
            guard current?.id == id else { return refuse("progress of \(id)") }
            return [.show(.progress(id, progress))]
        case .dataset(let use):
            result.datasets.append(use)
            return []
        case .finished(let id, let status):
            guard current?.id == id else { return refuse("finished \(id)") }
            isRunning = false
            position += 1
            if result.ending == .completed {
                result.ending = Self.ending(status, id)
            } else if status == .failed {
                result.furtherFailures.append(id)
            } else if status != .succeeded {
                result.ending = Self.ending(status, id)
            }
            return [.allow(seconds: nil), .show(.finished(id, status))]
        case .kept(let id):
            guard !isRunning, !isDone, mayGoOn, position < cells.count, cells[position].id == id
            else { return refuse("kept \(id)") }
            result.kept.append(id)
            return []
        case .repeated(let id):
            guard !isRunning, !isDone, mayGoOn, result.outputs[id] != nil else { return refuse("repeated \(id)") }
            result.repeated.insert(id)
            return [.show(.repeated(id))]
        case .skipped(let id):
            guard keepsGoing, !isRunning, !isDone, case .failed = result.ending, position < cells.count,
                cells[position].id == id
            else { return refuse("skipped \(id)") }
            position += 1
            result.skipped.append(id)
            return []
        case .inline(let prose, let expression, let text):
            guard !isRunning, !isDone, mayGoOn, expressions[prose]?.contains(expression) == true else {
                return refuse("inline of \(prose)")
            }
            result.inline[prose, default: []].append(Record.InlineValue(expression: expression, text: text))
            return []
        case .inlineFailed(let prose, let error):
            guard !isRunning, !isDone, mayGoOn, expressions[prose] != nil else { return refuse("inline of \(prose)") }
            result.outputs[prose] = [.error(error)]
            if result.ending == .completed {
                result.ending = .failed(prose)
            } else {
                result.furtherFailures.append(prose)
            }
            return []
        case .rejected(let messages):
            return refuse(messages.joined(separator: "; "))
        case .done(let engine, let instructionSet):
            guard !isRunning, !isDone, result.ending != .completed || position == cells.count else {
                return refuse("done")
            }
            isDone = true
            result.engine = engine
            result.instructionSet = instructionSet
            return []
        }
    }

    /// A line that is no event.
    package mutating func apply(malformed line: MalformedEvent) -> [Action] {
        violation == nil ? refuse(line.description) : []
    }

    /// The time that was allowed has passed: the running cell's, or the whole notebook's.
    package mutating func deadlinePassed(ofNotebook: Bool = false) -> [Action] {
        if ofNotebook {
            overdue = .notebookTimeLimit(seconds: limits.notebookTime ?? 0)
        } else if let current {
            overdue = .timeLimit(seconds: current.options.timeout ?? limits.cellTime ?? 0)
        }
        return [.kill]
    }

    private mutating func refuse(_ reason: String) -> [Action] {
        violation = reason
        return [.allow(seconds: nil), .kill]
    }

    private static func ending(_ status: CellStatus, _ id: CellID) -> RunResult.Ending {
        switch status {
        case .succeeded: .completed
        case .failed: .failed(id)
        case .cancelled: .cancelled
        case .timeLimit: .timeLimit(id)
        case .memoryLimit: .memoryLimit(id)
        }
    }

    /// The run's result, once the process has ended.
    package mutating func ended(_ end: WorkerEnd, cancelled: Bool = false, standardError: String = "") -> RunResult {
        result.standardError = standardError
        if cancelled {
            result.ending = .cancelled
        } else if let violation {
            fail(.workerMisbehaved(violation))
        } else if !isDone {
            fail(fault(end, standardError))
        }
        return result
    }

    private func fault(_ end: WorkerEnd, _ standardError: String) -> RunFault {
        if let overdue, current != nil { return overdue }
        return switch end {
        case .signalled where Self.tellsOfNoMemory(standardError):
            limits.memory.map { .memoryLimit(mebibytes: $0) } ?? .outOfMemory
        case .signalled(let number): .workerSignalled(number)
        case .exited(WorkerExit.memoryLimit): .memoryLimit(mebibytes: limits.memory ?? 0)
        case .exited(let status): .workerExited(status)
        }
    }

    /// Whether a process died because the system, or the ceiling that it has set itself, gave it no more: so say Swift's
    /// runtime, the machine's arrays and C++.
    private static func tellsOfNoMemory(_ standardError: String) -> Bool {
        ["failed to allocate", "out of memory", "bad_alloc"].contains { standardError.contains($0) }
    }

    private mutating func fail(_ fault: RunFault) {
        let error = text.error(fault, in: current)
        guard let id = current?.id else {
            result.ending = .crashed(nil)
            result.crash = error
            return
        }
        result.outputs[id, default: []].append(.error(error))
        switch fault {
        case .timeLimit, .notebookTimeLimit: result.ending = .timeLimit(id)
        case .memoryLimit, .outOfMemory: result.ending = .memoryLimit(id)
        default: result.ending = .crashed(id)
        }
    }
}
