// Arithmetic, text and control.
let a = 3
var b = a * 4 + 2
b -= 1
print(a, b, b / a, b % a)  // expect: 3 13 4 1
let x = 1.5
let y: Double = 2
print(x + y, x * y, -x)  // expect: 3.5 3.0 -1.5
print("합: \(a + b), 참: \(a < b && b != 0)")  // expect: 합: 16, 참: true
var total = 0
for i in 1...10 where i % 2 == 0 { total += i }
print(total)  // expect: 30
var n = 27, steps = 0
while n != 1 {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1
    steps += 1
}
print(steps)  // expect: 111
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(20))  // expect: 6765
func greet(_ name: String, times: Int = 2) -> String {
    var text = ""
    for _ in 0..<times { text += name }
    return text
}
print(greet("가"), greet("나", times: 3))  // expect: 가가 나나나
let optional: Int? = a > 2 ? 5 : nil
if let value = optional { print("있음", value) }  // expect: 있음 5
print(optional ?? 0, optional == nil, optional!)  // expect: 5 false 5
let t = (count: 3, "b")
print(t, t.count, t.1)  // expect: (count: 3, "b") 3 b
outer: for i in 0..<5 {
    for j in 0..<5 {
        if j == 3 { continue outer }
        if i == 2 { break outer }
        print(i, j, terminator: ";")
    }
}
print()  // expect: 0 0;0 1;0 2;1 0;1 1;1 2;
switch b {
case 0, 1: print("작다")
case 10...20: print("알맞다")  // expect: 알맞다
default: print("크다")
}
