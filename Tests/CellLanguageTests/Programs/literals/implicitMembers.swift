// Members named with a leading dot, whose type comes from the context.
enum Loss { case squared, absolute, huber(delta: Double) }
struct Colour: Equatable {
    var red = 0, green = 0, blue = 0
    static let white = Colour(red: 255, green: 255, blue: 255)
    static let black = Colour()
    static func grey(_ level: Int) -> Colour { Colour(red: level, green: level, blue: level) }
    func mixed(with other: Colour) -> Colour {
        Colour(red: (red + other.red) / 2, green: (green + other.green) / 2, blue: (blue + other.blue) / 2)
    }
}
let loss: Loss = .huber(delta: 1.5)
let all: [Loss] = [.squared, loss, .absolute]
func name(_ loss: Loss) -> String {
    switch loss {
    case .squared: "제곱"
    case .absolute: "절댓값"
    case .huber(let delta): "후버 \(delta)"
    }
}
print(all.map(name).joined(separator: " / "))  // expect: 제곱 / 후버 1.5 / 절댓값
print(name(.squared), name(.huber(delta: 2)))  // expect: 제곱 후버 2.0
let paper: Colour = .white
print(paper == .white, paper == .black, paper.mixed(with: .black).red)  // expect: true false 127
let shade: Colour = .grey(100)
print(shade == .init(red: 100, green: 100, blue: 100), shade.blue)  // expect: true 100
let middle: Colour = .white.mixed(with: .grey(55))
print(middle.green)  // expect: 155
let biggest: Int = .max
let tiny: Int8 = .min
let angle: Double = .pi / 2
let nothing: Double = .zero
print(biggest, tiny, angle, nothing)  // expect: 9223372036854775807 -128 1.5707963267948966 0.0
let far: Double = .infinity
print(far > .greatestFiniteMagnitude, far == .infinity)  // expect: true true
let optional: Colour? = .black
print(optional == .black, optional == .none, optional?.red ?? -1)  // expect: true false 0
var palette: [String: Colour] = [:]
palette["바탕"] = .white
palette["글자", default: .white] = .grey(10)
print(palette["바탕"] == .white, palette["글자"]!.red)  // expect: true 10
print((5.5).rounded(.down), 5.5.rounded(.up), 2.5.rounded(.toNearestOrEven))  // expect: 5.0 6.0 2.0
let empty: [Int] = .init(repeating: 7, count: 3)
print(empty)  // expect: [7, 7, 7]
