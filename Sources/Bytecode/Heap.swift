import Outputs

/// The bytes of the machine's own objects, which count against the limit of ``MemoryAccount``.
///
/// Objects are made and let go of on the one thread that runs cells, and often: a plain counter keeps the balance and
/// hands it on in portions.
enum Heap {
    nonisolated(unsafe) private static var balance = 0
    static let portion = 1 << 16
    /// Whether the system had no memory for values that the library brought. The machine asks when the library returns.
    nonisolated(unsafe) static var isExhausted = false
    /// No block of memory is larger, whatever the limit: more than any machine has, and far from overflow.
    static let largest = 1 << 46

    @inline(__always) static func add(_ bytes: Int) {
        balance &+= bytes
        if _slowPath(balance > portion) { settle() }
    }

    @inline(__always) static func remove(_ bytes: Int) {
        balance &-= bytes
        if _slowPath(balance < -portion) { settle() }
    }

    /// What an object takes that holds so many words and references, head and all, nearly enough.
    @inline(__always) static func size(_ layout: Layout) -> Int {
        48 &+ (layout.bits &+ layout.refs) &* MemoryLayout<Int>.stride
    }

    /// Hands on what was not handed on yet.
    @inline(never) static func settle() {
        MemoryAccount.add(balance)
        balance = 0
    }

    /// Whether a block may be made. Small blocks always may: what they come to is asked for now and then.
    static func hasRoom(for bytes: Int) -> Bool {
        if bytes <= portion { return true }
        return bytes <= largest && MemoryAccount.hasRoom(for: balance + bytes)
    }

    /// Asked before `count` times `size` bytes are taken.
    static func require(_ count: Int, of size: Int = 1) throws(Trap) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        if overflow || !hasRoom(for: bytes) { throw exceeded(count, of: size) }
    }

    /// The error of a cell that wants `count` times `size` bytes more.
    static func exceeded(_ count: Int, of size: Int) -> Trap {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        return exceeded(overflow ? nil : bytes)
    }

    /// The error of a cell that wants so many bytes more, or has taken too many.
    static func exceeded(_ bytes: Int? = nil) -> Trap {
        let mebibytes = { (bytes: Int) in "\((bytes + (1 << 20) - 1) >> 20) MiB" }
        let taken = MemoryAccount.used + (bytes ?? 0)
        guard let limit = MemoryAccount.limit else { return Trap(.memoryExceeded, bytes.map(mebibytes)) }
        return Trap(.memoryExceeded, "\(mebibytes(taken)), \(mebibytes(limit))")
    }
}
