// Key paths on library types, tuples, generics, classes and protocols: features of texts as functions.
protocol Document {
    var text: String { get }
}
extension Document {
    var words: [Substring] { text.split(separator: " ") }
    var averageLength: Double { words.isEmpty ? 0 : Double(words.map(\.count).reduce(0, +)) / Double(words.count) }
}
final class Note: Document {
    var text: String
    var author: (name: String, year: Int)?
    init(_ text: String, by author: (String, Int)? = nil) {
        self.text = text
        self.author = author.map { (name: $0.0, year: $0.1) }
    }
}
struct Tweet: Document {
    let text: String
    var tags: [String] { words.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) } }
}
struct Indexed<Value> {
    let index: Int
    let value: Value
}

struct Feature<Input> {
    let name: String
    let extract: (Input) -> Double
}
func feature<Input>(_ name: String, _ count: @escaping (Input) -> Int) -> Feature<Input> {
    Feature(name: name) { Double(count($0)) }
}

let notes = [Note("오늘 배운 것 정리", by: ("현", 2024)), Note("short"), Note("a bb ccc", by: ("Eri", 2021))]
print(notes.map(\.words.count), notes.map(\.averageLength), notes.map(\.text.first))
// expect: [4, 1, 3] [1.75, 5.0, 2.0] [Optional("오"), Optional("s"), Optional("a")]
print(notes.compactMap(\.author).map(\.name), notes.compactMap(\.author?.year).max() ?? 0, notes.map(\.author?.name))
// expect: ["현", "Eri"] 2024 [Optional("현"), nil, Optional("Eri")]
notes[1].text += " but longer"
print(notes.map(\.words.last?.count), notes.map(\.text).map(\.count))
// expect: [Optional(2), Optional(6), Optional(3)] [10, 16, 8]
let documents: [any Document] = [notes[0], Tweet(text: "go #swift #배우기")]
print(documents.map { $0.words.count }, documents.compactMap { $0 as? Tweet }.flatMap(\.tags))
// expect: [4, 3] ["swift", "배우기"]

let features: [Feature<String>] = [
    feature("length", \.count), Feature(name: "digits") { Double($0.filter(\.isNumber).count) },
    feature("bytes", \.utf8.count), feature("upper") { $0.filter(\.isUppercase).count },
]
for text in ["Abc 123", "가나다 ABC"] { print(features.map { "\($0.name)=\(Int($0.extract(text)))" }) }
// expect: ["length=7", "digits=3", "bytes=7", "upper=1"]
// expect: ["length=7", "digits=0", "bytes=13", "upper=3"]

let pairs = Dictionary(grouping: "the quick brown fox jumps over the dog".split(separator: " "), by: \.count)
print(pairs.map(\.key).sorted(), pairs.mapValues(\.count).values.max()!, pairs.sorted { $0.key < $1.key }.map(\.value.first!))
// expect: [3, 4, 5] 4 ["the", "over", "quick"]
print([(1, "one"), (2, "two")].map(\.0), [(word: "a", n: 3), (word: "b", n: 4)].map(\.word), zip([1, 2], [3, 4]).map(\.1))
// expect: [1, 2] ["a", "b"] [3, 4]
print(["x", "y"].enumerated().map(\.offset), (1...3).map(\.self), [[1, 2], [3]].map(\.count), [1.5, -2].map(\.magnitude))
// expect: [0, 1] [1, 2, 3] [2, 1] [1.5, 2.0]
print("Hello 9".map(\.isLetter), "Hello".map(\.asciiValue!), ["a": 1].map(\.value), [3, -1].map(\.description))
// expect: [true, true, true, true, true, false, false] [72, 101, 108, 108, 111] [1] ["3", "-1"]
let indexed = ["가", "나"].enumerated().map { Indexed(index: $0.offset, value: $0.element) }
print(indexed.map(\.value), indexed.map(\.index).reduce(0, +), [Indexed(index: 1, value: [1, 2])].map(\.value.last))
// expect: ["가", "나"] 1 [Optional(2)]
print([1...3, 5...9].map(\.count), [0..<4].map(\.upperBound), [Optional("s"), nil].map(\.?.count))
// expect: [3, 5] [4] [Optional(1), nil]
