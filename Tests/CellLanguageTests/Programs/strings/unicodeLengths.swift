// Characters, scalars, UTF-8 and UTF-16 lengths of composed characters and emoji.
let samples = ["a", "é", "e\u{301}", "한", "\u{1112}\u{1161}\u{11AB}", "👩‍🔬", "🇯🇵", "か\u{3099}", "1️⃣"]
for sample in samples {
    print(sample.count, sample.unicodeScalars.count, sample.utf16.count, sample.utf8.count)
}  // expect: 1 1 1 1
// expect: 1 1 1 2
// expect: 1 2 2 3
// expect: 1 1 1 3
// expect: 1 3 3 9
// expect: 1 3 5 11
// expect: 1 2 4 8
// expect: 1 2 2 6
// expect: 1 3 3 7
print("cafe\u{301}" == "café", "cafe\u{301}".count, "cafe\u{301}".utf8.count, "café".utf8.count)  // expect: true 4 6 5
print("か\u{3099}" == "が", Set(["が", "か\u{3099}"]).count, ["e\u{301}": 1]["é"] ?? 0)  // expect: true 1 1
var word = "cafe"
word += "\u{301}"
print(word, word.count, word.last!, word.hasSuffix("e"))  // expect: café 4 é false
let family = "👨‍👩‍👧‍👦 가족"
print(family.count, family.unicodeScalars.count, family.prefix(1), family.dropFirst(2))  // expect: 4 10 👨‍👩‍👧‍👦 가족
print(String(family.reversed()), family.first == "👨‍👩‍👧‍👦")  // expect: 족가 👨‍👩‍👧‍👦 true
for scalar in "é한".unicodeScalars { print(scalar, scalar.value, scalar.isASCII) }  // expect: é 233 false
// expect: 한 54620 false
print(Array("aé".utf8), Array("한".utf16), "한".utf8.map { String($0, radix: 16) }.joined(separator: " "))  // expect: [97, 195, 169] [54620] ed 95 9c
print("A".unicodeScalars.first!.value, Unicode.Scalar(65 as UInt8), Character(Unicode.Scalar(12354)!))  // expect: 65 A あ
func caesar(_ text: String, by shift: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { scalar in
        guard ("a"..."z").contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8((Int(scalar.value) - 97 + shift + 26) % 26 + 97))
    }))
}
print(caesar("hello, 세계", by: 3), caesar(caesar("xyz", by: 5), by: -5))  // expect: khoor, 세계 xyz
