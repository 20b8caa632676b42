public import Synchronization

/// The one way to stop a computation from outside: long loops ask here once per batch or chunk (at most 50 ms apart).
public enum Interruption {
    public enum Reason: Int, Sendable, Codable {
        case cancelled = 1
        case timeLimit
        case memoryLimit
    }

    /// Thrown by ``check()``.
    public struct Interrupted: Error, Sendable {
        public var reason: Reason
    }

    /// Where a request stands. Loops that look at every turn keep it at hand; all others ask ``check()``.
    public final class Flag: Sendable {
        @usableFromInline let request = Atomic<Int>(0)
        /// Inlined wherever it is asked: one relaxed load.
        @inlinable public var isRaised: Bool { request.load(ordering: .relaxed) != 0 }
    }

    public static let flag = Flag()

    /// May be called from any thread and from a signal handler.
    public static func request(_ reason: Reason) { flag.request.store(reason.rawValue, ordering: .relaxed) }

    public static func clear() { flag.request.store(0, ordering: .relaxed) }

    public static var reason: Reason? { Reason(rawValue: flag.request.load(ordering: .relaxed)) }

    /// Throws ``Interrupted`` when a stop was asked for. Costs one relaxed load.
    public static func check() throws {
        if let reason { throw Interrupted(reason: reason) }
    }
}
