// Types that can stand in a `for` loop: Sequence and IteratorProtocol written by hand.
struct Countdown: Sequence, IteratorProtocol {
    var current: Int
    func makeIterator() -> Countdown { self }
    mutating func next() -> Int? {
        guard current >= 0 else { return nil }
        defer { current -= 1 }
        return current
    }
}

struct Fibonacci: Sequence {
    let limit: Int

    struct Iterator: IteratorProtocol {
        var pair = (0, 1)
        let limit: Int
        mutating func next() -> Int? {
            let value = pair.0
            if value > limit { return nil }
            pair = (pair.1, pair.0 + pair.1)
            return value
        }
    }

    func makeIterator() -> Iterator { Iterator(limit: limit) }
}

struct Batches<Element>: Sequence {
    let elements: [Element]
    let size: Int

    func makeIterator() -> AnyIterator<[Element]> {
        var start = 0
        return AnyIterator {
            guard start < elements.count else { return nil }
            defer { start += size }
            return Array(elements[start..<Swift.min(start + size, elements.count)])
        }
    }
}

final class Node: Sequence {
    let name: String
    var children: [Node]

    init(_ name: String, _ children: Node...) {
        self.name = name
        self.children = children
    }

    // Depth first, with a stack of what is still to come.
    func makeIterator() -> Walk { Walk(stack: [self]) }

    struct Walk: IteratorProtocol {
        var stack: [Node]
        mutating func next() -> Node? {
            guard let node = stack.popLast() else { return nil }
            stack.append(contentsOf: node.children.reversed())
            return node
        }
    }
}

for n in Countdown(current: 3) { print(n, terminator: " ") }
print("발사!")  // expect: 3 2 1 0 발사!
let countdown = Countdown(current: 5)
print(Array(countdown), countdown.reduce(0, +), countdown.contains(4))  // expect: [5, 4, 3, 2, 1, 0] 15 true
print(countdown.map { $0 * 2 }.max() ?? 0, countdown.filter { $0 % 2 == 0 }, countdown.sorted().first!)
// expect: 10 [4, 2, 0] 0

let fibonacci = Fibonacci(limit: 100)
print(Array(fibonacci))  // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
for (i, f) in fibonacci.enumerated() where f > 4 * i { print(i, f) }
// expect: 10 55
// expect: 11 89
print(fibonacci.first { $0 > 20 } ?? 0, Array(fibonacci.dropFirst(9)), fibonacci.prefix(3).map { "\($0)" })
// expect: 21 [34, 55, 89] ["0", "1", "1"]
print(zip(fibonacci, Countdown(current: 3)).map { $0 + $1 }, Set(fibonacci).count)  // expect: [3, 3, 2, 2] 11
print(fibonacci.allSatisfy { $0 < 90 }, fibonacci.min() ?? -1, Array(fibonacci.reversed().prefix(2)))
// expect: true 0 [89, 55]

for batch in Batches(elements: ["가", "나", "다", "라", "마"], size: 2) { print(batch) }
// expect: ["가", "나"]
// expect: ["다", "라"]
// expect: ["마"]
print(Batches(elements: Array(1...7), size: 3).map { $0.reduce(0, +) })  // expect: [6, 15, 7]

let tree = Node("root", Node("a", Node("a1"), Node("a2")), Node("b"))
print(tree.map { $0.name })  // expect: ["root", "a", "a1", "a2", "b"]
print(tree.first { $0.children.count == 2 && $0.name != "root" }?.name ?? "-", tree.filter { $0.children.isEmpty }.count)
// expect: a 3
var iterator = tree.makeIterator()
while let node = iterator.next(), node.name != "a2" { print(node.name, terminator: ",") }
print(iterator.next()?.name ?? "end", iterator.next() == nil)  // expect: root,a,a1,b true
