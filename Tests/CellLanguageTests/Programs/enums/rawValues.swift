// Raw values: counted on from the one before, taken from the case's name, and looked up again.
enum Planet: Int, CaseIterable {
    case mercury = 1, venus, earth, mars
    case neptune = 8
    case pluto

    var isInner: Bool { rawValue <= Planet.mars.rawValue }
}
enum Level: String, CaseIterable {
    case easy
    case normal = "보통"
    case hard = "어려움"
}
enum Ratio: Double {
    case half = 0.5, double = 2
}
enum Bracket: Character {
    case open = "(", close = ")"
}
enum Bit: Int { case zero, one }

print(Planet.venus.rawValue, Planet.neptune.rawValue, Planet.pluto.rawValue)  // expect: 2 8 9
print(Planet.allCases.map { $0.rawValue }, Planet.allCases.filter { $0.isInner }.count)  // expect: [1, 2, 3, 4, 8, 9] 4
print(Planet(rawValue: 3)!, Planet(rawValue: 5) == nil, Planet(rawValue: 9) == .pluto)  // expect: earth true true
print(Level.easy.rawValue, Level.normal.rawValue, Level.hard, "\(Level.normal)")  // expect: easy 보통 hard normal
print(Level(rawValue: "easy") ?? .hard, Level(rawValue: "normal") == nil)  // expect: easy true
print(Level.allCases.map { $0.rawValue }.joined(separator: "/"))  // expect: easy/보통/어려움
print(Ratio.half.rawValue * Ratio.double.rawValue, Ratio(rawValue: 2.0) == .double)  // expect: 1.0 true
print("f(x)".compactMap { Bracket(rawValue: $0) }.count, Bracket.open.rawValue)  // expect: 2 (
print([1, 0, 1, 1].compactMap(Bit.init(rawValue:)).map { $0.rawValue }.reduce(0) { $0 * 2 + $1 })  // expect: 11

if let level = Level(rawValue: "어려움") {
    switch level {
    case .easy, .normal: print("play")
    case .hard: print("practise")
    }
}
// expect: practise

struct Answer {
    var level: Level
    var planet: Planet?
}
let answer = Answer(level: .normal, planet: Planet(rawValue: 42))
print(answer.level.rawValue, answer.planet == nil, answer.planet?.rawValue ?? -1)  // expect: 보통 true -1
let order: [Level: Int] = [.hard: 3, .easy: 1, .normal: 2]
print(order.sorted { $0.value < $1.value }.map { $0.key.rawValue })  // expect: ["easy", "보통", "어려움"]
print(Planet.earth.hashValue == Planet.earth.hashValue, Planet.earth == .mars)  // expect: true false
