// Patterns that are expressions: constants, ranges, computed values, and `~=` of one's own.
let limit = 100
func check(_ n: Int) -> String {
    switch n {
    case limit: "한계"
    case limit + 1..<limit * 2: "한계 너머"
    case -limit...(-1): "음수"
    case [7, 77].first!: "행운"
    default: "보통"
    }
}
print([100, 150, -5, 7, 20].map(check))  // expect: ["한계", "한계 너머", "음수", "행운", "보통"]
struct Multiple { let of: Int }
func ~= (pattern: Multiple, value: Int) -> Bool { value.isMultiple(of: pattern.of) }
struct Prefix { let text: String }
func ~= (pattern: Prefix, value: String) -> Bool { value.hasPrefix(pattern.text) }
func ~= (pattern: (Int) -> Bool, value: Int) -> Bool { pattern(value) }
func ~= (pattern: Set<Character>, value: Character) -> Bool { pattern.contains(value) }
func fizz(_ n: Int) -> String {
    switch n {
    case Multiple(of: 15): "FizzBuzz"
    case Multiple(of: 5): "Buzz"
    case Multiple(of: 3): "Fizz"
    default: String(n)
    }
}
print((1...15).map(fizz).joined(separator: ","))  // expect: 1,2,Fizz,4,Buzz,Fizz,7,8,Fizz,Buzz,11,Fizz,13,14,FizzBuzz
func route(_ path: String) -> String {
    switch path {
    case "/": "첫 화면"
    case Prefix(text: "/학습/"): "학습 \(path.dropFirst(4))"
    case Prefix(text: "/"): "다른 화면"
    default: "잘못된 주소"
    }
}
print(["/", "/학습/1", "/설정", "x"].map(route))  // expect: ["첫 화면", "학습 1", "다른 화면", "잘못된 주소"]
func isPrime(_ n: Int) -> Bool { n > 1 && !(2..<n).contains { n % $0 == 0 } }
func isSquare(_ n: Int) -> Bool { let r = Int(Double(n).squareRoot()); return r * r == n }
func nature(_ n: Int) -> String {
    switch n {
    case isPrime: "소수"
    case isSquare: "제곱수"
    case { $0 % 10 == 0 }: "십의 배수"
    default: "-"
    }
}
print([7, 9, 30, 8].map(nature))  // expect: ["소수", "제곱수", "십의 배수", "-"]
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
func letter(_ character: Character) -> String {
    switch character {
    case vowels: "모음"
    case "a"..."z": "자음"
    default: "기타"
    }
}
print("hi!".map(letter))  // expect: ["자음", "모음", "기타"]
func ~= (pattern: ClosedRange<Double>, value: String) -> Bool { Double(value).map(pattern.contains) ?? false }
for text in ["0.5", "3", "없음"] {
    if case 0.0...1.0 = text { print(text, "확률") } else { print(text, "확률 아님") }
}  // expect: 0.5 확률
// expect: 3 확률 아님
// expect: 없음 확률 아님
enum Unit: String { case metre = "m", second = "s" }
let unit = "s"
switch unit {
case Unit.metre.rawValue: print("길이")
case Unit.second.rawValue: print("시간")  // expect: 시간
default: print("모름")
}
let point = (3, 4)
switch point {
case (Multiple(of: 2), _): print("짝수 x")
case (isPrime, Multiple(of: 4)): print("소수와 4의 배수")  // expect: 소수와 4의 배수
default: print("-")
}
for case Multiple(of: 4) in 1...6 { print("4의 배수 하나") }  // expect: 4의 배수 하나
print(1...3 ~= 2, "a" ~= "b", 5 ~= 5)  // expect: true false true
