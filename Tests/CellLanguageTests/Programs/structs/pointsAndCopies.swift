// A struct is a value: assigning it copies it, and changing the copy leaves the original alone.
struct Point {
    var x: Double
    var y: Double

    var length: Double { (x * x + y * y).squareRoot() }

    mutating func scale(by factor: Double) {
        x *= factor
        y *= factor
    }

    func moved(dx: Double = 0, dy: Double = 0) -> Point {
        Point(x: x + dx, y: y + dy)
    }
}

let origin = Point(x: 0, y: 0)
var p = Point(x: 3, y: 4)
let saved = p
print(origin.length, p.length)  // expect: 0.0 5.0
p.scale(by: 2)
print(p.x, p.y)  // expect: 6.0 8.0
print(saved.x, saved.y)  // expect: 3.0 4.0
print(p)  // expect: Point(x: 6.0, y: 8.0)
print(saved.moved(dx: 1), saved.moved(dy: -1), saved.moved())
// expect: Point(x: 4.0, y: 4.0) Point(x: 3.0, y: 3.0) Point(x: 3.0, y: 4.0)

var path = [origin, saved, p]
path[0].x = 7
path[1].scale(by: 10)
print(origin.x, path[0].x, saved.x, path[1].x)  // expect: 0.0 7.0 3.0 30.0
for var point in path {
    point.x = -1
    print(point.x, terminator: " ")
}
print(path.map { $0.x })  // expect: -1.0 -1.0 -1.0 [7.0, 30.0, 6.0]
