import Diagnostics
import Markup
import Testing

@Suite struct EastAsianTests {
    /// Emphasis beside letters that stand without spaces. CommonMark alone leaves most of these literal.
    static let emphasisCases: [MarkupCase] = [
        MarkupCase("**강조(bold)**는", "strong('강조(bold)') '는'"),
        MarkupCase("**「引用」**の", "strong('「引用」') 'の'"),
        MarkupCase("**太字。**次の文", "strong('太字。') '次の文'"),
        MarkupCase("**변수(x)**와 **함수(f)**를", "strong('변수(x)') '와 ' strong('함수(f)') '를'"),
        MarkupCase("**`print()`**를", "strong(`print()`) '를'"),
        MarkupCase("**[링크](u)**를", "strong(a<u>('링크')) '를'"),
        MarkupCase("값이 **50%**로", "'값이 ' strong('50%') '로'"),
        MarkupCase("*斜体（italic）*を", "em('斜体（italic）') 'を'"),
        MarkupCase("\\*\\*강조(b)\\*\\*는", "'**강조(b)**는'"),
        MarkupCase("__강조(b)__는", "'__강조(b)__는'"),
        MarkupCase("** 강조(b)**는", "'** 강조(b)**는'"),
        MarkupCase("`**강조(b)**는`", "`**강조(b)**는`"),
        // Paired otherwise than CommonMark pairs them.
        MarkupCase("**あ、**い**う**", "strong('あ、') 'い' strong('う')"),
        MarkupCase("**가(1)**나**다**라", "strong('가(1)') '나' strong('다') '라'"),
        // Opening after a letter.
        MarkupCase("これは**「引用」**です", "'これは' strong('「引用」') 'です'"),
        MarkupCase("이것은**(괄호)**이다", "'이것은' strong('(괄호)') '이다'"),
        MarkupCase("한국어**\"인용\"**을", "'한국어' strong('\"인용\"') '을'"),
        MarkupCase("한국어*\"인용\"*을", "'한국어' em('\"인용\"') '을'"),
        MarkupCase("値は**-1**です", "'値は' strong('-1') 'です'"),
        MarkupCase("합계**$5**는", "'합계' strong('$5') '는'"),
        // Kinds of punctuation before the closing run.
        MarkupCase("**첫째:**둘째", "strong('첫째:') '둘째'"),
        MarkupCase("**주의!**하십시오", "strong('주의!') '하십시오'"),
        MarkupCase("**무엇?**인가", "strong('무엇?') '인가'"),
        MarkupCase("**끝.**그리고", "strong('끝.') '그리고'"),
        MarkupCase("**쉼표,**그리고", "strong('쉼표,') '그리고'"),
        MarkupCase("**“인용”**은", "strong('“인용”') '은'"),
        MarkupCase("**‘인용’**은", "strong('‘인용’') '은'"),
        MarkupCase("**줄임…**은", "strong('줄임…') '은'"),
        MarkupCase("**『書名』**は", "strong('『書名』') 'は'"),
        MarkupCase("**【注意】**です", "strong('【注意】') 'です'"),
        MarkupCase("**（括弧）**の", "strong('（括弧）') 'の'"),
        MarkupCase("**読点、**と", "strong('読点、') 'と'"),
        MarkupCase("**感嘆！**と", "strong('感嘆！') 'と'"),
        MarkupCase("**中黒・**と", "strong('中黒・') 'と'"),
        MarkupCase("**テスト。**テスト", "strong('テスト。') 'テスト'"),
        MarkupCase("**ｶﾅ｡**ｶﾅ", "strong('ｶﾅ｡') 'ｶﾅ'"),
        MarkupCase("**中文，**中文", "strong('中文，') '中文'"),
        // Other scripts and forms.
        MarkupCase("**ㄱ(기역)**은", "strong('ㄱ(기역)') '은'"),
        MarkupCase("**각(x)**\u{1100}\u{1161}", "strong('각(x)') '\u{1100}\u{1161}'"),
        MarkupCase("**𠮷(x)**𠮷", "strong('𠮷(x)') '𠮷'"),
        MarkupCase("葛\u{E0100}**「x」**葛\u{E0100}の", "'葛\u{E0100}' strong('「x」') '葛\u{E0100}の'"),
        MarkupCase("葛\u{E0100}**(x)**の", "'葛\u{E0100}' strong('(x)') 'の'"),
        MarkupCase("㊙\u{FE0E}**(x)**の", "'㊙\u{FE0E}' strong('(x)') 'の'"),
        MarkupCase("**ㆍ목록(가)**ㆍ", "strong('ㆍ목록(가)') 'ㆍ'"),
        // As lessons have them.
        MarkupCase("모델을 **학습(training)**시킵니다", "'모델을 ' strong('학습(training)') '시킵니다'"),
        MarkupCase("**정확도(accuracy)**가 높다", "strong('정확도(accuracy)') '가 높다'"),
        MarkupCase("**과적합(overfitting)**이란", "strong('과적합(overfitting)') '이란'"),
        MarkupCase("손실은 *0.3%*입니다", "'손실은 ' em('0.3%') '입니다'"),
        MarkupCase("**Keras(케라스)**와 **Hanji(한지)**", "strong('Keras(케라스)') '와 ' strong('Hanji(한지)')"),
        MarkupCase("**1.**번", "strong('1.') '번'"),
        MarkupCase("**A/B**를", "strong('A/B') '를'"),
        MarkupCase("**값=3;**이다", "strong('값=3;') '이다'"),
        MarkupCase("**損失（loss）**が", "strong('損失（loss）') 'が'"),
        MarkupCase("**過学習(overfitting)**とは", "strong('過学習(overfitting)') 'とは'"),
        MarkupCase("学習率は**0.001**です", "'学習率は' strong('0.001') 'です'"),
        MarkupCase("**〜する**と", "strong('〜する') 'と'"),
        MarkupCase("これを**〜**と呼ぶ", "'これを' strong('〜') 'と呼ぶ'"),
        MarkupCase("**〈山〉**と**《川》**", "strong('〈山〉') 'と' strong('《川》')"),
        MarkupCase("**［1］**の", "strong('［1］') 'の'"),
        MarkupCase("**例：**次", "strong('例：') '次'"),
        MarkupCase("**問？**答", "strong('問？') '答'"),
        MarkupCase("**(a)**b", "'**(a)**b'"),
        MarkupCase("가**b**", "'가' strong('b')"),
        MarkupCase("a**(b)**c", "'a**(b)**c'"),
        MarkupCase("**강조**,", "strong('강조') ','"),
        MarkupCase("(**강조**)는", "'(' strong('강조') ')는'"),
        MarkupCase("「**太字**」の", "'「' strong('太字') '」の'"),
        MarkupCase("**가(1)** **나(2)**를", "strong('가(1)') ' ' strong('나(2)') '를'"),
        MarkupCase("**수식 f(x)**에서 *x(값)*의", "strong('수식 f(x)') '에서 ' em('x(값)') '의'"),
        MarkupCase("**C++**는", "strong('C++') '는'"),
        MarkupCase("**C#**은", "strong('C#') '은'"),
        MarkupCase("**100%**だ", "strong('100%') 'だ'"),
        MarkupCase("**€5**を", "strong('€5') 'を'"),
        MarkupCase("금액**₩5,000**은", "'금액' strong('₩5,000') '은'"),
        MarkupCase("**１２３。**次", "strong('１２３。') '次'"),
        MarkupCase("**가——**나", "strong('가——') '나'"),
        MarkupCase("彼は**「はい」と言った。**そして", "'彼は' strong('「はい」と言った。') 'そして'"),
        MarkupCase("그는 **“예”라고 했다.**그리고", "'그는 ' strong('“예”라고 했다.') '그리고'"),
        MarkupCase("**가**나**(다)**라", "strong('가') '나' strong('(다)') '라'"),
        MarkupCase("**이름(name)**·**나이(age)**를", "strong('이름(name)') '·' strong('나이(age)') '를'"),
        MarkupCase("**x**は**y**に", "strong('x') 'は' strong('y') 'に'"),
        MarkupCase("*가*나*다*", "em('가') '나' em('다')"),
        MarkupCase("**\"quote\"**이라는", "strong('\"quote\"') '이라는'"),
        MarkupCase("**(주)**한지", "strong('(주)') '한지'"),
        MarkupCase("제**(1)**조", "'제' strong('(1)') '조'"),
        // Within and around other inlines.
        MarkupCase("***강조(b)***는", "em(strong('강조(b)')) '는'"),
        MarkupCase("*가**(나)**다*라", "em('가' strong('(나)') '다') '라'"),
        MarkupCase("[**강조(b)**는](u)", "a<u>(strong('강조(b)') '는')"),
        MarkupCase("![**강조(b)**는](u)", "img<u>(강조(b)는)"),
        MarkupCase("[a](/**가(b)**는)", "a</**가(b)**는>('a')"),
        MarkupCase("[a](u \"**가(b)**는\")", "a<u|**가(b)**는>('a')"),
        MarkupCase("<a title=\"**가(b)**는\">x", "html\"<a title=\"**가(b)**는\">\" 'x'"),
        MarkupCase("**`a`**와**`b`**를", "strong(`a`) '와' strong(`b`) '를'"),
        MarkupCase("**<b>**는", "strong(html\"<b>\") '는'"),
        MarkupCase("**&amp;**는", "strong('&') '는'"),
        MarkupCase("**\\***는", "strong('*') '는'"),
        MarkupCase("**가(b)**\n는", "strong('가(b)') ~ '는'"),
        MarkupCase("**강조(b)**[^1]", "strong('강조(b)') '[^1]'"),
        // As CommonMark has it.
        MarkupCase("**bold(x)**a", "'**bold(x)**a'"),
        MarkupCase("a**(x)**b", "'a**(x)**b'"),
        MarkupCase("**강조**는", "strong('강조') '는'"),
        MarkupCase("2 * 3 * 4", "'2 * 3 * 4'"),
        MarkupCase("가 ** 나 ** 다", "'가 ** 나 ** 다'"),
        MarkupCase("🎉**(x)**🎉", "'🎉**(x)**🎉'"),
        MarkupCase("é**(x)**é", "'é**(x)**é'"),
        MarkupCase("가_(나)_다", "'가_(나)_다'"),
    ]

