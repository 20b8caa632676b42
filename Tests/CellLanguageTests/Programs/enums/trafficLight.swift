// State machines that change themselves: `self = ...` in mutating methods.
enum Light: String, CaseIterable {
    case red, green, yellow

    var seconds: Int {
        switch self {
        case .red: 30
        case .green: 25
        case .yellow: 5
        }
    }

    mutating func advance() {
        switch self {
        case .red: self = .green
        case .green: self = .yellow
        case .yellow: self = .red
        }
    }

    func advanced(by steps: Int) -> Light {
        var copy = self
        for _ in 0..<steps { copy.advance() }
        return copy
    }
}

var light = Light.red
var clock = 0
while clock < 90 {
    print(clock, light.rawValue)
    clock += light.seconds
    light.advance()
}
// expect: 0 red
// expect: 30 green
// expect: 55 yellow
// expect: 60 red
print(light, light.advanced(by: 4), light)  // expect: green yellow green

enum Switch {
    case off
    case on(level: Int)

    static let maximum = 3

    mutating func press() {
        switch self {
        case .off: self = .on(level: 1)
        case .on(Switch.maximum): self = .off
        case .on(let level): self = .on(level: level + 1)
        }
    }

    var brightness: Double {
        if case .on(let level) = self { Double(level) / Double(Switch.maximum) } else { 0 }
    }
}
var lamp = Switch.off
var seen: [String] = []
for _ in 1...6 {
    lamp.press()
    seen.append("\(lamp)")
}
print(seen)  // expect: ["on(level: 1)", "on(level: 2)", "on(level: 3)", "off", "on(level: 1)", "on(level: 2)"]
print(lamp.brightness == 2.0 / 3, Switch.off.brightness)  // expect: true 0.0

struct Crossing {
    var main = Light.green
    var side = Light.red
    var walkers = [Light](repeating: .red, count: 2)

    mutating func tick() {
        main.advance()
        if main == .red { side.advance() }
        walkers[0] = side
        walkers[1].advance()
    }
}
var crossing = Crossing()
for _ in 1...4 { crossing.tick() }
print(crossing.main, crossing.side, crossing.walkers.map { $0.rawValue })  // expect: yellow green ["green", "green"]
print(Light.allCases.reduce(0) { $0 + $1.seconds })  // expect: 60
