// Tokenisers behind one protocol: words, characters, n-grams and a chain of them, with a vocabulary built by any.
protocol Tokenizer {
    func tokens(in text: String) -> [String]
}

extension Tokenizer {
    func count(_ text: String) -> Int { tokens(in: text).count }

    func vocabulary(of texts: [String], atLeast minimum: Int = 1) -> [String: Int] {
        var counts: [String: Int] = [:]
        for token in texts.flatMap(tokens(in:)) { counts[token, default: 0] += 1 }
        let kept = counts.filter { $0.value >= minimum }.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }
        return Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.key, $0 + 1) })
    }

    func encode(_ text: String, with vocabulary: [String: Int]) -> [Int] {
        tokens(in: text).map { vocabulary[$0] ?? 0 }
    }

    func then(_ next: any Tokenizer) -> Chain { Chain(first: self, second: next) }
}

struct Whitespace: Tokenizer {
    func tokens(in text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
struct Lowercase: Tokenizer {
    func tokens(in text: String) -> [String] { [text.lowercased()] }
}
struct Characters: Tokenizer {
    var keepsSpaces = false
    func tokens(in text: String) -> [String] { text.filter { keepsSpaces || $0 != " " }.map { String($0) } }
}
struct NGrams: Tokenizer {
    let n: Int
    func tokens(in text: String) -> [String] {
        let padded = Array("^" + text + "$")
        guard padded.count >= n else { return [String(padded)] }
        return (0...(padded.count - n)).map { String(padded[$0..<$0 + n]) }
    }
}
struct Stripping: Tokenizer {
    let suffixes: [String]
    func tokens(in text: String) -> [String] {
        for suffix in suffixes where text.hasSuffix(suffix) && text.count > suffix.count {
            return [String(text.dropLast(suffix.count)), "##" + suffix]
        }
        return [text]
    }
}
struct Chain: Tokenizer {
    let first: any Tokenizer
    let second: any Tokenizer
    func tokens(in text: String) -> [String] { first.tokens(in: text).flatMap { second.tokens(in: $0) } }
}

let text = "나는 밥을 먹고 너는 밥을 본다"
let all: [(String, any Tokenizer)] = [
    ("words", Whitespace()), ("characters", Characters()), ("2-grams", Whitespace().then(NGrams(n: 2))),
    ("morphemes", Whitespace().then(Stripping(suffixes: ["는", "을", "고", "다"]))),
]
for (name, tokenizer) in all { print(name, tokenizer.count(text), tokenizer.tokens(in: text).prefix(4)) }
// expect: words 6 ["나는", "밥을", "먹고", "너는"]
// expect: characters 12 ["나", "는", "밥", "을"]
// expect: 2-grams 18 ["^나", "나는", "는$", "^밥"]
// expect: morphemes 12 ["나", "##는", "밥", "##을"]
let chain = Lowercase().then(Whitespace()).then(Stripping(suffixes: ["ing", "ed", "s"]))
print(chain.tokens(in: "Walking dogs walked CATS is"))
// expect: ["walk", "##ing", "dog", "##s", "walk", "##ed", "cat", "##s", "i", "##s"]
let corpus = ["the cat sat", "the dog sat", "a bird sang", "the end"]
let vocabulary = Whitespace().vocabulary(of: corpus)
print(vocabulary.count, vocabulary["the"] ?? 0, vocabulary["sat"] ?? 0, vocabulary["a"] ?? 0)  // expect: 8 1 2 3
print(Whitespace().vocabulary(of: corpus, atLeast: 2).keys.sorted())  // expect: ["sat", "the"]
print(Whitespace().encode("the cat sang a song", with: vocabulary))  // expect: [1, 5, 8, 3, 0]
print(Characters(keepsSpaces: true).count("a b"), NGrams(n: 5).tokens(in: "ab"), chain.first is Chain)
// expect: 3 ["^ab$"] true
