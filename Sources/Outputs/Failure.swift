import Foundation
import Synchronization

/// How the library reports a learner's mistake from a function that is not `throws`, so that lessons need no `try` at
/// every line: the public function wraps its throwing body in ``guarded(_:_:)``.
///
/// In a compiled program a mistake ends the process with its message. Where cells are interpreted the machine collects
/// it after the call that failed and makes it the cell's error; the fallback value is never seen.
public enum Failure {
    private static let collecting = Atomic<Bool>(false)
    private static let isPending = Atomic<Bool>(false)
    private static let pending = Mutex<(any Error)?>(nil)
    private static let ending = Mutex<(@Sendable (any Error) -> Never)?>(nil)

    /// Runs `body`; if it throws, the error is collected (or ends the program) and `fallback` stands in for the result.
    public static func guarded<T>(_ fallback: @autoclosure () -> T, _ body: () throws -> T) -> T {
        do { return try body() } catch { return raise(error, fallback()) }
    }

    /// Collects `error` (or ends the program); the first one counts.
    public static func raise<T>(_ error: any Error, _ fallback: @autoclosure () -> T) -> T {
        guard collecting.load(ordering: .relaxed) else {
            ending.withLock { $0 }?(error)
            StandardError.write("\(error)\n")
            exit(1)
        }
        pending.withLock { if $0 == nil { $0 = error } }
        isPending.store(true, ordering: .relaxed)
        return fallback()
    }

    /// From now on mistakes are collected: the interpreter's mode.
    package static func collect() { collecting.store(true, ordering: .relaxed) }

    /// From now on a mistake ends what `ending` says and not the program; `nil`: the program again.
    package static func end(by ending: (@Sendable (any Error) -> Never)?) { self.ending.withLock { $0 = ending } }

    /// The collected mistake, which is then forgotten. Asked after every call; one relaxed load when there is none.
    package static func take() -> (any Error)? {
        guard isPending.load(ordering: .relaxed) else { return nil }
        isPending.store(false, ordering: .relaxed)
        return pending.withLock { error in
            defer { error = nil }
            return error
        }
    }

    /// The mistake that `body` makes, collected; one caller at a time, so that tests may run side by side.
    package static func collected(_ body: () throws -> Void) rethrows -> (any Error)? {
        try oneAtATime.withLock { _ in
            collect()
            _ = take()
            try body()
            return take()
        }
    }

    private static let oneAtATime = Mutex<Void>(())
}
