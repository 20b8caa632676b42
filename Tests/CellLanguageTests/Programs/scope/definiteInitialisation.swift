// Variables given their first value later, on every path.
let grade: String
let score = [70, 84].max() ?? 0
if score >= 90 {
    grade = "A"
} else if score >= 80 {
    grade = "B"
} else {
    grade = "C"
}
print(grade)  // expect: B
func sign(_ n: Int) -> String {
    let text: String
    switch n {
    case 0: text = "영"
    case 1...: text = "양"
    default: text = "음"
    }
    return text
}
print([-1, 0, 1].map(sign))  // expect: ["음", "영", "양"]
func area(_ shape: String, _ size: Double) -> Double? {
    let factor: Double
    switch shape {
    case "원": factor = 3
    case "네모": factor = 1
    default: return nil
    }
    return factor * size * size
}
print(area("원", 2) ?? 0, area("네모", 2) ?? 0, area("별", 2) == nil)  // expect: 12.0 4.0 true
func smallest(_ values: [Int]) -> Int {
    var best: Int
    if let first = values.first { best = first } else { return 0 }
    for value in values where value < best { best = value }
    return best
}
print(smallest([4, 2, 9]), smallest([]))  // expect: 2 0
func parsed(_ text: String) -> Int {
    let value: Int
    do {
        value = try number(text)
    } catch {
        value = -1
    }
    return value
}
struct Bad: Error {}
func number(_ text: String) throws -> Int {
    guard let n = Int(text) else { throw Bad() }
    return n
}
print(parsed("12"), parsed("열둘"))  // expect: 12 -1
let low: Int, high: Int
(low, high) = (3, 8)
print(low, high)  // expect: 3 8
var total: Int
total = 0
for i in 1...3 { total += i }
print(total)  // expect: 6
struct Range2 {
    let low: Int, high: Int
    let width: Int
    var label: String
    init(_ a: Int, _ b: Int) {
        if a < b {
            low = a
            high = b
        } else {
            (low, high) = (b, a)
        }
        width = high - low
        label = "\(low)~\(high)"
        label += "!"
    }
}
let range = Range2(9, 4)
print(range.low, range.high, range.width, range.label)  // expect: 4 9 5 4~9!
func repeated(_ flag: Bool) -> [Int] {
    var result: [Int] = []
    for i in 0..<4 {
        let value: Int
        if i.isMultiple(of: 2) == flag { value = i * 10 } else { continue }
        result.append(value)
    }
    return result
}
print(repeated(true), repeated(false))  // expect: [0, 20] [10, 30]
func ending(_ n: Int) -> String {
    var log: String
    if n > 0 { log = "양" } else { log = "나머지" }
    defer { log = "지움" }
    let result: String
    defer { log += "!" }
    result = log + "\(n)"
    return result
}
print(ending(1), ending(0))  // expect: 양1 나머지0
