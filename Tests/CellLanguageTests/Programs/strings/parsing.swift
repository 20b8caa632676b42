// A small scanner and calculator over text, one character at a time.
enum Token: Equatable { case number(Double), symbol(Character) }
func tokens(_ text: String) -> [Token]? {
    var result: [Token] = [], digits = ""
    func flush() {
        if let value = Double(digits) { result.append(.number(value)) }
        digits = ""
    }
    for character in text {
        switch character {
        case "0"..."9", ".": digits.append(character)
        case "+", "-", "*", "/", "(", ")":
            flush()
            result.append(.symbol(character))
        case " ": flush()
        default: return nil
        }
    }
    flush()
    return result
}
print(tokens("12+3.5*(4)")?.count ?? 0, tokens("1 + x") == nil, tokens("7")! == [.number(7)])  // expect: 7 true true
struct Parser {
    let tokens: [Token]
    var position = 0
    init(_ tokens: [Token]) { self.tokens = tokens }
    var next: Token? { position < tokens.count ? tokens[position] : nil }
    mutating func take(_ symbol: Character) -> Bool {
        guard next == .symbol(symbol) else { return false }
        position += 1
        return true
    }
    mutating func sum() -> Double? {
        guard var value = product() else { return nil }
        while true {
            if take("+") {
                guard let right = product() else { return nil }
                value += right
            } else if take("-") {
                guard let right = product() else { return nil }
                value -= right
            } else {
                return value
            }
        }
    }
    mutating func product() -> Double? {
        guard var value = factor() else { return nil }
        while let symbol = next, symbol == .symbol("*") || symbol == .symbol("/") {
            position += 1
            guard let right = factor() else { return nil }
            value = symbol == .symbol("*") ? value * right : value / right
        }
        return value
    }
    mutating func factor() -> Double? {
        if take("-") { return factor().map { -$0 } }
        if take("(") {
            guard let value = sum(), take(")") else { return nil }
            return value
        }
        guard case .number(let value)? = next else { return nil }
        position += 1
        return value
    }
}
func evaluate(_ text: String) -> Double? {
    guard let list = tokens(text) else { return nil }
    var parser = Parser(list)
    guard let value = parser.sum(), parser.next == nil else { return nil }
    return value
}
for text in ["1 + 2 * 3", "(1 + 2) * 3", "10 / 4 - 1", "-(2 - 5) * 2", "2 * (3", "", "8 / 2 / 2", "가"] {
    print("\(text) =", evaluate(text).map { "\($0)" } ?? "오류")
}  // expect: 1 + 2 * 3 = 7.0
// expect: (1 + 2) * 3 = 9.0
// expect: 10 / 4 - 1 = 1.5
// expect: -(2 - 5) * 2 = 6.0
// expect: 2 * (3 = 오류
// expect:  = 오류
// expect: 8 / 2 / 2 = 2.0
// expect: 가 = 오류
func runLength(_ text: String) -> String {
    var result = "", rest = Substring(text)
    while let first = rest.first {
        let run = rest.prefix { $0 == first }
        result += run.count > 1 ? "\(run.count)\(first)" : String(first)
        rest = rest.dropFirst(run.count)
    }
    return result
}
print(runLength("aaabccd"), runLength("ㅋㅋㅋㅋㅎ"), runLength("").isEmpty)  // expect: 3ab2cd 4ㅋㅎ true
func expand(_ text: String) -> String {
    var result = "", count = 0
    for character in text {
        if let digit = character.wholeNumberValue {
            count = count * 10 + digit
        } else {
            result += String(repeating: character, count: max(1, count))
            count = 0
        }
    }
    return result
}
print(expand("3ab2cd"), expand(runLength("ㅋㅋㅋㅋㅎ")), expand("12x").count)  // expect: aaabccd ㅋㅋㅋㅋㅎ 12
