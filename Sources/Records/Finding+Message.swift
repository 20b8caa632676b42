package import Diagnostics
import Notebook

extension Finding: DiagnosticMessage {
    package var id: String { difference.id }

    /// Everything in one sentence: the place, what differs, what was expected and what came.
    package func text(in language: Language) -> String {
        var text = "\(place(in: language)): \(difference.summary(in: language))"
        let (expected, got) = (difference.expected, difference.got)
        if expected != nil || got != nil {
            let none = language.choose(ko: "없음", ja: "なし", en: "nothing")
            func shown(_ value: String?) -> String {
                guard let value else { return none }
                return value.isEmpty ? Self.emptyLine(in: language) : value
            }
            let (left, right) = (shown(expected), shown(got))
            text += language.choose(
                ko: " (기대: \(left), 실제: \(right))", ja: " (期待: \(left)、実際: \(right))",
                en: " (expected \(left), got \(right))")
        }
        return text
    }

    /// How an empty line is named where one stands for a value.
    static func emptyLine(in language: Language) -> String {
        language.choose(ko: "빈 줄", ja: "空行", en: "an empty line")
    }

    /// `cell 3 (loss-curve), output 1`.
    package func place(in language: Language) -> String {
        guard let cell else { return language.choose(ko: "본문", ja: "本文", en: "prose") }
        var name = cell.number.map { "\($0)" } ?? ""
        let label = cell.label ?? (cell.number == nil ? cell.id.rawValue : nil)
        if let label { name += name.isEmpty ? label : " (\(label))" }
        let place = language.choose(ko: "셀 \(name)", ja: "セル \(name)", en: "cell \(name)")
        guard let output else { return place }
        return place + language.choose(ko: ", 출력 \(output)", ja: "、出力 \(output)", en: ", output \(output)")
    }

    package func advice(in language: Language) -> String? {
        switch difference {
        case .cellMissing, .cellAdded, .sourceChanged, .evaluationChanged, .notRecorded:
            language.choose(
                ko: "기록이 오래되었습니다. hanji run으로 다시 실행하면 새로 기록됩니다",
                ja: "記録が古くなっています。hanji run で実行し直すと、記録が新しくなります",
                en: "the record is stale; hanji run records the lesson anew")
        default:
            nil
        }
    }

    /// How many more are off, and what would have been allowed; `nil` when there is nothing to add.
    package func note(in language: Language) -> String? {
        guard let (count, tolerance) = difference.measure else { return nil }
        let allowed = "rtol=\(tolerance.rtol), atol=\(tolerance.atol)"
        if case .arrayElement(_, _, _, let total, _) = difference {
            return language.choose(
                ko: "\(total)개 가운데 \(count)개가 다릅니다. 허용 오차 \(allowed)",
                ja: "\(total) 個のうち \(count) 個が違います。許容誤差 \(allowed)",
                en: "\(count) of \(total) differ; tolerance \(allowed)")
        }
        let others = count - 1
        let more =
            others == 0
            ? ""
            : language.choose(ko: "\(others)개가 더 다릅니다. ", ja: "ほかに \(others) 個が違います。", en: "\(others) more differ; ")
        return more + language.choose(ko: "허용 오차 \(allowed)", ja: "許容誤差 \(allowed)", en: "tolerance \(allowed)")
    }
}

extension OutputKind {
    func text(in language: Language) -> String {
        switch self {
        case .stdout: language.choose(ko: "표준 출력", ja: "標準出力", en: "standard output")
        case .stderr: language.choose(ko: "표준 오류", ja: "標準エラー", en: "standard error")
        case .display: language.choose(ko: "표시된 값", ja: "表示された値", en: "displayed value")
        case .result: language.choose(ko: "결과", ja: "結果", en: "result")
        case .error: language.choose(ko: "오류", ja: "エラー", en: "error")
        }
    }
}
