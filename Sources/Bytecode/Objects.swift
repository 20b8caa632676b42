/// The objects that reference registers hold. Arrays and dictionaries are values in the language: whoever changes one
/// makes it unique first (`isKnownUniquelyReferenced`), all others only read.

package final class StringObject {
    /// Only appended to, and only when nobody else holds the object.
    package fileprivate(set) var value: String
    package init(_ value: String) { self.value = value }

    @inline(__always) func append(_ other: String) { value += other }
}

/// An array whose elements take `layout.bits` words and `layout.refs` references each, stored one after the other.
///
/// Memory of its own instead of Swift's arrays: who changes the object has made sure that nobody else holds it, and a
/// second check of the storage would cost more than the change.
package final class ArrayObject {
    package let layout: Layout
    package internal(set) var count = 0
    private(set) var words: UnsafeMutablePointer<Int> = ArrayObject.none()
    private(set) var objects: UnsafeMutablePointer<AnyObject?> = ArrayObject.none()
    private(set) var wordCapacity = 0
    private(set) var objectCapacity = 0

    /// What empty storage points to: an address that nobody reads.
    private static func none<T>() -> UnsafeMutablePointer<T> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Int>.alignment).unsafelyUnwrapped
    }

    package init(layout: Layout) { self.layout = layout }

    package convenience init(words: [Int]) {
        self.init(layout: Layout(1, 0))
        bits = words
        count = words.count
    }

    package convenience init(references: [AnyObject?]) {
        self.init(layout: Layout(0, 1))
        refs = references
        count = references.count
    }

    package convenience init(copying other: ArrayObject) {
        self.init(layout: other.layout)
        append(contentsOf: other, 0..<other.count)
    }

    deinit {
        objects.deinitialize(count: count * layout.refs)
        if wordCapacity > 0 { words.deallocate() }
        if objectCapacity > 0 { objects.deallocate() }
    }

    /// All words, copied. Setting them sets no count.
    package var bits: [Int] {
        get { Array(UnsafeBufferPointer(start: words, count: count * layout.bits)) }
        set {
            growWords(to: newValue.count)
            newValue.withUnsafeBufferPointer { source in
                if let first = source.baseAddress { words.update(from: first, count: source.count) }
            }
        }
    }

    /// All references, copied. Setting them lets go of those of the elements so far, and sets no count.
    package var refs: [AnyObject?] {
        get { Array(UnsafeBufferPointer(start: objects, count: count * layout.refs)) }
        set {
            growObjects(to: max(newValue.count, count * layout.refs))
            objects.deinitialize(count: count * layout.refs)
            _ = UnsafeMutableBufferPointer(start: objects, count: newValue.count).initialize(from: newValue)
        }
    }

    /// Makes room for so many elements in all.
    package func reserve(_ elements: Int) {
        if elements * layout.bits > wordCapacity { growWords(to: elements * layout.bits) }
        if elements * layout.refs > objectCapacity { growObjects(to: elements * layout.refs) }
    }

    /// Makes room for one more element.
    @inline(__always) func makeRoom() {
        if (count &+ 1) &* layout.bits > wordCapacity || (count &+ 1) &* layout.refs > objectCapacity { grow() }
    }

    @inline(__always) func appendWord(_ word: Int) {
        if count == wordCapacity { grow() }
        words[count] = word
        count &+= 1
    }

    /// Moves the reference out of its register.
    @inline(__always) func appendObject(_ register: UnsafeMutablePointer<AnyObject?>) {
        if count == objectCapacity { grow() }
        (objects + count).moveInitialize(from: register, count: 1)
        register.initialize(to: nil)
        count &+= 1
    }

    @inline(never) private func grow() { reserve(max(4, 2 * count)) }

    func append(contentsOf other: ArrayObject, _ range: Range<Int>) {
        reserve(count + range.count)
        (words + count * layout.bits).update(
            from: other.words + range.lowerBound * layout.bits, count: range.count * layout.bits)
        (objects + count * layout.refs).initialize(
            from: other.objects + range.lowerBound * layout.refs, count: range.count * layout.refs)
        count += range.count
    }

    /// Elements and everything else move as plain memory.
    private func growWords(to capacity: Int) {
        let larger = UnsafeMutablePointer<Int>.allocate(capacity: max(1, capacity))
        larger.update(from: words, count: min(wordCapacity, capacity))
        if wordCapacity > 0 { words.deallocate() }
        words = larger
        wordCapacity = max(1, capacity)
    }

    private func growObjects(to capacity: Int) {
        let larger = UnsafeMutablePointer<AnyObject?>.allocate(capacity: max(1, capacity))
        larger.moveInitialize(from: objects, count: count * layout.refs)
        if objectCapacity > 0 { objects.deallocate() }
        objects = larger
        objectCapacity = max(1, capacity)
    }

    /// Takes the last element off; there is one.
    func removeLast() -> Slots {
        let last = slots(at: count - 1)
        count -= 1
        (objects + count * layout.refs).deinitialize(count: layout.refs)
        return last
    }

    func slots(at index: Int) -> Slots {
        Slots(
            bits: Array(UnsafeBufferPointer(start: words + index * layout.bits, count: layout.bits)),
            refs: Array(UnsafeBufferPointer(start: objects + index * layout.refs, count: layout.refs)))
    }

    /// Moves the references out of their registers.
    func appendMoving(words source: UnsafeMutablePointer<Int>, objects references: UnsafeMutablePointer<AnyObject?>) {
        makeRoom()
        for k in 0..<layout.bits { words[count &* layout.bits &+ k] = source[k] }
        for k in 0..<layout.refs {
            (objects + (count &* layout.refs &+ k)).moveInitialize(from: references + k, count: 1)
            (references + k).initialize(to: nil)
        }
        count &+= 1
    }

    func append(words source: UnsafeMutablePointer<Int>, objects references: UnsafeMutablePointer<AnyObject?>) {
        makeRoom()
        for k in 0..<layout.bits { words[count &* layout.bits &+ k] = source[k] }
        for k in 0..<layout.refs { (objects + (count &* layout.refs &+ k)).initialize(to: references[k]) }
        count &+= 1
    }

    func append(_ slots: Slots) {
        makeRoom()
        for k in 0..<layout.bits { words[count * layout.bits + k] = slots.bits[k] }
        for k in 0..<layout.refs { (objects + count * layout.refs + k).initialize(to: slots.refs[k]) }
        count += 1
    }
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
        let made = create(minimumCapacity: layout.refs + layout.bits) { _ in Header(function: function, layout: layout) }
        let object = unsafeDowncast(made, to: ClosureObject.self)
        object.refs.initialize(from: objects, count: layout.refs)
        object.bits.initialize(from: words, count: layout.bits)
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

    deinit { refs.deinitialize(count: header.layout.refs) }
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
