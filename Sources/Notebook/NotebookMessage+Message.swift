package import Diagnostics

extension NotebookMessage: DiagnosticMessage {
    package var id: String {
        switch self {
        case .unclosedFrontMatter: "unclosed-front-matter"
        case .brokenYAML: "broken-yaml"
        case .frontMatterNotMapping: "front-matter-not-mapping"
        case .frontMatterTooComplex: "front-matter-too-complex"
        case .duplicateFrontMatterKey: "duplicate-front-matter-key"
        case .unknownFrontMatterKey: "unknown-front-matter-key"
        case .badTitle: "bad-title"
        case .badLanguage: "bad-language"
        case .badSeed: "bad-seed"
        case .unclosedFence: "unclosed-fence"
        case .nestedCell: "nested-cell"
        case .notACell: "not-a-cell"
        case .noSpaceBeforeAttributes: "no-space-before-attributes"
        case .textAfterLanguage: "text-after-language"
        case .unclosedAttributes: "unclosed-attributes"
        case .unclosedQuote: "unclosed-quote"
        case .textAfterAttributes: "text-after-attributes"
        case .unexpectedAttribute: "unexpected-attribute"
        case .unknownClass: "unknown-class"
        case .unknownOption: "unknown-option"
        case .classWithoutDot: "class-without-dot"
        case .missingValue: "missing-value"
        case .classAsOption: "class-as-option"
        case .badValue: "bad-option-value"
        case .duplicateOption: "duplicate-option"
        case .firstOption: "first-option"
        case .contradictoryOptions: "contradictory-options"
        case .malformedOptionLine: "malformed-option-line"
        case .unquotedValue: "unquoted-value"
        case .lateOptionLine: "late-option-line"
        case .illegalLabel: "illegal-label"
        case .labelTooLong: "label-too-long"
        case .emptyLabel: "empty-label"
        case .secondLabel: "second-label"
        case .duplicateLabel: "duplicate-label"
        case .firstLabel: "first-label"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .unclosedFrontMatter, .brokenYAML, .frontMatterNotMapping, .frontMatterTooComplex,
            .duplicateFrontMatterKey, .unknownFrontMatterKey, .badTitle, .badLanguage, .badSeed:
            frontMatterText(in: language)
        case .unclosedFence, .nestedCell, .notACell, .noSpaceBeforeAttributes: fenceText(in: language)
        case .illegalLabel, .labelTooLong, .emptyLabel, .secondLabel, .duplicateLabel, .firstLabel:
            labelText(in: language)
        default: optionText(in: language)
        }
    }

    private func frontMatterText(in language: Language) -> String {
        switch self {
        case .unclosedFrontMatter:
            language.choose(
                ko: "머리말을 닫는 `---` 줄이 없습니다", ja: "前付を閉じる `---` の行がありません",
                en: "the front matter has no closing `---` line")
        case .brokenYAML(let problem):
            language.choose(
                ko: "머리말이 올바른 YAML이 아닙니다(\(problem))", ja: "前付が正しい YAML ではありません(\(problem))",
                en: "the front matter is not valid YAML (\(problem))")
        case .frontMatterNotMapping:
            language.choose(
                ko: "머리말은 `이름: 값` 줄로 이루어져야 합니다", ja: "前付は「名前: 値」の行でなければなりません",
                en: "the front matter must consist of `name: value` lines")
        case .frontMatterTooComplex:
            language.choose(
                ko: "머리말이 너무 길거나 별칭이 너무 많습니다", ja: "前付が長すぎるか、エイリアスが多すぎます",
                en: "the front matter is too long or has too many aliases")
        case .duplicateFrontMatterKey(let key):
            language.choose(
                ko: "머리말에 `\(key)`이(가) 두 번 있습니다", ja: "前付に `\(key)` が二度あります",
                en: "`\(key)` stands twice in the front matter")
        case .unknownFrontMatterKey(let key, let nearest?):
            language.choose(
                ko: "머리말의 `\(key)`은(는) 알 수 없는 이름입니다. `\(nearest)`을(를) 뜻했습니까?",
                ja: "前付の `\(key)` は知らない名前です。`\(nearest)` のことですか?",
                en: "unknown name `\(key)` in the front matter; did you mean `\(nearest)`?")
        case .unknownFrontMatterKey(let key, nil):
            language.choose(
                ko: "머리말의 `\(key)`은(는) 알 수 없는 이름이어서 무시됩니다",
                ja: "前付の `\(key)` は知らない名前なので無視されます",
                en: "unknown name `\(key)` in the front matter is ignored")
        case .badTitle:
            language.choose(
                ko: "`title`은 한 줄의 글이어야 합니다", ja: "`title` は一行の文字列でなければなりません",
                en: "`title` must be a line of text")
        case .badLanguage(let tag):
            language.choose(
                ko: "`\(tag)`은(는) 지원하지 않는 언어입니다", ja: "`\(tag)` は対応していない言語です",
                en: "`\(tag)` is not a language Hanji speaks")
        case .badSeed(let value):
            language.choose(
                ko: "`seed`는 0 이상의 정수여야 하는데 `\(value)`입니다",
                ja: "`seed` は 0 以上の整数でなければなりませんが、`\(value)` です",
                en: "`seed` must be a non-negative integer, not `\(value)`")
        default: id
        }
    }

