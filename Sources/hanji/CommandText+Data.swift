import Diagnostics
import Downloads

/// What `data` says, and its help.
extension CommandText {
    static func dataAbstract(in language: Language) -> String {
        language.choose(
            ko: "수업이 쓰는 데이터셋 파일을 다룹니다.", ja: "レッスンが使うデータセットのファイルを扱います。",
            en: "The files of the data sets that lessons use.")
    }

    static func dataGetAbstract(in language: Language) -> String {
        language.choose(
            ko: "데이터셋을 내려받아 공개된 체크섬과 맞춰 봅니다.", ja: "データセットを取得し、公開されたチェックサムと照合します。",
            en: "Fetches data sets and holds them against their published sums.")
    }

    static func dataListAbstract(in language: Language) -> String {
        language.choose(
            ko: "데이터셋과 그 파일이 있는 곳을 보여 줍니다.", ja: "データセットと、そのファイルのある場所を表示します。",
            en: "Lists the data sets and where their files are.")
    }

    static func dataSetsHelp(in language: Language) -> String {
        language.choose(ko: "내려받을 데이터셋.", ja: "取得するデータセット。", en: "The data sets to fetch.")
    }

    static func dataToHelp(in language: Language) -> String {
        language.choose(
            ko: "파일을 둘 디렉터리. 기본값은 수업이 늘 찾아보는 ~/.keras/datasets입니다.",
            ja: "ファイルを置くディレクトリ。既定はレッスンが必ず探す ~/.keras/datasets です。",
            en: "Where the files go; by default ~/.keras/datasets, where lessons always look.")
    }

    static func dataFromHelp(in language: Language) -> String {
        language.choose(
            ko: "공개된 주소 대신 파일을 받을 주소. 뒤에 파일 이름이 붙습니다.",
            ja: "公開されたアドレスの代わりに使うアドレス。後ろにファイル名が付きます。",
            en: "An address to fetch from instead of the published one; the file's name is put behind it.")
    }

    static func dataForceHelp(in language: Language) -> String {
        language.choose(
            ko: "이름이 같은 다른 파일이 있으면 바꿉니다.", ja: "同じ名前の別のファイルがあれば置き換えます。",
            en: "Replaces another file of the same name.")
    }

    static func downloaded(_ file: PublishedFile, _ outcome: Download.Outcome, in language: Language) -> String {
        switch outcome {
        case .fetched:
            language.choose(
                ko: "\(file.name): 받았습니다. \(file.sum)이(가) 공개된 값과 같습니다",
                ja: "\(file.name): 取得しました。\(file.sum) は公開された値と同じです",
                en: "\(file.name): fetched; its \(file.sum) is the published one")
        case .wasThere:
            language.choose(
                ko: "\(file.name): 이미 있습니다", ja: "\(file.name): すでにあります", en: "\(file.name): is there already")
        case .keptOther(let found):
            language.choose(
                ko: "\(file.name): 이름이 같은 다른 파일이 있어 그대로 두었습니다. --force로 바꿀 수 있습니다\n"
                    + "  공개된 값: \(file.sum)\n  있는 파일: \(found)",
                ja: "\(file.name): 同じ名前の別のファイルがあるので、そのままにしました。--force で置き換えられます\n"
                    + "  公開された値: \(file.sum)\n  あるファイル: \(found)",
                en: "\(file.name): another file of this name is there and stays; --force replaces it\n"
                    + "  published: \(file.sum)\n  there:     \(found)")
        }
    }

    static func dataIsIn(_ directory: String, in language: Language) -> String {
        language.choose(ko: "데이터가 \(directory)에 있습니다", ja: "データは \(directory) にあります", en: "The data is in \(directory)")
    }

    static func dataIsMissing(in language: Language) -> String {
        language.choose(ko: "없음", ja: "なし", en: "missing")
    }
}
