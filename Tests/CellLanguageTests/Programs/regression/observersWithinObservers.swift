// What is watched within what is watched: the inner observers first, indices evaluated once.
struct S { var x = 0 { didSet { print("x", oldValue, x) } } }
struct T { var s = S() { willSet { print("will", newValue.x) } didSet { print("did", oldValue.x, s.x) } } }
var t = T(); t.s.x = 1
t.s.x += 5
print(t.s.x)
struct W { var x = 0 { didSet { print("x \(oldValue) -> \(x)") } } }
var w = W() { didSet { print("w", oldValue.x) } }
w.x = 9
w.x += 1
var a = [S()] { didSet { print("a", a.count) } }
a[0].x = 1
final class C { var s = S() { didSet { print("c", oldValue.x, s.x) } } }
let c = C(); c.s.x = 3
c.s.x *= 2
var plain = [S(), S()]
func i() -> Int { print("i"); return 1 }
plain[i()].x = 7
print(plain[1].x)
func bump(_ n: inout Int) { n += 100 }
bump(&t.s.x)
print(t.s.x, w.x, c.s.x)
var d = ["k": S()]
d["k"]!.x = 4
d["k"]?.x += 1
print(d["k"]!.x)
func local() { var u = T(); u.s.x = 2; var v = S() { didSet { print("v") } }; v.x = 3; print(u.s.x, v.x) }
local()
// expect: x 0 1
// expect: will 1
// expect: did 0 1
// expect: x 1 6
// expect: will 6
// expect: did 1 6
// expect: 6
// expect: x 0 -> 9
// expect: w 0
// expect: x 9 -> 10
// expect: w 9
// expect: x 0 1
// expect: a 1
// expect: x 0 3
// expect: c 0 3
// expect: x 3 6
// expect: c 3 6
// expect: i
// expect: x 0 7
// expect: 7
// expect: x 6 106
// expect: will 106
// expect: did 6 106
// expect: 106 10 6
// expect: x 0 4
// expect: x 4 5
// expect: 5
// expect: x 0 2
// expect: will 2
// expect: did 0 2
// expect: x 0 3
// expect: v
// expect: 2 3
