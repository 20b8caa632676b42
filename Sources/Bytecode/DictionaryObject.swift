/// A dictionary that keeps the order of insertion, so that what is printed does not depend on hashing.
package final class DictionaryObject {
    package let key: RuntimeType
    package let value: RuntimeType
    private var index: [Key: Int] = [:]
    package private(set) var keys: [Slots] = []
    package private(set) var values: [Slots] = []

    package init(key: RuntimeType, value: RuntimeType, capacity: Int = 0) {
        self.key = key
        self.value = value
        index.reserveCapacity(capacity)
        keys.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
    }

    package init(copying other: DictionaryObject) {
        key = other.key
        value = other.value
        index = other.index
        keys = other.keys
        values = other.values
    }

    package var count: Int { keys.count }

    package func get(_ slots: Slots) -> Slots? { index[Key(slots, key)].map { values[$0] } }

    /// Moves a value out; until it is set again the key has none.
    package func take(_ slots: Slots) -> Slots? {
        guard let place = index[Key(slots, key)] else { return nil }
        let value = values[place]
        values[place].refs = Array(repeating: nil, count: value.refs.count)
        return value
    }

    /// Sets or adds a value; `nil` removes it. Returns whether the key was new.
    @discardableResult
    package func set(_ slots: Slots, _ newValue: Slots?) -> Bool {
        let hashed = Key(slots, key)
        switch (index[hashed], newValue) {
        case (let place?, let newValue?):
            values[place] = newValue
            return false
        case (nil, let newValue?):
            index[hashed] = keys.count
            keys.append(slots)
            values.append(newValue)
            return true
        case (let place?, nil):
            keys.remove(at: place)
            values.remove(at: place)
            index[hashed] = nil
            for (other, position) in index where position > place { index[other] = position - 1 }
            return false
        case (nil, nil): return false
        }
    }

    func entries<T>(machine: Machine, _ read: (inout HostFrame, inout HostFrame) -> T) -> [T] {
        keys.indices.map { position in
            var (key, value) = (keys[position], values[position])
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
        case .substring: self = .string(String(substring(slots.refs[0])))
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
