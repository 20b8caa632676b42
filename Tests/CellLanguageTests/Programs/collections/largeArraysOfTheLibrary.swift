// What the library hands over again is the same value, and a change of it stays with who changed it.
let column = Table().column("n", (0..<100).map { "\($0)" })["n"]
var first = column.strings
first[0] = "seven"
print(first[0], column.strings[0])
// expect: seven 0
var total = 0
for index in 0..<column.count { total += column.strings[index].count }
print(total, column.strings == first, column.strings == Array(["0"] + first.dropFirst()))
// expect: 190 false true
