import Diagnostics
import Notebook
import Records

/// What `check`, `accept` and `diff` say, and their help.
extension CommandText {
    static func acceptAbstract(in language: Language) -> String {
        language.choose(
            ko: "마지막 검사에서 나온 출력을 다시 실행하지 않고 기록으로 받아들입니다.",
            ja: "最後の検査の出力を、実行し直さずに記録として受け入れます。",
            en: "Takes the outputs of the last check into the record, without running anything again.")
    }

    static func acceptFileHelp(in language: Language) -> String {
        language.choose(
            ko: "노트북(.md). 지정하지 않으면 이 디렉터리에서 검사한 모든 노트북.",
            ja: "ノートブック (.md)。指定しなければこのディレクトリで検査したすべて。",
            en: "A notebook (.md); by default all that were checked in this directory.")
    }

    static func acceptCellsHelp(in language: Language) -> String {
        language.choose(
            ko: "받아들일 셀의 이름표나 번호. 지정하지 않으면 모든 셀.",
            ja: "受け入れるセルのラベルか番号。指定しなければすべて。",
            en: "Labels or numbers of the cells whose outputs are taken; by default all.")
    }

    static func diffAbstract(in language: Language) -> String {
        language.choose(
            ko: "두 기록(.ipynb)을 비교합니다.", ja: "2 つの記録 (.ipynb) を比べます。", en: "Compares two records (.ipynb).")
    }

    static func diffOldHelp(in language: Language) -> String {
        language.choose(ko: "이전 기록.", ja: "以前の記録。", en: "The old record.")
    }

    static func diffNewHelp(in language: Language) -> String {
        language.choose(ko: "새 기록.", ja: "新しい記録。", en: "The new record.")
    }

    static func twiceHelp(in language: Language) -> String {
        language.choose(
            ko: "노트북을 두 번 실행하여 출력이 완전히 같은지 확인합니다.",
            ja: "ノートブックを 2 回実行し、出力がまったく同じかを確かめます。",
            en: "Runs each notebook twice and proves that both runs show the same.")
    }

    static func reportOutputHelp(in language: Language) -> String {
        language.choose(
            ko: "보고를 쓸 파일. 그러면 터미널에는 글로 보여 줍니다.", ja: "報告を書くファイル。端末には文章で表示します。",
            en: "The file for the report; the terminal then shows text.")
    }

    static func rtolHelp(in language: Language) -> String {
        language.choose(
            ko: "상대 허용 오차. 셀이나 노트북의 rtol이 우선합니다.", ja: "相対許容誤差。セルやノートブックの rtol が優先されます。",
            en: "Relative tolerance; a cell's or notebook's own rtol goes first.")
    }

    static func atolHelp(in language: Language) -> String {
        language.choose(
            ko: "절대 허용 오차. 셀이나 노트북의 atol이 우선합니다.", ja: "絶対許容誤差。セルやノートブックの atol が優先されます。",
            en: "Absolute tolerance; a cell's or notebook's own atol goes first.")
    }

    static func compareHelp(in language: Language) -> String {
        language.choose(ko: "출력을 비교하는 방식.", ja: "出力の比べ方。", en: "How outputs are compared.")
    }

    static func normalizeHelp(in language: Language) -> String {
        let names = OptionValue.normalizerNames.joined(separator: ", ")
        return language.choose(
            ko: "달라도 되는 것: \(names).", ja: "違ってもよいもの: \(names)。", en: "What may differ: \(names).")
    }

    static func notebookTimeoutHelp(in language: Language) -> String {
        language.choose(
            ko: "노트북 하나의 모든 셀에 허용할 시간(초). 머리말의 notebook-timeout이 우선합니다.",
            ja: "1 つのノートブックの全セルの制限時間 (秒)。前付の notebook-timeout が優先されます。",
            en: "Seconds that all cells of a notebook may take together; its own notebook-timeout goes first.")
    }

