import Diagnostics

/// The help of the command, in the language of the user's locale.
extension CommandText {
    static func abstract(in language: Language) -> String {
        language.choose(
            ko: "마크다운 노트북의 Swift 셀을 검사하고 실행하여 기록과 페이지를 만듭니다.",
            ja: "Markdown ノートブックの Swift セルを検査・実行し、記録とページを作ります。",
            en: "Checks and runs the Swift cells of Markdown notebooks, records them and makes pages.")
    }

    static func runAbstract(in language: Language) -> String {
        language.choose(
            ko: "노트북을 검사하고 실행하여 출력을 옆의 .ipynb 파일에 기록합니다.",
            ja: "ノートブックを検査・実行し、出力を隣の .ipynb ファイルに記録します。",
            en: "Checks and runs notebooks and records their outputs in the .ipynb files beside them.")
    }

    static func renderAbstract(in language: Language) -> String {
        language.choose(
            ko: "노트북과 기록으로 HTML 페이지를 만듭니다. 아무것도 실행하지 않습니다.",
            ja: "ノートブックと記録から HTML ページを作ります。何も実行しません。",
            en: "Makes HTML pages of notebooks and their records. Runs nothing.")
    }

    static func checkAbstract(in language: Language) -> String {
        language.choose(
            ko: "노트북을 모두 검사한 뒤 새로 실행하여 기록과 비교합니다. 기록은 바꾸지 않습니다.",
            ja: "すべてのノートブックを検査してから実行し直し、記録と比べます。記録は変更しません。",
            en: "Checks all notebooks, then runs each afresh and compares it with its record, which it leaves alone.")
    }

    static func tangleAbstract(in language: Language) -> String {
        language.choose(
            ko: "노트북을 Swift 패키지로 씁니다. 그 프로그램은 노트북의 셀과 같은 출력을 냅니다.",
            ja: "ノートブックを Swift パッケージとして書き出します。そのプログラムはセルと同じ出力をします。",
            en: "Writes a notebook as a Swift package, a program that prints what the cells show.")
    }

    static func fileHelp(in language: Language) -> String {
        language.choose(ko: "노트북(.md).", ja: "ノートブック (.md)。", en: "A notebook (.md).")
    }

    static func packageOutputHelp(in language: Language) -> String {
        language.choose(
            ko: "패키지를 둘 디렉터리. 지정하지 않으면 노트북 옆에 같은 이름으로 둡니다.",
            ja: "パッケージを置くディレクトリ。指定しなければノートブックの隣に同じ名前で置きます。",
            en: "Where the package goes; by default beside the notebook, under its name.")
    }

    static func packageHelp(in language: Language) -> String {
        language.choose(
            ko: "LessonKit이 든 Hanji 패키지의 디렉터리나 URL.", ja: "LessonKit を含む Hanji パッケージのディレクトリか URL。",
            en: "The directory or URL of Hanji's package, which has LessonKit.")
    }

    static func bytecodeHelp(in language: Language) -> String {
        language.choose(
            ko: "패키지 대신 셀마다 바이트코드를 보여 줍니다.", ja: "パッケージの代わりにセルごとのバイトコードを表示します。",
            en: "Lists the bytecode of each cell instead.")
    }

    static func filesHelp(in language: Language) -> String {
        language.choose(ko: "노트북(.md).", ja: "ノートブック (.md)。", en: "Notebooks (.md).")
    }

    static func pathsHelp(in language: Language) -> String {
        language.choose(
            ko: "노트북, 또는 노트북이 든 디렉터리.", ja: "ノートブック、またはそれを含むディレクトリ。",
            en: "Notebooks, or directories that hold some.")
    }

    static func langHelp(in language: Language) -> String {
        language.choose(
            ko: "메시지의 언어. 지정하지 않으면 노트북의 언어를 따릅니다.",
            ja: "メッセージの言語。指定しなければノートブックの言語になります。",
            en: "The language of messages; by default the notebook's.")
    }

    static func dataHelp(in language: Language) -> String {
        language.choose(
            ko: "데이터셋을 찾을 디렉터리. 여러 번 쓸 수 있습니다.", ja: "データセットを探すディレクトリ。複数回指定できます。",
            en: "Where data sets are looked for first; may be given several times.")
    }

    static func timeoutHelp(in language: Language) -> String {
        language.choose(
            ko: "셀마다 허용할 시간(초). 셀의 timeout= 옵션이 우선합니다.",
            ja: "各セルの制限時間 (秒)。セルの timeout= オプションが優先されます。",
            en: "Seconds that each cell may take; a cell's own timeout= goes first.")
    }

    static func memoryHelp(in language: Language) -> String {
        language.choose(
            ko: "노트북마다 허용할 메모리(MiB).", ja: "各ノートブックのメモリの上限 (MiB)。", en: "MiB of memory that each notebook may take.")
    }

