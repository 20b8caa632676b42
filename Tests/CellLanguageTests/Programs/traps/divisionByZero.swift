func ratio(_ a: Int, _ b: Int) -> Int {
    a / b  // trap: DivisionByZero
}
print(ratio(1, 0))
