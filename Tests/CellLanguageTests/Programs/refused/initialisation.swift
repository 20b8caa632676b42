let x: Int
func f() { print(x) }  // error: constant 'x' used by function definition before being initialized
x = 5
let y: Int
let c = { print(y) }  // error: constant 'y' captured by a closure before being initialized
y = 1
y = 2  // error: immutable value 'y' may only be initialized once
var z: Int
if x > 3 { z = 1 }
print(z)  // error: variable 'z' used before being initialized
let w: Int
while true {
    w = 1
    break
}
print(w, c, f)
struct S {
    let a: Int
    var b: Int
    init(two v: Int) {
        self.g()  // error: 'self' used before all stored properties are initialized
        a = 1
        b = 2
    }
    init(three v: Int) {
        if v > 3 { self.init(two: v) }
    }  // error: 'self.init' isn't called on all paths before returning from initializer
    init?(four v: Int) {
        a = 1
        if v > 3 { return nil }
        a = 2  // error: immutable value 'self.a' may only be initialized once
        b = 2
    }
    init(five v: Int) {
        b = 1
    }  // error: return from initializer without initializing all stored properties
    func g() {}
}
class A {
    var q: Int
    init(q: Int) { self.q = q }
    convenience init() {
        print(q)  // error: 'self' used before 'self.init' call or assignment to 'self'
        self.init(q: 3)
    }
}
class B: A {
    var r: Int
    init(r: Int) {
        super.init(q: 1)  // error: property 'self.r' not initialized at super.init call
        self.r = r
    }
    init(s: Int) {
        self.r = s
    }  // error: 'super.init' isn't called on all paths before returning from initializer
    init(v: Int) {
        self.r = v
        h()  // error: 'self' used in method call 'h' before 'super.init' call
        super.init(q: 1)
    }
    func h() {}
}
func loops() throws {
    let k: Int
    for i in 0..<3 {
        k = i  // error: immutable value 'k' may only be initialized once
    }
    let m: Int
    func inner() { print(m) }
    inner()  // error: constant 'm' used before being initialized
    m = 2
    var n: Int
    n += 1  // error: variable 'n' passed by reference before being initialized
    var t: [Int]
    t.append(3)  // error: variable 't' used before being initialized
    let p: Int
    defer { print(p) }
    p = 2
    let e: Int
    do {
        try inner2(p)
        e = 1
    } catch {
        print(e)  // error: constant 'e' used before being initialized
    }
}
func inner2(_ value: Int) throws {}
