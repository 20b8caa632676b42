import Diagnostics

extension CheckerMessage {
    func text(in language: Language) -> String {
        switch self {
        case .syntax(let text): language.choose(ko: "문법 오류: \(text)", ja: "構文エラー: \(text)", en: text)
        case .notInScope(let name, let suggestion):
            language.choose(
                ko: "'\(name)'(이)라는 이름을 찾을 수 없습니다", ja: "名前'\(name)'が見つかりません",
                en: "cannot find '\(name)' in scope") + didYouMean(suggestion, language)
        case .typeNotInScope(let name, let suggestion):
            language.choose(
                ko: "'\(name)'(이)라는 타입을 찾을 수 없습니다", ja: "型'\(name)'が見つかりません",
                en: "cannot find type '\(name)' in scope") + didYouMean(suggestion, language)
        case .noMember(let type, let name, let suggestion):
            language.choose(
                ko: "'\(type)' 타입의 값에는 '\(name)'(이)라는 멤버가 없습니다",
                ja: "型'\(type)'の値には'\(name)'というメンバーがありません",
                en: "value of type '\(type)' has no member '\(name)'") + didYouMean(suggestion, language)
        case .noImplicitMember(let type, let name, let suggestion):
            language.choose(
                ko: "'\(type)' 타입에는 '\(name)'(이)라는 멤버가 없습니다",
                ja: "型'\(type)'には'\(name)'というメンバーがありません",
                en: "type '\(type)' has no member '\(name)'") + didYouMean(suggestion, language)
        case .cannotConvert(let from, let to):
            language.choose(
                ko: "'\(from)' 타입의 값을 지정한 타입 '\(to)'(으)로 바꿀 수 없습니다",
                ja: "型'\(from)'の値を指定された型'\(to)'に変換できません",
                en: "cannot convert value of type '\(from)' to specified type '\(to)'")
        case .cannotConvertArgument(let from, let to):
            language.choose(
                ko: "'\(from)' 타입의 값을 '\(to)' 타입의 인자로 넘길 수 없습니다",
                ja: "型'\(from)'の値を型'\(to)'の引数に渡せません",
                en: "cannot convert value of type '\(from)' to expected argument type '\(to)'")
        case .cannotConvertReturn(let from, let to):
            language.choose(
                ko: "반환식의 타입 '\(from)'을(를) 반환 타입 '\(to)'(으)로 바꿀 수 없습니다",
                ja: "戻り値の式の型'\(from)'を戻り値の型'\(to)'に変換できません",
                en: "cannot convert return expression of type '\(from)' to return type '\(to)'")
        case .cannotConvertAssignment(let from, let to):
            language.choose(
                ko: "'\(from)' 타입의 값을 '\(to)' 타입에 대입할 수 없습니다",
                ja: "型'\(from)'の値を型'\(to)'に代入できません",
                en: "cannot assign value of type '\(from)' to type '\(to)'")
        case .condition(let type):
            language.choose(
                ko: "조건에는 Bool이 와야 하는데 '\(type)' 타입입니다", ja: "条件にはBoolが必要ですが、型は'\(type)'です",
                en: "cannot convert value of type '\(type)' to expected condition type 'Bool'")
        case .binaryOperands(let name, let left, let right):
            language.choose(
                ko: "이항 연산자 '\(name)'은(는) '\(left)'와(과) '\(right)'에 쓸 수 없습니다",
                ja: "二項演算子'\(name)'は'\(left)'と'\(right)'には使えません",
                en: "binary operator '\(name)' cannot be applied to operands of type '\(left)' and '\(right)'")
        case .unaryOperand(let name, let type):
            language.choose(
                ko: "단항 연산자 '\(name)'은(는) '\(type)'에 쓸 수 없습니다", ja: "単項演算子'\(name)'は'\(type)'には使えません",
                en: "unary operator '\(name)' cannot be applied to an operand of type '\(type)'")
        case .unknownOperator(let name):
            language.choose(
                ko: "연산자 '\(name)'을(를) 찾을 수 없습니다", ja: "演算子'\(name)'が見つかりません",
                en: "cannot find operator '\(name)' in scope")
        case .missingArgument(let name):
            language.choose(
                ko: "\(name) 인자가 빠졌습니다", ja: "\(name)の引数がありません",
                en: "missing argument for parameter \(name) in call")
        case .extraArgument:
            language.choose(ko: "남는 인자가 있습니다", ja: "余分な引数があります", en: "extra argument in call")
        case .argumentLabels(let expected, let got):
            language.choose(
                ko: "인자 레이블이 맞지 않습니다('\(got)', 필요한 것은 '\(expected)')",
                ja: "引数ラベルが一致しません('\(got)'。必要なのは'\(expected)'です)",
                en: "incorrect argument labels in call (have '\(got)', expected '\(expected)')")
        case .noExactMatch(let name):
            language.choose(
                ko: "'\(name)' 호출에 맞는 선언이 없습니다", ja: "'\(name)'の呼び出しに合う宣言がありません",
                en: "no exact matches in call to '\(name)'")
        case .candidate(let signature):
            language.choose(ko: "후보: \(signature)", ja: "候補: \(signature)", en: "candidate: '\(signature)'")
        case .notCallable(let type):
            language.choose(
                ko: "함수가 아닌 '\(type)' 타입의 값은 호출할 수 없습니다",
                ja: "関数ではない型'\(type)'の値は呼び出せません",
                en: "cannot call value of non-function type '\(type)'")
        case .constant(let name):
            language.choose(
                ko: "'\(name)'은(는) 'let'으로 선언한 상수라서 바꿀 수 없습니다",
                ja: "'\(name)'は'let'で宣言された定数なので変更できません",
                en: "cannot assign to value: '\(name)' is a 'let' constant")
        case .propertyIsReadOnly(let name):
            language.choose(
                ko: "'\(name)'은(는) 읽기만 할 수 있습니다", ja: "'\(name)'は読み取り専用です",
                en: "cannot assign to property: '\(name)' is a get-only property")
        case .notAssignable:
            language.choose(
                ko: "여기에는 값을 대입할 수 없습니다", ja: "ここには代入できません",
                en: "expression is not assignable")
        case .cannotInferClosureParameter(let name):
            language.choose(
                ko: "클로저 매개변수 '\(name)'의 타입을 알아낼 수 없습니다. 타입을 적어 주십시오",
                ja: "クロージャの引数'\(name)'の型を推論できません。型を明示してください",
                en: "cannot infer type of closure parameter '\(name)' without a type annotation")
        case .closureParameters(let expected, let got):
            language.choose(
                ko: "클로저의 매개변수는 \(expected)개여야 하는데 \(got)개입니다",
                ja: "クロージャの引数は\(expected)個必要ですが、\(got)個です",
                en: "contextual closure type expects \(expected) argument\(expected == 1 ? "" : "s"), "
                    + "but \(got) \(got == 1 ? "was" : "were") used in closure body")
        case .cannotInfer(let name):
            language.choose(
                ko: "타입 매개변수 '\(name)'을(를) 알아낼 수 없습니다", ja: "型パラメータ'\(name)'を推論できません",
                en: "generic parameter '\(name)' could not be inferred")
        case .emptyCollection:
            language.choose(
                ko: "빈 컬렉션에는 타입을 적어야 합니다", ja: "空のコレクションには型の明示が必要です",
                en: "empty collection literal requires an explicit type")
        case .nilNeedsContext:
            language.choose(
                ko: "'nil'은 옵셔널 타입이 정해진 곳에서만 쓸 수 있습니다",
                ja: "'nil'はオプショナル型が決まる場所でのみ使えます", en: "'nil' requires a contextual type")
        case .tryMissing:
            language.choose(
                ko: "오류를 던질 수 있는 호출인데 'try'가 없습니다",
                ja: "エラーを投げる可能性のある呼び出しに'try'がありません",
                en: "call can throw but is not marked with 'try'")
        case .tryUnneeded:
            language.choose(
                ko: "'try' 안에 오류를 던지는 호출이 없습니다", ja: "'try'の中にエラーを投げる呼び出しがありません",
                en: "no calls to throwing functions occur within 'try' expression")
        case .throwsNotHandled:
            language.choose(
                ko: "여기서 던진 오류를 받을 곳이 없습니다. 함수에 'throws'를 붙이십시오",
                ja: "ここで投げられたエラーを受け取る場所がありません。関数に'throws'を付けてください",
                en: "errors thrown from here are not handled; mark the function 'throws'")
        case .unwrapNonOptional(let type):
            language.choose(
                ko: "옵셔널이 아닌 '\(type)' 타입의 값은 강제로 풀 수 없습니다",
                ja: "オプショナルではない型'\(type)'の値は強制アンラップできません",
                en: "cannot force unwrap value of non-optional type '\(type)'")
        case .optionalMustBeUnwrapped(let type, let wrapped):
            language.choose(
                ko: "옵셔널 타입 '\(type)'의 값은 '\(wrapped)'(으)로 풀어서 써야 합니다",
                ja: "オプショナル型'\(type)'の値は'\(wrapped)'にアンラップする必要があります",
                en: "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'")
        case .chainOnNonOptional(let type):
            language.choose(
                ko: "옵셔널이 아닌 '\(type)' 타입의 값에는 '?'를 쓸 수 없습니다",
                ja: "オプショナルではない型'\(type)'の値に'?'は使えません",
                en: "cannot use optional chaining on non-optional value of type '\(type)'")
        case .notASequence(let type):
            language.choose(
                ko: "'\(type)'은(는) 하나씩 꺼낼 수 있는 시퀀스가 아닙니다",
                ja: "'\(type)'は要素を順に取り出せるシーケンスではありません",
                en: "for-in loop requires '\(type)' to conform to 'Sequence'")
        case .noSubscript(let type):
            language.choose(
                ko: "'\(type)' 타입의 값에는 첨자를 쓸 수 없습니다", ja: "型'\(type)'の値に添字は使えません",
                en: "value of type '\(type)' has no subscripts")
        case .tupleCount(let expected, let got):
            language.choose(
                ko: "튜플 패턴의 원소는 \(expected)개인데 값의 원소는 \(got)개입니다",
                ja: "タプルパターンの要素は\(expected)個ですが、値の要素は\(got)個です",
                en: "pattern with \(expected) elements does not match a value with \(got)")
        case .redeclaration(let name):
            language.choose(
                ko: "같은 셀에서 '\(name)'을(를) 두 번 선언했습니다", ja: "同じセルで'\(name)'が二重に宣言されています",
                en: "invalid redeclaration of '\(name)'")
        case .declaredHere(let name):
            language.choose(ko: "'\(name)' 선언", ja: "'\(name)'の宣言", en: "'\(name)' declared here")
        case .missingReturn(let type):
            language.choose(
                ko: "'\(type)' 값을 돌려줘야 하는 함수에 return이 없는 길이 있습니다",
                ja: "'\(type)'を返す関数にreturnのない経路があります",
                en: "missing return in a function expected to return '\(type)'")
        case .returnOutsideFunction:
            language.choose(
                ko: "return은 함수 안에서만 쓸 수 있습니다", ja: "returnは関数の中でのみ使えます",
                en: "return invalid outside of a func")
        case .loopControlOutside(let word):
            language.choose(
                ko: "'\(word)'은(는) 반복문 안에서만 쓸 수 있습니다", ja: "'\(word)'は繰り返しの中でのみ使えます",
                en: "'\(word)' is only allowed inside a loop")
        case .usedBeforeDeclaration(let name):
            language.choose(
                ko: "'\(name)'을(를) 선언하기 전에 썼습니다", ja: "'\(name)'が宣言される前に使われています",
                en: "use of local variable '\(name)' before its declaration")
        case .usedBeforeInitialisation(let name):
            language.choose(
                ko: "'\(name)'의 값을 정하기 전에 읽었습니다", ja: "'\(name)'が初期化される前に使われています",
                en: "variable '\(name)' used before being initialized")
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
        case .requiresConformance(let name, let type, let protocolName):
            language.choose(
                ko: "'\(name)'을(를) 쓰려면 '\(type)'이(가) '\(protocolName)'을(를) 따라야 합니다",
                ja: "'\(name)'を使うには'\(type)'が'\(protocolName)'に準拠している必要があります",
                en: "'\(name)' requires that '\(type)' conform to '\(protocolName)'")
        case .unsupported(let feature): feature.text(in: language)
        case .unsupportedName(let name, let feature): "'\(name)': " + feature.text(in: language)
        case .unknownHistoryKey(let key, let known, let suggestion):
            language.choose(
                ko: "기록에 '\(key)'(이)라는 키는 생기지 않습니다. 이 노트북에서 생기는 키: \(known.joined(separator: ", "))",
                ja: "記録に'\(key)'というキーは作られません。このノートブックで作られるキー: \(known.joined(separator: ", "))",
                en: "no 'compile' of this notebook records the key '\(key)'; keys that exist: "
                    + known.joined(separator: ", ")) + didYouMean(suggestion, language)
        case .integerTooLarge(let text):
            language.choose(
                ko: "정수 '\(text)'은(는) Int에 들어가지 않습니다", ja: "整数'\(text)'はIntに収まりません",
                en: "integer literal '\(text)' overflows when stored into 'Int'")
        case .expectedFailure:
            language.choose(
                ko: ".fails-check 셀인데 틀린 곳이 없습니다", ja: ".fails-checkのセルですが誤りがありません",
                en: "this cell is marked .fails-check but has no error")
        case .genericArguments(let name, let expected):
            language.choose(
                ko: "'\(name)' 타입에는 타입 인자가 \(expected)개 있어야 합니다",
                ja: "型'\(name)'には型引数が\(expected)個必要です",
                en: "reference to generic type '\(name)' requires \(expected) arguments in <...>")
        case .switchNotExhaustive:
            language.choose(
                ko: "switch가 모든 경우를 다루지 않습니다. default를 넣으십시오",
                ja: "switchがすべての場合を扱っていません。defaultを追加してください",
                en: "switch must be exhaustive")
        case .typeAnnotationMissing:
            language.choose(
                ko: "처음 값이나 타입을 적어야 합니다", ja: "初期値か型の明示が必要です",
                en: "type annotation missing in pattern")
        case .missingAmpersand:
            language.choose(
                ko: "inout 매개변수에 넘기는 변수 앞에는 '&'를 붙여야 합니다",
                ja: "inout引数に渡す変数の前には'&'が必要です",
                en: "passing value to an inout parameter requires explicit '&'")
        case .needlessAmpersand:
            language.choose(
                ko: "여기에는 '&'를 쓸 수 없습니다", ja: "ここでは'&'を使えません",
                en: "use of extraneous '&'")
        case .initializerNotOptional(let type):
            language.choose(
                ko: "옵셔널을 푸는 자리인데 값의 타입이 옵셔널이 아닌 '\(type)'입니다",
                ja: "オプショナルをアンラップする場所ですが、値の型は'\(type)'です",
                en: "initializer for conditional binding must have Optional type, not '\(type)'")
        case .guardFallsThrough:
            language.choose(
                ko: "guard의 else는 return, continue, break 등으로 빠져나가야 합니다",
                ja: "guardのelseはreturn、continue、breakなどで抜ける必要があります",
                en: "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope")
        case .tooDeep:
            language.choose(
                ko: "식이 너무 깊이 겹쳐 있습니다. 이름을 붙여 나누십시오",
                ja: "式の入れ子が深すぎます。名前を付けて分割してください",
                en: "expression is nested too deeply; give parts of it names")
        case .builderStatement:
            language.choose(
                ko: "여기에는 층을 만드는 식만 쓸 수 있습니다", ja: "ここには層を作る式だけを書けます",
                en: "this statement cannot be used with a result builder")
        }
    }

