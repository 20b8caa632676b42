// A calculator: text into tokens, tokens into a value by precedence climbing.
enum Operator: Character {
    case plus = "+", minus = "-", times = "×", over = "/", power = "^"

    var precedence: Int {
        switch self {
        case .plus, .minus: 1
        case .times, .over: 2
        case .power: 3
        }
    }

    var isRightAssociative: Bool { self == .power }

    func apply(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .plus: a + b
        case .minus: a - b
        case .times: a * b
        case .over: a / b
        case .power: pow(a, b)
        }
    }
}

enum Token: Equatable {
    case number(Double)
    case op(Operator)
    case open, close
    case unknown(Character)
}

func tokens(of text: String) -> [Token] {
    var result: [Token] = []
    var digits = ""
    func flush() {
        if let number = Double(digits) { result.append(.number(number)) }
        digits = ""
    }
    for c in text {
        switch c {
        case "0"..."9", ".":
            digits.append(c)
            continue
        case " ": flush()
        case "(":
            flush()
            result.append(.open)
        case ")":
            flush()
            result.append(.close)
        default:
            flush()
            result.append(Operator(rawValue: c).map { .op($0) } ?? .unknown(c))
        }
    }
    flush()
    return result
}

struct Parser {
    var rest: ArraySlice<Token>

    init(_ text: String) { rest = tokens(of: text)[...] }

    mutating func atom() -> Double? {
        switch rest.popFirst() {
        case .number(let n): return n
        case .op(.minus): return expression(above: 3).map { -$0 }
        case .open:
            let inner = expression(above: 0)
            return rest.popFirst() == .close ? inner : nil
        case .op, .close, .unknown, nil: return nil
        }
    }

    mutating func expression(above minimum: Int) -> Double? {
        guard var left = atom() else { return nil }
        while case .op(let op)? = rest.first, op.precedence > minimum {
            rest.removeFirst()
            guard let right = expression(above: op.isRightAssociative ? op.precedence - 1 : op.precedence) else {
                return nil
            }
            left = op.apply(left, right)
        }
        return left
    }

    static func evaluate(_ text: String) -> Double? {
        var parser = Parser(text)
        let value = parser.expression(above: 0)
        return parser.rest.isEmpty ? value : nil
    }
}

print(tokens(of: "12 + (3.5×4)"))
// expect: [Notebook.Token.number(12.0), Notebook.Token.op(Notebook.Operator.plus), Notebook.Token.open, Notebook.Token.number(3.5), Notebook.Token.op(Notebook.Operator.times), Notebook.Token.number(4.0), Notebook.Token.close]
for text in ["1 + 2 × 3", "(1+2)×3", "10 - 4 - 3", "2^3^2", "-(2 + 0.5) / 5", "8 / 4 / 2"] {
    print(text, "=", Parser.evaluate(text) ?? 0)
}
// expect: 1 + 2 × 3 = 7.0
// expect: (1+2)×3 = 9.0
// expect: 10 - 4 - 3 = 3.0
// expect: 2^3^2 = 512.0
// expect: -(2 + 0.5) / 5 = -0.5
// expect: 8 / 4 / 2 = 1.0
print(["1 +", "(2", "3 $ 4", "", "4 4"].map { Parser.evaluate($0) == nil })  // expect: [true, true, true, true, true]
