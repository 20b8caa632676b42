// Equality and order as operators: tolerant, case-blind, partial orders, generic ==, overloads by return type, < on tuples.
struct Reading: Equatable {
    var value: Double
    var source: String
    // Readings agree when the values are close, whatever they came from.
    static func == (a: Reading, b: Reading) -> Bool { abs(a.value - b.value) < 0.1 }
}

struct Title: Hashable, ExpressibleByStringLiteral {
    let text: String
    init(stringLiteral value: String) { text = value }
    static func == (a: Title, b: Title) -> Bool { a.text.lowercased() == b.text.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}

struct Requirement {
    var skills: Set<String>
    static func <= (a: Requirement, b: Requirement) -> Bool { a.skills.isSubset(of: b.skills) }
    static func >= (a: Requirement, b: Requirement) -> Bool { b <= a }
    static func == (a: Requirement, b: Requirement) -> Bool { a <= b && b <= a }
    static func != (a: Requirement, b: Requirement) -> Bool { !(a == b) }
    static func | (a: Requirement, b: Requirement) -> Requirement { Requirement(skills: a.skills.union(b.skills)) }
    static func & (a: Requirement, b: Requirement) -> Requirement { Requirement(skills: a.skills.intersection(b.skills)) }
}

struct Student: Comparable {
    let name: String
    let grade: Int
    let score: Double
    static func < (a: Student, b: Student) -> Bool { (a.grade, -a.score, a.name) < (b.grade, -b.score, b.name) }
}

enum Card: Comparable {
    case number(Int), face(String), joker
}

final class Account: Equatable {
    let id: Int
    var owner: String
    init(_ id: Int, _ owner: String) {
        self.id = id
        self.owner = owner
    }
    static func == (a: Account, b: Account) -> Bool { a.id == b.id }
}

infix operator ≈ : ComparisonPrecedence
func ≈ (a: Double, b: Double) -> Bool { abs(a - b) < 1e-9 }
func ≈ (a: [Double], b: [Double]) -> Bool { a.count == b.count && zip(a, b).allSatisfy { $0 ≈ $1 } }
func ≈ <T: Hashable>(a: [T], b: [T]) -> Bool { Set(a) == Set(b) }
infix operator <=> : ComparisonPrecedence
func <=> <T: Comparable>(a: T, b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }
func == <T: Equatable>(a: (T, T, T, T, T, T, T), b: (T, T, T, T, T, T, T)) -> Bool {
    a.0 == b.0 && a.1 == b.1 && a.2 == b.2 && a.3 == b.3 && a.4 == b.4 && a.5 == b.5 && a.6 == b.6
}

let readings = [Reading(value: 1, source: "a"), Reading(value: 1.05, source: "b"), Reading(value: 2, source: "a")]
print(readings[0] == readings[1], readings[0] != readings[2], readings.firstIndex(of: Reading(value: 2.01, source: "?"))!)
// expect: true true 2
print(readings.contains(Reading(value: 1.5, source: "a")), [readings[0]] == [readings[1]], Optional(readings[0]) == readings[1])
// expect: false true true
let titles: [Title] = ["Swift", "SWIFT", "배열", "swift"]
print(Set(titles).count, titles[0] == "sWiFt", titles.firstIndex(of: "배열") ?? -1, titles.filter { $0 != "swift" }.count)
// expect: 2 true 2 1
let basic = Requirement(skills: ["수학"])
let full = Requirement(skills: ["수학", "코딩"])
let other = Requirement(skills: ["음악"])
print(basic <= full, full <= basic, basic <= other, other <= basic, full >= basic)
// expect: true false false false true
print((basic | other).skills.sorted(), basic & full == basic, basic | full != full, (basic & other).skills.isEmpty)
// expect: ["수학", "음악"] true false true
let students = [
    Student(name: "B", grade: 2, score: 80), Student(name: "A", grade: 2, score: 80), Student(name: "C", grade: 1, score: 50),
    Student(name: "D", grade: 2, score: 95),
]
print(students.sorted().map(\.name), students.max()!.name, students[0] > students[1], students[0] <= students[3])
// expect: ["C", "D", "A", "B"] B true false
print([Card.joker, .number(3), .face("K"), .number(2), .face("J")].sorted().map { "\($0)" })
// expect: ["number(2)", "number(3)", "face(\"J\")", "face(\"K\")", "joker"]
print(Card.number(10) < .face("A"), max(Card.joker, .number(99)), Card.face("Q") <=> .face("K"))
// expect: true joker 1
let (x, y) = (Account(1, "가"), Account(1, "나"))
print(x == y, x === y, [x, Account(2, "다")].contains(y), x != Account(3, "가"))  // expect: true false true true
print(0.1 + 0.2 == 0.3, 0.1 + 0.2 ≈ 0.3, [0.1 + 0.2, 1] ≈ [0.3, 1.0], [1, 2, 2] ≈ [2, 1])
// expect: false true true false
print(1 <=> 2, "나" <=> "가", 2.5 <=> 2.5, (1, 2, 3, 4, 5, 6, 7) == (1, 2, 3, 4, 5, 6, 7))  // expect: -1 1 0 true
print((1, "b") < (1, "c"), (2, 0) > (1, 99), ("a", 1, true) == ("a", 1, true))  // expect: true true true
