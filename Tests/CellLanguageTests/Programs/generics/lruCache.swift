// A least-recently-used cache over any key and value: a dictionary of nodes in a doubly linked order.
final class LRUCache<Key: Hashable, Value> {
    private final class Entry {
        let key: Key
        var value: Value
        var newer: Entry?
        var older: Entry?
        init(key: Key, value: Value) {
            self.key = key
            self.value = value
        }
    }

    let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var newest: Entry?
    private var oldest: Entry?
    private(set) var evicted: [Key] = []
    var onEvict: ((Key, Value) -> Void)?

    init(capacity: Int) { self.capacity = capacity }

    var count: Int { entries.count }
    var keys: [Key] {
        var result: [Key] = []
        var entry = newest
        while let current = entry {
            result.append(current.key)
            entry = current.older
        }
        return result
    }

    subscript(key: Key) -> Value? {
        get {
            guard let entry = entries[key] else { return nil }
            unlink(entry)
            insertAsNewest(entry)
            return entry.value
        }
        set {
            guard let newValue else {
                if let entry = entries.removeValue(forKey: key) { unlink(entry) }
                return
            }
            if let entry = entries[key] {
                entry.value = newValue
                unlink(entry)
                insertAsNewest(entry)
            } else {
                let entry = Entry(key: key, value: newValue)
                entries[key] = entry
                insertAsNewest(entry)
                if entries.count > capacity, let last = oldest {
                    unlink(last)
                    entries[last.key] = nil
                    evicted.append(last.key)
                    onEvict?(last.key, last.value)
                }
            }
        }
    }

    subscript(key: Key, orMake make: @autoclosure () -> Value) -> Value {
        if let known = self[key] { return known }
        let value = make()
        self[key] = value
        return value
    }

    private func unlink(_ entry: Entry) {
        if newest === entry { newest = entry.older }
        if oldest === entry { oldest = entry.newer }
        entry.newer?.older = entry.older
        entry.older?.newer = entry.newer
        (entry.newer, entry.older) = (nil, nil)
    }

    private func insertAsNewest(_ entry: Entry) {
        entry.older = newest
        newest?.newer = entry
        newest = entry
        if oldest == nil { oldest = entry }
    }
}

let cache = LRUCache<String, Int>(capacity: 3)
for (i, name) in ["가", "나", "다"].enumerated() { cache[name] = i }
print(cache.keys, cache.count)  // expect: ["다", "나", "가"] 3
print(cache["가"] ?? -1, cache["라"] ?? -1, cache.keys)  // expect: 0 -1 ["가", "다", "나"]
cache["라"] = 3
print(cache.keys, cache.evicted, cache["나"] == nil)  // expect: ["라", "가", "다"] ["나"] true
cache["가"] = 100
cache["다"]! += 5
print(cache.keys, cache["가"]!, cache["다"]!)  // expect: ["다", "가", "라"] 100 7
cache["다"] = nil
print(cache.keys, cache.count)  // expect: ["가", "라"] 2

var made: [Int] = []
func square(_ n: Int) -> Int {
    made.append(n)
    return n * n
}
let squares = LRUCache<Int, Int>(capacity: 2)
var log: [String] = []
squares.onEvict = { log.append("\($0):\($1)") }
print([1, 2, 1, 3, 1, 2].map { squares[$0, orMake: square($0)] }, made)  // expect: [1, 4, 1, 9, 1, 4] [1, 2, 3, 2]
print(log, squares.keys, squares.evicted)  // expect: ["2:4", "3:9"] [2, 1] [2, 3]
