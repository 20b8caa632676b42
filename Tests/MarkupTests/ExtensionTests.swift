import Diagnostics
import Markup
import Testing

/// What is read beyond CommonMark, tables and footnotes apart.
@Suite struct ExtensionTests {
    static let strikethroughCases: [MarkupCase] = [
        MarkupCase("~~지운 글~~", "p(del('지운 글'))"),
        MarkupCase("2022~2023년", "p('2022~2023년')"),
        MarkupCase("10~20℃, 5~6개", "p('10~20℃, 5~6개')"),
        MarkupCase("~한 번~", "p('~한 번~')"),
        MarkupCase("~~가 ~~나 ~~다", "p('~~가 ~~나 ~~다')"), MarkupCase("~~가~~ ~~나", "p(del('가') ' ~~나')"),
        MarkupCase("~~~세 번~~~", "code[세 번~~~]!\"\""),
        MarkupCase("가 ~~~세 번~~~", "p('가 ~~~세 번~~~')"),
        MarkupCase("~~강조(b)~~는", "p(del('강조(b)') '는')"),
        MarkupCase("これは~~「引用」~~です", "p('これは' del('「引用」') 'です')"),
        MarkupCase("~~**굵게**~~", "p(del(strong('굵게')))"),
        MarkupCase("**~~굵게~~**", "p(strong(del('굵게')))"),
        MarkupCase("**가~~나~~다**", "p(strong('가' del('나') '다'))"),
        MarkupCase("~~가 `~~` 나~~", "p(del('가 ' `~~` ' 나'))"),
        MarkupCase("\\~~가~~", "p('~~가~~')"),
        MarkupCase("~\\~가~~", "p('~~가~~')"),
        MarkupCase("~~ 가 ~~", "p('~~ 가 ~~')"),
        MarkupCase("~~가", "p('~~가')"),
        MarkupCase("가~~", "p('가~~')"),
        MarkupCase("~~가~~나~~다~~", "p(del('가') '나' del('다'))"),
        MarkupCase("~~a\n\nb~~", "p('~~a') p('b~~')"),
        MarkupCase("~~日本~~\n語", "p(del('日本') '語')"),
        MarkupCase("日本\n~~語~~", "p('日本' del('語'))"),
        MarkupCase("| a |\n|---|\n| ~~b~~ |", "table[-]('a' / del('b'))"),
    ]

    static let rubyCases: [MarkupCase] = [
        MarkupCase("{漢字|かんじ}", "p(ruby(漢字|かんじ))"),
        MarkupCase("これは{漢字|かんじ}です", "p('これは' ruby(漢字|かんじ) 'です')"),
        MarkupCase("{東京|とう|きょう}", "p(ruby(東|とう 京|きょう))"),
        MarkupCase("{東京都|とう|きょう}", "p('{東京都|とう|きょう}')"),
        MarkupCase("{한자|漢字}", "p(ruby(한자|漢字))"),
        MarkupCase("{a|b}", "p('{a|b}')"),
        MarkupCase("{x|x>0}", "p('{x|x>0}')"),
        MarkupCase("{漢字|}", "p('{漢字|}')"),
        MarkupCase("{漢字}", "p('{漢字}')"),
        MarkupCase("\\{漢字|かんじ}", "p('{漢字|かんじ}')"),
        MarkupCase("`{漢字|かんじ}`", "p(`{漢字|かんじ}`)"),
        MarkupCase("**{漢字|かんじ}**の", "p(strong(ruby(漢字|かんじ)) 'の')"),
        MarkupCase("[{漢字|かんじ}](u)", "p(a<u>(ruby(漢字|かんじ)))"),
        MarkupCase("日本\n{語|ご}", "p('日本' ruby(語|ご))"),
        MarkupCase("{語|ご}\n日本", "p(ruby(語|ご) '日本')"),
        MarkupCase("| {漢字\\|かんじ} |\n|---|", "table[-](ruby(漢字|かんじ))"),
        MarkupCase("# {漢字|かんじ}の章", "h1#漢字の章(ruby(漢字|かんじ) 'の章')"),
    ]

    static let taskCases: [MarkupCase] = [
        MarkupCase("- [ ] 할 일\n- [x] 한 일", "ul(li(p([ ] '할 일')) li(p([x] '한 일')))"),
        MarkupCase("1. [X] 끝", "ol1(li(p([x] '끝')))"),
        MarkupCase("- [ ] **강조**", "ul(li(p([ ] strong('강조'))))"),
        MarkupCase("- \\[ ] 글", "ul(li(p('[ ] 글')))"),
        MarkupCase("- [y] 글", "ul(li(p('[y] 글')))"),
        MarkupCase("- [ ]글", "ul(li(p('[ ]글')))"),
        MarkupCase("- 글 [ ] 글", "ul(li(p('글 [ ] 글')))"),
        MarkupCase("[ ] 글", "p('[ ] 글')"),
    ]

