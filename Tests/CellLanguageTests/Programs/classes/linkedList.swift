// A doubly ended list of linked nodes.
class Node {
    var value: String
    var next: Node?

    init(_ value: String, next: Node? = nil) {
        self.value = value
        self.next = next
    }
}

class LinkedList {
    private(set) var head: Node?
    private var tail: Node?
    private(set) var count = 0

    var isEmpty: Bool { head == nil }

    func append(_ value: String) {
        let node = Node(value)
        if let tail {
            tail.next = node
        } else {
            head = node
        }
        tail = node
        count += 1
    }

    func prepend(_ value: String) {
        head = Node(value, next: head)
        if tail == nil { tail = head }
        count += 1
    }

    func node(at index: Int) -> Node? {
        var current = head
        for _ in 0..<index { current = current?.next }
        return current
    }

    subscript(index: Int) -> String? {
        get { node(at: index)?.value }
        set {
            if let newValue { node(at: index)?.value = newValue }
        }
    }

    @discardableResult
    func removeAll(where matches: (String) -> Bool) -> Int {
        let before = count
        while let first = head, matches(first.value) {
            head = first.next
            count -= 1
        }
        var current = head
        while let node = current, let next = node.next {
            if matches(next.value) {
                node.next = next.next
                count -= 1
            } else {
                current = next
            }
        }
        tail = current
        return before - count
    }

    func reverse() {
        var previous: Node?
        var current = head
        tail = head
        while let node = current {
            (node.next, previous, current) = (previous, node, node.next)
        }
        head = previous
    }

    var values: [String] {
        var result: [String] = []
        var current = head
        while let node = current {
            result.append(node.value)
            current = node.next
        }
        return result
    }
}

let list = LinkedList()
print(list.isEmpty, list.values)  // expect: true []
for word in ["나", "다", "라"] { list.append(word) }
list.prepend("가")
print(list.values, list.count, list.head?.next?.value ?? "-")  // expect: ["가", "나", "다", "라"] 4 나
print(list[0] ?? "nil", list[3] ?? "nil", list[4] ?? "nil", list[40] ?? "nil")  // expect: 가 라 nil nil
list[1] = "NA"
list[9] = "nothing"
list[0] = nil
print(list.values)  // expect: ["가", "NA", "다", "라"]
list.reverse()
list.append("끝")
print(list.values, list.count)  // expect: ["라", "다", "NA", "가", "끝"] 5
print(list.removeAll { $0 == "라" || $0 == "가" }, list.values)  // expect: 2 ["다", "NA", "끝"]
list.append("end")
list.removeAll { $0 == "end" }
list.append("end2")
print(list.values, list.count, list.head === list.node(at: 0), list.head === list.node(at: 1))
// expect: ["다", "NA", "끝", "end2"] 4 true false
list.removeAll { _ in true }
list.append("alone")
print(list.values, list.head!.next == nil)  // expect: ["alone"] true
