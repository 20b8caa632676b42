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
        x: [Double], isInteger: Bool, y: [Double], _ format: String, _ label: String?
    ) throws -> Figure {
        guard x.count == y.count else { throw PlottingError.unequalLengths(x: x.count, y: y.count) }
        let series = Series(
            x: x, xIsInteger: isInteger, y: y, format: try FormatString(parsing: format),
            label: label.flatMap { $0.isEmpty ? nil : $0 })
        return with { $0.series.append(series) }
    }
}
