// A string index moved past the end.
func letter(_ text: String, _ offset: Int) -> Character {
    let index = text.index(text.startIndex, offsetBy: offset)
    return text[index]  // trap: InvalidIndex
}
print(letter("한지", 1))  // expect: 지
print(letter("한지", 2))
