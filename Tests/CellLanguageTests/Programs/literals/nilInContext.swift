// `nil` as a literal: in variables, arrays, tuples, arguments, results and comparisons.
var score: Int? = nil
print(score == nil, score as Any)  // expect: true nil
score = 70
print(score != nil, score!)  // expect: true 70
let answers: [String?] = ["예", nil, "아니요", nil]
print(answers.count, answers.filter { $0 == nil }.count)  // expect: 4 2
print(answers.map { $0 ?? "무응답" }.joined(separator: ", "))  // expect: 예, 무응답, 아니요, 무응답
let record: (name: String, grade: Int?) = ("지우", nil)
print(record.name, record.grade == nil)  // expect: 지우 true
func describe(_ value: Double?, unit: String? = nil) -> String {
    guard let value else { return "값 없음" }
    return unit == nil ? "\(value)" : "\(value)\(unit!)"
}
print(describe(nil), describe(36.5), describe(36.5, unit: "도"), describe(nil, unit: "도"))  // expect: 값 없음 36.5 36.5도 값 없음
func firstNegative(_ values: [Int]) -> Int? {
    for value in values where value < 0 { return value }
    return nil
}
print(firstNegative([3, -2, 5]) ?? 0, firstNegative([1]) == nil)  // expect: -2 true
var cache: [String: Int?] = ["a": 1]
cache["b"] = .some(nil)
print(cache.count, cache["b"]! == nil, cache["c"] == nil)  // expect: 2 true true
cache["a"] = nil
print(cache.count, cache.keys.sorted())  // expect: 1 ["b"]
var stock = ["사과": 3, "배": 5]
stock["사과"] = nil
print(stock)  // expect: ["배": 5]
let choice = stock["배"] == nil ? nil : "있음"
print(choice ?? "없음")  // expect: 있음