    private func fenceText(in language: Language) -> String {
        switch self {
        case .unclosedFence:
            language.choose(
                ko: "코드 울타리가 닫히지 않아 파일 끝까지 코드로 읽힙니다",
                ja: "コードの囲みが閉じられておらず、ファイルの終わりまでコードとして読まれます",
                en: "this code fence is never closed, so everything to the end of the file is code")
        case .nestedCell:
            language.choose(
                ko: "목록이나 인용문 안의 swift 블록은 셀이 아닙니다. 보여 주기만 하고 실행하지 않습니다",
                ja: "リストや引用の中の swift ブロックはセルではありません。表示されるだけで実行されません",
                en: "a swift block within a list or quote is not a cell; it is shown, not run")
        case .notACell(let info):
            language.choose(
                ko: "`\(info)` 블록은 셀이 아니어서 실행하지 않습니다", ja: "`\(info)` のブロックはセルではないため実行されません",
                en: "a `\(info)` block is not a cell and is not run")
        default:
            language.choose(
                ko: "`swift`와 `{` 사이에 빈칸이 있어야 합니다", ja: "`swift` と `{` の間には空白が必要です",
                en: "there must be a space between `swift` and `{`")
        }
    }

    private func labelText(in language: Language) -> String {
        switch self {
        case .illegalLabel(let label):
            language.choose(
                ko: "이름표 `#\(label)`에 쓸 수 없는 글자가 있습니다", ja: "ラベル `#\(label)` に使えない文字があります",
                en: "label `#\(label)` has a character that labels may not have")
        case .labelTooLong(let limit):
            language.choose(
                ko: "이름표는 \(limit)자까지입니다", ja: "ラベルは \(limit) 文字までです",
                en: "a label may have \(limit) characters at most")
        case .emptyLabel:
            language.choose(
                ko: "`#` 뒤에 이름표가 없습니다", ja: "`#` の後にラベルがありません", en: "there is no label after `#`")
        case .secondLabel(let label):
            language.choose(
                ko: "셀에는 이름표를 하나만 붙일 수 있습니다. `#\(label)`은(는) 두 번째입니다",
                ja: "セルに付けられるラベルは一つだけです。`#\(label)` は二つ目です",
                en: "a cell has one label only; `#\(label)` is the second")
        case .duplicateLabel(let label):
            language.choose(
                ko: "이름표 `#\(label)`은(는) 이미 다른 셀에 있습니다", ja: "ラベル `#\(label)` はすでに別のセルにあります",
                en: "label `#\(label)` already belongs to another cell")
        case .firstLabel(let label):
            language.choose(
                ko: "`#\(label)`은(는) 여기에 먼저 쓰였습니다", ja: "`#\(label)` は先にここで使われています",
                en: "`#\(label)` is first used here")
        default: id
        }
    }

    package func advice(in language: Language) -> String? {
        switch self {
        case .unclosedFrontMatter:
            language.choose(
                ko: "머리말 끝에 `---`만 있는 줄을 두십시오", ja: "前付の終わりに `---` だけの行を置いてください",
                en: "end it with a line that holds only `---`")
        case .brokenYAML:
            language.choose(
                ko: "`:`이나 `#`이 든 글은 따옴표로 감싸십시오", ja: "`:` や `#` を含む文字列は引用符で囲んでください",
                en: "put text with `:` or `#` in quotes")
        case .badLanguage:
            language.choose(
                ko: "`ko`, `ja`, `en` 가운데 하나를 쓰십시오", ja: "`ko`、`ja`、`en` のいずれかを書いてください",
                en: "write `ko`, `ja` or `en`")
        case .unclosedFence:
            language.choose(
                ko: "코드 뒤에, 여는 울타리만큼 긴 울타리를 한 줄로 두십시오",
                ja: "コードの後に、開始の囲みと同じ長さの囲みを一行で置いてください",
                en: "put a fence as long as this one on a line after the code")
        case .nestedCell:
            language.choose(
                ko: "실행하려면 블록을 줄 첫머리로 옮기고, 아니라면 언어 이름을 지우십시오",
                ja: "実行するにはブロックを行頭に移し、しないなら言語名を消してください",
                en: "to run it, move it to the margin; if it is only to be read, leave the language out")
        case .notACell:
            language.choose(
                ko: "셀이라면 울타리 뒤에 `swift`라고 쓰십시오", ja: "セルなら囲みの後に `swift` と書いてください",
                en: "if it is a cell, write `swift` after the fence")
        case .illegalLabel:
            language.choose(
                ko: "ASCII 글자, 숫자, `-`, `_`만 쓸 수 있습니다", ja: "使えるのは ASCII の英字、数字、`-`、`_` だけです",
                en: "labels have ASCII letters, digits, `-` and `_`")
        case .lateOptionLine:
            language.choose(
                ko: "셀의 맨 위로 옮기십시오", ja: "セルの先頭に移してください", en: "move it to the top of the cell")
        default: nil
        }
    }
}
