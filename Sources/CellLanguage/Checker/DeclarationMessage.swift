import Diagnostics

/// What is wrong with the declaration of a type or a member, in English in the Swift compiler's own words.
enum DeclarationMessage: DiagnosticMessage {
    case missingBody
    case overridesNothing(String)
    case overridesFinal(String)
    case needsOverride
    case computedNeedsType
    case storedPropertyNotAllowed(String)
    case staticInGeneric
    case staticNeedsValue(String)
    case observedNeedsValue
    case lazyNeedsValue
    case rawValueNotLiteral
    case classWithoutInitializer(String)
    case cannotSynthesize(String, protocolName: String)
    case missingAssociatedType(String, protocolName: String, String)
    case doesNotConformToProtocol(String, protocolName: String)
    case requirementMissing(String)
    case inheritsFromFinal(String)
    case inheritsFromNonProtocol(String)
    case circularInheritance(String)
    case protocolExtensionInherits(String)

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .missingBody:
            language.choose(
                ko: "함수의 본문이 없습니다",
                ja: "関数の本体がありません",
                en: "expected '{' in body of function declaration")
        case .overridesNothing(let kind):
            language.choose(
                ko: "상위 클래스에 재정의할 것이 없습니다",
                ja: "スーパークラスにオーバーライドするものがありません",
                en: "\(kind) does not override any \(kind) from its superclass")
        case .overridesFinal(let kind):
            language.choose(
                ko: "'final'인 멤버는 재정의할 수 없습니다",
                ja: "'final'のメンバーはオーバーライドできません",
                en: "\(kind) overrides a 'final' \(kind)")
        case .needsOverride:
            language.choose(
                ko: "상위 클래스의 것을 재정의하려면 'override'를 붙이십시오",
                ja: "スーパークラスのものを再定義するには'override'を付けてください",
                en: "overriding declaration requires an 'override' keyword")
        case .computedNeedsType:
            language.choose(
                ko: "계산 속성에는 타입을 적어야 합니다",
                ja: "計算プロパティには型の明示が必要です",
                en: "computed property must have an explicit type")
        case .storedPropertyNotAllowed(let place):
            language.choose(
                ko: "여기에는 저장 속성을 둘 수 없습니다. 계산 속성을 쓰십시오",
                ja: "ここには格納プロパティを置けません。計算プロパティを使ってください",
                en: "\(place) must not contain stored properties")
        case .staticInGeneric:
            language.choose(
                ko: "제네릭 타입에는 정적 저장 속성을 둘 수 없습니다",
                ja: "ジェネリック型には静的な格納プロパティを置けません",
                en: "static stored properties not supported in generic types")
        case .observedNeedsValue:
            language.choose(
                ko: "willSet이나 didSet이 있는 변수에는 첫 값이 있어야 합니다: 'var x = 0 { didSet { … } }'",
                ja: "willSetやdidSetのある変数には最初の値が必要です: 'var x = 0 { didSet { … } }'",
                en: "non-member observing properties require an initializer")
        case .staticNeedsValue(let name):
            language.choose(
                ko: "정적 속성 '\(name)'에는 처음 값이 있어야 합니다",
                ja: "静的プロパティ'\(name)'には初期値が必要です",
                en: "'static var' declaration requires an initializer expression or an explicitly stated getter")
        case .lazyNeedsValue:
            language.choose(
                ko: "'lazy' 속성에는 처음 값이 있어야 합니다",
                ja: "'lazy'プロパティには初期値が必要です",
                en: "lazy properties must have an initializer")
        case .rawValueNotLiteral:
            language.choose(
                ko: "enum의 원시값은 리터럴이어야 합니다",
                ja: "enumの生の値はリテラルでなければなりません",
                en: "raw value for enum case must be a literal")
        case .classWithoutInitializer(let name):
            language.choose(
                ko: "클래스 '\(name)'에 이니셜라이저가 없습니다. 처음 값이 없는 속성이 있습니다",
                ja: "クラス'\(name)'にイニシャライザがありません。初期値のないプロパティがあります",
                en: "class '\(name)' has no initializers")
        case .cannotSynthesize(let type, let name):
            language.choose(
                ko: "'\(type)' 타입은 프로토콜 '\(name)'을(를) 따르지 않습니다. 이를 따르지 않는 부분이 있습니다",
                ja: "型'\(type)'はプロトコル'\(name)'に準拠していません。準拠していない部分があります",
                en: "type '\(type)' does not conform to protocol '\(name)'")
        case .missingAssociatedType(let type, let name, let associated):
            language.choose(
                ko: "'\(type)' 타입은 프로토콜 '\(name)'을(를) 따르지 않습니다. 연관 타입 '\(associated)'을(를) 알 수 없습니다",
                ja: "型'\(type)'はプロトコル'\(name)'に準拠していません。関連型'\(associated)'が決まりません",
                en: "type '\(type)' does not conform to protocol '\(name)'; it does not say what '\(associated)' is")
        case .doesNotConformToProtocol(let type, let name):
            language.choose(
                ko: "'\(type)' 타입은 프로토콜 '\(name)'을(를) 따르지 않습니다",
                ja: "型'\(type)'はプロトコル'\(name)'に準拠していません",
                en: "type '\(type)' does not conform to protocol '\(name)'")
        case .requirementMissing(let signature):
            language.choose(
                ko: "프로토콜이 요구하는 것: \(signature)",
                ja: "プロトコルが要求するもの: \(signature)",
                en: "protocol requires '\(signature)'")
        case .inheritsFromFinal(let name):
            language.choose(
                ko: "'final'인 클래스 '\(name)'은(는) 상속할 수 없습니다",
                ja: "'final'のクラス'\(name)'は継承できません",
                en: "inheritance from a final class '\(name)'")
        case .inheritsFromNonProtocol(let type):
            language.choose(
                ko: "'\(type)'은(는) 프로토콜이 아니라서 상속할 수 없습니다",
                ja: "'\(type)'はプロトコルではないため継承できません",
                en: "inheritance from non-protocol type '\(type)'")
        case .circularInheritance(let name):
            language.choose(
                ko: "클래스 '\(name)'이(가) 자기 자신을 상속합니다",
                ja: "クラス'\(name)'が自分自身を継承しています",
                en: "'\(name)' inherits from itself")
        case .protocolExtensionInherits(let name):
            language.choose(
                ko: "프로토콜 '\(name)'의 extension에는 상속을 적을 수 없습니다",
                ja: "プロトコル'\(name)'のextensionには継承を書けません",
                en: "extension of protocol '\(name)' cannot have an inheritance clause")
        }
    }
}
