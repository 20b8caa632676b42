/// One run of points of a figure, and how it is drawn.
package struct Series: Hashable, Sendable {
    package var x: [Double]
    /// Whether the positions were given as integers; the payload then says them as integers.
    package var xIsInteger: Bool
    /// As many as `x`.
    package var y: [Double]
    package var format: FormatString
    package var label: String?

    /// The points that can be drawn.
    package var finitePoints: [(x: Double, y: Double)] {
        zip(x, y).filter { $0.isFinite && $1.isFinite }.map { (x: $0, y: $1) }
    }

    /// What is drawn, as the payload names it.
    package enum Kind: String, Sendable {
        case line, points
        case linePoints = "line+points"
    }

    package var kind: Kind {
        switch (format.line, format.marker) {
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
