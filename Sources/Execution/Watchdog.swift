import Foundation
import Outputs
import Synchronization

/// A thread of the worker that asks a running cell to stop when its time or memory is up, and ends the process when
/// nobody is left who wants its events. The command kills a worker that does not follow.
final class Watchdog: Sendable {
    private let deadline = Mutex<ContinuousClock.Instant?>(nil)
    private let memoryLimit: Int?
    private let parent = getppid()

    private static let period: UInt32 = 20_000
    /// How long a cell may take to heed ``Interruption`` before the process is ended.
    private static let grace = Duration.seconds(2)

    init(memoryLimit: Int?) { self.memoryLimit = memoryLimit }

    func start() { Thread.detachNewThread { self.watch() } }

    /// From now on; `nil`: without limit. A request that came too late for the cell before is forgotten.
    func allow(seconds: Double?) {
        let end = seconds.map { ContinuousClock.now + .seconds(min($0, 1e9)) }
        deadline.withLock {
            $0 = end
            if Interruption.reason == .timeLimit { Interruption.clear() }
        }
    }

    private func watch() {
        var memoryExceeded: ContinuousClock.Instant?
        while true {
            usleep(Self.period)
            let now = ContinuousClock.now
            deadline.withLock { end in
                if let end, now >= end, Interruption.reason == nil { Interruption.request(.timeLimit) }
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
