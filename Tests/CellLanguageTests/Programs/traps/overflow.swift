let big = Int.max
print(big + 1)  // trap: ArithmeticOverflow