    @Test(arguments: emphasisCases) func emphasis(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == "p(\(example.tree))")
        let source = SourceText(path: "a.md", text: example.source)
        #expect(RoundTrip(MarkdownParser.parse(source), in: source).faults == [])
    }

    static let elsewhereCases: [MarkupCase] = [
        MarkupCase("```\n**강조(b)**는\n```", "code[]\"**강조(b)**는\\n\""),
        MarkupCase("    **강조(b)**는", "indented\"**강조(b)**는\\n\""),
        MarkupCase("> ```\n> **강조(b)**는\n> ```", "quote(code[]\"**강조(b)**는\\n\")"),
        MarkupCase("``` **강조(b)**는\n```", "code[**강조(b)**는]\"\""),
        MarkupCase("<div>**강조(b)**는", "html\"<div>**강조(b)**는\\n\""),
        MarkupCase("# **강조(b)**는", "h1#강조b는(strong('강조(b)') '는')"),
        MarkupCase("**강조(b)**는\n===", "h1#강조b는(strong('강조(b)') '는')"),
        MarkupCase("- **강조(b)**는", "ul(li(p(strong('강조(b)') '는')))"),
        MarkupCase("[가**(나)**다]: /u\n\n[가**(나)**다]", "p(a</u>('가' strong('(나)') '다'))"),
        MarkupCase("[x]: /**가(b)**는 '**나(b)**는'\n\n[x]", "p(a</**가(b)**는|**나(b)**는>('x'))"),
    ]

    @Test(arguments: elsewhereCases) func elsewhere(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == example.tree)
    }

    static let lineBreaksCases: [MarkupCase] = [
        MarkupCase("日本\n語", "'日本' '語'"),
        MarkupCase("한국어\n문장", "'한국어' ~ '문장'"),
        MarkupCase("日本  語\n。次", "'日本  語' '。次'"),
        MarkupCase("日本\nEnglish", "'日本' ~ 'English'"),
        MarkupCase("English\n日本", "'English' ~ '日本'"),
        MarkupCase("日本\n한국", "'日本' ~ '한국'"),
        MarkupCase("ﾃｽﾄ\nﾃｽﾄ", "'ﾃｽﾄ' 'ﾃｽﾄ'"),
        MarkupCase("**日本**\n*語*", "strong('日本') em('語')"),
        MarkupCase("**日本\n語**", "strong('日本' '語')"),
        MarkupCase("`日本`\n語", "`日本` '語'"),
        MarkupCase("`code`\n語", "`code` ~ '語'"),
        MarkupCase("[日本\n](u)語", "a<u>('日本') '語'"),
        MarkupCase("日本<br>\n語", "'日本' html\"<br>\" '語'"),
        MarkupCase("日本  \n語", "'日本' \\ '語'"),
        MarkupCase("日本\\\n語", "'日本' \\ '語'"),
        MarkupCase("葛\u{E0100}\n葛", "'葛\u{E0100}' '葛'"),
        MarkupCase("日本\r\n語", "'日本' '語'"),
        MarkupCase("日本\n![x](u)\n語", "'日本' ~ img<u>(x) ~ '語'"),
        MarkupCase("「引用」\n（注）", "'「引用」' '（注）'"),
        MarkupCase("日本。\n**「引用」**の", "'日本。' strong('「引用」') 'の'"),
        MarkupCase("가\n나", "'가' ~ '나'"),
        MarkupCase("あ\nア", "'あ' 'ア'"),
        MarkupCase("漢\nか", "'漢' 'か'"),
        MarkupCase("終わり。\n次", "'終わり。' '次'"),
        MarkupCase("日本、\nEnglish", "'日本、' 'English'"),
        MarkupCase("English、\n日本", "'English、' '日本'"),
        MarkupCase("日本\n123", "'日本' ~ '123'"),
        MarkupCase("韓国語は한글\nです", "'韓国語は한글' ~ 'です'"),
        MarkupCase("データ\nー", "'データ' 'ー'"),
        MarkupCase("人々\n々", "'人々' '々'"),
        MarkupCase("日本\n*語*", "'日本' em('語')"),
        MarkupCase("日本\n`語`", "'日本' `語`"),
        MarkupCase("あ\nい\nう", "'あ' 'い' 'う'"),
        MarkupCase("가\n나\n다", "'가' ~ '나' ~ '다'"),
        MarkupCase("日本（注）\n次", "'日本（注）' '次'"),
        MarkupCase("가。\n나", "'가。' '나'"),
        MarkupCase("あ\n**い、**う", "'あ' strong('い、') 'う'"),
    ]

    @Test(arguments: lineBreaksCases) func lineBreaks(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == "p(\(example.tree))")
    }

    /// A text that uses the marker, or spells it as a number, gets another.
    @Test func markerIsUnused() {
        let all = "\u{2E0E}\u{2E0F}\u{2E10} &#11793; &#x2E12;"
        #expect(Dump.of("\(all) **강조(b)**는") == "p('\u{2E0E}\u{2E0F}\u{2E10} \u{2E11} \u{2E12} ' strong('강조(b)') '는')")
    }

    /// The generated tables hold what the Standard says of some well-known characters.
    @Test(arguments: [
        ("가", true), ("ㄱ", true), ("あ", true), ("漢", true), ("、", true), ("ｱ", true), ("Ａ", true),
        ("a", false), ("“", false), ("🎉", false), ("é", false), ("…", false),
    ])
    func isCJK(_ character: String, _ isCJK: Bool) {
        // A run between the character and a bracket opens only after CJK.
        let tree = Dump.of("\(character)**(x)**")
        #expect(tree.contains("strong('(x)')") == (isCJK || "“…".contains(character)))
    }
}
