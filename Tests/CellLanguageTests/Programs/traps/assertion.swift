// An assertion that fails while checks are on.
func normalised(_ values: [Double]) -> [Double] {
    let total = values.reduce(0, +)
    assert(total > 0, "합은 0보다 커야 한다")  // trap: AssertionFailed
    return values.map { $0 / total }
}
print(normalised([1, 3]))  // expect: [0.25, 0.75]
print(normalised([1, -1]))
