import Diagnostics

/// The wording of mistakes in a cell's attributes and option lines.
extension NotebookMessage {
    func optionText(in language: Language) -> String {
        switch self {
        case .textAfterLanguage(let text):
            language.choose(
                ko: "`swift` 뒤에는 `{…}` 속성만 올 수 있는데 `\(text)`이(가) 있습니다",
                ja: "`swift` の後に書けるのは `{…}` の属性だけですが、`\(text)` があります",
                en: "only attributes in `{…}` may follow `swift`, not `\(text)`")
        case .unclosedAttributes:
            language.choose(
                ko: "속성을 닫는 `}`가 없습니다", ja: "属性を閉じる `}` がありません", en: "the attributes have no closing `}`")
        case .unclosedQuote:
            language.choose(
                ko: "닫는 따옴표가 없습니다", ja: "閉じる引用符がありません", en: "there is no closing quotation mark")
        case .textAfterAttributes(let text):
            language.choose(
                ko: "속성 뒤에 `\(text)`이(가) 남아 있습니다", ja: "属性の後に `\(text)` が残っています",
                en: "`\(text)` is left over after the attributes")
        case .unexpectedAttribute(let text):
            language.choose(
                ko: "`\(text)`은(는) 속성이 아닙니다. `#이름표`, `.클래스`, `이름=값` 가운데 하나여야 합니다",
                ja: "`\(text)` は属性ではありません。`#ラベル`、`.クラス`、`名前=値` のいずれかでなければなりません",
                en: "`\(text)` is no attribute; attributes are `#label`, `.class` and `name=value`")
        case .unknownClass(let name, let nearest):
            unknown("." + name, nearest.map { "." + $0 }, in: language)
        case .unknownOption(let name, let nearest):
            unknown(name, nearest, in: language)
        case .classWithoutDot(let name):
            language.choose(
                ko: "`\(name)` 앞에 점이 없습니다", ja: "`\(name)` の前に点がありません",
                en: "`\(name)` lacks the dot before it")
        case .missingValue(let option):
            language.choose(
                ko: "`\(option)`에 값이 없습니다", ja: "`\(option)` に値がありません", en: "`\(option)` has no value")
        case .classAsOption(let name):
            language.choose(
                ko: "`\(name)`은(는) 값이 없는 클래스입니다. 울타리 뒤의 중괄호 안에 `.\(name)`으로 쓰십시오",
                ja: "`\(name)` は値のないクラスです。囲みの後の波括弧の中に `.\(name)` と書いてください",
                en: "`\(name)` is a class without a value; write `.\(name)` in the braces after the fence")
        case .badValue(let option, let value, let expected): badValue(option, value, expected, in: language)
        case .duplicateOption(let name):
            language.choose(
                ko: "`\(name)`을(를) 두 번 썼습니다", ja: "`\(name)` が二度書かれています", en: "`\(name)` is given twice")
        case .firstOption(let name):
            language.choose(
                ko: "`\(name)`은(는) 여기에 먼저 있습니다", ja: "`\(name)` は先にここにあります",
                en: "`\(name)` is first given here")
        case .contradictoryOptions(let first, let second):
            language.choose(
                ko: "`\(first)`와(과) `\(second)`은(는) 함께 쓸 수 없습니다",
                ja: "`\(first)` と `\(second)` は一緒に使えません", en: "`\(first)` and `\(second)` exclude each other")
        case .malformedOptionLine:
            language.choose(
                ko: "옵션 줄은 `//| 이름: 값`이어야 합니다", ja: "オプションの行は `//| 名前: 値` でなければなりません",
                en: "an option line is written `//| name: value`")
        case .unquotedValue(let option):
            language.choose(
                ko: "`\(option)`의 값에 YAML에서 뜻을 가진 글자가 있습니다. 값을 따옴표로 감싸십시오",
                ja: "`\(option)` の値に YAML で意味を持つ文字があります。値を引用符で囲んでください",
                en: "the value of `\(option)` has characters that mean something in YAML; put it in quotes")
        case .lateOptionLine:
            language.choose(
                ko: "`//|` 옵션 줄이 코드 뒤에 있어 무시됩니다", ja: "`//|` のオプション行がコードの後にあるため無視されます",
                en: "this `//|` option line stands after code and is ignored")
        default: id
        }
    }

    private func unknown(_ name: String, _ nearest: String?, in language: Language) -> String {
        guard let nearest else {
            return language.choose(
                ko: "`\(name)`은(는) 알 수 없는 옵션입니다", ja: "`\(name)` は知らないオプションです",
                en: "unknown option `\(name)`")
        }
        return language.choose(
            ko: "`\(name)`은(는) 알 수 없는 옵션입니다. `\(nearest)`을(를) 뜻했습니까?",
            ja: "`\(name)` は知らないオプションです。`\(nearest)` のことですか?",
            en: "unknown option `\(name)`; did you mean `\(nearest)`?")
    }

    private func badValue(_ option: String, _ value: String, _ expected: Expectation, in language: Language) -> String {
        switch expected {
        case .seconds:
            language.choose(
                ko: "`\(option)`의 값은 0보다 큰 초 수여야 하는데 `\(value)`입니다",
                ja: "`\(option)` の値は 0 より大きい秒数でなければなりませんが、`\(value)` です",
                en: "`\(option)` must be a number of seconds above 0, not `\(value)`")
        case .tolerance:
            language.choose(
                ko: "`\(option)`의 값은 0 이상의 수여야 하는데 `\(value)`입니다",
                ja: "`\(option)` の値は 0 以上の数でなければなりませんが、`\(value)` です",
                en: "`\(option)` must be a number of 0 or more, not `\(value)`")
        case .text:
            language.choose(
                ko: "`\(option)`의 값이 비어 있습니다", ja: "`\(option)` の値が空です", en: "`\(option)` is empty")
        case .width:
            language.choose(
                ko: "`\(option)`의 값은 `60%`, `480px`, `30em` 같은 너비여야 하는데 `\(value)`입니다",
                ja: "`\(option)` の値は `60%`、`480px`、`30em` のような幅でなければなりませんが、`\(value)` です",
                en: "`\(option)` must be a width such as `60%`, `480px` or `30em`, not `\(value)`")
        case .oneOf(let names):
            language.choose(
                ko: "`\(option)`의 값은 \(names.joined(separator: ", ")) 가운데 하나여야 하는데 `\(value)`입니다",
                ja: "`\(option)` の値は \(names.joined(separator: "、")) のいずれかでなければなりませんが、`\(value)` です",
                en: "`\(option)` must be one of \(names.joined(separator: ", ")), not `\(value)`")
        case .someOf(let names):
            language.choose(
                ko: "`\(option)`에 쓸 수 있는 이름은 \(names.joined(separator: ", "))인데 `\(value)`이(가) 있습니다",
                ja: "`\(option)` に書ける名前は \(names.joined(separator: "、")) ですが、`\(value)` があります",
                en: "`\(option)` takes names among \(names.joined(separator: ", ")), not `\(value)`")
        }
    }
}
