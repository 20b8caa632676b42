import Diagnostics

/// What ``SyntaxRules`` finds, in English in the Swift compiler's own words.
enum SyntaxRule: DiagnosticMessage {
    case redeclaration(String)
    case accessTwice
    case modifierTwice(String)
    case protocolMethodBody
    case protocolAccessorBody
    case mutatingInClass
    case convenienceInValue(String)
    case convenienceCallsSuper(String)
    case designatedDelegates(String)
    case lazyLet
    case computedLet
    case observedLet
    case accessorWithoutBody
    case setterWithoutGetter(String)
    case observerBesideGetter(String)
    case caseAfterDefault
    case fallthroughOutside
    case fallthroughAtEnd
    case returnInDefer
    case beginsWithClosure

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .redeclaration(let name):
            language.choose(
                ko: "'\(name)'을(를) 두 번 선언했습니다", ja: "'\(name)'が二度宣言されています",
                en: "invalid redeclaration of '\(name)'")
        case .accessTwice:
            language.choose(
                ko: "접근 수준은 하나만 쓸 수 있습니다", ja: "アクセスレベルは一つしか書けません",
                en: "multiple incompatible access-level modifiers specified")
        case .modifierTwice(let name):
            language.choose(
                ko: "'\(name)'을(를) 두 번 썼습니다", ja: "'\(name)'が二度書かれています", en: "duplicate modifier '\(name)'")
        case .protocolMethodBody:
            language.choose(
                ko: "프로토콜의 메서드에는 본문을 쓸 수 없습니다. 기본 구현은 extension에 두십시오",
                ja: "プロトコルのメソッドには本体を書けません。既定の実装はextensionに置いてください",
                en: "protocol methods must not have bodies; a default implementation stands in an extension")
        case .protocolAccessorBody:
            language.choose(
                ko: "프로토콜의 프로퍼티는 '{ get }'이나 '{ get set }'만 씁니다. 기본 구현은 extension에 두십시오",
                ja: "プロトコルのプロパティには'{ get }'か'{ get set }'だけを書きます。既定の実装はextensionに置いてください",
                en: "property in protocol must have explicit { get } or { get set } specifier; "
                    + "a default implementation stands in an extension")
        case .mutatingInClass:
            language.choose(
                ko: "클래스의 메서드에는 'mutating'을 쓰지 않습니다", ja: "クラスのメソッドに'mutating'は付けません",
                en: "'mutating' is not valid on instance methods in classes")
        case .convenienceInValue(let kind):
            language.choose(
                ko: "구조체와 열거형의 이니셜라이저에는 'convenience'를 쓰지 않습니다",
                ja: "構造体と列挙型のイニシャライザに'convenience'は付けません",
                en: "initializers in \(kind) are not marked with 'convenience'")
        case .convenienceCallsSuper(let type):
            language.choose(
                ko: "'\(type)'의 convenience 이니셜라이저는 'super.init'이 아니라 'self.init'을 불러야 합니다",
                ja: "'\(type)'のconvenienceイニシャライザは'super.init'ではなく'self.init'を呼ばなければなりません",
                en: "convenience initializer for '\(type)' must delegate (with 'self.init') rather than chaining to a "
                    + "superclass initializer (with 'super.init')")
        case .designatedDelegates(let type):
            language.choose(
                ko: "'\(type)'의 지정 이니셜라이저는 'self.init'을 부를 수 없습니다. 'convenience'를 붙이십시오",
                ja: "'\(type)'の指定イニシャライザは'self.init'を呼べません。'convenience'を付けてください",
                en: "designated initializer for '\(type)' cannot delegate (with 'self.init'); "
                    + "did you mean this to be a convenience initializer?")
        case .lazyLet:
            language.choose(
                ko: "'lazy'는 let에 쓸 수 없습니다. var로 선언하십시오", ja: "'lazy'はletには付けられません。varで宣言してください",
                en: "'lazy' cannot be used on a let")
        case .computedLet:
            language.choose(
                ko: "let은 계산 프로퍼티가 될 수 없습니다. var로 선언하십시오",
                ja: "letは計算プロパティにできません。varで宣言してください",
                en: "'let' declarations cannot be computed properties")
        case .observedLet:
            language.choose(
                ko: "let에는 willSet과 didSet을 쓸 수 없습니다. var로 선언하십시오",
                ja: "letにはwillSetとdidSetを付けられません。varで宣言してください",
                en: "'let' declarations cannot be observing properties")
        case .accessorWithoutBody:
            language.choose(
                ko: "본문 '{ … }'이 없습니다. 본문 없는 get과 set은 프로토콜에만 씁니다",
                ja: "本体'{ … }'がありません。本体のないgetとsetを書けるのはプロトコルだけです",
                en: "expected '{' to start accessor definition; only a protocol has accessors without a body")
        case .setterWithoutGetter(let kind):
            language.choose(
                ko: "set이 있으면 get도 있어야 합니다", ja: "setがあるならgetも必要です",
                en: "\(kind) with a setter must also have a getter")
        case .observerBesideGetter(let name):
            language.choose(
                ko: "'\(name)'은(는) get과 함께 쓸 수 없습니다", ja: "'\(name)'はgetと一緒には書けません",
                en: "'\(name)' cannot be provided together with a getter")
        case .caseAfterDefault:
            language.choose(
                ko: "'default' 뒤에는 'case'가 올 수 없습니다. 'default'를 맨 끝으로 옮기십시오",
                ja: "'default'の後に'case'は置けません。'default'を最後に移してください",
                en: "additional 'case' blocks cannot appear after the 'default' block of a 'switch'")
        case .fallthroughOutside:
            language.choose(
                ko: "'fallthrough'는 switch 안에서만 쓸 수 있습니다", ja: "'fallthrough'はswitchの中でしか使えません",
                en: "'fallthrough' is only allowed inside a switch")
        case .fallthroughAtEnd:
            language.choose(
                ko: "'fallthrough' 다음에 이어질 'case'나 'default'가 없습니다",
                ja: "'fallthrough'の後に続く'case'や'default'がありません",
                en: "'fallthrough' without a following 'case' or 'default' block")
        case .returnInDefer:
            language.choose(
                ko: "'return'으로 defer 밖으로 나갈 수 없습니다", ja: "'return'でdeferの外へ出ることはできません",
                en: "'return' cannot transfer control out of a defer statement")
        case .beginsWithClosure:
            language.choose(
                ko: "문장은 클로저로 시작할 수 없습니다. 블록이라면 앞에 'do'를 쓰십시오",
                ja: "文をクロージャで始めることはできません。ブロックなら前に'do'を書いてください",
                en: "statement cannot begin with a closure expression; a block is written 'do { … }'")
        }
    }
}
