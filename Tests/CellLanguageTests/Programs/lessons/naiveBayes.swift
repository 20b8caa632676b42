// Korean sentences sorted into moods by a naive Bayes classifier with smoothing.
enum Mood: String, CaseIterable { case good = "긍정", bad = "부정" }
let training: [(text: String, mood: Mood)] = [
    ("오늘 날씨가 정말 좋다", .good), ("이 영화 정말 재미있다", .good), ("음식이 맛있고 친절하다", .good),
    ("선물을 받아 기분이 좋다", .good), ("버스가 늦어 화가 난다", .bad), ("음식이 식어 맛이 없다", .bad),
    ("영화가 지루해 잠이 온다", .bad), ("날씨가 추워 기분이 나쁘다", .bad),
]
func tokens(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
struct NaiveBayes {
    private(set) var documents: [Mood: Int] = [:]
    private(set) var words: [Mood: [String: Int]] = [:]
    private(set) var vocabulary: Set<String> = []
    mutating func learn(_ text: String, _ mood: Mood) {
        documents[mood, default: 0] += 1
        for word in tokens(text) {
            words[mood, default: [:]][word, default: 0] += 1
            vocabulary.insert(word)
        }
    }
    func logProbability(of word: String, given mood: Mood) -> Double {
        let counts = words[mood] ?? [:]
        let total = counts.values.reduce(0, +)
        return log(Double(counts[word, default: 0] + 1) / Double(total + vocabulary.count))
    }
    func scores(_ text: String) -> [Mood: Double] {
        let total = Double(documents.values.reduce(0, +))
        return Dictionary(uniqueKeysWithValues: Mood.allCases.map { mood in
            let prior = log(Double(documents[mood] ?? 0) / total)
            return (mood, tokens(text).reduce(prior) { $0 + logProbability(of: $1, given: mood) })
        })
    }
    func probabilities(_ text: String) -> [Mood: Double] {
        let scores = scores(text)
        let highest = scores.values.max() ?? 0
        let weights = scores.mapValues { exp($0 - highest) }
        let sum = weights.values.reduce(0, +)
        return weights.mapValues { $0 / sum }
    }
    func classify(_ text: String) -> Mood { scores(text).max { $0.value < $1.value }!.key }
}
var classifier = NaiveBayes()
for (text, mood) in training { classifier.learn(text, mood) }
print(classifier.vocabulary.count, classifier.documents[.good] ?? 0, classifier.words[.bad]?["음식이"] ?? 0)  // expect: 26 4 1
for text in ["날씨가 좋다", "음식이 맛이 없다", "영화 정말 좋다", "버스가 늦어 기분이 나쁘다", "처음 보는 말"] {
    let p = classifier.probabilities(text)
    print(text, "→", abs(p[.good]! - p[.bad]!) < 1e-9 ? "모름" : classifier.classify(text).rawValue, String(format: "%.3f", p[.good] ?? 0))
}  // expect: 날씨가 좋다 → 긍정 0.759
// expect: 음식이 맛이 없다 → 부정 0.212
// expect: 영화 정말 좋다 → 긍정 0.951
// expect: 버스가 늦어 기분이 나쁘다 → 부정 0.121
// expect: 처음 보는 말 → 긍정 0.518
let correct = training.filter { classifier.classify($0.text) == $0.mood }.count
print("학습 자료에서 \(correct)/\(training.count)")  // expect: 학습 자료에서 8/8
let telling = classifier.vocabulary.map { word in
    (word, classifier.logProbability(of: word, given: .good) - classifier.logProbability(of: word, given: .bad))
}
print(telling.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(2).map(\.0), telling.map(\.1).max()! > 0)  // expect: ["정말", "좋다"] true
let even = telling.filter { abs($0.1 - telling.first { $0.0 == "음식이" }!.1) < 1e-9 }.map(\.0).sorted()
print(even)  // expect: ["기분이", "날씨가", "음식이"]
