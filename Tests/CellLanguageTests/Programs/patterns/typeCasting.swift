// Patterns with `is` and `as`, over Any, protocols and classes.
protocol Shape { var area: Double { get } }
struct Circle: Shape {
    var radius: Double
    var area: Double { 3 * radius * radius }
}
struct Square: Shape, Equatable {
    var side: Double
    var area: Double { side * side }
}
class Layer { let name: String; init(_ name: String) { self.name = name } }
class Dense: Layer { var units = 8 }
final class Output: Dense {}
func describe(_ value: Any) -> String {
    switch value {
    case 0 as Int: "정수 영"
    case let n as Int where n < 0: "음의 정수 \(n)"
    case let n as Int: "정수 \(n)"
    case is Double, is Float: "실수"
    case let text as String: "문자열 \(text.count)자"
    case let (x, y) as (Int, Int): "쌍 \(x + y)"
    case let list as [Int]: "정수 배열 \(list.count)"
    case is [Any]: "배열"
    case let table as [String: Int]: "사전 \(table.count)"
    case let shape as Shape: "도형 \(shape.area)"
    case is Layer: "층"
    default: "모름"
    }
}
let items: [Any] = [
    0, -4, 7, 2.5, "한지", (1, 2), [1, 2, 3], ["a", 1] as [Any], ["x": 1], Circle(radius: 1), Layer("층"), true,
]
for item in items { print(describe(item)) }  // expect: 정수 영
// expect: 음의 정수 -4
// expect: 정수 7
// expect: 실수
// expect: 문자열 2자
// expect: 쌍 3
// expect: 정수 배열 3
// expect: 배열
// expect: 사전 1
// expect: 도형 3.0
// expect: 층
// expect: 모름
func size(_ layer: Layer) -> String {
    switch layer {
    case let output as Output: "출력 \(output.units)"
    case let dense as Dense where dense.units > 8: "넓은 층"
    case is Dense: "층"
    default: layer.name
    }
}
let wide = Dense("넓음")
wide.units = 64
print([Output("끝"), wide, Dense("보통"), Layer("입력")].map(size))  // expect: ["출력 8", "넓은 층", "층", "입력"]
let shapes: [any Shape] = [Circle(radius: 2), Square(side: 3), Square(side: 1)]
for case let square as Square in shapes { print(square.side, terminator: " ") }
for case let shape in shapes where !(shape is Square) { print(shape.area, terminator: " ") }
print(shapes.compactMap { $0 as? Square } == [Square(side: 3), Square(side: 1)], shapes.filter { $0 is Circle }.count)  // expect: 3.0 1.0 12.0 true 1
if case let circle as Circle = shapes[0], circle.radius > 1 { print("큰 원") }  // expect: 큰 원
guard case is Square = shapes[1] else { fatalError() }
let first = shapes.first { if case is Square = $0 { true } else { false } }
print(first?.area ?? 0)  // expect: 9.0
struct Wrong: Error { let code: Int }
func fail(_ code: Int) throws { throw Wrong(code: code) }
for code in [404, 1] {
    do {
        try fail(code)
    } catch let error as Wrong where error.code > 100 {
        print("큰 번호", error.code)  // expect: 큰 번호 404
    } catch is Wrong {
        print("작은 번호")  // expect: 작은 번호
    }
}
