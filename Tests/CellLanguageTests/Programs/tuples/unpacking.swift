// Taking tuples apart: in for loops, closures, enumerated and zipped sequences, dictionaries, results.
let pairs = [(1, "하나"), (2, "둘"), (3, "셋")]
for (number, word) in pairs { print(number, word, terminator: " ") }
for (index, (number, word)) in pairs.enumerated() where index > 0 { print(index, number, word, terminator: " ") }
print("끝")  // expect: 1 하나 2 둘 3 셋 1 2 둘 2 3 셋 끝
for (_, word) in pairs { print(word, terminator: "/") }
for ((number, _), other) in zip(pairs, [10, 20]) { print(number * other, terminator: "/") }
print("끝")  // expect: 하나/둘/셋/10/40/끝
print(pairs.map { $0.1 }, pairs.map { number, word in "\(word)=\(number)" }, pairs.map { pair in pair.0 }.reduce(0, +))  // expect: ["하나", "둘", "셋"] ["하나=1", "둘=2", "셋=3"] 6
print(pairs.filter { number, _ in number > 1 }.map(\.1), pairs.reduce("") { $0 + $1.1.prefix(1) })  // expect: ["둘", "셋"] 하둘셋
let words = Dictionary(uniqueKeysWithValues: pairs)
for (number, word) in words.sorted(by: { $0.0 > $1.0 }) { print(number, word, terminator: " ") }
print(words.map { key, value in key * value.count }.sorted(), words.first { $0.key == 2 }!.value)  // expect: 3 셋 2 둘 1 하나 [2, 2, 3] 둘
let (numbers, names) = pairs.reduce(into: ([Int](), [String]())) {
    $0.0.append($1.0)
    $0.1.append($1.1)
}
print(numbers, names)  // expect: [1, 2, 3] ["하나", "둘", "셋"]
func limits(_ values: [Int]) -> (low: Int, high: Int, rest: [Int]) {
    let sorted = values.sorted()
    return (sorted.first!, sorted.last!, Array(sorted.dropFirst().dropLast()))
}
let (low, high, rest) = limits([5, 1, 9, 4])
print(low, high, rest, limits([2, 1]).rest)  // expect: 1 9 [4, 5] []
if let (offset, element) = pairs.enumerated().first(where: { $0.element.0 == 3 }) { print(offset, element.1) }  // expect: 2 셋
let ((a, b), (c, list)) = ((1, 2), (3, [4]))
print(a, b, c, list)  // expect: 1 2 3 [4]
let sums = zip(zip([1, 2], [3, 4]), [5, 6]).map { pair, z in pair.0 + pair.1 + z }
print(sums, (0..<3).map { ($0, $0 * $0) }.map { $0 + $1 }, [(1, (2, 3))].map { a, bc in a + bc.0 + bc.1 })  // expect: [9, 12] [0, 2, 6] [6]
let swap = { (pair: (Int, String)) in (pair.1, pair.0) }
print(swap((1, "가")), swap(pairs[0]).0, pairs.map(swap).map(\.0))  // expect: ("가", 1) 하나 ["하나", "둘", "셋"]
func distance(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
    let (dx, dy) = (a.x - b.x, a.y - b.y)
    return (dx * dx + dy * dy).squareRoot()
}
let corners = [(x: 0.0, y: 0.0), (x: 3.0, y: 4.0), (x: 3.0, y: 0.0)]
print(zip(corners, corners.dropFirst()).map { distance($0, $1) }, distance(corners[0], (1, 0)))  // expect: [5.0, 4.0] 1.0
