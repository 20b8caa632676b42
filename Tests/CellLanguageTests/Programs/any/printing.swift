// How values of every sort are printed: alone, inside collections and through Any.
struct Empty {}
struct Point { var x = 1.0; let name: String? = "점" }
struct Wrapper<T> { let value: T }
enum Plain { case one, two }
enum Payload { case single(Int), pair(x: Int, y: String), nested(Plain), none }
enum Raw: String { case first = "첫째" }
final class Node { var value = 3 }
struct Custom: CustomStringConvertible { var description: String { "나만의 설명" } }
struct Debug: CustomDebugStringConvertible { var debugDescription: String { "디버그" } }
print(Empty(), Point(), Wrapper(value: 5), Wrapper(value: "글"), Wrapper(value: [Point()]))  // expect: Empty() Point(x: 1.0, name: Optional("점")) Wrapper<Int>(value: 5) Wrapper<String>(value: "글") Wrapper<Array<Point>>(value: [Notebook.Point(x: 1.0, name: Optional("점"))])
print(Plain.one, Payload.single(3), Payload.pair(x: 1, y: "둘"), Payload.nested(.two), Payload.none, Raw.first, Raw.first.rawValue)  // expect: one single(3) pair(x: 1, y: "둘") nested(Notebook.Plain.two) none first 첫째
print([Plain.one, .two], [Payload.single(1)], [Custom()], Custom(), ["a": Custom()], (Custom(), "b"))  // expect: [Notebook.Plain.one, Notebook.Plain.two] [Notebook.Payload.single(1)] [나만의 설명] 나만의 설명 ["a": 나만의 설명] (나만의 설명, "b")
print(Debug(), [Debug()], "\(Debug())", String(describing: Custom()), String(reflecting: "글"))  // expect: 디버그 [디버그] 디버그 나만의 설명 "글"
print([1, 2], ["a", "b"], ["가": 1], [1.0, 2.5], [true], [nil, 3] as [Int?], [[1], []], [(1, "a")], ["x": [1, 2]])  // expect: [1, 2] ["a", "b"] ["가": 1] [1.0, 2.5] [true] [nil, Optional(3)] [[1], []] [(1, "a")] ["x": [1, 2]]
print(1...3, 0..<5, Array(1...3), "가"..."나", [1...2], 1.5..<2)  // expect: 1...3 0..<5 [1, 2, 3] 가...나 [ClosedRange(1...2)] 1.5..<2.0
let optional: Int? = 3, text: String? = "글", none: Double? = nil
print(optional as Any, text as Any, none as Any, [optional, nil], ["k": text])  // expect: Optional(3) Optional("글") nil [Optional(3), nil] ["k": Optional("글")]
print("\(optional as Any) \([text])", String(describing: optional), String(describing: none), optional.map { "\($0)" } ?? "-")  // expect: Optional(3) [Optional("글")] Optional(3) nil 3
print(Int.self, [String].self, Point.self, type(of: Wrapper(value: 1)), type(of: optional), type(of: [1: "a"]), type(of: Plain.one))  // expect: Int Array<String> Point Wrapper<Int> Optional<Int> Dictionary<Int, String> Plain
let values: [Any] = [1, 2.0, "셋", [4], Plain.two, Point(), Character("가"), "a"..."b", nil as Int? as Any, ()]
print(values)  // expect: [1, 2.0, "셋", [4], Notebook.Plain.two, Notebook.Point(x: 1.0, name: Optional("점")), "가", ClosedRange("a"..."b"), nil, ()]
for value in values.prefix(4) { print(value, terminator: " ") }
print("끝")  // expect: 1 2.0 셋 [4] 끝
print(Set([1]), Set(["가"]), [Set<Int>()], ["한": Set([2])], Character("글"), [Character("글")], "글".first as Any)  // expect: [1] ["가"] [Set([])] ["한": Set([2])] 글 ["글"] Optional("글")
print(1, 2, separator: "-", terminator: "!\n")  // expect: 1-2!
print("가", "나", separator: "")  // expect: 가나
print([1, 2].map { $0 * 2 }, (1...3).map { "\($0)" }, [1, 2].first as Any, "a,b".split(separator: ","), "ab".map { $0 })  // expect: [2, 4] ["1", "2", "3"] Optional(1) ["a", "b"] ["a", "b"]
print(UInt8(7), Int8(-7), Float(0.5), 1e-7, -0.0, Double.nan, UInt64.max)  // expect: 7 -7 0.5 1e-07 -0.0 nan 18446744073709551615
var output = ""
print("글로", 1, [2], to: &output)
print(output.count, output.hasSuffix("\n"))  // expect: 9 true
