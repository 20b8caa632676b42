/// A figure as one SVG element that needs nothing from outside: no script, no font, no style sheet.
///
/// Colours stand twice: as style rules that follow the theme (see ``Theme``) and, for programs that know no custom
/// properties, as attributes with the light theme's values.
package struct FigureSVG {
    private let figure: Figure
    private let layout: FigureLayout
    private let language: String
    private let colors: [SeriesColor]

    /// - Parameter language: `ko`, `ja` or `en`: fonts and the description for those who cannot see the figure.
    /// - Parameter width: Of the view box.
    package init(_ figure: Figure, language: String, width: Double = FigureLayout.fullWidth) {
        self.figure = figure
        self.language = language
        layout = FigureLayout(figure, width: width, language: language)
        colors = figure.colors
    }

    /// The document. The same figure gives the same bytes.
    package func render() -> String {
        let description = FigureDescription(figure, language: language)
        let title = XML.escape(description.title)
        let text = XML.escape(description.text)
        let drawing = [background, grid, clipped(areas), axes, clipped(lines), clipped(markers), titles, legend].filter
        { !$0.isEmpty }
        .joined(separator: "\n")
        // Two different figures on a page have different ids; two equal ones may share them, saying the same.
        let id = "hanji-fig-" + Frame.digest(title + text + drawing)
        let (width, height) = (XML.number(layout.width), XML.number(layout.height))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="hanji-fig" viewBox="0 0 \(width) \(height)" width="100%" \
            role="img" lang="\(XML.escape(language))" aria-labelledby="\(id)-t" aria-describedby="\(id)-d" \
            font-family="\(Theme.fontFamily(language))" color="\(Theme.ink.light)" fill="currentColor">
            <title id="\(id)-t">\(title)</title>
            <desc id="\(id)-d">\(text)</desc>
            <style>
            \(Theme.styleSheet(colors: colors))
            </style>
            \(drawing)
            </svg>

            """
    }

    /// The document as a part of a larger one, at a place in its view box.
    func render(x: Double, y: Double) -> String {
        let place =
            "x=\"\(XML.number(x))\" y=\"\(XML.number(y))\" width=\"\(XML.number(layout.width))\""
            + " height=\"\(XML.number(layout.height))\""
        return render().replacing("width=\"100%\"", with: place, maxReplacements: 1)
    }

    // MARK: The frame

    private var background: String {
        """
        <rect class="hf-paper" width="\(XML.number(layout.width))" height="\(XML.number(layout.height))" fill="\(Theme.paper.light)"/>
        """
    }

    private func x(_ tick: Axis.Tick) -> Double { layout.plot.x + tick.position * layout.plot.width }
    private func y(_ tick: Axis.Tick) -> Double { layout.plot.bottom - tick.position * layout.plot.height }

    private var grid: String {
        let plot = layout.plot
        let across = layout.yAxis?.ticks.map { "M\(XML.number(plot.x)) \(XML.number(y($0)))h\(XML.number(plot.width))" }
        let along = layout.xAxis?.ticks.map { "M\(XML.number(x($0))) \(XML.number(plot.y))v\(XML.number(plot.height))" }
        let path = ((across ?? []) + (along ?? [])).joined()
        let frame = """
            <rect class="hf-axis" x="\(XML.number(plot.x))" y="\(XML.number(plot.y))" \
            width="\(XML.number(plot.width))" height="\(XML.number(plot.height))" fill="none" \
            stroke="\(Theme.axis.light)"/>
            """
        guard !path.isEmpty else { return frame }
        return "<path class=\"hf-grid\" stroke=\"\(Theme.grid.light)\" d=\"\(path)\"/>\n" + frame
    }

    private var axes: String {
        let plot = layout.plot
        let size = FigureLayout.FontSize.tick
        func group(_ anchor: String, _ content: String) -> String {
            """
            <g class="hf-muted" color="\(Theme.muted.light)" fill="currentColor" font-size="\(XML.number(size))" \
            text-anchor="\(anchor)">
            \(content)
            </g>
            """
        }
        func power(_ axis: Axis) -> String {
            "×10<tspan dy=\"-5\" font-size=\"10\">\(axis.power < 0 ? "−" : "")\(axis.power.magnitude)</tspan>"
        }
        var groups: [String] = []
        if let axis = layout.yAxis {
            let labels = axis.ticks.map { text(Point(plot.x - 9, y($0) + size * 0.36), XML.escape($0.label)) }
            groups.append(group("end", labels.joined(separator: "\n")))
            if axis.power != 0 { groups.append(group("start", text(Point(plot.x, plot.y - 7), power(axis)))) }
        }
        if let axis = layout.xAxis {
            if layout.slantsTicks {
                let labels = axis.ticks.map { tick in
                    let label = TextMetrics.shortened(tick.label, size: size, width: 150)
                    let place = "\(XML.number(x(tick) + 4)) \(XML.number(plot.bottom + 8 + size * 0.6))"
                    return "<text transform=\"translate(\(place))rotate(-35)\">\(XML.escape(label))</text>"
                }
                groups.append(group("end", labels.joined(separator: "\n")))
            } else {
                let labels = axis.ticks.map { text(Point(x($0), plot.bottom + 8 + size), XML.escape($0.label)) }
                groups.append(group("middle", labels.joined(separator: "\n")))
            }
            if axis.power != 0 {
                groups.append(group("end", text(Point(plot.right, xLabelBaseline), power(axis))))
            }
        }
        return groups.joined(separator: "\n")
    }

    private var xLabelBaseline: Double {
        layout.plot.bottom + layout.tickHeight + 6 + FigureLayout.FontSize.label
    }

    private func text(_ place: Point, _ content: String) -> String {
        "<text x=\"\(XML.number(place.x))\" y=\"\(XML.number(place.y))\">\(content)</text>"
    }

    private var titles: String {
        let plot = layout.plot
        var elements = layout.titleLines.enumerated().map { row, line in
            // Over the middle of the plot, as far as the line then stays within the figure.
            let reach = TextMetrics.width(line, size: FigureLayout.FontSize.title) / 2 + 12
            let x = max(reach, min(plot.midX, layout.width - reach))
            let y = 14 + FigureLayout.FontSize.title + Double(row) * FigureLayout.titleLeading
            return "<g font-size=\"17\" font-weight=\"600\">\(text(Point(x, y), XML.escape(line)))</g>"
        }
        elements += layout.xLabelLines.enumerated().map { row, line in
            text(Point(plot.midX, xLabelBaseline + Double(row) * FigureLayout.labelLeading), XML.escape(line))
        }
        elements += layout.yLabelLines.enumerated().map { row, line in
            let x = XML.number(16 + FigureLayout.FontSize.label - 2 + Double(row) * FigureLayout.labelLeading)
            return "<text transform=\"translate(\(x) \(XML.number(plot.midY)))rotate(-90)\">\(XML.escape(line))</text>"
        }
        guard !elements.isEmpty else { return "" }
        return "<g font-size=\"14\" text-anchor=\"middle\">\n\(elements.joined(separator: "\n"))\n</g>"
    }

    // MARK: The data

    /// What is drawn over the axes, without what lies beyond limits that the author set: an inner drawing shows nothing
    /// outside of itself.
    private func clipped(_ drawing: String) -> String {
        guard figure.xLimits != nil || figure.yLimits != nil, !drawing.isEmpty else { return drawing }
        let plot = layout.plot
        let (x, y) = (XML.number(plot.x), XML.number(plot.y))
        let (width, height) = (XML.number(plot.width), XML.number(plot.height))
        return """
            <svg x="\(x)" y="\(y)" width="\(width)" height="\(height)" viewBox="\(x) \(y) \(width) \(height)">
            \(drawing)
            </svg>
            """
    }

    /// Bars and bands lie under all lines.
    private var areas: String {
        figure.series.indices.compactMap { index in
            let series = figure.series[index]
            switch series.mark {
            case .line: return nil
            case .bars:
                let bars = layout.bars(of: series).map { bar in
                    "M\(XML.number(bar.x)) \(XML.number(bar.y))h\(XML.number(bar.width))"
                        + "v\(XML.number(bar.height))h\(XML.number(-bar.width))z"
                }
                guard !bars.isEmpty else { return nil }
                return "<path \(Self.colored(colors[index])) fill=\"currentColor\" d=\"\(bars.joined())\"/>"
            case .band:
                let outline = layout.band(of: series)
                guard outline.count > 2 else { return nil }
                return "<path \(Self.colored(colors[index])) fill=\"currentColor\" fill-opacity=\".22\""
                    + " d=\"\(Self.path(outline))z\"/>"
            }
        }.joined(separator: "\n")
    }

    /// Lines lie under all markers, so that points on a line stay visible.
    private var lines: String {
        figure.series.indices.compactMap { index in
            guard figure.series[index].mark == .line, let style = figure.series[index].format.line else { return nil }
            let runs = layout.runs(of: figure.series[index])
            let paths = runs.filter { $0.count > 1 }.map(Self.path).joined()
            // A point between two gaps has no line to lie on: it is a dot, a little wider than the line.
            let dots = runs.filter { $0.count == 1 }.flatMap { $0 }
            var elements = paths.isEmpty ? [] : [line(style, colors[index], paths)]
            if let element = markers(.circle, colors[index], dots, size: 2.5), figure.series[index].format.marker == nil
            {
                elements.append(element)
            }
            return elements.isEmpty ? nil : elements.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func path(_ run: [Point]) -> String {
        let points = run.map { "\(XML.number($0.x)) \(XML.number($0.y))" }
        return "M\(points[0])L" + points.dropFirst().joined(separator: " ")
    }

    private func line(_ style: LineStyle, _ color: SeriesColor, _ path: String) -> String {
        let dashes =
            switch style {
            case .solid: ""
            case .dashed: " stroke-dasharray=\"7 6\""
            case .dashDotted: " stroke-dasharray=\"9 5.5 .01 5.5\""
            case .dotted: " stroke-dasharray=\".01 5.5\""
            }
        return """
            <path \(Self.colored(color)) fill="none" stroke="currentColor" stroke-width="2.5" \
            stroke-linecap="round" stroke-linejoin="round"\(dashes) d="\(path)"/>
            """
    }

    private static func colored(_ color: SeriesColor) -> String {
        "class=\"hf-\(color.rawValue)\" color=\"\(Theme.color(color).light)\""
    }

    private var markers: String {
        figure.series.indices.compactMap { index in
            guard figure.series[index].mark == .line, let marker = figure.series[index].format.marker else {
                return nil
            }
            let points = layout.runs(of: figure.series[index]).flatMap { $0 }
            return markers(marker, colors[index], points, size: Self.markerSize(count: points.count))
        }.joined(separator: "\n")
    }

    /// Many points are drawn smaller, so that they do not clot.
    private static func markerSize(count: Int) -> Double { count <= 50 ? 4 : (count <= 200 ? 3 : 2.5) }

    private func markers(_ marker: Marker, _ color: SeriesColor, _ points: [Point], size: Double) -> String? {
        guard !points.isEmpty else { return nil }
        let elements = points.map { marker.element(x: $0.x, y: $0.y, size: size) }.joined()
        if marker.isStroked {
            return """
                <g \(Self.colored(color)) fill="none" stroke="currentColor" stroke-width="2">\(elements)</g>
                """
        }
        // A rim of paper parts a marker from the line below it and from its neighbours; small ones it would eat up.
        if marker == .point || size < 3 {
            return "<g \(Self.colored(color)) fill=\"currentColor\">\(elements)</g>"
        }
        return """
            <g \(Self.colored(color)) fill="currentColor"><g class="hf-halo" stroke="\(Theme.paper.light)">\
            \(elements)</g></g>
            """
    }

    // MARK: The legend

    private var legend: String {
        guard let legend = layout.legend else { return "" }
        var elements: [String] = []
        if legend.placement != .below {
            let frame = legend.frame
            elements.append(
                """
                <rect class="hf-paper hf-grid" x="\(XML.number(frame.x))" y="\(XML.number(frame.y))" \
                width="\(XML.number(frame.width))" height="\(XML.number(frame.height))" rx="4" \
                fill="\(Theme.paper.light)" stroke="\(Theme.grid.light)"/>
                """)
        }
        for entry in legend.entries {
            let format = figure.series[entry.series].format
            let color = colors[entry.series]
            let (x, y) = (entry.origin.x, entry.origin.y)
            let mark = figure.series[entry.series].mark
            if mark != .line {
                let opacity = if case .band = mark { " fill-opacity=\".22\"" } else { "" }
                elements.append(
                    "<rect \(Self.colored(color)) fill=\"currentColor\"\(opacity) x=\"\(XML.number(x + 4))\""
                        + " y=\"\(XML.number(y - 5))\" width=\"\(XML.number(Legend.sampleWidth - 8))\" height=\"10\"/>")
            } else if let style = format.line {
                let path = "M\(XML.number(x + 2)) \(XML.number(y))h\(XML.number(Legend.sampleWidth - 4))"
                elements.append(line(style, color, path))
            }
            if mark == .line, let marker = format.marker,
                let element = markers(marker, color, [Point(x + Legend.sampleWidth / 2, y)], size: 4)
            {
                elements.append(element)
            }
            elements.append(
                text(Point(x + Legend.sampleWidth + Legend.gap, y + Legend.fontSize * 0.36), XML.escape(entry.label)))
        }
        return "<g font-size=\"\(XML.number(Legend.fontSize))\">\n\(elements.joined(separator: "\n"))\n</g>"
    }
}
