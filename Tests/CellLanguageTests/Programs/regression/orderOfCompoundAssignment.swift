// Indices are evaluated before the value, and the place is read last.
func o(_ s: String, _ v: Int) -> Int { print(s, terminator: " "); return v }
var arr = [10, 20, 30]
arr[o("j", 0)] += o("w", 1)
print(arr)
var d = ["a": 1]
func k() -> String { print("key", terminator: " "); return "b" }
d[k(), default: o("def", 0)] += o("v", 2)
print(d["b"]!)
struct G { var v = [1, 2, 3]; subscript(i: Int) -> Int { get { v[i] } set { v[i] = newValue } } }
var g = G()
g[o("i", 2)] *= o("v", 5)
print(g.v)
func grow() -> Int { arr.append(9); return 1 }
arr[0] += grow()
print(arr)
var x = 1
func change() -> Int { x = 10; return 5 }
x += change()
print(x)
var s = "a"
s += { () -> String in "b" }()
print(s)
var m = [[1, 2], [3, 4]]
m[o("r", 1)][o("c", 0)] -= o("z", 7)
print(m)
// expect: j w [11, 20, 30]
// expect: key v def 2
// expect: i v [1, 2, 15]
// expect: [12, 20, 30, 9]
// expect: 15
// expect: ab
// expect: r c z [[1, 2], [-4, 4]]
