/// The objects that reference registers hold. Arrays and dictionaries are values in the language: whoever changes one
/// makes it unique first (`isKnownUniquelyReferenced`), all others only read.

package final class StringObject {
    package let value: String
    package init(_ value: String) { self.value = value }
}

/// An array whose elements take `layout.bits` words and `layout.refs` references each, stored one after the other.
package final class ArrayObject {
    package let layout: Layout
    /// Words in Swift's own array of integers, so that `[Int]` passes between cells and the library without a copy.
    package var bits: [Int]
    package var refs: [AnyObject?]
    package var count: Int

    package init(layout: Layout) {
        self.layout = layout
        bits = []
        refs = []
        count = 0
    }

    package init(words: [Int]) {
        layout = Layout(1, 0)
        bits = words
        refs = []
        count = words.count
    }

    package init(references: [AnyObject?]) {
        layout = Layout(0, 1)
        bits = []
        refs = references
        count = references.count
    }

    package init(copying other: ArrayObject) {
        layout = other.layout
        bits = other.bits
        refs = other.refs
        count = other.count
    }
}

/// A function with what it captured.
package final class ClosureObject {
    package let function: Int
    package let bits: [Int]
    package let refs: [AnyObject?]

    package init(function: Int, bits: [Int], refs: [AnyObject?]) {
        self.function = function
        self.bits = bits
        self.refs = refs
    }
}

/// A variable that a closure captured and somebody changes: shared storage outside the frame.
package final class BoxObject {
    package var bits: [Int]
    package var refs: [AnyObject?]

    package init(_ layout: Layout) {
        bits = Array(repeating: 0, count: layout.bits)
        refs = Array(repeating: nil, count: layout.refs)
    }
}

/// A value with its type: `Any` and `any P`.
package final class AnyObjectBox {
    package let type: RuntimeType
    package let bits: [Int]
    package let refs: [AnyObject?]

    package init(type: RuntimeType, bits: [Int], refs: [AnyObject?]) {
        self.type = type
        self.bits = bits
        self.refs = refs
    }
}

/// A value of the library that cells can hold but not look into.
package class HostObject {
    /// The value, whatever its type.
    package var anyValue: Any { () }
    fileprivate init() {}
}

/// A library value of known type. Changed in place only when uniquely referenced.
package final class Hosted<Value>: HostObject {
    package var value: Value
    package init(_ value: Value) {
        self.value = value
        super.init()
    }
    override package var anyValue: Any { value }
}
