// Identity and equality differ: `==` and hashing written by hand, object identifiers in sets.
final class Tag: Hashable, CustomStringConvertible {
    let name: String
    var uses = 0

    init(_ name: String) { self.name = name }

    static func == (a: Tag, b: Tag) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
    var description: String { "#\(name)" }
}

class Node {
    var links: [Node] = []
    let id: Int
    init(_ id: Int) { self.id = id }
}

let a = Tag("수학")
let b = Tag("수학")
let c = a
print(a == b, a === b, a === c, a != Tag("음악"))  // expect: true false true true
var tags: Set<Tag> = [a]
print(tags.insert(b).inserted, tags.count, tags.contains(Tag("수학")))  // expect: false 1 true
b.uses += 1
tags.first?.uses += 10
print(a.uses, b.uses, c.uses)  // expect: 10 1 10
tags.update(with: b)
print(tags.first!.uses)  // expect: 1
var counts: [Tag: Int] = [:]
for name in ["a", "b", "a", "c", "a"] { counts[Tag(name), default: 0] += 1 }
print(counts.sorted { $0.key.name < $1.key.name }.map { "\($0.key)\($0.value)" })  // expect: ["#a3", "#b1", "#c1"]

let nodes = (0..<4).map { Node($0) }
nodes[0].links = [nodes[1], nodes[2]]
nodes[1].links = [nodes[2], nodes[0]]
nodes[2].links = [nodes[2]]
print(nodes[0].links[1] === nodes[2], nodes[2].links[0] === nodes[2])  // expect: true true

func reachable(from start: Node) -> [Int] {
    var seen = Set<ObjectIdentifier>()
    var result: [Int] = []
    var stack = [start]
    while let node = stack.popLast() {
        guard seen.insert(ObjectIdentifier(node)).inserted else { continue }
        result.append(node.id)
        stack.append(contentsOf: node.links)
    }
    return result.sorted()
}
print(reachable(from: nodes[0]), reachable(from: nodes[3]))  // expect: [0, 1, 2] [3]
print(ObjectIdentifier(nodes[0]) == ObjectIdentifier(nodes[0].links[0].links[1]))  // expect: true
print(nodes.firstIndex { $0 === nodes[1].links[0] } ?? -1)  // expect: 2
let maybe: Node? = nil
print(maybe === nil, nodes.first === nodes[0], nodes.last === nodes.first)  // expect: true true false

var x = Node(1)
let y = x
x = Node(1)
x.links.append(y)
print(x === y, x.links[0] === y, y.links.isEmpty)  // expect: false true true

func replace(_ node: Node) -> Node {
    node.links = []
    return Node(node.id + 100)
}
let replaced = replace(nodes[0])
print(nodes[0].links.count, replaced.id, nodes[0].id)  // expect: 0 100 0