    static let divisionCases: [MarkupCase] = [
        MarkupCase("::: note\n가\n:::", "note(p('가'))"),
        MarkupCase("::: warning 조심하십시오\n- 가\n- 나\n:::\n다", "warning['조심하십시오'](ul(li(p('가')) li(p('나')))) p('다')"),
        MarkupCase(":::{.note}\n가\n:::", "note(p('가'))"),
        MarkupCase("::: {.callout-tip title=\"비결\"}\n가\n:::", "tip['비결'](p('가'))"),
        MarkupCase(":::{note} 제목\n가\n:::", "note['제목'](p('가'))"),
        MarkupCase("::: fold 설명 보기\n가\n:::", "fold-['설명 보기'](p('가'))"),
        MarkupCase("::: 설명\n가\n:::", "fold-(p('가'))"),
        MarkupCase("::: 演習 {#ex-1}\n가\n\n::: answer\n나\n:::\n:::", "exercise#ex-1(p('가') answer-(p('나')))"),
        MarkupCase("::: note {.folded}\n가\n:::", "note-(p('가'))"),
        MarkupCase("::: answer {.open}\n가\n:::", "answer(p('가'))"),
        MarkupCase("> ::: note\n> 가\n> :::\n\n나", "quote(note(p('가'))) p('나')"),
        MarkupCase("- ::: note\n  가\n  :::\n- 나", "ul(li(note(p('가'))) li(p('나')))"),
        MarkupCase("가\n::: note\n나\n:::\n다", "p('가') note(p('나')) p('다')"),
        MarkupCase("```\n::: note\n```", "code[]\"::: note\\n\""),
        MarkupCase("    ::: note", "indented\"::: note\\n\""),
        MarkupCase("<!--\n::: note\n-->\n", "html\"<!--\\n::: note\\n-->\\n\""),
        MarkupCase("`a\n::: note\nb`\n:::", "p('`a') note(p('b`'))"),
        MarkupCase(":: note", "p(':: note')"),
        MarkupCase("::: note :::\n가\n:::", "note(p('가'))"),
        MarkupCase("::: note\n```swift\n:::\n```\n:::", "note(code[swift]\":::\\n\")"),
        MarkupCase("::: note\n| a |\n|---|\n:::", "note(table[-]('a'))"),
        MarkupCase("> [!NOTE]\n> 가", "note(p('가'))"),
        MarkupCase("> [!WARNING] 제목 **굵게**\n> 가", "warning['제목 ' strong('굵게')](p('가'))"),
        MarkupCase("> [!tip]- 펼치기\n> 가", "tip-['펼치기'](p('가'))"),
        MarkupCase("> [!answer]+\n> 가", "answer(p('가'))"),
        MarkupCase("> [!NOTE]\n>\n> 가", "note(p('가'))"),
        MarkupCase("> [!주의]\n> 가", "caution(p('가'))"),
        MarkupCase("> [!注意] 日本\n> 語", "caution['日本'](p('語'))"),
        MarkupCase("> \\[!NOTE]\n> 가", "quote(p('[!NOTE]' ~ '가'))"),
        MarkupCase("> [!nothing]\n> 가", "quote(p('[!nothing]' ~ '가'))"),
        MarkupCase("> 가 [!NOTE]", "quote(p('가 [!NOTE]'))"),
    ]

    static let attributeCases: [MarkupCase] = [
        MarkupCase("# 제목 {#title}", "h1#title('제목')"),
        MarkupCase("# 제목 {#title} #", "h1#title('제목')"),
        MarkupCase("제목 {#title}\n===", "h1#title('제목')"),
        MarkupCase("# 제목 \\{#title}", "h1#제목-title('제목 {#title}')"),
        MarkupCase("# {#title}", "h1#title()"),
        MarkupCase("# **제목** {#t}", "h1#t(strong('제목'))"),
        MarkupCase("![가](u){#fig-a width=50%}", "p(img<u>(가){#fig-a width=50%})"),
        MarkupCase("![가](u \"캡션\"){#fig-a} 뒤", "p(img<u|캡션>(가){#fig-a} ' 뒤')"),
        MarkupCase("![가](u) {#fig-a}", "p(img<u>(가) ' {#fig-a}')"),
        MarkupCase("![가](u){a|b}", "p(img<u>(가) '{a|b}')"),
        MarkupCase("| a |\n|---|\n\n: 캡션 {#tbl-a}", "table#tbl-a[-]('a') caption('캡션')"),
        MarkupCase("| a |\n|---|\n\n: **굵은** 캡션", "table[-]('a') caption(strong('굵은') ' 캡션')"),
        MarkupCase("가\n\n: 캡션", "p('가') p(': 캡션')"),
        MarkupCase("``` python {#lst-a lst-cap=\"목록\"}\nx\n```", "code[python {#lst-a lst-cap=\"목록\"}]\"x\\n\""),
    ]

    @Test(arguments: strikethroughCases + rubyCases + taskCases + divisionCases + attributeCases)
    func reads(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == example.tree)
        let source = SourceText(path: "a.md", text: example.source)
        #expect(RoundTrip(MarkdownParser.parse(source), in: source).faults == [])
    }

    /// Without its extension each of them is CommonMark's.
    @Test func readsNothingBeyondCommonMarkWithoutExtensions() {
        let text = "~~가~~ {漢字|かん} $x$ ::: note\n\n- [ ] 가\n\n> [!NOTE]\n\n# 제목 {#t}\n"
        let source = SourceText(path: "a.md", text: text)
        let blocks = MarkdownParser.parse(source, extensions: []).blocks
        #expect(
            Dump.of(blocks)
                == "p('~~가~~ {漢字|かん} $x$ ::: note') ul(li(p('[ ] 가'))) quote(p('[!NOTE]')) h1#제목-t('제목 {#t}')")
    }

    @Test(arguments: [
        ("::: note\n가", "unclosed-division 0..<8"), (":::", "stray-division-end 0..<3"),
        ("> ::: note\n> 가", "unclosed-division 2..<10"), ("::: warnig\n:::", "unknown-division 0..<10"),
        ("![](u)", "missing-alternative-text 0..<6"), ("# 가 {#a}\n# 나 {#a}", "duplicate-anchor 13..<21"),
    ])
    func says(_ text: String, _ wanted: String) {
        let found = Dump.parse(text).diagnostics.map { "\($0.message.id) \($0.range.lower)..<\($0.range.upper)" }
        #expect(found == [wanted])
    }
}
