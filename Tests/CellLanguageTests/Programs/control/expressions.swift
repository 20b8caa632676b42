// if and switch as expressions: initialising, returning, assigning, in closures, nested.
let score = 83
let grade = if score >= 90 { "수" } else if score >= 80 { "우" } else { "미" }
print(grade)  // expect: 우
let bonus: Double = if grade == "수" { 10 } else { 0.5 }
print(bonus)  // expect: 0.5
let day = 6
let kind =
    switch day {
    case 1...5: "평일"
    case 6, 7: "주말"
    default: "없는 날"
    }
print(kind)  // expect: 주말
func sign(_ n: Int) -> String {
    if n > 0 { "양" } else if n < 0 { "음" } else { "영" }
}
func season(_ month: Int) -> String? {
    switch month {
    case 3...5: "봄"
    case 6...8: "여름"
    case 9...11: "가을"
    case 12, 1, 2: "겨울"
    default: nil
    }
}
print([-3, 0, 8].map(sign), [4, 7, 10, 1, 13].map { season($0) ?? "?" })  // expect: ["음", "영", "양"] ["봄", "여름", "가을", "겨울", "?"]
var status: String
status = if day > 5 { "쉼" } else { "일" }
print(status)  // expect: 쉼
let labels = (1...6).map { n in
    if n % 6 == 0 { "육" } else if n % 2 == 0 { "이" } else { "\(n)" }
}
print(labels)  // expect: ["1", "이", "3", "이", "5", "육"]
enum Shape { case circle(r: Double), rectangle(w: Double, h: Double), point }
func area(_ shape: Shape) -> Double {
    switch shape {
    case .circle(let r): 3.0 * r * r
    case let .rectangle(w, h): w * h
    case .point: 0
    }
}
print([Shape.circle(r: 2), .rectangle(w: 2, h: 3.5), .point].map(area))  // expect: [12.0, 7.0, 0.0]
let size =
    if score > 50 {
        switch day {
        case 6: if grade == "우" { 1 } else { 2 }
        default: 3
        }
    } else {
        4
    }
print(size)  // expect: 1
let maybe: Int? = if score > 90 { 1 } else { nil }
print(maybe ?? -1)  // expect: -1
struct Temperature {
    var celsius: Double
    var feeling: String {
        switch celsius {
        case ..<0: "몹시 추움"
        case 0..<15: "추움"
        case 15...25: "알맞음"
        default: "더움"
        }
    }
}
print([-3.5, 8, 20, 31].map { Temperature(celsius: $0).feeling })  // expect: ["몹시 추움", "추움", "알맞음", "더움"]
struct Unknown: Error {}
func code(_ name: String) throws -> Int {
    let base =
        switch name {
        case "가": 1
        case "나": 2
        default: throw Unknown()
        }
    return base * 100
}
print(try code("나"), (try? code("다")) ?? -1)  // expect: 200 -1
func describe(_ values: [Int]) -> String {
    let text: String
    if let first = values.first { text = "첫째 \(first)" } else { text = "빔" }
    return text
}
print(describe([]), describe([4]))  // expect: 빔 첫째 4
