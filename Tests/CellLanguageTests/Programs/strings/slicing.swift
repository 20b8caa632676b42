// Indices, prefixes and suffixes, and slices by ranges of indices.
let text = "기계 학습은 재미있다"
print(text.prefix(2), text.suffix(3), text.dropFirst(3), text.dropLast(5))  // expect: 기계 미있다 학습은 재미있다 기계 학습은
print(text.first!, text.last!, text.count, text[text.startIndex])  // expect: 기 다 11 기
let second = text.index(after: text.startIndex)
print(text[second], text[text.index(text.startIndex, offsetBy: 3)], text[text.index(before: text.endIndex)])  // expect: 계 학 다
let space = text.firstIndex(of: " ")!
print(text[..<space], text[space...], text[text.index(after: space)...].count)  // expect: 기계  학습은 재미있다 8
let lastSpace = text.lastIndex(of: " ")!
print(text[text.index(after: space)..<lastSpace], text[text.startIndex...space].count)  // expect: 학습은 3
print(text.distance(from: text.startIndex, to: lastSpace), text.distance(from: lastSpace, to: text.endIndex))  // expect: 6 5
print(text.index(text.startIndex, offsetBy: 100, limitedBy: text.endIndex) == nil)  // expect: true
let word: Substring = text.prefix(2)
print(String(word) + "번역", word == "기계", word.count, word + "!")  // expect: 기계번역 true 2 기계!
func character(_ text: String, at offset: Int) -> Character? {
    guard offset >= 0, offset < text.count else { return nil }
    return text[text.index(text.startIndex, offsetBy: offset)]
}
print(character("한지", at: 1) ?? "?", character("한지", at: 2) ?? "?")  // expect: 지 ?
func middle(_ text: String) -> String {
    let half = text.index(text.startIndex, offsetBy: text.count / 2)
    return "\(text[..<half])|\(text[half...])"
}
print(middle("abcdef"), middle("가나다"), middle(""))  // expect: abc|def 가|나다 |
print("abc".prefix(10), "abc".suffix(0).isEmpty, "abc".dropFirst(5).isEmpty, "".first == nil)  // expect: abc true true true
print("key=value=x".prefix { $0 != "=" }, "   들여쓰기".drop { $0 == " " })  // expect: key 들여쓰기
var changing = "0123456789"
changing.removeSubrange(changing.startIndex..<changing.index(changing.startIndex, offsetBy: 4))
print(changing)  // expect: 456789
changing.insert("*", at: changing.index(changing.startIndex, offsetBy: 2))
changing.insert(contentsOf: "<>", at: changing.endIndex)
print(changing)  // expect: 45*6789<>
print(changing.remove(at: changing.startIndex), changing.removeLast(), changing.removeFirst(), changing)  // expect: 4 > 5 *6789<
changing.replaceSubrange(changing.startIndex...changing.startIndex, with: "별")
changing.removeAll { "79".contains($0) }
print(changing)  // expect: 별68<
for index in "가나".indices { print("가나"[index], terminator: " ") }
print("끝")  // expect: 가 나 끝
