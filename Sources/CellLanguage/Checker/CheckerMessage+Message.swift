import Diagnostics

extension CheckerMessage {
    func text(in language: Language) -> String {
        switch self {
        case .syntax(let text), .foreignSyntax(let text, _):
            language.choose(
                ko: "문법 오류: \(SyntaxMessageText.translated(text, .korean))",
                ja: "構文エラー: \(SyntaxMessageText.translated(text, .japanese))", en: text)
        case .notInScope(let name, let suggestion):
            language.choose(
                ko: "'\(name)'(이)라는 이름을 찾을 수 없습니다", ja: "名前'\(name)'が見つかりません",
                en: "cannot find '\(name)' in scope") + didYouMean(suggestion, language)
        case .notDeclared(let name): CheckerMessage.notInScope(name, suggestion: nil).text(in: language)
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
        case .extraArgument(let label):
            language.choose(
                ko: label.map { "인수 '\($0)'은(는) 이 함수에 없습니다" } ?? "인수가 너무 많습니다",
                ja: label.map { "引数'\($0)'はこの関数にありません" } ?? "引数が多すぎます",
                en: label.map { "extra argument '\($0)' in call" } ?? "extra argument in call")
        case .argumentOrder(let first, let second):
            language.choose(
                ko: "인수 \(first)은(는) \(second)보다 앞에 와야 합니다", ja: "引数\(first)は\(second)より前に書かなければなりません",
                en: "\(first.hasPrefix("#") ? "unnamed argument" : "argument") \(first) must precede argument \(second)"
            )
        case .missingLabels(let labels):
            language.choose(
                ko: "인수에 레이블 '\(labels)'이(가) 빠졌습니다", ja: "引数ラベル'\(labels)'がありません",
                en: "missing argument labels '\(labels)' in call")
        case .extraLabels(let labels):
            language.choose(
                ko: "이 함수의 인수에는 레이블이 없습니다. '\(labels)'을(를) 지우십시오",
                ja: "この関数の引数にラベルはありません。'\(labels)'を消してください",
                en: "extraneous argument labels '\(labels)' in call")
        case .ternaryMismatch(let a, let b):
            language.choose(
                ko: "'? :'의 두 값이 '\(a)'와(과) '\(b)'(으)로 타입이 서로 다릅니다", ja: "'? :'の二つの値の型が'\(a)'と'\(b)'で異なります",
                en: "result values in '? :' expression have mismatching types '\(a)' and '\(b)'")
        case .branchMismatch(let a, let b):
            language.choose(
                ko: "갈래의 값이 '\(a)'와(과) '\(b)'(으)로 타입이 서로 다릅니다", ja: "枝の値の型が'\(a)'と'\(b)'で異なります",
                en: "branches have mismatching types '\(a)' and '\(b)'")
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
        case .constant(let name, let change):
            language.choose(
                ko: "'\(name)'은(는) 'let'으로 선언한 상수라서 바꿀 수 없습니다",
                ja: "'\(name)'は'let'で宣言された定数なので変更できません",
                en: "\(change.words): '\(name)' is a 'let' constant")
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
        case .usedBeforeDeclaration(let name):
            language.choose(
                ko: "'\(name)'을(를) 선언하기 전에 썼습니다", ja: "'\(name)'が宣言される前に使われています",
                en: "use of local variable '\(name)' before its declaration")
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
        case .integerTooLarge(let text, let type):
            language.choose(
                ko: "정수 '\(text)'은(는) \(type)에 들어가지 않습니다", ja: "整数'\(text)'は\(type)に収まりません",
                en: "integer literal '\(text)' overflows when stored into '\(type)'")
        case .declaredBelow(let name):
            language.choose(
                ko: "'\(name)'은(는) 이 아래 셀에서 선언됩니다. 그 셀을 위로 옮기십시오",
                ja: "'\(name)'はこの下のセルで宣言されています。そのセルを上に移してください",
                en: "'\(name)' is declared in this later cell; move the cell up")
        case .inlineShowsNothing:
            language.choose(
                ko: "글 속의 {swift}에는 값을 보여 주는 식 하나만 쓸 수 있습니다",
                ja: "文中の{swift}には、値を示す式を一つだけ書けます",
                en: "a {swift} in prose must be one expression with a value to show")
        case .inlineChanges:
            language.choose(
                ko: "글 속의 식은 값을 보여 줄 뿐, 변수를 바꿀 수 없습니다",
                ja: "文中の式は値を示すだけで、変数を変更できません",
                en: "an expression in prose only shows a value and must not change a variable")
        case .expectedFailure:
            language.choose(
                ko: ".fails-check 셀인데 틀린 곳이 없습니다", ja: ".fails-checkのセルですが誤りがありません",
                en: "this cell is marked .fails-check but has no error")
        case .genericArguments(let name, let expected):
            language.choose(
                ko: "'\(name)' 타입에는 타입 인자가 \(expected)개 있어야 합니다",
                ja: "型'\(name)'には型引数が\(expected)個必要です",
                en: "reference to generic type '\(name)' requires \(expected) arguments in <...>")
        case .cannotConvertClosureResult(let from, let to):
            language.choose(
                ko: "클로저가 돌려주는 '\(from)' 값을 '\(to)'(으)로 바꿀 수 없습니다",
                ja: "クロージャが返す型'\(from)'の値を型'\(to)'に変換できません",
                en: "cannot convert value of type '\(from)' to closure result type '\(to)'")
        case .doesNotConform(let type, let name, let isArgument, let suggestion):
            language.choose(
                ko: "'\(type)' 타입은 프로토콜 '\(name)'을(를) 따르지 않습니다",
                ja: "型'\(type)'はプロトコル'\(name)'に準拠していません",
                en:
                    "\(isArgument ? "argument" : "value of") type '\(type)' does not conform to \(isArgument ? "expected type" : "specified type") '\(name)'"
            ) + didYouMean(suggestion, language)
        case .notConforming(let type, let name):
            language.choose(
                ko: "'\(type)' 타입은 프로토콜 '\(name)'을(를) 따르지 않습니다",
                ja: "型'\(type)'はプロトコル'\(name)'に準拠していません",
                en: "type '\(type)' does not conform to protocol '\(name)'")
        case .heterogeneous(let a, let b):
            language.choose(
                ko: "'\(a)'와(과) '\(b)'에 공통된 타입이 없습니다. 타입을 적어 주십시오",
                ja: "'\(a)'と'\(b)'に共通の型がありません。型を明示してください",
                en:
                    "heterogeneous values of types '\(a)' and '\(b)'; add explicit type annotation if this is intentional"
            )
        case .nilNotAllowed(let type):
            language.choose(
                ko: "'nil'은 옵셔널이 아닌 '\(type)' 타입에 넣을 수 없습니다",
                ja: "'nil'はオプショナルではない型'\(type)'には使えません",
                en: "'nil' is not compatible with expected type '\(type)'")
        case .missingLabel(let label):
            language.choose(
                ko: "인자에 레이블 '\(label):'이(가) 빠졌습니다",
                ja: "引数にラベル'\(label):'がありません",
                en: "missing argument label '\(label):' in call")
        case .noInitializer(let type):
            language.choose(
                ko: "'\(type)' 타입에는 쓸 수 있는 이니셜라이저가 없습니다",
                ja: "型'\(type)'には使えるイニシャライザがありません",
                en: "'\(type)' cannot be constructed because it has no accessible initializers")
        case .protocolInstantiated(let type):
            language.choose(
                ko: "프로토콜 '\(type)'의 값은 직접 만들 수 없습니다. 이를 따르는 타입을 쓰십시오",
                ja: "プロトコル'\(type)'の値は直接作れません。準拠する型を使ってください",
                en: "type '\(type)' cannot be instantiated")
        case .ambiguous(let name):
            language.choose(
                ko: "'\(name)'의 뜻이 여럿입니다. 타입을 적어 하나로 정하십시오",
                ja: "'\(name)'の意味が一つに決まりません。型を明示してください",
                en: "ambiguous use of '\(name)'")
        case .noContext(let name):
            language.choose(
                ko: "'.\(name)'이(가) 어느 타입의 것인지 알 수 없습니다. 타입을 앞에 적어 주십시오",
                ja: "'.\(name)'がどの型のものか分かりません。型を前に書いてください",
                en: "cannot infer contextual base in reference to member '\(name)'")
        case .unusedClosure:
            language.choose(
                ko: "이 클로저를 쓰지 않습니다. 부르려면 뒤에 '()'를 붙이십시오",
                ja: "このクロージャは使われていません。呼び出すなら後ろに'()'を付けてください",
                en: "closure expression is unused")
        case .requiresSameType(let name, let a, let b):
            language.choose(
                ko: "'\(name)'을(를) 쓰려면 '\(a)'와(과) '\(b)'이(가) 같은 타입이어야 합니다",
                ja: "'\(name)'を使うには'\(a)'と'\(b)'が同じ型である必要があります",
                en: "'\(name)' requires the types '\(a)' and '\(b)' be equivalent")
        case .requiresInheritance(let name, let type, let superclass):
            language.choose(
                ko: "'\(name)'을(를) 쓰려면 '\(type)'이(가) '\(superclass)'를 상속해야 합니다",
                ja: "'\(name)'を使うには'\(type)'が'\(superclass)'を継承している必要があります",
                en: "'\(name)' requires that '\(type)' inherit from '\(superclass)'")
        case .existentialDoesNotConform(let name):
            language.choose(
                ko: "'any \(name)'은(는) '\(name)'을(를) 따르는 한 타입이 아닙니다. 구체적인 타입을 쓰십시오",
                ja: "'any \(name)'は'\(name)'に準拠する一つの型ではありません。具体的な型を使ってください",
                en:
                    "type 'any \(name)' cannot conform to '\(name)'; only concrete types such as structs, enums and classes can conform to protocols"
            )
        case .protocolNeedsAny(let name):
            language.choose(
                ko: "프로토콜 '\(name)'을(를) 타입으로 쓰려면 'any \(name)'이라고 적으십시오",
                ja: "プロトコル'\(name)'を型として使うには'any \(name)'と書いてください",
                en: "use of protocol '\(name)' as a type must be written 'any \(name)'")
        case .notAProtocol(let type):
            language.choose(
                ko: "'\(type)'은(는) 프로토콜이나 클래스가 아니라서 제약으로 쓸 수 없습니다",
                ja: "'\(type)'はプロトコルでもクラスでもないため、制約に使えません",
                en: "type constrained to non-protocol, non-class type '\(type)'")
        case .noMemberType(let name, let type):
            language.choose(
                ko: "'\(type)'에는 '\(name)'(이)라는 타입이 없습니다",
                ja: "'\(type)'には'\(name)'という型がありません",
                en: "'\(name)' is not a member type of type '\(type)'")
        case .typeAsValue:
            language.choose(
                ko: "타입 이름은 값이 아닙니다. '(…)'로 값을 만들거나 '.self'를 붙이십시오",
                ja: "型の名前は値ではありません。'(…)'で値を作るか'.self'を付けてください",
                en: "expected member name or initializer call after type name")
        case .inaccessible(let name):
            language.choose(
                ko: "'\(name)'은(는) 'private'이라서 여기서 쓸 수 없습니다",
                ja: "'\(name)'は'private'なのでここでは使えません",
                en: "'\(name)' is inaccessible due to 'private' protection level")
        case .immutableSelf:
            language.choose(
                ko: "'self'를 바꿀 수 없습니다. 메서드에 'mutating'을 붙이십시오",
                ja: "'self'は変更できません。メソッドに'mutating'を付けてください",
                en: "cannot assign to property: 'self' is immutable; mark method 'mutating' to make 'self' mutable")
        case .subscriptIsReadOnly:
            language.choose(
                ko: "이 첨자는 읽기만 할 수 있습니다",
                ja: "この添字は読み取り専用です",
                en: "cannot assign through subscript: subscript is get-only")
        case .partialMutating(let name):
            language.choose(
                ko: "'mutating' 메서드 '\(name)'은(는) 바로 불러야 합니다",
                ja: "'mutating'メソッド'\(name)'は直接呼び出す必要があります",
                en: "partial application of 'mutating' method '\(name)' is not allowed")
        case .staticThroughInstance(let name, let type):
            language.choose(
                ko: "정적 멤버 '\(name)'은(는) '\(type).\(name)'으로 써야 합니다",
                ja: "静的メンバー'\(name)'は'\(type).\(name)'と書く必要があります",
                en: "static member '\(name)' cannot be used on instance of type '\(type)'")
        case .instanceMemberOnType(let name, let type):
            language.choose(
                ko: "'\(name)'은(는) '\(type)'의 값에서 써야 합니다",
                ja: "'\(name)'は'\(type)'の値に対して使う必要があります",
                en: "instance member '\(name)' cannot be used on type '\(type)'")
        case .superOutsideClass:
            language.choose(
                ko: "'super'는 상위 클래스가 있는 클래스 안에서만 쓸 수 있습니다",
                ja: "'super'はスーパークラスを持つクラスの中でのみ使えます",
                en: "'super' cannot be used in class because it has no superclass")
        case .cannotInferKeyPath:
            language.choose(
                ko: "키 패스의 타입을 알아낼 수 없습니다. '\\\\타입.이름'으로 적으십시오",
                ja: "キーパスの型を推論できません。'\\\\型.名前'と書いてください",
                en: "cannot infer key path type from context; consider explicitly specifying a root type")
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
        case .tooDeep:
            language.choose(
                ko: "식이 너무 깊이 겹쳐 있습니다. 이름을 붙여 나누십시오",
                ja: "式の入れ子が深すぎます。名前を付けて分割してください",
                en: "expression is nested too deeply; give parts of it names")
        case .tooComplex:
            language.choose(
                ko: "식이 너무 복잡해서 타입을 정할 수 없습니다. 이름을 붙여 나누십시오",
                ja: "式が複雑すぎて型を決められません。名前を付けて分割してください",
                en:
                    "unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions"
            )
        case .endlessInstances(let name):
            language.choose(
                ko: "'\(name)'이(가) 점점 더 큰 타입으로 자기 자신을 다시 부릅니다. 타입은 실행하기 전에 모두 정해져야 합니다",
                ja: "'\(name)'がどんどん大きな型で自分自身を使っています。型は実行前にすべて決まる必要があります",
                en: "'\(name)' uses itself with ever larger types; all types must be known before the program runs")
        case .typeTooLarge:
            language.choose(
                ko: "타입이 너무 큽니다. 튜플 대신 배열이나 클래스를 쓰십시오",
                ja: "型が大きすぎます。タプルの代わりに配列やクラスを使ってください",
                en: "type is too large; use an array or a class instead of tuples")
        case .functionTooLarge:
            language.choose(
                ko: "한 함수나 셀에 값이 너무 많습니다. 여러 함수로 나누십시오",
                ja: "一つの関数またはセルに値が多すぎます。いくつかの関数に分けてください",
                en: "too many values in one function or cell; divide it into several functions")
        case .builderStatement:
            language.choose(
                ko: "여기에는 층을 만드는 식만 쓸 수 있습니다", ja: "ここには層を作る式だけを書けます",
                en: "this statement cannot be used with a result builder")
        }
    }

    private func didYouMean(_ suggestion: String?, _ language: Language) -> String {
        guard let suggestion else { return "" }
        return language.choose(
            ko: "; 혹시 '\(suggestion)'입니까?", ja: "。'\(suggestion)'の間違いではありませんか",
            en: "; did you mean '\(suggestion)'?")
    }
}

extension CheckerMessage.Change {
    /// How the compiler begins to say that something is constant.
    fileprivate var words: String {
        switch self {
        case .assignment: "cannot assign to value"
        case .property: "cannot assign to property"
        case .subscript: "cannot assign through subscript"
        case .member: "cannot use mutating member on immutable value"
        case .argument: "cannot pass immutable value as inout argument"
        case .operator: "left side of mutating operator isn't mutable"
        }
    }
}
