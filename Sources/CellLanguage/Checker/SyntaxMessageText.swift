import Diagnostics

/// What the Swift parser says, for readers of Korean and Japanese. Its sentences are few and of few forms; what is not
/// known here stays in the parser's own words.
enum SyntaxMessageText {
    static func translated(_ text: String, _ language: Language) -> String {
        guard language != .english else { return text }
        if let known = sentences[text] { return language.choose(ko: known.ko, ja: known.ja, en: text) }
        for form in forms {
            guard let match = form.match(text) else { continue }
            let parts = match.map { noun($0, language) }
            return language.choose(ko: form.ko(parts), ja: form.ja(parts), en: text)
        }
        return text
    }

    private struct Form: Sendable {
        /// What stands before, between and after the two parts.
        var pieces: [String]
        var ko: @Sendable ([String]) -> String
        var ja: @Sendable ([String]) -> String

        func match(_ text: String) -> [String]? {
            guard text.hasPrefix(pieces[0]) else { return nil }
            var rest = text.dropFirst(pieces[0].count)
            var parts: [String] = []
            for piece in pieces.dropFirst() {
                guard let found = piece.isEmpty ? rest.endIndex..<rest.endIndex : rest.firstRange(of: piece) else {
                    return nil
                }
                parts.append(String(rest[..<found.lowerBound]))
                rest = rest[found.upperBound...]
            }
            return rest.isEmpty ? parts : nil
        }
    }

    // Before the general form the special ones.
    private static let forms: [Form] = [
        Form(
            pieces: ["expected ", " to end ", ""], ko: { "\($0[1])을(를) 끝내는 \($0[0])이(가) 없습니다" },
            ja: { "\($0[1])を閉じる\($0[0])がありません" }),
        Form(
            pieces: ["expected ", " to start ", ""], ko: { "\($0[1])을(를) 여는 \($0[0])이(가) 없습니다" },
            ja: { "\($0[1])を開く\($0[0])がありません" }),
        Form(
            pieces: ["expected ", " in ", ""], ko: { "\($0[1])에 \($0[0])이(가) 있어야 합니다" },
            ja: { "\($0[1])に\($0[0])が必要です" }),
        Form(
            pieces: ["expected ", " after ", ""], ko: { "\($0[1]) 뒤에 \($0[0])이(가) 있어야 합니다" },
            ja: { "\($0[1])の後に\($0[0])が必要です" }),
        Form(
            pieces: ["expected ", " to separate ", ""], ko: { "\($0[1])을(를) 나누는 \($0[0])이(가) 있어야 합니다" },
            ja: { "\($0[1])を区切る\($0[0])が必要です" }),
        Form(
            pieces: ["unexpected code ", " in ", ""], ko: { "\($0[1])에 올 수 없는 코드 \($0[0])이(가) 있습니다" },
            ja: { "\($0[1])に置けないコード\($0[0])があります" }),
        Form(
            pieces: ["unexpected ", " in ", ""], ko: { "\($0[1])에 \($0[0])이(가) 올 수 없습니다" },
            ja: { "\($0[1])に\($0[0])は置けません" }),
        Form(
            pieces: ["extraneous code ", " at top level"], ko: { "짝이 없거나 남은 코드 \($0[0])이(가) 있습니다" },
            ja: { "対応のない余分なコード\($0[0])があります" }),
        Form(
            pieces: ["extraneous ", " at top level"], ko: { "짝이 없거나 남은 \($0[0])이(가) 있습니다" },
            ja: { "対応のない余分な\($0[0])があります" }),
        Form(
            pieces: ["unknown infix operator ", ""], ko: { "이항 연산자 \($0[0])을(를) 찾을 수 없습니다" },
            ja: { "二項演算子\($0[0])が見つかりません" }),
        Form(
            pieces: ["keyword ", " cannot be used as an identifier here"],
            ko: { "예약어 \($0[0])은(는) 이름으로 쓸 수 없습니다" }, ja: { "予約語\($0[0])は名前に使えません" }),
        Form(pieces: ["expected ", ""], ko: { "\($0[0])이(가) 있어야 합니다" }, ja: { "\($0[0])が必要です" }),
    ]

