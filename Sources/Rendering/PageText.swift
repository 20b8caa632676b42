import Diagnostics
import Markup

/// The words of a page that are not the author's.
struct PageText: Sendable {
    let language: Language

    private func choose(ko: @autoclosure () -> String, ja: @autoclosure () -> String, en: @autoclosure () -> String)
        -> String
    { language.choose(ko: ko(), ja: ja(), en: en()) }

    // MARK: The page

    var skipToContent: String { choose(ko: "본문으로 건너뛰기", ja: "本文へ移動", en: "Skip to content") }
    var contents: String { choose(ko: "차례", ja: "目次", en: "Contents") }
    var switchTheme: String { choose(ko: "밝은 화면과 어두운 화면 바꾸기", ja: "明るい画面と暗い画面を切り替える", en: "Switch light and dark") }
    var copy: String { choose(ko: "복사", ja: "コピー", en: "Copy") }
    var copied: String { choose(ko: "복사됨", ja: "コピーしました", en: "Copied") }
    var footnotes: String { choose(ko: "각주", ja: "脚注", en: "Notes") }
    var untitled: String { choose(ko: "제목 없는 노트북", ja: "無題のノートブック", en: "Untitled notebook") }
    var table: String { choose(ko: "표", ja: "表", en: "Table") }
    var picture: String { choose(ko: "그림", ja: "図", en: "Picture") }
    var output: String { choose(ko: "출력", ja: "出力", en: "Output") }
    var standardError: String { choose(ko: "표준 오류 출력", ja: "標準エラー出力", en: "Standard error") }
    var excerpt: String { choose(ko: "오류가 난 곳", ja: "エラーの箇所", en: "Where it failed") }

    func linkToSection(_ title: String) -> String {
        choose(ko: "‘\(title)’ 절로 가는 링크", ja: "「\(title)」へのリンク", en: "Link to “\(title)”")
    }

    func footnote(_ number: Int) -> String { choose(ko: "각주 \(number)", ja: "脚注\(number)", en: "Note \(number)") }

    func backToText(_ number: Int, occurrence: Int?) -> String {
        let place = occurrence.map { choose(ko: " (\($0)번째)", ja: "（\($0)番目）", en: ", reference \($0)") } ?? ""
        return choose(
            ko: "각주 \(number)의 본문 위치로 돌아가기\(place)", ja: "脚注\(number)の本文の位置に戻る\(place)",
            en: "Back to the text of note \(number)\(place)")
    }

    // MARK: Captions

    func captionLabel(_ kind: Captions.Kind, _ number: Int) -> String {
        switch kind {
        case .figure: choose(ko: "그림 \(number)", ja: "図 \(number)", en: "Figure \(number)")
        case .table: choose(ko: "표 \(number)", ja: "表 \(number)", en: "Table \(number)")
        case .listing: choose(ko: "코드 \(number)", ja: "コード \(number)", en: "Listing \(number)")
        case .equation: choose(ko: "식 (\(number))", ja: "式 (\(number))", en: "Equation (\(number))")
        case .exercise: choose(ko: "연습 \(number)", ja: "演習 \(number)", en: "Exercise \(number)")
        }
    }

    // MARK: Divisions

    /// What is said of a division beside its title.
    func divisionLabel(_ kind: Division.Kind) -> String? {
        switch kind {
        case .note: choose(ko: "참고", ja: "補足", en: "Note")
        case .tip: choose(ko: "팁", ja: "ヒント", en: "Tip")
        case .important: choose(ko: "중요", ja: "重要", en: "Important")
        case .warning: choose(ko: "경고", ja: "警告", en: "Warning")
        case .caution: choose(ko: "주의", ja: "注意", en: "Caution")
        case .exercise: choose(ko: "연습", ja: "演習", en: "Exercise")
        case .answer: choose(ko: "답 보기", ja: "解答を見る", en: "Show the answer")
        case .fold: choose(ko: "설명 보기", ja: "説明を見る", en: "Show more")
        case .other: nil
        }
    }
    var formula: String { choose(ko: "수식", ja: "数式", en: "Formula") }
    var taskDone: String { choose(ko: "끝냄", ja: "済み", en: "Done") }
    var taskOpen: String { choose(ko: "아직", ja: "未了", en: "To do") }

