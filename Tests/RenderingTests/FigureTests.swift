import Outputs
import Rendering
import Testing

/// Figures are written into the page only when they can do nothing but be looked at.
@Suite struct FigureTests {
    private func page(_ svg: String, options: String = "") throws -> RenderedPage {
        try SamplePage("```swift {#a}\n\(options)x\n```", outputs: ["a": [SamplePage.figure(svg)]]).render()
    }

    private static func svg(_ content: String, attributes: String = "") -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"\(attributes)>\(content)</svg>"
    }

    @Test func aHarmlessFigureIsInThePage() throws {
        let figure = Self.svg(
            """
            <style>.a>.b{color:var(--x)}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>\
            <g class="b" fill="url(#g)"><text x="1">한글 &lt;b&gt; &amp;</text><use xlink:href="#g"/></g>
            """, attributes: " viewBox=\"0 0 10 10\"")
        let page = try page(figure)
        #expect(page.refused.isEmpty)
        #expect(page.shows("<text x=\"1\">한글 &lt;b&gt; &amp;</text><use href=\"#g\"></use>"))
        #expect(page.shows("<style>.a&gt;.b{color:var(--x)}</style>"))
        #expect(page.shows("viewBox=\"0 0 10 10\""))
    }

    static let refused: [(String, SVGProblem)] = [
        (svg("<script>alert(1)</script>"), .element("script")),
        (svg("<foreignObject><div/></foreignObject>"), .element("foreignObject")),
        (svg("<image href=\"x.png\"/>"), .element("image")),
        (svg("<a href=\"https://example.org\"><path/></a>"), .element("a")),
        (svg("<set attributeName=\"href\" to=\"x\"/>"), .element("set")),
        (svg("<path/>", attributes: " onload=\"alert(1)\""), .attribute("onload", element: "svg")),
        (svg("<path OnClick=\"x\"/>"), .attribute("OnClick", element: "path")),
        (svg("<use href=\"https://example.org/x.svg#a\"/>"), .attribute("href", element: "use")),
        (svg("<use xlink:href=\"javascript:alert(1)\"/>"), .attribute("href", element: "use")),
        (svg("<style>@import 'https://example.org/x.css';</style>"), .style),
        (svg("<style>path{fill:url(https://example.org/x)}</style>"), .style),
        (svg("<style>path{fill:U\\72L(https://example.org/x)}</style>"), .style),
        (svg("<style><![CDATA[path{fill:url(//example.org/x)}]]></style>"), .style),
        (svg("<path style=\"fill:URL( '//example.org/x')\"/>"), .style),
        (svg("<path fill=\"url(https://example.org/x#a)\"/>"), .style),
        ("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>" + svg("<text>&a;</text>"), .documentType),
        ("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", .notSVG),
        (svg(String(repeating: "<g>", count: 80) + String(repeating: "</g>", count: 80)), .tooDeep(limit: 64)),
    ]

    @Test(arguments: refused)
    func whatCouldDoMoreIsRefused(_ svg: String, _ problem: SVGProblem) throws {
        let page = try page(svg)
        #expect(page.refused.map(\.reason) == [problem])
        #expect(!page.shows("<div class=\"drawing\">"))
        #expect(!page.shows("alert(1)"))
        #expect(!page.shows("example.org"))
    }

    @Test(arguments: ["", "<svg", "<svg><g></svg>", "plain", "<svg>&nbsp;</svg>"])
    func whatIsNotWellFormedIsRefused(_ svg: String) throws {
        let page = try page(svg)
        #expect(page.refused.count == 1)
        #expect(!page.shows("<div class=\"drawing\">"))
    }

    @Test func equalIDsOfTwoFiguresAreToldApart() throws {
        let figure = Self.svg("<title id=\"t\">a</title>", attributes: " aria-labelledby=\"t\"")
        let page = try SamplePage(
            "```swift {#a}\nx\n```", outputs: ["a": [SamplePage.figure(figure), SamplePage.figure(figure)]]
        ).render()
        let ids = PageTag.all(in: page.html).compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(page.shows("aria-labelledby=\"t-2\"") && page.shows("id=\"t-2\""))
    }

    @Test func theAuthorsAlternativeTextIsTheFiguresName() throws {
        let figure = Self.svg("<title id=\"t\">a</title>", attributes: " aria-labelledby=\"t\"")
        let page = try page(figure, options: "//| fig-alt: 손실이 줄어드는 그래프\n")
        let root = try #require(PageTag.all(in: page.html).first { $0.attributes["aria-label"] == "손실이 줄어드는 그래프" })
        #expect(root.name == "svg" && root.attributes["role"] == "img" && root.attributes["aria-labelledby"] == nil)
    }

    @Test(arguments: [("60%", "60%"), ("480", "480px"), ("30em", "30em")])
    func theWidthIsTheAuthors(_ written: String, _ expected: String) throws {
        let page = try page(SamplePage.drawing, options: "//| fig-width: \(written)\n")
        #expect(page.shows("style=\"--hanji-fig-width:\(expected);--figure-width:\(expected)\""))
    }

    @Test func aWidthThatIsNoneIsLeftOut() throws {
        let page = try page(SamplePage.drawing, options: "//| fig-width: 1px;background:red\n")
        #expect(!PageTag.all(in: page.html).contains { $0.attributes["style"] != nil })
    }
}
