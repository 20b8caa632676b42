import Outputs

/// A chart of lines and points over two linear axes, drawn as SVG.
///
/// A figure is a value: every method returns a new figure, so that calls chain and nothing changes behind one's back.
///
///     Figure()
///         .plot(1...20, history["loss"], "bo", label: "훈련 손실")
///         .plot(1...20, history["val_loss"], "b", label: "검증 손실")
///         .title("훈련과 검증 손실").xLabel("에포크").yLabel("손실").legend()
///
/// Format strings are matplotlib's (`matplotlib.pyplot.plot`, "Format Strings"): a colour, a marker and a line style,
/// each at most once and in any order. The scales are chosen from the data; see ``Axis``.
public struct Figure: Hashable, Sendable {
    package var series: [Series] = []
    package var title: String?
    package var xLabel: String?
    package var yLabel: String?
    package var showsLegend = false
    /// Names at 0, 1, 2, … of the horizontal axis instead of numbers.
    package var categories: [String]?
    package var xScale = Scale.linear
    package var yScale = Scale.linear
    /// What the axes show, whatever the data; `nil` where the data decide.
    package var xLimits: ClosedRange<Double>?
    package var yLimits: ClosedRange<Double>?

    /// A figure with nothing in it, which draws an empty frame.
    public init() {}

    /// The figure with one more series.
    ///
    /// - Parameters:
    ///   - x: Positions along the horizontal axis. All integers: so are the axis' ticks.
    ///   - y: One value for each `x`. NaN and infinities make gaps.
    ///   - format: Colour (`b g r c m y k w`), marker (`. o s D d ^ v < > + x *`), line (`-`, `--`, `-.`, `:`).
    ///     A marker without a line draws points only; nothing but a colour draws a solid line; without a colour the
    ///     series gets the next one of the palette that no other series asks for.
    ///   - label: The name shown by ``legend()``; a series without one is left out of the legend.
    ///
    /// Errors: ``PlottingError/unequalLengths(x:y:)``, ``PlottingError/unknownFormatCharacter(_:format:)``,
    /// ``PlottingError/repeatedFormatPart(_:first:second:format:)``.
    public func plot(_ x: [Double], _ y: [Double], _ format: String = "-", label: String? = nil) -> Figure {
        Failure.guarded(self) {
            try adding(x: x, isInteger: false, y: y, format, label)
        }
    }

    /// The figure with one more series over the integers `x`: `plot(1...20, losses, "bo")`.
    public func plot(_ x: ClosedRange<Int>, _ y: [Double], _ format: String = "-", label: String? = nil) -> Figure {
        let (distance, overflow) = x.upperBound.subtractingReportingOverflow(x.lowerBound)
        let count = overflow || distance == Int.max ? Int.max : distance + 1
        return plot(from: x.lowerBound, count: count, y, format, label)
    }

    /// The figure with one more series over the integers `x`: `plot(0..<20, losses, "bo")`.
    public func plot(_ x: Range<Int>, _ y: [Double], _ format: String = "-", label: String? = nil) -> Figure {
        let (distance, overflow) = x.upperBound.subtractingReportingOverflow(x.lowerBound)
        return plot(from: x.lowerBound, count: overflow ? Int.max : distance, y, format, label)
    }

    /// The figure with one more series over 0, 1, 2, …
    public func plot(_ y: [Double], _ format: String = "-", label: String? = nil) -> Figure {
        plot(from: 0, count: y.count, y, format, label)
    }

    /// The figure with `text` above it. A line break in it is kept; an empty text is no title.
    public func title(_ text: String) -> Figure { with { $0.title = text.isEmpty ? nil : text } }

    /// The figure with `text` below its horizontal axis.
    public func xLabel(_ text: String) -> Figure { with { $0.xLabel = text.isEmpty ? nil : text } }

    /// The figure with `text` beside its vertical axis, rotated.
    public func yLabel(_ text: String) -> Figure { with { $0.yLabel = text.isEmpty ? nil : text } }

    /// The figure with a legend of its labelled series: in a corner that is free of data, else below the axes.
    public func legend() -> Figure { with { $0.showsLegend = true } }

    /// The figure with a bar from zero to each value, named below.
    ///
    /// Errors: ``PlottingError/unequalLengths(x:y:)``, and those of the format, which gives the colour.
    public func bar(_ names: [String], _ values: [Double], _ format: String = "-", label: String? = nil) -> Figure {
        Failure.guarded(self) {
            guard names.count == values.count else {
                throw PlottingError.unequalLengths(x: names.count, y: values.count)
            }
            var figure = try adding(
                x: names.indices.map { Double($0) }, isInteger: true, y: values, format, label, .bars(width: 0.8))
            figure.categories = names
            return figure
        }
    }

    /// The figure with a bar from zero to each value at `x`.
    ///
    /// Errors: ``PlottingError/unequalLengths(x:y:)``, and those of the format, which gives the colour.
    public func bar(
        _ x: [Double], _ values: [Double], width: Double = 0.8, _ format: String = "-", label: String? = nil
    ) -> Figure {
        Failure.guarded(self) {
            try adding(x: x, isInteger: false, y: values, format, label, .bars(width: width))
        }
    }

