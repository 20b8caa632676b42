// The patterns `x?` and nil in deeper places: tuples, arrays, dictionaries, enums with optionals.
let readings: [(day: String, value: Double?)] = [("월", 21.5), ("화", nil), ("수", 19), ("목", nil), ("금", 24)]
var sum = 0.0, missing: [String] = []
for case (_, let value?) in readings { sum += value }
for case (let day, nil) in readings { missing.append(day) }
print(sum, missing)  // expect: 64.5 ["화", "목"]
func trend(_ before: Double?, _ after: Double?) -> String {
    switch (before, after) {
    case (let a?, let b?) where b > a: "오름"
    case (_?, _?): "내림"
    case (nil, _?): "다시 잼"
    case (_?, nil): "끊김"
    case (nil, nil): "없음"
    }
}
print(zip(readings, readings.dropFirst()).map { trend($0.value, $1.value) }, trend(2, 1), trend(nil, nil))  // expect: ["끊김", "다시 잼", "끊김", "다시 잼"] 내림 없음
let matrix: [[Int?]] = [[3, 4], [1, nil], [nil, nil], [nil, 5]]
func pair(_ row: [Int?]) -> String {
    switch (row.first, row.last) {
    case let (a??, b??): "둘 \(a + b)"
    case (let one??, _), (_, let one??): "하나 \(one)"
    case (.some(nil), .some(nil)): "빈 칸"
    case (nil, _), (_, nil): "줄이 빔"
    }
}
print(matrix.map(pair), pair([]))  // expect: ["둘 7", "하나 1", "빈 칸", "하나 5"] 줄이 빔
enum Answer { case chosen(Int?), written(String?), skipped }
func points(_ answer: Answer?) -> Int {
    switch answer {
    case .chosen(1?)?, .chosen(2?)?: return 10
    case .chosen(let number?)? where number > 2: return number
    case .chosen(nil)?, .written(nil)?: return -1
    case .written(let text?)?: return text.count
    case .chosen?, .skipped?: return 0
    case nil: return -100
    }
}
let answers: [Answer?] = [.chosen(2), .chosen(7), .chosen(-1), .chosen(nil), .written("네 글자"), .written(nil), .skipped, nil]
print(answers.map(points))  // expect: [10, 7, 0, -1, 4, -1, 0, -100]
for case .written(let text?)? in answers { print(text, terminator: " ") }
for case let .chosen(number?)? in answers where number < 5 { print(number, terminator: " ") }
print(answers.filter { if case .skipped? = $0 { true } else { false } }.count)  // expect: 네 글자 2 -1 1
let config: [String: Int?] = ["크기": 3, "색": nil]
if case let size?? = config["크기"] { print("크기", size) }  // expect: 크기 3
if case .some(nil) = config["색"] { print("색은 정하지 않음") }  // expect: 색은 정하지 않음
if case nil = config["무게"] { print("무게라는 칸이 없음") }  // expect: 무게라는 칸이 없음
struct Node {
    var name: String
    var children: [Node?] = []
}
func names(_ node: Node?) -> [String] {
    guard case let node? = node else { return ["·"] }
    return [node.name] + node.children.flatMap(names)
}
print(names(Node(name: "뿌리", children: [Node(name: "가"), nil, Node(name: "나", children: [nil])])))  // expect: ["뿌리", "가", "·", "나", "·"]
var line: [String?] = ["하나", "둘", nil, "넷"]
while case let word?? = line.first {
    print(word, terminator: " ")
    line.removeFirst()
}
print(line.count)  // expect: 하나 둘 2
