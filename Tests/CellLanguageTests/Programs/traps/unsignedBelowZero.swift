// Unsigned numbers do not go below zero.
var remaining: UInt = 2
for round in 1...3 {
    remaining -= 1  // trap: ArithmeticOverflow
    print(round, remaining)  // expect: 1 1
    // expect: 2 0
}
