// guard: early leaving from functions, loops and closures, with several conditions.
func register(_ name: String?, age: Int?) -> String {
    guard let name, !name.isEmpty else { return "이름이 필요하다" }
    guard let age, (1...120).contains(age) else { return "\(name): 나이가 이상하다" }
    guard age >= 14 else { return "\(name): 너무 어리다" }
    return "\(name): 등록"
}
print(register(nil, age: 20), register("", age: 20), register("가", age: 200), register("나", age: 10), register("다", age: 30))  // expect: 이름이 필요하다 이름이 필요하다 가: 나이가 이상하다 나: 너무 어리다 다: 등록
func sumOfPositive(_ values: [Int?]) -> Int {
    var sum = 0
    for value in values {
        guard let value else { continue }
        guard value > 0 else { break }
        sum += value
    }
    return sum
}
print(sumOfPositive([1, nil, 2, -1, 100]))  // expect: 3
func parse(_ line: String) -> (key: String, value: Double)? {
    let parts = line.split(separator: ":")
    guard parts.count == 2, let value = Double(parts[1].trimmingCharacters(in: .whitespaces)) else { return nil }
    let key = String(parts[0])
    guard key.allSatisfy(\.isLetter) else { return nil }
    return (key, value)
}
for line in ["학습률: 0.1", "배치: 삼십이", "에폭 10", "a1: 3"] {
    print(parse(line).map { "\($0.key)=\($0.value)" } ?? "읽을 수 없음: \(line)")
}  // expect: 학습률=0.1
// expect: 읽을 수 없음: 배치: 삼십이
// expect: 읽을 수 없음: 에폭 10
// expect: 읽을 수 없음: a1: 3
enum Command { case add(Int), clear, none }
var total = 0
func run(_ command: Command) {
    guard case .add(let n) = command else {
        if case .clear = command { total = 0 }
        return
    }
    guard n != 0 else { return }
    total += n
}
run(.add(5))
run(.none)
run(.add(0))
print(total)  // expect: 5
run(.clear)
print(total)  // expect: 0
let values = ["3", "x", "8"].map { text -> Int in
    guard let value = Int(text), value % 2 == 0 else { return -1 }
    return value / 2
}
print(values)  // expect: [-1, -1, 4]
func triangle(_ a: Double, _ b: Double, _ c: Double) -> String {
    guard a + b > c, b + c > a, a + c > b else { return "삼각형 아님" }
    guard a != b || b != c else { return "정삼각형" }
    guard a != b, b != c, a != c else { return "이등변" }
    return "부등변"
}
print(triangle(1, 2, 5), triangle(2, 2, 2), triangle(2, 2, 3), triangle(3, 4, 5))  // expect: 삼각형 아님 정삼각형 이등변 부등변
func depth(_ text: String) -> Int? {
    var open = 0, deepest = 0
    for character in text {
        switch character {
        case "(":
            open += 1
            deepest = max(deepest, open)
        case ")":
            guard open > 0 else { return nil }
            open -= 1
        default: continue
        }
    }
    guard open == 0 else { return nil }
    return deepest
}
print(depth("(a(b)c)") ?? -1, depth("(()") ?? -1, depth(")(") ?? -1, depth("") ?? -1)  // expect: 2 -1 -1 0
