// Ranges: bounds, membership, clamping, overlap, as collections and in strides.
let half = 2..<6, closed = 2...6
print(half, closed, half.count, closed.count, half.lowerBound, half.upperBound, closed.upperBound)  // expect: 2..<6 2...6 4 5 2 6 6
print(half.contains(6), closed.contains(6), half ~= 5, closed.isEmpty, (3..<3).isEmpty, (3...3).count)  // expect: false true true false true 1
print(half.clamped(to: 0..<4), closed.clamped(to: 4...100), half.overlaps(5..<9), half.overlaps(6..<9), closed.overlaps(6...9))  // expect: 2..<4 4...6 true false true
print(Array(half), half.reversed().map { $0 }, half.map { $0 * $0 }, closed.reduce(0, +), half.first!, half.last!)  // expect: [2, 3, 4, 5] [5, 4, 3, 2] [4, 9, 16, 25] 20 2 5
print((0...100).filter { $0 % 25 == 0 }, (1...5).dropFirst().dropLast().map { $0 }, (1...10).prefix(3).map { $0 })  // expect: [0, 25, 50, 75, 100] [2, 3, 4] [1, 2, 3]
print((0.5...1.5).contains(1.2), (0.0..<1.0).contains(1), ("a"..."f").contains("c"), (0.0...1.0).upperBound)  // expect: true false true 1.0
for i in (0..<3).reversed() { print(i, terminator: " ") }
for i in stride(from: 10, through: 0, by: -5) { print(i, terminator: " ") }
for x in stride(from: 0.0, to: 1.0, by: 0.5) { print(x, terminator: " ") }
print("끝")  // expect: 2 1 0 10 5 0 0.0 0.5 끝
let from = 3..., upTo = ..<3, through = ...3
print(from.contains(100), upTo.contains(3), through.contains(3), upTo.contains(-50), from.lowerBound)  // expect: true false true true 3
for i in 1... {
    if i * i > 50 {
        print(i)  // expect: 8
        break
    }
}
print(half == 2..<6, half != 2..<7, closed == 2...6, Range(2...5) == half, Range(closed).upperBound)  // expect: true true true true 7
let limits = [0..<60, 60..<80, 80..<101], grades = ["다", "나", "가"]
func grade(_ score: Int) -> String { limits.firstIndex { $0.contains(score) }.map { grades[$0] } ?? "?" }
print([59, 60, 99, 100, 101].map(grade))  // expect: ["다", "나", "가", "가", "?"]
let n = 4
print((1...n).map { String(repeating: "*", count: $0) }, (0..<n).map { n - $0 }, (0..<0).map { $0 })  // expect: ["*", "**", "***", "****"] [4, 3, 2, 1] []
print(half.element(at: 2), (1...3).flatMap { i in (i...3).map { "\(i)\($0)" } })  // expect: 4 ["11", "12", "13", "22", "23", "33"]
extension Range where Bound == Int {
    func element(at offset: Int) -> Int { self[index(startIndex, offsetBy: offset)] }
}
let merged = [(1...4), (8...9), (3...6), (10...12)].sorted { $0.lowerBound < $1.lowerBound }.reduce(into: [ClosedRange<Int>]()) {
    if let last = $0.last, last.overlaps($1) {
        $0[$0.count - 1] = last.lowerBound...max(last.upperBound, $1.upperBound)
    } else {
        $0.append($1)
    }
}
print(merged, merged.map(\.count))  // expect: [ClosedRange(1...6), ClosedRange(8...9), ClosedRange(10...12)] [6, 2, 3]
let array = ["가", "나", "다", "라"]
print(array[1...].joined(), array[..<2].joined(), array[1..<array.endIndex].count, array.indices, array.indices.contains(4))  // expect: 나다라 가나 3 0..<4 false
