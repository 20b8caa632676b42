// A prefix of negative length.
func shortened(_ words: [String], by count: Int) -> [String] {
    Array(words.prefix(words.count - count))  // trap: NegativeCount
}
print(shortened(["가", "나", "다"], by: 1))  // expect: ["가", "나"]
print(shortened(["가"], by: 2))
