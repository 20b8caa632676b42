// Comparing tuples, sorting by several keys, tuples as values of dictionaries and elements of arrays.
print((1, 2) == (1, 2), (1, "가") != (1, "나"), (1, 2) < (1, 3), (2, 0) > (1, 9), ("가", 1) <= ("가", 1))  // expect: true true true true true
print((1, 2, 3) < (1, 2, 4), (1.5, "a", true) == (1.5, "a", true), () == ())  // expect: true true true
let scores = [("지우", 3, 88.5), ("하준", 1, 92.0), ("서연", 3, 92.0), ("도윤", 1, 88.5)]
print(scores.sorted { ($0.1, -$0.2) < ($1.1, -$1.2) }.map(\.0))  // expect: ["하준", "도윤", "서연", "지우"]
print(scores.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { "\($0.0) \($0.2)" })  // expect: ["서연 92.0", "하준 92.0", "도윤 88.5", "지우 88.5"]
print(scores.min { ($0.2, $0.0) < ($1.2, $1.0) }!.0, scores.max { $0.1 < $1.1 }!.1)  // expect: 도윤 3
print(scores.contains { $0 == ("서연", 3, 92.0) }, scores.first { $0.1 == 1 }!)  // expect: true ("하준", 1, 92.0)
let table: [String: (count: Int, total: Double)] = scores.reduce(into: [:]) { table, score in
    table["\(score.1)반", default: (0, 0)].count += 1
    table["\(score.1)반", default: (0, 0)].total += score.2
}
for (name, entry) in table.sorted(by: { $0.key < $1.key }) { print(name, entry.count, entry.total / Double(entry.count)) }  // expect: 1반 2 90.25
// expect: 3반 2 90.25
let a = [(1, 2), (3, 4)], b = [(1, 2), (3, 5)]
print(zip(a, b).map { $0 == $1 }, a.elementsEqual(b, by: ==), a.elementsEqual(a) { $0 == $1 })  // expect: [true, false] false true
let dates = [(2026, 3, 1), (2025, 12, 31), (2026, 1, 15)]
print(dates.sorted(by: <).map { "\($0.0)/\($0.1)/\($0.2)" }, dates.max(by: <)!)  // expect: ["2025/12/31", "2026/1/15", "2026/3/1"] (2026, 3, 1)
func version(_ text: String) -> (Int, Int, Int) {
    let parts = text.split(separator: ".").compactMap { Int($0) } + [0, 0, 0]
    return (parts[0], parts[1], parts[2])
}
print(version("1.10") > version("1.9.9"), version("2") == version("2.0.0"), ["1.2", "1.10", "1.9"].sorted { version($0) < version($1) })  // expect: true true ["1.2", "1.9", "1.10"]
let unique = dates.reduce(into: [(Int, Int)]()) { result, date in
    if !result.contains(where: { $0 == (date.0, date.1) }) { result.append((date.0, date.1)) }
}
print(unique, unique.count)  // expect: [(2026, 3), (2025, 12), (2026, 1)] 3
