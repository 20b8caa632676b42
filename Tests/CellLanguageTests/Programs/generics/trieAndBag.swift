// Two more generic collections: a trie over any sequence of keys and a bag that counts its elements.
struct Trie<Key: Hashable, Value> {
    private var children: [Key: Trie<Key, Value>] = [:]
    private var value: Value?
    private(set) var count = 0

    init() {}

    mutating func insert<S: Collection>(_ path: S, _ new: Value) where S.Element == Key {
        count += 1
        guard let first = path.first else {
            value = new
            return
        }
        children[first, default: Trie()].insert(path.dropFirst().map { $0 }, new)
    }

    subscript(path: some Sequence<Key>) -> Value? { node(at: path)?.value }

    func node(at path: some Sequence<Key>) -> Trie? {
        var current = self
        for key in path {
            guard let next = current.children[key] else { return nil }
            current = next
        }
        return current
    }

    func all() -> [Value] {
        (value.map { [$0] } ?? []) + children.values.flatMap { $0.all() }
    }

    func longestPrefix(of path: [Key]) -> Value? {
        guard let first = path.first, let child = children[first] else { return value }
        return child.longestPrefix(of: Array(path.dropFirst())) ?? value
    }
}

var words = Trie<Character, Int>()
for (i, word) in ["사과", "사람", "사과나무", "나무", "사", "tea", "ten"].enumerated() { words.insert(Array(word), i) }
print(words["사과"] ?? -1, words["사과나"] == nil, words["te"] == nil, words["ten"]!)  // expect: 0 true true 6
print(words.node(at: "사")?.all().sorted() ?? [], words.count, words.node(at: "te")?.count ?? 0)
// expect: [0, 1, 2, 4] 7 2
print(words.longestPrefix(of: Array("사과나라")) ?? -1, words.longestPrefix(of: ["x"]) == nil)  // expect: 0 true
var routes = Trie<String, String>()
routes.insert([], "home")
routes.insert(["lessons"], "all lessons")
routes.insert("lessons/3/quiz".split(separator: "/").map(String.init), "quiz")
print(routes[["lessons", "3", "quiz"]] ?? "-", routes[[String]()]!, routes.longestPrefix(of: ["lessons", "4"])!)
// expect: quiz home all lessons

struct Bag<Element: Hashable>: Sequence {
    private var counts: [Element: Int] = [:]

    init(_ elements: some Sequence<Element>) { elements.forEach { add($0) } }

    mutating func add(_ element: Element, times: Int = 1) { counts[element, default: 0] += times }

    @discardableResult
    mutating func remove(_ element: Element) -> Bool {
        guard let n = counts[element] else { return false }
        counts[element] = n > 1 ? n - 1 : nil
        return true
    }

    subscript(element: Element) -> Int { counts[element] ?? 0 }
    var total: Int { counts.values.reduce(0, +) }
    var distinct: Int { counts.count }
    func makeIterator() -> Dictionary<Element, Int>.Iterator { counts.makeIterator() }

    func union(_ other: Bag) -> Bag {
        var result = self
        for (element, n) in other { result.counts[element] = Swift.max(n, result[element]) }
        return result
    }

    func mostCommon(_ n: Int) -> [(Element, Int)] where Element: Comparable {
        Array(sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(n).map { ($0.key, $0.value) })
    }
}

extension Bag where Element == String {
    init(text: String) { self.init(text.lowercased().split { !$0.isLetter }.map { String($0) }) }
}

var bag = Bag(text: "The cat and the dog and the bird.")
print(bag["the"], bag["and"], bag["fish"], bag.total, bag.distinct)  // expect: 3 2 0 8 5
print(bag.mostCommon(3))  // expect: [("the", 3), ("and", 2), ("bird", 1)]
bag.remove("and")
bag.remove("and")
print(bag.remove("and"), bag.distinct, bag.total)  // expect: false 4 6
let dice = Bag([1, 6, 6, 2]).union(Bag([6, 2, 2]))
print(dice.mostCommon(9), dice.map { $0.key * $0.value }.reduce(0, +))  // expect: [(2, 2), (6, 2), (1, 1)] 17
print(Bag("안녕하세요안녕").mostCommon(2).map { "\($0.0)\($0.1)" }, Bag([true]).total)  // expect: ["녕2", "안2"] 1
