// Search trees of objects: made, filled, asked and let go.
final class Node {
    let key: Int
    var left: Node?
    var right: Node?

    init(key: Int) {
        self.key = key
    }

    func insert(_ newKey: Int) {
        if newKey < key {
            if let left {
                left.insert(newKey)
            } else {
                left = Node(key: newKey)
            }
        } else if newKey > key {
            if let right {
                right.insert(newKey)
            } else {
                right = Node(key: newKey)
            }
        }
    }

    func contains(_ wanted: Int) -> Bool {
        var node: Node? = self
        while let current = node {
            if wanted == current.key { return true }
            node = wanted < current.key ? current.left : current.right
        }
        return false
    }
}

func complete(_ depth: Int) -> Node {
    let node = Node(key: depth)
    if depth > 0 {
        node.left = complete(depth - 1)
        node.right = complete(depth - 1)
    }
    return node
}

func count(_ node: Node?) -> Int {
    guard let node else { return 0 }
    return 1 + count(node.left) + count(node.right)
}

func height(_ node: Node?) -> Int {
    guard let node else { return 0 }
    let (left, right) = (height(node.left), height(node.right))
    return 1 + (left > right ? left : right)
}

let root = Node(key: 500_000)
var state = 4_242
for _ in 0..<40_000 {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    root.insert(state / 512 % 1_000_000)
}
var found = 0
for key in 0..<100_000 {
    if root.contains(key * 10) { found += 1 }
}
print("\(count(root)) keys, height \(height(root)), \(found) found")
var nodes = 0
for depth in 4...14 {
    for _ in 0..<(1 << (15 - depth)) {
        nodes += count(complete(depth))
    }
}
print("\(nodes) nodes made and counted")
