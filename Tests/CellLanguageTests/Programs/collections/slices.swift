// Slices share the indices of their array; arrays made of slices start again at zero.
let values = [10, 11, 12, 13, 14, 15]
let middle = values[2..<5]
print(middle, middle.count, middle.startIndex, middle.endIndex, middle[2], middle.first!)  // expect: [12, 13, 14] 3 2 5 12 12
print(Array(middle)[0], middle.indices, middle.firstIndex(of: 13)!, type(of: middle))  // expect: 12 2..<5 3 ArraySlice<Int>
print(values[..<2], values[4...], values[...1], values[2...3], values[...])  // expect: [10, 11] [14, 15] [10, 11] [12, 13] [10, 11, 12, 13, 14, 15]
print(values.prefix(2), values.suffix(2), values.dropFirst(4), values.dropLast(4), values.prefix(9).count)  // expect: [10, 11] [14, 15] [14, 15] [10, 11] 6
print(values.dropFirst(2).startIndex, values.suffix(2).indices, values.prefix(3).last!)  // expect: 2 4..<6 12
var slice = values[1...3]
slice[1] = 99
slice.append(100)
slice.removeFirst()
print(slice, values[1], slice.startIndex, slice.endIndex)  // expect: [12, 13, 100] 11 2 5
func sum(_ values: ArraySlice<Int>) -> Int {
    guard let first = values.first else { return 0 }
    return first + sum(values.dropFirst())
}
print(sum(values[...]), sum(values[3...]), sum([]))  // expect: 75 42 0
func search(_ target: Int, in sorted: ArraySlice<Int>) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.startIndex + sorted.count / 2
    if sorted[middle] == target { return middle }
    return target < sorted[middle] ? search(target, in: sorted[..<middle]) : search(target, in: sorted[(middle + 1)...])
}
print(search(14, in: values[...]) ?? -1, search(10, in: values[...]) ?? -1, search(9, in: values[...]) ?? -1)  // expect: 4 0 -1
print(middle == [12, 13, 14], Array(middle) == [12, 13, 14], middle.elementsEqual(values[2...4]))  // expect: true true true
print(middle.map { $0 * 2 }, Array(middle.reversed()), middle.sorted(by: >), middle.reduce(0, +), middle + [1])  // expect: [24, 26, 28] [14, 13, 12] [14, 13, 12] 39 [12, 13, 14, 1]
for (index, value) in zip(middle.indices, middle) { print(index, value, terminator: "; ") }
for (offset, value) in middle.enumerated() where offset > 0 { print(offset, value, terminator: "; ") }
print("끝")  // expect: 2 12; 3 13; 4 14; 1 13; 2 14; 끝
let halves = (left: values[..<3], right: values[3...])
print(halves.left, halves.right.first ?? 0, zip(halves.left, halves.right).map { $0 * $1 })  // expect: [10, 11, 12] 13 [130, 154, 180]
print(values.split(separator: 12), values.split { $0 % 2 == 1 }.map(\.count))  // expect: [ArraySlice([10, 11]), ArraySlice([13, 14, 15])] [1, 1, 1]
func chunks(_ values: [Int], of size: Int) -> [[Int]] {
    stride(from: 0, to: values.count, by: size).map { Array(values[$0..<min($0 + size, values.count)]) }
}
print(chunks(values, of: 4), chunks([], of: 2), chunks(Array(1...9), of: 3))  // expect: [[10, 11, 12, 13], [14, 15]] [] [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
let windows = (0...values.count - 3).map { values[$0..<$0 + 3].reduce(0, +) / 3 }
print(windows)  // expect: [11, 12, 13, 14]
