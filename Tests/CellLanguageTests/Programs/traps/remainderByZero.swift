// A remainder by zero, deep in calls.
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, remainder(a, b)) }
func remainder(_ a: Int, _ b: Int) -> Int {
    a % b  // trap: DivisionByZero
}
print(gcd(12, 18))  // expect: 6
print([4, 2, 0].map { remainder(7, $0) })
