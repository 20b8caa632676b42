// A protocol asks for members; values of different types share one array through it.
protocol Shape {
    var name: String { get }
    func area() -> Double
}

struct Square: Shape {
    var side: Double
    let name = "square"
    func area() -> Double { side * side }
}

struct Triangle: Shape {
    var base: Double
    var height: Double
    var name: String { base == height ? "even triangle" : "triangle" }
    func area() -> Double { base * height / 2 }
}

class Blob: Shape {
    var name: String
    var size = 0.0

    init(name: String) { self.name = name }

    func area() -> Double { size }
}

let blob = Blob(name: "얼룩")
let shapes: [any Shape] = [Square(side: 3), Triangle(base: 2, height: 5), Triangle(base: 4, height: 4), blob]
blob.size = 1.25
for shape in shapes { print(shape.name, shape.area()) }
// expect: square 9.0
// expect: triangle 5.0
// expect: even triangle 8.0
// expect: 얼룩 1.25

func total(_ shapes: [any Shape]) -> Double {
    shapes.reduce(0) { $0 + $1.area() }
}
print(total(shapes), total([]))  // expect: 23.25 0.0

func larger(_ a: any Shape, _ b: any Shape) -> any Shape {
    a.area() >= b.area() ? a : b
}
print(larger(shapes[0], shapes[1]).name, larger(blob, shapes[2]).name)  // expect: square even triangle
if let square = shapes[0] as? Square { print("side", square.side) }  // expect: side 3.0
print(shapes.filter { $0 is Triangle }.count)  // expect: 2
