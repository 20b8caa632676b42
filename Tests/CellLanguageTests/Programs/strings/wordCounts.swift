// Words of a Korean text counted, with punctuation taken off and frequencies sorted.
let text = """
    학교 종이 땡땡땡 울린다. 아이들이 모인다!
    선생님이 말씀하신다: "오늘은 학교에서 책을 읽자."
    아이들이 책을 편다. 학교 창밖에는 눈이 온다.
    """
let words = text.split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
print(words.count, Set(words).count, words[0], words.last!)  // expect: 19 16 학교 온다
var counts: [String: Int] = [:]
for word in words { counts[word, default: 0] += 1 }
let common = counts.filter { $0.value > 1 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
for (word, count) in common { print(word, count) }  // expect: 아이들이 2
// expect: 책을 2
// expect: 학교 2
let lines = text.split(separator: "\n")
print(lines.map(\.count), lines.map { $0.split(separator: " ").count })  // expect: [24, 29, 26] [6, 6, 7]
let longest = words.max { $0.count < $1.count }!
print(longest, longest.count, words.filter { $0.count == 1 })  // expect: 말씀하신다 5 []
let byLength = Dictionary(grouping: words, by: \.count)
for length in byLength.keys.sorted() { print(length, byLength[length]!.count) }  // expect: 2 9
// expect: 3 4
// expect: 4 5
// expect: 5 1
let bigrams = zip(words, words.dropFirst()).map { "\($0) \($1)" }
print(bigrams.count, bigrams.filter { $0.hasPrefix("학교") })  // expect: 18 ["학교 종이", "학교에서 책을", "학교 창밖에는"]
let stems = words.map { word in ["이", "을", "은", "에서"].first { word.hasSuffix($0) }.map { String(word.dropLast($0.count)) } ?? word }
print(stems.prefix(6).joined(separator: " "))  // expect: 학교 종 땡땡땡 울린다 아이들 모인다
let marks = text.filter(\.isPunctuation)
print(marks, marks.count, text.filter { $0 == "\n" }.count)  // expect: .!:".".. 8 2
let quoted = text.split(separator: "\"")
print(quoted.count, quoted[1])  // expect: 3 오늘은 학교에서 책을 읽자.
