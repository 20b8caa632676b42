// Functions and types used before they are declared, and functions that use globals declared further down.
print(greeting("지우"))  // expect: 안녕 지우
print(Point(x: 1, y: 2).length, Colour.blue.rawValue, twice(4))  // expect: 3 2 16
func greeting(_ name: String) -> String { prefix(for: name) + name }
func prefix(for name: String) -> String { name.count > 2 ? "긴 이름 " : "안녕 " }
struct Point {
    var x: Int, y: Int
    var length: Int { absolute(x) + absolute(y) }
}
enum Colour: Int { case red, green, blue }
func absolute(_ n: Int) -> Int { n < 0 ? -n : n }
func twice(_ n: Int) -> Int { other(n) + other(n) }
func other(_ n: Int) -> Int { n + Point(x: -n, y: 0).length }
func useTable(_ key: String) -> Int { table[key] ?? fallback }
let table = ["a": 1], fallback = -1
print(useTable("a"), useTable("b"))  // expect: 1 -1
func ping(_ n: Int) -> [String] { n == 0 ? ["끝"] : ["핑"] + pong(n - 1) }
func pong(_ n: Int) -> [String] { n == 0 ? ["끝"] : ["퐁"] + ping(n - 1) }
print(ping(3))  // expect: ["핑", "퐁", "핑", "끝"]
func describe() -> String {
    let result = inner(2)
    func inner(_ n: Int) -> String { n == 0 ? "" : "\(n)" + other(n - 1) }
    func other(_ n: Int) -> String { "-" + inner(n) }
    return result
}
print(describe())  // expect: 2-1-
extension Point {
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static let origin = Point(x: 0, y: 0)
}
let sum = Point.origin + Point(x: 3, y: -4)
print(sum, sum.length)  // expect: Point(x: 3, y: -4) 7
var counter = 0
func tick() -> Int {
    counter += step
    return counter
}
let step = 5
print(tick(), tick(), counter)  // expect: 5 10 10
class Animal {
    init() {}
    func sound() -> String { "…" }
}
let pets: [Animal] = [Dog(), Cat()]
final class Dog: Animal { override func sound() -> String { "멍" } }
final class Cat: Animal { override func sound() -> String { "야옹" } }
print(pets.map { $0.sound() })  // expect: ["멍", "야옹"]
