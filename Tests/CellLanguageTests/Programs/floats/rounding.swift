// Rounding rules, and rounding to places by hand.
let values = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.4, 2.6]
print(values.map { $0.rounded() })  // expect: [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 2.0, 3.0]
print(values.map { $0.rounded(.up) })  // expect: [-2.0, -1.0, -0.0, 1.0, 2.0, 3.0, 3.0, 3.0]
print(values.map { $0.rounded(.down) })  // expect: [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 2.0, 2.0]
print(values.map { $0.rounded(.towardZero) })  // expect: [-2.0, -1.0, -0.0, 0.0, 1.0, 2.0, 2.0, 2.0]
print(values.map { $0.rounded(.awayFromZero) })  // expect: [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 3.0, 3.0]
print(values.map { $0.rounded(.toNearestOrEven) })  // expect: [-2.0, -2.0, -0.0, 0.0, 2.0, 2.0, 2.0, 3.0]
print(values.map { Int($0) })  // expect: [-2, -1, 0, 0, 1, 2, 2, 2]
print(floor(-1.2), ceil(-1.2), round(2.5), trunc(-1.9))  // expect: -2.0 -1.0 3.0 -1.0
func rounded(_ value: Double, places: Int) -> Double {
    let scale = pow(10.0, Double(places))
    return (value * scale).rounded() / scale
}
print(rounded(3.14159, places: 2), rounded(-2.675, places: 2), rounded(1234.5, places: -2), rounded(0.05, places: 1))  // expect: 3.14 -2.68 1200.0 0.1
var total = 7.5
total.round()
print(total)  // expect: 8.0
total.round(.toNearestOrEven)
total += 0.49
total.round(.down)
print(total, Int(total.rounded(.up)))  // expect: 8.0 8
let prices = [1990.0, 2450, 3333]
print(prices.map { ($0 / 100).rounded() * 100 })  // expect: [2000.0, 2500.0, 3300.0]
print(1e20.rounded(), Double.infinity.rounded(), (-0.4).rounded())  // expect: 1e+20 inf -0.0
