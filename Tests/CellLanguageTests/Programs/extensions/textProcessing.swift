// String, Character and Substring extensions for lessons about text: words, syllables, ciphers, run lengths, templates.
extension Character {
    static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    var isVowel: Bool { Character.vowels.contains(Character(lowercased())) }
    var code: Int { Int(unicodeScalars.first!.value) }
    var isHangul: Bool { (0xAC00...0xD7A3).contains(code) }

    // A syllable block's leading consonant, from the order of the blocks.
    var leadingConsonant: Character? {
        let leads = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
        return isHangul ? leads[(code - 0xAC00) / 588] : nil
    }

    func shifted(by n: Int) -> Character {
        guard isASCII, isLetter else { return self }
        let base = isUppercase ? 65 : 97
        return Character(UnicodeScalar(UInt8((code - base + n % 26 + 26) % 26 + base)))
    }
}

extension StringProtocol {
    var words: [String] { split { !$0.isLetter && !$0.isNumber }.map { String($0) } }
    var titled: String { prefix(1).uppercased() + dropFirst().lowercased() }
    func caesar(_ n: Int) -> String { String(map { $0.shifted(by: n) }) }
    func occurrences(of character: Character) -> Int { reduce(0) { $0 + ($1 == character ? 1 : 0) } }
}

extension String {
    var runLengths: String {
        var result = ""
        var rest = self[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            result += run.count > 1 ? "\(run.count)\(first)" : "\(first)"
            rest = rest.dropFirst(run.count)
        }
        return result
    }

    init(runLengths text: String) {
        self = ""
        var count = ""
        for c in text {
            if c.isNumber {
                count.append(c)
            } else {
                append(contentsOf: String(repeating: c, count: Int(count) ?? 1))
                count = ""
            }
        }
    }

    func filled(with values: [String: Any]) -> String {
        var result = ""
        for (i, part) in split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard i > 0, let end = part.firstIndex(of: "}") else {
                result += part
                continue
            }
            let name = String(part[..<end])
            result += values[name].map { "\($0)" } ?? "<\(name)?>"
            result += part[part.index(after: end)...]
        }
        return result
    }

    func distance(to other: String) -> Int {
        let b = Array(other)
        var previous = Array(0...b.count)
        for (i, x) in enumerated() {
            var current = [i + 1]
            for (j, y) in b.enumerated() {
                current.append(Swift.min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return previous[b.count]
    }

    mutating func capitalise(where isStart: (Int) -> Bool) {
        self = enumerated().map { isStart($0.offset) ? $0.element.uppercased() : String($0.element) }.joined()
    }
}

print("Hello, 2 wonderful worlds!".words, "sWIFT".titled, "여름".titled)
// expect: ["Hello", "2", "wonderful", "worlds"] Swift 여름
print("banana".filter(\.isVowel).count, "banana".occurrences(of: "n"), "banana".dropFirst(3).occurrences(of: "a"))
// expect: 3 2 2
print("Attack at Dawn!".caesar(3), "Attack".caesar(3).caesar(-3), "xyz".caesar(29), "가".caesar(1))
// expect: Dwwdfn dw Gdzq! Attack abc 가
print(String("대한민국 만세".compactMap(\.leadingConsonant)), "한A".map(\.isHangul), Character("가").code)
// expect: ㄷㅎㅁㄱㅁㅅ [true, false] 44032
print("aaabccdddd".runLengths, String(runLengths: "3ab2c4d"), "".runLengths.isEmpty, String(runLengths: "12x").count)
// expect: 3ab2c4d aaabccdddd true 12
print("{name}님, {n}번째 수업: {topic}".filled(with: ["name": "수아", "n": 3]), "no braces".filled(with: [:]))
// expect: 수아님, 3번째 수업: <topic?> no braces
print("kitten".distance(to: "sitting"), "학교".distance(to: "하교"), "".distance(to: "abc"), "same".distance(to: "same"))
// expect: 3 1 3 0
var text = "swift lesson"
text.capitalise { $0 == 0 || $0 == 6 }
print(text, text[...].words, text.prefix(5).caesar(1))  // expect: Swift Lesson ["Swift", "Lesson"] Txjgu
