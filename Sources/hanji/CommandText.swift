import Diagnostics
import Execution
import Notebook

/// What the command says apart from diagnostics and reports.
enum CommandText {
    /// `path: error: …` with advice below.
    static func error(_ message: any DiagnosticMessage, in language: Language) -> String {
        let label = language.choose(ko: "오류", ja: "エラー", en: "error")
        let advice = message.advice(in: language).map { "  = \($0)\n" } ?? ""
        return "hanji: \(label): \(message.text(in: language))\n\(advice)"
    }

    private static func error(_ text: String, in language: Language) -> String {
        "hanji: \(language.choose(ko: "오류", ja: "エラー", en: "error")): \(text)"
    }

    static func recorded(
        _ lesson: String, _ record: String, isUnchanged: Bool, cells: Int, kept: Int = 0, repeated: Int = 0,
        in language: Language
    ) -> String {
        let what =
            isUnchanged
            ? language.choose(ko: "변경 없음", ja: "変更なし", en: "unchanged")
            : language.choose(ko: "셀 \(cells)개", ja: "セル \(cells) 個", en: cells == 1 ? "1 cell" : "\(cells) cells")
        return "\(lesson) → \(record) (\(what)\(taken(kept, repeated: repeated, in: language)))"
    }

    static func skippedCells(_ lesson: String, _ names: [String], in language: Language) -> String {
        let list = names.joined(separator: ", ")
        return language.choose(
            ko: "\(lesson): 실패한 셀에 기대고 있어 실행하지 않은 셀: \(list)",
            ja: "\(lesson): 失敗したセルに依存するため実行しなかったセル: \(list)",
            en: "\(lesson): not run, because they depend on a cell that failed: \(list)")
    }

    static func alreadyRecorded(_ lesson: String, _ record: String, in language: Language) -> String {
        let what = language.choose(ko: "이미 기록됨", ja: "記録済み", en: "already recorded")
        return "\(lesson) → \(record) (\(what))"
    }

    static func rendered(_ lesson: String, _ page: String, in language: Language) -> String { "\(lesson) → \(page)" }

    static func notRecorded(_ lesson: String, in language: Language) -> String {
        language.choose(
            ko: "\(lesson): 실행이 끝까지 가지 못해 기록하지 않았습니다. 이전 기록은 그대로입니다",
            ja: "\(lesson): 最後まで実行できなかったため記録していません。以前の記録はそのままです",
            en: "\(lesson): not recorded, because the run did not come to its end; an earlier record is as it was")
    }

