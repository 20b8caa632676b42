/// A dictionary that keeps the order of insertion, so that what is printed does not depend on hashing.
package final class DictionaryObject {
    package let key: RuntimeType
    package let value: RuntimeType
    private var index: [Key: Int] = [:]
    package private(set) var keys: [Slots] = []
    package private(set) var values: [Slots] = []

    /// A key as Swift hashes it: by value, as its type says.
    private enum Key: Hashable {
        case int(Int)
        case double(Double)
        case string(String)
        indirect case list([Key])

        init(_ slots: Slots, _ type: RuntimeType) {
            switch type {
            case .int, .bool: self = .int(slots.bits[0])
            case .double: self = .double(Bytecode.double(slots.bits[0]))
            case .string, .character: self = .string(Bytecode.string(slots.refs[0]))
            default: self = .list(slots.parts(of: type).map { Key($0.slots, $0.type) })
            }
        }
    }

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
