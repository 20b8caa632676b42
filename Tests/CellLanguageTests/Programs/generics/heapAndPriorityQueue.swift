// A binary heap ordered by any rule, and on it a priority queue, heap sort, merging of lists and Dijkstra's algorithm.
struct Heap<Element> {
    private var elements: [Element] = []
    private let precedes: (Element, Element) -> Bool

    init(_ elements: [Element] = [], by precedes: @escaping (Element, Element) -> Bool) {
        self.precedes = precedes
        self.elements = elements
        for i in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(i) }
    }

    var count: Int { elements.count }
    var isEmpty: Bool { elements.isEmpty }
    var peek: Element? { elements.first }

    mutating func push(_ element: Element) {
        elements.append(element)
        var child = elements.count - 1
        while child > 0, precedes(elements[child], elements[(child - 1) / 2]) {
            elements.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Element? {
        guard !elements.isEmpty else { return nil }
        elements.swapAt(0, elements.count - 1)
        defer { sink(0) }
        return elements.removeLast()
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < elements.count {
                if precedes(elements[child], elements[first]) { first = child }
            }
            if first == parent { return }
            elements.swapAt(first, parent)
            parent = first
        }
    }

    mutating func drain() -> [Element] {
        var result: [Element] = []
        while let element = pop() { result.append(element) }
        return result
    }
}

extension Heap where Element: Comparable {
    init(_ elements: [Element] = []) { self.init(elements) { $0 < $1 } }
}

extension Array where Element: Comparable {
    func heapSorted() -> [Element] {
        var heap = Heap(self)
        return heap.drain()
    }
}

print([5, 2, 9, 1, 5, 6].heapSorted(), ["나", "다", "가"].heapSorted(), [Int]().heapSorted())
// expect: [1, 2, 5, 5, 6, 9] ["가", "나", "다"] []
var largest = Heap<Double>(by: >)
for x in [0.5, 3, 2.25] { largest.push(x) }
print(largest.peek ?? 0, largest.pop()!, largest.count, largest.drain(), largest.isEmpty)
// expect: 3.0 3.0 2 [2.25, 0.5] true

struct Task {
    let name: String
    let priority: Int
}
var tasks = Heap([Task(name: "읽기", priority: 2), Task(name: "쓰기", priority: 5), Task(name: "듣기", priority: 1)]) {
    $0.priority > $1.priority
}
tasks.push(Task(name: "말하기", priority: 3))
print(tasks.drain().map(\.name))  // expect: ["쓰기", "말하기", "읽기", "듣기"]

func merged<T: Comparable>(_ lists: [[T]]) -> [T] {
    var heap = Heap<(value: T, list: Int, index: Int)> { ($0.value, $0.list) < ($1.value, $1.list) }
    for (i, list) in lists.enumerated() where !list.isEmpty { heap.push((list[0], i, 0)) }
    var result: [T] = []
    while let (value, list, index) = heap.pop() {
        result.append(value)
        if index + 1 < lists[list].count { heap.push((lists[list][index + 1], list, index + 1)) }
    }
    return result
}
print(merged([[1, 4, 7], [2, 5], [], [0, 9]]), merged([["b"], ["a", "c"]]))
// expect: [0, 1, 2, 4, 5, 7, 9] ["a", "b", "c"]

func distances<Node: Hashable>(from start: Node, in graph: [Node: [Node: Int]]) -> [Node: Int] {
    var best: [Node: Int] = [:]
    var open = Heap<(node: Node, cost: Int)> { $0.cost < $1.cost }
    open.push((start, 0))
    while let (node, cost) = open.pop() {
        guard best[node] == nil else { continue }
        best[node] = cost
        for (next, length) in graph[node] ?? [:] where best[next] == nil { open.push((next, cost + length)) }
    }
    return best
}
let roads = ["서울": ["대전": 140, "강릉": 168], "대전": ["대구": 120, "광주": 140], "강릉": ["대구": 250], "대구": ["부산": 88]]
print(distances(from: "서울", in: roads).sorted { $0.value < $1.value }.map { "\($0.key) \($0.value)" })
// expect: ["서울 0", "대전 140", "강릉 168", "대구 260", "광주 280", "부산 348"]
print(distances(from: 1, in: [1: [2: 7, 3: 1], 3: [2: 2]])[2] ?? -1)  // expect: 3
