// A case with a payload is a function; enums as namespaces; static members and factory functions.
enum Length {
    case meters(Double)
    case feet(Double)
    case lightYears(Double)

    static let marathon = Length.meters(42_195)
    static var zero: Length { .meters(0) }
    static func kilometers(_ value: Double) -> Length { .meters(value * 1000) }

    var meters: Double {
        switch self {
        case .meters(let m): m
        case .feet(let f): f * 0.3048
        case .lightYears(let ly): ly * 9.46e15
        }
    }

    static func + (a: Length, b: Length) -> Length { .meters(a.meters + b.meters) }
}

print([1.0, 2.5].map(Length.feet).map { $0.meters })  // expect: [0.3048, 0.762]
let make: (Double) -> Length = Length.meters
print(make(3), Length.kilometers(1.5), Length.marathon.meters)  // expect: meters(3.0) meters(1500.0) 42195.0
let lengths: [Length] = [.zero, .marathon, .kilometers(0.5), .feet(1000), .init(text: "12m") ?? .zero]
print(lengths.map { $0.meters }.reduce(0, +))  // expect: 43011.8
print(lengths.reduce(.zero, +).meters == lengths.map(\.meters).reduce(0, +))  // expect: true

extension Length {
    init?(text: String) {
        for (suffix, unit) in [("ft", Length.feet), ("ly", Length.lightYears), ("m", Length.meters)] {
            if text.hasSuffix(suffix), let value = Double(text.dropLast(suffix.count)) {
                self = unit(value)
                return
            }
        }
        return nil
    }
}
print(["3ft", "2ly", "7.5m", "9", "xm"].map { Length(text: $0)?.meters ?? -1 })
// expect: [0.9144000000000001, 1.892e+16, 7.5, -1.0, -1.0]

// No cases at all: nothing can make a value, so the enum is a place for names.
enum Statistics {
    static let epsilon = 1e-9
    static var calls = 0

    static func mean(_ values: [Double]) -> Double {
        calls += 1
        return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    enum Distance {
        static func manhattan(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).map { abs($0 - $1) }.reduce(0, +)
        }
        static func chebyshev(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).map { abs($0 - $1) }.max() ?? 0
        }
    }
}
let distances: [(String, ([Double], [Double]) -> Double)] = [
    ("manhattan", Statistics.Distance.manhattan), ("chebyshev", Statistics.Distance.chebyshev),
]
for (name, distance) in distances { print(name, distance([1, 2, 3], [4, 0, 3])) }
// expect: manhattan 5.0
// expect: chebyshev 3.0
print(Statistics.mean([1, 2, 6]), Statistics.mean([]), Statistics.calls, Statistics.epsilon)  // expect: 3.0 0.0 2 1e-09

enum Command {
    case add(Int)
    case multiply(by: Int)
    case reset
    case repeated(times: Int, [Command])

    init?(_ line: String) {
        let parts = line.split(separator: " ")
        switch (parts.first, parts.count) {
        case ("add", 2): guard let n = Int(parts[1]) else { return nil }; self = .add(n)
        case ("mul", 2): guard let n = Int(parts[1]) else { return nil }; self = .multiply(by: n)
        case ("reset", 1): self = .reset
        default: return nil
        }
    }

    func run(on value: inout Int) {
        switch self {
        case .add(let n): value += n
        case .multiply(let factor): value *= factor
        case .reset: value = 0
        case .repeated(let times, let commands):
            for _ in 0..<times { commands.forEach { $0.run(on: &value) } }
        }
    }
}
var value = 1
let program = ["add 4", "mul 3", "jump", "add x", "mul"].compactMap(Command.init)
Command.repeated(times: 2, program).run(on: &value)
print(program.count, value)  // expect: 2 57
Command.reset.run(on: &value)
print(value, Command("reset extra") == nil)  // expect: 0 true
