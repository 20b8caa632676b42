// A slice keeps the indices of its array, so that zero is not in it.
let readings = [3, 1, 4, 1, 5]
let tail = readings[2...]
print(tail[2], tail.startIndex)  // expect: 4 2
func head(_ slice: ArraySlice<Int>) -> Int {
    slice[0]  // trap: IndexOutOfRange
}
print(head(readings[..<2]))  // expect: 3
print(head(tail))