    static func jobsHelp(in language: Language) -> String {
        language.choose(
            ko: "동시에 실행할 노트북의 수.", ja: "同時に実行するノートブックの数。", en: "How many notebooks run at the same time.")
    }

    static func quietHelp(in language: Language) -> String {
        language.choose(ko: "진행 상황을 표시하지 않습니다.", ja: "進行状況を表示しません。", en: "Shows no progress.")
    }

    static func failFastHelp(in language: Language) -> String {
        language.choose(
            ko: "한 노트북이 실패하면 나머지도 멈춥니다.", ja: "1 つのノートブックが失敗したら残りも止めます。",
            en: "Stops the other notebooks when one fails.")
    }

    static func keepGoingHelp(in language: Language) -> String {
        language.choose(
            ko: "셀이 실패해도 그 셀에 기대지 않는 셀은 실행합니다.", ja: "セルが失敗しても、それに依存しないセルは実行します。",
            en: "Runs the cells that do not depend on one that failed.")
    }

    static func resumeHelp(in language: Language) -> String {
        language.choose(
            ko: "중간에 끊긴 실행을 이어서, 이미 기록된 노트북은 건너뜁니다.",
            ja: "途中で切れた実行を続け、すでに記録されたノートブックは飛ばします。",
            en: "Goes on with a run that was cut off: what it has recorded is not run again.")
    }

    static func outputHelp(in language: Language) -> String {
        language.choose(
            ko: "기록을 둘 디렉터리. 지정하지 않으면 노트북 옆에 둡니다.",
            ja: "記録を置くディレクトリ。指定しなければノートブックの隣に置きます。",
            en: "Where the records go; by default beside the notebooks.")
    }

    static func pageOutputHelp(in language: Language) -> String {
        language.choose(ko: "페이지를 둘 디렉터리.", ja: "ページを置くディレクトリ。", en: "Where the pages go.")
    }

    static func renderStrictHelp(in language: Language) -> String {
        language.choose(
            ko: "기록이 없거나 오래되었으면 종료 상태 1로 끝납니다.", ja: "記録がないか古い場合、終了ステータス 1 で終わります。",
            en: "A missing or stale record is a finding (exit status 1).")
    }

    static func checkStrictHelp(in language: Language) -> String {
        language.choose(
            ko: "데이터가 달라 건너뛴 노트북도 종료 상태 1로 알립니다.",
            ja: "データの違いでスキップしたノートブックも終了ステータス 1 で知らせます。",
            en: "A notebook skipped for want of its data is a finding (exit status 1).")
    }

    static func staticHelp(in language: Language) -> String {
        language.choose(ko: "실행하지 않고 검사만 합니다.", ja: "実行せず検査だけ行います。", en: "Only checks; runs nothing.")
    }

    static func formatHelp(in language: Language) -> String {
        language.choose(ko: "보고의 형식.", ja: "報告の形式。", en: "The form of the report.")
    }

    static func rawHTMLHelp(in language: Language) -> String {
        language.choose(
            ko: "글에 든 HTML을 그대로 페이지에 넣습니다. 기본은 글자로 보입니다.",
            ja: "文中の HTML をそのままページに入れます。既定では文字として表示します。",
            en: "Takes HTML in the prose over as it is; by default it is shown as text.")
    }

    static func pdfHelp(in language: Language) -> String {
        language.choose(
            ko: "페이지 옆에 PDF도 만듭니다. 설치된 Chromium을 씁니다.",
            ja: "ページの隣に PDF も作ります。インストール済みの Chromium を使います。",
            en: "Makes a PDF beside each page, by the Chromium that is installed.")
    }

    static func convertAbstract(in language: Language) -> String {
        language.choose(
            ko: "노트북의 형식을 .md와 .ipynb 사이에서 바꾸거나 .qmd로 바꿉니다.",
            ja: "ノートブックの形式を .md と .ipynb の間で、または .qmd へ変換します。",
            en: "Converts a notebook between .md and .ipynb, or to .qmd.")
    }

    static func convertSourceHelp(in language: Language) -> String {
        language.choose(
            ko: "바꿀 파일(.md, .ipynb).", ja: "変換するファイル (.md、.ipynb)。", en: "The file to convert (.md, .ipynb).")
    }

    static func convertTargetHelp(in language: Language) -> String {
        language.choose(
            ko: "결과 파일. 지정하지 않으면 옆에 같은 이름으로 둡니다.",
            ja: "出力ファイル。指定しなければ隣に同じ名前で置きます。",
            en: "The result; by default beside the file, under its name.")
    }

    static func convertToHelp(in language: Language) -> String {
        language.choose(
            ko: "결과의 형식: md, ipynb, qmd.", ja: "出力の形式: md、ipynb、qmd。", en: "The result's format: md, ipynb, qmd.")
    }

    static func forceHelp(in language: Language) -> String {
        language.choose(
            ko: "이미 있는 파일을 덮어씁니다.", ja: "既存のファイルを上書きします。", en: "Writes over a file that is there already.")
    }
}
