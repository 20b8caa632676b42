// Datasets as generic values: mapped, filtered, split, batched, shuffled by a seeded generator, joined.
struct Lehmer: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

struct Dataset<Example> {
    private(set) var examples: [Example]

    init(_ examples: [Example]) { self.examples = examples }
    init(count: Int, _ make: (Int) -> Example) { examples = (0..<count).map(make) }

    var count: Int { examples.count }
    subscript(i: Int) -> Example { examples[i] }
    subscript(range: Range<Int>) -> Dataset { Dataset(Array(examples[range])) }

    func map<T>(_ change: (Example) -> T) -> Dataset<T> { Dataset<T>(examples.map(change)) }
    func filter(_ keeps: (Example) -> Bool) -> Dataset { Dataset(examples.filter(keeps)) }

    func split(at share: Double) -> (train: Dataset, test: Dataset) {
        let cut = Int((Double(count) * share).rounded())
        return (self[0..<cut], self[cut..<count])
    }

    func batches(of size: Int, dropLast: Bool = false) -> [Dataset] {
        stride(from: 0, to: count, by: size).map { self[$0..<min($0 + size, count)] }
            .filter { !dropLast || $0.count == size }
    }

    func shuffled(using generator: inout some RandomNumberGenerator) -> Dataset {
        var result = examples
        for i in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(i, Int(generator.next() >> 33) % (i + 1))
        }
        return Dataset(result)
    }

    func zipped<Other>(with other: Dataset<Other>) -> Dataset<(Example, Other)> {
        Dataset<(Example, Other)>(zip(examples, other.examples).map { ($0, $1) })
    }

    func folds(_ k: Int) -> [(train: Dataset, test: Dataset)] {
        (0..<k).map { fold in
            let test = examples.enumerated().filter { $0.offset % k == fold }.map(\.element)
            let train = examples.enumerated().filter { $0.offset % k != fold }.map(\.element)
            return (Dataset(train), Dataset(test))
        }
    }

    static func + (a: Dataset, b: Dataset) -> Dataset { Dataset(a.examples + b.examples) }
}

struct Labelled<Features, Label: Hashable> {
    var features: Features
    var label: Label
}

extension Dataset {
    func histogram<F, L>() -> [L: Int] where Example == Labelled<F, L> {
        examples.reduce(into: [:]) { $0[$1.label, default: 0] += 1 }
    }

    func features<F, L: Hashable>(of label: L) -> [F] where Example == Labelled<F, L> {
        examples.filter { $0.label == label }.map(\.features)
    }
}

extension Dataset where Example: Comparable {
    var range: ClosedRange<Example>? {
        guard let low = examples.min(), let high = examples.max() else { return nil }
        return low...high
    }
}

let numbers = Dataset(count: 10) { $0 * $0 }
print(numbers.count, numbers[3], numbers.range!, numbers.filter { $0 % 2 == 1 }.examples)
// expect: 10 9 0...81 [1, 9, 25, 49, 81]
let (train, test) = numbers.split(at: 0.7)
print(train.examples, test.examples)  // expect: [0, 1, 4, 9, 16, 25, 36] [49, 64, 81]
print(numbers.batches(of: 4).map(\.count), numbers.batches(of: 4, dropLast: true).map { $0.examples.last! })
// expect: [4, 4, 2] [9, 49]
var generator = Lehmer(seed: 7)
let mixed = numbers.shuffled(using: &generator)
var again = Lehmer(seed: 7)
print(mixed.examples == numbers.shuffled(using: &again).examples, mixed.examples.sorted() == numbers.examples)
// expect: true true
print(mixed.examples == numbers.examples, mixed.count)  // expect: false 10
print(numbers[0..<4].folds(2).map { "\($0.train.examples)/\($0.test.examples)" })
// expect: ["[1, 9]/[0, 4]", "[0, 4]/[1, 9]"]

let reviews = Dataset(["좋아요", "별로", "최고", "글쎄", "좋네"])
    .zipped(with: Dataset([1, 0, 1, 0, 1]))
    .map { Labelled(features: Array($0.0), label: $0.1 == 1 ? "긍정" : "부정") }
print(reviews.histogram().sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })  // expect: ["긍정 3", "부정 2"]
print(reviews.features(of: "부정"), reviews.map(\.features.count).examples)
// expect: [["별", "로"], ["글", "쎄"]] [3, 2, 2, 2, 2]
print((reviews + reviews).histogram()["긍정"] ?? 0, Dataset([Double]()).range == nil)  // expect: 6 true
