// Argument labels, no labels, two names, and default values that may be left out.
func greet(_ name: String, from city: String = "서울", loudly: Bool = false) -> String {
    let text = "\(city)에서 온 \(name)"
    return loudly ? text + "!" : text
}
print(greet("지우"), greet("하준", from: "부산"), greet("서연", loudly: true), greet("도윤", from: "제주", loudly: true))  // expect: 서울에서 온 지우 부산에서 온 하준 서울에서 온 서연! 제주에서 온 도윤!
func move(from start: Int, to end: Int, by step: Int = 1) -> [Int] { Array(stride(from: start, through: end, by: step)) }
print(move(from: 1, to: 4), move(from: 0, to: 10, by: 5), move(from: 3, to: 1, by: -1))  // expect: [1, 2, 3, 4] [0, 5, 10] [3, 2, 1]
func power(base: Double, exponent: Int = 2) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
}
print(power(base: 3), power(base: 2, exponent: 10), power(base: -1, exponent: 3))  // expect: 9.0 1024.0 -1.0
var serial = 0
func nextSerial() -> Int {
    serial += 1
    return serial
}
func register(_ name: String, number: Int = nextSerial()) -> String { "\(number)번 \(name)" }
print(register("가"), register("나", number: 99), register("다"), serial)  // expect: 1번 가 99번 나 2번 다 2
func format(_ value: Double, places: Int = 2, unit: String? = nil, prefix: String = "") -> String {
    prefix + String(format: "%.\(places)f", value) + (unit ?? "")
}
print(format(3.14159), format(2, places: 0), format(36.5, places: 1, unit: "℃"), format(1, prefix: "약 "))  // expect: 3.14 2 36.5℃ 약 1.00
func repeating(`for` count: Int, `in` text: String) -> String { String(repeating: text, count: count) }
print(repeating(for: 3, in: "하"))  // expect: 하하하
func area(width: Double, height: Double) -> Double { width * height }
func area(radius: Double) -> Double { 3 * radius * radius }
func area(side: Double) -> Double { area(width: side, height: side) }
print(area(width: 2, height: 3), area(radius: 2), area(side: 4))  // expect: 6.0 12.0 16.0
func nothing() {}
func unit() -> Void { return () }
print(nothing() == (), unit() == nothing())  // expect: true true
func point(x: Int = 0, y: Int = 0) -> (x: Int, y: Int) { (x, y) }
print(point(), point(x: 3), point(y: 4), point(x: 1, y: 2).y)  // expect: (x: 0, y: 0) (x: 3, y: 0) (x: 0, y: 4) 2
let chosen = area(width:height:)
print(chosen(5, 6), [1.0, 2].map(area(radius:)))  // expect: 30.0 [3.0, 12.0]
