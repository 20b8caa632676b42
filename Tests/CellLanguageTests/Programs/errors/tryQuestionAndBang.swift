// try? and try!: turning errors to nil, chains with ??, flattening, in conditions and loops.
struct NotFound: Error { let key: String }
let table = ["하나": 1, "둘": 2]
func look(_ key: String) throws -> Int {
    guard let value = table[key] else { throw NotFound(key: key) }
    return value
}
func maybe(_ key: String) throws -> Int? {
    if key == "모름" { return nil }
    return try look(key)
}
print(try! look("하나"), (try? look("셋")) ?? 0, (try? look("둘")) ?? 0)  // expect: 1 0 2
let value = try? look("둘")
print(type(of: value), value == 2, (try? look("셋")) == nil)  // expect: Optional<Int> true true
let flat = try? maybe("모름")
print(type(of: flat), flat == nil, (try? maybe("하나")) ?? -1, (try? maybe("셋")) ?? -1)  // expect: Optional<Int> true 1 -1
if let one = try? look("하나"), one > 0 { print("있음", one) }  // expect: 있음 1
guard let two = try? look("둘") else { fatalError() }
print(two)  // expect: 2
print(["하나", "셋", "둘"].map { (try? look($0)) ?? -1 }, ["하나", "셋", "둘"].compactMap { try? look($0) })  // expect: [1, -1, 2] [1, 2]
var attempts = 0
func unstable() throws -> String {
    attempts += 1
    if attempts < 3 { throw NotFound(key: "\(attempts)번째") }
    return "성공"
}
var result: String?
while result == nil { result = try? unstable() }
print(result ?? "", attempts)  // expect: 성공 3
let text = (try? look("셋")).map { "값 \($0)" } ?? "기본"
print(text)  // expect: 기본
func first(_ keys: [String]) -> Int? {
    for key in keys {
        if let value = try? look(key) { return value }
    }
    return nil
}
print(first(["넷", "둘", "하나"]) ?? -1, first([]) == nil)  // expect: 2 true
let all = try? ["하나", "둘"].map(look)
let broken = try? ["하나", "셋"].map(look)
print(all ?? [], broken == nil)  // expect: [1, 2] true
var count = 0
func sideEffect() throws { count += 1; throw NotFound(key: "") }
try? sideEffect()
_ = try? sideEffect()
print(count, (try? sideEffect()) == nil, count)  // expect: 2 true 3
let sum = (try? look("하나") + look("둘")) ?? 0
let bad = (try? look("하나") + look("셋")) ?? 0
print(sum, bad)  // expect: 3 0
