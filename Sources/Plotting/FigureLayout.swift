/// Where everything of a figure stands, in a view box that is 640 wide or, for a part of ``Subplots``, less; its height
/// is 400, or five eighths of the width and a little, unless long titles or a legend below the axes need more.
package struct FigureLayout: Sendable {
    enum FontSize {
        static let title = 17.0
        static let label = 14.0
        static let tick = 13.0
    }

    package static let fullWidth = 640.0

    package let width: Double
    package private(set) var height: Double
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
    /// Whether the labels of the horizontal ticks stand slanted.
    package private(set) var slantsTicks = false
    private var xScale = Scale.linear
    private var yScale = Scale.linear

    static let titleLeading = 23.0
    static let labelLeading = 19.0
    private static let margin = 16.0

    package init(_ figure: Figure, width: Double = fullWidth, language: String = "en") {
        self.width = width
        // Text keeps its size, so that a narrow figure needs more height for its width.
        height = width == Self.fullWidth ? 400 : (width * 0.625 + 50).rounded()
        titleLines = figure.title.map { wrapped($0, FontSize.title, width: width - 48) } ?? []
        // The first lines are part of the 400 pixels; further ones make the figure higher.
        let titleHeight = Double(titleLines.count) * Self.titleLeading
        let top = titleLines.isEmpty ? 20 : 14 + titleHeight + 10
        height += max(0, titleHeight - Self.titleLeading)

        let extents = figure.series.map(\.extent)
        let xs = extents.flatMap(\.x).compactMap(figure.xScale.value)
        let ys = extents.flatMap(\.y).compactMap(figure.yScale.value)
        let points = figure.series.flatMap(\.finitePoints)
        let xIsInteger = points.allSatisfy { $0.x == $0.x.rounded() } && figure.xScale == .linear
        (xScale, yScale) = (figure.xScale, figure.yScale)
        tickHeight = points.isEmpty ? 0 : 8 + FontSize.tick * 1.2
        // Names that do not fit side by side stand slanted.
        if let categories = figure.categories {
            let widest = categories.map { TextMetrics.width($0, size: FontSize.tick) }.max() ?? 0
            slantsTicks = widest + 8 > (width - 100) / Double(max(categories.count, 1))
            if slantsTicks { tickHeight = 12 + min(widest, 150) * 0.58 + FontSize.tick * 0.6 }
        }

        // Narrower than any plot with ticks of ordinary width, with room beside it for a power of ten.
        xLabelLines = figure.xLabel.map { wrapped($0, FontSize.label, width: width - 220) } ?? []
        let xLabelHeight = xLabelLines.isEmpty ? 0 : 6 + Double(xLabelLines.count) * Self.labelLeading
        var bottom = tickHeight + xLabelHeight + 12
        height += max(0, Double(xLabelLines.count - 1) * Self.labelLeading)

        var plotHeight = height - top - bottom
        yLabelLines = figure.yLabel.map { wrapped($0, FontSize.label, width: plotHeight) } ?? []
        yAxis =
            figure.yScale == .logarithmic
            ? Axis(logarithms: ys, limits: figure.yLimits, targetCount: plotHeight / 46)
            : Axis(
                values: ys, limits: figure.yLimits, direction: .vertical, targetCount: plotHeight / 46,
                language: language)
        let powerSpace = yAxis.map { $0.power == 0 ? 0 : 16.0 } ?? 0
        plotHeight -= powerSpace

        let yTickWidth = yAxis?.ticks.map { TextMetrics.width($0.label, size: FontSize.tick) }.max() ?? 0
        let yLabelWidth = Double(yLabelLines.count) * Self.labelLeading
        let left = Self.margin + yLabelWidth + (yLabelLines.isEmpty ? 0 : 6) + yTickWidth + 9

        var right = Self.margin + 8
        let plotWidth = width - left - right
        if figure.xScale == .logarithmic {
            xAxis = Axis(logarithms: xs, limits: figure.xLimits, targetCount: plotWidth / 58)
        } else {
            xAxis = Axis(
                values: xs, limits: figure.xLimits, direction: .horizontal, integersOnly: xIsInteger,
                targetCount: plotWidth / 58, language: language
            ) { labels, share in
                let widths = labels.map { TextMetrics.width($0, size: FontSize.tick) }
                return zip(widths, widths.dropFirst()).allSatisfy { ($0 + $1) / 2 + 10 <= share * plotWidth }
            }
            if let names = figure.categories { xAxis = xAxis?.named(names) }
        }
        if !slantsTicks, let last = xAxis?.ticks.last {
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
            let legend = Legend(
                labels: labels, in: plot, bottom: height - 4, runs: figure.series.flatMap(obstacles(of:)))
            if legend.placement == .below { height += legend.frame.height + 6 }
            self.legend = legend
        }
    }

    private func wrapped(_ text: String, _ size: Double, width: Double) -> [String] {
        TextMetrics.wrap(text, size: size, width: width, maxLines: 3)
    }

    /// Where the data stand, in pixels: stretches without a gap for a line, single points without one.
    package func runs(of series: Series) -> [[Point]] {
        var runs: [[Point]] = []
        var isOpen = false
        for (x, y) in zip(series.x, series.y) {
            guard let point = point(x, y) else {
                isOpen = false
                continue
            }
            if isOpen {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
                isOpen = series.format.line != nil
            }
        }
        return runs
    }

    /// Where a value stands, in pixels; `nil` where the axes cannot show it.
    package func point(_ x: Double, _ y: Double) -> Point? {
        guard let xAxis, let yAxis, let x = xScale.value(x), let y = yScale.value(y) else { return nil }
        return Point(plot.x + xAxis.position(x) * plot.width, plot.bottom - yAxis.position(y) * plot.height)
    }

    /// What a legend must not cover: the points, and of bars and bands their outlines.
    private func obstacles(of series: Series) -> [[Point]] {
        switch series.mark {
        case .line: runs(of: series)
        case .bars: bars(of: series).map { [Point($0.midX, $0.y), Point($0.midX, $0.bottom)] }
        case .band: [band(of: series)]
        }
    }

    /// The bars of a series.
    package func bars(of series: Series) -> [Rectangle] {
        guard case .bars(let width) = series.mark else { return [] }
        return zip(series.x, series.y).compactMap { x, y in
            guard y.isFinite, let left = point(x - width / 2, y), let right = point(x + width / 2, y) else {
                return nil
            }
            let zero = min(max(point(x, 0)?.y ?? plot.bottom, plot.y), plot.bottom)
            // Neighbours that touch keep a hair's breadth between them.
            let gap = right.x - left.x > 4 ? 0.5 : 0
            return Rectangle(
                x: left.x + gap, y: min(left.y, zero), width: max(right.x - left.x - 2 * gap, 0.5),
                height: abs(zero - left.y))
        }
    }

    /// The outline of a band, forth along its upper edge and back along its lower one.
    package func band(of series: Series) -> [Point] {
        guard case .band(let lower) = series.mark else { return [] }
        let upper = zip(series.x, series.y).compactMap { point($0, $1) }
        return upper + zip(series.x, lower).compactMap { point($0, $1) }.reversed()
    }
}
