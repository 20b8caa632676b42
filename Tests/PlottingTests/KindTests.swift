import Outputs
import Plotting
import Tensors
import Testing

/// What the new kinds of figures draw and say.
@Suite(.serialized) struct KindTests {
    private func payload(_ figure: Figure) -> JSON? { figure.show().data[MIME.figure]?["series"]?.asArray?.first }

    /// `numpy.histogram([1, 2, 1, 4, 4.5, 5], bins=4)` and of equal values.
    @Test func histogramsCountAsNumPyCounts() {
        let error = Failure.collected {
            let bars = payload(Figure().histogram([1, 2, 1, 4, 4.5, 5, .nan], bins: 4))
            #expect(bars?["y"] == [.double(2), .double(1), .double(0), .double(3)] && bars?["width"] == .double(1))
            #expect(bars?["x"] == [.double(1.5), .double(2.5), .double(3.5), .double(4.5)])
            let equal = payload(Figure().histogram([7, 7, 7], bins: 2))
            #expect(equal?["y"] == [.double(0), .double(3)] && equal?["x"] == [.double(6.75), .double(7.25)])
        }
        #expect(error == nil)
    }

    @Test func barsStandOnZero() {
        let svg = FigureSVG(Figure().bar(["a", "b"], [2, -1]), language: "en").render()
        #expect(svg.contains(">a</text>") && svg.contains(">b</text>") && svg.contains("Bar chart"))
        let layout = FigureLayout(Figure().bar(["a", "b"], [2, -1]))
        let bars = layout.bars(of: Figure().bar(["a", "b"], [2, -1]).series[0])
        #expect(bars.count == 2 && abs(bars[0].bottom - bars[1].y) < 1e-9 && bars[0].height > bars[1].height)
    }

    @Test func logarithmicAxesLeaveOutWhatTheyCannotShow() {
        let figure = Figure().plot([1, 2, 3], [100, 0, 1e-3]).logY()
        let layout = FigureLayout(figure)
        #expect(layout.runs(of: figure.series[0]).map(\.count) == [1, 1])
        #expect(layout.yAxis?.ticks.map(\.label).contains("0.01") == true)
    }

    /// `matplotlib.pyplot.scatter(["b", "a", "b"], …)`: names stand in the order in which they come first.
    @Test func pointsStandOverNames() {
        let figure = Figure().scatter(["b", "a", "b"], [1, 2, 3]).scatter(["c", "a"], [4, 5])
        #expect(figure.categories == ["b", "a", "c"])
        #expect(figure.series.map(\.x) == [[0, 1, 0], [2, 1]])
        #expect(FigureLayout(figure).xAxis?.ticks.map(\.label) == ["b", "a", "c"])
    }

    @Test func limitsAreTheEndsOfTheAxes() throws {
        let figure = Figure().plot([0, 5, 10], [0, 50, 100]).xLimits(2, 8).yLimits(-10, 60)
        let layout = FigureLayout(figure)
        let (x, y) = (try #require(layout.xAxis), try #require(layout.yAxis))
        #expect([x.lower, x.upper, y.lower, y.upper] == [2, 8, -10, 60])
        #expect((x.ticks + y.ticks).allSatisfy { 0...1 ~= $0.position } && x.ticks.count > 2)
        #expect(figure.show().data[MIME.figure]?["xLimits"] == [.double(2), .double(8)])
        // What lies outside is cut off.
        let plot = layout.plot
        #expect(FigureSVG(figure, language: "en").render().contains("viewBox=\"\(XML.number(plot.x)) "))
    }

    @Test func limitsLeaveOutNames() {
        let figure = Figure().bar(["a", "b", "c"], [1, 2, 3]).xLimits(-0.5, 1.5)
        #expect(FigureLayout(figure).xAxis?.ticks.map(\.label) == ["a", "b"])
    }

    /// The text of figures side by side is nearly as large as that of one alone.
    @Test func textOfFiguresSideBySideIsReadable() throws {
        let pair = Subplots([Figure().plot([1, 2]), Figure().plot([2, 1])])
        let svg = try #require(pair.show().data[MIME.svg]?.asString)
        let width = try #require(svg.firstMatch(of: #/viewBox="0 0 (\d+)/#).flatMap { Double($0.1) })
        #expect(width <= 640 * 1.15)
    }

    @Test func mistakes() {
        #expect(
            Failure.collected { _ = Figure().xLimits(2, 2) } as? PlottingError == .limits(2, 2, logarithmic: false))
        #expect(
            Failure.collected { _ = Figure().logY().yLimits(0, 2) } as? PlottingError
                == .limits(0, 2, logarithmic: true))
        #expect(Failure.collected { _ = Figure().histogram([1.0], bins: 0) } as? PlottingError == .noBins(0))
        #expect(
            Failure.collected { _ = Figure().bar(["a"], [1, 2]) } as? PlottingError == .unequalLengths(x: 1, y: 2))
        #expect(Failure.collected { _ = ImageGrid(Tensor([1, 2])) } as? PlottingError == .imageShape([2]))
        #expect(Failure.collected { _ = HeatMap(Tensor([1, 2])) } as? PlottingError == .heatMapShape([2]))
        #expect(
            Failure.collected { _ = HeatMap(Tensor([[1, 2]]), rows: ["a", "b"]) } as? PlottingError
                == .nameCount(expected: 1, found: 2))
        for error in [PlottingError.noBins(0), .imageShape([2]), .heatMapShape([2]), .nameCount(expected: 1, found: 2)]
        {
            #expect(Set(["ko", "ja", "en"].map { error.message(in: $0) }).count == 3)
        }
    }
}
