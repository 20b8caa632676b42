// Tuples as the state of folds, loops and generators.
let values = [4, -2, 7, 0, 7, -9]
let (positive, negative) = values.reduce((0, 0)) { $1 > 0 ? ($0.0 + $1, $0.1) : ($0.0, $0.1 + $1) }
print(positive, negative)  // expect: 18 -11
let summary = values.reduce((count: 0, sum: 0, low: Int.max, high: Int.min)) { state, value in
    (state.count + 1, state.sum + value, min(state.low, value), max(state.high, value))
}
print(summary, summary.high - summary.low)  // expect: (count: 6, sum: 7, low: -9, high: 7) 16
var (a, b) = (0, 1)
var fibonacci: [Int] = []
while a < 50 {
    fibonacci.append(a)
    (a, b) = (b, a + b)
}
print(fibonacci)  // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
func gcd(_ a: Int, _ b: Int) -> (gcd: Int, x: Int, y: Int) {
    guard b != 0 else { return (a, 1, 0) }
    let (g, x, y) = gcd(b, a % b)
    return (g, y, x - a / b * y)
}
let bezout = gcd(240, 46)
print(bezout, 240 * bezout.x + 46 * bezout.y == bezout.gcd)  // expect: (gcd: 2, x: -9, y: 47) true
let longest = values.reduce(into: (best: 0, run: 0, last: Int.min)) { state, value in
    state.run = value >= state.last ? state.run + 1 : 1
    state.best = max(state.best, state.run)
    state.last = value
}
print(longest.best, longest)  // expect: 2 (best: 2, run: 1, last: -9)
func minMax(_ list: [Double]) -> (min: Double, max: Double)? {
    guard var result = list.first.map({ (min: $0, max: $0) }) else { return nil }
    for value in list.dropFirst() {
        if value < result.min { result.min = value }
        if value > result.max { result.max = value }
    }
    return result
}
print(minMax([3, 1, 2]) ?? (0, 0), minMax([])?.min ?? .nan)  // expect: (min: 1.0, max: 3.0) nan
let encoded = "aaabbc".reduce(into: [(letter: Character, count: Int)]()) { result, letter in
    if result.last?.letter == letter { result[result.count - 1].count += 1 } else { result.append((letter, 1)) }
}
print(encoded.map { "\($0.letter)\($0.count)" }.joined(), encoded)  // expect: a3b2c1 [(letter: "a", count: 3), (letter: "b", count: 2), (letter: "c", count: 1)]
typealias Sums = (x: Double, y: Double, xy: Double, xx: Double)
let points: [(Double, Double)] = [(1, 2.1), (2, 3.9), (3, 6.2)]
let sums = points.reduce(into: Sums(0, 0, 0, 0)) { sums, point in
    let (x, y) = point
    sums = (sums.x + x, sums.y + y, sums.xy + x * y, sums.xx + x * x)
}
let count = Double(points.count)
let slope = (count * sums.xy - sums.x * sums.y) / (count * sums.xx - sums.x * sums.x)
print(sums.x, sums.xx, String(format: "%.3f %.3f", slope, (sums.y - slope * sums.x) / count))  // expect: 6.0 14.0 2.050 -0.033
let grid = (0..<2).flatMap { y in (0..<3).map { (x: $0, y: y, label: "\($0)\(y)") } }
print(grid.map(\.label), grid.filter { $0.x > $0.y }.count, grid[4])  // expect: ["00", "10", "20", "01", "11", "21"] 3 (x: 1, y: 1, label: "11")
let moves: [Character: (dx: Int, dy: Int)] = ["U": (0, 1), "D": (0, -1), "L": (-1, 0), "R": (1, 0)]
let end = "UURDR".compactMap { moves[$0] }.reduce((0, 0)) { ($0.0 + $1.dx, $0.1 + $1.dy) }
print(end)  // expect: (2, 1)
