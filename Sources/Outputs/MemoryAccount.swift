import Synchronization

/// The memory that the values of a notebook take, against a limit: objects of cells and storage of tensors alike.
///
/// What counts are the values themselves, not what the process takes besides. A large block is asked for with
/// ``reserve(_:)`` before it is made, so that a cell that wants too much has an error and the process lives on. Small
/// ones are added when they are there; whoever runs cells asks ``isExceeded`` from time to time.
///
/// May be used from any thread. Sizes are bytes.
public enum MemoryAccount {
    /// Thrown by ``reserve(_:)``. No cell can catch it.
    public struct Exceeded: Error, Hashable {
        /// What was asked for, and how much all values may take.
        public var requested: Int
        public var limit: Int
    }

    private static let taken = Atomic<Int>(0)
    private static let most = Atomic<Int>(.max)

    /// What is taken now.
    public static var used: Int { taken.load(ordering: .relaxed) }

    /// How much may be taken at a time; `nil`: as much as there is.
    public static var limit: Int? {
        get {
            let bytes = most.load(ordering: .relaxed)
            return bytes == .max ? nil : bytes
        }
        set { most.store(newValue ?? .max, ordering: .relaxed) }
    }

    public static var isExceeded: Bool { used > most.load(ordering: .relaxed) }

    /// Whether so many bytes more would stay within the limit.
    public static func hasRoom(for bytes: Int) -> Bool {
        let (sum, overflow) = used.addingReportingOverflow(bytes)
        return !overflow && sum <= most.load(ordering: .relaxed)
    }

    /// Adds what is about to be made, unless that passes the limit. Threads that ask at the same moment may pass it
    /// together, by less than what they ask for.
    public static func reserve(_ bytes: Int) throws(Exceeded) {
        guard hasRoom(for: bytes) else { throw Exceeded(requested: bytes, limit: limit ?? .max) }
        add(bytes)
    }

    /// Adds what is there already.
    public static func add(_ bytes: Int) { taken.wrappingAdd(bytes, ordering: .relaxed) }

    public static func remove(_ bytes: Int) { taken.wrappingSubtract(bytes, ordering: .relaxed) }
}
