// Parameters that take any number of values.
func sum(_ values: Int...) -> Int { values.reduce(0, +) }
print(sum(), sum(1), sum(1, 2, 3))  // expect: 0 1 6
func join(_ parts: String..., separator: String = ", ", last: String = "그리고") -> String {
    guard parts.count > 1 else { return parts.first ?? "없음" }
    return parts.dropLast().joined(separator: separator) + " \(last) " + parts[parts.count - 1]
}
print(join(), "|", join("가"), "|", join("가", "나"), "|", join("가", "나", "다", separator: "/"))  // expect: 없음 | 가 | 가 그리고 나 | 가/나 그리고 다
func average(of first: Double, _ rest: Double...) -> Double { (first + rest.reduce(0, +)) / Double(rest.count + 1) }
print(average(of: 4), average(of: 1, 2, 6))  // expect: 4.0 3.0
func table(title: String, rows: (String, Int)..., width: Int = 4) -> [String] {
    [title] + rows.map { name, value in name + String(repeating: ".", count: width - name.count) + "\(value)" }
}
print(table(title: "점수", rows: ("국어", 90), ("수학", 8)), table(title: "빈 표"))  // expect: ["점수", "국어..90", "수학..8"] ["빈 표"]
func largest(_ values: Int...) -> Int? {
    var best: Int?
    for value in values where value > best ?? .min { best = value }
    return best
}
print(largest(3, 9, 2) ?? 0, largest() == nil)  // expect: 9 true
func describe(_ items: Any...) -> String { items.map { "\($0)" }.joined(separator: "|") }
print(describe(1, "둘", 3.0, [4], true), describe().isEmpty)  // expect: 1|둘|3.0|[4]|true true
func compose(_ functions: (Int) -> Int...) -> (Int) -> Int { { value in functions.reduce(value) { $1($0) } } }
print(compose({ $0 + 1 }, { $0 * 10 })(4), compose()(7))  // expect: 50 7
func two(_ a: Int..., and b: String...) -> String { "\(a) \(b)" }
print(two(1, 2, and: "x"), two(and: "y", "z"), two())  // expect: [1, 2] ["x"] [] ["y", "z"] [] []
func nested(_ rows: [Int]...) -> Int { rows.joined().reduce(0, +) }
print(nested([1, 2], [], [3]), nested())  // expect: 6 0
