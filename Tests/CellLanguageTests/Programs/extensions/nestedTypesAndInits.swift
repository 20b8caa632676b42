// Extensions that add initialisers, nested types, static members and subscripts to library types and to our own.
extension Int {
    enum Parity: String { case even = "짝", odd = "홀" }
    struct Factors {
        let list: [Int]
        var isPrime: Bool { list.count == 1 }
    }

    static let answer = 42
    static func random(_ seed: inout Int) -> Int {
        seed = (seed &* 1_103_515_245 &+ 12_345) & 0x7fff_ffff
        return seed
    }

    init?(roman: String) {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
        let digits = roman.compactMap { values[$0] }
        guard digits.count == roman.count, !digits.isEmpty else { return nil }
        self = 0
        for (i, digit) in digits.enumerated() { self += i + 1 < digits.count && digit < digits[i + 1] ? -digit : digit }
    }

    init(binary text: String) { self = text.reduce(0) { $0 * 2 + ($1 == "1" ? 1 : 0) } }

    var parity: Parity { isMultiple(of: 2) ? .even : .odd }
    var factors: Factors {
        var rest = self
        var list: [Int] = []
        var d = 2
        while rest > 1 {
            while rest % d == 0 {
                list.append(d)
                rest /= d
            }
            d += 1
        }
        return Factors(list: list)
    }
    subscript(bit: Int) -> Bool {
        get { self >> bit & 1 == 1 }
        set { if newValue { self |= 1 << bit } else { self &= ~(1 << bit) } }
    }
}

extension String {
    enum Side { case left, right, both }
    init(repeating parts: [String], times: Int, separator: String) {
        self = (0..<times).map { parts[$0 % parts.count] }.joined(separator: separator)
    }
    init(_ side: Side, pad text: String, to width: Int) {
        let missing = Swift.max(0, width - text.count)
        switch side {
        case .left: self = String(repeating: " ", count: missing) + text
        case .right: self = text + String(repeating: " ", count: missing)
        case .both: self = String(repeating: " ", count: missing / 2) + text + String(repeating: " ", count: missing - missing / 2)
        }
    }
    subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
    subscript(range: Range<Int>) -> String { String(dropFirst(range.lowerBound).prefix(range.count)) }
}

extension Array where Element == Double {
    init(from start: Double, through end: Double, count: Int) {
        let step = (end - start) / Double(count - 1)
        self = (0..<count).map { start + Double($0) * step }
    }
    static func zeros(_ n: Int) -> [Double] { .init(repeating: 0, count: n) }
    static func oneHot(_ i: Int, of n: Int) -> [Double] {
        var result = zeros(n)
        result[i] = 1
        return result
    }
}

struct Celsius { var degrees: Double }
extension Celsius {
    enum Feeling { case cold, mild, hot }
    init(fahrenheit: Double) { degrees = (fahrenheit - 32) / 1.8 }
    static var boiling: Celsius { Celsius(degrees: 100) }
    var feeling: Feeling { degrees < 10 ? .cold : degrees < 25 ? .mild : .hot }
}
extension Celsius.Feeling { var emoji: String { self == .cold ? "❄" : "☀" } }

print(Int(roman: "MCMXCIV") ?? 0, Int(roman: "XLII") == .answer, Int(roman: "ABC") == nil, Int(binary: "10110"))
// expect: 1994 true true 22
print(7.parity.rawValue, (-4).parity, 360.factors.list, 97.factors.isPrime, Int.Factors(list: [2, 3]).isPrime)
// expect: 홀 even [2, 2, 2, 3, 3, 5] true false
var bits = 0b1010
bits[0] = true
bits[3] = false
print(bits, bits[1], bits[2])  // expect: 3 true false
var seed = 1
print(Int.random(&seed) % 100, Int.random(&seed) % 100)  // expect: 90 75
print(String(repeating: ["가", "나"], times: 5, separator: "-"), "[" + String(.left, pad: "7", to: 3) + "]")
// expect: 가-나-가-나-가 [  7]
print("[" + String(.both, pad: "mid", to: 6) + "]", "[" + String(.right, pad: "too long", to: 3) + "]")
// expect: [ mid  ] [too long]
print("안녕하세요"[2], "안녕하세요"[1..<3], "ab"[0..<9])  // expect: 하 녕하 ab
print([Double](from: 0, through: 1, count: 5), [Double].zeros(2), Array.oneHot(1, of: 3))
// expect: [0.0, 0.25, 0.5, 0.75, 1.0] [0.0, 0.0] [0.0, 1.0, 0.0]
print(Celsius(fahrenheit: 212).degrees == Celsius.boiling.degrees, Celsius(degrees: 5).feeling.emoji, Celsius.boiling.feeling)
// expect: true ❄ hot