    func advice(in language: Language) -> String? {
        switch self {
        case .cannotConvert(let from, let to), .cannotConvertArgument(let from, let to),
            .cannotConvertAssignment(let from, let to), .cannotConvertReturn(let from, let to):
            guard ["Int", "Double", "String"].contains(to), ["Int", "Double"].contains(from) else { return nil }
            return language.choose(
                ko: "\(to)(…)(으)로 바꾸어 쓰십시오", ja: "\(to)(…)で変換してください", en: "convert it with \(to)(…)")
        case .optionalMustBeUnwrapped:
            return language.choose(
                ko: "'??'로 기본값을 주거나, 'if let'으로 풀거나, nil일 수 없으면 '!'를 붙이십시오",
                ja: "'??'で既定値を与えるか、'if let'でアンラップするか、nilがあり得なければ'!'を付けてください",
                en: "use '??' to give a default, 'if let' to unwrap it, or '!' if it cannot be nil")
        default: return nil
        }
    }

    private func didYouMean(_ suggestion: String?, _ language: Language) -> String {
        guard let suggestion else { return "" }
        return language.choose(
            ko: "; 혹시 '\(suggestion)'입니까?", ja: "。'\(suggestion)'の間違いではありませんか",
            en: "; did you mean '\(suggestion)'?")
    }
}

