// Binding values in patterns: let before one or all, var, ranges with where, nested optionals and enums.
enum Message {
    case text(String, from: String)
    case move(x: Int, y: Int)
    case reading(Double?)
    case quit
}
func handle(_ message: Message) -> String {
    switch message {
    case .text("", let sender): return "\(sender): (빈 글)"
    case let .text(body, from: "관리자"): return "[공지] \(body)"
    case .text(let body, from: let sender) where body.count > 5: return "\(sender): \(body.prefix(5))…"
    case let .text(body, sender): return "\(sender): \(body)"
    case .move(0, 0): return "제자리"
    case .move(x: let d, y: 0), .move(x: 0, y: let d): return "똑바로 \(d)"
    case .move(var x, var y):
        if x < 0 { x.negate() }
        if y < 0 { y.negate() }
        return "거리 \(x + y)"
    case .reading(.some(let value)) where value.isNaN: return "잘못된 값"
    case .reading(let value?): return "값 \(value)"
    case .reading(nil): return "값 없음"
    case .quit: return "끝"
    }
}
let messages: [Message] = [
    .text("", from: "가"), .text("점검", from: "관리자"), .text("기계 학습 공부", from: "나"), .text("안녕", from: "다"),
    .move(x: 0, y: 0), .move(x: 5, y: 0), .move(x: 0, y: -2), .move(x: -3, y: 4), .reading(.nan), .reading(1.5), .reading(nil), .quit,
]
for message in messages { print(handle(message)) }  // expect: 가: (빈 글)
// expect: [공지] 점검
// expect: 나: 기계 학습…
// expect: 다: 안녕
// expect: 제자리
// expect: 똑바로 5
// expect: 똑바로 -2
// expect: 거리 7
// expect: 잘못된 값
// expect: 값 1.5
// expect: 값 없음
// expect: 끝
let moves = messages.compactMap { message -> (Int, Int)? in
    guard case let .move(x, y) = message else { return nil }
    return (x, y)
}
print(moves.count, moves.reduce(0) { $0 + $1.0 })  // expect: 4 2
var senders: [String] = []
for case .text(_, let sender) in messages { senders.append(sender) }
for case .reading(let value?) in messages where value > 1 { senders.append("\(value)") }
print(senders)  // expect: ["가", "관리자", "나", "다", "1.5"]
func isMove(_ message: Message) -> Bool { if case .move = message { true } else { false } }
print(messages.filter(isMove).count, messages.contains { if case .quit = $0 { return true } else { return false } })  // expect: 4 true
let stages: [(name: String, range: ClosedRange<Int>?)] = [("가", 1...3), ("나", nil), ("다", 4...9)]
for case let (name, range?) in stages where range.count > 3 { print(name, range) }  // expect: 다 4...9
switch stages[0] {
case (let name, let range?): print(name, range.lowerBound)  // expect: 가 1
case (_, nil): print("범위 없음")
}
if case .move(let x, _) = messages[7], case 1... = -x { print("왼쪽으로", -x) }  // expect: 왼쪽으로 3
print("끝")  // expect: 끝
