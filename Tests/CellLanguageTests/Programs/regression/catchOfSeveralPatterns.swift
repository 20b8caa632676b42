// The patterns of one catch bind the same names; their conditions see them.
enum E: Error { case a(Int), b(Int), c(String) }
func f(_ n: Int) throws -> Int { if n == 0 { throw E.a(3) }; if n == 1 { throw E.b(4) }; throw E.c("x") }
func g(_ n: Int) {
    do { let v = try f(n); print(v) } catch E.a(let k), E.b(let k) { print(k) } catch { print("else", error) }
}
g(0); g(1); g(2)
do { print(try f(1)) } catch E.a(let k) where k > 3, E.b(let k) where k > 3 { print("got", k) }
switch E.b(7) { case .a(let k) where k > 1, .b(let k) where k > 5: print(k); default: print("no") }
// expect: 3
// expect: 4
// expect: else c("x")
// expect: got 4
// expect: 7
