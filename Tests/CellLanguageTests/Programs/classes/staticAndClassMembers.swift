// Static members of classes: shared counters, one shared object, factories by name.
class Shape {
    static var made: [String] = []
    class var kind: String { "shape" }
    class func describe() -> String { "a \(kind)" }
    static func announce() -> String { describe().uppercased() }

    init() { Shape.made.append("\(type(of: self))") }

    var myKind: String { "\(type(of: self)), a \(Self.kind)" }
}

class Rectangle: Shape {
    static let corners = 4
}

final class Square: Rectangle {
    static let twin = Square()
    func isSquare() -> Bool { Self.corners == 4 }
}

let shapes = [Shape(), Rectangle(), Square()]
print(shapes.map { $0.myKind }, Shape.made)
// expect: ["Shape, a shape", "Rectangle, a shape", "Square, a shape"] ["Shape", "Rectangle", "Square"]
print(Shape.describe(), Rectangle.announce(), Square.corners, separator: "; ")  // expect: a shape; A SHAPE; 4
print(Square.twin.isSquare(), Shape.made.count, Square.twin === Square.twin)  // expect: true 4 true
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
    init() {}
    var name: String { "?" }
    func step(_ x: Double, _ g: Double) -> Double { x }
    static let registry: [String: () -> Optimizer] = ["sgd": { SGD() }, "sign": { Sign() }]
    static func named(_ name: String) -> Optimizer? { registry[name]?() }
}
class SGD: Optimizer {
    override init() { super.init() }
    override var name: String { "SGD" }
    override func step(_ x: Double, _ g: Double) -> Double { x - 0.1 * g }
}
class Sign: Optimizer {
    override init() { super.init() }
    override var name: String { "signSGD" }
    override func step(_ x: Double, _ g: Double) -> Double { x - (g > 0 ? 0.25 : -0.25) }
}
for name in ["sgd", "sign", "adam"] {
    guard let optimizer = Optimizer.named(name) else {
        print(name, "is unknown")
        continue
    }
    print(optimizer.name, (0..<4).reduce(4.0) { x, _ in optimizer.step(x, 2 * x) })
}
// expect: SGD 1.6384
// expect: signSGD 3.0
// expect: adam is unknown
