/// The legend: its entries and where they stand.
package struct Legend: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// Which series of the figure.
        package var series: Int
        package var label: String
        /// The left end of the sample, and the middle of the row.
        package var origin: Point
    }

    package enum Placement: Hashable, Sendable {
        case topRight, topLeft, bottomRight, bottomLeft
        /// Under the axes, because every corner has data in it.
        case below
    }

    package var placement: Placement
    /// What the legend covers, with its padding.
    package var frame: Rectangle
    package var entries: [Entry]

    static let fontSize = 13.0
    static let sampleWidth = 28.0
    /// Between the sample and its label.
    static let gap = 8.0
    private static let rowHeight = 22.0
    private static let padding = 9.0
    /// Between the legend and the frame of the plot, and at least between the legend and the data.
    private static let margin = 8.0

    /// The legend of `labels` (series number and text) in the corner of `plot` that has the fewest of the data in it,
    /// preferring the top right as readers do; below, from `bottom` on, when all have some or the legend is too large.
    ///
    /// - Parameter runs: The data in pixels: points that are joined are one run, points that are not are runs of one.
    package init(labels: [(series: Int, text: String)], in plot: Rectangle, bottom: Double, runs: [[Point]]) {
        let texts = labels.map { TextMetrics.shortened($0.text, size: Self.fontSize, width: plot.width * 0.9) }
        let widths = texts.map { Self.sampleWidth + Self.gap + TextMetrics.width($0, size: Self.fontSize) }
        let width = (widths.max() ?? 0) + 2 * Self.padding
        let height = Double(labels.count) * Self.rowHeight + 2 * (Self.padding - 3)
        let left = plot.x + Self.margin
        let right = plot.right - Self.margin - width
        let top = plot.y + Self.margin
        let low = plot.bottom - Self.margin - height

        if width <= plot.width * 0.6 && height <= plot.height * 0.6 {
            let corners: [(Placement, Double, Double)] = [
                (.topRight, right, top), (.topLeft, left, top), (.bottomRight, right, low), (.bottomLeft, left, low),
            ]
            for (placement, x, y) in corners {
                let frame = Rectangle(x: x, y: y, width: width, height: height)
                guard Self.obstacles(in: frame.inset(by: -Self.margin), runs) == 0 else { continue }
                self.placement = placement
                self.frame = frame
                entries = zip(labels, texts).enumerated().map { row, label in
                    Entry(
                        series: label.0.series, label: label.1,
                        origin: Point(
                            x + Self.padding, y + Self.padding - 3 + (Double(row) + 0.5) * Self.rowHeight))
                }
                return
            }
        }
        placement = .below
        (frame, entries) = Self.flow(labels.map(\.series), texts, widths, under: plot, from: bottom)
    }

    /// How many points and joining lines touch `area`.
    private static func obstacles(in area: Rectangle, _ runs: [[Point]]) -> Int {
        runs.reduce(0) { count, run in
            if run.count == 1 { return count + (area.contains(run[0]) ? 1 : 0) }
            return count + zip(run, run.dropFirst()).count { area.meets($0, $1) }
        }
    }

    /// Entries side by side in centred rows.
    private static func flow(
        _ series: [Int], _ texts: [String], _ widths: [Double], under plot: Rectangle, from top: Double
    ) -> (Rectangle, [Entry]) {
        let space = 22.0
        var rows: [(indices: [Int], width: Double)] = []
        for (index, width) in widths.enumerated() {
            if let last = rows.last, last.width + space + width <= plot.width {
                rows[rows.count - 1].indices.append(index)
                rows[rows.count - 1].width += space + width
            } else {
                rows.append(([index], width))
            }
        }
        var entries: [Entry] = []
        for (number, row) in rows.enumerated() {
            var x = plot.midX - row.width / 2
            for index in row.indices {
                let origin = Point(x, top + (Double(number) + 0.5) * rowHeight)
                entries.append(Entry(series: series[index], label: texts[index], origin: origin))
                x += widths[index] + space
            }
        }
        let frame = Rectangle(x: plot.x, y: top, width: plot.width, height: Double(rows.count) * rowHeight)
        return (frame, entries)
    }
}
