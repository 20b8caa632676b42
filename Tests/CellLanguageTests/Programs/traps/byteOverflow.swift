// A sum that leaves the range of its small type.
func total(_ levels: [UInt8]) -> UInt8 {
    var sum: UInt8 = 0
    for level in levels {
        sum += level  // trap: ArithmeticOverflow
    }
    return sum
}
print(total([100, 100, 55]))  // expect: 255
print(total([100, 100, 56]))
