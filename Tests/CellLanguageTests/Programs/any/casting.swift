// Values of type Any: as?, as!, is, and what the casts do to numbers, arrays and optionals.
let values: [Any] = [1, 2.5, "셋", true, [4, 5], ["여섯": 6]]
print(values.count, values[0] as? Int ?? 0, values[0] as? Double ?? -1, values[1] as? Double ?? 0, values[2] as? String ?? "")  // expect: 6 1 -1.0 2.5 셋
print(values[0] is Int, values[0] is Double, values[3] is Bool, values[3] is Int, values[4] is [Int], values[4] is [String])  // expect: true false true false true false
print(values.compactMap { $0 as? Int }, values.compactMap { $0 as? String }, values.filter { $0 is Bool }.count)  // expect: [1] ["셋"] 1
let number = values[0] as! Int
let list = values[4] as! [Int]
print(number + 1, list.reduce(0, +), (values[5] as? [String: Int])?["여섯"] ?? 0)  // expect: 2 9 6
var anything: Any = 10
if let n = anything as? Int { print("수", n * 2) }  // expect: 수 20
anything = "글"
if let text = anything as? String, !text.isEmpty { print("글", text.count) }  // expect: 글 1
anything = (1, "쌍")
if let (n, text) = anything as? (Int, String) { print(n, text) }  // expect: 1 쌍
anything = { (x: Int) in x * x }
print((anything as? Int) == nil, anything is String, "\(anything)")  // expect: true false (Function)
let optional: Int? = 5, none: Int? = nil
let boxed: Any = optional as Any, empty: Any = none as Any
print(boxed as? Int ?? 0, (boxed as? Int?) == .some(5), empty as? Int ?? -1, empty is Int?)  // expect: 5 true -1 true
func sum(_ items: [Any]) -> Double {
    items.reduce(0) { total, item in
        if let n = item as? Int { return total + Double(n) }
        if let d = item as? Double { return total + d }
        if let text = item as? String { return total + (Double(text) ?? 0) }
        if let inner = item as? [Any] { return total + sum(inner) }
        return total
    }
}
print(sum([1, 2.5, "3", "넷", [4, [5.5]], true]))  // expect: 16.0
let strings: [Any] = ["a", "b"]
print(strings as? [String] ?? [], (values as? [Int]) == nil, (strings as! [String]).joined())  // expect: ["a", "b"] true ab
let table: [String: Any] = ["이름": "지우", "나이": 17, "점수": [90, 80], "주소": ["도시": "서울"] as [String: Any]]
print(table["이름"] as? String ?? "", (table["나이"] as? Int ?? 0) + 1, (table["점수"] as? [Int])?.max() ?? 0)  // expect: 지우 18 90
print((table["주소"] as? [String: Any])?["도시"] as? String ?? "", table["없음"] as? Int ?? -1, table["이름"] as? Int ?? -1)  // expect: 서울 -1 -1
let upcast = 3 as Any
print(upcast, 3 as Double, (3 as Any) is Int, "글" as Any is String)  // expect: 3 3.0 true true
