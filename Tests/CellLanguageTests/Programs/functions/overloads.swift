// The same name for several functions, told apart by types, labels, number of arguments and result.
func show(_ value: Int) -> String { "정수 \(value)" }
func show(_ value: Double) -> String { "실수 \(value)" }
func show(_ value: String) -> String { "문자열 \(value)" }
func show(_ value: [Int]) -> String { "배열 \(value.count)" }
func show<T>(_ value: T) -> String { "무엇이든 \(value)" }
print(show(1), show(1.5), show("가"), show([1, 2]), show(true), show(["a"]))  // expect: 정수 1 실수 1.5 문자열 가 배열 2 무엇이든 true 무엇이든 ["a"]
let float: Float = 2
let count: Int8 = 3
print(show(float), show(count), show(Double(float)), show(2 as Double))  // expect: 무엇이든 2.0 무엇이든 3 실수 2.0 실수 2.0
func area(of side: Int) -> Int { side * side }
func area(of width: Int, _ height: Int) -> Int { width * height }
func area(of width: Int, by height: Int) -> Int { width * height / 2 }
print(area(of: 3), area(of: 3, 4), area(of: 3, by: 4))  // expect: 9 12 6
func parse(_ text: String) -> Int { Int(text) ?? -1 }
func parse(_ text: String) -> Double { Double(text) ?? -1 }
func parse(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
let whole: Int = parse("12"), real: Double = parse("12"), list: [String] = parse("1,2")
print(whole, real, list, parse("3") + 1, parse("x") as Double)  // expect: 12 12.0 ["1", "2"] 4 -1.0
func half(_ value: Int) -> Int { value / 2 }
func half(_ value: Double) -> Double { value / 2 }
print(half(7), half(7.0), [1, 2, 3].map(half), [1.0, 3].map(half), half(half(10)))  // expect: 3 3.5 [0, 1, 1] [0.5, 1.5] 2
func kind(_ value: Int?) -> String { value == nil ? "없음" : "옵셔널" }
func kind(_ value: Int) -> String { "값" }
let maybe: Int? = 3
print(kind(maybe), kind(3), kind(nil))  // expect: 옵셔널 값 없음
func run(_ body: () -> Int) -> String { "정수를 내는 클로저 \(body())" }
func run(_ body: () -> String) -> String { "문자열을 내는 클로저 \(body())" }
print(run { 1 }, run { "가" })  // expect: 정수를 내는 클로저 1 문자열을 내는 클로저 가
func combine(_ a: Int, _ b: Int) -> Int { a + b }
func combine(_ a: String, _ b: String) -> String { a + b }
func combine(_ a: String, _ b: Int) -> String { String(repeating: a, count: b) }
print(combine(1, 2), combine("a", "b"), combine("a", 3), [1, 2, 3].reduce(0, combine), ["x", "y"].reduce("", combine))  // expect: 3 ab aaa 6 xy
let chosen: (Double) -> String = show
let pick = show as (Int) -> String
print(chosen(1), pick(1))  // expect: 실수 1.0 정수 1
func first(_ values: [Int]) -> String { "정수들" }
func first<S: Sequence>(_ values: S) -> String { "순서열" }
print(first([1]), first([1...2]), first(1...2), first("가"))  // expect: 정수들 순서열 순서열 순서열
