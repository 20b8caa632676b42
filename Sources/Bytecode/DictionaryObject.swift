import Foundation

/// A dictionary that keeps the order of insertion, so that what is printed does not depend on hashing.
///
/// Keys and values stand in the order they came, with holes where some were removed; a table of open addresses says
/// where. A hole is closed when positions are asked for, or when there is no more room.
package final class DictionaryObject {
    package let key: RuntimeType
    package let value: RuntimeType
    let keyLayout: Layout
    let valueLayout: Layout
    /// Whether a missing value is simply a nil reference.
    let isValuePlain: Bool
    private let kind: Kind
    private var keyStore: ArrayObject
    private var valueStore: ArrayObject
    /// The hash of each entry; ``hole`` where it was removed.
    private var hashes: [Int] = []
    private var holes = 0
    /// Entries by hash: a power of two, at most two thirds full; ``empty`` or the number of an entry.
    private var table: UnsafeMutablePointer<Int32>
    private var mask: Int

    private static let hole = -1
    private static let empty: Int32 = -1

    /// Keys of one word or one string are hashed and compared where they stand.
    private enum Kind { case word, double, string, substring, other }

    package init(key: RuntimeType, value: RuntimeType, capacity: Int = 0) {
        self.key = key
        self.value = value
        keyLayout = key.layout
        valueLayout = value.layout
        isValuePlain = value.isPlainReference
        kind =
            switch key {
            case .int, .bool, .integer, .stringIndex, .metatype: .word
            case .double: .double
            case .string, .character: .string
            case .substring: .substring
            default: .other
            }
        keyStore = ArrayObject(layout: keyLayout)
        valueStore = ArrayObject(layout: valueLayout)
        hashes.reserveCapacity(capacity)
        mask = Self.tableSize(for: capacity) - 1
        table = Self.makeTable(mask + 1)
    }

    package convenience init(copying other: DictionaryObject) {
        self.init(key: other.key, value: other.value, capacity: other.count)
        other.close()
        guard keyStore.append(contentsOf: other.keyStore, 0..<other.count),
            valueStore.append(contentsOf: other.valueStore, 0..<other.count)
        else { return }
        hashes = other.hashes
        fillTable()
    }

    deinit { Self.discard(table, mask + 1) }

    /// Places of a table, with the hashes of the entries that it may lead to.
    private static let placeSize = MemoryLayout<Int32>.stride + MemoryLayout<Int>.stride

    private static func makeTable(_ size: Int) -> UnsafeMutablePointer<Int32> {
        let table = UnsafeMutablePointer<Int32>.allocate(capacity: size)
        table.initialize(repeating: empty, count: size)
        Heap.add(size * placeSize)
        return table
    }

    private static func discard(_ table: UnsafeMutablePointer<Int32>, _ size: Int) {
        table.deallocate()
        Heap.remove(size * placeSize)
    }

    /// An error of the cell where there is no room for one more entry.
    func requireRoom() throws(Trap) {
        if isFull { try Heap.require(hashes.count, of: 2 * Self.placeSize + Heap.size(keyLayout + valueLayout)) }
    }

    private var isFull: Bool { (hashes.count + 1) * 3 > (mask + 1) * 2 }

    private static func tableSize(for count: Int) -> Int {
        var size = 8
        while size * 2 < count * 3 { size *= 2 }
        return size
    }

    package var count: Int { hashes.count - holes }

    package var keys: [Slots] {
        close()
        return keyStore.elements
    }
    package var values: [Slots] {
        close()
        return valueStore.elements
    }

    // MARK: Entries

    /// The number of the entry whose key begins at these registers.
    @inline(__always)
    func find(_ words: UnsafePointer<Int>, _ objects: UnsafePointer<AnyObject?>) -> Int? {
        find(words, objects, hash(words, objects))
    }

    private func find(_ words: UnsafePointer<Int>, _ objects: UnsafePointer<AnyObject?>, _ hash: Int) -> Int? {
        var place = hash & mask
        while true {
            let entry = Int(table[place])
            if entry == Int(Self.empty) { return nil }
            if hashes[entry] == hash && isKey(of: entry, words, objects) { return entry }
            place = (place &+ 1) & mask
        }
    }

    func valueWords(_ entry: Int) -> UnsafeMutablePointer<Int> { valueStore.words + entry * valueLayout.bits }
    func valueObjects(_ entry: Int) -> UnsafeMutablePointer<AnyObject?> {
        valueStore.objects + entry * valueLayout.refs
    }

    /// Sets or adds a value. Returns whether the key was new.
    @discardableResult
    func set(
        _ words: UnsafeMutablePointer<Int>, _ objects: UnsafeMutablePointer<AnyObject?>,
        valueWords: UnsafeMutablePointer<Int>, valueObjects: UnsafeMutablePointer<AnyObject?>
    ) -> Bool {
        let hash = hash(words, objects)
        if let entry = find(words, objects, hash) {
            self.valueWords(entry).update(from: valueWords, count: valueLayout.bits)
            self.valueObjects(entry).assign(from: valueObjects, valueLayout.refs)
            return false
        }
        if isFull { makeRoom() }
        guard keyStore.append(words: words, objects: objects) else { return true }
        guard valueStore.append(words: valueWords, objects: valueObjects) else {
            _ = keyStore.removeLast()
            return true
        }
        enter(hash, hashes.count)
        hashes.append(hash)
        return true
    }

    func remove(_ words: UnsafeMutablePointer<Int>, _ objects: UnsafeMutablePointer<AnyObject?>) {
        guard let entry = find(words, objects) else { return }
        // The table keeps leading to the hole, which equals no key, so that searches go on behind it.
        hashes[entry] = Self.hole
        holes += 1
        for index in 0..<keyLayout.refs { keyStore.objects[entry * keyLayout.refs + index] = nil }
        for index in 0..<valueLayout.refs { valueObjects(entry)[index] = nil }
    }

    private func makeRoom() {
        if holes > hashes.count / 4 { return close() }
        let size = Self.tableSize(for: 2 * hashes.count)
        if size > mask + 1 {
            Self.discard(table, mask + 1)
            table = Self.makeTable(size)
            mask = size - 1
        }
        fillTable()
    }

    /// Closes the holes.
    private func close() {
        if holes == 0 { return }
        let (oldKeys, oldValues, old) = (keyStore, valueStore, hashes)
        keyStore = ArrayObject(layout: keyLayout)
        valueStore = ArrayObject(layout: valueLayout)
        hashes.removeAll(keepingCapacity: true)
        for (entry, hash) in old.enumerated() where hash != Self.hole {
            guard keyStore.append(contentsOf: oldKeys, entry..<entry + 1) else { break }
            guard valueStore.append(contentsOf: oldValues, entry..<entry + 1) else {
                _ = keyStore.removeLast()
                break
            }
            hashes.append(hash)
        }
        holes = 0
        fillTable()
    }

    private func fillTable() {
        table.initialize(repeating: Self.empty, count: mask + 1)
        for (entry, hash) in hashes.enumerated() where hash != Self.hole { enter(hash, entry) }
    }

    private func enter(_ hash: Int, _ entry: Int) {
        var place = hash & mask
        while table[place] != Self.empty { place = (place &+ 1) & mask }
        table[place] = Int32(truncatingIfNeeded: entry)
    }

    // MARK: Restoring

    /// All keys and all values, in order.
    var stores: (keys: ArrayObject, values: ArrayObject) {
        close()
        return (keyStore, valueStore)
    }

    /// Whether keys are hashed by code of the notebook.
    var hashesByCode: Bool {
        kind == .other
            && key.contains {
                if case .nominal(let info) = $0 { info.hash != nil || info.equal != nil } else { $0 == .existential }
            }
    }

    /// Takes over stores that hold as many keys as values, of this dictionary's layouts.
    func restore(keys: ArrayObject, values: ArrayObject) {
        (keyStore, valueStore) = (keys, values)
        hashes = (0..<keys.count).map {
            hash(keys.words + $0 * keyLayout.bits, keys.objects + $0 * keyLayout.refs)
        }
        Self.discard(table, mask + 1)
        mask = Self.tableSize(for: keys.count) - 1
        table = Self.makeTable(mask + 1)
        fillTable()
    }

    // MARK: Keys

    @inline(__always)
    private func hash(_ words: UnsafePointer<Int>, _ objects: UnsafePointer<AnyObject?>) -> Int {
        let hash =
            switch kind {
            case .word: TextHash.mix(words[0], 1)
            // Zero and minus zero are equal.
            case .double: TextHash.mix(double(words[0]) == 0 ? 0 : words[0], 1)
            case .string: stringObject(objects[0]).hash
            case .substring: TextHash.hash(substringObject(objects[0]).string)
            case .other: Key(keySlots(words, objects), key).hashValue
            }
        return hash & Int.max
    }

    private func isKey(of entry: Int, _ words: UnsafePointer<Int>, _ objects: UnsafePointer<AnyObject?>) -> Bool {
        switch kind {
        case .word: keyStore.words[entry] == words[0]
        case .double: double(keyStore.words[entry]) == double(words[0])
        case .string: string(keyStore.objects[entry]) == string(objects[0])
        case .substring: substring(keyStore.objects[entry]) == substring(objects[0])
        case .other: keyStore.slots(at: entry).equals(keySlots(words, objects), key)
        }
    }

    private func keySlots(_ words: UnsafePointer<Int>, _ objects: UnsafePointer<AnyObject?>) -> Slots {
        Slots(
            bits: Array(UnsafeBufferPointer(start: words, count: keyLayout.bits)),
            refs: Array(UnsafeBufferPointer(start: objects, count: keyLayout.refs)))
    }

    // MARK: Slots

    package func get(_ slots: Slots) -> Slots? {
        var slots = slots
        return slots.withPointers { words, objects in find(words, objects) }.map { valueStore.slots(at: $0) }
    }

    /// Sets or adds a value; `nil` removes it. Returns whether the key was new.
    @discardableResult
    package func set(_ slots: Slots, _ newValue: Slots?) -> Bool {
        var slots = slots
        return slots.withPointers { words, objects in
            guard var newValue else {
                remove(words, objects)
                return false
            }
            return newValue.withPointers { set(words, objects, valueWords: $0, valueObjects: $1) }
        }
    }

    /// The key and the value at a position.
    func key(at position: Int) -> Slots {
        close()
        return keyStore.slots(at: position)
    }
    func value(at position: Int) -> Slots {
        close()
        return valueStore.slots(at: position)
    }

    func entries<T>(machine: Machine, _ read: (inout HostFrame, inout HostFrame) -> T) -> [T] {
        zip(keys, values).map { key, value in
            var (key, value) = (key, value)
            return key.withFrame(machine) { first in value.withFrame(machine) { second in read(&first, &second) } }
        }
    }
}

