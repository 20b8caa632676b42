// A negative number has no place among the unsigned ones.
let offsets = [2, 0, -1]
for offset in offsets {
    let index = UInt(offset)  // trap: NotRepresentable
    print(index)  // expect: 2
    // expect: 0
}
