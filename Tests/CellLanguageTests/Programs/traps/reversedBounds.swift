// Bounds of a slice that come out in the wrong order.
func middle(_ values: [Int], cutting count: Int) -> ArraySlice<Int> {
    let low = count, high = values.count - count
    return values[low..<high]  // trap: InvalidRange
}
print(middle([1, 2, 3, 4], cutting: 1))  // expect: [2, 3]
print(middle([1, 2, 3, 4], cutting: 3))
