// Substrings as values of their own: comparing, storing, hashing, changing.
let text = "2026년 3월 14일 토요일"
let pieces: [Substring] = text.split(separator: " ")
print(pieces, pieces.count, type(of: pieces[0]))  // expect: ["2026년", "3월", "14일", "토요일"] 4 Substring
let strings: [String] = pieces.map { String($0) }
print(strings, strings[1] == pieces[1], "3월" == pieces[1])  // expect: ["2026년", "3월", "14일", "토요일"] true true
var rest = text[...]
let year = rest.prefix(4)
rest = rest.dropFirst(6)
print(year, rest, Int(year) ?? 0, rest.count)  // expect: 2026 3월 14일 토요일 2026 10
func number(_ text: Substring) -> Int? { Int(text.filter(\.isNumber)) }
print(pieces.map { number($0) ?? -1 })  // expect: [2026, 3, 14, -1]
let counts: [Substring: Int] = [pieces[0]: 1, pieces[1]: 2]
print(counts["3월"] ?? 0, counts[pieces[0]] ?? 0, counts[pieces[2]] == nil)  // expect: 2 1 true
var first = pieces[3]
first.removeLast(2)
first += "!"
print(first, pieces[3], first.uppercased() == String(first))  // expect: 토! 토요일 true
func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
}
print("[\(trim("  안쪽 글  "))]", trim("   ").isEmpty, trim("a"))  // expect: [안쪽 글] true a
let slice = text[text.firstIndex(of: "3")!...]
print(slice.prefix(2), slice.startIndex == text.firstIndex(of: "3")!, slice.hasPrefix("3월"))  // expect: 3월 true true
print(slice.first!, slice.last!, slice.contains("토"), slice.split(separator: " ").last!)  // expect: 3 일 true 토요일
print(max("가" as Substring, "나"), pieces.sorted(), pieces.joined(separator: "_"), String(pieces[0].reversed()))  // expect: 나 ["14일", "2026년", "3월", "토요일"] 2026년_3월_14일_토요일 년6202
