import Foundation
import Outputs
import Plotting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FigureSVGTests {
    @Test func theChaptersFigureIsSmallAndTheSameEachTime() {
        let first = FigureSVG(Fixtures.korean, language: "ko").render()
        #expect(first.utf8.count < 6000)
        for _ in 0..<5 { #expect(FigureSVG(Fixtures.korean, language: "ko").render() == first) }
    }

    @Test func dotsAndLineOfOneColourDiffer() throws {
        let svg = try Document(FigureSVG(Fixtures.korean, language: "ko").render())
        #expect(svg.elements.count { $0.name == "circle" } == 20 + 1)
        #expect(svg.elements.count { $0.name == "path" && $0.attributes["class"] == "hf-b" } == 1 + 1)
        // The line first, so that points lie on it.
        let line = try #require(svg.elements.firstIndex { $0.attributes["class"] == "hf-b" })
        let dot = try #require(svg.elements.firstIndex { $0.name == "circle" })
        #expect(line < dot)
    }

    @Test func needsNothingFromOutside() {
        for (language, figure) in [("ko", Fixtures.korean), ("ja", Fixtures.japanese), ("en", Fixtures.styles)] {
            let svg = FigureSVG(figure, language: language).render()
            for word in ["<script", "url(", "href", "@import", "@font-face", "onclick", "<image", "<foreign"] {
                #expect(!svg.contains(word), "\(word)")
            }
        }
    }

    @Test func saysWhatItShows() throws {
        let svg = try Document(FigureSVG(Fixtures.korean, language: "ko").render())
        let root = svg.elements[0]
        #expect(root.name == "svg" && root.attributes["role"] == "img" && root.attributes["lang"] == "ko")
        let title = try #require(svg.elements.first { $0.name == "title" })
        let description = try #require(svg.elements.first { $0.name == "desc" })
        #expect(title.text == "훈련과 검증 손실")
        #expect(root.attributes["aria-labelledby"] == title.attributes["id"])
        #expect(root.attributes["aria-describedby"] == description.attributes["id"])
        #expect(
            description.text == """
                점과 선으로 그린 그래프이며 계열은 2개입니다. 가로축 에포크: 1~20. 세로축 손실: 0.0041~0.7005. \
                훈련 손실(점): 값 20개, 최솟값 0.0041(에포크 20), 최댓값 0.5084(에포크 1). \
                검증 손실(선): 값 20개, 최솟값 0.2805(에포크 3), 최댓값 0.7005(에포크 20).
                """)
        #expect(
            FigureDescription(Fixtures.japanese, language: "ja").text == """
                点と線のグラフで、系列は2個です。横軸「エポック」：1～20。縦軸「損失値」：0.0041～0.7005。\
                訓練データの損失（点）：値20個、最小値 0.0041（エポック 20）、最大値 0.5084（エポック 1）。\
                検証データの損失（線）：値20個、最小値 0.2805（エポック 3）、最大値 0.7005（エポック 20）。
                """)
        #expect(
            FigureDescription(Figure().plot([5, 3]), language: "en").text == """
                Line chart with 1 series. Horizontal axis: 0 to 1. Vertical axis: 3 to 5. \
                Series 1 (line): 2 values, minimum 3 (x = 1), maximum 5 (x = 0).
                """)
        #expect(FigureDescription(Figure(), language: "ja").text == "データのない空のグラフです。")
    }

    @Test func idsDifferBetweenFigures() throws {
        var seen: Set<String> = []
        for figure in [Fixtures.korean, Fixtures.japanese, Fixtures.gaps, Fixtures.korean.title("다른 제목"), Figure()] {
            let document = try Document(FigureSVG(figure, language: "ko").render())
            for id in document.elements.compactMap({ $0.attributes["id"] }) {
                #expect(seen.insert(id).inserted, "\(id)")
            }
        }
        #expect(seen.count == 10)
    }

    static let hostile = [
        "</text><script>alert(1)</script>", "\"'&<>]]>", "&amp;", "\0\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{FFFE}\u{FFFF}",
        "a\nb\r\nc\td", "<!--", "-->", "<![CDATA[", "\u{202E}rtl", "👩‍👩‍👧‍👦🏳️‍🌈", "%s%n\\", "e\u{301}\u{300}", " ", "\n", "",
        String(repeating: "긴", count: 5000), "</style>", "'><x y='",
    ]

    @Test(arguments: hostile) func hostileTextStaysText(_ text: String) throws {
        for language in ["ko", "ja", "en"] {
            let figure = Figure().plot([1, 2], "bo", label: text).plot([2, 1], "r--", label: text).title(text)
                .xLabel(text).yLabel(text).legend()
            let source = FigureSVG(figure, language: language).render()
            let document = try Document(source)
            let known: Set = ["svg", "title", "desc", "style", "rect", "path", "g", "text", "tspan", "circle"]
            #expect(known.isSuperset(of: document.elements.map(\.name)))
            // Nothing that could end the embedding in a Markdown or HTML page.
            #expect(!source.contains("\n\n"))
        }
    }

    @Test func hostileTextIsShownAsItIs() throws {
        let text = "a<b & \"c\" 'd' ]]>"
        let document = try Document(FigureSVG(Figure().title(text).xLabel(text), language: "en").render())
        #expect(document.elements.filter { $0.text == text }.map(\.name) == ["title", "text", "text"])
    }

    static let numbers: [[Double]] = [
        [], [.nan], [.infinity, -.infinity], [0], [1, .nan, 2], [.nan, 1, .nan], [1e308, -1e308],
        [.leastNonzeroMagnitude, 0],
        [1, 1, 1], [-0.0, 0.0], [0.1, 0.1 + 1e-16], [.greatestFiniteMagnitude], [1e-300, 1], [1e15, 1e15 + 1],
    ]

    @Test(arguments: numbers, ["b", "o", "r*-.", "+", ":"]) func anyNumbersDraw(_ y: [Double], _ format: String) throws
    {
        for figure in [Figure().plot(y, format, label: "a").legend(), Figure().plot(y, y.map { $0 / 3 }, format)] {
            let source = FigureSVG(figure, language: "ko").render()
            let document = try Document(source)
            for element in document.elements {
                for name in ["d", "x", "y", "cx", "cy", "width", "height", "transform", "viewBox", "r"] {
                    guard let value = element.attributes[name], value != "100%" else { continue }
                    expectPlainNumbers(value)
                }
            }
        }
    }

    /// At most two decimals, no exponent, no NaN, no minus zero.
    private func expectPlainNumbers(_ value: String) {
        for number in value.matches(of: /-?[0-9]*\.?[0-9]+/).map({ String($0.output) }) {
            #expect(number.firstMatch(of: /\.[0-9]{3}/) == nil && number != "-0" && number != "-0.0", "\(value)")
        }
        #expect(!value.contains("nan") && !value.contains("inf") && value.firstMatch(of: /[0-9]e/) == nil, "\(value)")
    }

    @Test func gapsPartALineAndLonePointsAreDots() throws {
        let figure = Figure().plot([1, 2, .nan, 3, .infinity, 2, 1], "b")
        let runs = FigureLayout(figure).runs(of: figure.series[0])
        #expect(runs.map(\.count) == [2, 1, 2])
        let document = try Document(FigureSVG(figure, language: "ko").render())
        let line = try #require(document.elements.first { $0.name == "path" && $0.attributes["class"] == "hf-b" })
        #expect(line.attributes["d"]?.count { $0 == "M" } == 2)
        #expect(document.elements.count { $0.name == "circle" } == 1)
    }

    @Test func emptyDataDrawAnEmptyFrame() throws {
        for figure in [Figure(), Figure().plot([]), Figure().plot([.nan], "bo")] {
            let document = try Document(FigureSVG(figure, language: "ko").render())
            #expect(document.elements.contains { $0.attributes["class"] == "hf-axis" })
            #expect(!document.elements.contains { ["text", "circle", "path"].contains($0.name) })
        }
    }

    @Test func textStaysWithinTheFigure() throws {
        let long = String(repeating: "아주 긴 이름 ", count: 30)
        let figures = [
            Fixtures.korean, Fixtures.japanese, Fixtures.styles, Fixtures.powers, Fixtures.gaps,
            Figure().plot([1, 2], "b", label: long).title(long).xLabel(long).yLabel(long).legend(),
            Figure().plot([123_456_789.125, 123_456_789.25]).yLabel(long),
            Figure().plot([1_000_000.001, 1_000_000.002], [1, 2], "o"),
        ]
        for figure in figures {
            let layout = FigureLayout(figure)
            #expect(layout.plot.x > 0 && layout.plot.right < layout.width && layout.plot.bottom < layout.height)
            #expect(layout.plot.width > 300 && layout.plot.height > 200)
            let document = try Document(FigureSVG(figure, language: "ko").render())
            let baselines = document.elements.filter { $0.name == "text" }.compactMap {
                $0.attributes["y"].flatMap(Double.init)
            }
            #expect(baselines.allSatisfy { $0 > 10 && $0 < layout.height - 3 })
            let ticks = layout.xAxis?.ticks ?? []
            for (tick, next) in zip(ticks, ticks.dropFirst()) {
                let room = (next.position - tick.position) * layout.plot.width
                let widths = [tick, next].map { TextMetrics.width($0.label, size: 13) }
                #expect((widths[0] + widths[1]) / 2 + 5 < room)
            }
        }
    }

    @Test func bothThemesAndAPagesOwnAreThere() {
        let svg = FigureSVG(Fixtures.korean, language: "ko").render()
        #expect(svg.contains("prefers-color-scheme:dark"))
        for name in ["paper", "ink", "muted", "axis", "grid", "b"] {
            // Once for each theme, each time open to the page.
            #expect(svg.split(separator: "var(--hanji-fig-\(name),#").count == 3, "\(name)")
        }
        #expect(!svg.contains("--hanji-fig-r"))
    }
}

/// An SVG document as Foundation's parser reads it; reading fails where it is not well-formed.
private struct Document {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text: String
    }
    struct NotWellFormed: Error { var reason: String }

    var elements: [Element]

    init(_ source: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = reader
        guard parser.parse() else { throw NotWellFormed(reason: "\(parser.parserError, default: "unknown")") }
        elements = reader.elements
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes, text: ""))
        }
        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }
        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }
    }
}
