// Text made letter by letter and word by word from counts of what follows what, with a seeded generator.
let corpus = """
    나는 아침에 학교에 간다
    나는 저녁에 집에 온다
    동생은 아침에 밥을 먹는다
    동생은 저녁에 책을 읽는다
    나는 책을 읽는다
    """
struct Generator {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
        state = state &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        return Int((state >> 33) % UInt64(limit))
    }
}
struct MarkovChain {
    static let start = "<시작>", end = "<끝>"
    private(set) var counts: [String: [String: Int]] = [:]
    mutating func learn(_ sentence: String) {
        let words = [Self.start] + sentence.split(separator: " ").map(String.init) + [Self.end]
        for (word, next) in zip(words, words.dropFirst()) { counts[word, default: [:]][next, default: 0] += 1 }
    }
    func probability(_ next: String, after word: String) -> Double {
        guard let row = counts[word] else { return 0 }
        return Double(row[next] ?? 0) / Double(row.values.reduce(0, +))
    }
    func choose(after word: String, using generator: inout Generator) -> String {
        let row = counts[word, default: [:]].sorted { $0.key < $1.key }
        var ticket = generator.next(below: row.reduce(0) { $0 + $1.value })
        for (next, count) in row {
            if ticket < count { return next }
            ticket -= count
        }
        return Self.end
    }
    func sentence(using generator: inout Generator, limit: Int = 12) -> String {
        var words: [String] = [], word = Self.start
        while words.count < limit {
            word = choose(after: word, using: &generator)
            if word == Self.end { break }
            words.append(word)
        }
        return words.joined(separator: " ")
    }
    func logLikelihood(_ sentence: String) -> Double? {
        let words = [Self.start] + sentence.split(separator: " ").map(String.init) + [Self.end]
        var total = 0.0
        for (word, next) in zip(words, words.dropFirst()) {
            let p = probability(next, after: word)
            guard p > 0 else { return nil }
            total += log(p)
        }
        return total
    }
}
var chain = MarkovChain()
for line in corpus.split(separator: "\n") { chain.learn(String(line)) }
print(chain.counts.count, chain.probability("아침에", after: "나는"), chain.probability("밥을", after: "아침에"))  // expect: 13 0.3333333333333333 0.5
print(chain.counts["책을"]!, chain.counts["나는"]!.keys.sorted())  // expect: ["읽는다": 2] ["아침에", "저녁에", "책을"]
var generator = Generator(state: 3)
for _ in 0..<4 { print(chain.sentence(using: &generator)) }  // expect: 동생은 아침에 밥을 먹는다
// expect: 나는 책을 읽는다
// expect: 동생은 저녁에 집에 온다
// expect: 나는 저녁에 책을 읽는다
var repeated = Generator(state: 3)
let again = (0..<4).map { _ in chain.sentence(using: &repeated) }
let known = Set(corpus.split(separator: "\n").map(String.init))
print(again.allSatisfy { $0.hasPrefix("나는") || $0.hasPrefix("동생은") }, again.filter { !known.contains($0) }.count)  // expect: true 2
print(chain.logLikelihood("나는 책을 읽는다").map { String(format: "%.4f", $0) } ?? "없음", chain.logLikelihood("책을 나는 간다") == nil)  // expect: -1.6094 true
let stationary = (0..<60).reduce(["맑음": 1.0, "비": 0.0]) { today, _ in
    let rain = today["맑음"]! * 0.2 + today["비"]! * 0.6
    return ["맑음": 1 - rain, "비": rain]
}
print(stationary.sorted { $0.key < $1.key }.map { "\($0.key) \(String(format: "%.4f", $0.value))" })  // expect: ["맑음 0.6667", "비 0.3333"]
