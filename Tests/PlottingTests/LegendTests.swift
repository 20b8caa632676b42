import Plotting
import Testing

@Suite struct LegendTests {
    private static let plot = Rectangle(x: 70, y: 47, width: 545, height: 292)
    private static let labels = [(series: 0, text: "훈련 손실"), (series: 1, text: "검증 손실")]

    private func legend(avoiding runs: [[Point]]) -> Legend {
        Legend(labels: Self.labels, in: Self.plot, bottom: 400, runs: runs)
    }
    private static let corners: [(Legend.Placement, Point)] = [
        (.topRight, Point(590, 70)), (.topLeft, Point(100, 70)), (.bottomRight, Point(590, 320)),
        (.bottomLeft, Point(100, 320)),
    ]

    @Test func takesTheFirstFreeCorner() {
        for count in 0...4 {
            let taken = Self.corners.prefix(count).map { [$0.1] }
            let expected = count < 4 ? Self.corners[count].0 : .below
            #expect(legend(avoiding: Array(taken)).placement == expected)
        }
    }

    @Test func aLineThroughACornerCountsThoughItsEndsLieOutside() {
        let diagonal = [Point(400, 47), Point(615, 150)]
        #expect(legend(avoiding: [diagonal]).placement == .topLeft)
        // The same ends without the line between them.
        #expect(legend(avoiding: diagonal.map { [$0] }).placement == .topRight)
    }

    @Test func standsInsideThePlotWithEntriesInOrder() {
        let legend = legend(avoiding: [])
        #expect(legend.frame.x > Self.plot.x && legend.frame.right < Self.plot.right)
        #expect(legend.frame.y > Self.plot.y && legend.frame.bottom < Self.plot.bottom)
        #expect(legend.entries.map(\.series) == [0, 1])
        #expect(legend.entries.map(\.label) == ["훈련 손실", "검증 손실"])
        #expect(legend.entries.allSatisfy { legend.frame.contains($0.origin) })
        #expect(legend.entries[0].origin.y < legend.entries[1].origin.y)
    }

    @Test func goesBelowWhenItIsTooLarge() {
        let many = (0..<12).map { (series: $0, text: "계열 \($0)") }
        let legend = Legend(labels: many, in: Self.plot, bottom: 400, runs: [])
        #expect(legend.placement == .below)
        #expect(legend.frame.y >= 400)
        for (entry, next) in zip(legend.entries, legend.entries.dropFirst()) where entry.origin.y == next.origin.y {
            #expect(next.origin.x - entry.origin.x > 36 + TextMetrics.width(entry.label, size: 13))
        }
        let long = Legend(
            labels: [(0, String(repeating: "아주 긴 이름 ", count: 40))], in: Self.plot, bottom: 400, runs: [])
        #expect(long.placement == .below && long.entries[0].label.hasSuffix("…"))
    }

    @Test func neverCoversDataOfAFigure() {
        for shape in 0..<60 {
            let y = (0..<20).map { index -> Double in
                let t = Double(index) / 19
                switch shape % 6 {
                case 0: return t * Double(shape + 1)
                case 1: return (1 - t) * Double(shape + 1)
                case 2: return (t - 0.5) * (t - 0.5) * Double(shape + 1)
                case 3: return Double((index * (shape + 3)) % 7)
                case 4: return t < 0.5 ? 0 : 1
                default: return Double(index * index % (shape + 2))
                }
            }
            let figure = Figure().plot(y, shape % 2 == 0 ? "b" : "ro", label: "계열").legend()
            let layout = FigureLayout(figure)
            guard let legend = layout.legend else {
                Issue.record("no legend")
                continue
            }
            for run in layout.runs(of: figure.series[0]) {
                #expect(!run.contains { legend.frame.contains($0) })
                #expect(!zip(run, run.dropFirst()).contains { legend.frame.meets($0, $1) })
            }
            #expect(legend.frame.bottom <= layout.height)
        }
    }

    @Test func onlyWhenAskedAndOnlyForLabels() {
        let figure = Figure().plot([1, 2], "b", label: "a").plot([2, 1], "r")
        #expect(FigureLayout(figure).legend == nil)
        #expect(FigureLayout(figure.legend()).legend?.entries.map(\.label) == ["a"])
        #expect(FigureLayout(Figure().plot([1, 2]).legend()).legend == nil)
    }
}

@Suite struct TextMetricsTests {
    private static let widths: [(String, Double)] = [
        ("한글", 1.84), ("漢字かな", 4), ("12", 1.14), ("Ab", 1.19), ("il", 0.6), ("m%", 1.7), ("ｱｲ", 1),
        ("e\u{301}", 0.54), ("a b", 1.34), ("", 0), ("😀", 1),
    ]

    @Test(arguments: widths)
    func addsAdvancesAndSlack(_ text: String, _ em: Double) {
        #expect(abs(TextMetrics.width(text, size: 10) - em * 11) < 1e-9)
    }

    @Test func wrapsWhereTheLanguageAllows() {
        let korean = TextMetrics.wrap("훈련과 검증 손실을 함께 그린 그림", size: 10, width: 100, maxLines: 3)
        #expect(korean == ["훈련과 검증 손실을", "함께 그린 그림"])
        let japanese = TextMetrics.wrap("損失は、エポックごとに下がります。", size: 10, width: 88, maxLines: 3)
        #expect(japanese.joined() == "損失は、エポックごとに下がります。" && japanese.count > 1)
        #expect(!japanese.contains { "、。ッー".contains($0.first ?? " ") })
        #expect(TextMetrics.wrap("a\nb\r\nc", size: 10, width: 100, maxLines: 3) == ["a", "b", "c"])
        #expect(TextMetrics.wrap("", size: 10, width: 100, maxLines: 3) == [])
    }

    @Test func noLineIsWiderThanItsRoom() {
        let texts = [
            String(repeating: "가", count: 200), String(repeating: "word ", count: 80),
            String(repeating: "漢。", count: 90), "짧음", String(repeating: " ", count: 300),
            String(repeating: "m", count: 500) + " 끝",
        ]
        for text in texts {
            let lines = TextMetrics.wrap(text, size: 14, width: 120, maxLines: 3)
            #expect(lines.count <= 3)
            for line in lines { #expect(TextMetrics.width(line, size: 14) <= 120 + 1e-9, "\(line)") }
        }
    }
}
