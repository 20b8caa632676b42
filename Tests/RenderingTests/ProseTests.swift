import Rendering
import Testing

/// What lessons say beside cells: formulas, divisions, captions, readings.
@Suite struct ProseTests {
    private func body(_ markdown: String, _ language: String = "ko") throws -> String {
        try SamplePage("---\nlang: \(language)\n---\n\n" + markdown).body()
    }

    @Test func formulasAreMathML() throws {
        let html = try body("값 $\\frac{a}{b}$는\n")
        #expect(
            html.contains(
                """
                <math><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation encoding="application/x-tex">\
                \\frac{a}{b}</annotation></semantics></math>는
                """))
    }

    /// A browser would end a line between the sign and the particle.
    @Test(arguments: [
        ("85%로", "85<span class=\"joined\">%로</span>"), ("(가)는 나", "(가<span class=\"joined\">)는</span> 나"),
        ("`fit()`를", "<span class=\"joined\"><code>fit()</code>를</span>"),
        ("**50%**로 간다", "<span class=\"joined\"><strong>50%</strong>로</span> 간다"), ("가나", "가나"),
        ("`fit`를", "<code>fit</code>를"), ("50% 로", "50% 로"),
    ])
    func particlesStayWithTheirWords(_ text: String, _ html: String) throws {
        #expect(try body(text + "\n").contains("<p>\(html)</p>"))
    }

    @Test func noLinkStandsWithinALink() throws {
        let cell = "\n\n```swift {#a fig-cap=\"가\"}\n1\n```\n\n[^1]: 주\n"
        let html = try body("[@a](#a) [각주[^1]](#a) [<http://a.kr>](#a)" + cell)
        #expect(
            html.contains("<a href=\"#a\">그림 1</a> <a href=\"#a\">각주<sup class=\"note-ref\" id=\"fnref-1\">1</sup></a>")
        )
        #expect(html.contains("<a href=\"#a\">http://a.kr</a>"))
    }

    @Test func aLabelledNoteCanBeLinkedTo() throws {
        #expect(try body("::: note 제목 {#n1}\n가\n:::\n\n[가](#n1)\n").contains("<div class=\"division note\" id=\"n1\""))
    }

    @Test func headingsLeaveThePageItsIDs() throws {
        #expect(try body("# hanji main\n").contains("<h1 id=\"hanji-main-1\">"))
    }

    @Test func longCodeMayBePartedFromItsParticle() throws {
        let code = String(repeating: "a", count: 30) + "()"
        #expect(try body("`\(code)`를\n").contains("<code>\(code)</code>를"))
    }

    @Test func aFormulaThatIsNotUnderstoodShowsItsSource() throws {
        let page = try SamplePage("값 $\\foo<b>$는\n").render()
        #expect(page.shows("<code class=\"formula-source\">$\\foo&lt;b&gt;$</code>"))
        #expect(!page.shows("<b>"))
    }

    @Test(arguments: [("ko", "식 (1)", "그림 1", "표 1", "코드 1", "연습 1"), ("ja", "式 (1)", "図 1", "表 1", "コード 1", "演習 1")])
    func labelledProseIsNumberedAndReferredTo(
        _ language: String, _ equation: String, _ figure: String, _ table: String, _ listing: String, _ exercise: String
    ) throws {
        let html = try body(
            """
            @eq @fig @tbl @lst @ex @sec @none

            ## 절 {#sec}

            $$
            x
            $$ {#eq}

            ![가](a.png "나"){#fig}

            | a |
            |---|

            : 캡션 {#tbl}

            ``` text {#lst lst-cap="목록"}
            x
            ```

            ::: exercise 제목 {#ex}
            가
            :::
            """, language)
        for (label, name) in [("eq", equation), ("fig", figure), ("tbl", table), ("lst", listing), ("ex", exercise)] {
            #expect(html.contains("<a class=\"reference joined\" href=\"#\(label)\">\(name)</a>"), "\(label)")
            #expect(html.contains("id=\"\(label)\""), "\(label)")
        }
        #expect(html.contains("<a class=\"reference\" href=\"#sec\">절</a> @none"))
    }

    @Test func answersAreFoldedAndNotesAreNot() throws {
        let html = try body("::: answer\n가\n:::\n\n> [!NOTE] 제목\n> 나\n")
        #expect(
            html.contains(
                "<details class=\"division answer\"><summary><span class=\"division-label\">답 보기</span></summary>"))
        #expect(html.contains("<div class=\"division note\" role=\"note\" aria-label=\"참고 제목\">"))
    }

    @Test func readingsStandInRuby() throws {
        #expect(try body("{漢字|かん>'}\n").contains("<ruby>漢字<rp>(</rp><rt>かん&gt;&#39;</rt><rp>)</rp></ruby>"))
    }

    @Test func tasksAreBoxesThatNobodyCanTick() throws {
        let html = try body("- [x] 가\n- [ ] 나\n")
        #expect(html.contains("<ul class=\"tasks\">"))
        #expect(html.contains("<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"끝냄\">"))
    }

    @Test func htmlIsTextUnlessItIsAllowed() throws {
        let sample = SamplePage("<mark>가</mark>\n\n<div>나</div>\n")
        #expect(!(try sample.render().html.contains("<mark>가")))
        let notebook = SamplePage.notebook(sample.markdown)
        let allowed = try PageRenderer(options: PageOptions(allowsRawHTML: true)).render(notebook, record: nil)
        #expect(allowed.html.contains("<p><mark>가</mark></p>") && allowed.html.contains("<div>나</div>"))
    }

    @Test func picturesAreTakenIntoThePage() throws {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 7,
        ]
        let page = try PageRenderer().render(
            SamplePage.notebook("![가](a%20b.png)\n"), record: nil,
            surroundings: PageSurroundings(picture: { $0 == "a%20b.png" ? PageImage(inlining: png) : nil }))
        #expect(page.html.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"))
        #expect(page.html.contains("alt=\"가\" width=\"256\" height=\"7\""))
    }

    /// Whatever stands in a formula, a title, a reading or a caption comes out as text.
    @Test func nothingEscapes() throws {
        let evil = "<script>alert(1)</script>\"'&"
        let html = try body(
            """
            $\\text{\(evil)}$ $x\(evil)$ {漢|\(evil)} ~~\(evil)~~

            ::: note \(evil)
            :::

            ![\(evil)](x.png "\(evil.replacing("\"", with: ""))"){#a}

            | a |
            |---|

            : \(evil)
            """)
        #expect(!html.contains("<script"))
        #expect(PageTag.firstMisnested(in: html) == nil)
    }
}
