// Decision stumps and a few rounds of boosting over a small table of fruit.
struct Sample {
    let features: [String: Double]
    let isApple: Bool
    var sign: Double { isApple ? 1 : -1 }
}

struct Stump: Equatable {
    let feature: String
    let threshold: Double
    var isFlipped = false

    func callAsFunction(_ sample: Sample) -> Bool {
        (sample.features[feature, default: 0] > threshold) != isFlipped
    }

    func error(on samples: [Sample], weights: [Double]) -> Double {
        zip(samples, weights).reduce(0) { self($1.0) == $1.0.isApple ? $0 : $0 + $1.1 }
    }

    static func best(for samples: [Sample], weights: [Double]? = nil) -> (stump: Stump, error: Double) {
        let weights = weights ?? samples.map { _ in 1 / Double(samples.count) }
        var best = (stump: Stump(feature: "", threshold: 0), error: Double.infinity)
        for feature in samples[0].features.keys.sorted() {
            let values = Set(samples.compactMap { $0.features[feature] }).sorted()
            for (low, high) in zip(values, values.dropFirst()) {
                for isFlipped in [false, true] {
                    let stump = Stump(feature: feature, threshold: (low + high) / 2, isFlipped: isFlipped)
                    let error = stump.error(on: samples, weights: weights)
                    if error < best.error - 1e-12 { best = (stump, error) }
                }
            }
        }
        return best
    }
}

struct Boosted {
    private(set) var members: [(stump: Stump, vote: Double)] = []

    mutating func fit(_ samples: [Sample], rounds: Int) {
        var weights = [Double](repeating: 1 / Double(samples.count), count: samples.count)
        for _ in 0..<rounds {
            let (stump, error) = Stump.best(for: samples, weights: weights)
            let vote = 0.5 * log((1 - error) / max(error, 1e-9))
            members.append((stump, vote))
            for (i, sample) in samples.enumerated() {
                weights[i] *= exp(-vote * sample.sign * (stump(sample) ? 1 : -1))
            }
            let total = weights.reduce(0, +)
            for i in weights.indices { weights[i] /= total }
        }
    }

    func score(_ sample: Sample) -> Double {
        members.reduce(0) { $0 + $1.vote * ($1.stump(sample) ? 1 : -1) }
    }

    func accuracy(on samples: [Sample]) -> Double {
        Double(samples.filter { (score($0) > 0) == $0.isApple }.count) / Double(samples.count)
    }
}

let table: [(무게: Double, 붉기: Double, 사과: Bool)] = [
    (150, 0.9, true), (170, 0.8, true), (140, 0.3, true), (120, 0.7, false), (130, 0.2, false),
    (160, 0.1, false), (145, 0.25, false), (180, 0.6, true),
]
let samples = table.map { Sample(features: ["weight": $0.무게, "red": $0.붉기], isApple: $0.사과) }
let (stump, error) = Stump.best(for: samples)
print(stump)  // expect: Stump(feature: "red", threshold: 0.275, isFlipped: false)
print(error, stump(samples[0]), stump(samples[4]), stump == Stump(feature: "red", threshold: 0.275))
// expect: 0.125 true false true
print(Stump(feature: "weight", threshold: 135, isFlipped: true).error(on: samples, weights: [1, 1, 1, 1, 1, 1, 1, 1]))
// expect: 6.0
var boosted = Boosted()
let empty = boosted
boosted.fit(samples, rounds: 1)
print(boosted.accuracy(on: samples), empty.members.count)  // expect: 0.875 0
boosted.fit(samples, rounds: 5)
print(boosted.members.count, boosted.accuracy(on: samples))  // expect: 6 1.0
print(Set(boosted.members.map(\.stump.feature)).sorted(), samples.map { boosted.score($0) > 0 ? "사과" : "-" })
// expect: ["red", "weight"] ["사과", "사과", "사과", "-", "-", "-", "-", "사과"]