extension CheckerMessage.Feature {
    func text(in language: Language) -> String {
        let (ko, ja, en) = names
        let why = reason
        return language.choose(
            ko: "셀에서는 \(ko)을(를) 쓸 수 없습니다" + (why.map { ". " + $0.0 } ?? ""),
            ja: "セルでは\(ja)を使えません" + (why.map { "。" + $0.1 } ?? ""),
            en: "\(en) cannot be used in cells" + (why.map { "; " + $0.2 } ?? ""))
    }

    private var names: (String, String, String) {
        switch self {
        case .concurrency: ("동시성(async, await, actor)", "並行処理(async、await、actor)", "concurrency (async, await, actors)")
        case .macros: ("매크로", "マクロ", "macros")
        case .pointers: ("포인터", "ポインタ", "unsafe pointers")
        case .files: ("파일과 네트워크", "ファイルやネットワーク", "files and the network")
        case .imports: ("이 모듈", "このモジュール", "this module")
        case .typeDeclarations:
            (
                "struct, enum, class, protocol, extension 선언", "struct、enum、class、protocol、extensionの宣言",
                "declarations of structs, enums, classes, protocols and extensions"
            )
        case .generics: ("제네릭 함수 선언", "ジェネリック関数の宣言", "declarations of generic functions")
        case .errorHandling: ("throw와 do-catch", "throwとdo-catch", "throw and do-catch")
        case .deferStatement: ("defer", "defer", "defer")
        case .patterns: ("이 패턴", "このパターン", "this pattern")
        case .accessors: ("계산 속성과 관찰자", "計算プロパティとオブザーバー", "computed properties and observers")
        case .keyPaths: ("키 패스", "キーパス", "key paths")
        case .operatorDeclarations: ("연산자 선언", "演算子の宣言", "operator declarations")
        case .conditionalCompilation: ("조건부 컴파일(#if)", "条件付きコンパイル(#if)", "conditional compilation (#if)")
        case .attributes: ("이 속성", "この属性", "this attribute")
        case .slices: ("배열의 범위 첨자", "配列の範囲添字", "subscripting an array with a range")
        case .other(let name): (name, name, name)
        }
    }

    /// Why: what a lesson must not do for its runs to be repeatable. The others are not there yet.
    private var reason: (String, String, String)? {
        switch self {
        case .concurrency:
            (
                "노트북은 정해진 순서로 실행되어야 늘 같은 결과가 나옵니다", "決まった順に実行されてこそ、結果は毎回同じになります",
                "a notebook runs in one fixed order, so that its results are the same every time"
            )
        case .files, .pointers:
            (
                "노트북의 결과는 노트북과 이름 붙은 데이터에만 달려 있어야 합니다", "結果はノートブックと名前付きデータだけで決まるべきだからです",
                "its results depend on the notebook and the named data alone"
            )
        case .imports:
            (
                "LessonKit과 Foundation의 수학 함수는 import 없이 쓸 수 있습니다", "LessonKitとFoundationの数学関数はimportなしで使えます",
                "LessonKit and Foundation's mathematics are there without an import"
            )
        default: nil
        }
    }
}
