// Extensions of Dictionary and Set: merging, inverting, counting, nested tables, keyed sums.
extension Dictionary {
    func mapKeys<New: Hashable>(_ change: (Key) -> New) -> [New: Value] {
        Dictionary<New, Value>(uniqueKeysWithValues: map { (change($0.key), $0.value) })
    }

    func compactMapKeys<New: Hashable>(_ change: (Key) -> New?) -> [New: Value] {
        reduce(into: [:]) { result, entry in
            if let key = change(entry.key) { result[key] = entry.value }
        }
    }

    mutating func update(_ key: Key, default value: Value, _ change: (inout Value) -> Void) {
        var current = self[key] ?? value
        change(&current)
        self[key] = current
    }

    static func + (a: [Key: Value], b: [Key: Value]) -> [Key: Value] { a.merging(b) { $1 } }
}

extension Dictionary where Key: Comparable {
    var sortedPairs: [(key: Key, value: Value)] { sorted { $0.key < $1.key } }
    var text: String { sortedPairs.map { "\($0.key):\($0.value)" }.joined(separator: " ") }
}

extension Dictionary where Value: Hashable {
    func inverted() -> [Value: [Key]] {
        var result: [Value: [Key]] = [:]
        for (key, value) in self { result[value, default: []].append(key) }
        return result
    }
}

extension Dictionary where Value == Int {
    init(counting keys: some Sequence<Key>) {
        self.init()
        for key in keys { self[key, default: 0] += 1 }
    }

    var total: Int { values.reduce(0, +) }
    func share(of key: Key) -> Double { total == 0 ? 0 : Double(self[key] ?? 0) / Double(total) }

    mutating func subtract(_ other: [Key: Int]) {
        for (key, n) in other {
            guard let mine = self[key] else { continue }
            self[key] = mine > n ? mine - n : nil
        }
    }
}

extension Dictionary where Key == String, Value == [String: Double] {
    subscript(row: String, column: String) -> Double {
        get { self[row]?[column] ?? 0 }
        set { self[row, default: [:]][column] = newValue }
    }
}

extension Set {
    func subsets() -> [Set<Element>] {
        guard let first = first else { return [[]] }
        let rest = subtracting([first]).subsets()
        return rest + rest.map { $0.union([first]) }
    }

    func jaccard(_ other: Set) -> Double {
        isEmpty && other.isEmpty ? 1 : Double(intersection(other).count) / Double(union(other).count)
    }

    mutating func toggle(_ element: Element) {
        if remove(element) == nil { insert(element) }
    }
}

let prices = ["사과": 1200, "배": 3000, "귤": 500]
print(prices.text, prices.total)  // expect: 귤:500 배:3000 사과:1200 4700
print(prices.mapKeys { "[\($0)]" }.text, prices.compactMapKeys { $0.count == 1 ? $0 : nil }.text)
// expect: [귤]:500 [배]:3000 [사과]:1200 귤:500 배:3000
print((prices + ["귤": 800, "감": 1]).text)  // expect: 감:1 귤:800 배:3000 사과:1200
let counts = Dictionary(counting: "abracadabra")
print(counts.text, counts.share(of: "a") == 5.0 / 11, counts.share(of: "z"))  // expect: a:5 b:2 c:1 d:1 r:2 true 0.0
print(counts.inverted().mapValues { $0.sorted() }.sortedPairs.map { "\($0.key)=\(String($0.value))" })
// expect: ["1=cd", "2=br", "5=a"]
var left = counts
left.subtract(Dictionary(counting: "cadabar?"))
print(left.text)  // expect: a:2 b:1 r:1
var lists: [Int: [String]] = [:]
for word in ["a", "bb", "c", "dd"] { lists.update(word.count, default: []) { $0.append(word) } }
print(lists.text)  // expect: 1:["a", "c"] 2:["bb", "dd"]
var table: [String: [String: Double]] = [:]
table["x", "y"] += 1.5
table["x", "z"] = 2
table["x", "y"] *= 2
print(table["x", "y"], table["q", "y"], table["x"]!.text, table.count)  // expect: 3.0 0.0 y:3.0 z:2.0 1
print(Set([1, 2, 3]).subsets().count, Set([1, 2, 3]).subsets().map { $0.reduce(0, +) }.sorted())
// expect: 8 [0, 1, 2, 3, 3, 4, 5, 6]
print(Set("가나다").jaccard(["나", "다", "라"]), Set<Int>().jaccard([]))  // expect: 0.5 1.0
var tags: Set = ["a", "b"]
tags.toggle("a")
tags.toggle("c")
print(tags.sorted())  // expect: ["b", "c"]
