// A dictionary literal whose keys turn out to be the same.
func table(_ first: String, _ second: String) -> [String: Int] {
    [first: 1, second: 2]  // trap: DuplicateKey
}
print(table("가", "나").count)  // expect: 2
print(table("가", "가").count)
