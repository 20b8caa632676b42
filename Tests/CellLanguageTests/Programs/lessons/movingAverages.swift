// Smoothing a week of sales: simple, weighted, exponential; differences, a forecast and its error.
let sales = [120.0, 130, 90, 160, 170, 210, 240, 125, 138, 95, 168, 175, 220, 251]
let days = ["월", "화", "수", "목", "금", "토", "일"]
func simple(_ values: [Double], _ window: Int) -> [Double?] {
    values.indices.map { i in
        i + 1 < window ? nil : values[(i + 1 - window)...i].reduce(0, +) / Double(window)
    }
}
func weighted(_ values: [Double], _ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return (0...values.count - weights.count).map { start in
        zip(values[start...], weights).map(*).reduce(0, +) / total
    }
}
func exponential(_ values: [Double], _ alpha: Double) -> [Double] {
    guard let first = values.first else { return [] }
    return values.dropFirst().reduce(into: [first]) { $0.append(alpha * $1 + (1 - alpha) * $0[$0.count - 1]) }
}
func text(_ value: Double?) -> String { value.map { String(format: "%.1f", $0) } ?? "-" }
print(simple(sales, 3).map(text).joined(separator: " "))  // expect: - - 113.3 126.7 140.0 180.0 206.7 191.7 167.7 119.3 133.7 146.0 187.7 215.3
print(simple(sales, 7).compactMap { $0 }.map(text).joined(separator: " "))  // expect: 160.0 160.7 161.9 162.6 163.7 164.4 165.9 167.4
print(weighted(sales, [1, 2, 3]).map(text).prefix(4).joined(separator: " "), weighted(sales, [1]) == sales)  // expect: 108.3 131.7 153.3 188.3 true
print(exponential(sales, 0.5).map(text).joined(separator: " "), exponential([], 0.5), exponential(sales, 1) == sales)  // expect: 120.0 125.0 107.5 133.8 151.9 180.9 210.5 167.7 152.9 123.9 146.0 160.5 190.2 220.6 [] true
let byDay = Dictionary(grouping: sales.indices) { $0 % 7 }.mapValues { $0.map { sales[$0] }.reduce(0, +) / Double($0.count) }
let overall = sales.reduce(0, +) / Double(sales.count)
print(days.indices.map { "\(days[$0]) \(text(byDay[$0]! - overall))" }.joined(separator: ", "))  // expect: 월 -41.2, 화 -29.7, 수 -71.2, 목 0.3, 금 8.8, 토 51.3, 일 81.8
let busiest = byDay.max { $0.value < $1.value }!.key, quietest = byDay.min { $0.value < $1.value }!.key
print(days[busiest], days[quietest])  // expect: 일 수
let changes = zip(sales, sales.dropFirst(7)).map { ($1 - $0) / $0 * 100 }
print(changes.map { String(format: "%+.1f%%", $0) })  // expect: ["+4.2%", "+6.2%", "+5.6%", "+5.0%", "+2.9%", "+4.8%", "+4.6%"]
func error(_ forecast: [Double?], _ actual: [Double]) -> Double {
    let pairs = zip(forecast, actual).compactMap { f, a in f.map { abs($0 - a) } }
    return pairs.reduce(0, +) / Double(pairs.count)
}
let forecasts: [(String, [Double?])] = [
    ("어제와 같음", [nil] + sales.dropLast().map { $0 }),
    ("사흘 평균", [nil] + simple(sales, 3).dropLast()),
    ("지난주 같은 날", Array(repeating: nil, count: 7) + sales.prefix(7).map { $0 }),
]
for (name, forecast) in forecasts { print(name, String(format: "%.2f", error(forecast, sales))) }  // expect: 어제와 같음 40.54
// expect: 사흘 평균 59.58
// expect: 지난주 같은 날 7.43
let best = forecasts.min { error($0.1, sales) < error($1.1, sales) }!.0
print(best)  // expect: 지난주 같은 날
var highest = -Double.infinity, records: [String] = []
for (i, value) in sales.enumerated() where value > highest {
    highest = value
    records.append(days[i % 7])
}
print(records, highest)  // expect: ["월", "화", "목", "금", "토", "일", "일"] 251.0
