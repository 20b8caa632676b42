/// The objects that reference registers hold. Arrays and dictionaries are values in the language: whoever changes one
/// makes it unique first (`isKnownUniquelyReferenced`), all others only read.

package final class StringObject {
    /// Only appended to, and only when nobody else holds the object.
    package private(set) var value: String
    /// The text's hash as a key; 0 until it is asked for.
    private var knownHash = 0

    package init(_ value: String) {
        self.value = value
        Heap.add(Self.size(value.utf8.count))
    }

    deinit { Heap.remove(Self.size(value.utf8.count)) }

    func append(_ other: String) {
        let before = Self.size(value.utf8.count)
        value += other
        knownHash = 0
        Heap.add(Self.size(value.utf8.count) - before)
    }

    var hash: Int {
        if knownHash == 0 { knownHash = TextHash.hash(value) }
        return knownHash
    }

    /// The object, and the text itself unless it is so short that it stands in the object.
    private static func size(_ count: Int) -> Int { count < 16 ? 48 : 80 + count }
}

/// A function with what it captured, in one piece of memory, references first.
package final class ClosureObject: ManagedBuffer<ClosureObject.Header, Int> {
    package struct Header {
        let function: Int
        let layout: Layout
    }

    static func make(
        function: Int, _ layout: Layout, words: UnsafeMutablePointer<Int>, objects: UnsafeMutablePointer<AnyObject?>
    ) -> ClosureObject {
        let made = create(minimumCapacity: layout.refs + layout.bits) { _ in Header(function: function, layout: layout)
        }
        let object = unsafeDowncast(made, to: ClosureObject.self)
        object.refs.fill(from: objects, layout.refs)
        object.bits.initialize(from: words, count: layout.bits)
        Heap.add(Heap.size(layout))
        return object
    }

    @inline(__always) var function: Int { header.function }
    @inline(__always) var refs: UnsafeMutablePointer<AnyObject?> {
        withUnsafeMutablePointerToElements {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: AnyObject?.self)
        }
    }
    @inline(__always) var bits: UnsafeMutablePointer<Int> {
        withUnsafeMutablePointers { header, elements in elements + header.pointee.layout.refs }
    }

    deinit {
        Heap.remove(Heap.size(header.layout))
        refs.release(header.layout.refs)
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
        Heap.add(Heap.size(layout))
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
        Heap.remove(Heap.size(header.layout))
        let count = header.layout.refs
        guard count > 0 else { return }
        if Self.depth > 100 {
            for index in 0..<count { if let object = refs[index] { Self.waiting.append(object) } }
            refs.release(count)
            return
        }
        Self.depth += 1
        refs.release(count)
        Self.depth -= 1
        if Self.depth == 0 { while Self.waiting.popLast() != nil {} }
    }
}

/// A value with its type: `Any` and `any P`.
package final class AnyObjectBox {
    package let type: RuntimeType
    package let bits: [Int]
    /// Changed only while the box is being restored.
    package internal(set) var refs: [AnyObject?]

    package init(type: RuntimeType, bits: [Int], refs: [AnyObject?]) {
        self.type = type
        self.bits = bits
        self.refs = refs
        Heap.add(Heap.size(Layout(bits.count, refs.count)))
    }

    deinit { Heap.remove(Heap.size(Layout(bits.count, refs.count))) }
}

/// Part of a text that shares its positions, which are offsets in UTF-8.
package final class SubstringObject {
    let base: String
    let bounds: Range<Int>

    /// `bounds` lie between characters of a text whose bytes stand in one piece.
    init(_ base: String, _ bounds: Range<Int>) {
        self.base = base
        self.bounds = bounds
        Heap.add(Heap.size(Layout(0, 0)))
    }

    package convenience init(_ value: Substring) {
        let utf8 = value.base.utf8
        let lower = utf8.distance(from: utf8.startIndex, to: value.startIndex)
        self.init(value.base, lower..<lower + value.utf8.count)
    }

    deinit { Heap.remove(Heap.size(Layout(0, 0))) }

    package var value: Substring {
        let utf8 = base.utf8
        let lower = utf8.index(utf8.startIndex, offsetBy: bounds.lowerBound)
        return base[lower..<utf8.index(lower, offsetBy: bounds.count)]
    }

    /// The part as a text of its own.
    var string: String {
        var base = base
        return base.withUTF8 { String(decoding: UnsafeBufferPointer(rebasing: $0[bounds]), as: UTF8.self) }
    }
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
