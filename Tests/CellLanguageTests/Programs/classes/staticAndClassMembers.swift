// Static and class members, overridden class properties, `Self` and the dynamic type.
class Shape {
    static var made: [String] = []
    class var kind: String { "shape" }
    class func describe() -> String { "a \(kind)" }
    static func announce() -> String { describe().uppercased() }

    init() { Shape.made.append(Self.kind) }

    var myKind: String { type(of: self).kind }
    func twin() -> Bool { Self.kind == "square" }
}

class Rectangle: Shape {
    override class var kind: String { "rectangle" }
}

class Square: Rectangle {
    override class var kind: String { "square" }
    override class func describe() -> String { super.describe() + " with equal sides" }
}

let shapes = [Shape(), Rectangle(), Square()]
print(shapes.map { $0.myKind }, Shape.made)
// expect: ["shape", "rectangle", "square"] ["shape", "rectangle", "square"]
print(Shape.describe(), Rectangle.describe(), Square.describe(), separator: "; ")
// expect: a shape; a rectangle; a square with equal sides
print(Square.announce(), Rectangle.announce())  // expect: A SQUARE WITH EQUAL SIDES A RECTANGLE
print(shapes.map { $0.twin() })  // expect: [false, false, true]
print(shapes.map { "\(type(of: $0))" }, type(of: shapes[2]) == Square.self, type(of: shapes[1]) == Shape.self)
// expect: ["Shape", "Rectangle", "Square"] true false

// One shared object, and a registry of factories by name.
final class Settings {
    static let shared = Settings()
    var rate = 0.01
    private(set) var reads = 0
    private init() { print("settings made") }
    func read() -> Double {
        reads += 1
        return rate
    }
}
print("start")  // expect: start
Settings.shared.rate = 0.5
// expect: settings made
print(Settings.shared.read(), Settings.shared.read(), Settings.shared.reads)  // expect: 0.5 0.5 2
print(Settings.shared === Settings.shared)  // expect: true

class Optimizer {
    class var name: String { "?" }
    required init() {}
    func step(_ x: Double, _ g: Double) -> Double { x }
    static let registry: [String: Optimizer.Type] = ["sgd": SGD.self, "sign": Sign.self]
    static func named(_ name: String) -> Optimizer? { registry[name]?.init() }
}
class SGD: Optimizer {
    override class var name: String { "SGD" }
    override func step(_ x: Double, _ g: Double) -> Double { x - 0.1 * g }
}
class Sign: Optimizer {
    override class var name: String { "signSGD" }
    override func step(_ x: Double, _ g: Double) -> Double { x - (g > 0 ? 0.25 : -0.25) }
}
for name in ["sgd", "sign", "adam"] {
    guard let optimizer = Optimizer.named(name) else {
        print(name, "is unknown")
        continue
    }
    print(type(of: optimizer).name, (0..<4).reduce(4.0) { x, _ in optimizer.step(x, 2 * x) })
}
// expect: SGD 1.6384
// expect: signSGD 3.0
// expect: adam is unknown
