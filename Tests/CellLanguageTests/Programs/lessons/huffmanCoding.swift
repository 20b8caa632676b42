// Huffman's code for a text: counts, a tree, codes, encoding, decoding, and the length against entropy.
indirect enum Tree {
    case leaf(Character, Int)
    case node(Tree, Tree)
    var weight: Int {
        switch self {
        case .leaf(_, let count): count
        case .node(let left, let right): left.weight + right.weight
        }
    }
    var smallest: Character {
        switch self {
        case .leaf(let character, _): character
        case .node(let left, let right): min(left.smallest, right.smallest)
        }
    }
    func codes(_ prefix: String = "") -> [Character: String] {
        switch self {
        case .leaf(let character, _): [character: prefix.isEmpty ? "0" : prefix]
        case .node(let left, let right): left.codes(prefix + "0").merging(right.codes(prefix + "1")) { a, _ in a }
        }
    }
}
func build(_ text: String) -> Tree? {
    let counts = text.reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
    var trees = counts.map { Tree.leaf($0.key, $0.value) }
    while trees.count > 1 {
        trees.sort { ($0.weight, $0.smallest) > ($1.weight, $1.smallest) }
        let a = trees.removeLast(), b = trees.removeLast()
        trees.append(.node(a, b))
    }
    return trees.first
}
func decode(_ bits: String, _ tree: Tree) -> String {
    var text = "", node = tree
    for bit in bits {
        if case .node(let left, let right) = node { node = bit == "0" ? left : right }
        if case .leaf(let character, _) = node {
            text.append(character)
            node = tree
        }
    }
    return text
}
let text = "가나가다가나라가나가"
guard let tree = build(text) else { fatalError("빈 글") }
let codes = tree.codes()
for (character, code) in codes.sorted(by: { ($0.value.count, $0.value) < ($1.value.count, $1.value) }) {
    print(character, code)
}  // expect: 가 0
// expect: 나 11
// expect: 다 100
// expect: 라 101
let bits = text.map { codes[$0]! }.joined()
print(bits, bits.count, text.count * 2)  // expect: 01101000111010110 17 20
print(decode(bits, tree), decode(bits, tree) == text)  // expect: 가나가다가나라가나가 true
let counts = Dictionary(grouping: text) { $0 }.mapValues { Double($0.count) / Double(text.count) }
let entropy = counts.keys.sorted().map { -counts[$0]! * log2(counts[$0]!) }.reduce(0, +)
let average = Double(bits.count) / Double(text.count)
print(String(format: "%.4f %.4f", entropy, average), entropy <= average, average < entropy + 1)  // expect: 1.6855 1.7000 true true
let values = codes.values.sorted()
print(values.allSatisfy { code in !values.contains { $0 != code && $0.hasPrefix(code) } }, tree.weight == text.count)  // expect: true true
print(build("아아아")!.codes(), build("") == nil ? "빈 글에는 나무가 없다" : "", build("ㄱㄴ")!.codes().count)  // expect: ["아": "0"] 빈 글에는 나무가 없다 2
let longer = "사람은 책을 만들고 책은 사람을 만든다"
let plan = build(longer)!
let packed = longer.map { plan.codes()[$0]! }.joined()
print(decode(packed, plan) == longer, packed.count < longer.utf8.count * 8 / 4)  // expect: true true
