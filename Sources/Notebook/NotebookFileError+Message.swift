package import Diagnostics

extension NotebookFileError: DiagnosticMessage {
    package var id: String {
        switch self {
        case .noSuchFile: "no-such-file"
        case .isDirectory: "is-a-directory"
        case .notUTF8: "not-utf8"
        case .isJupyter: "jupyter-notebook"
        case .tooLarge: "file-too-large"
        case .unreadable: "unreadable-file"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .noSuchFile(let path):
            language.choose(
                ko: "\(path): 파일이 없습니다", ja: "\(path): ファイルがありません", en: "\(path): no such file")
        case .isDirectory(let path):
            language.choose(
                ko: "\(path): 파일이 아니라 디렉터리입니다", ja: "\(path): ファイルではなくディレクトリです",
                en: "\(path): is a directory, not a file")
        case .notUTF8(let path, let line, let column, let offset):
            language.choose(
                ko: "\(path):\(line):\(column): UTF-8이 아닌 바이트가 있습니다(파일 처음에서 \(offset)바이트 뒤)",
                ja: "\(path):\(line):\(column): UTF-8 ではないバイトがあります(ファイルの先頭から \(offset) バイト目の次)",
                en: "\(path):\(line):\(column): the file is not UTF-8 here (byte offset \(offset))")
        case .isJupyter(let path):
            language.choose(
                ko: "\(path): Markdown이 아니라 Jupyter 노트북이거나 기록입니다",
                ja: "\(path): Markdown ではなく Jupyter ノートブックか記録です",
                en: "\(path): is a Jupyter notebook or a record, not Markdown")
        case .tooLarge(let path, let limit):
            language.choose(
                ko: "\(path): 파일이 너무 큽니다. 노트북은 \(limit >> 20)MiB까지 읽습니다",
                ja: "\(path): ファイルが大きすぎます。ノートブックは \(limit >> 20) MiB まで読み込めます",
                en: "\(path): the file is too large; a notebook may have \(limit >> 20) MiB")
        case .unreadable(let path, let reason):
            language.choose(
                ko: "\(path): 파일을 읽을 수 없습니다(\(reason))", ja: "\(path): ファイルを読み込めません(\(reason))",
                en: "\(path): the file cannot be read (\(reason))")
        }
    }

    package func advice(in language: Language) -> String? {
        switch self {
        case .noSuchFile:
            language.choose(
                ko: "이름과 현재 디렉터리를 확인하십시오", ja: "名前と現在のディレクトリを確認してください",
                en: "check the name and the current directory")
        case .isDirectory:
            language.choose(
                ko: "디렉터리 안의 .md 파일을 지정하십시오", ja: "ディレクトリの中の .md ファイルを指定してください",
                en: "name a .md file in it")
        case .notUTF8:
            language.choose(
                ko: "편집기에서 파일을 UTF-8로 다시 저장하십시오(CP949나 Shift_JIS로 저장된 듯합니다)",
                ja: "エディタでファイルを UTF-8 で保存し直してください(CP949 や Shift_JIS で保存されているようです)",
                en: "save it as UTF-8 in your editor (it may be CP949 or Shift_JIS)")
        case .isJupyter(let path):
            language.choose(
                ko: "옆의 .md 파일을 지정하거나 `hanji convert \(path) \(path.dropLast(6)).md`로 바꾸십시오",
                ja: "隣の .md ファイルを指定するか、`hanji convert \(path) \(path.dropLast(6)).md` で変換してください",
                en: "name the .md file beside it, or make one: `hanji convert \(path) \(path.dropLast(6)).md`")
        case .tooLarge:
            language.choose(
                ko: "노트북을 여러 파일로 나누십시오", ja: "ノートブックを複数のファイルに分けてください",
                en: "divide the notebook into several files")
        case .unreadable:
            language.choose(
                ko: "파일의 권한을 확인하십시오", ja: "ファイルの権限を確認してください", en: "check the file's permissions")
        }
    }
}
