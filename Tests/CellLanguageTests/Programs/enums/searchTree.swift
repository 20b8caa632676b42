// A binary search tree without classes: every insertion makes a new tree that shares nothing one could see.
indirect enum Tree<Element: Comparable> {
    case leaf
    case node(left: Tree, value: Element, right: Tree)

    init() { self = .leaf }

    init(_ elements: [Element]) {
        self = elements.reduce(.leaf) { $0.inserting($1) }
    }

    func inserting(_ new: Element) -> Tree {
        switch self {
        case .leaf: return .node(left: .leaf, value: new, right: .leaf)
        case .node(let left, let value, let right):
            if new < value { return .node(left: left.inserting(new), value: value, right: right) }
            if new > value { return .node(left: left, value: value, right: right.inserting(new)) }
            return self
        }
    }

    mutating func insert(_ new: Element) { self = inserting(new) }

    func contains(_ wanted: Element) -> Bool {
        switch self {
        case .leaf: false
        case let .node(left, value, _) where wanted < value: left.contains(wanted)
        case let .node(_, value, right) where wanted > value: right.contains(wanted)
        case .node: true
        }
    }

    func removing(_ old: Element) -> Tree {
        guard case let .node(left, value, right) = self else { return self }
        if old < value { return .node(left: left.removing(old), value: value, right: right) }
        if old > value { return .node(left: left, value: value, right: right.removing(old)) }
        switch (left, right) {
        case (.leaf, let only), (let only, .leaf): return only
        default:
            let next = right.minimum!
            return .node(left: left, value: next, right: right.removing(next))
        }
    }

    var minimum: Element? {
        switch self {
        case .leaf: nil
        case .node(.leaf, let value, _): value
        case .node(let left, _, _): left.minimum
        }
    }

    var depth: Int {
        guard case .node(let left, _, let right) = self else { return 0 }
        return 1 + max(left.depth, right.depth)
    }

    func visit(_ body: (Element) -> Void) {
        if case let .node(left, value, right) = self {
            left.visit(body)
            body(value)
            right.visit(body)
        }
    }

    var sorted: [Element] {
        var result: [Element] = []
        visit { result.append($0) }
        return result
    }
}

var tree = Tree([50, 20, 70, 10, 30, 60, 80, 20])
print(tree.sorted, tree.depth, tree.minimum ?? 0)  // expect: [10, 20, 30, 50, 60, 70, 80] 3 10
let before = tree
tree.insert(65)
tree.insert(62)
print(tree.depth, before.depth, tree.contains(62), before.contains(62))  // expect: 5 3 true false
print(tree.removing(50).sorted, tree.removing(10).minimum ?? 0, tree.removing(999).sorted.count)
// expect: [10, 20, 30, 60, 62, 65, 70, 80] 20 9
for value in [50, 20, 70, 65] { tree = tree.removing(value) }
print(tree.sorted, tree.depth)  // expect: [10, 30, 60, 62, 80] 3
let words = Tree("하나 둘 셋 넷 다섯 여섯".split(separator: " ").map(String.init))
print(words.sorted, words.contains("셋"), words.contains("일곱"))
// expect: ["넷", "다섯", "둘", "셋", "여섯", "하나"] true false
print(Tree<Double>().sorted.isEmpty, Tree<Int>().minimum == nil, Tree([2, 1]))
// expect: true true node(left: Notebook.Tree<Swift.Int>.node(left: Notebook.Tree<Swift.Int>.leaf, value: 1, right: Notebook.Tree<Swift.Int>.leaf), value: 2, right: Notebook.Tree<Swift.Int>.leaf)
