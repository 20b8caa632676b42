// Types written as literals: integer, float, string, array, dictionary, boolean and nil literals of our own types.
struct Fraction: ExpressibleByIntegerLiteral, Equatable, CustomStringConvertible {
    let top: Int
    let bottom: Int

    init(_ top: Int, over bottom: Int) {
        func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
        let divisor = gcd(top, bottom) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }
    init(integerLiteral value: Int) { self.init(value, over: 1) }

    static func + (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.top * b.bottom + b.top * a.bottom, over: a.bottom * b.bottom)
    }
    static func / (a: Fraction, b: Fraction) -> Fraction { Fraction(a.top * b.bottom, over: a.bottom * b.top) }
    var description: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }
}

struct Seconds: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    var value: Double
    init(floatLiteral value: Double) { self.value = value }
    init(integerLiteral value: Int) { self.value = Double(value) }
}

struct Words: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    var list: [String]
    init(stringLiteral value: String) { list = value.split(separator: " ").map { String($0) } }
    init(arrayLiteral elements: String...) { list = elements }
}

struct Weights: ExpressibleByDictionaryLiteral {
    private var table: [(name: String, value: Double)] = []
    init(dictionaryLiteral elements: (String, Double)...) { table = elements.map { (name: $0.0, value: $0.1) } }
    subscript(name: String) -> Double { table.last { $0.name == name }?.value ?? 0 }
    var names: [String] { table.map { $0.name } }
}

enum Json: ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([Json])
    case object([String: Json])

    init(nilLiteral: ()) { self = .null }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(stringLiteral value: String) { self = .string(value) }
    init(arrayLiteral elements: Json...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, Json)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }

    var text: String {
        switch self {
        case .null: "null"
        case .bool(let b): "\(b)"
        case .number(let n): "\(n)"
        case .string(let s): "\"\(s)\""
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .object(let entries):
            "{" + entries.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    subscript(key: String) -> Json {
        if case .object(let entries) = self { return entries[key] ?? .null }
        return .null
    }
}

let half: Fraction = 1 / 2
print(half, half + 1, (3 as Fraction) / 6 == half, [1, 2, 3].reduce(0 as Fraction) { $0 + Fraction($1, over: 4) })
// expect: 1/2 3/2 true 3/2
func wait(_ seconds: Seconds...) -> Double { seconds.reduce(0) { $0 + $1.value } }
print(wait(1, 2.5, 0.25), wait())  // expect: 3.75 0.0
let sentence: Words = "오늘도 좋은 하루"
let listed: Words = ["a", "b"]
print(sentence.list, listed.list)  // expect: ["오늘도", "좋은", "하루"] ["a", "b"]
let weights: Weights = ["slope": 2, "bias": 0.5, "slope": 3]
print(weights["slope"], weights["bias"], weights["none"], weights.names)
// expect: 3.0 0.5 0.0 ["slope", "bias", "slope"]
let json: Json = [
    "name": "하나", "ok": true, "missing": nil,
    "scores": [1, 2, [3, false]], "nested": ["deep": ["deeper": "!"]], "empty": [],
]
print(json.text)
// expect: {"empty":[],"missing":null,"name":"하나","nested":{"deep":{"deeper":"!"}},"ok":true,"scores":[1,2,[3,false]]}
print(json["nested"]["deep"]["deeper"].text, json["nested"]["no"]["way"].text, json["scores"].text)
// expect: "!" null [1,2,[3,false]]
