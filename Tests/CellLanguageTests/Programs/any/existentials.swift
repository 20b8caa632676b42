// Values behind protocols: stored in arrays, compared by casting, passed to generics, made optional.
protocol Shape {
    var name: String { get }
    func area() -> Double
}
extension Shape {
    func describe() -> String { "\(name) \(area())" }
}
struct Square: Shape, Equatable {
    var side: Double
    var name: String { "정사각형" }
    func area() -> Double { side * side }
}
struct Circle: Shape, Equatable {
    var radius: Double
    let name = "원"
    func area() -> Double { 3 * radius * radius }
}
final class Blob: Shape {
    var size = 1.0
    let name = "덩어리"
    func area() -> Double { size }
}
var shapes: [any Shape] = [Square(side: 2), Circle(radius: 1), Blob()]
print(shapes.map { $0.describe() }, shapes.map(\.name).joined(separator: "/"))  // expect: ["정사각형 4.0", "원 3.0", "덩어리 1.0"] 정사각형/원/덩어리
func same(_ a: any Shape, _ b: any Shape) -> Bool {
    switch (a, b) {
    case let (x as Square, y as Square): x == y
    case let (x as Circle, y as Circle): x == y
    case let (x as Blob, y as Blob): x === y
    default: false
    }
}
let blob = Blob()
print(same(Square(side: 2), shapes[0]), same(Square(side: 2), Circle(radius: 2)), same(blob, blob), same(blob, Blob()))  // expect: true false true false
print(shapes.firstIndex { same($0, Circle(radius: 1)) } ?? -1, shapes.contains { $0 is Blob })  // expect: 1 true
func equal<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T).map { $0 == a } ?? false }
let things: [Any] = [1, "1", 1.0, Square(side: 1), [1]]
print(things.map { equal(1, $0) }, things.map { equal("1", $0) }, things.map { equal(Square(side: 1), $0) }, things.map { equal([1], $0) })  // expect: [true, false, false, false, false] [false, true, false, false, false] [false, false, false, true, false] [false, false, false, false, true]
if var square = shapes[0] as? Square {
    square.side = 10
    print(square.area(), shapes[0].area())  // expect: 100.0 4.0
    shapes[0] = square
}
if let blob = shapes[2] as? Blob { blob.size = 50 }
print(shapes.map { $0.area() }, shapes.max { $0.area() < $1.area() }!.name)  // expect: [100.0, 3.0, 50.0] 정사각형
func total(_ shapes: [any Shape]) -> Double { shapes.reduce(0) { $0 + $1.area() } }
func double<S: Shape>(_ shape: S) -> Double { shape.area() * 2 }
print(total(shapes), total([]), double(Circle(radius: 1)), shapes.map { double($0) })  // expect: 153.0 0.0 6.0 [200.0, 6.0, 100.0]
func find(_ name: String) -> (any Shape)? { shapes.first { $0.name == name } }
print(find("원")?.area() ?? 0, find("별")?.area() ?? -1, find("별") == nil)  // expect: 3.0 -1 true
let described: Any = shapes[1]
print(described is any Shape, (described as? any Shape)?.name ?? "-", described is Square, (described as? Circle)?.radius ?? 0)  // expect: true 원 false 1.0
let hashable: [AnyHashable] = [1, "하나", 1, 2.5, "하나"]
print(Set(hashable).count, hashable[0] == AnyHashable(1), hashable.contains("하나"), hashable.firstIndex(of: 2.5) ?? -1)  // expect: 3 true true 3
var table: [AnyHashable: String] = [1: "정수", "키": "문자열"]
table[true] = "참"
print(table.count, table["키"] ?? "-", table[1] ?? "-", table[2] ?? "-")  // expect: 3 문자열 정수 -
