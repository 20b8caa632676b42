import CKernels
import Foundation
import Synchronization

/// A small pool of threads for numeric work.
///
/// Work comes as numbered pieces whose size depends on shapes only. A piece writes nothing that another one reads or
/// writes, so the result has the same bits on any number of threads, one included.
///
/// Within a piece subnormal numbers are zero, as in TensorFlow: an average of squares that decays for words that no batch
/// contains any more would come to be one after some hundred steps, and each step would take many times as long.
package enum Workers {
    private static let pool = Mutex<(pool: Pool, threads: Int)?>(nil)
    /// Held while the pool works; a second caller does its pieces itself instead of waiting.
    private static let isBusy = Atomic<Bool>(false)

    /// About thirty microseconds on one thread.
    private static let leastWork = 1 << 17

    /// How many threads work, the caller's included.
    package static var threads: Int { current().threads }

    /// Changes the number of threads from now on, for tests and measurements.
    package static func setThreads(_ count: Int) {
        let count = min(max(1, count), 64)
        let old = pool.withLock { state in
            let old = state?.pool
            state = (Pool(helpers: count - 1), count)
            return old
        }
        old?.retire()
    }

    /// The number of threads that an environment asks for: `OMP_NUM_THREADS` (the first number of a list), else the
    /// processors that this process may run on.
    package static func threads(from environment: [String: String]) -> Int {
        if let text = environment["OMP_NUM_THREADS"], let first = text.split(separator: ",").first,
            let count = Int(first.trimmingCharacters(in: .whitespaces)), count > 0
        {
            return min(count, 64)
        }
        return min(max(1, ProcessInfo.processInfo.activeProcessorCount), 64)
    }

    /// Runs `body` for every piece in `0..<pieces` and returns when all are done. From within a piece, or while another
    /// thread uses the pool, the pieces run one after the other on the calling thread; so they do if `work`, the number
    /// of multiplications in all, is too little to be worth waking a thread.
    package static func run(pieces: Int, work: Int = .max, _ body: @escaping (Int) -> Void) {
        guard pieces > 1, work >= leastWork, case (let pool, let threads) = current(), threads > 1,
            isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
        else {
            let mode = hanji_flush_subnormals()
            for piece in 0..<max(pieces, 0) { body(piece) }
            hanji_restore_subnormals(mode)
            return
        }
        defer { isBusy.store(false, ordering: .releasing) }
        let mode = hanji_flush_subnormals()
        pool.run(Job(pieces: pieces, body: body))
        hanji_restore_subnormals(mode)
    }

    private static func current() -> (pool: Pool, threads: Int) {
        pool.withLock { state in
            if let state { return state }
            let threads = threads(from: ProcessInfo.processInfo.environment)
            let new = (Pool(helpers: threads - 1), threads)
            state = new
            return new
        }
    }
}

/// One call of ``Workers/run(pieces:_:)``. Late helpers may still hold it after the call; they find no piece left.
private final class Job: @unchecked Sendable {
    private let pieces: Int
    private let body: (Int) -> Void
    private let next = Atomic<Int>(0)
    private let done = Atomic<Int>(0)

    init(pieces: Int, body: @escaping (Int) -> Void) {
        self.pieces = pieces
        self.body = body
    }

    var isDone: Bool { done.load(ordering: .acquiring) == pieces }

    /// Takes pieces until none is left; whether the last one to be finished was finished here.
    func work() -> Bool {
        while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < pieces else { return false }
            body(piece)
            if done.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue == pieces { return true }
        }
    }
}

/// Helper threads that wait for jobs: a moment actively, because training sends one every few hundred microseconds,
/// then asleep.
private final class Pool: @unchecked Sendable {
    private let helpers: Int
    private let wake = NSCondition()
    private let finish = NSCondition()
    private let generation = Atomic<Int>(0)
    private var job: Job?
    private var isRetired = false
    private var started = false

    init(helpers: Int) { self.helpers = helpers }

    func run(_ job: Job) {
        wake.lock()
        if !started {
            started = true
            for _ in 0..<helpers { Thread.detachNewThread { self.help() } }
        }
        self.job = job
        generation.wrappingAdd(1, ordering: .releasing)
        wake.broadcast()
        wake.unlock()
        if !job.work() {
            spin { job.isDone }
            if !job.isDone {
                finish.lock()
                while !job.isDone { finish.wait() }
                finish.unlock()
            }
        }
        wake.lock()
        if self.job === job { self.job = nil }
        wake.unlock()
    }

    func retire() {
        wake.lock()
        isRetired = true
        generation.wrappingAdd(1, ordering: .releasing)
        wake.broadcast()
        wake.unlock()
    }

    private func help() {
        _ = hanji_flush_subnormals()
        var seen = 0
        while true {
            spin { generation.load(ordering: .relaxed) != seen }
            wake.lock()
            while generation.load(ordering: .relaxed) == seen { wake.wait() }
            seen = generation.load(ordering: .relaxed)
            let job = job
            let retired = isRetired
            wake.unlock()
            if let job, job.work() {
                finish.lock()
                finish.broadcast()
                finish.unlock()
            }
            if retired { return }
        }
    }

    /// Waits actively for some tens of microseconds at most.
    @inline(__always)
    private func spin(until isOver: () -> Bool) {
        for _ in 0..<20_000 where isOver() { return }
    }
}
