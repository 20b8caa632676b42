// Taking a value out of an optional: if let, guard let, their short forms, several at once.
let name: String? = "지우", age: Int? = 17, city: String? = nil
if let name { print(name, name.count) }  // expect: 지우 2
if let years = age, years > 10 { print(years) }  // expect: 17
if let name, let age, age >= 17 { print(name, age) }  // expect: 지우 17
if let name, let city { print(name, city) } else { print("도시 없음") }  // expect: 도시 없음
if var count = age {
    count += 1
    print(count, age ?? 0)  // expect: 18 17
}
func describe(_ name: String?, _ age: Int?) -> String {
    guard let name else { return "이름 없음" }
    guard let age, age >= 0 else { return "\(name): 나이 모름" }
    return "\(name): \(age)"
}
print(describe("가", 3), describe("나", nil), describe(nil, 1), describe("다", -1))  // expect: 가: 3 나: 나이 모름 이름 없음 다: 나이 모름
if let first = [3, 1].first, let smaller = [3, 1].first(where: { $0 < first }) { print(first, smaller) }  // expect: 3 1
if let number = Int("12"), number.isMultiple(of: 4), case let half = number / 2, half > 5 { print(number, half) }  // expect: 12 6
if let text = city { print(text) } else if let age { print("나이만", age) }  // expect: 나이만 17
var queue = [1, 2, 3]
while let item = queue.popLast() { print(item, terminator: " ") }
print(queue.isEmpty)  // expect: 3 2 1 true
func total(_ texts: [String?]) -> Int {
    var sum = 0
    for text in texts {
        guard let text, let value = Int(text) else { continue }
        sum += value
    }
    return sum
}
print(total(["1", nil, "x", "20"]))  // expect: 21
let outer: Int? = 5
if let outer {
    let outer = outer * 2
    print(outer)  // expect: 10
}
guard let certain = outer else { fatalError("값이 있어야 한다") }
print(certain + 1)  // expect: 6
