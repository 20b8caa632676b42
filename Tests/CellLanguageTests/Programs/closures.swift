// Closures capture variables, not values.
func makeCounter() -> () -> Int {
    var count = 0
    return {
        count += 1
        return count
    }
}
let counter = makeCounter()
print(counter(), counter())  // expect: 1 2
var sum = 0
[1, 2, 3].forEach { sum += $0 }
print(sum)  // expect: 6
let add: (Int, Int) -> Int = { $0 + $1 }
print(add(2, 3))  // expect: 5
func apply(_ f: (Double) -> Double, to x: Double) -> Double { f(x) }
print(apply({ $0 * $0 }, to: 3))  // expect: 9.0
func swapped(_ a: inout Int, _ b: inout Int) {
    let t = a
    a = b
    b = t
}
var p = 1, q = 2
swapped(&p, &q)
print(p, q)  // expect: 2 1
func outer(_ n: Int) -> Int {
    func inner(_ k: Int) -> Int { k == 0 ? n : inner(k - 1) + 1 }
    return inner(3)
}
print(outer(10))  // expect: 13
print([1, 2, 3].reduce(0, +), [3, 1, 2].sorted(by: >), ["가", "나"].reduce("", +))  // expect: 6 [3, 2, 1] 가나