@inline(__always) func dictionary(_ object: AnyObject?) -> DictionaryObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: DictionaryObject.self)
}

/// A key as Swift hashes it: by value, as its type says.
enum Key: Hashable {
    case int(Int)
    case double(Double)
    case string(String)
    case custom(CustomKey)
    indirect case list([Key])

    init(_ slots: Slots, _ type: RuntimeType) {
        switch type {
        case .int, .bool, .integer, .stringIndex, .metatype: self = .int(slots.bits[0])
        case .double: self = .double(Bytecode.double(slots.bits[0]))
        case .float: self = .double(Double(float(slots.bits[0])))
        case .string, .character: self = .string(Bytecode.string(slots.refs[0]))
        case .substring: self = .string(substringObject(slots.refs[0]).string)
        case .set:
            // Equal sets must give equal keys, whatever the order of their elements.
            let parts = dictionary(slots.refs[0]).keys.map { Key($0, dictionary(slots.refs[0]).key) }
            self = .list([.int(parts.count), .int(parts.reduce(0) { $0 ^ $1.hashValue })])
        case .optional where slots.parts(of: type).isEmpty: self = .list([])
        case .existential: self = Key(anyBox(slots.refs[0]).slots, anyBox(slots.refs[0]).type)
        case .nominal(let info):
            if info.hash != nil || info.equal != nil || info.kind == .class {
                self = .custom(CustomKey(slots, type, info))
            } else if info.kind == .enum {
                self = .list([.int(slots.bits[0])] + slots.parts(of: type).map { Key($0.slots, $0.type) })
            } else {
                self = .list(slots.parts(of: type).map { Key($0.slots, $0.type) })
            }
        default: self = .list(slots.parts(of: type).map { Key($0.slots, $0.type) })
        }
    }
}

/// A key whose type has its own `==` or `hash(into:)`.
final class CustomKey: Hashable {
    private let slots: Slots
    private let type: RuntimeType
    /// What `hash(into:)` has combined.
    private let parts: [Key]

    init(_ slots: Slots, _ type: RuntimeType, _ info: NominalInfo) {
        self.slots = slots
        self.type = type
        var parts: [Key] = []
        if let function = info.hash, let machine = Machine.current {
            // A hasher of cells is the list of what was combined.
            let hasher = Slots(bits: [], refs: [ArrayObject(layout: Layout(0, 1))])
            if let result = try? machine.invoke(function, [slots, hasher]) {
                parts = array(result.refs[0]).refs.map { Key(anyBox($0).slots, anyBox($0).type) }
            }
        } else if info.kind == .class {
            parts = []
        }
        self.parts = parts
    }

    static func == (a: CustomKey, b: CustomKey) -> Bool {
        a.type == b.type && a.slots.equals(b.slots, a.type)
    }
    func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}
