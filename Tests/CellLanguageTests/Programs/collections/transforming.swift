// map, filter, reduce, flatMap, compactMap, zip and their chains.
let numbers = Array(1...6)
print(numbers.map { $0 * $0 }, numbers.filter { $0 % 2 == 0 }, numbers.reduce(1, *))  // expect: [1, 4, 9, 16, 25, 36] [2, 4, 6] 720
print(numbers.map(String.init).joined(separator: "+"), numbers.map { Double($0) / 2 })  // expect: 1+2+3+4+5+6 [0.5, 1.0, 1.5, 2.0, 2.5, 3.0]
print([[1, 2], [], [3]].flatMap { $0 }, [[1, 2], [3]].joined().map { $0 + 1 }, Array([[0], [1]].joined(separator: [9, 9])))  // expect: [1, 2, 3] [2, 3, 4] [0, 9, 9, 1]
print(["1", "둘", "3"].compactMap { Int($0) }, [1, nil, 3].compactMap { $0 }, ["가나", "다"].flatMap { $0 })  // expect: [1, 3] [1, 3] ["가", "나", "다"]
print(numbers.reduce(into: [Int]()) { $0.insert($1, at: 0) }, numbers.reduce("") { $0 + "\($1)" })  // expect: [6, 5, 4, 3, 2, 1] 123456
print(numbers.reduce(into: [:] as [Bool: [Int]]) { $0[$1 % 3 == 0, default: []].append($1) }[true]!)  // expect: [3, 6]
print(zip(numbers, numbers.dropFirst()).map { $1 - $0 }, zip(["a", "b"], 1...).map { "\($0)\($1)" })  // expect: [1, 1, 1, 1, 1] ["a1", "b2"]
print(zip([1, 2, 3], [4, 5, 6]).map(*).reduce(0, +), zip([1, 2], [3]).map { [$0, $1] })  // expect: 32 [[1, 3]]
print(numbers.reversed().map { $0 }, Array(numbers.reversed()).first!, numbers.reversed().enumerated().map { $0 * $1 })  // expect: [6, 5, 4, 3, 2, 1] 6 [0, 5, 8, 9, 8, 5]
var running = 0
let cumulative = numbers.map { value -> Int in
    running += value
    return running
}
print(cumulative)  // expect: [1, 3, 6, 10, 15, 21]
let products = (1...3).flatMap { x in (1...3).filter { $0 >= x }.map { (x, $0, x * $0) } }
print(products.count, products.map(\.2), products[1])  // expect: 6 [1, 2, 3, 4, 6, 9] (1, 2, 2)
print((1...4).flatMap { Array(repeating: $0, count: $0) }, (1...3).map { row in (1...3).map { $0 * row } })  // expect: [1, 2, 2, 3, 3, 3, 4, 4, 4, 4] [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
let total = numbers.lazy.filter { $0 > 2 }.map { $0 * 10 }.reduce(0, +)
print(total, numbers.lazy.map { $0 * $0 }.first { $0 > 10 }!)  // expect: 180 16
let partitions = numbers.reduce(into: (small: [Int](), large: [Int]())) { result, value in
    if value < 4 { result.small.append(value) } else { result.large.append(value) }
}
print(partitions.small, partitions.large)  // expect: [1, 2, 3] [4, 5, 6]
numbers.filter { $0 > 4 }.forEach { print("항목", $0) }  // expect: 항목 5
// expect: 항목 6
print(numbers.count { $0 > 2 }, stride(from: 10, to: 0, by: -3).map { $0 }, Array(stride(from: 0, through: 10, by: 5)))  // expect: 4 [10, 7, 4, 1] [0, 5, 10]
let text = ["b": 2, "a": 1].map { "\($0.key)\($0.value)" }.sorted().joined()
print(text, sequence(first: 1) { $0 * 3 }.prefix(5).map { $0 }, Array(sequence(first: 100) { $0 > 10 ? $0 / 2 : nil }))  // expect: a1b2 [1, 3, 9, 27, 81] [100, 50, 25, 12, 6]
print(numbers.min { abs($0 - 4) < abs($1 - 4) }!, numbers.sorted { abs($0 - 4) < abs($1 - 4) }.first!)  // expect: 4 4