    /// The figure with a histogram: how many of the values lie in each of `bins` equal ranges from the least to the
    /// largest. The last range holds its end. Values that are not finite are left out. Source: `numpy.histogram`.
    ///
    /// Errors: ``PlottingError/noBins(_:)``, and those of the format, which gives the colour.
    public func histogram(_ values: [Double], bins: Int = 10, _ format: String = "-", label: String? = nil) -> Figure {
        Failure.guarded(self) {
            guard bins > 0 else { throw PlottingError.noBins(bins) }
            let (counts, edges) = Histogram.counts(values, bins: bins)
            let width = edges[1] - edges[0]
            return try adding(
                x: counts.indices.map { edges[$0] + width / 2 }, isInteger: false, y: counts.map { Double($0) }, format,
                label, .bars(width: width))
        }
    }

    /// A histogram of whole numbers, as above.
    public func histogram(_ values: [Int], bins: Int = 10, _ format: String = "-", label: String? = nil) -> Figure {
        histogram(values.map { Double($0) }, bins: bins, format, label: label)
    }

    /// The figure with points that are not joined. Errors as for `plot`.
    public func scatter(_ x: [Double], _ y: [Double], _ format: String = "o", label: String? = nil) -> Figure {
        plot(x, y, format, label: label)
    }

    /// The figure with points over names instead of numbers. A name that the horizontal axis has already stands where it
    /// stood; a new one comes after those. Source: `matplotlib.pyplot.scatter` with names, "Plotting categorical
    /// variables".
    ///
    /// Errors: ``PlottingError/unequalLengths(x:y:)``, and those of the format.
    public func scatter(_ names: [String], _ y: [Double], _ format: String = "o", label: String? = nil) -> Figure {
        Failure.guarded(self) {
            guard names.count == y.count else { throw PlottingError.unequalLengths(x: names.count, y: y.count) }
            var known = categories ?? []
            var places = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
            for name in names where places[name] == nil {
                places[name] = known.count
                known.append(name)
            }
            var figure = try adding(
                x: names.map { Double(places[$0] ?? 0) }, isInteger: true, y: y, format, label)
            figure.categories = known
            return figure
        }
    }

    /// The figure with the area between two lines, for instance of a mean and its deviation.
    ///
    /// Errors: ``PlottingError/unequalLengths(x:y:)``, and those of the format, which gives the colour.
    public func band(
        _ x: [Double], _ lower: [Double], _ upper: [Double], _ format: String = "-", label: String? = nil
    ) -> Figure {
        Failure.guarded(self) {
            guard lower.count == upper.count else {
                throw PlottingError.unequalLengths(x: lower.count, y: upper.count)
            }
            return try adding(x: x, isInteger: false, y: upper, format, label, .band(lower: lower))
        }
    }

    /// The figure with a logarithmic horizontal axis. Values that are not positive are left out.
    public func logX() -> Figure { with { $0.xScale = .logarithmic } }

    /// The figure with a logarithmic vertical axis. Values that are not positive are left out.
    public func logY() -> Figure { with { $0.yScale = .logarithmic } }

    /// The figure with a horizontal axis from `lower` to `upper`; what lies outside is cut off. Source:
    /// `matplotlib.axes.Axes.set_xlim`.
    ///
    /// Errors: ``PlottingError/limits(_:_:logarithmic:)``.
    public func xLimits(_ lower: Double, _ upper: Double) -> Figure {
        Failure.guarded(self) {
            let limits = try Self.limits(lower, upper, xScale)
            return with { $0.xLimits = limits }
        }
    }

    /// The figure with a vertical axis from `lower` to `upper`; what lies outside is cut off. Source:
    /// `matplotlib.axes.Axes.set_ylim`.
    ///
    /// Errors: ``PlottingError/limits(_:_:logarithmic:)``.
    public func yLimits(_ lower: Double, _ upper: Double) -> Figure {
        Failure.guarded(self) {
            let limits = try Self.limits(lower, upper, yScale)
            return with { $0.yLimits = limits }
        }
    }

    private static func limits(_ lower: Double, _ upper: Double, _ scale: Scale) throws -> ClosedRange<Double> {
        guard lower.isFinite, upper.isFinite, lower < upper, scale == .linear || lower > 0 else {
            throw PlottingError.limits(lower, upper, logarithmic: scale == .logarithmic)
        }
        return lower...upper
    }

    private func with(_ change: (inout Figure) -> Void) -> Figure {
        var copy = self
        change(&copy)
        return copy
    }

    /// Lengths are compared before the positions exist, so that `0...Int.max` is a mistake and not a lack of memory.
    private func plot(from first: Int, count: Int, _ y: [Double], _ format: String, _ label: String?) -> Figure {
        Failure.guarded(self) {
            guard count == y.count else { throw PlottingError.unequalLengths(x: count, y: y.count) }
            return try adding(x: y.indices.map { Double(first + $0) }, isInteger: true, y: y, format, label)
        }
    }

    private func adding(
        x: [Double], isInteger: Bool, y: [Double], _ format: String, _ label: String?, _ mark: Series.Mark = .line
    ) throws -> Figure {
        guard x.count == y.count else { throw PlottingError.unequalLengths(x: x.count, y: y.count) }
        let series = Series(
            x: x, xIsInteger: isInteger, y: y, format: try FormatString(parsing: format),
            label: label.flatMap { $0.isEmpty ? nil : $0 }, mark: mark)
        return with { $0.series.append(series) }
    }
}
