// Functions with several results, and what can be done with them.
func extremes(_ values: [Int]) -> (min: Int, max: Int)? {
    guard var low = values.first else { return nil }
    var high = low
    for value in values.dropFirst() {
        low = min(low, value)
        high = max(high, value)
    }
    return (low, high)
}
if let (low, high) = extremes([3, -2, 8]) { print(low, high) }  // expect: -2 8
print(extremes([])?.max ?? 0, extremes([5])!.min, extremes([1, 2]).map { $0.max - $0.min } ?? 0)  // expect: 0 5 1
func divide(_ a: Int, by b: Int) -> (quotient: Int, remainder: Int) { (a / b, a % b) }
let result = divide(17, by: 5)
let (q, r) = divide(23, by: 7)
print(result, result.quotient, result.1, q, r)  // expect: (quotient: 3, remainder: 2) 3 2 3 2
let (only, _) = divide(9, by: 4)
print(only)  // expect: 2
var hours = 0, minutes = 0
(hours, minutes) = divide(135, by: 60)
print("\(hours)시간 \(minutes)분")  // expect: 2시간 15분
func split(_ text: String, at character: Character) -> (head: Substring, tail: Substring?) {
    guard let index = text.firstIndex(of: character) else { return (text[...], nil) }
    return (text[..<index], text[text.index(after: index)...])
}
for text in ["키=값", "키만", "=빈 키"] {
    let (head, tail) = split(text, at: "=")
    print("[\(head)]", tail ?? "nil")
}  // expect: [키] 값
// expect: [키만] nil
// expect: [] 빈 키
func statistics(_ values: [Double]) -> (mean: Double, spread: (low: Double, high: Double)) {
    (values.reduce(0, +) / Double(values.count), (values.min()!, values.max()!))
}
let summary = statistics([1, 2, 6])
print(summary.mean, summary.spread.high, summary)  // expect: 3.0 6.0 (mean: 3.0, spread: (low: 1.0, high: 6.0))
let (mean, (low, _)) = summary
print(mean, low)  // expect: 3.0 1.0
func step(_ state: (a: Int, b: Int)) -> (a: Int, b: Int) { (state.b, state.a + state.b) }
var state = (a: 0, b: 1)
for _ in 0..<10 { state = step(state) }
print(state, step(step((a: 1, b: 1))).b)  // expect: (a: 55, b: 89) 3
func roots(_ a: Double, _ b: Double, _ c: Double) -> (count: Int, values: [Double]) {
    let d = b * b - 4 * a * c
    if d < 0 { return (0, []) }
    if d == 0 { return (1, [-b / (2 * a)]) }
    return (2, [(-b - d.squareRoot()) / (2 * a), (-b + d.squareRoot()) / (2 * a)])
}
print(roots(1, -3, 2), roots(1, 2, 1), roots(1, 0, 1).count)  // expect: (count: 2, values: [1.0, 2.0]) (count: 1, values: [-1.0]) 0
let sorted = [("b", 2), ("a", 2), ("c", 1)].sorted { ($0.1, $0.0) < ($1.1, $1.0) }
print(sorted.map(\.0), sorted.first! == ("c", 1))  // expect: ["c", "a", "b"] true
