// A binary search tree of class instances: insertion, lookup, walks, height, removal through parents.
class TreeNode {
    let key: Int
    var value: String
    var left: TreeNode?
    var right: TreeNode?

    init(key: Int, value: String) {
        self.key = key
        self.value = value
    }

    var height: Int { 1 + max(left?.height ?? 0, right?.height ?? 0) }
    var size: Int { 1 + (left?.size ?? 0) + (right?.size ?? 0) }
    var isLeaf: Bool { left == nil && right == nil }
}

final class TreeMap {
    private var root: TreeNode?

    subscript(key: Int) -> String? {
        get {
            var node = root
            while let current = node, current.key != key { node = key < current.key ? current.left : current.right }
            return node?.value
        }
        set {
            if let newValue { insert(key, newValue) } else { root = removed(key, from: root) }
        }
    }

    private func insert(_ key: Int, _ value: String) {
        guard var current = root else {
            root = TreeNode(key: key, value: value)
            return
        }
        while true {
            if key == current.key {
                current.value = value
                return
            }
            if key < current.key {
                guard let left = current.left else {
                    current.left = TreeNode(key: key, value: value)
                    return
                }
                current = left
            } else {
                guard let right = current.right else {
                    current.right = TreeNode(key: key, value: value)
                    return
                }
                current = right
            }
        }
    }

    private func removed(_ key: Int, from node: TreeNode?) -> TreeNode? {
        guard let node else { return nil }
        if key < node.key {
            node.left = removed(key, from: node.left)
            return node
        }
        if key > node.key {
            node.right = removed(key, from: node.right)
            return node
        }
        guard let left = node.left else { return node.right }
        guard var next = node.right else { return left }
        while let smaller = next.left { next = smaller }
        let replacement = TreeNode(key: next.key, value: next.value)
        replacement.right = removed(next.key, from: node.right)
        replacement.left = left
        return replacement
    }

    func inOrder(_ visit: (Int, String) -> Void) {
        func walk(_ node: TreeNode?) {
            guard let node else { return }
            walk(node.left)
            visit(node.key, node.value)
            walk(node.right)
        }
        walk(root)
    }

    func byLevel() -> [[Int]] {
        var levels: [[Int]] = []
        var current = [root].compactMap { $0 }
        while !current.isEmpty {
            levels.append(current.map { $0.key })
            current = current.flatMap { [$0.left, $0.right].compactMap { $0 } }
        }
        return levels
    }

    var height: Int { root?.height ?? 0 }
    var count: Int { root?.size ?? 0 }
}

let map = TreeMap()
for (key, value) in [(50, "쉰"), (30, "서른"), (70, "일흔"), (20, "스물"), (40, "마흔"), (60, "예순"), (80, "여든")] {
    map[key] = value
}
print(map.count, map.height, map[40] ?? "-", map[45] ?? "-")  // expect: 7 3 마흔 -
print(map.byLevel())  // expect: [[50], [30, 70], [20, 40, 60, 80]]
map[65] = "sixty five"
map[40] = "forty"
print(map.count, map.height, map[40]!)  // expect: 8 4 forty
map[50] = nil
map[20] = nil
map[999] = nil
print(map.byLevel(), map[50] == nil)  // expect: [[60], [30, 70], [40, 65, 80]] true
var text: [String] = []
map.inOrder { key, value in text.append("\(key)=\(value)") }
print(text.joined(separator: " "))  // expect: 30=서른 40=forty 60=예순 65=sixty five 70=일흔 80=여든
for key in [30, 40, 60, 65, 70, 80] { map[key] = nil }
print(map.count, map.byLevel(), map.height)  // expect: 0 [] 0
