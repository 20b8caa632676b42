// Integers as text in a radix, and back again.
print(String(255, radix: 16), String(255, radix: 2), String(255, radix: 8), String(255, radix: 36))  // expect: ff 11111111 377 73
print(String(-255, radix: 16), String(3_735_928_559, radix: 16, uppercase: true))  // expect: -ff DEADBEEF
func binary(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 2)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
for n in [0, 5, 12, 255] { print(n, binary(n, digits: 8)) }  // expect: 0 00000000
// expect: 5 00000101
// expect: 12 00001100
// expect: 255 11111111
func parse(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0b") { return Int(text.dropFirst(2), radix: 2) }
    return Int(text)
}
for text in ["0xff", "0b101", "77", "0xgg", "-3"] { print(text, parse(text) ?? "오류") }  // expect: 0xff 255
// expect: 0b101 5
// expect: 77 77
// expect: 0xgg 오류
// expect: -3 -3
func toRoman(_ number: Int) -> String {
    let table = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number, text = ""
    for (value, numeral) in table {
        while rest >= value {
            text += numeral
            rest -= value
        }
    }
    return text
}
print(toRoman(1994), toRoman(2026), toRoman(8))  // expect: MCMXCIV MMXXVI VIII
func korean(_ number: Int) -> String {
    let digits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"], units = ["", "십", "백", "천"]
    var text = "", rest = number, place = 0
    while rest > 0 {
        let digit = rest % 10
        if digit > 0 { text = (digit == 1 && place > 0 ? "" : digits[digit]) + units[place] + text }
        rest /= 10
        place += 1
    }
    return text.isEmpty ? "영" : text
}
print([0, 7, 10, 15, 111, 2026, 9999].map(korean))  // expect: ["영", "칠", "십", "십오", "백십일", "이천이십육", "구천구백구십구"]
