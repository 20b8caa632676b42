// Building text: appending, repeating, padding by hand, tables and boxes.
var text = ""
for i in 1...5 { text += "\(i)" + (i < 5 ? "," : "") }
text.append("!")
text.append(contentsOf: "끝")
print(text, text.count, text.isEmpty)  // expect: 1,2,3,4,5!끝 11 false
print(String(repeating: "=", count: 10), String(repeating: "가나", count: 2), String(repeating: "x", count: 0).isEmpty)  // expect: ========== 가나가나 true
func padLeft(_ text: String, to width: Int, with filler: Character = " ") -> String {
    String(repeating: filler, count: max(0, width - text.count)) + text
}
func padRight(_ text: String, to width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
func centred(_ text: String, in width: Int) -> String {
    let space = max(0, width - text.count), left = space / 2
    return String(repeating: "·", count: left) + text + String(repeating: "·", count: space - left)
}
print(padLeft("7", to: 3, with: "0"), padLeft("12345", to: 3), padRight("abc", to: 6) + "|", centred("가운데", in: 8))  // expect: 007 12345 abc   | ··가운데···
let rows = [("학습률", "0.01"), ("배치", "32"), ("에폭", "100")]
for (name, value) in rows { print("|\(padRight(name, to: 5))|\(padLeft(value, to: 6))|") }  // expect: |학습률  |  0.01|
// expect: |배치   |    32|
// expect: |에폭   |   100|
func box(_ lines: [String]) -> [String] {
    let width = lines.map(\.count).max() ?? 0
    let edge = "+" + String(repeating: "-", count: width + 2) + "+"
    return [edge] + lines.map { "| \(padRight($0, to: width)) |" } + [edge]
}
for line in box(["model", "loss: 0.25"]) { print(line) }  // expect: +------------+
// expect: | model      |
// expect: | loss: 0.25 |
// expect: +------------+
for n in stride(from: 1, through: 5, by: 2) { print(centred(String(repeating: "*", count: n), in: 5)) }  // expect: ··*··
// expect: ·***·
// expect: *****
var buffer = String()
for character in "abc" {
    buffer.append(character)
    buffer.append(character)
}
buffer.insert("(", at: buffer.startIndex)
buffer.append(")")
print(buffer)  // expect: (aabbcc)
print("가".padding(toLength: 4, withPad: "-", startingAt: 0), "abcdef".padding(toLength: 3, withPad: " ", startingAt: 0))  // expect: 가--- abc
print(zip("abc", 1...3).map { "\($0)\($1)" }.joined(), String("abc".map { $0 == "b" ? "B" : $0 }))  // expect: a1b2c3 aBc
print(["하나", "둘"].map { "• " + $0 }.joined(separator: "\n"))  // expect: • 하나
// expect: • 둘
print("끝", terminator: "")
print("", "맨 앞 공백", separator: "·")  // expect: 끝·맨 앞 공백
