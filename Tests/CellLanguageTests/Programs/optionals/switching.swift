// switch over optionals with patterns, ranges, conditions and pairs.
func kind(_ value: Int?) -> String {
    switch value {
    case nil: "없음"
    case 0: "영"
    case .some(1...9): "한 자리"
    case let n? where n < 0: "음수 \(n)"
    case .some(let n): "큰 수 \(n)"
    }
}
print([nil, 0, 7, -3, 50].map(kind))  // expect: ["없음", "영", "한 자리", "음수 -3", "큰 수 50"]
func pair(_ a: Int?, _ b: Int?) -> String {
    switch (a, b) {
    case (nil, nil): return "둘 다 없음"
    case let (x?, nil), let (nil, x?): return "하나만 \(x)"
    case let (x?, y?) where x == y: return "같다"
    case let (x?, y?): return "합 \(x + y)"
    }
}
print(pair(nil, nil), pair(1, nil), pair(nil, 2), pair(3, 3), pair(3, 4))  // expect: 둘 다 없음 하나만 1 하나만 2 같다 합 7
func text(_ value: String?) -> String {
    switch value {
    case "예", "네": "긍정"
    case let word? where word.hasPrefix("아"): "부정 \(word)"
    case "": "빈 글"
    case _?: "다른 말"
    case .none: "말 없음"
    }
}
print(["예", "아니요", "", "글쎄", nil].map(text))  // expect: ["긍정", "부정 아니요", "빈 글", "다른 말", "말 없음"]
enum Shape { case circle(Double), square(Double) }
func area(_ shape: Shape?) -> Double {
    switch shape {
    case .circle(let r): 3 * r * r
    case .square(let side)?: side * side
    case nil: 0
    }
}
let drawn: [Shape?] = [.circle(2), .square(3), nil]
print(drawn.map(area))  // expect: [12.0, 9.0, 0.0]
let mixed: [Int?] = [1, nil, 3, nil]
for case let value? in mixed { print(value, terminator: " ") }
for case .some(let value) in mixed where value > 1 { print("(\(value))", terminator: " ") }
print(mixed.reduce(0) { if let value = $1 { $0 + value } else { $0 } })  // expect: 1 3 (3) 4
if case 1? = mixed[0], case nil = mixed[1] { print("앞의 둘") }  // expect: 앞의 둘
if case .some(2...5) = mixed[2] { print("범위 안") }  // expect: 범위 안
guard case let last?? = mixed.first else { fatalError() }
print(last)  // expect: 1
var next: Int? = 27
var steps = 0
while case let n? = next, steps < 10 {
    steps += 1
    next = n == 1 ? nil : n % 2 == 0 ? n / 2 : n * 3 + 1
}
print(steps, next ?? 0)  // expect: 10 214
let word =
    switch mixed.last {
    case .some(.some): "있음"
    case .some(.none): "nil 원소"
    case .none: "빈 배열"
    }
print(word)  // expect: nil 원소
