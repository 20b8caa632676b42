// Conditional operators in chains and inside other expressions; logical operators that stop early.
func size(_ n: Int) -> String { n < 10 ? "작음" : n < 100 ? "보통" : n < 1000 ? "큼" : "매우 큼" }
print([5, 50, 500, 5000].map(size))  // expect: ["작음", "보통", "큼", "매우 큼"]
let a = 7, b = 12
print(a > b ? a : b, a > b ? "a" : "b", (a > b ? a - b : b - a) * 2, -(a < b ? a : b))  // expect: 12 b 10 -7
print("\(a)는 \(a % 2 == 0 ? "짝" : "홀")수, \(b)는 \(b % 2 == 0 ? "짝" : "홀")수")  // expect: 7는 홀수, 12는 짝수
let ratio: Double = b == 0 ? 0 : Double(a) / Double(b)
print(ratio > 0.5 ? 1 : 0, b > 10 ? 1.5 : 2, (b > 10 ? [1, 2] : []).count)  // expect: 1 1.5 2
var calls: [String] = []
func note(_ name: String, _ value: Bool) -> Bool {
    calls.append(name)
    return value
}
let x = note("ㄱ", false) && note("ㄴ", true) || note("ㄷ", true)
let y = note("ㄹ", true) || note("ㅁ", false) && note("ㅂ", false)
let z = !(note("ㅅ", true) && !note("ㅇ", false)) != true
print(x, y, z, calls)  // expect: true true true ["ㄱ", "ㄷ", "ㄹ", "ㅅ", "ㅇ"]
let picked = a > 5 ? { (n: Int) in n * 2 } : { $0 + 1 }
print(picked(10), (b > a ? max : min)(3, 4))  // expect: 20 4
func leap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
print([2000, 1900, 2024, 2023].map(leap), (2000...2030).filter(leap).count)  // expect: [true, false, true, false] 8
let optional: Int? = a > 100 ? a : nil
let other: Int? = a < 100 ? a : nil
print(optional == nil ? "없음" : "있음", other ?? 0)  // expect: 없음 7
var m = 3, n = 4
if a > 5 ? m < n : n < m { swap(&m, &n) }
print(m, n)  // expect: 4 3
let sign = { (v: Double) in v > 0 ? 1.0 : v < 0 ? -1 : 0 }
print([-2.5, 0, 9].map(sign))  // expect: [-1.0, 0.0, 1.0]
let table = (0..<3).map { row in (0..<3).map { $0 == row ? "1" : $0 < row ? "<" : ">" }.joined() }
print(table)  // expect: ["1>>", "<1>", "<<1"]
print(1 + 2 * 3 - 4 / 2 % 3, (1 + 2) * 3, 2 << 1 + 1, 7 & 3 == 3, 5 - -2, !true == false, 10 - 4 - 3, 100 / 10 / 2)  // expect: 5 9 5 true 7 true 3 5
var value = 10
value += a > 5 ? 1 : 2
value *= value > 10 && b > 10 ? 2 : 1
value -= (value % 2 == 0 ? value / 2 : 0)
print(value)  // expect: 11