    private static let sentences: [String: (ko: String, ja: String)] = [
        "invalid character in source file": ("코드에 쓸 수 없는 문자가 있습니다", "コードに使えない文字があります"),
        "non-breaking space (U+00A0) used instead of regular space": (
            "보통 공백 대신 줄바꿈 없는 공백(U+00A0)이 있습니다", "通常の空白ではなくノーブレークスペース(U+00A0)があります"
        ),
        "consecutive statements on a line must be separated by newline or ';'": (
            "한 줄에 문장이 둘 있습니다. 줄을 바꾸거나 ';'로 나누십시오", "一行に文が二つあります。改行するか';'で区切ってください"
        ),
        "consecutive declarations on a line must be separated by newline or ';'": (
            "한 줄에 선언이 둘 있습니다. 줄을 바꾸거나 ';'로 나누십시오", "一行に宣言が二つあります。改行するか';'で区切ってください"
        ),
        "standalone ';' statements are not allowed": ("';'만 홀로 쓸 수 없습니다", "';'だけを単独では書けません"),
        "unexpected ';' separator": ("여기에는 ';'를 쓸 수 없습니다", "ここに';'は書けません"),
        "expected expression after 'try'": ("'try' 뒤에 식이 있어야 합니다", "'try'の後に式が必要です"),
        "expected '{' or 'if' after 'else'": ("'else' 뒤에 '{'나 'if'가 있어야 합니다", "'else'の後に'{'か'if'が必要です"),
        "all statements inside a switch must be covered by a 'case' or 'default' label": (
            "switch 안의 문장은 모두 'case'나 'default' 아래에 있어야 합니다",
            "switchの中の文は、すべて'case'か'default'の下に置きます"
        ),
        "C-style for statement has been removed in Swift 3": (
            "C 방식의 for는 Swift에 없습니다. 'for i in 0..<n'으로 쓰십시오",
            "C方式のforはSwiftにありません。'for i in 0..<n'と書いてください"
        ),
        "expected ',' joining parts of a multi-clause condition": (
            "조건을 여럿 쓸 때는 ','로 이어야 합니다", "複数の条件は','でつなぎます"
        ),
        "multi-line string literal content must begin on a new line": (
            "여러 줄 문자열의 내용은 다음 줄에서 시작해야 합니다", "複数行文字列の内容は次の行から書きます"
        ),
        "multi-line string literal closing delimiter must begin on a new line": (
            "여러 줄 문자열을 닫는 따옴표는 새 줄에 있어야 합니다", "複数行文字列を閉じる引用符は新しい行に置きます"
        ),
        "Single-quoted string literal found, use '\"'": (
            "문자열은 작은따옴표가 아니라 큰따옴표로 씁니다", "文字列は一重引用符ではなく二重引用符で囲みます"
        ),
        "unexpected initializer in pattern; did you mean to use '='?": (
            "여기에는 ':'이 아니라 '='를 쓰려고 한 것입니까?", "ここは':'ではなく'='ではありませんか"
        ),
        "parsing has exceeded the maximum nesting level": ("괄호가 너무 깊이 겹쳤습니다", "入れ子が深すぎます"),
        "editor placeholder in source file": ("편집기의 빈칸 표시가 남아 있습니다", "エディタの穴埋め記号が残っています"),
        "expected ':' after '? ...' in ternary expression": (
            "삼항 연산자의 '?' 뒤에 ':'이 있어야 합니다", "三項演算子の'?'の後に':'が必要です"
        ),
        "expected ':' and expression after '? ...' in ternary expression": (
            "삼항 연산자의 '?' 뒤에 ':'과 식이 있어야 합니다", "三項演算子の'?'の後に':'と式が必要です"
        ),
    ]

    /// The parts that messages name; those in quotation marks are code and stay.
    private static let nouns: [String: (ko: String, ja: String)] = [
        "expression": ("식", "式"), "expressions": ("식", "式"), "identifier": ("이름", "名前"), "name": ("이름", "名前"),
        "pattern": ("패턴", "パターン"), "type": ("타입", "型"), "return type": ("반환 타입", "戻り値の型"),
        "statements": ("문장", "文"), "statement": ("문장", "文"), "function": ("함수", "関数"),
        "function call": ("함수 호출", "関数呼び出し"), "variable": ("변수", "変数"), "constant": ("상수", "定数"),
        "array": ("배열", "配列"), "array element": ("배열의 원소", "配列の要素"), "dictionary": ("딕셔너리", "辞書"),
        "tuple": ("튜플", "タプル"), "tuple type": ("튜플 타입", "タプル型"), "closure": ("클로저", "クロージャ"),
        "member access": ("멤버 접근", "メンバーアクセス"), "subscript": ("첨자", "添字"),
        "string literal": ("문자열", "文字列"), "string interpolation": ("문자열 보간", "文字列補間"),
        "parameter": ("매개변수", "引数"), "parameter clause": ("매개변수 목록", "引数リスト"),
        "parameter type": ("매개변수의 타입", "引数の型"), "argument": ("인자", "引数"), "condition": ("조건", "条件"),
        "code block": ("코드 블록", "コードブロック"), "member block": ("타입의 본문", "型の本体"), "value": ("값", "値"),
        "struct": ("구조체", "構造体"), "class": ("클래스", "クラス"), "enum": ("열거형", "列挙型"),
        "protocol": ("프로토콜", "プロトコル"), "extension": ("extension", "extension"),
        "initializer": ("이니셜라이저", "イニシャライザ"), "'if' statement": ("if 문", "if文"),
        "'for' statement": ("for 문", "for文"), "'while' statement": ("while 문", "while文"),
        "'switch' statement": ("switch 문", "switch文"), "'guard' statement": ("guard 문", "guard文"),
        "'return' statement": ("return 문", "return文"), "'repeat' statement": ("repeat 문", "repeat文"),
        "operator": ("연산자", "演算子"), "root": ("파일", "ファイル"), "source file": ("셀", "セル"),
        "type annotation": ("타입 표시", "型注釈"), "top level": ("맨 바깥", "最上位"),
    ]

    private static func noun(_ text: String, _ language: Language) -> String {
        if let known = nouns[text] { return language.choose(ko: known.ko, ja: known.ja, en: text) }
        let joined = text.split(separator: " and ").map(String.init)
        guard joined.count == 2 else { return text }
        let both = joined.map { noun($0, language) }
        return language.choose(ko: "\(both[0])와(과) \(both[1])", ja: "\(both[0])と\(both[1])", en: text)
    }
}
