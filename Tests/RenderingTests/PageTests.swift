import Diagnostics
import Notebook
import Outputs
import Rendering
import Testing

@Suite struct PageTests {
    /// Everything that a page can show.
    private static func sample(_ language: String = "ko") -> SamplePage {
        var page = SamplePage(
            """
            ---
            title: 제목 <3>
            lang: \(language)
            seed: 42
            ---

            ## 하나

            글[^a] 또[^a] [링크](https://example.org) ![그림](https://example.org/x.png)

            [^a]: 각주 글

            ### 둘

            - 항목

            ## 셋

            > 인용

            ```swift {#a}
            //| fig-cap: 그림 설명
            print("x")
            ```

            ```swift {#log}
            fit()
            ```

            ```swift {#long}
            list
            ```
            """)
        page.outputs = [
            "a": [.stream(.stdout, "x\n"), SamplePage.figure(SamplePage.drawing)],
            "log": [
                SamplePage.history(
                    [
                        "loss": (0..<20).map { 1 / Double($0 + 1) },
                        "val_loss": (0..<20).map { abs(Double($0) - 3) / 10 + 0.25 },
                    ], keys: ["loss", "val_loss"])
            ],
            "long": [SamplePage.result(String(repeating: "1, ", count: 2000))],
        ]
        page.datasets = [
            DatasetUse(name: "imdb", sha256: String(repeating: "0a", count: 32), isSample: true),
            DatasetUse(name: "imdb_word_index", sha256: String(repeating: "0b", count: 32), isSample: true),
        ]
        return page
    }

    @Test(arguments: ["ko", "ja", "en"])
    func aPageIsWholeAndWellNested(_ language: String) throws {
        let page = try Self.sample(language).render()
        #expect(page.fileName == "lesson.html")
        #expect(page.title == "제목 <3>")
        #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">\n"))
        #expect(PageTag.firstMisnested(in: page.html) == nil)
        #expect(page.shows("<title>제목 &lt;3&gt;</title>"))
        let names = PageTag.all(in: page.html).filter { !$0.isClosing }.map(\.name)
        for landmark in ["main", "nav", "header", "footer", "h1"] { #expect(names.contains(landmark)) }
        #expect(names.count { $0 == "h1" } == 1)
    }

    @Test func nothingIsLoadedFromElsewhere() throws {
        let html = try Self.sample().render().html
        for tag in PageTag.all(in: html) where ["script", "link", "img", "iframe", "use", "image"].contains(tag.name) {
            for name in ["src", "href", "srcset"] {
                let value = tag.attributes[name] ?? ""
                #expect(!value.contains("//") && !value.hasPrefix("http"), "\(tag)")
            }
        }
        let start = try #require(html.firstRange(of: "<style>"))
        let end = try #require(html.firstRange(of: "</style>"))
        let style = html[start.upperBound..<end.lowerBound]
        #expect(!style.contains("url(") && !style.contains("@import"))
        #expect(html.contains("content=\"default-src &#39;none&#39;;"))
    }

    @Test func everyLinkWithinThePageLeadsSomewhere() throws {
        let tags = PageTag.all(in: try Self.sample().render().html)
        let ids = tags.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let targets = tags.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map {
            String($0.dropFirst())
        }
        #expect(targets.count > 8)
        for target in targets { #expect(ids.contains(target), "\(target)") }
    }

    @Test func aNoteLeadsBackToEachOfItsReferences() throws {
        let tags = PageTag.all(in: try Self.sample().render().html)
        let references = tags.filter { $0.attributes["role"] == "doc-noteref" }
        #expect(references.map { $0.attributes["id"] } == ["fnref-1", "fnref-1-2"])
        #expect(references.allSatisfy { $0.attributes["href"] == "#fn-1" })
        let back = tags.filter { $0.attributes["role"] == "doc-backlink" }
        #expect(back.map { $0.attributes["href"] } == ["#fnref-1", "#fnref-1-2"])
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let sample = Self.sample()
        let first = try sample.render().html
        for _ in 0..<5 { #expect(try sample.render().html == first) }
    }

    @Test func theTableOfContentsHasTheHeadings() throws {
        let html = try Self.sample().render().html
        #expect(html.contains("<li><a href=\"#하나\">하나</a></li>\n<li class=\"deeper\"><a href=\"#둘\">둘</a></li>"))
    }

    @Test func theFirstHeadingIsTheTitleWhenThereIsNoOther() throws {
        let page = try SamplePage("# 첫 제목\n\n글\n").render()
        #expect(page.title == "첫 제목")
        #expect(PageTag.all(in: page.html).count { $0.name == "h1" && !$0.isClosing } == 1)
    }

    @Test func sampleDataIsSaidWithTheCommandForTheRealOnes() throws {
        let html = try Self.sample().render().html
        #expect(html.contains("표본 말뭉치로 얻은 것입니다"))
        #expect(html.contains("<pre><code>hanji run --data DIR</code></pre>"))
        #expect(html.contains("<dd>imdb (표본 말뭉치) <code>sha256:0a0a"))
    }

    @Test func theFootNamesEngineAndSeed() throws {
        let html = try Self.sample("en").render().html
        #expect(html.contains("<dt>Engine</dt><dd>Hanji 0.1.0 · avx2</dd>"))
        #expect(html.contains("<dt>Random seed</dt><dd>42</dd>"))
    }

    // MARK: Contrast

    /// Relative luminance by WCAG 2.2.
    private func luminance(_ hex: Substring) throws -> Double {
        let value = try #require(Int(hex, radix: 16))
        let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
            let share = Double(channel) / 255
            guard share > 0.04045 else { return share / 12.92 }
            // ((share + 0.055) / 1.055) ^ 2.4 = x² · x^0.4 with the fifth root by Newton's method.
            let x = (share + 0.055) / 1.055
            var root = 1.0
            for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
            return x * x * root
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    @Test(arguments: ["light", "dark"])
    func textCanBeReadOnEverySurface(_ theme: String) throws {
        let html = try SamplePage("글").render().html
        let rule = try #require(html.firstRange(of: ":root[data-theme=\"\(theme)\"]{"))
        let declarations = html[rule.upperBound...].prefix { $0 != "}" }.split(separator: ";")
        var colors: [Substring: Double] = [:]
        for declaration in declarations where declaration.hasPrefix("--") {
            let parts = declaration.dropFirst(2).split(separator: ":")
            colors[parts[0]] = try luminance(parts[1].dropFirst())
        }
        func contrast(_ text: String, _ surface: String) throws -> Double {
            let a = try #require(colors[text[...]])
            let b = try #require(colors[surface[...]])
            return (max(a, b) + 0.05) / (min(a, b) + 0.05)
        }
        for text in ["ink", "strong-ink", "muted", "accent", "error"] {
            for surface in ["paper", "code-paper", "warning-paper", "error-paper"] {
                #expect(try contrast(text, surface) >= 4.5, "\(text) on \(surface)")
            }
        }
        for text in ["keyword", "string", "number", "comment", "type", "function", "attribute", "operator", "label"] {
            for surface in ["paper", "code-paper"] { #expect(try contrast("hl-" + text, surface) >= 4.5, "\(text)") }
        }
        #expect(try contrast("ink", "mark-paper") >= 4.5)
        #expect(try contrast("warning", "warning-paper") >= 4.5)
        for shape in ["spark-training", "spark-validation"] { #expect(try contrast(shape, "paper") >= 3) }
    }
}
