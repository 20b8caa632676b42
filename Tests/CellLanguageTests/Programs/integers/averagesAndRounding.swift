// Integer averages, rounding divisions, digit sums and square roots without floating point.
func roundedDivision(_ a: Int, by b: Int) -> Int { (a * 2 + b) / (b * 2) }
print(roundedDivision(7, by: 2), roundedDivision(10, by: 4), roundedDivision(10, by: 3))  // expect: 4 3 3
func ceilingDivision(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }
print(ceilingDivision(10, 4), ceilingDivision(8, 4), ceilingDivision(1, 4), "배치 \(ceilingDivision(1000, 32))개")  // expect: 3 2 1 배치 32개
func squareRoot(_ n: Int) -> Int {
    guard n > 1 else { return n }
    var low = 1, high = n
    while low < high {
        let middle = low + (high - low + 1) / 2
        if middle <= n / middle { low = middle } else { high = middle - 1 }
    }
    return low
}
print([0, 1, 15, 16, 17, 1_000_000, 999_999].map(squareRoot))  // expect: [0, 1, 3, 4, 4, 1000, 999]
func digitSum(_ n: Int) -> Int { n == 0 ? 0 : n % 10 + digitSum(n / 10) }
print(digitSum(98_765), (10...40).filter { $0 % digitSum($0) == 0 })  // expect: 35 [10, 12, 18, 20, 21, 24, 27, 30, 36, 40]
func reversed(_ n: Int) -> Int {
    var (rest, result) = (n, 0)
    while rest > 0 { (rest, result) = (rest / 10, result * 10 + rest % 10) }
    return result
}
print(reversed(12_340), (100...200).filter { $0 == reversed($0) })  // expect: 4321 [101, 111, 121, 131, 141, 151, 161, 171, 181, 191]
let temperatures: [Int8] = [21, -3, 15, 120, 127]
let sum = temperatures.reduce(0) { $0 + Int($1) }
print(sum, sum / temperatures.count, Double(sum) / Double(temperatures.count))  // expect: 280 56 56.0
let median = temperatures.sorted()[temperatures.count / 2]
print(median, type(of: median))  // expect: 21 Int8
func percent(_ part: Int, of whole: Int) -> String { "\(part * 100 / whole)%" }
print(percent(1, of: 3), percent(2, of: 3), percent(7, of: 7))  // expect: 33% 66% 100%
var fibonacci: [UInt64] = [0, 1]
while fibonacci.count < 94 { fibonacci.append(fibonacci[fibonacci.count - 1] + fibonacci[fibonacci.count - 2]) }
print(fibonacci[93], fibonacci[10...15].map { $0 % 2 == 0 ? "짝" : "홀" }.joined())  // expect: 12200160415121876738 홀홀짝홀홀짝
