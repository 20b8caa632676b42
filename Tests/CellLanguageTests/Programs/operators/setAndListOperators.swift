// Operators of set theory and list making, generic and on library types: ∪ ∩ ∈ ∖ ×, +++, <>, ranges with steps.
infix operator ∪ : AdditionPrecedence
infix operator ∩ : MultiplicationPrecedence
infix operator ∖ : AdditionPrecedence
infix operator ∈ : ComparisonPrecedence
infix operator ∉ : ComparisonPrecedence
infix operator ⊆ : ComparisonPrecedence
infix operator ∪= : AssignmentPrecedence

func ∪ <T>(a: Set<T>, b: Set<T>) -> Set<T> { a.union(b) }
func ∩ <T>(a: Set<T>, b: Set<T>) -> Set<T> { a.intersection(b) }
func ∖ <T>(a: Set<T>, b: Set<T>) -> Set<T> { a.subtracting(b) }
func ∈ <S: Sequence>(element: S.Element, all: S) -> Bool where S.Element: Equatable { all.contains(element) }
func ∉ <S: Sequence>(element: S.Element, all: S) -> Bool where S.Element: Equatable { !(element ∈ all) }
func ⊆ <T>(a: Set<T>, b: Set<T>) -> Bool { a.isSubset(of: b) }
func ∪= <T>(a: inout Set<T>, b: Set<T>) { a.formUnion(b) }
func × <A, B>(a: [A], b: [B]) -> [(A, B)] { a.flatMap { x in b.map { (x, $0) } } }
infix operator × : MultiplicationPrecedence

let even: Set = [2, 4, 6, 8]
let prime: Set = [2, 3, 5, 7]
let small: Set = [1, 2, 3]
print((even ∪ prime).sorted(), (even ∩ prime).sorted(), (prime ∖ small).sorted())
// expect: [2, 3, 4, 5, 6, 7, 8] [2] [5, 7]
print((small ∪ even ∩ prime).sorted(), ((small ∪ even) ∩ prime).sorted(), (even ∖ prime ∖ small).sorted())
// expect: [1, 2, 3] [2, 3] [4, 6, 8]
print(3 ∈ prime, 4 ∉ even, [2] ⊆ even ∩ prime, 5 ∈ 1...4, ["가", "나"].contains("가"))
// expect: true false true false true
print(([1, 2] × ["a", "b"]).map { "\($0)\($1)" }, ([1] × [2] × [3, 4]).count)  // expect: ["1a", "1b", "2a", "2b"] 2
var mixed: Set = ["x"]
mixed ∪= ["y", "x"]
print(mixed.sorted())  // expect: ["x", "y"]

// Lists with an operator that puts in front, to the right: 1 ◁ 2 ◁ [] is [1, 2].
precedencegroup ConsPrecedence {
    associativity: right
    higherThan: ComparisonPrecedence
}
infix operator ◁ : ConsPrecedence
func ◁ <T>(first: T, rest: [T]) -> [T] { [first] + rest }
print(1 ◁ 2 ◁ [3], (1 + 1) ◁ (2 * 2) ◁ [], "가" ◁ ["나"] == ["가", "나"])  // expect: [1, 2, 3] [2, 4] true

// Appending of several kinds of things.
infix operator <> : AdditionPrecedence
protocol Appendable {
    static func <> (a: Self, b: Self) -> Self
}
extension Array: Appendable {
    static func <> (a: [Element], b: [Element]) -> [Element] { a + b }
}
extension String: Appendable {
    static func <> (a: String, b: String) -> String { a.isEmpty || b.isEmpty ? a + b : a + " " + b }
}
extension Optional: Appendable where Wrapped: Appendable {
    static func <> (a: Wrapped?, b: Wrapped?) -> Wrapped? {
        switch (a, b) {
        case let (x?, y?): x <> y
        case (let x, nil): x
        case (nil, let y): y
        }
    }
}
struct Score: Appendable {
    var points = 0
    var names: [String] = []
    static func <> (a: Score, b: Score) -> Score { Score(points: a.points + b.points, names: a.names <> b.names) }
}
func joined<A: Appendable>(_ first: A, _ rest: A...) -> A { rest.reduce(first) { $0 <> $1 } }
print([1] <> [2, 3], "나는" <> "" <> "간다", joined("a", "b", "c"))  // expect: [1, 2, 3] 나는 간다 a b c
print(joined(Score(points: 1, names: ["하나"]), Score(points: 5), Score(names: ["둘"])))
// expect: Score(points: 6, names: ["하나", "둘"])
print((nil <> "x") ?? "-", (Optional("x") <> "y") ?? "-", (Optional<[Int]>.none <> nil) == nil)  // expect: x x y true

// Steps: 0.0 ..< 1.0 | 0.25 reads as a range and its step.
infix operator ∣ : RangeFormationPrecedence
func ∣ (range: Range<Double>, step: Double) -> [Double] {
    Array(stride(from: range.lowerBound, to: range.upperBound, by: step))
}
func ∣ (range: ClosedRange<Int>, step: Int) -> [Int] { range.filter { ($0 - range.lowerBound) % step == 0 } }
print((0.0..<1.0) ∣ 0.25, (1...10) ∣ 3)  // expect: [0.0, 0.25, 0.5, 0.75] [1, 4, 7, 10]
