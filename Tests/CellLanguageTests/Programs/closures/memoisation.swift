// Remembering results: memo tables, generic memoisation and dynamic programming with closures.
var calls = 0
var memo: [Int: Int] = [:]
func fibonacci(_ n: Int) -> Int {
    calls += 1
    if n < 2 { return n }
    if let known = memo[n] { return known }
    let result = fibonacci(n - 1) + fibonacci(n - 2)
    memo[n] = result
    return result
}
print(fibonacci(60), calls, memo.count)  // expect: 1548008755920 119 59
func memoise<Key: Hashable, Value>(_ f: @escaping (Key) -> Value) -> (Key) -> Value {
    var table: [Key: Value] = [:]
    return { key in
        if let value = table[key] { return value }
        let value = f(key)
        table[key] = value
        return value
    }
}
var worked: [String] = []
let length = memoise { (word: String) -> Int in
    worked.append(word)
    return word.count
}
print(["가", "나다", "가", "나다"].map(length), worked)  // expect: [1, 2, 1, 2] ["가", "나다"]
func recursive<Key: Hashable, Value>(_ body: @escaping ((Key) -> Value, Key) -> Value) -> (Key) -> Value {
    var table: [Key: Value] = [:]
    func call(_ key: Key) -> Value {
        if let value = table[key] { return value }
        let value = body(call, key)
        table[key] = value
        return value
    }
    return call
}
let tribonacci = recursive { (again: (Int) -> Int, n: Int) in n < 3 ? max(0, n - 1) : again(n - 1) + again(n - 2) + again(n - 3) }
print((0..<10).map(tribonacci), tribonacci(40))  // expect: [0, 0, 1, 1, 2, 4, 7, 13, 24, 44] 7046319384
func paths(_ rows: Int, _ columns: Int) -> Int {
    var table: [[Int]: Int] = [:]
    func count(_ y: Int, _ x: Int) -> Int {
        if y == 0 || x == 0 { return 1 }
        if let known = table[[y, x]] { return known }
        let result = count(y - 1, x) + count(y, x - 1)
        table[[y, x]] = result
        return result
    }
    return count(rows, columns)
}
print(paths(2, 2), paths(16, 16))  // expect: 6 601080390
func knapsack(_ items: [(weight: Int, value: Int)], capacity: Int) -> Int {
    struct State: Hashable { let index: Int, room: Int }
    var best: [State: Int] = [:]
    func solve(_ index: Int, _ room: Int) -> Int {
        guard index < items.count else { return 0 }
        let state = State(index: index, room: room)
        if let known = best[state] { return known }
        var result = solve(index + 1, room)
        let item = items[index]
        if item.weight <= room { result = max(result, item.value + solve(index + 1, room - item.weight)) }
        best[state] = result
        return result
    }
    return solve(0, capacity)
}
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], capacity: 7), knapsack([], capacity: 3))  // expect: 9 0
