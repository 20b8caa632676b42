// Permutations, combinations, subsets, products and partitions with arrays.
func permutations(_ items: [String]) -> [[String]] {
    guard !items.isEmpty else { return [[]] }
    return items.indices.flatMap { index in
        var rest = items
        let item = rest.remove(at: index)
        return permutations(rest).map { [item] + $0 }
    }
}
print(permutations(["가", "나", "다"]).map { $0.joined() })  // expect: ["가나다", "가다나", "나가다", "나다가", "다가나", "다나가"]
func combinations(_ items: ArraySlice<Int>, _ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    guard let first = items.first else { return [] }
    let rest = items.dropFirst()
    return combinations(rest, count - 1).map { [first] + $0 } + combinations(rest, count)
}
print(combinations([1, 2, 3, 4], 2), combinations(Array(1...6)[...], 3).count)  // expect: [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]] 20
func subsets(_ items: [Int]) -> [[Int]] { items.reduce([[]]) { sets, item in sets + sets.map { $0 + [item] } } }
print(subsets([1, 2, 3]), subsets([]).count)  // expect: [[], [1], [2], [1, 2], [3], [1, 3], [2, 3], [1, 2, 3]] 1
func product(_ lists: [[String]]) -> [String] {
    lists.reduce([""]) { partial, list in partial.flatMap { prefix in list.map { prefix + $0 } } }
}
print(product([["a", "b"], ["1", "2"], ["x"]]))  // expect: ["a1x", "a2x", "b1x", "b2x"]
func partitions(_ n: Int, largest: Int) -> [[Int]] {
    if n == 0 { return [[]] }
    return stride(from: min(n, largest), through: 1, by: -1).flatMap { part in
        partitions(n - part, largest: part).map { [part] + $0 }
    }
}
print(partitions(4, largest: 4), partitions(10, largest: 10).count)  // expect: [[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]] 42
func pascal(_ rows: Int) -> [[Int]] {
    (1..<rows).reduce(into: [[1]]) { triangle, _ in
        let last = triangle.last!
        triangle.append(zip([0] + last, last + [0]).map(+))
    }
}
for row in pascal(5) { print(row) }  // expect: [1]
// expect: [1, 1]
// expect: [1, 2, 1]
// expect: [1, 3, 3, 1]
// expect: [1, 4, 6, 4, 1]
func nextPermutation(_ values: inout [Int]) -> Bool {
    guard let pivot = values.indices.dropLast().last(where: { values[$0] < values[$0 + 1] }) else { return false }
    let other = values.lastIndex { $0 > values[pivot] }!
    values.swapAt(pivot, other)
    values[(pivot + 1)...].reverse()
    return true
}
var order = [1, 2, 3], all: [[Int]] = []
repeat { all.append(order) } while nextPermutation(&order)
print(all.count, all[3], order)  // expect: 6 [2, 3, 1] [3, 2, 1]
func queens(_ n: Int) -> Int {
    func place(_ columns: [Int]) -> Int {
        if columns.count == n { return 1 }
        return (0..<n).filter { column in
            columns.enumerated().allSatisfy { row, other in
                other != column && abs(other - column) != columns.count - row
            }
        }.reduce(0) { $0 + place(columns + [$1]) }
    }
    return place([])
}
print((1...6).map(queens))  // expect: [1, 0, 0, 2, 10, 4]
func change(_ amount: Int, _ coins: [Int]) -> Int {
    var ways = [1] + Array(repeating: 0, count: amount)
    for coin in coins { for total in stride(from: coin, through: amount, by: 1) { ways[total] += ways[total - coin] } }
    return ways[amount]
}
print(change(10, [1, 5, 10]), change(100, [10, 50, 100, 500]), change(3, [2]))  // expect: 4 4 0
