package import Diagnostics

extension SVGProblem {
    package func text(in language: Language) -> String {
        switch self {
        case .notWellFormed(let line):
            language.choose(
                ko: "그림의 SVG가 \(line)행에서 XML 문법에 맞지 않습니다", ja: "図の SVG が \(line) 行目で XML の文法に合っていません",
                en: "the figure's SVG is not well-formed XML at line \(line)")
        case .notSVG:
            language.choose(
                ko: "그림의 최상위 요소가 svg가 아닙니다", ja: "図の最上位の要素が svg ではありません",
                en: "the figure's outermost element is not svg")
        case .documentType:
            language.choose(
                ko: "그림에 문서 형식 선언(DOCTYPE)이 있습니다", ja: "図に文書型宣言（DOCTYPE）があります",
                en: "the figure declares a document type")
        case .tooLarge(let bytes, let limit):
            language.choose(
                ko: "그림이 \(bytes)바이트로 한도 \(limit)바이트를 넘습니다", ja: "図が \(bytes) バイトあり、上限の \(limit) バイトを超えています",
                en: "the figure has \(bytes) bytes, more than the limit of \(limit)")
        case .tooDeep(let limit):
            language.choose(
                ko: "그림의 요소가 \(limit)단계보다 깊이 겹쳐 있습니다", ja: "図の要素の入れ子が \(limit) 段を超えています",
                en: "the figure's elements are nested more than \(limit) deep")
        case .element(let name):
            language.choose(
                ko: "그림에 허용되지 않는 요소 ‘\(name)’이(가) 있습니다", ja: "図に許可されていない要素「\(name)」があります",
                en: "the figure has the element '\(name)', which is not allowed")
        case .attribute(let name, let element):
            language.choose(
                ko: "그림의 요소 ‘\(element)’에 허용되지 않는 속성 ‘\(name)’이(가) 있습니다",
                ja: "図の要素「\(element)」に許可されていない属性「\(name)」があります",
                en: "the figure's element '\(element)' has the attribute '\(name)', which is not allowed")
        case .style:
            language.choose(
                ko: "그림의 스타일이 외부 자원을 불러옵니다", ja: "図のスタイルが外部のリソースを読み込みます",
                en: "the figure's style loads something from outside")
        }
    }
}
