// Extensions of our own enums, classes and protocols, with constraints on Self, and of function-bearing types.
enum Weekday: Int, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun
}
extension Weekday {
    static let weekend: Set<Weekday> = [.sat, .sun]
    var isWeekend: Bool { Weekday.weekend.contains(self) }
    var korean: Character { "월화수목금토일"[rawValue] }
    func advanced(by n: Int) -> Weekday { Weekday(rawValue: ((rawValue + n) % 7 + 7) % 7)! }
    static func + (day: Weekday, n: Int) -> Weekday { day.advanced(by: n) }
    init?(korean: Character) {
        guard let day = Weekday.allCases.first(where: { $0.korean == korean }) else { return nil }
        self = day
    }
}
extension Weekday: Comparable {
    static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
extension String {
    subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
}

extension CaseIterable where Self: Equatable {
    var position: Int { Array(Self.allCases).firstIndex(of: self)! }
    var next: Self {
        let all = Array(Self.allCases)
        return all[(position + 1) % all.count]
    }
}
extension RawRepresentable where RawValue == Int {
    var isEven: Bool { rawValue % 2 == 0 }
}
enum Size: String, CaseIterable { case small, medium, large }

class Shape {
    var name: String
    var sides: Int
    init(name: String, sides: Int) {
        self.name = name
        self.sides = sides
    }
}
final class Square: Shape {
    init() { super.init(name: "square", sides: 4) }
}
extension Shape {
    convenience init(sides: Int) { self.init(name: "\(sides)-gon", sides: sides) }
    var angles: Int { (sides - 2) * 180 }
    func renamed(_ name: String) -> Self {
        self.name = name
        return self
    }
    static func regular(_ sides: [Int]) -> [Shape] { sides.map { Shape(sides: $0) } }
}

protocol Scorable {
    var score: Double { get }
}
extension Scorable {
    var grade: String { score >= 90 ? "A" : score >= 70 ? "B" : "C" }
    func beats(_ other: some Scorable) -> Bool { score > other.score }
}
extension Scorable where Self: Comparable {
    static func top(_ items: [Self]) -> Self? { items.max() }
}
extension Array where Element: Scorable {
    var average: Double { isEmpty ? 0 : reduce(0) { $0 + $1.score } / Double(count) }
    func ranked() -> [Element] { sorted { $0.score > $1.score } }
}
extension Array where Element == any Scorable {
    var averageOfAny: Double { map { $0.score }.reduce(0, +) / Double(count) }
}
extension Double: Scorable {
    var score: Double { self }
}
struct Exam: Scorable, Comparable {
    var points: [Double]
    var score: Double { points.average }
    static func < (a: Exam, b: Exam) -> Bool { a.score < b.score }
}

print(Weekday.sat.isWeekend, Weekday.fri.korean, Weekday.fri + 4, Weekday.mon.advanced(by: -1))
// expect: true 금 tue sun
print(Weekday(korean: "수") ?? .sun, Weekday(korean: "x") == nil, Weekday.allCases.filter(\.isWeekend).map(\.korean))
// expect: wed true ["토", "일"]
print([Weekday.sun, .tue, .mon].sorted().map { "\($0)" }, Weekday.wed < .fri, Weekday.allCases.max()!)
// expect: ["mon", "tue", "sun"] true sun
print(Weekday.sun.next, Size.large.next, Size.medium.position, Weekday.wed.isEven, Weekday.thu.isEven)
// expect: mon small 1 true false
let shapes = Shape.regular([3, 6]) + [Square().renamed("정사각형")]
print(shapes.map(\.name), shapes.map(\.angles), shapes[2] is Square)
// expect: ["3-gon", "6-gon", "정사각형"] [180, 720, 360] true
let exam = Exam(points: [80, 100])
print(exam.grade, 65.5.grade, exam.beats(90.5), 91.0.beats(exam))  // expect: A C false true
print(Exam.top([exam, Exam(points: []), Exam(points: [95])])!.points, [exam, Exam(points: [70])].average)
// expect: [95.0] 80.0
print([1.5, 99, 70].ranked(), ([exam, 10.0] as [any Scorable]).averageOfAny)  // expect: [99.0, 70.0, 1.5] 50.0
