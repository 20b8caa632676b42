// Editing text in place and by passes: censoring, wrapping lines, columns, acronyms.
func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = [], line = ""
    for word in text.split(separator: " ") {
        if line.isEmpty {
            line = String(word)
        } else if line.count + 1 + word.count <= width {
            line += " \(word)"
        } else {
            lines.append(line)
            line = String(word)
        }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}
for line in wrap("신경망은 많은 예를 보고 스스로 규칙을 찾아낸다 그래서 자료가 중요하다", width: 14) { print(line) }  // expect: 신경망은 많은 예를 보고
// expect: 스스로 규칙을 찾아낸다
// expect: 그래서 자료가 중요하다
print(wrap("", width: 5), wrap("긴낱말하나", width: 2))  // expect: [] ["긴낱말하나"]
func censor(_ text: String, words: [String]) -> String {
    words.reduce(text) { $0.replacingOccurrences(of: $1, with: String(repeating: "*", count: $1.count)) }
}
print(censor("비밀번호는 사과, 힌트는 배", words: ["사과", "배"]))  // expect: 비밀번호는 **, 힌트는 *
func acronym(_ text: String) -> String { text.split(separator: " ").compactMap { $0.first?.uppercased() }.joined() }
print(acronym("support vector machine"), acronym("k nearest neighbours"))  // expect: SVM KNN
func squeeze(_ text: String) -> String {
    var result = ""
    for character in text where !(character == " " && result.last == " ") { result.append(character) }
    return result
}
print(squeeze("빈   칸이    많다"))  // expect: 빈 칸이 많다
func swapCase(_ text: String) -> String {
    text.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
}
print(swapCase("Hello 세계"), swapCase(swapCase("aB")))  // expect: hELLO 세계 aB
func columns(_ rows: [[String]]) -> [String] {
    guard let width = rows.first?.count else { return [] }
    let widths = (0..<width).map { column in rows.map { $0[column].count }.max()! }
    return rows.map { row in
        zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "|")
    }
}
for line in columns([["id", "name", "n"], ["1", "lee", "30"], ["20", "k", "5"]]) { print(line + "|") }  // expect: id|name|n |
// expect: 1 |lee |30|
// expect: 20|k   |5 |
var digits = "1234567"
var position = digits.count - 3
while position > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
    position -= 3
}
print(digits)  // expect: 1,234,567
func rotate(_ text: String, by n: Int) -> String {
    let k = (n % text.count + text.count) % text.count
    return String(text.dropFirst(k) + text.prefix(k))
}
print(rotate("가나다라", by: 1), rotate("가나다라", by: -1), rotate("abc", by: 6))  // expect: 나다라가 라가나다 abc
let (vowels, others) = "interpolation".reduce(into: ("", "")) { result, character in
    if "aeiou".contains(character) { result.0.append(character) } else { result.1.append(character) }
}
print(vowels, others)  // expect: ieoaio ntrpltn
