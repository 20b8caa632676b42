// Existentials at work: stored, copied, compared, opened by generic functions, erased by closures.
protocol Shape {
    func area() -> Double
    mutating func scale(by k: Double)
    func isEqual(to other: any Shape) -> Bool
}
extension Shape where Self: Equatable {
    func isEqual(to other: any Shape) -> Bool { (other as? Self) == self }
}
struct Square: Shape, Equatable {
    var side: Double
    func area() -> Double { side * side }
    mutating func scale(by k: Double) { side *= k }
}
struct Disc: Shape, Equatable {
    var radius: Double
    func area() -> Double { 3 * radius * radius }
    mutating func scale(by k: Double) { radius *= k }
}

var a: any Shape = Square(side: 2)
let b = a
a.scale(by: 3)
print(a.area(), b.area(), a.isEqual(to: b), b.isEqual(to: Square(side: 2)), a.isEqual(to: Disc(radius: 6)))
// expect: 36.0 4.0 false true false
a = Disc(radius: 1)
a.scale(by: 2)
print(a.area(), (a as? Disc)?.radius ?? 0, a as? Square == nil)  // expect: 12.0 2.0 true

func pair<S: Shape>(_ shape: S) -> [S] { [shape, shape] }
func grown<S: Shape>(_ shape: S, by k: Double) -> S {
    var copy = shape
    copy.scale(by: k)
    return copy
}
let pairs: [any Shape] = pair(Square(side: 1)) + [grown(Disc(radius: 1), by: 10)]
print(pairs.map { $0.area() })  // expect: [1.0, 1.0, 300.0]
func typeName(_ shape: some Shape) -> String { "\(type(of: shape))" }
print(typeName(b), typeName(a), grown(b, by: 2).area())  // expect: Square Disc 16.0

var shapes: [String: any Shape] = ["sq": Square(side: 1), "disc": Disc(radius: 1)]
shapes["sq"]?.scale(by: 5)
shapes["none"]?.scale(by: 5)
shapes["new"] = Square(side: 0.5)
for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) { print(name, shape.area()) }
// expect: disc 3.0
// expect: new 0.25
// expect: sq 25.0

struct Drawing {
    var shapes: [any Shape] = []
    var background: (any Shape)?
    mutating func scaleAll(by k: Double) {
        for i in shapes.indices { shapes[i].scale(by: k) }
        background?.scale(by: k)
    }
    var area: Double { shapes.reduce(background?.area() ?? 0) { $0 + $1.area() } }
}
var drawing = Drawing(shapes: [Square(side: 1), Disc(radius: 1)])
let small = drawing
drawing.background = Square(side: 10)
drawing.scaleAll(by: 2)
print(small.area, drawing.area)  // expect: 4.0 416.0

// Erasing by hand: a struct that keeps only the functions.
struct AnyShape {
    let area: () -> Double
    let name: String
    init(_ shape: some Shape, name: String) {
        area = { shape.area() }
        self.name = name
    }
    init(constant: Double) {
        area = { constant }
        name = "constant"
    }
}
let erased = [AnyShape(Square(side: 4), name: "square"), AnyShape(constant: 7)]
print(erased.map { $0.area() }, erased.map(\.name))  // expect: [16.0, 7.0] ["square", "constant"]

let things: [Any] = [1, "둘", 3.5, Square(side: 1), [1, 2], Int?.none as Any, (1, 2)]
for thing in things {
    switch thing {
    case let n as Int: print("int", n)
    case let s as String: print("string", s)
    case is Double: print("double")
    case let shape as any Shape: print("shape", shape.area())
    case let list as [Int]: print("list", list.count)
    default: print("something else")
    }
}
// expect: int 1
// expect: string 둘
// expect: double
// expect: shape 1.0
// expect: list 2
// expect: something else
// expect: something else
