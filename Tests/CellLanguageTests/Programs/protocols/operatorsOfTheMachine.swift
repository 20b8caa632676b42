// What a protocol asks for may be an operator that numbers, text and arrays have already.
protocol Addable { static func + (l: Self, r: Self) -> Self }
extension Int: Addable {}
extension Double: Addable {}
extension String: Addable {}
func total<T: Addable>(_ a: T, _ b: T, _ c: T) -> T { a + b + c }
print(total(1, 2, 3), total(0.5, 0.25, 1), total("a", "b", "c"))
protocol Ordered { static func < (l: Self, r: Self) -> Bool }
extension Int: Ordered {}
func smaller<T: Ordered>(_ a: T, _ b: T) -> T { b < a ? b : a }
print(smaller(3, 2))
protocol Monoid { static var zero: Self { get }; static func + (l: Self, r: Self) -> Self }
extension Array: Monoid { static var zero: [Element] { [] } }
func sum<M: Monoid>(_ all: [M]) -> M { all.reduce(M.zero) { $0 + $1 } }
print(sum([[1], [2, 3], []]))
protocol Scaled { static func * (l: Self, r: Double) -> Self; static prefix func - (v: Self) -> Self }
struct V: Scaled, Addable, Equatable {
    var x: Double
    static func + (l: V, r: V) -> V { V(x: l.x + r.x) }
    static func * (l: V, r: Double) -> V { V(x: l.x * r) }
    static prefix func - (v: V) -> V { V(x: -v.x) }
}
print(total(V(x: 1), V(x: 2), -V(x: 0.5)) * 2)
func fold<T: Addable>(_ all: [T], _ first: T) -> T { all.reduce(first, +) }
print(fold([1, 2, 3], 0), fold(["a", "b"], ""), fold([V(x: 1)], V(x: 2)))
func applied<T>(_ a: T, _ b: T, _ f: (T, T) -> T) -> T { f(a, b) }
func doubled<T: Addable>(_ a: T) -> T { applied(a, a, +) }
print(doubled(4), doubled("ab"))
// expect: 6 1.75 abc
// expect: 2
// expect: [1, 2, 3]
// expect: V(x: 5.0)
// expect: 6 ab V(x: 3.0)
// expect: 8 abab
