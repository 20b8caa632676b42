import Diagnostics

/// What a page says about where its outputs come from.
extension PageText {
    private func choose(ko: String, ja: String, en: String) -> String { language.choose(ko: ko, ja: ja, en: en) }

    // MARK: At a cell

    var cellChanged: String {
        choose(
            ko: "출력을 기록한 뒤에 이 셀이 바뀌었습니다. 아래는 바뀌기 전의 출력입니다.",
            ja: "出力を記録した後でこのセルが変更されました。下の出力は変更前のものです。",
            en: "This cell was changed after its output was recorded. What stands below is the output from before.")
    }
    var cellChangedWithoutOutput: String {
        choose(
            ko: "출력을 기록한 뒤에 이 셀이 바뀌었습니다.", ja: "出力を記録した後でこのセルが変更されました。",
            en: "This cell was changed after its output was recorded.")
    }
    var cellAfterChange: String {
        choose(
            ko: "앞부분이 바뀌어서 이 출력은 지금의 노트북과 다를 수 있습니다.",
            ja: "前の部分が変更されたため、この出力は現在のノートブックと異なる可能性があります。",
            en: "Something above was changed, so this output may not be that of the notebook as it stands.")
    }
    var cellNotRecorded: String {
        choose(
            ko: "이 셀은 아직 출력이 기록되지 않았습니다.", ja: "このセルの出力はまだ記録されていません。",
            en: "No output of this cell has been recorded yet.")
    }
    var cellNotRun: String {
        choose(
            ko: "실행이 앞에서 멈추어 이 셀은 실행되지 않았습니다.", ja: "実行が途中で止まったため、このセルは実行されていません。",
            en: "The run stopped before this cell, so it was not run.")
    }

    // MARK: At the top

    func noRecord(file: String) -> String {
        choose(
            ko: "이 노트북은 아직 실행되지 않아 출력이 없습니다. 다음 명령으로 실행할 수 있습니다.",
            ja: "このノートブックはまだ実行されていないため、出力がありません。次のコマンドで実行できます。",
            en: "This notebook has not been run, so it has no outputs. Run it with")
    }
    var staleRecord: String {
        choose(
            ko: "기록한 뒤에 노트북이 바뀌어 일부 출력이 지금의 내용과 다를 수 있습니다. 다음 명령으로 다시 실행할 수 있습니다.",
            ja: "記録の後でノートブックが変更されたため、一部の出力が現在の内容と異なる可能性があります。次のコマンドで再実行できます。",
            en:
                "The notebook was changed after its outputs were recorded, so some of them may be out of date. Run it again with"
        )
    }
    func staleCells(_ cells: String) -> String {
        choose(ko: "확인할 셀: \(cells)", ja: "確認が必要なセル: \(cells)", en: "Cells concerned: \(cells)")
    }
    func findings(_ count: Int) -> String {
        choose(
            ko: "이 노트북에서 고칠 곳을 \(count)군데 찾았습니다.", ja: "このノートブックには修正が必要な箇所が\(count)か所あります。",
            en: count == 1
                ? "There is something to mend in this notebook." : "There are \(count) things to mend in this notebook."
        )
    }
    func sampleData(_ names: String) -> String {
        choose(
            ko: "이 페이지의 출력은 실제 데이터(\(names)) 대신 엔진에 들어 있는 연습용 표본 말뭉치로 얻은 것입니다. 실제 데이터가 있으면 그 폴더(DIR)를 지정해 다시 실행하십시오.",
            ja: "このページの出力は、実際のデータ（\(names)）の代わりに、エンジンに内蔵された練習用のサンプルコーパスで得たものです。実際のデータがあれば、そのフォルダー（DIR）を指定して実行し直してください。",
            en:
                "The outputs on this page come from the engine's built-in sample corpus, not from the real data (\(names)). With the real data at hand, run the lesson again and name its folder (DIR):"
        )
    }

    // MARK: At the end

    var provenance: String { choose(ko: "이 페이지에 대하여", ja: "このページについて", en: "About this page") }
    var engine: String { choose(ko: "엔진", ja: "エンジン", en: "Engine") }
    var seed: String { choose(ko: "난수 시드", ja: "乱数シード", en: "Random seed") }
    var data: String { choose(ko: "데이터", ja: "データ", en: "Data") }
    var source: String { choose(ko: "원본", ja: "ソース", en: "Source") }
    var sample: String { choose(ko: "표본 말뭉치", ja: "サンプルコーパス", en: "sample corpus") }
    var listSeparator: String { choose(ko: ", ", ja: "、", en: ", ") }
}
