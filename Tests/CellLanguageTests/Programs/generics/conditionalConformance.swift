// Conditional conformances: a wrapper is equatable, hashable, comparable or printable when its content is.
struct Pair<First, Second> {
    var first: First
    var second: Second

    init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    var swapped: Pair<Second, First> { Pair<Second, First>(second, first) }
    func map<A, B>(_ f: (First) -> A, _ g: (Second) -> B) -> Pair<A, B> { Pair<A, B>(f(first), g(second)) }
}

extension Pair: Equatable where First: Equatable, Second: Equatable {}
extension Pair: Hashable where First: Hashable, Second: Hashable {}
extension Pair: Comparable where First: Comparable, Second: Comparable {
    static func < (a: Pair, b: Pair) -> Bool { a.first != b.first ? a.first < b.first : a.second < b.second }
}
extension Pair: CustomStringConvertible where First: CustomStringConvertible, Second: CustomStringConvertible {
    var description: String { "<\(first.description), \(second.description)>" }
}
extension Pair where First == Second {
    var both: [First] { [first, second] }
    mutating func swap() { (first, second) = (second, first) }
}
extension Pair where First: Comparable, First == Second {
    var ordered: Pair { first <= second ? self : swapped }
}

struct Opaque {}

let a = Pair(1, "하나")
print(a, a.swapped, a == Pair(1, "하나"), a.map({ $0 + 1 }, { $0.count }))  // expect: <1, 하나> <하나, 1> true <2, 2>
print([Pair(2, "b"), Pair(1, "z"), Pair(2, "a")].sorted(), Pair(1, 2) < Pair(1, 3))
// expect: [<1, z>, <2, a>, <2, b>] true
print(Set([Pair(1, true), Pair(1, true), Pair(1, false)]).count, [Pair("x", 1): "v"][Pair("x", 1)] ?? "-")
// expect: 2 v
print(Pair(Pair(1, 2), Pair(3, 4)) == Pair(Pair(1, 2), Pair(3, 4)), Pair(Pair(9, 1), "n") > Pair(Pair(9, 0), "z"))
// expect: true true
var same = Pair(5, 3)
print(same.both, same.ordered, same.ordered.ordered == same.swapped)  // expect: [5, 3] <3, 5> true
same.swap()
print(same, Pair([1], [2, 3]).both.flatMap { $0 })  // expect: <3, 5> [1, 2, 3]
print(Pair(Opaque(), 1), Pair(1, Optional(2)))
// expect: Pair<Opaque, Int>(first: Notebook.Opaque(), second: 1) Pair<Int, Optional<Int>>(first: 1, second: Optional(2))

protocol Scored {
    var score: Double { get }
}
struct Exam: Scored {
    let points: [Double]
    var score: Double { points.reduce(0, +) }
}
extension Array: Scored where Element: Scored {
    var score: Double { isEmpty ? 0 : map(\.score).reduce(0, +) / Double(count) }
}
extension Optional: Scored where Wrapped: Scored {
    var score: Double { self?.score ?? 0 }
}
extension Pair: Scored where First: Scored, Second: Scored {
    var score: Double { max(first.score, second.score) }
}
func best<S: Scored>(_ items: S...) -> Double { items.map(\.score).max() ?? 0 }
let exam = Exam(points: [10, 20.5])
print([exam, Exam(points: [])].score, Optional(exam).score, [exam, nil].score)  // expect: 15.25 30.5 15.25
print(best(exam, Exam(points: [40])), best([[exam], []], [[exam]]), Pair(exam, [exam, exam]).score)
// expect: 40.0 30.5 30.5
let scored: [any Scored] = [exam, [exam, nil], Pair(exam, exam)]
print(scored.map { $0.score })  // expect: [30.5, 15.25, 30.5]
print(([1, 2] as Any) is any Scored, ([exam] as Any) is any Scored)  // expect: false true
