// defer: order, leaving by return, break, continue and throw, and nested blocks.
func simple() -> Int {
    var value = 1
    defer { print("나갈 때", value) }
    value = 10
    return value + 1
}
print(simple())
// expect: 나갈 때 10
// expect: 11
func several() {
    defer { print("첫째로 적음") }
    defer { print("둘째로 적음") }
    print("본문")
}
several()
// expect: 본문
// expect: 둘째로 적음
// expect: 첫째로 적음
func nested(_ flag: Bool) {
    defer { print("바깥") }
    if flag {
        defer { print("안쪽") }
        print("if 안")
    }
    print("if 뒤")
}
nested(true)
// expect: if 안
// expect: 안쪽
// expect: if 뒤
// expect: 바깥
nested(false)
// expect: if 뒤
// expect: 바깥
func early(_ n: Int) -> String {
    guard n > 0 else { return "바로" }
    defer { print("guard 뒤의 defer") }
    return "끝까지"
}
print(early(0))  // expect: 바로
print(early(1))
// expect: guard 뒤의 defer
// expect: 끝까지
for i in 1...3 {
    defer { print("반복 \(i) 끝") }
    if i == 2 { continue }
    print("본문 \(i)")
}
// expect: 본문 1
// expect: 반복 1 끝
// expect: 반복 2 끝
// expect: 본문 3
// expect: 반복 3 끝
struct Trouble: Error {}
var open = 0
func work(fails: Bool) throws -> String {
    open += 1
    defer { open -= 1 }
    if fails { throw Trouble() }
    return "열린 것 \(open)"
}
print(try work(fails: false), open, (try? work(fails: true)) ?? "실패", open)  // expect: 열린 것 1 0 실패 0
func swapped(_ values: inout [Int]) -> Int {
    defer { values.reverse() }
    return values[0]
}
var list = [1, 2, 3]
print(swapped(&list), list, swapped(&list), list)  // expect: 1 [3, 2, 1] 3 [1, 2, 3]
func stack() -> [String] {
    var log: [String] = []
    do {
        defer { log.append("defer") }
        log.append("do")
    }
    log.append("뒤")
    return log
}
print(stack())  // expect: ["do", "defer", "뒤"]
func reading() -> Int {
    var n = 5
    defer { n = 0 }
    return n
}
print(reading())  // expect: 5
let closure = { (name: String) -> String in
    defer { print("클로저 끝", name) }
    return name + "!"
}
print(closure("가"))
// expect: 클로저 끝 가
// expect: 가!
