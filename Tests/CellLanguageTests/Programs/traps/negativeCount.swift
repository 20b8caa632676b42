// An array cannot be made with a negative number of elements.
func bar(_ length: Int, of full: Int) -> [String] {
    let filled = [String](repeating: "#", count: length)
    let rest = [String](repeating: ".", count: full - length)  // trap: NegativeCount
    return filled + rest
}
print(bar(3, of: 5).joined())  // expect: ###..
print(bar(6, of: 5).joined())
