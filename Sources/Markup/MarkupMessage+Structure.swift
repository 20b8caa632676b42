import Diagnostics

/// The wording of what can be wrong with divisions and formulas.
extension MarkupMessage {
    func divisionText(in language: Language) -> String {
        switch self {
        case .unknownDivision(let name, let nearest?):
            language.choose(
                ko: "`\(name)`은(는) 모르는 구역 이름입니다. `\(nearest)`을(를) 뜻했습니까?",
                ja: "`\(name)` は知らない区分の名前です。`\(nearest)` のことですか?",
                en: "`\(name)` is no kind of division; did you mean `\(nearest)`?")
        case .unknownDivision(let name, nil):
            language.choose(
                ko: "`\(name)`은(는) 모르는 구역 이름입니다(note, tip, important, warning, caution, exercise, answer, fold)",
                ja: "`\(name)` は知らない区分の名前です(note、tip、important、warning、caution、exercise、answer、fold)",
                en:
                    "`\(name)` is no kind of division (note, tip, important, warning, caution, exercise, answer, fold)"
            )
        case .unclosedDivision(let name):
            language.choose(
                ko: "`::: \(name)`을(를) 닫는 `:::`가 없습니다", ja: "`::: \(name)` を閉じる `:::` がありません",
                en: "`::: \(name)` has no closing `:::`")
        case .strayDivisionEnd:
            language.choose(
                ko: "이 `:::`가 닫을 것이 없어 글자 그대로 남습니다", ja: "この `:::` が閉じるものがないため、文字のまま残ります",
                en: "this `:::` closes nothing and stays literal text")
        default: id
        }
    }

    func formulaText(in language: Language) -> String {
        switch self {
        case .unknownTeXCommand(let name, let nearest?):
            language.choose(
                ko: "수식의 `\\\(name)`은(는) 모르는 명령입니다. `\\\(nearest)`을(를) 뜻했습니까?",
                ja: "数式の `\\\(name)` は知らない命令です。`\\\(nearest)` のことですか?",
                en: "the formula's command `\\\(name)` is unknown; did you mean `\\\(nearest)`?")
        case .unknownTeXCommand(let name, nil):
            language.choose(
                ko: "수식의 `\\\(name)`은(는) 모르는 명령입니다", ja: "数式の `\\\(name)` は知らない命令です",
                en: "the formula's command `\\\(name)` is unknown")
        case .unknownTeXEnvironment(let name):
            language.choose(
                ko: "수식의 환경 `\(name)`은(는) 모르는 것입니다", ja: "数式の環境 `\(name)` は知らないものです",
                en: "the formula's environment `\(name)` is unknown")
        case .unclosedTeX(let what):
            language.choose(
                ko: "수식의 `\(what)`이(가) 닫히지 않았습니다", ja: "数式の `\(what)` が閉じていません",
                en: "the formula's `\(what)` is not closed")
        case .unexpectedTeX(let what):
            language.choose(
                ko: "수식의 `\(what)`은(는) 여기에 올 수 없습니다", ja: "数式の `\(what)` はここには置けません",
                en: "the formula's `\(what)` cannot stand here")
        case .missingTeXArgument(let command):
            language.choose(
                ko: "수식의 `\(command)` 뒤에 있어야 할 것이 없습니다", ja: "数式の `\(command)` の後に必要なものがありません",
                en: "the formula lacks what `\(command)` applies to")
        case .doubleScript:
            language.choose(
                ko: "한 글자에 첨자를 두 번 달았습니다. 중괄호로 묶으십시오", ja: "同じ側の添字が二つあります。波括弧でまとめてください",
                en: "two scripts on one side of a letter; group them with braces")
        case .formulaTooDeep:
            language.choose(
                ko: "수식이 너무 깊이 중첩되어 있습니다", ja: "数式の入れ子が深すぎます", en: "the formula is nested too deeply")
        default: id
        }
    }

    init(_ problem: TeXProblem.Kind) {
        self =
            switch problem {
            case .unknownCommand(let name, let nearest): .unknownTeXCommand(name, nearest: nearest)
            case .unknownEnvironment(let name): .unknownTeXEnvironment(name)
            case .unclosed(let what): .unclosedTeX(what)
            case .unexpected(let what): .unexpectedTeX(what)
            case .missingArgument(let command): .missingTeXArgument(of: command)
            case .doubleScript: .doubleScript
            case .tooDeep: .formulaTooDeep
            }
    }
}
