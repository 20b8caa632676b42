/// Bytes that kernels read and write: which steps of which samples are real. Shared as ``Buffer`` is.
package final class ByteBuffer: @unchecked Sendable {
    package let count: Int
    let base: UnsafeMutablePointer<UInt8>

    package init(count: Int) {
        self.count = count
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { base.deallocate() }

    package subscript(index: Int) -> UInt8 {
        get {
            precondition(index >= 0 && index < count)
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            base[index] = newValue
        }
    }
}
