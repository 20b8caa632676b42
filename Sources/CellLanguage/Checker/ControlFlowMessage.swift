import Diagnostics

/// What is wrong with conditions, patterns, branches, returns and errors thrown, in English in the Swift compiler's own words.
enum ControlFlowMessage: DiagnosticMessage {
    case condition(String)
    case assignmentAsCondition
    case patternType(String, of: String)
    case patternOfOne(String)
    case payloadMissing(String, String)
    case tryMissing
    case throwsNotHandled
    case missingReturn(String, isClosure: Bool)
    case returnWithoutValue(String)
    case unexpectedReturnValue
    case nilFromInitializer
    case returnValueFromInitializer
    case returnOutsideFunction
    case loopControlOutside(String)
    case switchNotExhaustive(String?)
    case notBoundEverywhere(String)
    case patternLabel(String, expected: String?)
    /// A branch of a `switch` without statements; its label is `case` or `default`.
    case emptyCase(label: String)
    case ifExpressionNeedsElse
    case branchWithoutValue
    case optionalAsCondition(String)
    case unknownLabel(String)
    case thrownTypeIsNoError(String)
    case throwingClosure
    case guardFallsThrough

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .condition(let type):
            language.choose(
                ko: "조건에는 Bool이 와야 하는데 '\(type)' 타입입니다", ja: "条件にはBoolが必要ですが、型は'\(type)'です",
                en: type.hasSuffix("Int")
                    ? "type '\(type)' cannot be used as a boolean; test for '!= 0' instead"
                    : "cannot convert value of type '\(type)' to expected condition type 'Bool'")
        case .assignmentAsCondition:
            language.choose(
                ko: "조건에서 '='은 대입입니다. 비교하려면 '=='을 쓰십시오", ja: "条件の'='は代入です。比べるには'=='を使ってください",
                en: "use of '=' in a boolean context, did you mean '=='?")
        case .patternType(let pattern, let value):
            language.choose(
                ko: "'\(value)' 타입의 값은 '\(pattern)' 타입의 패턴과 맞춰 볼 수 없습니다",
                ja: "型'\(value)'の値は型'\(pattern)'のパターンとは比べられません",
                en: "expression pattern of type '\(pattern)' cannot match values of type '\(value)'")
        case .patternOfOne(let type):
            language.choose(
                ko: "'\(type)'은(는) 튜플이 아니라서 여러 이름으로 나눌 수 없습니다", ja: "'\(type)'はタプルではないので複数の名前に分けられません",
                en: "tuple pattern cannot match values of non-tuple type '\(type)'")
        case .payloadMissing(let name, let types):
            language.choose(
                ko: "'\(name)'에는 '\(types)' 타입의 값이 따라와야 합니다", ja: "'\(name)'には型'\(types)'の値が必要です",
                en: "member '\(name)' expects argument of type '\(types)'")
        case .tryMissing:
            language.choose(
                ko: "오류를 던질 수 있는 호출인데 'try'가 없습니다",
                ja: "エラーを投げる可能性のある呼び出しに'try'がありません",
                en: "call can throw but is not marked with 'try'")
        case .throwsNotHandled:
            language.choose(
                ko: "여기서 던진 오류를 받을 곳이 없습니다. 함수에 'throws'를 붙이십시오",
                ja: "ここで投げられたエラーを受け取る場所がありません。関数に'throws'を付けてください",
                en: "errors thrown from here are not handled; mark the function 'throws'")
        case .missingReturn(let type, let isClosure):
            isClosure
                ? language.choose(
                    ko: "'\(type)' 값을 돌려줘야 하는 클로저에 return이 없는 길이 있습니다",
                    ja: "'\(type)'を返すクロージャにreturnのない経路があります",
                    en: "missing return in closure expected to return '\(type)'")
                : language.choose(
                    ko: "'\(type)' 값을 돌려줘야 하는 함수에 return이 없는 길이 있습니다",
                    ja: "'\(type)'を返す関数にreturnのない経路があります",
                    en: "missing return in global function expected to return '\(type)'")
        case .returnOutsideFunction:
            language.choose(
                ko: "return은 함수 안에서만 쓸 수 있습니다", ja: "returnは関数の中でのみ使えます",
                en: "return invalid outside of a func")
        case .loopControlOutside(let word):
            language.choose(
                ko: "'\(word)'은(는) 반복문 안에서만 쓸 수 있습니다", ja: "'\(word)'は繰り返しの中でのみ使えます",
                en: "'\(word)' is only allowed inside a loop")
        case .switchNotExhaustive(let missing):
            language.choose(
                ko: "switch가 모든 경우를 다루지 않습니다\(missing.map { "('\($0)' 없음)" } ?? ""). case를 더하거나 default를 넣으십시오",
                ja: "switchがすべての場合を扱っていません\(missing.map { "('\($0)'がありません)" } ?? "")。caseを足すかdefaultを追加してください",
                en: "switch must be exhaustive\(missing.map { "; add missing case: '\($0)'" } ?? "")")
        case .returnWithoutValue(let type):
            language.choose(
                ko: "'\(type)' 값을 돌려줘야 하는데 return에 값이 없습니다",
                ja: "'\(type)'を返す必要がありますが、returnに値がありません",
                en: "non-void function should return a value")
        case .unexpectedReturnValue:
            language.choose(
                ko: "값을 돌려주지 않는 함수입니다. '->'로 반환 타입을 적으십시오",
                ja: "値を返さない関数です。'->'で戻り値の型を書いてください",
                en: "unexpected non-void return value in void function")
        case .nilFromInitializer:
            language.choose(
                ko: "'init?'에서만 nil을 돌려줄 수 있습니다",
                ja: "nilを返せるのは'init?'だけです",
                en: "only a failable initializer can return 'nil'")
        case .returnValueFromInitializer:
            language.choose(
                ko: "이니셜라이저는 값을 돌려주지 않습니다",
                ja: "イニシャライザは値を返しません",
                en: "'nil' is the only return value permitted in an initializer")
        case .notBoundEverywhere(let name):
            language.choose(
                ko: "'\(name)'이(가) 이 case의 모든 패턴에 있지 않습니다",
                ja: "'\(name)'がこのcaseのすべてのパターンで束縛されていません",
                en: "'\(name)' must be bound in every pattern")
        case .patternLabel(let got, let expected):
            language.choose(
                ko: "패턴의 레이블 '\(got)'이(가) case의 레이블\(expected.map { " '\($0)'" } ?? "")과 다릅니다",
                ja: "パターンのラベル'\(got)'がcaseのラベル\(expected.map { "'\($0)'" } ?? "")と異なります",
                en: "tuple pattern element label '\(got)' must be '\(expected ?? "_")'")
        case .emptyCase(let label):
            language.choose(
                ko: "\(label)에는 문장이 하나 이상 있어야 합니다. 아무것도 하지 않으려면 'break'를 쓰십시오",
                ja: "\(label)には文が一つ以上必要です。何もしないなら'break'を書いてください",
                en: "'\(label)' label in a 'switch' must have at least one executable statement")
        case .ifExpressionNeedsElse:
            language.choose(
                ko: "값으로 쓰는 'if'에는 'else'가 있어야 합니다",
                ja: "値として使う'if'には'else'が必要です",
                en: "'if' must have an unconditional 'else' to be used as expression")
        case .branchWithoutValue:
            language.choose(
                ko: "값으로 쓰는 'if'나 'switch'의 각 갈래는 식 하나여야 합니다",
                ja: "値として使う'if'や'switch'の各分岐は一つの式でなければなりません",
                en: "non-expression branch of 'if' or 'switch' expression may only end with a 'throw'")
        case .optionalAsCondition(let type):
            language.choose(
                ko: "옵셔널 타입 '\(type)'은 조건으로 쓸 수 없습니다. '!= nil'로 비교하십시오",
                ja: "オプショナル型'\(type)'は条件に使えません。'!= nil'で比べてください",
                en: "optional type '\(type)' cannot be used as a boolean; test for '!= nil' instead")
        case .unknownLabel(let name):
            language.choose(
                ko: "'\(name)'(이)라는 레이블이 없습니다",
                ja: "ラベル'\(name)'がありません",
                en: "cannot find label '\(name)' in scope")
        case .thrownTypeIsNoError(let type):
            language.choose(
                ko: "던지는 값의 타입 '\(type)'은 'Error'를 따르지 않습니다",
                ja: "投げる値の型'\(type)'は'Error'に準拠していません",
                en: "thrown expression type '\(type)' does not conform to 'Error'")
        case .throwingClosure:
            language.choose(
                ko: "여기에는 오류를 던지지 않는 클로저가 와야 합니다",
                ja: "ここにはエラーを投げないクロージャが必要です",
                en: "invalid conversion from throwing function to non-throwing function type")
        case .guardFallsThrough:
            language.choose(
                ko: "guard의 else는 return, continue, break 등으로 빠져나가야 합니다",
                ja: "guardのelseはreturn、continue、breakなどで抜ける必要があります",
                en: "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope")
        }
    }
}
