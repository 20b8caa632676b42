// Operators of a type of one's own: + - * == and the compound assignments.
struct Vector: Equatable {
    var x: Double
    var y: Double

    static let zero = Vector(x: 0, y: 0)

    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
    static func * (k: Double, v: Vector) -> Vector { Vector(x: k * v.x, y: k * v.y) }
    static func * (v: Vector, k: Double) -> Vector { k * v }
    static func * (a: Vector, b: Vector) -> Double { a.x * b.x + a.y * b.y }
    static prefix func - (v: Vector) -> Vector { Vector(x: -v.x, y: -v.y) }

    static func += (a: inout Vector, b: Vector) { a = a + b }
    static func *= (v: inout Vector, k: Double) { v = k * v }
}

let a = Vector(x: 1, y: 2)
let b = Vector(x: 3, y: -4)
print(a + b)  // expect: Vector(x: 4.0, y: -2.0)
print(a - b, -a)  // expect: Vector(x: -2.0, y: 6.0) Vector(x: -1.0, y: -2.0)
print(2 * a, b * 0.5)  // expect: Vector(x: 2.0, y: 4.0) Vector(x: 1.5, y: -2.0)
print(a * b)  // expect: -5.0
print(a == b, a + b == b + a, a != b)  // expect: false true true

var position = Vector.zero
var velocity = Vector(x: 1, y: 0.5)
for _ in 1...3 {
    position += velocity
    velocity *= 2
}
print(position, velocity)  // expect: Vector(x: 7.0, y: 3.5) Vector(x: 8.0, y: 4.0)
print([a, b, a].reduce(.zero, +))  // expect: Vector(x: 5.0, y: 0.0)
print(a + 2 * b - a * 3 == Vector(x: 4, y: -12))  // expect: true
