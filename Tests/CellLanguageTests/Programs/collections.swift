// Arrays, dictionaries and the algorithms on them.
var list = [5, 3, 8]
list.append(1)
list[0] = 7
print(list, list.count, list.max()!, list.min() ?? 0)  // expect: [7, 3, 8, 1] 4 8 1
print(list.sorted(), list.map { $0 * 2 }, list.filter { $0 > 2 })  // expect: [1, 3, 7, 8] [14, 6, 16, 2] [7, 3, 8]
print(list.reduce(0) { $0 + $1 }, list.reduce("") { "\($0)\($1)" })  // expect: 19 7381
for (i, v) in list.enumerated() { print(i, v, terminator: " ") }
print()  // expect: 0 7 1 3 2 8 3 1 
let words = ["b": 2, "a": 1]
print(words["a"] ?? 0, words["z"] == nil, words.count)  // expect: 1 true 2
let reversed = Dictionary(uniqueKeysWithValues: words.map { word, index in (index, word) })
print(reversed[2] ?? "?")  // expect: b
var counts: [String: Int] = [:]
for word in ["x", "y", "x"] { counts[word, default: 0] += 1 }
counts["z"] = 9
print(counts["x"]!, counts["y"]!, counts["z"]!)  // expect: 2 1 9
counts["z"] = nil
print(counts.count)  // expect: 2
var grid = [[1, 2], [3, 4]]
grid[1][0] = 9
grid[0].append(5)
print(grid)  // expect: [[1, 2, 5], [9, 4]]
let copy = grid
grid[0][0] = 100
print(copy[0][0], grid[0][0])  // expect: 1 100
let scores: [Double] = [0.5, 0.1, 0.9]
let (best, score) = zip(1...3, scores).min { $0.1 < $1.1 }!
print(best, score)  // expect: 2 0.1
print([[1, 2], [3]].flatMap { $0 }, ["1", "a"].compactMap { Int($0) })  // expect: [1, 2, 3] [1]
print(["가", "나"].joined(separator: "-"), list.contains(8), Array(list.prefix(2)))  // expect: 가-나 true [7, 3]
print([1, 2, 3].compactMap { [$0].max() }.max()!)  // expect: 3
