// What may stand in an interpolation: calls, ternaries, closures, nested strings, optionals with a default.
let name = "민지", age = 17
print("\(name)는 \(age)살, 내년에는 \(age + 1)살")  // expect: 민지는 17살, 내년에는 18살
let scores = [90, 85, 77]
print("평균 \(Double(scores.reduce(0, +)) / Double(scores.count))")  // expect: 평균 84.0
print("점수: \(scores.map { "\($0)점" }.joined(separator: ", "))")  // expect: 점수: 90점, 85점, 77점
print("\(scores.count > 2 ? "많음" : "적음") \(scores.first ?? 0) \(scores[1...])")  // expect: 많음 90 [85, 77]
let nested = "바깥 \("안쪽 \("가장 안쪽 \(1 + 1)")")"
print(nested)  // expect: 바깥 안쪽 가장 안쪽 2
let pair = (x: 1, y: 2.5)
print("쌍 \(pair), \(pair.x), 배열 \([1, 2]), 사전 \(["a": 1])")  // expect: 쌍 (x: 1, y: 2.5), 1, 배열 [1, 2], 사전 ["a": 1]
print("참 \(true), 문자 \("가" as Character), 빈 문자열 [\("")]")  // expect: 참 true, 문자 가, 빈 문자열 []
print("괄호 \((1 + 2) * 3) 그리고 \\(그대로) \"따옴표\"")  // expect: 괄호 9 그리고 \(그대로) "따옴표"
let missing: Int? = nil
print("없음: \(missing.map { "\($0)" } ?? "nil"), \(missing == nil)")  // expect: 없음: nil, true
struct Point: CustomStringConvertible {
    var x: Int, y: Int
    var description: String { "<\(x);\(y)>" }
}
struct Plain { var label: String; var size: Double }
enum Level { case low, high(Int) }
print("\(Point(x: 1, y: 2)) \(Plain(label: "작음", size: 1))")  // expect: <1;2> Plain(label: "작음", size: 1.0)
print("\(Level.low) \(Level.high(3)) \([Point(x: 0, y: 0)])")  // expect: low high(3) [<0;0>]
let table = [1, 2, 3].map { row in
    "\(row): \((1...3).map { column in "\(row * column)" }.joined(separator: " "))"
}
for line in table { print(line) }  // expect: 1: 1 2 3
// expect: 2: 2 4 6
// expect: 3: 3 6 9
let long = "\(name)" + " " + "\(age)" + String(repeating: "!", count: 3)
print(long, "\(long.count)자")  // expect: 민지 17!!! 8자
print("""
    여러 줄 속의 \(name): \(scores.sorted().map(String.init).joined(separator: "<"))
    끝
    """)  // expect: 여러 줄 속의 민지: 77<85<90
    // expect: 끝
