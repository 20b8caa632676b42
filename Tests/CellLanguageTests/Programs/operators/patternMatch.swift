// `~=` written by hand decides what a case matches: predicates, divisors, prefixes, sets, types of our own.
func ~= <T>(pattern: (T) -> Bool, value: T) -> Bool { pattern(value) }

struct MultipleOf {
    let n: Int
    init(_ n: Int) { self.n = n }
    static func ~= (pattern: MultipleOf, value: Int) -> Bool { value % pattern.n == 0 }
}

struct Prefix {
    let text: String
    static func ~= (pattern: Prefix, value: String) -> Bool { value.hasPrefix(pattern.text) }
}

struct Near {
    var center: Double
    var tolerance = 0.01
    static func ~= (pattern: Near, value: Double) -> Bool { abs(value - pattern.center) <= pattern.tolerance }
}

extension Set {
    static func ~= (set: Set, element: Element) -> Bool { set.contains(element) }
}

struct Version: Equatable {
    var major, minor: Int
    static func ~= (pattern: String, value: Version) -> Bool {
        let parts = pattern.split(separator: ".")
        return zip(parts, [value.major, value.minor]).allSatisfy { $0 == "x" || Int($0) == $1 }
    }
}

func fizz(_ n: Int) -> String {
    switch n {
    case MultipleOf(15): "FizzBuzz"
    case MultipleOf(3): "Fizz"
    case MultipleOf(5): "Buzz"
    default: "\(n)"
    }
}
print((1...15).map(fizz).joined(separator: " "))  // expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz

func isPrime(_ n: Int) -> Bool { n > 1 && !(2..<n).contains { n % $0 == 0 } }
let isNegative: (Int) -> Bool = { $0 < 0 }
func kind(_ n: Int) -> String {
    switch n {
    case isNegative: "negative"
    case 0, 1: "tiny"
    case isPrime: "prime"
    case { $0 % 2 == 0 && $0 > 50 }: "big even"
    case 10...: "big"
    default: "other"
    }
}
print([-4, 1, 7, 60, 15, 9].map(kind))  // expect: ["negative", "tiny", "prime", "big even", "big", "other"]

func route(_ path: String) -> String {
    switch path {
    case "/": "home"
    case Prefix(text: "/수업/"): "lesson " + path.dropFirst(4)
    case Prefix(text: "/api"): "api"
    default: "404"
    }
}
print(["/", "/수업/3", "/api/v1", "/x"].map(route))  // expect: ["home", "lesson 3", "api", "404"]

let weekend: Set = ["토", "일"]
for day in ["금", "토"] {
    switch day {
    case weekend: print(day, "쉬는 날")
    default: print(day, "일하는 날")
    }
}
// expect: 금 일하는 날
// expect: 토 쉬는 날

func constant(_ x: Double) -> String {
    switch x {
    case Near(center: .pi): "pi"
    case Near(center: 2.718, tolerance: 0.001): "e"
    case ..<0: "below"
    case let y where y == y.rounded(): "whole"
    case _: "some number"
    }
}
print([3.14, 2.7183, -0.5, 4, 1.5].map(constant))  // expect: ["pi", "e", "below", "whole", "some number"]

let versions = [Version(major: 1, minor: 0), Version(major: 1, minor: 9), Version(major: 2, minor: 0)]
for version in versions {
    switch version {
    case "1.0": print("first")
    case "1.x": print("old", version.minor)
    default: print("new")
    }
}
// expect: first
// expect: old 9
// expect: new
if case "2.x" = versions[2] { print("two") }  // expect: two
guard case MultipleOf(7) = 21 else { fatalError("arithmetic is broken") }
print(1...5 ~= 3, MultipleOf(4) ~= 6, isPrime ~= 13, "x.9" ~= versions[1], weekend ~= "일")
// expect: true false true true true
for case MultipleOf(10) in [5, 10, 15, 20] { print("ten", terminator: " ") }
for case (MultipleOf(2), let name) in [(1, "하나"), (2, "둘"), (4, "넷")] { print(name, terminator: " ") }
print()  // expect: ten ten 둘 넷 
