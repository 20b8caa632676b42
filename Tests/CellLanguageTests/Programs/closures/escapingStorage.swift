// Closures kept for later: event lists, schedules, lazy values, undo, state machines.
final class Button {
    private var handlers: [(String) -> Void] = []
    func onPress(_ handler: @escaping (String) -> Void) { handlers.append(handler) }
    func press(_ name: String) { for handler in handlers { handler(name) } }
}
let button = Button()
var log: [String] = []
button.onPress { log.append("첫째 \($0)") }
button.onPress { name in log.append("둘째 \(name)") }
button.press("확인")
button.press("취소")
print(log)  // expect: ["첫째 확인", "둘째 확인", "첫째 취소", "둘째 취소"]
struct Task {
    let name: String
    let priority: Int
    let run: () -> String
}
let tasks = [
    Task(name: "저장", priority: 2) { "저장됨" }, Task(name: "읽기", priority: 5) { "\(log.count)줄" },
    Task(name: "지우기", priority: 1) {
        log.removeAll()
        return "지움"
    },
]
for task in tasks.sorted(by: { $0.priority > $1.priority }) { print(task.name, task.run()) }  // expect: 읽기 4줄
// expect: 저장 저장됨
// expect: 지우기 지움
print(log)  // expect: []
struct Lazy<Value> {
    private let make: () -> Value
    private var stored: Value?
    init(_ make: @escaping () -> Value) { self.make = make }
    mutating func value() -> Value {
        if let stored { return stored }
        let made = make()
        stored = made
        return made
    }
}
var made = 0
var lazyValue = Lazy { () -> Int in
    made += 1
    return 42
}
print(made, lazyValue.value(), lazyValue.value(), made)  // expect: 0 42 42 1
var text = "", undo: [() -> Void] = []
func write(_ addition: String) {
    let before = text
    text += addition
    undo.append { text = before }
}
write("가")
write("나")
write("다")
print(text, undo.count)  // expect: 가나다 3
undo.removeLast()()
undo.popLast()?()
print(text, undo.count)  // expect: 가 1
typealias State = (Character) -> Int
let transitions: [State] = [{ $0 == "a" ? 1 : 0 }, { $0 == "b" ? 2 : $0 == "a" ? 1 : 0 }, { _ in 2 }]
func matches(_ text: String) -> Bool { text.reduce(0) { transitions[$0]($1) } == 2 }
print(["xxab", "ba", "aab", "a b"].map(matches))  // expect: [true, false, true, false]
var observers: [String: [(Int, Int) -> Void]] = [:]
var score = 0 {
    didSet { observers["score", default: []].forEach { $0(oldValue, score) } }
}
observers["score", default: []].append { old, new in print("점수 \(old) → \(new)") }
score = 10
score += 5
// expect: 점수 0 → 10
// expect: 점수 10 → 15
