// Functions stored, chosen and passed by name: dispatch tables, comparators, generators.
func gini(_ p: Double) -> Double { 2 * p * (1 - p) }
func misclassification(_ p: Double) -> Double { min(p, 1 - p) }
func squared(_ p: Double) -> Double { p * p }
let criteria: [(name: String, function: (Double) -> Double)] = [("gini", gini), ("error", misclassification), ("sq", squared)]
for (name, function) in criteria { print(name, [0, 0.25, 0.5].map(function)) }  // expect: gini [0.0, 0.375, 0.5]
// expect: error [0.0, 0.25, 0.5]
// expect: sq [0.0, 0.0625, 0.25]
func best(at p: Double, of list: [(name: String, function: (Double) -> Double)]) -> String {
    list.max { $0.function(p) < $1.function(p) }!.name
}
print(best(at: 0.25, of: criteria), best(at: 0.9, of: criteria))  // expect: gini sq
func byLastDigit(_ a: Int, _ b: Int) -> Bool { (a % 10, a) < (b % 10, b) }
func sort(_ values: [Int], by order: (Int, Int) -> Bool = { $0 < $1 }) -> [Int] { values.sorted(by: order) }
print(sort([31, 12, 5]), sort([31, 12, 5, 21], by: byLastDigit))  // expect: [5, 12, 31] [21, 31, 12, 5]
let commands: [String: ([Int]) -> Int] = ["합": { $0.reduce(0, +) }, "곱": { $0.reduce(1, *) }, "개수": \.count, "최대": { $0.max() ?? 0 }]
func execute(_ line: String) -> String {
    let parts = line.split(separator: " ").map(String.init)
    guard let name = parts.first, let command = commands[name] else { return "모르는 명령" }
    return "\(name) = \(command(parts.dropFirst().compactMap { Int($0) }))"
}
for line in ["합 1 2 3", "곱 4 5", "개수 1 x 2", "최대", "나누기 1 2", ""] { print(execute(line)) }  // expect: 합 = 6
// expect: 곱 = 20
// expect: 개수 = 2
// expect: 최대 = 0
// expect: 모르는 명령
// expect: 모르는 명령
func generator(seed: Int) -> () -> Int {
    var state = seed
    func next() -> Int {
        state = (state * 75 + 74) % 65537
        return state
    }
    return next
}
let random = generator(seed: 1), same = generator(seed: 1)
print([random(), random(), random()], same(), [same(), same()])  // expect: [149, 11249, 57305] 149 [11249, 57305]
func select(_ negative: Bool) -> (Int) -> Int {
    func minus(_ n: Int) -> Int { -n }
    func plus(_ n: Int) -> Int { n }
    return negative ? minus : plus
}
print(select(true)(3), select(false)(3), [true, false].map { select($0)(5) })  // expect: -3 3 [-5, 5]
var current: (Int) -> Int = select(false)
func step(_ n: Int) -> Int { n + 1 }
current = step
print(current(1), (0..<3).map(current), { f in f(f(f(0))) }(current))  // expect: 2 [1, 2, 3] 3
func gradientDescent(_ slope: (Double) -> Double, from start: Double, rate: (Int) -> Double, steps: Int) -> Double {
    (0..<steps).reduce(start) { x, i in x - rate(i) * slope(x) }
}
let found = gradientDescent({ 2 * ($0 - 3) }, from: 0, rate: { 0.5 / Double(1 + $0 / 10) }, steps: 50)
print(String(format: "%.6f", found))  // expect: 3.000000
