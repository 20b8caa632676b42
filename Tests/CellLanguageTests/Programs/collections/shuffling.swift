// Shuffling and sampling with a generator of one's own, so that every run is the same.
struct LCG: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 32)
    }
}
var generator = LCG(seed: 42)
print(generator.next(), generator.next() % 100, generator.next() % 100)  // expect: 10481999408619181148 33 2
func shuffled(_ values: [Int], using generator: inout LCG) -> [Int] {
    var result = values
    for i in stride(from: result.count - 1, to: 0, by: -1) {
        result.swapAt(i, Int(generator.next() >> 33) % (i + 1))
    }
    return result
}
let deck = shuffled(Array(1...10), using: &generator)
print(deck, deck.sorted() == Array(1...10))  // expect: [9, 7, 10, 8, 2, 1, 6, 5, 3, 4] true
var first = LCG(seed: 7), second = LCG(seed: 7)
print(shuffled([1, 2, 3, 4, 5], using: &first) == shuffled([1, 2, 3, 4, 5], using: &second), first.state == second.state)  // expect: true true
let library = Array(1...8).shuffled(using: &first)
print(library.sorted() == Array(1...8), Array(1...8).shuffled(using: &second) == library)  // expect: true true
var numbers = Array(0..<20)
numbers.shuffle(using: &generator)
print(numbers.count, Set(numbers).count, numbers.reduce(0, +))  // expect: 20 20 190
let rolls = (0..<600).map { _ in Int.random(in: 1...6, using: &generator) }
print(rolls.allSatisfy((1...6).contains), Set(rolls).count, (90...115).contains(rolls.reduce(0, +) / 20))  // expect: true 6 true
let uniform = (0..<1000).map { _ in Double.random(in: 0..<1, using: &generator) }
let mean = uniform.reduce(0, +) / 1000
print(uniform.allSatisfy { $0 >= 0 && $0 < 1 }, abs(mean - 0.5) < 0.05)  // expect: true true
func unit(_ generator: inout LCG) -> Double { Double(generator.next() >> 11) / Double(1 << 53) }
var fresh = LCG(seed: 1)
print((0..<3).map { _ in String(format: "%.4f", unit(&fresh)) })  // expect: ["0.4232", "0.5094", "0.6484"]
func weighted(_ weights: [Double], using generator: inout LCG) -> Int {
    var point = unit(&generator) * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
        point -= weight
        if point < 0 { return index }
    }
    return weights.count - 1
}
var counts = [0, 0, 0]
for _ in 0..<1000 { counts[weighted([1, 2, 7], using: &fresh)] += 1 }
print(counts, counts.reduce(0, +))  // expect: [108, 187, 705] 1000
let coin = (0..<16).map { _ in Bool.random(using: &fresh) }
print(coin.count, ["가", "나"].contains(["가", "나"].randomElement(using: &fresh)!), [Int]().randomElement(using: &fresh) == nil)  // expect: 16 true true
