extension PlottingError {
    public func message(in language: String) -> String {
        switch language {
        case "ko": korean
        case "ja": japanese
        default: english
        }
    }

    private static let colors = SeriesColor.allCases.map { String($0.rawValue) }.joined(separator: " ")
    private static let markers = Marker.allCases.map { String($0.rawValue) }.joined(separator: " ")
    private static let lines = LineStyle.allCases.map(\.rawValue).joined(separator: " ")

    private var korean: String {
        switch self {
        case .unknownFormatCharacter(let character, let format):
            """
            형식 문자열 "\(format)"에 쓸 수 없는 문자가 있습니다: '\(character)'. \
            색(\(Self.colors)), 표식(\(Self.markers)), 선(\(Self.lines))을 하나씩 쓸 수 있습니다. 예: "bo", "r--"
            """
        case .repeatedFormatPart(let part, let first, let second, let format):
            """
            형식 문자열 "\(format)"에 \(Self.korean(part)) 두 번 있습니다: '\(first)', '\(second)'. 하나만 남기십시오.
            """
        case .unequalLengths(let x, let y):
            "x와 y의 길이가 다릅니다: x는 \(x)개, y는 \(y)개입니다. y의 값 하나마다 x의 값이 하나씩 있어야 합니다."
        case .noBins(let bins): "히스토그램에는 구간이 하나 이상 있어야 합니다. 지금은 \(bins)개입니다."
        case .limits(let lower, let upper, let isLogarithmic):
            "축의 아래 끝은 위 끝보다 작아야 하는데 \(lower)와 \(upper)입니다."
                + (isLogarithmic ? " 로그 축의 끝은 0보다 커야 합니다." : "")
        case .imageShape(let shape):
            "이미지의 모양은 [높이, 너비] 또는 [개수, 높이, 너비]여야 하는데 \(shape)입니다. reshaped로 모양을 바꾸십시오."
        case .heatMapShape(let shape): "히트맵의 모양은 [행, 열]이어야 하는데 \(shape)입니다."
        case .nameCount(let expected, let found): "이름이 \(expected)개 있어야 하는데 \(found)개입니다."
        }
    }

    private static func korean(_ part: FormatPart) -> String {
        switch part {
        case .color: "색이"
        case .marker: "표식이"
        case .line: "선 모양이"
        }
    }

    private var japanese: String {
        switch self {
        case .unknownFormatCharacter(let character, let format):
            """
            書式文字列 "\(format)" に使えない文字があります: '\(character)'。\
            色（\(Self.colors)）、マーカー（\(Self.markers)）、線（\(Self.lines)）を一つずつ使えます。例: "bo", "r--"
            """
        case .repeatedFormatPart(let part, let first, let second, let format):
            """
            書式文字列 "\(format)" に\(Self.japanese(part))が二つあります: '\(first)'、'\(second)'。一つだけ残してください。
            """
        case .unequalLengths(let x, let y):
            "x と y の長さが違います: x は \(x) 個、y は \(y) 個です。y の値一つにつき x の値が一つ必要です。"
        case .noBins(let bins): "ヒストグラムには区間が一つ以上必要です。いまは \(bins) です。"
        case .limits(let lower, let upper, let isLogarithmic):
            "軸の下端は上端より小さくなければなりませんが、\(lower) と \(upper) です。"
                + (isLogarithmic ? "対数軸の端は 0 より大きくなければなりません。" : "")
        case .imageShape(let shape):
            "画像の形状は [高さ, 幅] か [枚数, 高さ, 幅] のはずですが、\(shape) です。reshaped で形状を変えてください。"
        case .heatMapShape(let shape): "ヒートマップの形状は [行, 列] のはずですが、\(shape) です。"
        case .nameCount(let expected, let found): "名前は \(expected) 個必要ですが、\(found) 個です。"
        }
    }

    private static func japanese(_ part: FormatPart) -> String {
        switch part {
        case .color: "色"
        case .marker: "マーカー"
        case .line: "線の種類"
        }
    }

    private var english: String {
        switch self {
        case .unknownFormatCharacter(let character, let format):
            """
            The format string "\(format)" has a character that means nothing: '\(character)'. Use at most one each of \
            the colours (\(Self.colors)), the markers (\(Self.markers)) and the lines (\(Self.lines)), \
            as in "bo" or "r--".
            """
        case .repeatedFormatPart(let part, let first, let second, let format):
            """
            The format string "\(format)" names two \(Self.english(part)), '\(first)' and '\(second)'. Keep only one.
            """
        case .unequalLengths(let x, let y):
            "x and y differ in length: \(x) and \(y). Every value of y needs one value of x."
        case .noBins(let bins): "A histogram needs at least one bin, not \(bins)."
        case .limits(let lower, let upper, let isLogarithmic):
            "The lower end of an axis must be below the upper one, but they are \(lower) and \(upper)."
                + (isLogarithmic ? " The ends of a logarithmic axis must be above 0." : "")
        case .imageShape(let shape):
            "Images have the shape [height, width] or [count, height, width], not \(shape). Use reshaped."
        case .heatMapShape(let shape): "A heat map has the shape [rows, columns], not \(shape)."
        case .nameCount(let expected, let found): "\(expected) names are needed, but there are \(found)."
        }
    }

    private static func english(_ part: FormatPart) -> String {
        switch part {
        case .color: "colours"
        case .marker: "markers"
        case .line: "line styles"
        }
    }
}
