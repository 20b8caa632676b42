// What stands behind a `?` is changed where it is, and must be changeable there.
let numbers: [Int]? = []
numbers?.append(1)  // error: cannot use mutating member on immutable value: 'numbers' is a 'let' constant
struct Shelf {
    let fixed: [Int]?
    var loose: [Int]? = nil
}
var shelf = Shelf(fixed: [1])
shelf.fixed?.append(2)  // error: cannot use mutating member on immutable value: 'fixed' is a 'let' constant
shelf.loose?.append(3)
let other = shelf
other.loose?.append(3)  // error: cannot use mutating member on immutable value: 'other' is a 'let' constant
func found() -> [Int]? { nil }
found()?.append(1)  // error: expression is not assignable
