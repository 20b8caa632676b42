import Diagnostics

/// What is wrong with a declaration as a whole, or with two uses of one place at a time; in English in the Swift
/// compiler's own words.
enum DeclarationRule: DiagnosticMessage {
    case genericUnused(String)
    case refinesItself(String)
    case recursiveValue(String)
    case recursiveEnum(String)
    case rawTypeWithPayload
    case rawValueType(from: String, to: String)
    case rawValueTwice
    case requiredMissing(String, of: String)
    case needsRequired(String, type: String)
    case mustReturnSelf(String, type: String)
    case witnessNotSettable
    case witnessThrows
    case witnessMutating
    case witnessPrivate
    case escapes(String)
    case capturedWhileNonEscaping(String)
    case capturedWhileInout(String)
    case overlapping(String)
    case divisionByZero

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .genericUnused(let name):
            language.choose(
                ko: "타입 매개변수 '\(name)'을(를) 매개변수와 결과 어디에서도 쓰지 않아 무슨 타입인지 정할 수 없습니다",
                ja: "型引数'\(name)'が引数にも戻り値にも使われておらず、どの型か決められません",
                en: "generic parameter '\(name)' is not used in function signature")
        case .refinesItself(let name):
            language.choose(
                ko: "프로토콜 '\(name)'이(가) 자기 자신을 이어받습니다", ja: "プロトコル'\(name)'が自分自身を継承しています",
                en: "protocol '\(name)' refines itself")
        case .recursiveValue(let name):
            language.choose(
                ko: "값 타입 '\(name)'은(는) 자기 자신을 저장 프로퍼티로 가질 수 없습니다. 클래스나 배열을 쓰십시오",
                ja: "値型'\(name)'は自分自身を格納プロパティに持てません。クラスか配列を使ってください",
                en: "value type '\(name)' cannot have a stored property that recursively contains it; "
                    + "use a class or an array")
        case .recursiveEnum(let name):
            language.choose(
                ko: "열거형 '\(name)'이(가) 자기 자신을 담으려면 'indirect'를 붙여야 합니다",
                ja: "列挙型'\(name)'が自分自身を含むには'indirect'が必要です",
                en: "recursive enum '\(name)' is not marked 'indirect'")
        case .rawTypeWithPayload:
            language.choose(
                ko: "원시 값이 있는 열거형의 case에는 연관 값을 둘 수 없습니다",
                ja: "rawValueを持つ列挙型のcaseには付属値を付けられません",
                en: "enum with raw type cannot have cases with arguments")
        case .rawValueType(let from, let to):
            language.choose(
                ko: "'\(from)' 값은 원시 타입 '\(to)'이(가) 될 수 없습니다", ja: "型'\(from)'の値は'\(to)'のrawValueになりません",
                en: "cannot convert value of type '\(from)' to raw type '\(to)'")
        case .rawValueTwice:
            language.choose(
                ko: "원시 값이 다른 case와 같습니다", ja: "rawValueが他のcaseと同じです",
                en: "raw value for enum case is not unique")
        case .requiredMissing(let name, let superclass):
            language.choose(
                ko: "'\(superclass)'의 하위 클래스에는 'required' 이니셜라이저 '\(name)'이(가) 있어야 합니다",
                ja: "'\(superclass)'のサブクラスには'required'のイニシャライザ'\(name)'が必要です",
                en: "'required' initializer '\(name)' must be provided by subclass of '\(superclass)'")
        case .needsRequired(let name, let type):
            language.choose(
                ko: "final이 아닌 클래스 '\(type)'에서 프로토콜이 바라는 '\(name)'에는 'required'를 붙여야 합니다",
                ja: "finalでないクラス'\(type)'では、プロトコルの求める'\(name)'に'required'が必要です",
                en: "initializer requirement '\(name)' can only be satisfied by a 'required' initializer in non-final "
                    + "class '\(type)'")
        case .mustReturnSelf(let name, let type):
            language.choose(
                ko: "final이 아닌 클래스 '\(type)'의 '\(name)'이(가) 프로토콜에 맞으려면 'Self'를 돌려줘야 합니다",
                ja: "finalでないクラス'\(type)'の'\(name)'がプロトコルに合うには'Self'を返さなければなりません",
                en: "method '\(name)' in non-final class '\(type)' must return 'Self' to conform to the protocol")
        case .witnessNotSettable:
            language.choose(
                ko: "프로토콜은 바꿀 수 있는 것을 바라지만 이것은 바꿀 수 없습니다",
                ja: "プロトコルは代入できることを求めていますが、これは代入できません",
                en: "candidate is not settable, but protocol requires it")
        case .witnessThrows:
            language.choose(
                ko: "이것은 오류를 던지지만 프로토콜은 허락하지 않습니다", ja: "これはエラーを投げますが、プロトコルは許していません",
                en: "candidate throws, but protocol does not allow it")
        case .witnessMutating:
            language.choose(
                ko: "이것은 'mutating'이지만 프로토콜은 허락하지 않습니다", ja: "これは'mutating'ですが、プロトコルは許していません",
                en: "candidate is marked 'mutating' but protocol does not allow it")
        case .witnessPrivate:
            language.choose(
                ko: "이것은 'private'이라서 프로토콜에 맞는 것이 될 수 없습니다",
                ja: "これは'private'なので、プロトコルを満たすものになりません",
                en: "candidate is 'private' and cannot satisfy the protocol")
        case .escapes(let name):
            language.choose(
                ko: "함수 '\(name)'은(는) 부르거나 넘겨줄 수만 있습니다. 남겨 두려면 매개변수의 타입에 '@escaping'을 붙이십시오",
                ja: "関数'\(name)'は呼ぶか渡すことしかできません。残しておくには引数の型に'@escaping'を付けてください",
                en: "using non-escaping parameter '\(name)' in a context expecting an '@escaping' closure")
        case .capturedWhileNonEscaping(let name):
            language.choose(
                ko: "남아 있을 수 있는 클로저가 '@escaping'이 아닌 매개변수 '\(name)'을(를) 씁니다",
                ja: "残る可能性のあるクロージャが、'@escaping'でない引数'\(name)'を使っています",
                en: "escaping closure captures non-escaping parameter '\(name)'")
        case .capturedWhileInout(let name):
            language.choose(
                ko: "남아 있을 수 있는 클로저가 'inout' 매개변수 '\(name)'을(를) 씁니다",
                ja: "残る可能性のあるクロージャが、'inout'引数'\(name)'を使っています",
                en: name == "self"
                    ? "escaping closure captures mutating 'self' parameter"
                    : "escaping closure captures 'inout' parameter '\(name)'")
        case .overlapping(let name):
            language.choose(
                ko: "'\(name)'을(를) 한 번에 두 곳에서 바꿀 수 없습니다. 먼저 다른 변수에 옮겨 담으십시오",
                ja: "'\(name)'を同時に二か所で変更できません。先に別の変数へ写してください",
                en: "overlapping accesses to '\(name)', but modification requires exclusive access; "
                    + "consider copying to a local variable")
        case .divisionByZero:
            language.choose(ko: "0으로 나눕니다", ja: "ゼロで割っています", en: "division by zero")
        }
    }
}
