// Deciding by the type of a value: a printer of nested data and a small evaluator of lists.
struct Point { var x = 0, y = 0 }
enum Colour { case red, blue(Int) }
func text(_ value: Any) -> String {
    switch value {
    case let bool as Bool: return bool ? "참" : "거짓"
    case 0 as Int: return "영"
    case let n as Int where n < 0: return "빼기 \(-n)"
    case let n as Int: return "\(n)"
    case let d as Double: return String(format: "%.2f", d)
    case let s as String: return "'\(s)'"
    case let c as Character: return "문자 \(c)"
    case let point as Point: return "<\(point.x),\(point.y)>"
    case Colour.red: return "빨강"
    case let colour as Colour: return "색 \(colour)"
    case let list as [Any]: return "[" + list.map(text).joined(separator: " ") + "]"
    case let table as [String: Any]:
        return "{" + table.keys.sorted().map { "\($0): \(text(table[$0]!))" }.joined(separator: "; ") + "}"
    case let (a, b) as (Any, Any): return "(\(text(a)) \(text(b)))"
    case Optional<Any>.none: return "없음"
    default: return "모름 \(type(of: value))"
    }
}
print(text(true), text(0), text(-3), text(42), text(2.5), text("글"), text(Character("가")))  // expect: 참 영 빼기 3 42 2.50 '글' 문자 가
print(text(Point(x: 1)), text(Colour.red), text(Colour.blue(3)), text([1, "둘", [3.0, false] as [Any]] as [Any]))  // expect: <1,0> 빨강 색 blue(3) [1 '둘' [3.00 거짓]]
print(text(["b": 1, "a": [2, 3]] as [String: Any]), text(3 as UInt8), text([1, 2]), text(["x": "y"]))  // expect: {a: [2 3]; b: 1} 모름 UInt8 [1 2] {x: 'y'}
func evaluate(_ expression: Any) -> Int? {
    switch expression {
    case let n as Int: return n
    case let list as [Any]:
        guard let name = list.first as? String else { return nil }
        let arguments = list.dropFirst().compactMap(evaluate)
        guard arguments.count == list.count - 1 else { return nil }
        switch (name, arguments.count) {
        case ("+", _): return arguments.reduce(0, +)
        case ("*", _): return arguments.reduce(1, *)
        case ("-", 1): return -arguments[0]
        case ("-", 2): return arguments[0] - arguments[1]
        case ("if", 3): return arguments[0] != 0 ? arguments[1] : arguments[2]
        default: return nil
        }
    default: return nil
    }
}
let program: [Any] = ["+", 1, ["*", 2, 3, 4] as [Any], ["-", ["if", 0, 10, 20] as [Any]] as [Any]]
print(evaluate(program) ?? 0, evaluate(7) ?? 0, evaluate(["?", 1] as [Any]) == nil, evaluate(["-", "x"] as [Any]) == nil)  // expect: 5 7 true true
func depth(_ value: Any) -> Int { (value as? [Any]).map { 1 + ($0.map(depth).max() ?? 0) } ?? 0 }
print(depth(program), depth(1), depth([] as [Any]))  // expect: 3 0 1
