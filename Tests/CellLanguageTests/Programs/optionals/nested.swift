// Optionals of optionals, as dictionaries with optional values make them.
var grades: [String: Int?] = ["국어": 90, "수학": nil]
print(grades.count, grades["국어"]! ?? 0, grades["수학"]! == nil, grades["영어"] == nil)  // expect: 2 90 true true
func status(_ subject: String) -> String {
    switch grades[subject] {
    case .none: "과목 없음"
    case .some(.none): "점수 없음"
    case .some(.some(let score)): "\(score)점"
    }
}
print(status("국어"), status("수학"), status("영어"))  // expect: 90점 점수 없음 과목 없음
func short(_ value: Int??) -> String {
    switch value {
    case let score??: "둘 다 \(score)"
    case .some(nil): "안쪽이 없음"
    case nil: "바깥이 없음"
    }
}
print(short(3), short(.some(nil)), short(nil), short(.some(.some(1))))  // expect: 둘 다 3 안쪽이 없음 바깥이 없음 둘 다 1
if case let score?? = grades["국어"] { print(score) }  // expect: 90
if let inner = grades["수학"] { print(inner == nil ? "있지만 비었다" : "값") }  // expect: 있지만 비었다
if let inner = grades["국어"], let score = inner { print(score + 1) }  // expect: 91
grades["영어"] = .some(nil)
grades["과학"] = 70
grades.updateValue(nil, forKey: "음악")
print(grades.count, grades.filter { $0.value == nil }.map(\.key).sorted())  // expect: 5 ["수학", "영어", "음악"]
grades["국어"] = nil
grades.removeValue(forKey: "음악")
print(grades.keys.sorted(), grades.values.compactMap { $0 })  // expect: ["과학", "수학", "영어"] [70]
let double: Int?? = 5
let triple: Int??? = double
print(double! ?? 0, double == 5, triple == .some(.some(5)), type(of: triple))  // expect: 5 true true Optional<Optional<Optional<Int>>>
print(double.flatMap { $0 } ?? 0, (double ?? 0) ?? 1, double.map { $0 == nil } ?? true)  // expect: 5 5 false
let lists: [[Int]?] = [[1, 2], nil, []]
print(lists.map { $0?.first == nil }, lists.compactMap { $0?.first }, lists.compactMap { $0 }.count, lists[0]?.last ?? 0)  // expect: [false, true, true] [1] 2 2
let results = ["1", "x"].first.map { Int($0) }
print(results == .some(1), results! == 1, type(of: results))  // expect: true true Optional<Optional<Int>>
