// A naive Bayes classifier written mostly as extensions: of strings, dictionaries, arrays and of the model itself.
typealias Counts = [String: Int]

extension String {
    var tokens: [String] { split(separator: " ").map { String($0) } }
}

extension Counts {
    static func += (counts: inout Counts, tokens: [String]) {
        for token in tokens { counts[token, default: 0] += 1 }
    }
    var size: Int { values.reduce(0, +) }
}

extension Array where Element == (label: String, score: Double) {
    var winner: String? { self.max { $0.score < $1.score }?.label }

    // Logarithms back to shares that add up to one.
    var probabilities: [String: Double] {
        guard let top = map(\.score).max() else { return [:] }
        let powers = map { exp($0.score - top) }
        let sum = powers.reduce(0, +)
        return Dictionary(uniqueKeysWithValues: zip(map(\.label), powers.map { $0 / sum }))
    }
}

struct NaiveBayes {
    private var words: [String: Counts] = [:]
    private var documents: Counts = [:]
    var alpha = 1.0
}

extension NaiveBayes {
    struct Report {
        let correct: Int
        let total: Int
        var accuracy: Double { total == 0 ? 0 : Double(correct) / Double(total) }
    }

    var labels: [String] { documents.keys.sorted() }
    var vocabulary: Set<String> { words.values.reduce(into: []) { $0.formUnion($1.keys) } }

    mutating func learn(_ text: String, as label: String) {
        words[label, default: [:]] += text.tokens
        documents[label, default: 0] += 1
    }

    func scores(_ text: String) -> [(label: String, score: Double)] {
        let size = Double(vocabulary.count)
        return labels.map { label in
            let counts = words[label] ?? [:]
            let prior = log(Double(documents[label]!) / Double(documents.size))
            let score = text.tokens.reduce(prior) { sum, token in
                sum + log((Double(counts[token] ?? 0) + alpha) / (Double(counts.size) + alpha * size))
            }
            return (label: label, score: score)
        }
    }

    func classify(_ text: String) -> String { scores(text).winner ?? "?" }

    func report(on data: [(String, String)]) -> Report {
        Report(correct: data.filter { classify($0.0) == $0.1 }.count, total: data.count)
    }
}

extension NaiveBayes.Report: CustomStringConvertible {
    var description: String { "\(correct)/\(total) = \(String(format: "%.1f", accuracy * 100))%" }
}

extension NaiveBayes {
    init(_ lines: [(String, String)]) {
        self.init()
        for (label, text) in lines { learn(text, as: label) }
    }
}

var model = NaiveBayes([
    ("긍정", "정말 재미있는 영화 최고"), ("부정", "정말 지루한 영화"), ("긍정", "최고 배우 최고 연기"), ("부정", "시간 낭비 지루한 연기"),
])
print(model.labels, model.vocabulary.count)  // expect: ["긍정", "부정"] 9
print(model.classify("최고 영화"), model.classify("지루한 시간"), NaiveBayes().classify("영화"))  // expect: 긍정 부정 ?
let shares = model.scores("연기 최고").probabilities
print(shares.count, String(format: "%.3f", shares["긍정"]!), abs(shares.values.reduce(0, +) - 1) < 1e-12)
// expect: 2 0.780 true
let tests = [("재미있는 연기", "긍정"), ("낭비", "부정"), ("배우 낭비 지루한", "긍정")]
print(model.report(on: tests), model.report(on: []))  // expect: 2/3 = 66.7% 0/0 = 0.0%
model.learn("낭비 없는 배우", as: "긍정")
model.alpha = 0.1
print(model.report(on: tests), model.vocabulary.contains("없는"))  // expect: 2/3 = 66.7% true
print(Counts().size, ["a": 2, "b": 3].size)  // expect: 0 5
