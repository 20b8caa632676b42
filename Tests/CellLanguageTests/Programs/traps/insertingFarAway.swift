// Inserting at a place that does not exist.
var list = [1, 2]
for place in [2, 0, 9] {
    list.insert(7, at: place)  // trap: IndexOutOfRange
    print(list)  // expect: [1, 2, 7]
    // expect: [7, 1, 2, 7]
}
