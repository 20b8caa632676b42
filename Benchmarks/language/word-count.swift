// How often each word stands in a text, in a dictionary; the text is drawn from three vocabularies.
let vocabulary = [
    "영화", "정말", "재미있다", "지루하다", "배우", "연기", "이야기", "음악", "최고", "다시", "映画", "とても", "面白い",
    "退屈", "俳優", "演技", "物語", "音楽", "最高", "もう一度", "film", "really", "funny", "boring", "actor", "acting",
    "story", "music", "best", "again",
]

func makeText(words: Int) -> String {
    var state = 20_240_501
    var parts: [String] = []
    for _ in 0..<words {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        let word = vocabulary[state / 65_536 % vocabulary.count]
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        let ending = state / 65_536 % 400
        parts.append(ending < 100 ? word : word + "\(ending)")
    }
    return parts.joined(separator: " ")
}

func countWords(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.split(separator: " ") {
        counts[String(word), default: 0] += 1
    }
    return counts
}

func lengths(_ counts: [String: Int]) -> [Int: Int] {
    var byCount: [Int: Int] = [:]
    for (_, count) in counts {
        byCount[count, default: 0] += 1
    }
    return byCount
}

let counts = countWords(makeText(words: 900_000))
print(counts.count, "different words")
let ranking = counts.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
for (word, count) in ranking.prefix(12) {
    print(word, count)
}
let byCount = lengths(counts)
for count in byCount.keys.sorted().prefix(5) {
    print("words standing there \(count) times: \(byCount[count]!)")
}
