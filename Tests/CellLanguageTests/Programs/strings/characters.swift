// Going through characters: classes of characters, counting and conversion.
let text = "Hanji 3.1 한지 漢字 あ!"
for character in "가b3 " {
    print(character, character.isLetter, character.isNumber, character.isWhitespace)
}  // expect: 가 true false false
// expect: b true false false
// expect: 3 false true false
// expect:   false false true
print(text.filter(\.isLetter), text.filter { $0.isNumber }, text.filter { $0.isPunctuation })  // expect: Hanji한지漢字あ 31 .!
print(text.filter { $0.isUppercase }, text.filter { $0.isLowercase }.count, text.filter { $0.isASCII }.count)  // expect: H 4 13
var counts: [Character: Int] = [:]
for character in "바나나 사과 바나나" where !character.isWhitespace { counts[character, default: 0] += 1 }
for (character, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
    print("\(character)=\(count)", terminator: " ")
}
print(counts.count)  // expect: 나=4 바=2 과=1 사=1 4
let word = "letter"
let characters = Array(word)
print(characters, characters.count, Set(characters).count, String(characters.reversed()))  // expect: ["l", "e", "t", "t", "e", "r"] 6 4 rettel
print(word.map { $0.uppercased() }.joined(separator: "-"), word.map { String($0) }.first ?? "")  // expect: L-E-T-T-E-R l
print(Character("a") < Character("b"), Character("가") > "a", "Z" < ("a" as Character))  // expect: true true true
print("7".first!.wholeNumberValue ?? -1, "9876".compactMap(\.wholeNumberValue).reduce(0, +))  // expect: 7 30
print("f".first!.hexDigitValue ?? 0, "f".first!.isHexDigit, "g".first!.isHexDigit, "\n".first!.isNewline)  // expect: 15 true false true
print(Character("q").uppercased(), "가".first!.uppercased(), Character("ß").uppercased())  // expect: Q 가 SS
func isVowel(_ character: Character) -> Bool { "aeiouAEIOU".contains(character) }
print("Education".filter(isVowel), "Education".filter { !isVowel($0) }, "Education".firstIndex(where: isVowel) == "Education".startIndex)  // expect: Euaio dctn true
for (index, character) in "한국어".enumerated() { print(index, character, terminator: ";") }
print()  // expect: 0 한;1 국;2 어;
