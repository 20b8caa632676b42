import Diagnostics

/// What ``DefiniteInitialisation`` finds, in English in the Swift compiler's own words.
enum InitialisationMessage: DiagnosticMessage {
    case used(String, isLet: Bool)
    case captured(String, isLet: Bool)
    /// A function or type of the top level uses a name that is declared and has no value yet.
    case defined(String, isLet: Bool)
    case passed(String)
    case memberStored(String)
    case assignedTwice(String)
    case propertiesMissing
    case propertyMissingAtSuper(String)
    /// A note at the property.
    case notInitialised(String)
    case selfUsed(SelfUse, before: SelfNeed)
    case superNotCalled
    case selfInitNotCalled

    /// What `self` is used for.
    enum SelfUse: Equatable {
        case value
        case method(String)
        case property(String)
    }

    /// What must come first.
    enum SelfNeed { case properties, superInit, selfInit }

    var id: String { messageName(of: self) }

    func text(in language: Language) -> String {
        switch self {
        case .used(let name, let isLet):
            language.choose(
                ko: "\(noun(isLet, language)) '\(name)'에 값을 넣기 전에 읽었습니다",
                ja: "\(noun(isLet, language))'\(name)'が、値が入る前に使われています",
                en: "\(noun(isLet, language)) '\(name)' used before being initialized")
        case .captured(let name, let isLet):
            language.choose(
                ko: "\(noun(isLet, language)) '\(name)'에 값을 넣기 전에 클로저가 붙잡습니다",
                ja: "\(noun(isLet, language))'\(name)'を、値が入る前にクロージャが取り込んでいます",
                en: "\(noun(isLet, language)) '\(name)' captured by a closure before being initialized")
        case .defined(let name, let isLet):
            language.choose(
                ko: "이 정의가 쓰는 \(noun(isLet, language)) '\(name)'에 아직 값이 없습니다",
                ja: "この定義が使う\(noun(isLet, language))'\(name)'に、まだ値がありません",
                en: "\(noun(isLet, language)) '\(name)' used by function definition before being initialized")
        case .passed(let name):
            language.choose(
                ko: "변수 '\(name)'에 값을 넣기 전에 바꾸려고 했습니다",
                ja: "変数'\(name)'を、値が入る前に変更しようとしています",
                en: "variable '\(name)' passed by reference before being initialized")
        case .memberStored(let name):
            language.choose(
                ko: "'\(name)' 전체에 값을 넣은 뒤에야 그 일부를 바꿀 수 있습니다",
                ja: "'\(name)'全体に値が入ってからでないと、その一部は変更できません",
                en: "struct '\(name)' must be completely initialized before a member is stored to")
        case .assignedTwice(let name):
            language.choose(
                ko: "'let' 상수 '\(name)'에는 값을 한 번만 넣을 수 있습니다",
                ja: "'let'定数'\(name)'には一度しか代入できません",
                en: "immutable value '\(name)' may only be initialized once")
        case .propertiesMissing:
            language.choose(
                ko: "모든 저장 속성에 값을 넣기 전에 이니셜라이저가 끝납니다",
                ja: "すべての格納プロパティに値が入る前にイニシャライザが終わります",
                en: "return from initializer without initializing all stored properties")
        case .propertyMissingAtSuper(let name):
            language.choose(
                ko: "super.init을 부를 때 속성 '\(name)'에 아직 값이 없습니다",
                ja: "super.initを呼ぶ時点で、プロパティ'\(name)'にまだ値がありません",
                en: "property '\(name)' not initialized at super.init call")
        case .notInitialised(let name):
            language.choose(
                ko: "'\(name)'에 값이 없습니다", ja: "'\(name)'に値がありません", en: "'\(name)' not initialized")
        case .selfUsed(let use, let need): selfUsed(use, need, language)
        case .superNotCalled:
            language.choose(
                ko: "'super.init'을 부르지 않고 이니셜라이저가 끝나는 경우가 있습니다",
                ja: "'super.init'を呼ばずにイニシャライザが終わる場合があります",
                en: "'super.init' isn't called on all paths before returning from initializer")
        case .selfInitNotCalled:
            language.choose(
                ko: "'self.init'을 부르지 않고 이니셜라이저가 끝나는 경우가 있습니다",
                ja: "'self.init'を呼ばずにイニシャライザが終わる場合があります",
                en: "'self.init' isn't called on all paths before returning from initializer")
        }
    }

    private func noun(_ isLet: Bool, _ language: Language) -> String {
        isLet
            ? language.choose(ko: "상수", ja: "定数", en: "constant")
            : language.choose(ko: "변수", ja: "変数", en: "variable")
    }

    private func selfUsed(_ use: SelfUse, _ need: SelfNeed, _ language: Language) -> String {
        let what =
            switch use {
            case .value: language.choose(ko: "'self'를 썼습니다", ja: "'self'が使われています", en: "'self' used")
            case .method(let name):
                language.choose(
                    ko: "메서드 '\(name)'에서 'self'를 썼습니다", ja: "メソッド'\(name)'の呼び出しで'self'が使われています",
                    en: "'self' used in method call '\(name)'")
            case .property(let name):
                language.choose(
                    ko: "속성 '\(name)'에서 'self'를 썼습니다", ja: "プロパティ'\(name)'で'self'が使われています",
                    en: "'self' used in property access '\(name)'")
            }
        let before =
            switch need {
            case .properties:
                language.choose(
                    ko: "모든 저장 속성에 값을 넣기 전에", ja: "すべての格納プロパティに値が入る前に",
                    en: "before all stored properties are initialized")
            case .superInit:
                language.choose(
                    ko: "'super.init'을 부르기 전에", ja: "'super.init'を呼ぶ前に", en: "before 'super.init' call")
            case .selfInit:
                language.choose(
                    ko: "'self.init'을 부르거나 'self'에 대입하기 전에", ja: "'self.init'の呼び出しか'self'への代入の前に",
                    en: "before 'self.init' call or assignment to 'self'")
            }
        return language.choose(ko: "\(before) \(what)", ja: "\(before)\(what)", en: "\(what) \(before)")
    }
}
