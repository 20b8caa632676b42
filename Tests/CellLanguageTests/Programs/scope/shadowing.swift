// Names that hide others: in blocks, loops, closures, functions and parameters.
let x = 1
var log: [String] = []
do {
    let x = x + 10
    log.append("\(x)")
    do {
        let x = "안 \(x)"
        log.append(x)
    }
    log.append("\(x)")
}
log.append("\(x)")
print(log)  // expect: ["11", "안 11", "11", "1"]
for x in 5...6 { print(x, terminator: " ") }
print(x)  // expect: 5 6 1
if x == 1 {
    var x = 2.5
    x *= 2
    print(x)  // expect: 5.0
} else {
    print(x)
}
func f(_ x: Int) -> Int {
    var x = x
    x += 100
    let g = { (x: Int) in x * 2 }
    return g(x) + x
}
print(f(1), x)  // expect: 303 1
let optional: Int? = 7
if let optional { print(optional + 1) }  // expect: 8
func unwrap(_ value: String?) -> Int {
    guard let value else { return -1 }
    return value.count
}
print(unwrap(nil), unwrap("셋이다"))  // expect: -1 3
let count = 3
func show(count: Int = count * 2) -> String { "count \(count)" }
print(show(), show(count: 1))  // expect: count 6 count 1
struct Box {
    var value = 10
    func add(_ value: Int) -> Int { self.value + value }
    mutating func set(value: Int) { self.value = value }
    func both() -> Int {
        let value = value * 2
        return value + self.value
    }
}
var box = Box()
print(box.add(5), box.both())  // expect: 15 30
box.set(value: 1)
print(box.value)  // expect: 1
func min(_ a: Int, _ b: Int) -> String { "내 것" }
print(min(1, 2), Swift.min(1, 2))  // expect: 내 것 1
let map = [1, 2].map { x in [x, x + 1].map { x in x * x } }
print(map, x)  // expect: [[1, 4], [4, 9]] 1
switch x {
case let x where x > 0:
    let y = x + 1
    print(y)  // expect: 2
default: break
}
func outer() -> [Int] {
    let a = 1
    func inner() -> Int {
        let a = a + 1
        func innermost(_ a: Int) -> Int { a * 10 }
        return innermost(a)
    }
    return [a, inner()]
}
print(outer())  // expect: [1, 20]
