// One text, seen as characters, scalars and UTF-8 bytes.
let text = "한글 emoji 👨‍👩‍👧 é"
print(text.count, text.unicodeScalars.count, text.utf8.count, text.utf16.count)  // expect: 12 16 34 19
for word in text.split(separator: " ") { print(word, word.count, word.utf8.count) }  // expect: 한글 2 6
// expect: emoji 5 5
// expect: 👨‍👩‍👧 1 18
// expect: é 1 2
let flag = "🇰🇷🇯🇵"
print(flag.count, flag.first!, flag.unicodeScalars.count)  // expect: 2 🇰🇷 4
print("가".unicodeScalars.map { String($0.value, radix: 16) })  // expect: ["ac00"]
print(Array("あア漢".utf8).prefix(3).map { String($0, radix: 2) })  // expect: ["11100011", "10000001", "10000010"]
let code = Unicode.Scalar(0xAC00 + 588)!
print(code, Character(code), code.value)  // expect: 까 까 44620
print(String(UnicodeScalar(UInt8(65))), Character("Z").asciiValue ?? 0, Character("ㅎ").asciiValue == nil)  // expect: A 90 true
var letters = ""
for offset: UInt32 in 0..<5 { letters.unicodeScalars.append(Unicode.Scalar(0x3042 + offset * 2)!) }
print(letters, letters.count)  // expect: あいうえお 5
print("👍🏽".count, "👍🏽" == "👍", "👍🏽".unicodeScalars.count)  // expect: 1 false 2
print(String(decoding: [0xEA, 0xB0, 0x80] as [UInt8], as: UTF8.self))  // expect: 가
