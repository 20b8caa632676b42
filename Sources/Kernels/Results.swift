/// Numbers that the pieces of a piece of work leave behind, each in places of its own.
package final class Results: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Double>
    private let count: Int

    package init(count: Int) {
        self.count = count
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { base.deallocate() }

    package subscript(index: Int) -> Double {
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
