// Sequences put together: lazily, in windows, zipped three ways, padded, deduplicated.
let temperatures = [21.5, 22.0, 19.5, 24.0, 23.5, 20.0, 18.5]
let days = ["월", "화", "수", "목", "금", "토", "일"]
for (day, temperature) in zip(days, temperatures) where temperature > 22 { print(day, temperature) }  // expect: 목 24.0
// expect: 금 23.5
let changes = zip(temperatures, temperatures.dropFirst()).map { $1 - $0 }
print(changes, changes.map { $0 > 0 ? "↑" : "↓" }.joined())  // expect: [0.5, -2.5, 4.5, -0.5, -3.5, -1.5] ↑↓↑↓↓↓
let peaks = temperatures.indices.dropFirst().dropLast().filter {
    temperatures[$0] > temperatures[$0 - 1] && temperatures[$0] > temperatures[$0 + 1]
}
print(peaks.map { days[$0] })  // expect: ["화", "목"]
func moving(_ values: [Double], _ size: Int) -> [Double] {
    guard values.count >= size else { return [] }
    return (0...values.count - size).map { values[$0..<$0 + size].reduce(0, +) / Double(size) }
}
print(moving(temperatures, 2), moving([1], 3))  // expect: [21.75, 20.75, 21.75, 23.75, 21.75, 19.25] []
func deduplicated(_ values: [Int]) -> [Int] { values.reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
print(deduplicated([1, 1, 2, 2, 2, 1, 3, 3]), deduplicated([]))  // expect: [1, 2, 1, 3] []
func transposed(_ rows: [[String]]) -> [[String]] {
    let width = rows.map(\.count).max() ?? 0
    return (0..<width).map { column in rows.map { $0.indices.contains(column) ? $0[column] : "-" } }
}
print(transposed([["a", "b", "c"], ["d"], ["e", "f"]]))  // expect: [["a", "d", "e"], ["b", "-", "f"], ["c", "-", "-"]]
func runs(_ values: [Int]) -> [[Int]] {
    var result: [[Int]] = []
    for value in values {
        if let last = result.last?.last, value == last + 1 {
            result[result.count - 1].append(value)
        } else {
            result.append([value])
        }
    }
    return result
}
print(runs([1, 2, 3, 7, 8, 10]), runs([]))  // expect: [[1, 2, 3], [7, 8], [10]] []
let lazySquares = (1...).lazy.map { $0 * $0 }.filter { $0 % 2 == 1 }
print(Array(lazySquares.prefix(4)), lazySquares.first { $0 > 100 }!)  // expect: [1, 9, 25, 49] 121
func hypotenuse(_ a: Int, _ b: Int) -> Int? { (b...15).first { $0 * $0 == a * a + b * b } }
let triples = (1...15).flatMap { a in (a...15).compactMap { b in hypotenuse(a, b).map { [a, b, $0] } } }
print(triples)  // expect: [[3, 4, 5], [5, 12, 13], [6, 8, 10], [9, 12, 15]]
var iterator = days.makeIterator(), picked: [String] = []
while let day = iterator.next() {
    picked.append(day)
    _ = iterator.next()
}
print(picked)  // expect: ["월", "수", "금", "일"]
print(Array(repeating: [0, 1], count: 2), Array(repeating: "ab", count: 2).joined(), repeatElement(7, count: 3).map { $0 })  // expect: [[0, 1], [0, 1]] abab [7, 7, 7]
let (evens, odds) = (temperatures.enumerated().filter { $0.offset % 2 == 0 }, temperatures.enumerated().filter { $0.offset % 2 == 1 })
print(evens.map(\.element), odds.map(\.element).reduce(-.infinity, max), evens.count + odds.count)  // expect: [21.5, 19.5, 23.5, 18.5] 24.0 7
print(Array(zip(zip([1, 2], ["a", "b"]), [true, false])).map { "\($0.0.0)\($0.0.1)\($0.1)" }, Array("가나".enumerated()).map(\.offset))  // expect: ["1atrue", "2bfalse"] [0, 1]
