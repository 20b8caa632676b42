import Foundation
import Outputs
import Synchronization

/// A thread of the worker that asks a running cell to stop when its time or memory is up, and ends the process when
/// nobody is left who wants its events. The command kills a worker that does not follow.
final class Watchdog: Sendable {
    private struct Deadlines {
        var cell: ContinuousClock.Instant?
        var notebook: ContinuousClock.Instant?
        /// The notebook's time is up: no further cell is given any.
        var isNotebookOver = false
    }

    private let deadlines: Mutex<Deadlines>
    private let memoryLimit: Int?
    private let parent = getppid()

    private static let period: UInt32 = 20_000
    /// How long a cell may take to heed ``Interruption`` before the process is ended.
    private static let grace = Duration.seconds(2)

    /// The notebook's time begins now.
    init(notebookTime: Double?, memoryLimit: Int?) {
        deadlines = Mutex(Deadlines(notebook: Self.end(in: notebookTime)))
        self.memoryLimit = memoryLimit
    }

    func start() { Thread.detachNewThread { self.watch() } }

    private static func end(in seconds: Double?) -> ContinuousClock.Instant? {
        seconds.map { .now + .seconds(min($0, 1e9)) }
    }

    /// From now on, for the cell; `nil`: without limit. A request that came too late for the cell before is forgotten.
    func allow(seconds: Double?) {
        let end = Self.end(in: seconds)
        deadlines.withLock {
            $0.cell = end
            if Interruption.reason == .timeLimit, !$0.isNotebookOver { Interruption.clear() }
        }
    }

    var isNotebookOver: Bool { deadlines.withLock(\.isNotebookOver) }

    private func watch() {
        var memoryExceeded: ContinuousClock.Instant?
        while true {
            usleep(Self.period)
            let now = ContinuousClock.now
            deadlines.withLock { deadlines in
                guard Interruption.reason == nil else { return }
                if let end = deadlines.notebook, now >= end {
                    deadlines.isNotebookOver = true
                    Interruption.request(.timeLimit)
                } else if let end = deadlines.cell, now >= end {
                    Interruption.request(.timeLimit)
                }
            }
            if let memoryLimit, Self.peakMemory() > memoryLimit {
                if let since = memoryExceeded {
                    if now - since > Self.grace { _exit(WorkerExit.memoryLimit) }
                } else {
                    memoryExceeded = now
                    Interruption.request(.memoryLimit)
                }
            }
            if getppid() != parent { _exit(WorkerExit.orphaned) }
        }
    }

    /// The largest resident size so far, in MiB.
    private static func peakMemory() -> Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss >> 10
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss >> 20
        #endif
    }
}
