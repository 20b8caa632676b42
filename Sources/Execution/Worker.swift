import Bytecode
import CellLibrary
import Datasets
import Diagnostics
import Foundation
import Kernels
import LessonKit
import Notebook
import Outputs

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
        let machine: Machine
        do {
            machine = try CellLibrary.machine(for: program, limits: limits)
        } catch {
            events.send(.rejected(messages: [error.description]))
            return
        }
        LessonLanguage.current = language.rawValue
        DataDirectories.named = job.dataDirectories
        RandomStream.reseed(check.notebook.frontMatter.seed)
        Failure.collect()
        Outputs.current = sink
        if let limit = job.memoryLimit { MemoryCeiling.set(limit: limit) }
        watchdog.start()
        let cells = NotebookCheck.cellsToRun(of: check.notebook)
        var dependencies = job.keepsGoing ? CellDependencies(cells, names: check.names) : nil
        for step in NotebookCheck.steps(of: check.notebook) {
            guard case .cell(let cell) = step else {
                if case .inline(let inline, let prose) = step, !run(inline, of: prose, check, on: machine),
                    dependencies == nil
                {
                    break
                }
                continue
            }
            if dependencies?.dependsOnLost(cell.id) == true {
                events.send(.skipped(cell: cell.id))
            } else {
                let status = run(cell, of: check, on: machine)
                if status == .succeeded { continue }
                guard status == .failed, dependencies != nil else { break }
            }
            dependencies?.lose(cell.id)
        }
        events.send(.done(engine: Self.engine, instructionSet: InstructionSet.name))
    }

    /// What the machine itself holds the cells to: it stops a value that would be too large before it is made.
    private var limits: Machine.Limits {
        let bytes = job.memoryLimit?.multipliedReportingOverflow(by: 1 << 20)
        return Machine.Limits(memory: bytes.flatMap { $0.overflow ? nil : $0.partialValue })
    }

    private func run(_ cell: Cell, of check: NotebookCheck, on machine: Machine) -> CellStatus {
        let text = FailureText(check.notebook)
        let timeLimit = cell.options.timeout ?? job.cellTimeLimit
        events.send(.started(cell: cell.id, number: cell.number))
        sink.begin(cell.id)
        watchdog.allow(seconds: timeLimit)
        let failure = attempt(cell, of: check, on: machine)
        watchdog.allow(seconds: nil)

        let status: CellStatus
        if let reason = failure.flatMap(interruption) {
            status = CellStatus(reason)
            let notebookTime = watchdog.isNotebookOver ? job.notebookTimeLimit : nil
            if let fault = RunFault(
                status, timeLimit: timeLimit, notebookTimeLimit: notebookTime, memoryLimit: job.memoryLimit)
            {
                sink.emit(.error(text.error(fault, in: cell, at: failure?.stack.first?.range)))
            }
        } else if let failure {
            sink.emit(.error(text.error(failure, in: cell)))
            status = cell.options.evaluation == .raisesException ? .succeeded : .failed
        } else if cell.options.evaluation == .raisesException {
            sink.emit(.error(text.error(.didNotFail, in: cell)))
            status = .failed
        } else {
            status = .succeeded
        }
        sink.end()
        events.send(.finished(cell: cell.id, status))
        return status
    }

    /// Runs an expression of the prose and says its value. Whether it had one.
    private func run(_ inline: InlineExpression, of prose: CellID, _ check: NotebookCheck, on machine: Machine) -> Bool
    {
        let value = InlineSink(sink)
        Outputs.current = value
        watchdog.allow(seconds: job.cellTimeLimit)
        defer {
            watchdog.allow(seconds: nil)
            Outputs.current = sink
        }
        let drawn = RandomStream.drawn
        var failure: CellFailure?
        do { try machine.run(cell: inline.id.rawValue) } catch { failure = error }
        let text = FailureText(check.notebook)
        if let failure {
            events.send(.inlineFailed(prose: prose, text.error(failure, inCellAt: inline.textOffset)))
        } else if let shown = value.text, RandomStream.drawn == drawn {
            events.send(.inline(prose: prose, expression: inline.expression, text: shown))
            return true
        } else {
            events.send(.inlineFailed(prose: prose, text.error(.inlineIsNotPure, in: nil, at: inline.range)))
        }
        return false
    }

    private func attempt(_ cell: Cell, of check: NotebookCheck, on machine: Machine) -> CellFailure? {
        if cell.options.evaluation == .failsCheck {
            let found = check.expectedDiagnostics[cell.id] ?? []
            let language = check.notebook.frontMatter.language
            sink.emit(ExpectedDiagnostics.output(found, of: cell, language: language))
            return nil
        }
        do {
            try machine.run(cell: cell.id.rawValue)
            return nil
        } catch {
            return error
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
