// CustomStringConvertible and its debugging sister in structs, enums and protocols' extensions.
struct Matrix: CustomStringConvertible {
    var rows: [[Int]]
    var description: String {
        let width = rows.joined().map { "\($0)".count }.max() ?? 0
        return rows.map { row in
            row.map { value in
                let text = "\(value)"
                return String(repeating: " ", count: width - text.count) + text
            }.joined(separator: " ")
        }.joined(separator: "\n")
    }
}
print(Matrix(rows: [[1, 20], [-300, 4]]))
// expect:    1   20
// expect: -300    4

enum Level: Int, CustomStringConvertible {
    case low = 1, high
    var description: String { self == .low ? "낮음" : "높음" }
}
print(Level.low, [Level.high], Level.low.rawValue, "\(Level.high)!")  // expect: 낮음 [높음] 1 높음!

struct Both: CustomStringConvertible, CustomDebugStringConvertible {
    let text: String
    var description: String { text }
    var debugDescription: String { "Both<\(text)>" }
}
let both = Both(text: "값")
print(both, [both], "\(both)", (both, 1))  // expect: 값 [Both<값>] 값 (Both<값>, 1)
debugPrint(both)  // expect: Both<값>
print(String(reflecting: both), Optional(both) as Any)  // expect: Both<값> Optional(Both<값>)

protocol Entity {
    var id: Int { get }
}
extension Entity {
    var description: String { "\(Self.self)#\(id)" }
}
struct User: Entity, CustomStringConvertible { let id: Int }
struct Order: Entity, CustomStringConvertible {
    let id: Int
    let user: User
}
final class Session: Entity, CustomStringConvertible {
    let id: Int
    init(id: Int) { self.id = id }
    var description: String { "session \(id)" }
}
let entities: [any Entity] = [User(id: 1), Order(id: 2, user: User(id: 3)), Session(id: 4)]
print(entities)  // expect: [User#1, Order#2, session 4]
for entity in entities { print(entity, terminator: "; ") }
print(Order(id: 5, user: User(id: 6)).user)  // expect: User#1; Order#2; session 4; User#6

struct Pair<A: CustomStringConvertible, B: CustomStringConvertible>: CustomStringConvertible {
    let a: A
    let b: B
    var description: String { "(\(a.description) | \(b.description))" }
}
print(Pair(a: 1, b: Pair(a: "x", b: 2.5)), Pair(a: [1, 2], b: true))  // expect: (1 | (x | 2.5)) ([1, 2] | true)
func join(_ items: [any CustomStringConvertible]) -> String { items.map { $0.description }.joined(separator: "/") }
print(join([1, "가", 2.0, Level.low, [Level.high], both]))  // expect: 1/가/2.0/낮음/[높음]/값
var text = ""
print(both, Level.high, separator: "-", terminator: "!\n", to: &text)
print(text.count, text == "값-높음!\n")  // expect: 6 true
