import Diagnostics

/// What `cache` says, and its help.
extension CommandText {
    static func cacheAbstract(in language: Language) -> String {
        language.choose(
            ko: "셀이 계산한 값의 저장소를 다룹니다.", ja: "セルが計算した値の保管場所を扱います。",
            en: "The store of what cells have computed.")
    }

    static func noCacheHelp(in language: Language) -> String {
        language.choose(
            ko: "저장소를 쓰지 않고 모든 셀을 실행합니다.", ja: "保管場所を使わず、すべてのセルを実行します。",
            en: "Runs every cell, and keeps none of what they compute.")
    }

    /// How many cells were not run because nothing has changed, and how many of those were run for others after all.
    static func taken(_ kept: Int, repeated: Int, in language: Language) -> String {
        if kept == 0 { return "" }
        let taken = language.choose(
            ko: ", 저장소에서 \(kept)개", ja: "、保管場所から \(kept) 個", en: ", \(kept) from the cache")
        if repeated == 0 { return taken }
        return taken
            + language.choose(
                ko: ", 값이 필요해 다시 계산 \(repeated)개", ja: "、値が必要で再計算 \(repeated) 個",
                en: ", \(repeated) computed again for their values")
    }

    static func repeating(_ cell: String, in language: Language) -> String {
        language.choose(ko: "\(cell) 다시 계산", ja: "\(cell) を再計算", en: "computing \(cell) again")
    }

    static func cacheListAbstract(in language: Language) -> String {
        language.choose(
            ko: "저장된 것을 최근에 쓴 순서로 보여 줍니다.", ja: "保管されているものを最近使った順に表示します。",
            en: "Lists what is stored, the latest used first.")
    }

    static func cacheClearAbstract(in language: Language) -> String {
        language.choose(ko: "저장된 것을 모두 지웁니다.", ja: "保管されているものをすべて消します。", en: "Forgets everything.")
    }

    static func noCacheDirectory(in language: Language) -> String {
        language.choose(
            ko: "hanji: 저장소를 둘 곳이 없습니다. HANJI_CACHE에 디렉터리를 지정하십시오",
            ja: "hanji: 保管場所がありません。HANJI_CACHE にディレクトリを指定してください",
            en: "hanji: there is no place for the store; name a directory in HANJI_CACHE")
    }

    static func cacheSummary(
        _ directory: String, count: Int, size: Int, limit: Int, in language: Language
    ) -> String {
        let (size, limit) = (Self.size(size), Self.size(limit))
        return language.choose(
            ko: "\(directory): \(count)개, \(size)(한도 \(limit))", ja: "\(directory): \(count) 個、\(size) (上限 \(limit))",
            en: "\(directory): \(count == 1 ? "1 entry" : "\(count) entries"), \(size) of \(limit)")
    }

    static func cacheCleared(_ directory: String, count: Int, in language: Language) -> String {
        language.choose(
            ko: "\(directory): \(count)개를 지웠습니다", ja: "\(directory): \(count) 個を消しました",
            en: "\(directory): \(count == 1 ? "1 entry" : "\(count) entries") forgotten")
    }

    static func daysAgo(_ days: Int, in language: Language) -> String {
        days == 0
            ? language.choose(ko: "오늘", ja: "今日", en: "today")
            : language.choose(ko: "\(days)일 전", ja: "\(days) 日前", en: days == 1 ? "1 day ago" : "\(days) days ago")
    }

    /// In the largest unit that leaves a whole number before the point.
    static func size(_ bytes: Int) -> String {
        let units = ["B", "KiB", "MiB", "GiB"]
        var (value, unit) = (Double(bytes), 0)
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        let rounded = (value * 10).rounded() / 10
        return (rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)) + " " + units[unit]
    }
}
