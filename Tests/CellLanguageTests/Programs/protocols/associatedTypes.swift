// Associated types: each container says what it holds; algorithms are written against the promise.
protocol Container {
    associatedtype Item
    var count: Int { get }
    mutating func append(_ item: Item)
    subscript(i: Int) -> Item { get }
}

extension Container {
    var isEmpty: Bool { count == 0 }
    var last: Item? { isEmpty ? nil : self[count - 1] }
    func all() -> [Item] { (0..<count).map { self[$0] } }
    mutating func append(all items: [Item]) { items.forEach { append($0) } }
}

extension Container where Item: Comparable {
    func largest() -> Item? {
        guard !isEmpty else { return nil }
        return (1..<count).reduce(self[0]) { max($0, self[$1]) }
    }
}

extension Container where Item == String {
    var joined: String { all().joined(separator: "+") }
}

struct Shelf: Container {
    private var titles: [String] = []
    var count: Int { titles.count }
    mutating func append(_ item: String) { titles.append(item) }
    subscript(i: Int) -> String { titles[i] }
}

struct RingBuffer<Element>: Container {
    private var storage: [Element] = []
    private var start = 0
    let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    var count: Int { storage.count }
    mutating func append(_ item: Element) {
        if storage.count < capacity {
            storage.append(item)
        } else {
            storage[start] = item
            start = (start + 1) % capacity
        }
    }
    subscript(i: Int) -> Element { storage[(start + i) % storage.count] }
}

extension Array: Container {}

func equal<A: Container, B: Container>(_ a: A, _ b: B) -> Bool where A.Item == B.Item, A.Item: Equatable {
    a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] }
}

func copy<Source: Container, Target: Container>(_ source: Source, into target: inout Target)
where Source.Item == Target.Item {
    for i in 0..<source.count { target.append(source[i]) }
}

var shelf = Shelf()
shelf.append(all: ["토지", "雪国", "Emma"])
print(shelf.count, shelf.last ?? "-", shelf.largest()!, shelf.joined)  // expect: 3 Emma 토지 토지+雪国+Emma
var ring = RingBuffer<Double>(capacity: 3)
print(ring.isEmpty, ring.largest() == nil)  // expect: true true
for x in [1.5, 9, 2, 4] { ring.append(x) }
print(ring.all(), ring.largest()!, ring.last!)  // expect: [9.0, 2.0, 4.0] 9.0 4.0
print(equal(ring, [9, 2, 4]), equal(shelf, ["토지"]))  // expect: true false
var words: [String] = ["시작"]
copy(shelf, into: &words)
print(words, words.joined, words.largest()!)  // expect: ["시작", "토지", "雪国", "Emma"] 시작+토지+雪国+Emma 토지
var texts = RingBuffer<String>(capacity: 2)
copy(words, into: &texts)
print(texts.all(), equal(texts, ["雪国", "Emma"]))  // expect: ["雪国", "Emma"] true

protocol Model {
    associatedtype Input
    associatedtype Output: Equatable = Int
    func predict(_ input: Input) -> Output
}
extension Model {
    func accuracy(on data: [(Input, Output)]) -> Double {
        Double(data.filter { predict($0.0) == $0.1 }.count) / Double(data.count)
    }
}
struct Parity: Model {
    func predict(_ input: Int) -> Int { input % 2 }
}
struct Mood: Model {
    typealias Output = String
    let happy: Set<String>
    func predict(_ input: [String]) -> String { input.contains(where: happy.contains) ? "기쁨" : "슬픔" }
}
print(Parity().accuracy(on: [(1, 1), (2, 1), (3, 1), (4, 0)]))  // expect: 0.75
print(Mood(happy: ["좋아"]).accuracy(on: [(["날씨", "좋아"], "기쁨"), (["비"], "기쁨")]))  // expect: 0.5
