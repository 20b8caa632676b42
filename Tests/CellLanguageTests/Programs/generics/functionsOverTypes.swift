// Generic functions: one body for many types, with the constraints it needs and no more.
func swapTwo<T>(_ a: inout T, _ b: inout T) {
    let old = a
    a = b
    b = old
}
var left = 1
var right = 2
swapTwo(&left, &right)
var one = "하나"
var two = "둘"
swapTwo(&one, &two)
print(left, right, one, two)  // expect: 2 1 둘 하나

func largest<T: Comparable>(_ items: [T]) -> T? {
    guard var best = items.first else { return nil }
    for item in items.dropFirst() where item > best { best = item }
    return best
}
print(largest([3, 9, 4]) ?? 0, largest(["pear", "zoo", "apple"]) ?? "", largest([Double]()) == nil)
// expect: 9 zoo true

func positions<T: Equatable>(of wanted: T, in items: [T]) -> [Int] {
    var found: [Int] = []
    for (i, item) in items.enumerated() where item == wanted { found.append(i) }
    return found
}
print(positions(of: 1, in: [1, 0, 1]), positions(of: "b", in: ["a"]), positions(of: true, in: [false, true]))
// expect: [0, 2] [] [1]

func counts<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    var result: [Key: Int] = [:]
    for key in keys { result[key, default: 0] += 1 }
    return result
}
let letters = counts(Array("banana"))
print(letters["a"] ?? 0, letters["n"] ?? 0, letters["z"] ?? 0)  // expect: 3 2 0
print(counts([2, 3, 2]).sorted { $0.key < $1.key }.map { "\($0.key)x\($0.value)" })  // expect: ["2x2", "3x1"]

func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C {
    { g(f($0)) }
}
let digits = compose({ (n: Int) in n * n }, { "\($0)".count })
print(digits(3), digits(10), digits(1000))  // expect: 1 3 7

func dot<N: Numeric>(_ a: [N], _ b: [N]) -> N {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
print(dot([1, 2, 3], [4, 5, 6]), dot([0.5, 1.5], [2, 4]))  // expect: 32 7.0
