// A graph over any node type: walks, topological order, components by union-find, a minimal spanning tree.
struct UnionFind<Element: Hashable> {
    private var parent: [Element: Element] = [:]

    mutating func root(_ element: Element) -> Element {
        guard let up = parent[element], up != element else { return element }
        let top = root(up)
        parent[element] = top
        return top
    }

    mutating func unite(_ a: Element, _ b: Element) -> Bool {
        let (x, y) = (root(a), root(b))
        if x == y { return false }
        parent[x] = y
        return true
    }
}

struct Graph<Node: Hashable & Comparable, Weight: Comparable & Numeric> {
    struct Edge: CustomStringConvertible {
        let from: Node
        let to: Node
        let weight: Weight
        var description: String { "\(from)-\(to):\(weight)" }
    }

    private(set) var edges: [Edge] = []
    private var outgoing: [Node: [Edge]] = [:]
    private(set) var nodes: Set<Node> = []

    mutating func connect(_ from: Node, _ to: Node, _ weight: Weight = 1) {
        let edge = Edge(from: from, to: to, weight: weight)
        edges.append(edge)
        outgoing[from, default: []].append(edge)
        nodes.formUnion([from, to])
    }

    func walk(from start: Node, visit: (Node, _ depth: Int) -> Bool) {
        var seen: Set<Node> = [start]
        var level = [start]
        var depth = 0
        while !level.isEmpty {
            for node in level where !visit(node, depth) { return }
            level = level.flatMap { outgoing[$0] ?? [] }.map(\.to).filter { seen.insert($0).inserted }
            depth += 1
        }
    }

    func topological() -> [Node]? {
        var open: [Node: Int] = [:]
        for edge in edges { open[edge.to, default: 0] += 1 }
        var ready = nodes.filter { open[$0] == nil }.sorted()
        var order: [Node] = []
        while !ready.isEmpty {
            let node = ready.removeFirst()
            order.append(node)
            for edge in outgoing[node] ?? [] {
                open[edge.to]! -= 1
                if open[edge.to] == 0 { ready.append(edge.to) }
            }
            ready.sort()
        }
        return order.count == nodes.count ? order : nil
    }

    func spanningTree() -> (edges: [Edge], weight: Weight) {
        var sets = UnionFind<Node>()
        var chosen: [Edge] = []
        for edge in edges.sorted(by: { $0.weight < $1.weight }) where sets.unite(edge.from, edge.to) {
            chosen.append(edge)
        }
        return (chosen, chosen.reduce(0) { $0 + $1.weight })
    }
}

var courses = Graph<String, Int>()
for (before, after) in [("수학", "통계"), ("통계", "회귀"), ("파이썬", "회귀"), ("회귀", "신경망"), ("수학", "최적화"), ("최적화", "신경망")] {
    courses.connect(before, after)
}
print(courses.topological() ?? [])  // expect: ["수학", "최적화", "통계", "파이썬", "회귀", "신경망"]
courses.walk(from: "수학") { node, depth in
    print(depth, node)
    return depth < 2
}
// expect: 0 수학
// expect: 1 통계
// expect: 1 최적화
// expect: 2 회귀
courses.connect("신경망", "수학")
print(courses.topological() == nil, courses.nodes.count)  // expect: true 6

var roads = Graph<Int, Double>()
for (a, b, length) in [(1, 2, 4.0), (2, 3, 1.5), (1, 3, 2.5), (3, 4, 7), (2, 4, 6.25), (5, 6, 1)] {
    roads.connect(a, b, length)
}
let tree = roads.spanningTree()
print(tree.edges, tree.weight)  // expect: [5-6:1.0, 2-3:1.5, 1-3:2.5, 2-4:6.25] 11.25
var depths: [Int] = []
roads.walk(from: 1) { _, depth in
    depths.append(depth)
    return true
}
print(depths, roads.topological() ?? [])  // expect: [0, 1, 1, 2] [1, 2, 3, 4, 5, 6]

var islands = UnionFind<Character>()
let joined = ["ab", "cd", "bc", "ad", "xy"].map { islands.unite($0.first!, $0.last!) }
print(joined, islands.root("a") == islands.root("d"), islands.root("a") == islands.root("x"))
// expect: [true, true, true, false, true] true false
