// Division and remainders of negative numbers, quotients with remainders, and divisibility.
print(7 / 2, -7 / 2, 7 / -2, -7 / -2)  // expect: 3 -3 -3 3
print(7 % 2, -7 % 2, 7 % -2, -7 % -2)  // expect: 1 -1 1 -1
let (quotient, remainder) = (-17).quotientAndRemainder(dividingBy: 5)
print(quotient, remainder, quotient * 5 + remainder)  // expect: -3 -2 -17
let parts = 3725.quotientAndRemainder(dividingBy: 3600)
print(parts.quotient, parts.remainder / 60, parts.remainder % 60)  // expect: 1 2 5
func modulo(_ a: Int, _ n: Int) -> Int {
    let r = a % n
    return r >= 0 ? r : r + abs(n)
}
print((-3...3).map { modulo($0, 3) }, modulo(-1, 7), modulo(-8, -3))  // expect: [0, 1, 2, 0, 1, 2, 0] 6 1
print((1...20).filter { $0.isMultiple(of: 3) }, 0.isMultiple(of: 5), 5.isMultiple(of: 0), (-6).isMultiple(of: 4))  // expect: [3, 6, 9, 12, 15, 18] true false false
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
func lcm(_ a: Int, _ b: Int) -> Int { a / gcd(a, b) * b }
print(gcd(84, 36), gcd(-84, 36), gcd(0, 5), lcm(4, 6), [2, 3, 4, 5, 6].reduce(1, lcm))  // expect: 12 12 5 12 60
let days = ["월", "화", "수", "목", "금", "토", "일"]
func day(after start: Int, _ offset: Int) -> String { days[modulo(start + offset, days.count)] }
print(day(after: 0, 10), day(after: 2, -5), day(after: 6, 1))  // expect: 목 금 월
var n = 98_765, digits: [Int] = []
while n > 0 {
    digits.insert(n % 10, at: 0)
    n /= 10
}
print(digits, digits.reduce(0) { $0 * 10 + $1 })  // expect: [9, 8, 7, 6, 5] 98765
var money = 12_780
let coins = [5_000, 1_000, 500, 100, 50, 10]
let counts = coins.map { coin in
    let (count, left) = money.quotientAndRemainder(dividingBy: coin)
    money = left
    return count
}
print(counts, money)  // expect: [2, 2, 1, 2, 1, 3] 0
