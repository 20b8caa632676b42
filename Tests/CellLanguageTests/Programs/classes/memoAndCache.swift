// Objects that remember: a memo table, a shared cache inside structs, a counter of calls.
final class Memo<Key: Hashable, Value> {
    private var table: [Key: Value] = [:]
    private(set) var hits = 0
    private(set) var misses = 0
    private let compute: (Memo, Key) -> Value

    init(_ compute: @escaping (Memo, Key) -> Value) { self.compute = compute }

    subscript(key: Key) -> Value {
        if let known = table[key] {
            hits += 1
            return known
        }
        misses += 1
        let value = compute(self, key)
        table[key] = value
        return value
    }
}

let fibonacci = Memo<Int, Int> { memo, n in n < 2 ? n : memo[n - 1] + memo[n - 2] }
print(fibonacci[80], fibonacci.misses, fibonacci.hits)  // expect: 23416728348467685 81 78
print(fibonacci[50], fibonacci.misses, fibonacci.hits)  // expect: 12586269025 81 79

struct Pair: Hashable {
    let a: String
    let b: String
}
let distance = Memo<Pair, Int> { memo, pair in
    guard let x = pair.a.last, let y = pair.b.last else { return max(pair.a.count, pair.b.count) }
    let shorterA = String(pair.a.dropLast())
    let shorterB = String(pair.b.dropLast())
    let change = memo[Pair(a: shorterA, b: shorterB)] + (x == y ? 0 : 1)
    return min(change, memo[Pair(a: shorterA, b: pair.b)] + 1, memo[Pair(a: pair.a, b: shorterB)] + 1)
}
print(distance[Pair(a: "kitten", b: "sitting")], distance[Pair(a: "학교에", b: "학원")])  // expect: 3 2

final class Cache {
    var entries: [String: Int] = [:]
    var limit: Int
    private var order: [String] = []

    init(limit: Int) { self.limit = limit }

    func store(_ key: String, _ value: Int) {
        if entries.updateValue(value, forKey: key) == nil { order.append(key) }
        while order.count > limit { entries[order.removeFirst()] = nil }
    }
}
struct Tokenizer {
    let name: String
    let cache: Cache
    var calls = 0

    mutating func count(_ text: String) -> Int {
        if let known = cache.entries[text] { return known }
        calls += 1
        let count = text.split { $0 == " " || $0 == "." }.count
        cache.store(text, count)
        return count
    }
}
let cache = Cache(limit: 2)
var one = Tokenizer(name: "one", cache: cache)
var two = one
print(one.count("a b c."), two.count("a b c."), one.calls, two.calls)  // expect: 3 3 1 0
print(two.count("가 나"), two.count("x"), one.count("a b c."), one.calls, two.calls)  // expect: 2 1 3 2 2
print(cache.entries.keys.sorted(), one.cache === two.cache)  // expect: ["a b c.", "x"] true
one = Tokenizer(name: "new", cache: Cache(limit: 1))
print(one.count("x"), one.calls, two.count("x"), two.calls)  // expect: 1 1 1 2
