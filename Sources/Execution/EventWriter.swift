import Foundation
import Synchronization

/// Writes events to a file descriptor, each whole, from any thread.
final class EventWriter: Sendable {
    private let file: Mutex<Int32>

    init(file: Int32) { self.file = Mutex(file) }

    /// Takes the process's standard output for events alone: what else is printed goes to standard error from now on.
    static func takingStandardOutput() -> EventWriter {
        let events = dup(STDOUT_FILENO)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        return EventWriter(file: events)
    }

    func send(_ event: WorkerEvent) { send(lines: event.line) }

    /// Whole lines, of events that were sent before.
    func send(lines line: [UInt8]) {
        file.withLock { file in
            var sent = 0
            while sent < line.count {
                let count = line.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
                if count > 0 {
                    sent += count
                } else if errno != EINTR {
                    _exit(WorkerExit.noReader)  // whoever wanted the events is gone
                }
            }
        }
    }
}

/// Exit statuses of a worker that could not say `done`.
enum WorkerExit {
    static let badJob: Int32 = 2
    static let noReader: Int32 = 3
    /// The watchdog ended a computation that did not stop when it was asked to.
    static let memoryLimit: Int32 = 4
    static let orphaned: Int32 = 5
}
