// Globals changed by functions, static members, lazy statics and instance members of the same name.
var total = 0
let limit = 3
func add(_ n: Int) { total += n }
for i in 1...limit { add(i) }
print(total)  // expect: 6
struct Counter {
    static var made = 0
    static let names = ["가", "나", "다"]
    static func name(_ index: Int) -> String { names[index % names.count] }
    let id: Int
    var name: String { Self.name(id) }
    init() {
        id = Counter.made
        Counter.made += 1
    }
}
let counters = (0..<4).map { _ in Counter() }
print(counters.map(\.name), Counter.made, Counter.names.count)  // expect: ["가", "나", "다", "가"] 4 3
Counter.made = 100
print(Counter().id, Counter.made)  // expect: 100 101
enum Settings {
    static var rate = 0.5
    static var scaled: Double {
        get { rate * 10 }
        set { rate = newValue / 10 }
    }
    static let start: Double = {
        add(1000)
        return 7
    }()
}
print(total)  // expect: 6
print(Settings.start, Settings.start, total)  // expect: 7.0 7.0 1006
Settings.scaled = 20
print(Settings.rate, Settings.scaled)  // expect: 2.0 20.0
final class Registry {
    static let shared = Registry()
    private var items: [String: Int] = [:]
    private init() {}
    func register(_ name: String) -> Int {
        items[name, default: 0] += 1
        return items[name]!
    }
}
print(Registry.shared.register("가"), Registry.shared.register("가"), Registry.shared.register("나"), Registry.shared === Registry.shared)  // expect: 1 2 1 true
class Base {
    init() {}
    class var kind: String { "밑" }
    static func make() -> String { "만듦 \(kind)" }
    func describe() -> String { "\(type(of: self)) \(Self.kind)" }
}
final class Derived: Base { static let other = "위" }
print(Base.make(), Derived.make(), Base().describe(), (Derived() as Base).describe())  // expect: 만듦 밑 만듦 밑 Base 밑 Derived 밑
extension Int {
    static let answer = 42
    var tripled: Int { self * 3 }
    static func half(_ n: Int) -> Int { n / 2 }
}
print(Int.answer, 5.tripled, Int.half(9), [1, 2].map(\.tripled), (.answer as Int).tripled)  // expect: 42 15 4 [3, 6] 126
var observed = 0 {
    willSet { total = newValue * 2 }
    didSet { if observed > 10 { observed = 10 } }
}
observed = 7
print(observed, total)  // expect: 7 14
observed = 50
print(observed, total)  // expect: 10 100
var computed: Int {
    get { observed + limit }
    set { observed = newValue - limit }
}
computed = 9
print(computed, observed)  // expect: 9 6
