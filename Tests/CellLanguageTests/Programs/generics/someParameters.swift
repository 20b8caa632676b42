// `some P` parameters and primary associated types: generics without angle brackets, beside `any P`.
func total(_ numbers: some Sequence<Int>) -> Int {
    var sum = 0
    for n in numbers { sum += n }
    return sum
}
func describe(_ items: some Collection<some CustomStringConvertible>) -> String {
    "\(items.count): " + items.map { $0.description }.joined(separator: " ")
}
func dot(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
func largest(_ items: some Collection<String>) -> String { items.max { $0.count < $1.count } ?? "" }
func apply(_ items: [some Numeric & Comparable], limit: Int) -> Int { items.filter { $0 > 0 }.count + limit }

print(total([1, 2]), total(1...10), total(Set([5, 6])), total(stride(from: 10, to: 0, by: -4)))  // expect: 3 55 11 18
print(total([3: "c", 4: "d"].keys), total([1, 2, 3].lazy.map { $0 * $0 }), total([[1], [2, 3]].joined()))
// expect: 7 14 6
print(describe([1, 2]), describe(["가", "나"]), describe(1...3), separator: "; ")  // expect: 2: 1 2; 2: 가 나; 3: 1 2 3
print(dot([1, 2], [3.0, 4].reversed()), dot(repeatElement(0.5, count: 3), [2, 4, 6, 8]))  // expect: 10.0 6.0
print(largest(["a", "bcd", "ef"]), largest("하나 열둘셋".split(separator: " ").map(String.init)[...]))  // expect: bcd 열둘셋
print(apply([1, -1, 2], limit: 10), apply([0.5], limit: 0))  // expect: 12 1

protocol Store<Item> {
    associatedtype Item
    var items: [Item] { get }
    mutating func add(_ item: Item)
}
struct Stack<Item>: Store {
    var items: [Item] = []
    mutating func add(_ item: Item) { items.append(item) }
}
struct Sorted<Item: Comparable>: Store {
    private(set) var items: [Item] = []
    mutating func add(_ item: Item) {
        items.insert(item, at: items.firstIndex { $0 > item } ?? items.count)
    }
}
final class Log: Store {
    var items: [String] = []
    func add(_ item: String) { items.append("\(items.count + 1). " + item) }
}
func fill(_ store: inout some Store<Int>, _ numbers: Int...) { numbers.forEach { store.add($0) } }
func fill<S: Store<String>>(_ store: inout S, text: String) { text.split(separator: " ").forEach { store.add(String($0)) } }
func report(_ store: some Store<String>) -> String { store.items.joined(separator: ", ") }
func count(_ store: some Store) -> Int { store.items.count }

var stack = Stack<Int>()
var sorted = Sorted<Int>()
fill(&stack, 3, 1, 2)
fill(&sorted, 3, 1, 2)
print(stack.items, sorted.items)  // expect: [3, 1, 2] [1, 2, 3]
var log = Log()
var names = Sorted<String>()
fill(&log, text: "둘째 첫째")
fill(&names, text: "pear apple")
print(report(log), report(names), separator: " / ")  // expect: 1. 둘째, 2. 첫째 / apple, pear
var exclaimed = Stack(items: ["!"])
fill(&exclaimed, text: "mango mango")
print(exclaimed.items, count(stack), count(log), count(names), count(exclaimed))  // expect: ["!", "mango", "mango"] 3 2 2 3

struct Logger {
    private(set) var lines: [String] = []
    mutating func callAsFunction(_ value: some CustomStringConvertible, level: some BinaryInteger) {
        lines.append(String(repeating: ">", count: Int(level)) + value.description)
    }
}
var logger = Logger()
logger(3, level: 1)
logger("text", level: 2)
logger([1.5], level: UInt8(3))
print(logger.lines)  // expect: [">3", ">>text", ">>>[1.5]"]
