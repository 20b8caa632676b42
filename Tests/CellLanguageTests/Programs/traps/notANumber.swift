// Not-a-number has no integer to become.
func rounded(_ values: [Double]) -> Int {
    let mean = values.reduce(0, +) / Double(values.count)
    return Int(mean.rounded())  // trap: NotRepresentable
}
print(rounded([1, 2, 4]))  // expect: 2
print(rounded([]))
