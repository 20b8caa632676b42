// Functions inside functions: capturing, calling one another, returned and kept.
func statistics(of values: [Double]) -> String {
    let mean = total() / Double(values.count)
    func total() -> Double { values.reduce(0, +) }
    func variance() -> Double { values.map(deviation).map { $0 * $0 }.reduce(0, +) / Double(values.count) }
    func deviation(_ value: Double) -> Double { value - mean }
    return "\(mean) \(variance())"
}
print(statistics(of: [1, 3, 5, 7]))  // expect: 4.0 5.0
func hanoi(_ discs: Int) -> (moves: Int, first: String) {
    var moves: [String] = []
    func move(_ n: Int, _ from: String, _ to: String, _ via: String) {
        if n == 0 { return }
        move(n - 1, from, via, to)
        moves.append("\(from)→\(to)")
        move(n - 1, via, to, from)
    }
    move(discs, "가", "다", "나")
    return (moves.count, moves.prefix(3).joined(separator: " "))
}
print(hanoi(3), hanoi(10).moves)  // expect: (moves: 7, first: "가→다 가→나 다→나") 1023
func parity(_ n: Int) -> String {
    func even(_ n: Int) -> Bool { n == 0 || odd(n - 1) }
    func odd(_ n: Int) -> Bool { n != 0 && even(n - 1) }
    return even(n) ? "짝수" : "홀수"
}
print(parity(10), parity(7))  // expect: 짝수 홀수
func tokenizer(_ text: String) -> () -> String? {
    var rest = text[...]
    func skipSpaces() { rest = rest.drop { $0 == " " } }
    func next() -> String? {
        skipSpaces()
        guard let first = rest.first else { return nil }
        let token = first.isNumber ? rest.prefix(while: \.isNumber) : rest.prefix(1)
        rest = rest.dropFirst(token.count)
        return String(token)
    }
    return next
}
let next = tokenizer("12 + (345*6)")
var tokens: [String] = []
while let token = next() { tokens.append(token) }
print(tokens)  // expect: ["12", "+", "(", "345", "*", "6", ")"]
func outer() -> [String] {
    var log: [String] = []
    var level = 0
    func enter(_ name: String, _ body: () -> Void) {
        log.append(String(repeating: ".", count: level) + name)
        level += 1
        body()
        level -= 1
    }
    enter("a") {
        enter("b") { enter("c") {} }
        enter("d") {}
    }
    return log
}
print(outer())  // expect: ["a", ".b", "..c", ".d"]
func maze(_ rows: [String]) -> Int? {
    let grid = rows.map { Array($0) }
    var best: Int?
    var visited = Set<[Int]>()
    func walk(_ y: Int, _ x: Int, _ steps: Int) {
        guard grid.indices.contains(y), grid[y].indices.contains(x), grid[y][x] != "#" else { return }
        guard !visited.contains([y, x]) else { return }
        if grid[y][x] == "E" {
            best = min(best ?? .max, steps)
            return
        }
        visited.insert([y, x])
        defer { visited.remove([y, x]) }
        for (dy, dx) in [(0, 1), (1, 0), (0, -1), (-1, 0)] { walk(y + dy, x + dx, steps + 1) }
    }
    walk(0, 0, 0)
    return best
}
print(maze(["..#", ".#.", "..E"]) ?? -1, maze([".#", "#E"]) ?? -1, maze(["....", ".##.", "...E"]) ?? -1)  // expect: 4 -1 5
