// Every kind of requirement: gettable and settable properties, mutating methods, initialisers, static members, subscripts.
protocol Counter {
    static var unit: String { get }
    static func zero() -> Self
    var count: Int { get set }
    var label: String { get }
    init(count: Int)
    mutating func increment(by amount: Int)
    subscript(digit: Int) -> Int { get }
}

extension Counter {
    static func zero() -> Self { Self(count: 0) }
    mutating func increment() { increment(by: 1) }
    mutating func reset() { self = .zero() }
    subscript(digit: Int) -> Int {
        var rest = count
        for _ in 0..<digit { rest /= 10 }
        return rest % 10
    }
    func doubled() -> Self { Self(count: count * 2) }
    var label: String { "\(count)\(Self.unit)" }
}

struct Plain: Counter {
    static let unit = "개"
    var count: Int
    mutating func increment(by amount: Int) { count += amount }
}

struct Bounded: Counter {
    static var unit: String { "/\(limit)" }
    static var limit = 10
    var count = 0 {
        didSet { count = min(count, Self.limit) }
    }
    init(count: Int) { self.count = count }
    mutating func increment(by amount: Int) { count += amount }
    var label: String { "[" + String(repeating: "#", count: count) + "]" + Self.unit }
}

final class Shared: Counter {
    class var unit: String { "s" }
    var count: Int
    private(set) var steps = 0
    init(count: Int) { self.count = count }
    func increment(by amount: Int) {
        count += amount
        steps += 1
    }
    subscript(digit: Int) -> Int { digit * 100 }
}

func run<C: Counter>(_ counter: inout C) -> String {
    counter.increment()
    counter.increment(by: 4)
    counter.count += 2
    return "\(counter.label) \(C.unit) \(counter[0])"
}

var plain = Plain(count: 30)
var bounded = Bounded(count: 1)
var shared = Shared(count: 5)
let alias = shared
print(run(&plain))  // expect: 37개 개 7
print(run(&bounded))  // expect: [########]/10 /10 8
print(run(&shared), shared.steps)  // expect: 12s s 0 2
print(run(&bounded), bounded.doubled().count, plain.doubled().label)  // expect: [##########]/10 /10 0 20 74개
print(plain[0], plain[1], plain[2], shared[3])  // expect: 7 3 0 300
shared.reset()
print(shared.count, alias.count, shared === alias, alias.steps)  // expect: 0 12 false 2
plain.reset()
print(plain.count, Bounded.zero().label, Plain.zero().label)  // expect: 0 []/10 0개

func make<C: Counter>(_ type: C.Type, _ count: Int) -> C { type.init(count: count) }
print(make(Plain.self, 3).label, make(Bounded.self, 3).label, make(Shared.self, 3).label)  // expect: 3개 [###]/10 3s
var counters: [any Counter] = [Plain(count: 1), Bounded(count: 2), Shared(count: 3)]
for i in counters.indices {
    counters[i].increment(by: 10)
    counters[i].count -= 1
}
print(counters.map { $0.label }, counters.map { "\(type(of: $0))" })
// expect: ["10개", "[#########]/10", "12s"] ["Plain", "Bounded", "Shared"]
