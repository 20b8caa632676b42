/// One run of points of a figure, and how it is drawn.
package struct Series: Hashable, Sendable {
    package var x: [Double]
    /// Whether the positions were given as integers; the payload then says them as integers.
    package var xIsInteger: Bool
    /// As many as `x`.
    package var y: [Double]
    package var format: FormatString
    package var label: String?
    /// How the points are drawn.
    package var mark = Mark.line

    package enum Mark: Hashable, Sendable {
        /// As the format says: a line, markers or both.
        case line
        /// A bar from zero to each point, so wide in the units of the horizontal axis.
        case bars(width: Double)
        /// The area between the points and these values.
        case band(lower: [Double])
    }

    /// The points that can be drawn.
    package var finitePoints: [(x: Double, y: Double)] {
        zip(x, y).filter { $0.isFinite && $1.isFinite }.map { (x: $0, y: $1) }
    }

    /// The values that the axes have to show: of bars their sides and zero, of bands both edges.
    package var extent: (x: [Double], y: [Double]) {
        let points = finitePoints
        switch mark {
        case .line: return (points.map(\.x), points.map(\.y))
        case .bars(let width):
            return (
                points.flatMap { [$0.x - width / 2, $0.x + width / 2] }, points.isEmpty ? [] : points.map(\.y) + [0]
            )
        case .band(let lower): return (points.map(\.x), points.map(\.y) + lower.filter(\.isFinite))
        }
    }

    /// What is drawn, as the payload names it.
    package enum Kind: String, Sendable {
        case line, points
        case linePoints = "line+points"
        case bars, band
    }

    package var kind: Kind {
        switch mark {
        case .bars: return .bars
        case .band: return .band
        case .line: break
        }
        return switch (format.line, format.marker) {
        case (nil, _): .points
        case (_, nil): .line
        default: .linePoints
        }
    }
}

extension Figure {
    /// The colour of each series: those asked for, and for the others the palette's in order, without those asked for
    /// as long as there are enough.
    package var colors: [SeriesColor] {
        let asked = Set(series.compactMap(\.format.color))
        let free = SeriesColor.cycle.filter { !asked.contains($0) }
        let cycle = free.isEmpty ? SeriesColor.cycle : free
        var next = 0
        return series.map { series in
            if let color = series.format.color { return color }
            defer { next += 1 }
            return cycle[next % cycle.count]
        }
    }
}
