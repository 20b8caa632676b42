// Words as counts of their neighbours: windows, weighting by pointwise mutual information, nearest words.
let sentences = [
    "왕 은 성 에 산다", "여왕 은 성 에 산다", "왕 은 나라 를 다스린다", "여왕 은 나라 를 다스린다",
    "개 는 마당 에서 논다", "고양이 는 마당 에서 잔다", "개 는 고기 를 먹는다", "고양이 는 생선 을 먹는다",
]
let particles: Set<String> = ["은", "는", "이", "가", "을", "를", "에", "에서"]
let texts = sentences.map { $0.split(separator: " ").map(String.init).filter { !particles.contains($0) } }
struct Pair: Hashable {
    let word: String, context: String
}
func cooccurrences(_ texts: [[String]], window: Int) -> [Pair: Int] {
    var counts: [Pair: Int] = [:]
    for text in texts {
        for (i, word) in text.enumerated() {
            for j in max(0, i - window)...min(text.count - 1, i + window) where j != i {
                counts[Pair(word: word, context: text[j]), default: 0] += 1
            }
        }
    }
    return counts
}
let counts = cooccurrences(texts, window: 2)
let words = Set(texts.joined()).sorted()
print(words.count, counts.count, counts[Pair(word: "왕", context: "성")] ?? 0, counts[Pair(word: "성", context: "산다")] ?? 0)  // expect: 14 44 1 2
let total = Double(counts.values.reduce(0, +))
let wordTotals = counts.reduce(into: [String: Double]()) { $0[$1.key.word, default: 0] += Double($1.value) }
func information(_ word: String, _ context: String) -> Double {
    guard let count = counts[Pair(word: word, context: context)] else { return 0 }
    return max(0, log2(Double(count) * total / (wordTotals[word]! * wordTotals[context]!)))
}
let vectors = Dictionary(uniqueKeysWithValues: words.map { word in (word, words.map { information(word, $0) }) })
func cosine(_ a: [Double], _ b: [Double]) -> Double {
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
    let length = sqrt(dot(a, a) * dot(b, b))
    return length > 0 ? dot(a, b) / length : 0
}
func similarity(_ a: String, _ b: String) -> Double {
    guard let x = vectors[a], let y = vectors[b] else { return .nan }
    return cosine(x, y)
}
print(String(format: "%.3f %.3f %.3f", similarity("왕", "여왕"), similarity("개", "고양이"), similarity("왕", "개")), similarity("왕", "용").isNaN)  // expect: 1.000 0.273 0.000 true
func nearest(_ word: String, _ count: Int = 2) -> [String] {
    words.filter { $0 != word }.map { ($0, similarity(word, $0)) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map { "\($0.0) \(String(format: "%.2f", $0.1))" }
}
for word in ["왕", "개", "성"] { print(word, nearest(word)) }  // expect: 왕 ["여왕 1.00", "나라 0.38"]
// expect: 개 ["마당 0.36", "먹는다 0.36"]
// expect: 성 ["나라 0.43", "다스린다 0.43"]
let window1 = cooccurrences(texts, window: 1)
print(window1.count < counts.count, window1[Pair(word: "왕", context: "산다")] == nil, Set(counts.keys.map(\.word)) == Set(words))  // expect: true true true
let symmetric = counts.allSatisfy { counts[Pair(word: $0.key.context, context: $0.key.word)] == $0.value }
print(symmetric, String(format: "%.3f", information("왕", "성")), information("왕", "생선"))  // expect: true 1.585 0.0
let groups = ["왕", "여왕", "개", "고양이"].reduce(into: [[String]]()) { groups, word in
    if let index = groups.firstIndex(where: { similarity($0[0], word) > 0.3 }) { groups[index].append(word) } else { groups.append([word]) }
}
print(groups)  // expect: [["왕", "여왕"], ["개"], ["고양이"]]
