// Two containers written once for every element type.
struct Stack<Element> {
    private var items: [Element] = []

    var isEmpty: Bool { items.isEmpty }
    var count: Int { items.count }
    var top: Element? { items.last }

    mutating func push(_ item: Element) { items.append(item) }

    mutating func pop() -> Element? { items.popLast() }
}

struct Queue<Element> {
    private var inbox: [Element] = []
    private var outbox: [Element] = []

    mutating func enqueue(_ element: Element) { inbox.append(element) }

    mutating func dequeue() -> Element? {
        if outbox.isEmpty {
            outbox = inbox.reversed()
            inbox = []
        }
        return outbox.popLast()
    }
}

var numbers = Stack<Int>()
for n in 1...4 { numbers.push(n * n) }
print(numbers.count, numbers.top ?? 0)  // expect: 4 16
while let n = numbers.pop() { print(n, terminator: " ") }
print(numbers.isEmpty)  // expect: 16 9 4 1 true

var words = Stack<String>()
words.push("가")
words.push("나")
print(words.pop() ?? "-", words.pop() ?? "-", words.pop() ?? "-")  // expect: 나 가 -

var jobs = Queue<(name: String, cost: Double)>()
jobs.enqueue((name: "load", cost: 0.5))
jobs.enqueue((name: "train", cost: 9))
print(jobs.dequeue()!.name)  // expect: load
jobs.enqueue((name: "score", cost: 1))
print(jobs.dequeue()!.cost, jobs.dequeue()!.name, jobs.dequeue() == nil)  // expect: 9.0 score true

func balanced(_ text: String) -> Bool {
    var open = Stack<Character>()
    for c in text {
        switch c {
        case "(", "[": open.push(c)
        case ")": if open.pop() != "(" { return false }
        case "]": if open.pop() != "[" { return false }
        default: break
        }
    }
    return open.isEmpty
}
print(balanced("(a[b]c)"), balanced("(]"), balanced("(("), balanced(""))  // expect: true false false true
