// The smallest integer has no positive counterpart.
func distance(_ a: Int, _ b: Int) -> Int {
    abs(a &- b)  // trap: ArithmeticOverflow
}
print(distance(3, 10))  // expect: 7
print(distance(.min, 0))
