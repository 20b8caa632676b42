// What a call says itself is evaluated before what it leaves to defaults.
func o(_ s: String, _ v: Int) -> Int { print(s, terminator: " "); return v }
func g(_ a: Int = o("da", 1), b: Int = o("db", 2)) -> Int { a + b }
print(g(b: o("x", 3)))
print(g(), g(o("y", 1)))
struct P { var a: Int = o("pa", 1); var b: Int }
print(P(b: o("pb", 2)))
final class Q { let a: Int, b: Int; init(a: Int = o("qa", 1), b: Int) { self.a = a; self.b = b } }
print(Q(b: o("qb", 2)).a)
// expect: x da 4
// expect: da db y db 3 3
// expect: pb pa P(a: 1, b: 2)
// expect: qb qa 1
