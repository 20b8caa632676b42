import Diagnostics
import Foundation
package import Notebook
import Subprocess
import Synchronization

/// A worker that could not be started.
package struct WorkerStartError: Error, Hashable, Sendable {
    package var worker: String
    package var reason: String
}

/// Runs notebooks, each in a process of its own: a fault of the engine ends that process and not the command.
package struct NotebookRunner: Sendable {
    /// The path of the program that is started as `hanji __worker`.
    package var worker: String
    package var dataDirectories: [String]
    package var limits: RunLimits
    /// How many threads a worker computes on; `nil` for as many as there are cores. What it computes is the same.
    package var threads: Int?
    /// Whether the cells that do not depend on a failed one are run.
    package var keepsGoing: Bool
    /// The directory of the store of cells; `nil`: every cell is run, and nothing is kept.
    package var store: String?

    package init(
        worker: String, dataDirectories: [String] = [], limits: RunLimits = RunLimits(), threads: Int? = nil,
        keepsGoing: Bool = false, store: String? = nil
    ) {
        self.worker = worker
        self.dataDirectories = dataDirectories
        self.limits = limits
        self.threads = threads
        self.keepsGoing = keepsGoing
        self.store = store
    }

    package static let workerArgument = "__worker"

    /// Runs `notebook`, which has passed the check. Cancelling the task stops the worker: first by a signal that it
    /// heeds between two steps of a computation, a tenth of a second later by one that it cannot refuse. It has nothing
    /// to lose: whoever asked for the run writes the record.
    package func run(
        _ notebook: Notebook, onUpdate: @escaping @Sendable (RunUpdate) -> Void = { _ in }
    ) async throws(WorkerStartError) -> RunResult {
        let session = Session(notebook, limits: limits, keepsGoing: keepsGoing)
        let limits = session.limits
        let supervisor = Supervisor(session, onUpdate)
        let job = WorkerJob(
            path: notebook.source.path, text: notebook.source.text, dataDirectories: dataDirectories,
            cellTimeLimit: limits.cellTime, notebookTimeLimit: limits.notebookTime, memoryLimit: limits.memory,
            keepsGoing: keepsGoing, store: store)
        do {
            let outcome = try await Subprocess.run(
                .path(literal(worker)), arguments: [Self.workerArgument], environment: environment,
                platformOptions: Self.options, input: .array(job.encoded()), output: .sequence, error: .sequence
            ) { execution in
                try await supervisor.follow(execution)
            }
            let end: WorkerEnd =
                switch outcome.terminationStatus {
                case .exited(let status): .exited(status)
                case .signaled(let number): .signalled(number)
                }
            return supervisor.ended(end, cancelled: Task.isCancelled, standardError: outcome.closureResult)
        } catch {
            if Task.isCancelled { return supervisor.ended(.signalled(SIGTERM), cancelled: true, standardError: "") }
            throw WorkerStartError(worker: worker, reason: "\(error)")
        }
    }

    /// Dictionaries iterate in the same order in every run; a crash says its reason in a line and not in a page.
    private var environment: Environment {
        var changes: [Environment.Key: String?] = [
            "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no",
        ]
        // What the user says of threads goes first.
        if let threads, getenv("OMP_NUM_THREADS") == nil { changes["OMP_NUM_THREADS"] = String(threads) }
        return .inherit.updating(changes)
    }

    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(100))]
        return options
    }
}

/// A value of a library's string-like type whose module this room does not import.
private func literal<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
where Path.StringLiteralType == String { Path(stringLiteral: text) }

/// Listens to one worker, drives the session and does what it asks for.
private final class Supervisor: Sendable {
    private let session: Mutex<Session>
    private let deadline = Mutex<ContinuousClock.Instant?>(nil)
    private let notebookDeadline: ContinuousClock.Instant?
    private let onUpdate: @Sendable (RunUpdate) -> Void

    init(_ session: Session, _ onUpdate: @escaping @Sendable (RunUpdate) -> Void) {
        notebookDeadline = session.limits.notebookTime.map { .now + .seconds(min($0, 1e9) + Session.grace) }
        self.session = Mutex(session)
        self.onUpdate = onUpdate
    }

    func ended(_ end: WorkerEnd, cancelled: Bool, standardError: String) -> RunResult {
        session.withLock { $0.ended(end, cancelled: cancelled, standardError: standardError) }
    }

    /// Until the worker's output ends. Returns the end of what it wrote to standard error.
    func follow<Input>(_ execution: Execution<Input, SequenceOutput, SequenceOutput>) async throws -> String {
        try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask { try await Self.tail(of: execution.standardError) }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(50))
                    let isNotebook = self.notebookDeadline.map { .now >= $0 } ?? false
                    guard isNotebook || self.isOverdue else { continue }
                    self.perform(self.session.withLock { $0.deadlinePassed(ofNotebook: isNotebook) }, on: execution)
                    return nil
                }
                return nil
            }
            var lines = LineSplitter()
            for try await buffer in execution.standardOutput {
                for line in lines.add(buffer.withUnsafeBytes { Array($0) }) { receive(line, on: execution) }
            }
            if let rest = lines.rest { receive(rest, on: execution) }
            var text = ""
            while let finished = try await group.next() {
                guard let finished else { continue }
                text = finished
                group.cancelAll()
            }
            return text
        }
    }

    private var isOverdue: Bool { deadline.withLock { $0.map { ContinuousClock.now >= $0 } ?? false } }

    private func receive<Input>(_ line: [UInt8], on execution: Execution<Input, SequenceOutput, SequenceOutput>) {
        let actions = session.withLock { session in
            do throws(MalformedEvent) {
                return session.apply(try WorkerEvent(line: line))
            } catch {
                return session.apply(malformed: error)
            }
        }
        perform(actions, on: execution)
    }

    private func perform<Input>(
        _ actions: [Session.Action], on execution: Execution<Input, SequenceOutput, SequenceOutput>
    ) {
        for action in actions {
            switch action {
            case .show(let update): onUpdate(update)
            case .allow(let seconds):
                let end = seconds.map { ContinuousClock.now + .seconds(min($0, 1e9)) }
                deadline.withLock { $0 = end }
            case .kill: try? execution.send(signal: .kill)  // fails only when the worker has ended already
            }
        }
    }

    private static let tailLength = 8 << 10

    private static func tail(of stream: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        for try await buffer in stream {
            bytes += buffer.withUnsafeBytes { Array($0) }
            if bytes.count > 2 * tailLength { bytes.removeFirst(bytes.count - tailLength) }
        }
        return String(decoding: bytes.suffix(tailLength), as: UTF8.self)
    }
}