    // MARK: Cells

    func cell(_ number: Int) -> String { choose(ko: "셀 \(number)", ja: "セル \(number)", en: "Cell \(number)") }
    var sampleCode: String { choose(ko: "실행하지 않는 코드", ja: "実行しないコード", en: "Code that is not run") }
    var showCode: String { choose(ko: "코드 보기", ja: "コードを表示", en: "Show code") }
    var showOutput: String { choose(ko: "출력 보기", ja: "出力を表示", en: "Show output") }
    var failsCheck: String {
        choose(ko: "타입 검사를 통과하지 못하는 코드", ja: "型検査に通らないコード", en: "Does not type-check")
    }
    var meantError: String { choose(ko: "일부러 낸 오류", ja: "意図したエラー", en: "Intended") }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: choose(ko: "오류", ja: "エラー", en: "Error")
        case .warning: choose(ko: "경고", ja: "警告", en: "Warning")
        case .note: choose(ko: "참고", ja: "補足", en: "Note")
        }
    }

    func place(line: Int, column: Int) -> String {
        choose(ko: "\(line)행 \(column)열", ja: "\(line)行\(column)桁", en: "line \(line), column \(column)")
    }

    func refusedFigure(_ reason: String) -> String {
        choose(
            ko: "이 그림은 안전하게 표시할 수 없어 뺐습니다. \(reason).", ja: "この図は安全に表示できないため省きました。\(reason)。",
            en: "This figure cannot be shown safely and was left out: \(reason).")
    }

    // MARK: The epoch log

    var trainingLog: String { choose(ko: "훈련 기록", ja: "訓練の記録", en: "Training log") }
    var fullLog: String { choose(ko: "에포크별 기록 전체 보기", ja: "エポックごとの記録をすべて表示", en: "Show the log of every epoch") }
    var metric: String { choose(ko: "지표", ja: "指標", en: "Metric") }
    var course: String { choose(ko: "추이", ja: "推移", en: "Course") }
    var first: String { choose(ko: "처음", ja: "最初", en: "First") }
    var minimum: String { choose(ko: "최소", ja: "最小", en: "Minimum") }
    var maximum: String { choose(ko: "최대", ja: "最大", en: "Maximum") }
    var last: String { choose(ko: "마지막", ja: "最後", en: "Last") }

    func epoch(_ number: Int) -> String {
        choose(ko: "에포크 \(number)", ja: "エポック \(number)", en: "Epoch \(number)")
    }
    func atEpoch(_ number: Int) -> String { choose(ko: "에포크 \(number)", ja: "エポック \(number)", en: "epoch \(number)") }
    func rowsAndColumns(_ rows: Int, _ columns: Int) -> String {
        let (rows, columns) = (NumberFormat.grouped(rows), NumberFormat.grouped(columns))
        return choose(
            ko: "\(rows)행 × \(columns)열", ja: "\(rows)行 × \(columns)列", en: "\(rows) rows × \(columns) columns")
    }
    func epochs(_ count: Int) -> String {
        choose(ko: "\(count)에포크", ja: "\(count)エポック", en: count == 1 ? "1 epoch" : "\(count) epochs")
    }
    func trainingSamples(_ count: Int) -> String {
        let number = NumberFormat.grouped(count)
        return choose(ko: "훈련 샘플 \(number)개", ja: "訓練サンプル \(number)件", en: "\(number) training samples")
    }
    func validationSamples(_ count: Int) -> String {
        let number = NumberFormat.grouped(count)
        return choose(ko: "검증 샘플 \(number)개", ja: "検証サンプル \(number)件", en: "\(number) validation samples")
    }
}
