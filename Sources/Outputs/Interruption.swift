import Synchronization

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

    private static let requested = Atomic<Int>(0)

    /// May be called from any thread and from a signal handler.
    public static func request(_ reason: Reason) { requested.store(reason.rawValue, ordering: .relaxed) }

    public static func clear() { requested.store(0, ordering: .relaxed) }

    public static var reason: Reason? { Reason(rawValue: requested.load(ordering: .relaxed)) }

    /// Throws ``Interrupted`` when a stop was asked for. Costs one relaxed load.
    public static func check() throws {
        if let reason { throw Interrupted(reason: reason) }
    }
}
