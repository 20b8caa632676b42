import Bytecode
import CellLibrary
import Datasets
import Diagnostics
import Foundation
import Kernels
import LessonKit
import Notebook
import Outputs
import Records

/// The process that runs the cells of one notebook and says what they do as ``WorkerEvent``s.
package struct Worker {
    private let events: EventWriter
    private let sink: EventSink
    private let watchdog: Watchdog
    private let job: WorkerJob

    /// How records name the engine.
    package static let engine = "Hanji \(hanjiVersion)"

    /// Reads a job from standard input and does it. Returns the process's exit status.
    package static func main() -> Int32 {
        // A reader that has gone shows as an error of `write`, not as a signal.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT, SIGHUP] { signal(number) { _ in Interruption.request(.cancelled) } }
        guard let job = WorkerJob(decoding: standardInput()) else {
            _ = "malformed job\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
            return WorkerExit.badJob
        }
        let events = EventWriter.takingStandardOutput()
        LargeStack.run { Worker(job, events).run() }
        return 0
    }

    /// Until it ends.
    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count > 0 {
                bytes += piece[..<count]
            } else if count == 0 || errno != EINTR {
                return bytes
            }
        }
    }

    private init(_ job: WorkerJob, _ events: EventWriter) {
        self.job = job
        self.events = events
        sink = EventSink(events)
        watchdog = Watchdog(notebookTime: job.notebookTimeLimit, memoryLimit: job.memoryLimit)
    }

    private func run() {
        let check = NotebookCheck(NotebookReader.read(SourceText(path: job.path, text: job.text)))
        let language = check.notebook.frontMatter.language
        guard let program = check.program else {
            let errors = check.diagnostics.filter { $0.severity == .error }
            events.send(.rejected(messages: errors.map { $0.message.text(in: language) }))
            return
        }
        let notebook = NotebookMachine(program, limits: limits)
        LessonLanguage.current = language.rawValue
        DataDirectories.named = job.dataDirectories
        RandomStream.reseed(check.notebook.frontMatter.seed)
        Failure.collect()
        Outputs.current = sink
        if let limit = job.memoryLimit { MemoryCeiling.set(limit: limit) }
        watchdog.start()
        let cache = job.store.map { makeCache(in: $0, program, language) }
        defer { cache?.finish() }
        let cells = NotebookCheck.cellsToRun(of: check.notebook)
        var dependencies = job.keepsGoing ? CellDependencies(cells, names: check.names) : nil
        for step in NotebookCheck.steps(of: check.notebook) {
            guard case .cell(let cell) = step else {
                if case .inline(let inline, let prose) = step, !run(inline, of: prose, check, on: notebook, cache),
                    dependencies == nil
                {
                    break
                }
                continue
            }
            if dependencies?.dependsOnLost(cell.id) == true {
                // What it leaves, nobody knows.
                if let cache { cache.ran(cache.next(cell.id.rawValue, place: nil), nil, on: notebook) }
                events.send(.skipped(cell: cell.id))
            } else {
                let status = run(cell, of: check, on: notebook, cache)
                if status == .succeeded { continue }
                guard status == .failed, dependencies != nil else { break }
            }
            dependencies?.lose(cell.id)
        }
        events.send(.done(engine: Self.engine, instructionSet: InstructionSet.current.name))
    }

    /// What the machine itself holds the cells to: it stops a value that would be too large before it is made.
    private var limits: Machine.Limits {
        let bytes = job.memoryLimit?.multipliedReportingOverflow(by: 1 << 20)
        return Machine.Limits(memory: bytes.flatMap { $0.overflow ? nil : $0.partialValue })
    }

    /// `HANJI_CACHE_AFTER` says how many seconds a cell must have taken for its values to be kept.
    private func makeCache(in directory: String, _ program: Program, _ language: Language) -> CellCache {
        let seconds = getenv("HANJI_CACHE_AFTER").flatMap { Double(String(cString: $0)) }
        return CellCache(
            CellStore(directory: directory), program, conditions: conditions(language),
            leastSeconds: seconds ?? CellCache.usualSeconds)
    }

    /// What outputs depend on besides the cells. The time of the program tells builds of one version apart.
    private func conditions(_ language: Language) -> [String] {
        var status = stat()
        // Where the system does not tell, the command has named the program by its whole path.
        if stat("/proc/self/exe", &status) != 0 { stat(CommandLine.arguments[0], &status) }
        let build = "\(status.st_size) \(FileTime.seconds(status))"
        return [Self.engine, build, InstructionSet.current.name, language.rawValue]
    }

    private func run(
        _ cell: Cell, of check: NotebookCheck, on notebook: NotebookMachine, _ cache: CellCache?
    ) -> CellStatus {
        let isChecked = cell.options.evaluation != .failsCheck
        let plan = isChecked ? cache?.next(cell.id.rawValue, place: place(of: cell, in: check)) : nil
        if let cache, let plan, let entry = cache.find(plan) {
            events.send(.kept(cell: cell.id))
            events.send(.started(cell: cell.id, number: cell.number))
            events.send(lines: entry.events(of: cell.id))
            events.send(.finished(cell: cell.id, .succeeded))
            return .succeeded
        }
        let missing = plan.flatMap { prepare($0, check, on: notebook, cache) }
        events.send(.started(cell: cell.id, number: cell.number))
        sink.begin(cell.id)
        if plan != nil { beginNotes() }
        let start = ContinuousClock.now
        watchdog.allow(seconds: timeLimit(of: cell))
        let failure = missing ?? attempt(cell, of: check, on: notebook)
        watchdog.allow(seconds: nil)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        // A cell that must fail must do so by itself.
        let mustFail = cell.options.evaluation == .raisesException && missing == nil
        let status = say(failure, of: cell, mustFail: mustFail, check)
        sink.end()
        events.send(.finished(cell: cell.id, status))
        if let plan {
            let (said, lookups) = (sink.endNotes(), DataDirectories.endLookups())
            let run = CellCache.Run(
                seconds: seconds, cell: cell.id.rawValue, said: said.events, datasets: said.datasets, lookups: lookups)
            cache?.ran(plan, status == .succeeded ? run : nil, on: notebook)
        }
        return status
    }

    /// From now on what a step says and which files it looks for is noted.
    private func beginNotes() {
        sink.beginNotes()
        DataDirectories.beginLookups()
    }

    private func timeLimit(of cell: Cell) -> Double? { cell.options.timeout ?? job.cellTimeLimit }

    /// The error of a cell tells where it is in the file and shows the lines.
    private func place(of cell: Cell, in check: NotebookCheck) -> String? {
        guard cell.options.evaluation == .raisesException else { return nil }
        let source = check.notebook.source
        let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        return name + "\n" + String(decoding: source.text.utf8.prefix(cell.textRange.upper), as: UTF8.self)
    }

    /// Brings the values that a step reads; an error when the steps that they come from cannot be run.
    private func prepare(
        _ plan: CellCache.Plan, _ check: NotebookCheck, on notebook: NotebookMachine, _ cache: CellCache?
    ) -> CellFailure? {
        Outputs.current = SilentSink()
        defer { Outputs.current = sink }
        do {
            try cache?.prepare(plan, on: notebook) { id, machine in
                let cell = check.notebook.cells.first { $0.id.rawValue == id }
                if let cell { events.send(.repeated(cell: cell.id)) }
                watchdog.allow(seconds: cell.map(timeLimit) ?? job.cellTimeLimit)
                defer { watchdog.allow(seconds: nil) }
                do throws(CellFailure) {
                    try machine.run(cell: id)
                    return nil
                } catch {
                    let isExpected = cell?.options.evaluation == .raisesException && interruption(error) == nil
                    return isExpected ? nil : error
                }
            }
            return nil
        } catch {
            switch error {
            case .failed(let failure): return failure
            case .unsound(let fault): return CellFailure(cause: .library(fault), stack: [])
            }
        }
    }

    /// Says how a cell has ended.
    private func say(
        _ failure: CellFailure?, of cell: Cell, mustFail: Bool, _ check: NotebookCheck
    ) -> CellStatus {
        let text = FailureText(check.notebook)
        if let reason = failure.flatMap(interruption) {
            let status = CellStatus(reason)
            let notebookTime = watchdog.isNotebookOver ? job.notebookTimeLimit : nil
            if let fault = RunFault(
                status, timeLimit: timeLimit(of: cell), notebookTimeLimit: notebookTime, memoryLimit: job.memoryLimit)
            {
                sink.emit(.error(text.error(fault, in: cell, at: failure?.stack.first?.range)))
            }
            return status
        }
        if let failure {
            sink.emit(.error(text.error(failure, in: cell)))
            return mustFail ? .succeeded : .failed
        }
        if mustFail { sink.emit(.error(text.error(.didNotFail, in: cell))) }
        return mustFail ? .failed : .succeeded
    }

    /// Runs an expression of the prose and says its value. Whether it had one.
    private func run(
        _ inline: InlineExpression, of prose: CellID, _ check: NotebookCheck, on notebook: NotebookMachine,
        _ cache: CellCache?
    ) -> Bool {
        func event(_ text: String) -> WorkerEvent { .inline(prose: prose, expression: inline.expression, text: text) }
        let plan = cache?.next(inline.id.rawValue, place: nil)
        if let cache, let plan, let entry = cache.find(plan) {
            events.send(event(String(decoding: entry.said, as: UTF8.self)))
            return true
        }
        var failure = plan.flatMap { prepare($0, check, on: notebook, cache) }
        let value = InlineSink(sink)
        Outputs.current = value
        if plan != nil { beginNotes() }
        watchdog.allow(seconds: job.cellTimeLimit)
        defer {
            watchdog.allow(seconds: nil)
            Outputs.current = sink
        }
        let drawn = RandomStream.drawn
        failure = failure ?? execute(inline.id.rawValue, on: notebook)
        let text = FailureText(check.notebook)
        let shown = failure == nil && RandomStream.drawn == drawn ? value.text : nil
        if let failure {
            events.send(.inlineFailed(prose: prose, text.error(failure, inCellAt: inline.textOffset)))
        } else if let shown {
            events.send(event(shown))
        } else {
            events.send(.inlineFailed(prose: prose, text.error(.inlineIsNotPure, in: nil, at: inline.range)))
        }
        if let plan {
            let (said, lookups) = (sink.endNotes(), DataDirectories.endLookups())
            let run = shown.map { CellCache.Run(seconds: 0, said: Array($0.utf8), datasets: [], lookups: lookups) }
            cache?.ran(plan, said.datasets.isEmpty ? run : nil, on: notebook)
        }
        return shown != nil
    }

    private func attempt(_ cell: Cell, of check: NotebookCheck, on notebook: NotebookMachine) -> CellFailure? {
        if cell.options.evaluation == .failsCheck {
            let found = check.expectedDiagnostics[cell.id] ?? []
            let language = check.notebook.frontMatter.language
            sink.emit(ExpectedDiagnostics.output(found, of: cell, language: language))
            return nil
        }
        return execute(cell.id.rawValue, on: notebook)
    }

    private func execute(_ id: String, on notebook: NotebookMachine) -> CellFailure? {
        do throws(Verifier.Fault) {
            let machine = try notebook.machine
            do throws(CellFailure) {
                try machine.run(cell: id)
                return nil
            } catch {
                return error
            }
        } catch {
            return CellFailure(cause: .library(error), stack: [])
        }
    }

    private func interruption(_ failure: CellFailure) -> Interruption.Reason? {
        if job.memoryLimit != nil, case .trap(.memoryExceeded, _) = failure.cause { return .memoryLimit }
        guard case .library(let error as Interruption.Interrupted) = failure.cause else { return nil }
        return error.reason
    }
}

extension CellStatus {
    fileprivate init(_ reason: Interruption.Reason) {
        switch reason {
        case .cancelled: self = .cancelled
        case .timeLimit: self = .timeLimit
        case .memoryLimit: self = .memoryLimit
        }
    }
}
