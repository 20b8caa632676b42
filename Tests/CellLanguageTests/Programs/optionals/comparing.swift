// Comparing optionals with values, with one another and with nil; sorting and searching them.
let three: Int? = 3, none: Int? = nil, four = 4
print(three == 3, three == four, three != nil, none == nil, none != three, 3 == three)  // expect: true false true true true true
print(three == .some(3), none == .none, three == Optional(3), three.map { $0 < four } ?? false)  // expect: true true true true
let values: [Int?] = [3, nil, 1, nil, 2]
print(values.filter { $0 != nil }.count, values.contains(nil), values.contains(2), values.firstIndex(of: nil) ?? -1)  // expect: 3 true true 1
let sorted = values.sorted { ($0 ?? .max) < ($1 ?? .max) }
print(sorted.map { $0.map(String.init) ?? "·" }.joined(separator: " "))  // expect: 1 2 3 · ·
print(values == [3, nil, 1, nil, 2], values != [3], [1, 2].first == 1, [Int]().last == nil)  // expect: true true true true
let names: [String: String?] = ["가": "값", "나": nil]
print(names["가"] == "값", names["나"] == .some(nil), names["다"] == nil, names.count)  // expect: true true true 2
let text: String? = "가"
print(text == "가", text != "나", text == nil, ["a", "b"].last == "b", "한지".first == "한")  // expect: true true false true true
struct Point: Equatable { var x = 0, y = 0 }
let point: Point? = Point(x: 1)
print(point == Point(x: 1), point != Point(), point == nil)  // expect: true true false
enum Level: Comparable { case low, high }
let level: Level? = .low
print(level == .low, level != .high, level.map { $0 < .high } ?? false)  // expect: true true true
func equal(_ a: [Int?], _ b: [Int?]) -> [Bool] { zip(a, b).map { $0 == $1 } }
print(equal([1, nil, nil, 2], [1, nil, 3, nil]))  // expect: [true, true, false, false]
func larger(_ a: Int?, _ b: Int?) -> Int? {
    guard let a else { return b }
    guard let b else { return a }
    return a > b ? a : b
}
print(larger(1, 2) ?? 0, larger(nil, 2) ?? 0, larger(nil, nil) == nil, values.reduce(nil, larger) ?? 0)  // expect: 2 2 true 3
let set: Set<Int?> = [1, nil, 1, nil]
print(set.count, set.contains(nil))  // expect: 2 true
