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

/// A captured variable, an instance of a class, the payload of an indirect case: words and references of its own, in one
/// piece of memory, references first.
package final class RecordObject: ManagedBuffer<RecordObject.Header, Int> {
    package struct Header {
        /// The class, of an instance.
        var info: NominalInfo?
        var layout: Layout
    }

    package static func make(_ layout: Layout, info: NominalInfo? = nil) -> RecordObject {
        let made = create(minimumCapacity: layout.refs + layout.bits) { _ in Header(info: info, layout: layout) }
        let object = unsafeDowncast(made, to: RecordObject.self)
        object.refs.initialize(repeating: nil, count: layout.refs)
        object.bits.initialize(repeating: 0, count: layout.bits)
        return object
    }

    package var info: NominalInfo? { header.info }
    package var layout: Layout { header.layout }

    @inline(__always) package var refs: UnsafeMutablePointer<AnyObject?> {
        withUnsafeMutablePointerToElements {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: AnyObject?.self)
        }
    }
    @inline(__always) package var bits: UnsafeMutablePointer<Int> {
        withUnsafeMutablePointers { header, elements in elements + header.pointee.layout.refs }
    }

    package func slots(_ layout: Layout) -> Slots {
        Slots(
            bits: Array(UnsafeBufferPointer(start: bits, count: layout.bits)),
            refs: Array(UnsafeBufferPointer(start: refs, count: layout.refs)))
    }

    // A long list of objects must not be let go of by as long a chain of calls.
    nonisolated(unsafe) private static var depth = 0
    nonisolated(unsafe) private static var waiting: [AnyObject] = []

    deinit {
        let count = header.layout.refs
        guard count > 0 else { return }
        if Self.depth > 100 {
            for index in 0..<count { if let object = refs[index] { Self.waiting.append(object) } }
            refs.deinitialize(count: count)
            return
        }
        Self.depth += 1
        refs.deinitialize(count: count)
        Self.depth -= 1
        if Self.depth == 0 { while Self.waiting.popLast() != nil {} }
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

/// Part of a text that shares its positions.
package final class SubstringObject {
    package let value: Substring
    package init(_ value: Substring) { self.value = value }
}

/// A value of the library that cells can hold but not look into.
package class HostObject {
    /// The value, whatever its type.
    package var anyValue: Any { () }
    init() {}
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
