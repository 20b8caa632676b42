// Functions that call themselves and one another.
func factorial(_ n: Int) -> Int { n <= 1 ? 1 : n * factorial(n - 1) }
print((0...6).map(factorial), factorial(20))  // expect: [1, 1, 2, 6, 24, 120, 720] 2432902008176640000
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7), isEven(7))  // expect: true true false
func ackermann(_ m: Int, _ n: Int) -> Int {
    if m == 0 { return n + 1 }
    if n == 0 { return ackermann(m - 1, 1) }
    return ackermann(m - 1, ackermann(m, n - 1))
}
print(ackermann(2, 3), ackermann(1, 5))  // expect: 9 7
func power(_ base: Int, _ exponent: Int) -> Int {
    guard exponent > 0 else { return 1 }
    let half = power(base, exponent / 2)
    return exponent % 2 == 0 ? half * half : half * half * base
}
print(power(2, 10), power(3, 13), power(7, 0))  // expect: 1024 1594323 1
func reversed(_ text: Substring) -> String { text.isEmpty ? "" : reversed(text.dropFirst()) + String(text.prefix(1)) }
print(reversed("재귀 함수"), reversed("").isEmpty)  // expect: 수함 귀재 true
func flatten(_ value: Any) -> [Int] {
    if let number = value as? Int { return [number] }
    return (value as? [Any] ?? []).flatMap(flatten)
}
print(flatten([1, [2, [3, [4]], 5], []] as [Any]))  // expect: [1, 2, 3, 4, 5]
func sumDigits(_ n: Int) -> Int { n < 10 ? n : sumDigits(n / 10) + n % 10 }
func digitalRoot(_ n: Int) -> Int { n < 10 ? n : digitalRoot(sumDigits(n)) }
print(sumDigits(987_654), digitalRoot(987_654))  // expect: 39 3
func sierpinski(_ level: Int) -> [String] {
    guard level > 0 else { return ["*"] }
    let smaller = sierpinski(level - 1)
    let space = String(repeating: " ", count: smaller.count)
    return smaller.map { space + $0 } + smaller.map { row in row + String(repeating: " ", count: 2 * smaller.count - row.count) + row }
}
for line in sierpinski(2) { print("|" + line) }  // expect: |   *
// expect: |  * *
// expect: | *   *
// expect: |* * * *
func female(_ n: Int) -> Int { n == 0 ? 1 : n - male(female(n - 1)) }
func male(_ n: Int) -> Int { n == 0 ? 0 : n - female(male(n - 1)) }
print((0...10).map(female), (0...10).map(male))  // expect: [1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6] [0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6]
func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
print(depth(1000))  // expect: 1000
func combinations(_ n: Int, _ k: Int) -> Int { k == 0 || k == n ? 1 : combinations(n - 1, k - 1) + combinations(n - 1, k) }
print((0...5).map { combinations(5, $0) }, combinations(16, 8))  // expect: [1, 5, 10, 10, 5, 1] 12870
func koch(_ level: Int) -> Int { level == 0 ? 1 : 4 * koch(level - 1) }
func subsetSum(_ values: ArraySlice<Int>, _ target: Int) -> [Int]? {
    if target == 0 { return [] }
    guard let first = values.first, target > 0 else { return nil }
    let rest = values.dropFirst()
    if let found = subsetSum(rest, target - first) { return [first] + found }
    return subsetSum(rest, target)
}
print(koch(5), subsetSum([8, 6, 7, 5, 3], 16) ?? [], subsetSum([2, 4], 5) == nil)  // expect: 1024 [8, 5, 3] true
