/// Where everything of a figure stands, in a view box that is 640 wide and, unless long titles or a legend below the
/// axes need more, 400 high.
package struct FigureLayout: Sendable {
    enum FontSize {
        static let title = 17.0
        static let label = 14.0
        static let tick = 13.0
    }

    package let width = 640.0
    package private(set) var height = 400.0
    /// The area of the data.
    package private(set) var plot = Rectangle(x: 0, y: 0, width: 0, height: 0)
    package private(set) var titleLines: [String] = []
    package private(set) var xLabelLines: [String] = []
    package private(set) var yLabelLines: [String] = []
    /// `nil` when there is nothing to draw.
    package private(set) var xAxis: Axis?
    package private(set) var yAxis: Axis?
    /// The room under the plot that the labels of the horizontal ticks take.
    package private(set) var tickHeight = 0.0
    package private(set) var legend: Legend?

    static let titleLeading = 23.0
    static let labelLeading = 19.0
    private static let margin = 16.0

    package init(_ figure: Figure) {
        titleLines = figure.title.map { wrapped($0, FontSize.title, width: width - 48) } ?? []
        // The first lines are part of the 400 pixels; further ones make the figure higher.
        let titleHeight = Double(titleLines.count) * Self.titleLeading
        let top = titleLines.isEmpty ? 20 : 14 + titleHeight + 10
        height += max(0, titleHeight - Self.titleLeading)

        let points = figure.series.flatMap(\.finitePoints)
        let xIsInteger = points.allSatisfy { $0.x == $0.x.rounded() }
        tickHeight = points.isEmpty ? 0 : 8 + FontSize.tick * 1.2

        // Narrower than any plot with ticks of ordinary width, with room beside it for a power of ten.
        xLabelLines = figure.xLabel.map { wrapped($0, FontSize.label, width: 420) } ?? []
        let xLabelHeight = xLabelLines.isEmpty ? 0 : 6 + Double(xLabelLines.count) * Self.labelLeading
        var bottom = tickHeight + xLabelHeight + 12
        height += max(0, Double(xLabelLines.count - 1) * Self.labelLeading)

        var plotHeight = height - top - bottom
        yLabelLines = figure.yLabel.map { wrapped($0, FontSize.label, width: plotHeight) } ?? []
        yAxis = Axis(values: points.lazy.map(\.y), direction: .vertical, targetCount: plotHeight / 46)
        let powerSpace = yAxis.map { $0.power == 0 ? 0 : 16.0 } ?? 0
        plotHeight -= powerSpace

        let yTickWidth = yAxis?.ticks.map { TextMetrics.width($0.label, size: FontSize.tick) }.max() ?? 0
        let yLabelWidth = Double(yLabelLines.count) * Self.labelLeading
        let left = Self.margin + yLabelWidth + (yLabelLines.isEmpty ? 0 : 6) + yTickWidth + 9

        var right = Self.margin + 8
        let plotWidth = width - left - right
        xAxis = Axis(
            values: points.lazy.map(\.x), direction: .horizontal, integersOnly: xIsInteger,
            targetCount: plotWidth / 58
        ) { labels, share in
            let widths = labels.map { TextMetrics.width($0, size: FontSize.tick) }
            return zip(widths, widths.dropFirst()).allSatisfy { ($0 + $1) / 2 + 10 <= share * plotWidth }
        }
        if let last = xAxis?.ticks.last {
            let overhang = TextMetrics.width(last.label, size: FontSize.tick) / 2 - (1 - last.position) * plotWidth
            right = max(right, overhang + 4)
        }
        if let axis = xAxis, axis.power != 0, xLabelLines.isEmpty {
            bottom += Self.labelLeading
            height += Self.labelLeading
        }
        plot = Rectangle(x: left, y: top + powerSpace, width: width - left - right, height: plotHeight)

        let labels = figure.series.enumerated().compactMap { index, series in
            series.label.map { (series: index, text: $0) }
        }
        if figure.showsLegend && !labels.isEmpty {
            let legend = Legend(labels: labels, in: plot, bottom: height - 4, runs: figure.series.flatMap(runs(of:)))
            if legend.placement == .below { height += legend.frame.height + 6 }
            self.legend = legend
        }
    }

    private func wrapped(_ text: String, _ size: Double, width: Double) -> [String] {
        TextMetrics.wrap(text, size: size, width: width, maxLines: 3)
    }

    /// Where the data stand, in pixels: stretches without a gap for a line, single points without one.
    package func runs(of series: Series) -> [[Point]] {
        guard let xAxis, let yAxis else { return [] }
        var runs: [[Point]] = []
        var isOpen = false
        for (x, y) in zip(series.x, series.y) {
            guard x.isFinite && y.isFinite else {
                isOpen = false
                continue
            }
            let point = Point(plot.x + xAxis.position(x) * plot.width, plot.bottom - yAxis.position(y) * plot.height)
            if isOpen {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
                isOpen = series.format.line != nil
            }
        }
        return runs
    }
}
