import Outputs
import Rendering
import Testing

@Suite struct CaptionTests {
    private static let lesson = """
        그래프는 @second, 코드는 @code에 있고 @nothing은 없습니다. someone@second.example

        ```swift {#first}
        //| fig-cap: 하나
        a
        ```

        ```swift {#hidden .remove-output}
        //| fig-cap: 빠짐
        b
        ```

        ```swift {#code .noeval}
        //| lst-cap: 목록
        c
        ```

        ```swift {#second}
        //| fig-cap: 둘
        //| lst-cap: 또 목록
        //| tbl-cap: 값
        d
        ```
        """

    private func page(_ language: String) throws -> String {
        let figure = SamplePage.figure(SamplePage.drawing)
        return try SamplePage(
            "---\nlang: \(language)\n---\n\n" + Self.lesson,
            outputs: ["first": [figure], "second": [SamplePage.result("1"), figure]]
        ).render().html
    }

    @Test(arguments: [
        ("ko", ["그림 1", "코드 1", "코드 2", "표 1", "그림 2"]), ("ja", ["図 1", "コード 1", "コード 2", "表 1", "図 2"]),
        ("en", ["Figure 1", "Listing 1", "Listing 2", "Table 1", "Figure 2"]),
    ])
    func captionsAreNumberedByKindInThePagesLanguage(_ language: String, _ expected: [String]) throws {
        let labels = try page(language).matches(of: #/<span class="caption-number">([^<]*)</span>/#).map {
            String($0.output.1)
        }
        #expect(labels == expected)
    }

    @Test func labelsOfCaptionedCellsAreReferences() throws {
        let html = try page("ko")
        #expect(
            html.contains(
                """
                <p>그래프는 <a class="reference joined" href="#second">그림 2</a>, 코드는 \
                <a class="reference joined" href="#code">코드 1</a>에 있고 @nothing은 없습니다. someone@second.example</p>
                """))
    }

    @Test func numbersStandWithoutARecord() throws {
        var page = SamplePage("---\nlang: ko\n---\n\n" + Self.lesson)
        page.hasRecord = false
        let html = try page.render().html
        #expect(html.contains("<span class=\"caption-number\">그림 2</span> 둘"))
        #expect(html.contains("<span class=\"caption-number\">표 1</span> 값"))
    }
}
