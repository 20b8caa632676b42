// Sentences as vectors of word counts; cosine similarity; TF-IDF and the words it brings forward.
let documents = [
    "고양이가 생선을 먹는다", "강아지가 고기를 먹는다", "고양이가 강아지를 본다",
    "주식 시장이 오른다", "주식 가격이 내린다 시장이 흔들린다",
]
let tokenised = documents.map { $0.split(separator: " ").map(String.init) }
let vocabulary = Set(tokenised.joined()).sorted()
let index = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
print(vocabulary.count, vocabulary.prefix(3), index["주식"] ?? -1)  // expect: 13 ["가격이", "강아지가", "강아지를"] 11
func counts(_ words: [String]) -> [Double] {
    var vector = [Double](repeating: 0, count: vocabulary.count)
    for word in words {
        guard let place = index[word] else { continue }
        vector[place] += 1
    }
    return vector
}
let vectors = tokenised.map(counts)
print(vectors[0].map { Int($0) }, vectors.map { $0.reduce(0, +) })  // expect: [0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0] [3.0, 3.0, 3.0, 3.0, 5.0]
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
func cosine(_ a: [Double], _ b: [Double]) -> Double {
    let size = norm(a) * norm(b)
    return size == 0 ? 0 : dot(a, b) / size
}
for row in vectors.indices {
    print(vectors.indices.map { String(format: "%.2f", cosine(vectors[row], vectors[$0])) }.joined(separator: " "))
}  // expect: 1.00 0.33 0.33 0.00 0.00
// expect: 0.33 1.00 0.00 0.00 0.00
// expect: 0.33 0.00 1.00 0.00 0.00
// expect: 0.00 0.00 0.00 1.00 0.52
// expect: 0.00 0.00 0.00 0.52 1.00
let documentFrequency = vocabulary.indices.map { word in vectors.filter { $0[word] > 0 }.count }
let idf = documentFrequency.map { log(Double(documents.count) / Double($0)) + 1 }
let tfidf = vectors.map { vector -> [Double] in
    let total = vector.reduce(0, +)
    return zip(vector, idf).map { $0 / total * $1 }
}
for (document, vector) in zip(documents, tfidf) {
    let best = vector.indices.sorted { (-vector[$0], vocabulary[$0]) < (-vector[$1], vocabulary[$1]) }.prefix(2)
    print(document.prefix(7), best.map { "\(vocabulary[$0]) \(String(format: "%.3f", vector[$0]))" })
}  // expect: 고양이가 생선 ["생선을 0.870", "고양이가 0.639"]
// expect: 강아지가 고기 ["강아지가 0.870", "고기를 0.870"]
// expect: 고양이가 강아 ["강아지를 0.870", "본다 0.870"]
// expect: 주식 시장이  ["오른다 0.870", "시장이 0.639"]
// expect: 주식 가격이  ["가격이 0.522", "내린다 0.522"]
func search(_ query: String) -> [(text: String, score: Double)] {
    let vector = zip(counts(query.split(separator: " ").map(String.init)), idf).map { $0 * $1 }
    return zip(documents, tfidf).map { ($0, cosine(vector, $1)) }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
        .map { (text: $0.0, score: $0.1) }
}
for (text, score) in search("고양이가 먹는다") { print(String(format: "%.3f", score), text) }  // expect: 0.720 고양이가 생선을 먹는다
// expect: 0.326 강아지가 고기를 먹는다
// expect: 0.326 고양이가 강아지를 본다
print(search("우주 여행").isEmpty, search("시장이").map(\.text.count))  // expect: true [10, 19]