    static func noCells(_ path: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(path): 실행할 Swift 셀이 없습니다(첫 낱말이 swift인 코드 블록이 셀입니다)",
                ja: "\(path): Swift のセルがありません(先頭の語が swift のコードブロックがセルです)",
                en: "\(path): there is no cell (a code block whose first word is swift)"), in: language)
    }

    static func nothingToDo(in language: Language) -> String {
        error(
            language.choose(
                ko: "지정한 경로에 노트북이 없습니다", ja: "指定されたパスにノートブックがありません",
                en: "there is no notebook at these paths"), in: language)
    }

    static func collision(_ paths: [String], in language: Language) -> String {
        let list = paths.joined(separator: ", ")
        return error(
            language.choose(
                ko: "결과 파일의 이름이 같아집니다: \(list). 따로 실행하거나 이름을 바꾸십시오",
                ja: "出力ファイルの名前が重なります: \(list)。別々に実行するか名前を変えてください",
                en: "these would be written to one file: \(list); run them apart or rename one"), in: language)
    }

    static func directoryFailed(_ path: String, _ reason: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(path): 디렉터리를 만들 수 없습니다(\(reason))", ja: "\(path): ディレクトリを作れません(\(reason))",
                en: "\(path): the directory cannot be made (\(reason))"), in: language)
    }

    static func writeFailed(_ path: String, _ reason: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(path): 쓸 수 없습니다(\(reason)). 이전 파일은 그대로입니다",
                ja: "\(path): 書き込めません(\(reason))。以前のファイルはそのままです",
                en: "\(path): cannot be written (\(reason)); an earlier file is as it was"), in: language)
    }

    static func workerFailed(_ failure: WorkerStartError, in language: Language) -> String {
        error(
            language.choose(
                ko: "작업 프로세스 \(failure.worker)를 시작할 수 없습니다(\(failure.reason))",
                ja: "ワーカープロセス \(failure.worker) を開始できません(\(failure.reason))",
                en: "the worker \(failure.worker) cannot be started (\(failure.reason))"), in: language)
    }

    static func stale(_ lesson: String, isMissing: Bool, in language: Language) -> String {
        isMissing
            ? language.choose(
                ko: "\(lesson): 기록이 없습니다. hanji run \(lesson) 명령으로 만듭니다",
                ja: "\(lesson): 記録がありません。hanji run \(lesson) で作成します",
                en: "\(lesson): there is no record; hanji run \(lesson) makes it")
            : language.choose(
                ko: "\(lesson): 기록이 오래되었습니다. hanji run \(lesson) 명령으로 다시 기록합니다",
                ja: "\(lesson): 記録が古くなっています。hanji run \(lesson) で記録し直します",
                en: "\(lesson): the record is stale; hanji run \(lesson) records the lesson anew")
    }

    /// `12 s left`, from a minute on in minutes.
    static func remaining(_ seconds: Double, in language: Language) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        let (minutes, rest) = (whole / 60, whole % 60)
        if minutes == 0 { return language.choose(ko: "\(rest)초 남음", ja: "残り \(rest) 秒", en: "\(rest) s left") }
        return language.choose(
            ko: "\(minutes)분 \(rest)초 남음", ja: "残り \(minutes) 分 \(rest) 秒", en: "\(minutes) min \(rest) s left")
    }

    static func mustBePositive(_ option: String, in language: Language) -> String {
        language.choose(
            ko: "\(option)에는 0보다 큰 수를 지정하십시오", ja: "\(option) には 0 より大きい数を指定してください",
            en: "\(option) takes a number greater than zero")
    }

    static func noSuchDirectory(_ path: String, in language: Language) -> String {
        language.choose(
            ko: "\(path): --data로 지정한 디렉터리가 없습니다", ja: "\(path): --data で指定されたディレクトリがありません",
            en: "\(path): there is no such directory for --data")
    }

    static func tangled(_ lesson: String, _ package: String, in language: Language) -> String {
        let run = "swift run -c release --package-path \(package)"
        return language.choose(
            ko: "\(lesson) → \(package) (실행: \(run))", ja: "\(lesson) → \(package) (実行: \(run))",
            en: "\(lesson) → \(package) (to run it: \(run))")
    }

    static func notTangled(_ path: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(path): hanji tangle이 만든 파일이 아니므로 덮어쓰지 않습니다. -o로 다른 디렉터리를 지정하십시오",
                ja: "\(path): hanji tangle が作ったファイルではないため上書きしません。-o で別のディレクトリを指定してください",
                en: "\(path): is not hanji tangle's work and is left alone; name another directory with -o"),
            in: language)
    }

    static func noPackage(in language: Language) -> String {
        error(
            language.choose(
                ko: "LessonKit이 든 Hanji 패키지를 찾을 수 없습니다. --package로 그 디렉터리나 URL을 지정하십시오",
                ja: "LessonKit を含む Hanji パッケージが見つかりません。--package でそのディレクトリか URL を指定してください",
                en: "Hanji's package, which has LessonKit, cannot be found; name its directory or URL with --package"),
            in: language)
    }

    static func bookRendered(_ root: String, _ site: String, pages: Int, written: Int, in language: Language) -> String
    {
        language.choose(
            ko: "\(root) → \(site) (페이지 \(pages)개, 새로 쓴 파일 \(written)개)",
            ja: "\(root) → \(site) (ページ \(pages) 件、書き込んだファイル \(written) 件)",
            en: "\(root) → \(site) (\(pages) pages, \(written) files written)")
    }

    static func bookUnchanged(_ root: String, _ site: String, pages: Int, in language: Language) -> String {
        language.choose(
            ko: "\(root) → \(site) (페이지 \(pages)개, 변경 없음)", ja: "\(root) → \(site) (ページ \(pages) 件、変更なし)",
            en: "\(root) → \(site) (\(pages) pages, unchanged)")
    }

    static func notPrinted(_ path: String, _ failure: PDFPrinter.Failure, in language: Language) -> String {
        switch failure {
        case .noBrowser:
            error(
                language.choose(
                    ko: "\(path): PDF를 만들 Chromium을 찾을 수 없습니다. 설치하거나 HANJI_CHROMIUM으로 지정하십시오",
                    ja: "\(path): PDF を作る Chromium が見つかりません。インストールするか HANJI_CHROMIUM で指定してください",
                    en: "\(path): no Chromium to make the PDF with; install it or name it in HANJI_CHROMIUM"),
                in: language)
        case .failed(let reason):
            error(
                language.choose(
                    ko: "\(path): PDF를 만들지 못했습니다(\(reason))", ja: "\(path): PDF を作れませんでした(\(reason))",
                    en: "\(path): the PDF could not be made (\(reason))"), in: language)
        }
    }

    static func converted(_ source: String, _ target: String, in language: Language) -> String {
        "\(source) → \(target)"
    }

    static func cannotConvert(_ source: String, _ target: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(source) → \(target): 바꿀 수 있는 것은 .md와 .ipynb 사이, 그리고 .qmd로입니다",
                ja: "\(source) → \(target): 変換できるのは .md と .ipynb の間、および .qmd への変換です",
                en: "\(source) → \(target): can convert between .md and .ipynb, and to .qmd"), in: language)
    }

    static func wouldOverwrite(_ path: String, in language: Language) -> String {
        error(
            language.choose(
                ko: "\(path): 이미 있으므로 덮어쓰지 않습니다. --force로 덮어씁니다",
                ja: "\(path): すでにあるため上書きしません。--force で上書きします",
                en: "\(path): is there already and is left alone; --force writes over it"), in: language)
    }
}
