// A precondition that does not hold, with its message.
func mean(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "값이 하나는 있어야 한다")  // trap: PreconditionFailed
    return values.reduce(0, +) / Double(values.count)
}
print(mean([1, 2, 3]))  // expect: 2.0
print(mean([]))
