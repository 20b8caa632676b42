import Diagnostics

/// What Swift compiles and warns of, in English in the Swift compiler's own words.
enum WarningMessage: DiagnosticMessage {
    case tryUnneeded
    case unusedResult(String)
    case unusedExpression
    case neverMutated(String)
    case neverUsed(String)
    case neverUsedVariable(String)
    case neverRead(String)
    case inferredVoid(String)
    case castAlwaysSucceeds(String, to: String)
    case needlessCoalescing(String)
    case neverNil(String, isEqual: Bool)
    case catchUnreachable
    case unreachable

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .tryUnneeded:
            language.choose(
                ko: "'try' 안에 오류를 던지는 호출이 없습니다", ja: "'try'の中にエラーを投げる呼び出しがありません",
                en: "no calls to throwing functions occur within 'try' expression")
        case .unusedResult(let name):
            language.choose(
                ko: "'\(name)' 호출의 결과를 쓰지 않습니다", ja: "'\(name)'の呼び出し結果が使われていません",
                en: "result of call to '\(name)' is unused")
        case .unusedExpression:
            language.choose(ko: "이 식의 값을 쓰지 않습니다", ja: "この式の値は使われていません", en: "expression is unused")
        case .neverMutated(let name):
            language.choose(
                ko: "변수 '\(name)'은(는) 바뀌지 않습니다. 'let'으로 선언하는 것이 좋습니다",
                ja: "変数'\(name)'は変更されません。'let'で宣言することを検討してください",
                en: "variable '\(name)' was never mutated; consider changing to 'let' constant")
        case .neverUsed(let name):
            language.choose(
                ko: "'\(name)'의 값을 쓰지 않습니다", ja: "'\(name)'の値が使われていません",
                en: "initialization of immutable value '\(name)' was never used")
        case .unreachable:
            language.choose(ko: "실행되지 않는 코드입니다", ja: "実行されないコードです", en: "code will never be executed")
        case .neverUsedVariable(let name):
            language.choose(
                ko: "변수 '\(name)'을(를) 쓰지 않습니다",
                ja: "変数'\(name)'が使われていません",
                en: "variable '\(name)' was never used; consider replacing with '_' or removing it")
        case .neverRead(let name):
            language.choose(
                ko: "변수 '\(name)'에 값을 넣기만 하고 읽지 않습니다",
                ja: "変数'\(name)'は書き込まれるだけで読まれていません",
                en: "variable '\(name)' was written to, but never read")
        case .inferredVoid(let name):
            language.choose(
                ko: "'\(name)'의 타입이 값이 없는 '()'입니다",
                ja: "'\(name)'の型は値のない'()'です",
                en: "constant '\(name)' inferred to have type '()', which may be unexpected")
        case .castAlwaysSucceeds(let from, let to):
            language.choose(
                ko: "'\(from)'에서 '\(to)'(으)로의 변환은 늘 성공합니다",
                ja: "'\(from)'から'\(to)'への変換は常に成功します",
                en: "conditional cast from '\(from)' to '\(to)' always succeeds")
        case .needlessCoalescing(let type):
            language.choose(
                ko: "왼쪽이 옵셔널이 아닌 '\(type)'이라서 '??'의 오른쪽은 쓰이지 않습니다",
                ja: "左辺がオプショナルではない'\(type)'なので、'??'の右辺は使われません",
                en:
                    "left side of nil coalescing operator '??' has non-optional type '\(type)', so the right side is never used"
            )
        case .neverNil(let type, let isEqual):
            language.choose(
                ko: "옵셔널이 아닌 '\(type)' 값은 nil일 수 없습니다",
                ja: "オプショナルではない'\(type)'の値はnilになりません",
                en:
                    "comparing non-optional value of type '\(type)' to 'nil' always returns \(isEqual ? "false" : "true")"
            )
        case .catchUnreachable:
            language.choose(
                ko: "'do' 안에 오류를 던지는 곳이 없어서 'catch'에 이르지 않습니다",
                ja: "'do'の中でエラーは投げられないため、'catch'には到達しません",
                en: "'catch' block is unreachable because no errors are thrown in 'do' block")
        }
    }
}
