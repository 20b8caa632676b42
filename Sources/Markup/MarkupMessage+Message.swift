package import Diagnostics

extension MarkupMessage: DiagnosticMessage {
    package var id: String {
        switch self {
        case .undefinedFootnote: "undefined-footnote"
        case .unusedFootnote: "unused-footnote"
        case .duplicateFootnote: "duplicate-footnote"
        case .firstFootnote: "first-footnote"
        case .nestedFootnote: "nested-footnote"
        case .tooDeeplyNested: "too-deeply-nested"
        case .unknownDivision: "unknown-division"
        case .unclosedDivision: "unclosed-division"
        case .strayDivisionEnd: "stray-division-end"
        case .unknownTeXCommand: "unknown-tex-command"
        case .unknownTeXEnvironment: "unknown-tex-environment"
        case .unclosedTeX: "unclosed-tex"
        case .unexpectedTeX: "unexpected-tex"
        case .missingTeXArgument: "missing-tex-argument"
        case .doubleScript: "double-script"
        case .formulaTooDeep: "formula-too-deep"
        case .missingAlternativeText: "missing-alternative-text"
        case .duplicateAnchor: "duplicate-anchor"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .undefinedFootnote(let label, let nearest?):
            language.choose(
                ko: "각주 [^\(label)]의 정의가 없습니다. [^\(nearest)]을(를) 뜻했습니까?",
                ja: "脚注 [^\(label)] は定義されていません。[^\(nearest)] のことですか?",
                en: "footnote [^\(label)] is not defined; did you mean [^\(nearest)]?")
        case .undefinedFootnote(let label, nil):
            language.choose(
                ko: "각주 [^\(label)]의 정의가 없습니다",
                ja: "脚注 [^\(label)] は定義されていません",
                en: "footnote [^\(label)] is not defined")
        case .unusedFootnote(let label):
            language.choose(
                ko: "각주 [^\(label)]을(를) 가리키는 곳이 없어 페이지에 나타나지 않습니다",
                ja: "脚注 [^\(label)] はどこからも参照されていないため、ページに表示されません",
                en: "footnote [^\(label)] is never referred to and does not appear on the page")
        case .duplicateFootnote(let label):
            language.choose(
                ko: "각주 [^\(label)]이(가) 두 번 정의되어 있습니다. 첫 번째 정의만 쓰입니다",
                ja: "脚注 [^\(label)] が二度定義されています。最初の定義だけが使われます",
                en: "footnote [^\(label)] is defined twice; only the first definition is used")
        case .firstFootnote(let label):
            language.choose(
                ko: "[^\(label)]의 첫 번째 정의는 여기에 있습니다",
                ja: "[^\(label)] の最初の定義はここです",
                en: "[^\(label)] is first defined here")
        case .nestedFootnote(let label):
            language.choose(
                ko: "인용문이나 목록 안에서는 각주 [^\(label)]을(를) 정의할 수 없습니다",
                ja: "引用やリストの中では脚注 [^\(label)] を定義できません",
                en: "footnote [^\(label)] cannot be defined within a quote or a list")
        case .tooDeeplyNested(let limit):
            language.choose(
                ko: "\(limit)단계보다 깊이 중첩되어 있습니다. 그 안의 구조는 무시되고 글만 남습니다",
                ja: "入れ子が \(limit) 段を超えています。それより内側の構造は無視され、文章だけが残ります",
                en: "nested more than \(limit) levels deep; the structure further in is ignored, its text is kept")
        case .missingAlternativeText(let source):
            language.choose(
                ko: "그림 \(source)에 대체 글이 없습니다", ja: "画像 \(source) に代替テキストがありません",
                en: "the image \(source) has no alternative text")
        case .duplicateAnchor(let name):
            language.choose(
                ko: "`#\(name)`은(는) 이미 쓰인 이름입니다", ja: "`#\(name)` はすでに使われている名前です",
                en: "`#\(name)` is already in use")
        case .unknownDivision, .unclosedDivision, .strayDivisionEnd: divisionText(in: language)
        default: formulaText(in: language)
        }
    }

    package func advice(in language: Language) -> String? {
        switch self {
        case .undefinedFootnote(let label, nil):
            language.choose(
                ko: "줄 첫머리에 `[^\(label)]: 각주의 글`을 쓰거나, 글자 그대로 보이려면 `\\[^\(label)]`로 쓰십시오",
                ja: "行頭に「[^\(label)]: 脚注の文」と書くか、文字どおりに表示するなら \\[^\(label)] と書いてください",
                en:
                    "define it at the beginning of a line, `[^\(label)]: text`, or write `\\[^\(label)]` for literal text"
            )
        case .nestedFootnote:
            language.choose(
                ko: "정의를 들여쓰지 말고 줄 첫머리로 옮기십시오",
                ja: "定義を行頭に移し、字下げをやめてください",
                en: "move the definition to the margin")
        case .missingAlternativeText:
            language.choose(
                ko: "그림을 보지 못하는 독자를 위해 `![그림에 보이는 것](…)`처럼 대괄호 안에 쓰십시오",
                ja: "図を見られない読者のために `![図に見えるもの](…)` のように角括弧の中に書いてください",
                en: "say in the brackets what it shows, for those who cannot see it: `![what it shows](…)`")
        case .unclosedDivision:
            language.choose(
                ko: "끝나는 곳에 `:::` 줄을 쓰십시오", ja: "終わりの位置に `:::` の行を書いてください",
                en: "write a line `:::` where it ends")
        case .unknownTeXCommand(_, nil), .unknownTeXEnvironment:
            language.choose(
                ko: "아는 명령으로 바꾸어 쓰십시오. 그때까지 페이지에는 수식의 원문이 나타납니다",
                ja: "使える命令に書き換えてください。それまでページには数式の原文が表示されます",
                en: "write it with commands that are known; until then the page shows the formula's source")
        case .undefinedFootnote, .unusedFootnote, .duplicateFootnote, .firstFootnote, .tooDeeplyNested,
            .unknownDivision, .strayDivisionEnd, .unknownTeXCommand, .unclosedTeX, .unexpectedTeX,
            .missingTeXArgument, .doubleScript, .formulaTooDeep, .duplicateAnchor:
            nil
        }
    }
}
