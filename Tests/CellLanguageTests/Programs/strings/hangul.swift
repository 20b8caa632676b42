// Taking Hangul syllables apart and putting them together; particles that follow the last consonant.
let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
let finals: [String] = [""] + "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".map { String($0) }
print(initials.count, vowels.count, finals.count)  // expect: 19 21 28
func parts(of syllable: Character) -> (initial: Character, vowel: Character, final: String)? {
    guard let code = syllable.unicodeScalars.first?.value, (0xAC00...0xD7A3).contains(code) else { return nil }
    let offset = Int(code) - 0xAC00
    return (initials[offset / 588], vowels[offset % 588 / 28], finals[offset % 28])
}
func syllable(_ initial: Int, _ vowel: Int, _ final: Int = 0) -> Character {
    Character(Unicode.Scalar(UInt32(0xAC00 + initial * 588 + vowel * 28 + final))!)
}
for character in "한글a" {
    if let (initial, vowel, final) = parts(of: character) {
        print(character, initial, vowel, final)
    } else {
        print(character, "한글 아님")
    }
}  // expect: 한 ㅎ ㅏ ㄴ
// expect: 글 ㄱ ㅡ ㄹ
// expect: a 한글 아님
print("기계 학습".compactMap { parts(of: $0)?.initial }.map { String($0) }.joined())  // expect: ㄱㄱㅎㅅ
print(syllable(18, 0, 4), syllable(0, 18, 8), String([syllable(0, 0), syllable(2, 0), syllable(3, 0)]))  // expect: 한 글 가나다
func topic(_ noun: String) -> String {
    let hasFinal = noun.last.flatMap { parts(of: $0) }.map { $0.final != "" } ?? false
    return noun + (hasFinal ? "은" : "는")
}
print(["학습", "데이터", "모델", "기계"].map(topic).joined(separator: ", "))  // expect: 학습은, 데이터는, 모델은, 기계는
let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
print(decomposed, decomposed.count, decomposed == "한글", decomposed.unicodeScalars.count, "한글".unicodeScalars.count)  // expect: 한글 2 true 6 2
print(["나비", "가방", "다람쥐", "하늘", "각도"].sorted())  // expect: ["가방", "각도", "나비", "다람쥐", "하늘"]
print("가나다".map { $0 }, "가" < "나", "힣" > "가", "ㄱ" < "가")  // expect: ["가", "나", "다"] true true true
