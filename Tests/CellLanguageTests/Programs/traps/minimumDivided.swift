// The smallest integer divided by minus one does not fit.
let values: [Int32] = [10, -7, .min]
for value in values {
    print(value / -1)  // trap: ArithmeticOverflow
    // expect: -10
    // expect: 7
}
