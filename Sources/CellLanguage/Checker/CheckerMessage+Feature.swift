import Diagnostics

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
        case .coding: ("인코딩과 디코딩(Codable)", "エンコードとデコード(Codable)", "encoding and decoding (Codable)")
        case .imports: ("이 모듈", "このモジュール", "this module")
        case .reflection: ("Mirror", "Mirror", "Mirror")
        case .unseededRandomness:
            ("SystemRandomNumberGenerator", "SystemRandomNumberGenerator", "SystemRandomNumberGenerator")
        case .patterns: ("이 패턴", "このパターン", "this pattern")
        case .keyPaths: ("값으로서의 키 패스", "値としてのキーパス", "key paths as values")
        case .conditionalCompilation: ("조건부 컴파일(#if)", "条件付きコンパイル(#if)", "conditional compilation (#if)")
        case .attributes: ("이 속성", "この属性", "this attribute")
        case .opaqueTypes: ("반환 타입의 some", "戻り値の型のsome", "'some' as the type of a result or property")
        case .parameterPacks: ("매개변수 팩", "パラメータパック", "parameter packs")
        case .typedThrows: ("타입을 적은 throws", "型付きthrows", "typed throws")
        case .weakReferences: ("weak와 unowned", "weakとunowned", "weak and unowned references")
        case .deinitializers: ("deinit", "deinit", "deinit")
        case .propertyWrappers: ("속성 래퍼", "プロパティラッパー", "property wrappers")
        case .lazyLocals: ("타입 밖의 lazy", "型の外のlazy", "lazy outside types")
        case .staticObservers: ("정적 속성의 willSet과 didSet", "静的プロパティのwillSetとdidSet", "observers of static properties")
        case .existentialMetatypes:
            (
                "실행해야 알 수 있는 타입(any P.Type)의 멤버", "実行時に決まる型(any P.Type)のメンバ",
                "members of a type known only at run time (any P.Type)"
            )
        case .functionCasts: ("함수 타입으로의 형 변환", "関数型へのキャスト", "casts to function types")
        case .staticOverride:
            ("클래스 멤버(class var, class func)의 재정의", "クラスメンバ(class var、class func)のオーバーライド", "overriding class members")
        case .genericOverride: ("제네릭 메서드의 재정의", "ジェネリックメソッドのオーバーライド", "overriding generic methods")
        case .dynamicSelf: ("final이 아닌 클래스의 Self", "finalではないクラスのSelf", "'Self' of a class that is not final")
        case .subclassOfLibrary: ("라이브러리 클래스의 상속", "ライブラリのクラスの継承", "subclasses of library classes")
        case .regularExpressions: ("정규식 리터럴", "正規表現リテラル", "regular expression literals")
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
        case .weakReferences, .deinitializers:
            (
                "노트북의 값은 노트북이 끝날 때까지 살아 있습니다", "ノートブックの値はノートブックが終わるまで生きています",
                "the values of a notebook live as long as it does"
            )
        case .unseededRandomness:
            (
                "난수는 노트북의 시드에서만 나옵니다. 생성기를 적지 않으면 됩니다", "乱数はノートブックのシードからのみ作られます。生成器を書かなければ十分です",
                "random numbers come from the notebook's seed alone; leave the generator out"
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
