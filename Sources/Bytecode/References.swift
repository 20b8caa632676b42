/// Many references one by one: the runtime's own loops look up for every single one how it is copied and let go of.
extension UnsafeMutablePointer<AnyObject?> {
    @inline(__always) func release(_ count: Int) {
        var index = 0
        while index < count {
            _ = (self + index).move()
            index &+= 1
        }
    }

    /// Where nothing stood before.
    @inline(__always) func fill(from source: UnsafePointer<AnyObject?>, _ count: Int) {
        var index = 0
        while index < count {
            (self + index).initialize(to: source[index])
            index &+= 1
        }
    }

    @inline(__always) func assign(from source: UnsafePointer<AnyObject?>, _ count: Int) {
        var index = 0
        while index < count {
            self[index] = source[index]
            index &+= 1
        }
    }
}
