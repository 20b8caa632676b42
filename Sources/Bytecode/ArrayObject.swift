import Foundation

/// An array whose elements take `layout.bits` words and `layout.refs` references each, stored one after the other.
///
/// Memory of its own instead of Swift's arrays: who changes the object has made sure that nobody else holds it, and a
/// second check of the storage would cost more than the change. What grows as much as a cell says asks for room first;
/// what brings values that are there already just grows. Where the system has no memory even for that, the array stays
/// as it is and the cell ends as soon as the library returns: ``Heap/isExhausted``.
package final class ArrayObject {
    package let layout: Layout
    package internal(set) var count = 0
    private(set) var words: UnsafeMutablePointer<Int> = ArrayObject.none()
    private(set) var objects: UnsafeMutablePointer<AnyObject?> = ArrayObject.none()
    private var wordCapacity = 0
    private var objectCapacity = 0

    /// What empty storage points to: an address that nobody reads.
    private static func none<T>() -> UnsafeMutablePointer<T> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Int>.alignment).unsafelyUnwrapped
    }

    /// Words and references take the same.
    private static let registerSize = MemoryLayout<Int>.stride
    /// The object without its elements, head of the memory block and all.
    private static let ownSize = 96

    package init(layout: Layout) {
        self.layout = layout
        Heap.add(Self.ownSize)
    }

    package convenience init(words: [Int]) {
        self.init(layout: Layout(1, 0))
        set(words.count, bits: words, refs: [])
    }

    package convenience init(references: [AnyObject?]) {
        self.init(layout: Layout(0, 1))
        set(references.count, bits: [], refs: references)
    }

    /// A copy; `nil` where there is no room for one.
    convenience init?(copying other: ArrayObject) {
        self.init(layout: other.layout)
        guard makeRoom(for: other.count) else { return nil }
        append(contentsOf: other, 0..<other.count)
    }

    deinit {
        Heap.remove(Self.ownSize + (wordCapacity + objectCapacity) * Self.registerSize)
        objects.release(count * layout.refs)
        if wordCapacity > 0 { free(words) }
        if objectCapacity > 0 { free(objects) }
    }

    // MARK: All elements

    /// All words and all references, copied.
    package var bits: [Int] { Array(wordElements) }
    package var refs: [AnyObject?] { Array(objectElements) }

    /// Puts other elements in the place of all: `bits` and `refs` hold what so many take.
    func set(_ count: Int, bits: [Int], refs: [AnyObject?]) {
        guard hasRoom(words: bits.count, objects: refs.count) else { return }
        bits.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { words.update(from: first, count: source.count) }
        }
        objects.release(self.count * layout.refs)
        _ = UnsafeMutableBufferPointer(start: objects, count: refs.count).initialize(from: refs)
        self.count = count
    }

    /// Where they stand.
    var wordElements: UnsafeMutableBufferPointer<Int> {
        UnsafeMutableBufferPointer(start: words, count: count * layout.bits)
    }
    var objectElements: UnsafeMutableBufferPointer<AnyObject?> {
        UnsafeMutableBufferPointer(start: objects, count: count * layout.refs)
    }

    func has(_ index: Int) -> Bool { index >= 0 && index < count }

    func slots(at index: Int) -> Slots {
        Slots(
            bits: Array(UnsafeBufferPointer(start: words + index * layout.bits, count: layout.bits)),
            refs: Array(UnsafeBufferPointer(start: objects + index * layout.refs, count: layout.refs)))
    }

    // MARK: Room

    /// Makes room for so many elements in all, if there is memory for them.
    func makeRoom(for elements: Int) -> Bool {
        // The largest product is far from overflow.
        guard elements <= Heap.largest else { return false }
        let (bits, refs) = (elements * layout.bits, elements * layout.refs)
        let growth = max(0, bits - wordCapacity) + max(0, refs - objectCapacity)
        if growth == 0 { return true }
        if growth > Heap.largest || !Heap.hasRoom(for: growth * Self.registerSize) { return false }
        return resizeWords(to: bits) && resizeObjects(to: refs)
    }

    /// Makes room for so many elements in all; an error of the cell where there is none.
    func reserve(_ elements: Int) throws(Trap) {
        if !makeRoom(for: elements) {
            throw Heap.exceeded(elements, of: (layout.bits + layout.refs) * Self.registerSize)
        }
    }

    /// Makes room for values that are there already.
    private func hasRoom(words: Int, objects: Int) -> Bool {
        if resizeWords(to: words) && resizeObjects(to: objects) { return true }
        Heap.isExhausted = true
        return false
    }

    private func resizeWords(to capacity: Int) -> Bool {
        if capacity <= wordCapacity { return true }
        guard let memory = Self.resize(words, from: wordCapacity, to: capacity) else { return false }
        (words, wordCapacity) = (memory, capacity)
        return true
    }

    private func resizeObjects(to capacity: Int) -> Bool {
        if capacity <= objectCapacity { return true }
        guard let memory = Self.resize(objects, from: objectCapacity, to: capacity) else { return false }
        (objects, objectCapacity) = (memory, capacity)
        return true
    }

    /// Elements move as plain memory.
    private static func resize<T>(
        _ memory: UnsafeMutablePointer<T>, from old: Int, to capacity: Int
    ) -> UnsafeMutablePointer<T>? {
        guard let larger = realloc(old > 0 ? memory : nil, capacity * registerSize) else { return nil }
        Heap.add((capacity - old) * registerSize)
        return larger.bindMemory(to: T.self, capacity: capacity)
    }

    /// Room for more elements, twice as much as before where it runs out.
    private func hasRoom(forFurther elements: Int) -> Bool {
        let (bits, refs) = ((count &+ elements) &* layout.bits, (count &+ elements) &* layout.refs)
        if bits <= wordCapacity && refs <= objectCapacity { return true }
        let (ample, least) = (max(2 &* count, 4), count &+ elements)
        let capacity = max(ample, least)
        return hasRoom(words: capacity &* layout.bits, objects: capacity &* layout.refs)
    }

    // MARK: Appending

    /// Whether there is room for one more element now; asked before appending in the machine's loop.
    @inline(__always) func hasRoomForWord() -> Bool { _fastPath(count < wordCapacity) || grow() }
    @inline(__always) func hasRoomForObject() -> Bool { _fastPath(count < objectCapacity) || grow() }
    func hasRoomForElement() -> Bool {
        (count &+ 1) &* layout.bits <= wordCapacity && (count &+ 1) &* layout.refs <= objectCapacity || grow()
    }

    @inline(never) private func grow() -> Bool { makeRoom(for: max(4, 2 * count)) }

    /// Only where there is room.
    @inline(__always) func appendWord(_ word: Int) {
        words[count] = word
        count &+= 1
    }

    /// Moves the reference out of its register. Only where there is room.
    @inline(__always) func appendObject(_ register: UnsafeMutablePointer<AnyObject?>) {
        (objects + count).moveInitialize(from: register, count: 1)
        register.initialize(to: nil)
        count &+= 1
    }

    /// Moves the references out of their registers. Only where there is room.
    func appendMoving(words source: UnsafeMutablePointer<Int>, objects references: UnsafeMutablePointer<AnyObject?>) {
        for k in 0..<layout.bits { words[count &* layout.bits &+ k] = source[k] }
        for k in 0..<layout.refs {
            (objects + (count &* layout.refs &+ k)).moveInitialize(from: references + k, count: 1)
            (references + k).initialize(to: nil)
        }
        count &+= 1
    }

    /// Whether it was appended.
    @discardableResult
    func append(words source: UnsafeMutablePointer<Int>, objects references: UnsafeMutablePointer<AnyObject?>) -> Bool {
        guard hasRoom(forFurther: 1) else { return false }
        for k in 0..<layout.bits { words[count &* layout.bits &+ k] = source[k] }
        for k in 0..<layout.refs { (objects + (count &* layout.refs &+ k)).initialize(to: references[k]) }
        count &+= 1
        return true
    }

    /// To an array of references that has room.
    func append(_ object: AnyObject) {
        (objects + count).initialize(to: object)
        count &+= 1
    }

    func append(_ slots: Slots) {
        guard hasRoom(forFurther: 1) else { return }
        for k in 0..<layout.bits { words[count * layout.bits + k] = slots.bits[k] }
        for k in 0..<layout.refs { (objects + count * layout.refs + k).initialize(to: slots.refs[k]) }
        count += 1
    }

    /// Whether they were appended.
    @discardableResult
    func append(contentsOf other: ArrayObject, _ range: Range<Int>) -> Bool {
        guard hasRoom(forFurther: range.count) else { return false }
        (words + count * layout.bits).update(
            from: other.words + range.lowerBound * layout.bits, count: range.count * layout.bits)
        (objects + count * layout.refs).fill(
            from: other.objects + range.lowerBound * layout.refs, range.count * layout.refs)
        count += range.count
        return true
    }

    // MARK: Restoring

    /// Takes over the words of so many elements. The array stays empty until ``restore(count:objects:)``.
    func restore(_ count: Int, words source: UnsafeRawBufferPointer) throws(Trap) {
        try reserve(count)
        if let base = source.baseAddress {
            UnsafeMutableRawPointer(words).copyMemory(from: base, byteCount: source.count)
        }
    }

    /// As many elements as words were taken over for, with their references.
    func restore(count: Int, objects references: [AnyObject?]) {
        _ = UnsafeMutableBufferPointer(start: objects, count: references.count).initialize(from: references)
        self.count = count
    }

    // MARK: Other changes

    /// Takes the last element off; there is one.
    func removeLast() -> Slots {
        let last = slots(at: count - 1)
        count -= 1
        (objects + count * layout.refs).release(layout.refs)
        return last
    }

    /// Puts the elements of another array, which may be this one, in the place of some.
    func replace(_ range: Range<Int>, with other: ArrayObject) throws(Trap) {
        let inserted = other === self ? ArrayObject(copying: other) : other
        guard let inserted else { throw Heap.exceeded(other.count, of: Self.registerSize) }
        let newCount = count - range.count + inserted.count
        // Appending piece by piece costs no more than appending one by one.
        if newCount > count, !makeRoom(for: max(newCount, min(2 * count, newCount + Heap.portion))) {
            try reserve(newCount)
        }
        let (bits, refs) = (layout.bits, layout.refs)
        let (lower, rest) = (range.lowerBound, count - range.upperBound)
        let end = lower + inserted.count
        memmove(words + end * bits, words + range.upperBound * bits, rest * bits * Self.registerSize)
        (words + lower * bits).update(from: inserted.words, count: inserted.count * bits)
        (objects + lower * refs).release(range.count * refs)
        (objects + end * refs).moveInitialize(from: objects + range.upperBound * refs, count: rest * refs)
        (objects + lower * refs).fill(from: inserted.objects, inserted.count * refs)
        count = newCount
    }
}
