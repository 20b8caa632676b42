// Looking for text: prefixes, suffixes, contents, first and last places, ranges.
let text = "머신러닝과 딥러닝은 다르다"
print(text.hasPrefix("머신"), text.hasSuffix("다르다"), text.hasPrefix("딥"), text.hasPrefix(""))  // expect: true true false true
print(text.contains("러닝"), text.contains("통계"), text.contains("딥" as Character))  // expect: true false true
print(text.firstIndex(of: "러").map { text.distance(from: text.startIndex, to: $0) } ?? -1)  // expect: 2
print(text.lastIndex(of: "러").map { text.distance(from: text.startIndex, to: $0) } ?? -1, text.firstIndex(of: "x") == nil)  // expect: 7 true
if let range = text.range(of: "딥러닝") {
    print(text[range], text[..<range.lowerBound], text[range.upperBound...])  // expect: 딥러닝 머신러닝과  은 다르다
}
print(text.range(of: "없음") == nil)  // expect: true
func occurrences(of pattern: String, in text: String) -> Int { text.components(separatedBy: pattern).count - 1 }
print(occurrences(of: "러닝", in: text), occurrences(of: "a", in: "banana"), occurrences(of: "ana", in: "banana"))  // expect: 2 3 1
func positions(of pattern: String, in text: String) -> [Int] {
    let text = Array(text), pattern = Array(pattern)
    guard text.count >= pattern.count else { return [] }
    return (0...text.count - pattern.count).filter { Array(text[$0..<$0 + pattern.count]) == pattern }
}
print(positions(of: "ana", in: "banana"), positions(of: "나", in: "바나나"), positions(of: "긴 무늬", in: "짧"))  // expect: [1, 3] [1, 2] []
print("apple".allSatisfy { $0.isLetter }, "app1e".allSatisfy(\.isLetter), "".allSatisfy { $0.isNumber })  // expect: true false true
print("hello".first { "aeiou".contains($0) } ?? "-", "hello".last { "aeiou".contains($0) } ?? "-")  // expect: e o
print("abc" == "abc", "abc" != "abd", "abc" < "abd", "abc" < "ab", "" < "a", "Z" < "a")  // expect: true true true false true true
print(["배", "사과", "감"].contains("감"), ["배", "사과"].firstIndex(of: "사과") ?? -1)  // expect: true 1
print("사과 3개".contains { $0.isNumber }, "문장.".hasSuffix("."), "file.tar.gz".split(separator: ".").last!)  // expect: true true gz
func isPalindrome(_ text: String) -> Bool {
    let letters = text.lowercased().filter(\.isLetter)
    return letters == String(letters.reversed())
}
print(["다들 잠들다", "A man, a plan", "토마토", "Never odd or even"].map(isPalindrome))  // expect: [true, false, true, true]
print("Swift".caseInsensitiveCompare("SWIFT") == .orderedSame, "swift".lowercased() == "SwIfT".lowercased())  // expect: true true
