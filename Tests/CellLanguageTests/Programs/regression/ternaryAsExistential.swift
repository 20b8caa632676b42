// Both values of ? : become what is expected of the whole, also of different types.
import Foundation
let b = true
let y: any Equatable = b ? "a" : "b"
print(y)
print(String(format: "%.1f %d %@", b ? 1.5 : 2.5, b ? 1 : 2, b ? "x" : "y"))
func f(_ b: Bool) -> any CustomStringConvertible { b ? 1 : 2 }
print(f(true))
protocol Q { var n: Int { get } }
struct A: Q { var n = 1 }
struct B: Q { var n = 2 }
let x: any Q = b ? A() : A(n: 3)
print(x.n)
let z: any Q = b ? A() : B()
print(z.n)
let v: any CVarArg = b ? 1 : 2
print(v)
let list: [any Q] = [b ? A() : B(), B()]
print(list.map { $0.n })
let w: (any Q)? = b ? nil : A()
print(w == nil)
func h(_ q: any Q) -> Int { q.n }
print(h(!b ? A() : B()))
func e(_ n: Int) -> any Error { struct X: Error {}; struct Y: Error {}; return n > 0 ? X() : Y() }
print(e(1))
// expect: a
// expect: 1.5 1 x
// expect: 1
// expect: 1
// expect: 1
// expect: 1
// expect: [1, 2]
// expect: true
// expect: 2
// expect: X()
