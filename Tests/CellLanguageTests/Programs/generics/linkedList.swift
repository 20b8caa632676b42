// A generic linked list of class nodes behind a struct, usable as a sequence.
final class Node<Value> {
    var value: Value
    var next: Node<Value>?
    init(_ value: Value, _ next: Node<Value>? = nil) {
        self.value = value
        self.next = next
    }
}

struct LinkedList<Value>: Sequence {
    fileprivate(set) var head: Node<Value>?

    init() {}
    init<S: Sequence>(_ values: S) where S.Element == Value {
        var tail: Node<Value>?
        for value in values {
            let node = Node(value)
            if let last = tail { last.next = node } else { head = node }
            tail = node
        }
    }

    func makeIterator() -> AnyIterator<Value> {
        var current = head
        return AnyIterator {
            defer { current = current?.next }
            return current?.value
        }
    }

    mutating func push(_ value: Value) { head = Node(value, head) }

    mutating func pop() -> Value? {
        defer { head = head?.next }
        return head?.value
    }

    // New nodes, so that the original's chain stays as it is.
    func appending(_ value: Value) -> LinkedList {
        let copy = LinkedList(self)
        guard var last = copy.head else { return LinkedList([value]) }
        while let next = last.next { last = next }
        last.next = Node(value)
        return copy
    }

    func mapped<T>(_ change: (Value) -> T) -> LinkedList<T> { LinkedList<T>(map(change)) }
}

extension LinkedList where Value: Comparable {
    static func merged(_ a: LinkedList, _ b: LinkedList) -> LinkedList {
        var (x, y) = (a.head, b.head)
        var values: [Value] = []
        while x != nil || y != nil {
            if let left = x, y == nil || left.value <= y!.value {
                values.append(left.value)
                x = left.next
            } else if let right = y {
                values.append(right.value)
                y = right.next
            }
        }
        return LinkedList(values)
    }
}

extension LinkedList: Equatable where Value: Equatable {
    static func == (a: LinkedList, b: LinkedList) -> Bool {
        var (x, y) = (a.head, b.head)
        while let left = x, let right = y {
            if left.value != right.value { return false }
            (x, y) = (left.next, right.next)
        }
        return x == nil && y == nil
    }
}

extension LinkedList: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Value...) { self.init(elements) }
}

extension LinkedList: CustomStringConvertible {
    var description: String { "(" + map { "\($0)" }.joined(separator: " -> ") + ")" }
}

var list: LinkedList = [3, 1, 4]
print(list, list.contains(4), Array(list).sorted(), list.reduce(0, +))  // expect: (3 -> 1 -> 4) true [1, 3, 4] 8
list.push(9)
print(list.pop() ?? 0, list.pop() ?? 0, list, LinkedList<String>())  // expect: 9 3 (1 -> 4) ()
let longer = list.appending(5).appending(6)
print(list, longer, longer.mapped { "\($0)번" })  // expect: (1 -> 4) (1 -> 4 -> 5 -> 6) (1번 -> 4번 -> 5번 -> 6번)
print(list == [1, 4], list == [1], longer == longer.mapped { $0 }, LinkedList<Int>() == [])
// expect: true false true true
print(LinkedList.merged([1, 4, 9], [2, 3, 10, 11]), LinkedList.merged(["a"], []))
// expect: (1 -> 2 -> 3 -> 4 -> 9 -> 10 -> 11) (a)
for (i, value) in LinkedList("한글").enumerated() { print(i, value) }
// expect: 0 한
// expect: 1 글
let shared = list
list.head?.value = 100
print(shared, list.first { $0 > 50 } ?? 0, LinkedList([[1], [2, 3]]).flatMap { $0 })
// expect: (100 -> 4) 100 [1, 2, 3]
