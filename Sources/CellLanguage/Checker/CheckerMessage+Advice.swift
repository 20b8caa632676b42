import Diagnostics

/// What to do about a mistake, where the sentence itself does not say so.
extension CheckerMessage {
    func advice(in language: Language) -> String? {
        switch self {
        case .cannotConvertArgument(_, "String.Index"):
            return language.choose(
                ko: "글자는 번호가 아니라 순서대로 꺼냅니다: 'Array(text)[0]', 'text.first', 'text.prefix(3)'",
                ja: "文字は番号では取り出せません。'Array(text)[0]'、'text.first'、'text.prefix(3)'を使ってください",
                en: "characters have no numbers; use 'Array(text)[0]', 'text.first' or 'text.prefix(3)'")
        case .cannotConvertArgument(_, "() -> [any Layer]"):
            return Self.inSwift("Sequential { Dense(16, activation: .relu); Dense(1) }", language)
        case .notDeclared(let name): return Self.inSwift("let \(name) = …, var \(name) = …", language)
        case .binaryOperands(let name, let left, let right):
            return Self.operands(name, left, right).map { Self.inSwift($0, language) }
        case .cannotConvert(let from, let to), .cannotConvertArgument(let from, let to),
            .cannotConvertAssignment(let from, let to), .cannotConvertReturn(let from, let to):
            guard ["Int", "Double", "String"].contains(to), ["Int", "Double"].contains(from) else { return nil }
            return language.choose(
                ko: "\(to)(…)(으)로 바꾸어 쓰십시오", ja: "\(to)(…)で変換してください", en: "convert it with \(to)(…)")
        case .foreignSyntax(_, let foreign): return foreign.advice(in: language)
        case .notInScope(let name, nil): return ForeignNames.names[name].map { Self.inSwift($0, language) }
        case .unknownOperator(let name): return ForeignNames.operators[name].map { Self.inSwift($0, language) }
        case .optionalMustBeUnwrapped:
            return language.choose(
                ko: "'??'로 기본값을 주거나, 'if let'으로 풀거나, nil일 수 없으면 '!'를 붙이십시오",
                ja: "'??'で既定値を与えるか、'if let'でアンラップするか、nilがあり得なければ'!'を付けてください",
                en: "use '??' to give a default, 'if let' to unwrap it, or '!' if it cannot be nil")
        default: return nil
        }
    }

    /// What Python's operators do with texts, and numbers of two kinds.
    private static func operands(_ name: String, _ left: String, _ right: String) -> String? {
        let numbers: Set = ["Int", "Double", "Float"]
        switch (name, left, right) {
        case ("*", "String", "Int"), ("*", "Int", "String"): return "String(repeating: \"ab\", count: 3)"
        case ("%", "String", _): return "String(format: \"%.2f\", x)"
        case ("+", "String", _) where numbers.contains(right), ("+", _, "String") where numbers.contains(left):
            return #""text \(x)""#
        case (_, "Int", "Double"), (_, "Double", "Int"): return "Double(n)"
        case (_, "Float", "Double"), (_, "Double", "Float"): return "Double(x)"
        case (_, "Int", "Float"), (_, "Float", "Int"): return "Float(n)"
        default: return nil
        }
    }

    private static func inSwift(_ code: String, _ language: Language) -> String {
        ForeignSyntax.swift(code).advice(in: language)
    }
}
