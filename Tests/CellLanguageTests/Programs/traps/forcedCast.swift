// A forced cast to a type the value does not have.
func length(_ value: Any) -> Int {
    let text = value as! String  // trap: CastFailed
    return text.count
}
print(length("세 글자"))  // expect: 4
print(length(3))