    static func mustNotBeNegative(_ option: String, in language: Language) -> String {
        language.choose(
            ko: "\(option)에는 0 이상의 수를 지정하십시오", ja: "\(option) には 0 以上の数を指定してください",
            en: "\(option) takes a number of zero or more")
    }

    static func unknownNormalizer(_ unknown: OptionValue.UnknownNormalizer, in language: Language) -> String {
        let names = OptionValue.normalizerNames.joined(separator: ", ")
        let hint = unknown.nearest.map {
            language.choose(ko: " `\($0)`을(를) 뜻했습니까?", ja: "`\($0)` のことですか?", en: " Did you mean `\($0)`?")
        }
        return language.choose(
            ko: "`\(unknown.name)`은(는) --normalize에 쓸 수 없는 이름입니다(\(names)).",
            ja: "`\(unknown.name)` は --normalize に使えない名前です(\(names))。",
            en: "`\(unknown.name)` is no name for --normalize (\(names)).") + (hint ?? "")
    }

    static func nondeterministic(_ lesson: String, in language: Language) -> String {
        language.choose(
            ko: "\(lesson): 두 번 실행한 결과가 다릅니다. 처음으로 달라진 곳:",
            ja: "\(lesson): 2 回の実行で結果が違います。最初に違うところ:",
            en: "\(lesson): two runs are not alike. What differs first:")
    }

    static func nothingToAccept(_ lesson: String?, in language: Language) -> String {
        let command = "hanji check" + (lesson.map { " \($0)" } ?? "")
        return language.choose(
            ko: "받아들일 출력이 없습니다. 먼저 \(command) 명령으로 검사하십시오. 기록과 다른 점이 있을 때만 남습니다",
            ja: "受け入れる出力がありません。まず \(command) で検査してください。記録と違うときだけ残ります",
            en: "there is nothing to accept; \(command) keeps what differs from the record")
    }

    static func noSuchRecord(_ path: String, in language: Language) -> String {
        language.choose(ko: "\(path): 파일이 없습니다", ja: "\(path): ファイルがありません", en: "\(path): there is no such file")
    }

    static func error(_ refusal: Acceptance.Refusal, _ lesson: String, in language: Language) -> String {
        let label = language.choose(ko: "오류", ja: "エラー", en: "error")
        return "hanji: \(label): \(lesson): \(text(refusal, lesson, in: language))\n"
    }

    private static func text(_ refusal: Acceptance.Refusal, _ lesson: String, in language: Language) -> String {
        switch refusal {
        case .unknownCell(let name, let nearest?):
            language.choose(
                ko: "`\(name)`이라는 셀이 없습니다. `\(nearest)`을(를) 뜻했습니까?",
                ja: "`\(name)` というセルはありません。`\(nearest)` のことですか?",
                en: "there is no cell `\(name)`; did you mean `\(nearest)`?")
        case .unknownCell(let name, nil):
            language.choose(
                ko: "`\(name)`이라는 셀이 없습니다", ja: "`\(name)` というセルはありません", en: "there is no cell `\(name)`")
        case .changedSince:
            language.choose(
                ko: "검사한 뒤에 노트북이 바뀌었습니다. hanji check \(lesson) 명령으로 다시 검사하십시오",
                ja: "検査の後でノートブックが変わりました。hanji check \(lesson) で検査し直してください",
                en: "the notebook has changed since it was checked; run hanji check \(lesson) again")
        case .otherData:
            language.choose(
                ko: "기록에 쓰인 것과 다른 데이터로 검사했으므로 셀 일부만 받아들일 수 없습니다. 셀을 지정하지 않으면 모두 받아들입니다",
                ja: "記録とは別のデータで検査したため、一部のセルだけを受け入れることはできません。セルを指定しなければすべて受け入れます",
                en:
                    "it was checked with other data than the record's, so that single cells cannot be taken; name none to take all"
            )
        }
    }
}
