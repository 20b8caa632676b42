// Folds for cross-validation, shuffled with a seed; choosing the degree of smoothing by validation error.
struct Random {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
    mutating func shuffle<T>(_ values: inout [T]) {
        for i in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(i, Int(next() % UInt64(i + 1))) }
    }
    mutating func noise() -> Double { Double(next() % 1000) / 1000 - 0.5 }
}
func folds(_ count: Int, into k: Int) -> [Range<Int>] {
    let size = count / k, extra = count % k
    var start = 0
    return (0..<k).map { fold in
        let end = start + size + (fold < extra ? 1 : 0)
        defer { start = end }
        return start..<end
    }
}
print(folds(10, into: 5), folds(11, into: 4), folds(3, into: 5).map(\.count))  // expect: [Range(0..<2), Range(2..<4), Range(4..<6), Range(6..<8), Range(8..<10)] [Range(0..<3), Range(3..<6), Range(6..<9), Range(9..<11)] [1, 1, 1, 0, 0]
func split(_ order: [Int], _ range: Range<Int>) -> (train: [Int], test: [Int]) {
    (Array(order[..<range.lowerBound] + order[range.upperBound...]), Array(order[range]))
}
var random = Random(state: 2463)
var order = Array(0..<12)
random.shuffle(&order)
print(order.sorted() == Array(0..<12), order)  // expect: true [11, 9, 0, 5, 10, 2, 8, 3, 1, 6, 7, 4]
for range in folds(order.count, into: 3) {
    let (train, test) = split(order, range)
    print(train.count, test.count, Set(train).isDisjoint(with: test), Set(train + test).count)
}  // expect: 8 4 true 12
// expect: 8 4 true 12
// expect: 8 4 true 12
let xs = (0..<24).map { Double($0) / 4 }
let ys = xs.map { sin($0) + random.noise() * 0.4 }
func predict(_ x: Double, from train: [Int], neighbours k: Int) -> Double {
    let near = train.sorted { abs(xs[$0] - x) < abs(xs[$1] - x) }.prefix(k)
    return near.map { ys[$0] }.reduce(0, +) / Double(near.count)
}
func validationErrors(neighbours k: Int, folds count: Int, order: [Int]) -> [Double] {
    folds(order.count, into: count).map { range in
        let (train, test) = split(order, range)
        return test.map { pow(predict(xs[$0], from: train, neighbours: k) - ys[$0], 2) }.reduce(0, +) / Double(test.count)
    }
}
var shuffled = Array(xs.indices)
random.shuffle(&shuffled)
var results: [(k: Int, mean: Double)] = []
for k in [1, 3, 5, 9, 18] {
    let errors = validationErrors(neighbours: k, folds: 4, order: shuffled)
    let mean = errors.reduce(0, +) / Double(errors.count)
    results.append((k, mean))
    print("k=\(k)", String(format: "%.4f", mean), errors.count)
}  // expect: k=1 0.0489 4
// expect: k=3 0.0535 4
// expect: k=5 0.0641 4
// expect: k=9 0.1607 4
// expect: k=18 0.6987 4
let best = results.min { $0.mean < $1.mean }!
print("고른 값", best.k, best.mean < results.last!.mean)  // expect: 고른 값 1 true
let leaveOneOut = validationErrors(neighbours: best.k, folds: xs.count, order: shuffled)
print(leaveOneOut.count, String(format: "%.4f", leaveOneOut.reduce(0, +) / Double(leaveOneOut.count)))  // expect: 24 0.0487
func stratified(_ labels: [String], into k: Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: k), next = 0
    for label in Set(labels).sorted() {
        for index in labels.indices where labels[index] == label {
            result[next % k].append(index)
            next += 1
        }
    }
    return result.map { $0.sorted() }
}
let labels = ["가", "가", "나", "가", "나", "가", "다", "가", "나"]
print(stratified(labels, into: 3), stratified(labels, into: 3).map { $0.map { labels[$0] }.sorted().joined() })  // expect: [[0, 4, 5], [1, 7, 8], [2, 3, 6]] ["가가나", "가가나", "가나다"]
