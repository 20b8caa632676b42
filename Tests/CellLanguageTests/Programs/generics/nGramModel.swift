// An n-gram language model over tokens of any kind, counts with smoothing, greedy generation, perplexity.
struct Counter<Key: Hashable> {
    private(set) var counts: [Key: Int] = [:]
    private(set) var total = 0

    mutating func add(_ key: Key) {
        counts[key, default: 0] += 1
        total += 1
    }

    func probability(_ key: Key, smoothing: Double = 0, outcomes: Int = 0) -> Double {
        let bottom = Double(total) + smoothing * Double(outcomes)
        return bottom == 0 ? 0 : (Double(counts[key] ?? 0) + smoothing) / bottom
    }
}

extension Counter where Key: Comparable {
    func best() -> Key? { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
}

struct NGramModel<Token: Hashable & Comparable> {
    let n: Int
    var smoothing = 1.0
    private var contexts: [[Token]: Counter<Token>] = [:]
    private var vocabulary: Set<Token> = []
    private let padding: Token

    init(n: Int, padding: Token) {
        self.n = n
        self.padding = padding
    }

    private func padded(_ tokens: some Sequence<Token>) -> [Token] {
        Array(repeating: padding, count: n - 1) + Array(tokens) + [padding]
    }

    mutating func learn(_ tokens: some Sequence<Token>) {
        let all = padded(tokens)
        vocabulary.formUnion(all)
        for i in (n - 1)..<all.count {
            contexts[Array(all[(i - n + 1)..<i]), default: Counter()].add(all[i])
        }
    }

    func probability(of token: Token, after context: [Token]) -> Double {
        let counter = contexts[Array(context.suffix(n - 1))] ?? Counter()
        return counter.probability(token, smoothing: smoothing, outcomes: vocabulary.count)
    }

    func perplexity(_ tokens: some Sequence<Token>) -> Double {
        let all = padded(tokens)
        let logs = ((n - 1)..<all.count).map { log(probability(of: all[$0], after: Array(all[..<$0]))) }
        return exp(-logs.reduce(0, +) / Double(logs.count))
    }

    func generate(limit: Int) -> [Token] {
        var tokens = Array(repeating: padding, count: n - 1)
        for _ in 0..<limit {
            guard let next = contexts[Array(tokens.suffix(n - 1))]?.best(), next != padding else { break }
            tokens.append(next)
        }
        return Array(tokens.dropFirst(n - 1))
    }
}

var sentences = NGramModel(n: 2, padding: "#")
for line in ["나는 밥을 먹는다", "나는 책을 읽는다", "너는 책을 읽는다", "우리는 책을 산다"] {
    sentences.learn(line.split(separator: " ").map(String.init))
}
print(sentences.generate(limit: 10).joined(separator: " "))  // expect: 나는 밥을 먹는다
print(sentences.probability(of: "책을", after: ["나는"]), sentences.probability(of: "x", after: ["?"]))
// expect: 0.18181818181818182 0.1111111111111111
sentences.smoothing = 0
print(sentences.probability(of: "책을", after: ["나는"]), sentences.probability(of: "읽는다", after: ["먼저", "책을"]))
// expect: 0.5 0.6666666666666666

var letters = NGramModel<Character>(n: 3, padding: "_")
for word in ["banana", "bandana", "canal", "cabana"] { letters.learn(word) }
letters.smoothing = 0.5
print(String(letters.generate(limit: 4)), letters.perplexity("banana") < letters.perplexity("nabana"))
// expect: bana true
print(String(format: "%.3f %.3f", letters.perplexity("banana"), letters.perplexity("xyz")))  // expect: 2.432 8.469

var numbers = NGramModel(n: 1, padding: -1)
numbers.learn([1, 2, 2, 3, 2])
numbers.smoothing = 0
print(numbers.probability(of: 2, after: []), numbers.generate(limit: 3), numbers.perplexity([2]) > 2)
// expect: 0.5 [2, 2, 2] true
